package text

import (
	"strings"
	"unicode/utf8"

	"rapporteur/fonts"

	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
)

// A word is shaped with the spaces beside it, and most fonts look no further. Some look across the space in a few
// places, as Amiri does where a letter with a low tail stands before one with a long arm. There a word is shaped with
// the letters that it meets, and once more without them for the end of a line, where they are not.

// neighbourly is a word with what stands beside it beyond its spaces, as a key of the cache: a NUL divides them.
func neighbourly(before, text, after string) string {
	if before == "" && after == "" {
		return text
	}
	return before + "\x00" + text + "\x00" + after
}

// neighbours takes such a key apart.
func neighbours(key string) (before, text, after string) {
	i, j := strings.IndexByte(key, 0), strings.LastIndexByte(key, 0)
	if i < 0 || j == i {
		return "", key, ""
	}
	return key[:i], key[i+1 : j], key[j+1:]
}

// atEdges gives a word that has neighbours its shapes without them: as the first word of a line, and as the last.
func (s *Setter) atEdges(l *look, k wordKey, w *word) {
	before, text, after := neighbours(k.text)
	if before != "" {
		w.opens = s.word(l, neighbourly("", text, after), k.before, k.after, k.rtl)
	}
	if after != "" {
		w.closes = s.word(l, neighbourly(before, text, ""), k.before, k.after, k.rtl)
	}
}

// opening and closing are a word as it stands first or last in a line.
func (w *word) opening() *word {
	if w.opens != nil {
		return w.opens
	}
	return w
}

func (w *word) closing() *word {
	if w.closes != nil {
		return w.closes
	}
	return w
}

// meeting gives the word t[i:j] with the letters across its spaces, where its shape depends on them.
func (s *Setter) meeting(l *look, t string, i, j int) string {
	before, after := "", ""
	if left, joined := lastLetter(t[:i], true); left != 0 {
		if right, _ := utf8.DecodeRuneInString(t[i:j]); s.meets(l, left, right) {
			before = string(left)
			if joined {
				before = "\u0640" + before
			}
		}
	}
	if j < len(t) && t[j] == ' ' {
		right, n := utf8.DecodeRuneInString(t[j+1:])
		if left, _ := lastLetter(t[i:j], false); left != 0 && s.meets(l, left, right) {
			after = t[j+1 : j+1+n]
			if next, n := utf8.DecodeRuneInString(t[j+1+n:]); n > 0 && joins(next) {
				after += "\u0640"
			}
		}
	}
	return neighbourly(before, t[i:j], after)
}

// lastLetter is the letter that words end with, before a space if there has to be one, and whether one is joined to it;
// 0 for anything but an Arabic letter.
func lastLetter(t string, spaced bool) (r rune, joined bool) {
	if spaced {
		if t == "" || t[len(t)-1] != ' ' {
			return 0, false
		}
		t = t[:len(t)-1]
	}
	for t != "" {
		c, n := utf8.DecodeLastRuneInString(t)
		t = t[:len(t)-n]
		switch {
		case staysWith(c): // a vowel
		case r != 0:
			return r, joins(c)
		case !joins(c):
			return 0, false
		default:
			r = c
		}
	}
	return r, false
}

// joins reports whether letters join to a character: those of Arabic, of which some join on one side only, which the
// font knows.
func joins(r rune) bool { return r >= 0x620 && language.LookupScript(r) == language.Arabic }

// meets reports whether two letters with a space between them change each other's shape.
func (s *Setter) meets(l *look, left, right rune) bool {
	f := s.acrossIn(l)
	if f == nil || !joins(right) {
		return false
	}
	k := meeting{f, left, right}
	s.sh.mu.RLock()
	meets, known := s.sh.meetings[k]
	s.sh.mu.RUnlock()
	if known {
		return meets
	}
	for _, a := range []string{string(left), "\u0640" + string(left)} {
		for _, b := range []string{string(right), string(right) + "\u0640"} {
			meets = meets || s.changed(l, f, a, b)
		}
	}
	s.sh.mu.Lock()
	s.sh.meetings[k] = meets
	s.sh.mu.Unlock()
	return meets
}

// acrossIn is the font of a look's Arabic letters, if it may look across spaces.
func (s *Setter) acrossIn(l *look) *fonts.Font {
	f, known := s.across[l]
	if !known {
		if f, _ = s.sh.lib.Pick(l.style.Face, l.habit, 'ك'); f != nil && !s.mayLookFar(f) {
			f = nil
		}
		s.across[l] = f
	}
	return f
}

// meeting is two letters across a space, in a font.
type meeting struct {
	font        *fonts.Font
	left, right rune
}

// changed reports whether two stretches are shaped otherwise with a space between them than each beside a space.
func (s *Setter) changed(l *look, f *fonts.Font, left, right string) bool {
	a, b := []rune(left), []rune(right)
	whole := append(append(append([]rune(nil), a...), ' '), b...)
	shape := func(text []rune) []shaping.Glyph {
		return s.shape(f, text, 0, len(text), true, language.Arabic, l.lang, l.features)
	}
	together, first, second := shape(whole), shape(whole[:len(a)+1]), shape(whole[len(a):])
	if len(together) != len(first)+len(second)-1 {
		return true
	}
	for i := range together {
		alone := first[min(i, len(first)-1)]
		if i >= len(first) {
			alone = second[i-len(first)+1]
		}
		if i == len(first)-1 {
			continue // the space itself is kerned with both
		}
		if g := together[i]; g.GlyphID != alone.GlyphID || g.Advance != alone.Advance || g.XOffset != alone.XOffset ||
			g.YOffset != alone.YOffset {
			return true
		}
	}
	return false
}
