package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/fonts"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// char is a character of a word on its way to the shaper.
type char struct {
	r        rune // as shaped: capitals stand for small capitals where the font has none
	from, to uint16
	font     *fonts.Font
	size     Length
	script   language.Script
	neutral  bool
}

func feature(tag string, value uint32) shaping.FontFeature {
	return shaping.FontFeature{Tag: opentype.MustNewTag(tag), Value: value}
}

// featuresOf gives what a style asks of its font beyond what HarfBuzz does by itself (kern liga clig calt ccmp locl
// mark).
func featuresOf(st Style) []shaping.FontFeature {
	var f []shaping.FontFeature
	switch {
	case st.Superior:
		f = append(f, feature("sups", 1))
	case st.Inferior:
		f = append(f, feature("subs", 1))
	case st.Tabular:
		f = append(f, feature("tnum", 1))
	default:
		f = append(f, feature("pnum", 1))
	}
	if st.SmallCaps {
		f = append(f, feature("smcp", 1))
	}
	return f
}

// Sizes of what a font does not draw itself, per mille of the text's: capitals for small capitals, and figures for
// raised and lowered ones with how far they are.
const (
	capsSize      = 780
	superiorSize  = 620
	superiorRaise = 330
	inferiorDrop  = 140
)

// offLine gives the feature by which a font draws what stands above or below the line, and how far it is moved where
// the font draws nothing, per mille of the size.
func offLine(st Style) (tag string, raise Length) {
	if st.Inferior {
		return "subs", -inferiorDrop
	}
	return "sups", superiorRaise
}

// shapeWord makes a word: its characters get fonts, each stretch in one font is shaped together with the spaces beside
// it, and glyphs get the characters they stand for.
func (s *Setter) shapeWord(l *look, k wordKey) *word {
	before, text, after := neighbours(k.text)
	w := &word{text: string([]byte(text)), rtl: k.rtl, size: l.style.Size}
	s.itemise(l, w, l.style.SmallCaps && !s.draws(l, w.text, "smcp", unicode.IsLower))
	size := l.style.Size
	features := l.features
	var rise Length
	tag, raise := offLine(l.style)
	if l.style.small() && !s.draws(l, w.text, tag, func(r rune) bool { return !isIgnorable(r) }) {
		rise = size * raise / 1000
		for i := range s.chars {
			s.chars[i].size = s.chars[i].size * superiorSize / 1000
		}
		features = featuresOf(Style{})
	}
	s.shapeRuns(l, w, k, before, after, features, rise)
	s.measureWord(l, w)
	s.describe(l, w)
	return w
}

// draws reports whether the font changes every character of text that want names under a feature.
func (s *Setter) draws(l *look, text, tag string, want func(rune) bool) bool {
	for _, r := range text {
		if !want(r) {
			continue
		}
		f, _ := s.sh.lib.Pick(l.style.Face, l.habit, r)
		if f == nil {
			continue
		}
		g, _ := f.Glyph(r)
		one := []rune{r}
		out := s.shape(f, one, 0, 1, false, scriptOfRune(r, l.script), l.lang, []shaping.FontFeature{feature(tag, 1)})
		if len(out) != 1 || fonts.GID(out[0].GlyphID) == g {
			return false
		}
	}
	return true
}

func isLatin(r rune) bool { return r >= 'A' && language.LookupScript(r) == language.Latin }

func scriptOfRune(r rune, otherwise language.Script) language.Script {
	if s := language.LookupScript(r); s != language.Common && s != language.Inherited && s != language.Unknown {
		return s
	}
	return otherwise
}

