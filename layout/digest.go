package layout

import (
	"crypto/sha256"
	"maps"
	"slices"
)

// Digest is the SHA-256 of the house style: every field of it, the fonts by their keys, and the languages by their
// files. Two sheets of one digest set the same run alike. It hashes the user's fonts and half a megabyte
// of patterns, and is meant to be asked for once a build.
func (s *Sheet) Digest() [sha256.Size]byte {
	e := &encoder{}
	for _, l := range [...]Length{s.Width, s.Height, s.Top, s.Bottom, s.Inner, s.Outer} {
		e.length(l)
	}
	e.str(s.Lang.Tag)
	for i := range s.Looks {
		e.look(&s.Looks[i])
	}
	e.length(s.NoteRule)
	e.flag(s.Hyphen)
	e.int(len(s.Strings))
	for _, key := range slices.Sorted(maps.Keys(s.Strings)) {
		e.str(key)
		e.str(s.Strings[key])
	}
	if e.flag(s.Library != nil); s.Library != nil {
		e.str(string(s.Library.Canonical(nil)))
	}
	if e.flag(s.Languages != nil); s.Languages != nil {
		e.str(string(s.Languages.Canonical(nil)))
	}
	return sha256.Sum256(e.b)
}

func (e *encoder) look(l *Look) {
	e.int(int(l.Face.Family))
	e.flag(l.Face.Bold)
	e.flag(l.Face.Italic)
	for _, n := range [...]Length{l.Size, l.Leading, l.Before, l.After, l.Indent, l.Outdent, l.Label, l.First} {
		e.length(n)
	}
	e.int(int(l.Align))
	e.int(int(l.Color))
	e.flag(l.SmallCaps)
	e.flag(l.Hyphenate)
	e.flag(l.KeepNext)
	e.flag(l.Tabular)
}
