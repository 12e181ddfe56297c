package text

import (
	"hash/maphash"
	"strings"

	"rapporteur/fonts"
)

// wordKey names a word of the cache: a look, what stands beside it, and its characters.
type wordKey struct {
	look          uint32
	before, after rune // beside: a space, alone (nothing that matters), or a letter that it joins with
	rtl           bool
	text          string // with its neighbours where the font looks across spaces: see neighbourly
}

// What may stand beside a word.
const (
	aSpace rune = ' '
	alone  rune = 0
)

// word is a shaped token: the text between two spaces, or a part of it. It never changes once it is made, and every
// line that contains it shares it.
type word struct {
	text   string
	marks  []wordGlyph // in logical order
	runs   []wordRun
	points []point // where a line may end inside it
	width  Length
	lead   Length // width of the space before it, kerned with it
	trail  Length // and of the space after it
	bare   Length // width of the space of its font by itself
	kern   Length // what the space after it takes from its last glyph: not at a line's end

	size        Length
	hyphen      Length // width of its font's hyphen
	left, right Length // blank of full-width punctuation (by feature halt) that may be squeezed away
	// how far it hangs out where a justified line begins or ends with it
	startHang, endHang Length
	ascent             Length
	descent            Length
	letters            int32 // how many letters and figures
	apart              int32 // how many glyphs can be moved apart: all, or none where one stands over another
	// a hash of its letters without case, 0 if there are fewer than four: to avoid lines that begin or end with the
	// same word
	core         uint32
	first, last  rune
	rtl          bool
	han          bool // a character of the Chinese square
	box          bool // no words, but room for something else
	pause        bool // ends with a comma or a stop
	dash         bool // is a dash alone
	ties         ties
	spaceRun     wordRun
	spaceID      fonts.GID
	spaceMissing bool
	missing      []lack
	// How it stands first and last in a line, where what it meets across a space changes it; nil: as it is.
	opens, closes *word
}

// wordGlyph is a glyph; from and to are bytes of the word's text, equal when the glyph is one too many for its cluster.
type wordGlyph struct {
	advance, dx, dy int32
	id              fonts.GID
	from, to        uint16
}

// wordRun is a stretch of a word in one font: glyphs up to to.
type wordRun struct {
	font *fonts.Font
	size Length
	rise Length
	to   int32
}

// lack is a character that cannot be set as it should be; offset in characters.
type lack struct {
	code   string // of the complaint
	r      rune
	offset int32
	font   *fonts.Font // that is damaged
}

// What a character can lack.
const (
	noGlyph    = "missing-glyph"
	noBold     = "bold-missing"
	lost       = "character-lost" // somebody's program put U+FFFD in its place
	brokenFont = "font-damaged"   // its font's rules for joining letters lead the shaper astray
)

// point is a place inside a word where a line may end.
type point struct {
	at   uint16 // byte of the text
	kind pointKind
	sum  Length // width of what stands before it, without a hyphen
	kern Length // what the letter after it takes from the one before it: not at a line's end
	hang Length // how far what a justified line then ends with hangs out, a hyphen that is put in or a sign of the word
}

type pointKind uint8

const (
	plainPoint     pointKind = iota // after a dash or the like, by UAX #14
	hyphenPoint                     // after a hyphen that is in the text
	softPoint                       // a hyphen is put in, by the patterns or U+00AD
	partPoint                       // the same in a long part of a compound
	desperatePoint                  // the same in a short one: in the last pass only
	addressPoint                    // inside a URL
	emergencyPoint                  // anywhere, in a word that is wider than the line
)

// divides reports whether a hyphen is put in at a point.
func (k pointKind) divides() bool { return k == softPoint || k == partPoint || k == desperatePoint }

// pointAt makes the point at a byte of the text.
func (w *word) pointAt(l *look, at int, kind pointKind) point {
	return w.pointOf(l, at, kind, w.sumBefore)
}

// pointOf is pointAt where before gives what sumBefore does.
func (w *word) pointOf(l *look, at int, kind pointKind, before func(at int) Length) point {
	p := point{at: uint16(at), kind: kind, sum: before(at)}
	if kind.divides() {
		p.hang = w.hyphenHang(l)
	} else {
		p.kern = w.kernBefore(at)
		p.hang = w.hangBefore(l, at, before)
	}
	return p
}

// word gives the shaped word from the cache, or makes it.
func (s *Setter) word(l *look, text string, before, after rune, rtl bool) *word {
	k := wordKey{l.id, before, after, rtl, text}
	w := s.met(k)
	if w != nil {
		return w
	}
	d := &s.sh.words[maphash.String(s.sh.seed, text)%shards]
	d.RLock()
	w = d.words[k]
	d.RUnlock()
	if w == nil {
		w = s.shapeWord(l, k)
		s.atEdges(l, k, w)
		k.text = w.kept(text)
		d.Lock()
		if have := d.words[k]; have != nil {
			w = have
		} else {
			d.words[k] = w
		}
		d.Unlock()
	}
	k.text = w.kept(text)
	s.meet(k, w)
	return w
}

// isBetween reports whether a word from left to right stands between two spaces.
func (k *wordKey) isBetween() bool { return k.before == aSpace && k.after == aSpace && !k.rtl }

// met gives a word that was met by this setter before; nil if it was not.
func (s *Setter) met(k wordKey) *word {
	switch {
	case !k.isBetween():
		return s.words[k]
	case int(k.look) < len(s.between):
		return s.between[k.look][k.text]
	}
	return nil
}

// meet notes that a word was met.
func (s *Setter) meet(k wordKey, w *word) {
	if !k.isBetween() {
		s.words[k] = w
		return
	}
	for int(k.look) >= len(s.between) {
		s.between = append(s.between, map[string]*word{})
	}
	s.between[k.look][k.text] = w
}

// kept is a key's text, but not as a part of the caller's, which it would keep alive.
func (w *word) kept(text string) string {
	if len(text) == len(w.text) {
		return w.text
	}
	return strings.Clone(text)
}