// itemise fills s.chars with the characters that are shaped, with font, size and script, and notes those that no font
// has.
func (s *Setter) itemise(l *look, w *word, capitals bool) {
	s.chars = s.chars[:0]
	habit := l.habit
	if habit == fonts.Arabic && strings.ContainsFunc(w.text, isLatin) { // figures are those of the letters beside them
		habit = fonts.Western
	}
	n := int32(-1)
	lastScript := language.Common
	for i, r := range w.text {
		n++
		end := uint16(i + utf8.RuneLen(r))
		if r == utf8.RuneError {
			end = uint16(i + 1)
			if strings.HasPrefix(w.text[i:], "\ufffd") {
				end = uint16(i + 3)
			}
		}
		if r == softHyphen && int(end) == len(w.text) && w.text != "\u00ad" { // the hyphen of a break
			r = '\u2010'
			if f := s.lastFont(l); f != nil {
				if _, ok := f.Glyph(r); !ok {
					r = '-'
				}
			}
		}
		if isIgnorable(r) && !isJoiner(r) {
			continue
		}
		if r == utf8.RuneError {
			w.missing = append(w.missing, lack{code: lost, r: r, offset: n})
			continue
		}
		c := char{r: r, from: uint16(i), to: end, size: l.style.Size}
		if staysWith(r) && len(s.chars) > 0 { // a mark stays in the font of its base
			base := &s.chars[len(s.chars)-1]
			_, has := base.font.Glyph(r)
			if has || isJoiner(r) {
				c.font, c.size, c.script = base.font, base.size, base.script
				s.chars = append(s.chars, c)
				continue
			}
		}
		if capitals && unicode.IsLower(r) && unicode.ToUpper(r) != r {
			c.r = unicode.ToUpper(r)
		}
		scale := 1000
		if c.font, scale = s.sh.lib.Pick(l.style.Face, habit, c.r); c.font == nil {
			w.missing = append(w.missing, lack{code: noGlyph, r: r, offset: n})
			continue
		}
		if l.style.Face.Bold && isHan(r) && !c.font.Bold() {
			w.missing = append(w.missing, lack{code: noBold, r: r, offset: n})
		}
		if scale != 1000 {
			c.size = c.size * Length(scale) / 1000
		}
		if c.r != r {
			c.size = c.size * capsSize / 1000
		}
		c.script = scriptOfRune(r, language.Common)
		c.neutral = c.script == language.Common && unicode.IsPunct(r) &&
			!(l.chinese && isSharedSign(r) && !elides(s.lastRune(), r, w.text[end:]))
		if c.script == language.Common {
			c.script = lastScript
		}
		lastScript = c.script
		s.chars = append(s.chars, c)
	}
	// What stands before the first letter is written as that letter is; punctuation stays in the font of its
	// neighbours.
	first := l.script
	for _, c := range s.chars {
		if c.script != language.Common {
			first = c.script
			break
		}
	}
	for i := range s.chars {
		if s.chars[i].script != language.Common {
			break
		}
		s.chars[i].script = first
	}
	for i := range s.chars {
		c := &s.chars[i]
		if !c.neutral {
			continue
		}
		for _, j := range [2]int{s.beside(i, -1), s.beside(i, 1)} {
			if j < 0 {
				continue
			}
			if n := &s.chars[j]; n.font != c.font || n.size != c.size {
				if _, has := n.font.Glyph(c.r); has && (n.font != c.font || c.r == s.chars[i].r) {
					c.font = n.font
					if c.size < n.size || n.size > l.style.Size {
						// Arabic's scale comes with its font; small capitals' does not
						c.size = n.size
					}
				}
			}
			break
		}
	}
}

// lastRune is the character before the next one, 0 before the first.
func (s *Setter) lastRune() rune {
	if n := len(s.chars); n > 0 {
		return s.chars[n-1].r
	}
	return 0
}

func (s *Setter) lastFont(l *look) *fonts.Font {
	if n := len(s.chars); n > 0 {
		return s.chars[n-1].font
	}
	f, _ := s.sh.lib.Pick(l.style.Face, l.habit, '-')
	return f
}

// beside gives the nearest character that is not neutral, -1 if there is none.
func (s *Setter) beside(i, step int) int {
	for i += step; i >= 0 && i < len(s.chars); i += step {
		if !s.chars[i].neutral {
			return i
		}
	}
	return -1
}

// shape runs HarfBuzz over text[from:to] and gives glyphs in logical order, in font units. A damaged font may bring it
// to a panic: then there are no glyphs.
func (s *Setter) shape(f *fonts.Font, text []rune, from, to int, rtl bool, script language.Script,
	lang language.Language, features []shaping.FontFeature) (g []shaping.Glyph) {
	defer func() {
		if recover() != nil {
			s.shaper, s.stumbled, g = newShaper(), true, nil // what it was about is half done
			delete(s.faces, f)
		}
	}()
	dir := di.DirectionLTR
	if rtl {
		dir = di.DirectionRTL
	}
	// With a size of one em in font units all results are whole font units.
	out := s.shaper.ShapeNoExtents(shaping.Input{Text: text, RunStart: from, RunEnd: to, Direction: dir,
		Face: s.face(f), FontFeatures: features,
		Size: fixed.I(f.Upem()), Script: script, Language: lang})
	g = out.Glyphs
	if rtl {
		for i, j := 0, len(g)-1; i < j; i, j = i+1, j-1 {
			g[i], g[j] = g[j], g[i]
		}
	}
	return g
}

// shapeRuns shapes s.chars into w, each stretch of one font, size and script with the whole word around it as context.
func (s *Setter) shapeRuns(l *look, w *word, k wordKey, before, after string, features []shaping.FontFeature,
	rise Length) {
	s.runes = s.runes[:0]
	lead := 0
	if k.before == aSpace {
		if before != "" {
			s.runes = append(s.runes, []rune(before)...)
		}
		s.runes = append(s.runes, ' ')
		lead = len(s.runes)
	} else if k.before != alone {
		s.runes = append(s.runes, k.before)
		lead = 1
	}
	for _, c := range s.chars {
		s.runes = append(s.runes, c.r)
	}
	if k.after == aSpace {
		s.runes = append(s.runes, ' ')
		if after != "" {
			s.runes = append(s.runes, []rune(after)...)
		}
	} else if k.after != alone {
		s.runes = append(s.runes, k.after)
	}
	s.stumbled = false
	w.marks = make([]wordGlyph, 0, len(s.chars))
	for i := 0; i < len(s.chars); {
		c := s.chars[i]
		j := i + 1
		for j < len(s.chars) && s.chars[j].font == c.font && s.chars[j].size == c.size &&
			s.chars[j].script == c.script {
			j++
		}
		from, to := lead+i, lead+j
		_, spaced := c.font.Glyph(' ')
		withLead, withTrail := spaced && i == 0 && k.before == aSpace, spaced && j == len(s.chars) && k.after == aSpace
		runFrom, runTo := from, to
		if withLead {
			runFrom = 0
		}
		if withTrail {
			runTo = len(s.runes)
		}
		out := s.shape(c.font, s.runes, runFrom, runTo, w.rtl, c.script, l.lang, features)
		if (withLead || withTrail) && !parted(out, from, to) {
			// a glyph that swallows a space: without the spaces, then
			withLead, withTrail = false, false
			out = s.shape(c.font, s.runes, from, to, w.rtl, c.script, l.lang, features)
		}
		if s.stumbled {
			s.stumbled = false
			w.missing = append(w.missing, lack{code: brokenFont, offset: w.offset(c), font: c.font})
		}
		s.takeRun(w, c, out, from, to, lead, rise)
		i = j
	}
}

// offset is where a character of a word stands in it, in characters.
func (w *word) offset(c char) int32 { return int32(utf8.RuneCountInString(w.text[:c.from])) }

// parted reports whether no cluster reaches over the ends of [from, to).
func parted(out []shaping.Glyph, from, to int) bool {
	for i := range out {
		c, n := out[i].TextIndex(), out[i].RunesCount()
		if c < from && c+n > from || c >= from && c < to && c+n > to {
			return false
		}
	}
	return true
}

// takeRun adds the glyphs of one run to w; those of the spaces beside it become its lead and trail.
func (s *Setter) takeRun(w *word, c char, out []shaping.Glyph, from, to, lead int, rise Length) {
	upem := c.font.Upem()
	space, _ := c.font.Glyph(' ')
	first := len(w.runs) == 0
	for i := 0; i < len(out); {
		cl := out[i].TextIndex()
		j := i + 1
		for j < len(out) && out[j].TextIndex() == cl {
			j++
		}
		next := to
		if j < len(out) && out[j].TextIndex() < to {
			next = out[j].TextIndex()
		}
		switch {
		case cl == from-1 && first:
			for _, g := range out[i:j] {
				w.lead += scaled(int(g.Advance)>>6, c.size, upem)
			}
		case cl == to:
			w.trail = 0
			for _, g := range out[i:j] {
				w.trail += scaled(int(g.Advance)>>6, c.size, upem)
			}
		case cl >= from && cl < to:
			s.takeCluster(w, c, out[i:j], cl-lead, next-lead, space)
		}
		i = j
	}
	if n := len(out); n > 0 && !w.rtl && to < len(s.runes) && s.runes[to] == ' ' && len(w.marks) > 0 {
		m := &w.marks[len(w.marks)-1]
		if m.advance != 0 && m.dx == 0 { // a pair's kerning is in the advance of its first glyph
			w.kern = scaled(c.font.Advance(m.id), c.size, upem) - Length(m.advance)
		}
	}
	w.runs = append(w.runs, wordRun{font: c.font, size: c.size, rise: rise, to: int32(len(w.marks))})
}

// takeCluster adds the glyphs of the characters [from, to) of s.chars: each stands for one of them, the last for the
// rest.
func (s *Setter) takeCluster(w *word, c char, out []shaping.Glyph, from, to int, space fonts.GID) {
	upem := c.font.Upem()
	for n, g := range out {
		m := wordGlyph{advance: int32(scaled(int(g.Advance)>>6, c.size, upem)),
			dx: int32(scaled(int(g.XOffset)>>6, c.size, upem)), dy: int32(scaled(int(g.YOffset)>>6, c.size, upem))}
		at := min(from+n, to-1)
		surplus := from+n >= to
		r := s.chars[at].r
		none := g.GlyphID == 0 || int(g.GlyphID) >= c.font.Glyphs()
		switch {
		case isIgnorable(r) && !surplus && (none || fonts.GID(g.GlyphID) == space):
			continue // drawn as nothing
		case none:
			if !unicode.IsSpace(r) {
				w.missing = append(w.missing, lack{code: noGlyph, r: r, offset: w.offset(s.chars[at])})
			} else if len(w.marks) > 0 {
				w.marks[len(w.marks)-1].advance += m.advance
			}
			continue
		}
		m.id = fonts.GID(g.GlyphID)
		if surplus {
			m.from, m.to = s.chars[to-1].to, s.chars[to-1].to
		} else {
			m.from, m.to = s.chars[at].from, s.chars[at].to
			if n == len(out)-1 {
				m.to = s.chars[to-1].to
			}
		}
		w.marks = append(w.marks, m)
	}
}
