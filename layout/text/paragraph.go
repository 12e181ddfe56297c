package text

import (
	"unicode/utf8"

	"github.com/go-text/typesetting/language"

	"rapporteur/fonts"
)

// paragraph is what the lines of a paragraph share.
type paragraph struct {
	tokens  []token
	pieces  []pieceInfo
	rtl     bool
	ordered bool // its characters are not all from left to right
}

// pieceInfo is what a line needs to know of a piece.
type pieceInfo struct {
	look   *look
	anchor string
	leaf   Node
	link   int32
	note   int32
	color  Color
	whole  bool
	dotted bool
}

// token is a word and the space after it: what the paper calls a box and a glue.
type token struct {
	w        *word
	gap      int32 // natural width of the space after it
	piece    int32
	start    int32 // byte of the piece where it starts
	kind     gapKind
	flags    tokenFlags
	level    int8 // of bidi
	gapLevel int8
}

// gapKind is what stands after a token.
type gapKind uint8

const (
	gapNone  gapKind = iota
	gapSpace         // white space
	gapFixed         // a no-break space: as wide, and stretched like it, but never a line's end
	gapHan           // between two characters of Chinese, or one and a letter: nothing is painted there
)

type tokenFlags uint8

const (
	gapNext   tokenFlags = 1 << iota // the space after it belongs to the next token's piece
	mayBreak                         // a line may end after it
	forced                           // a line ends after it
	knot                             // no line ends after it but in an emergency: see ties
	reluctant                        // a line ends after it only where it gains by it
	whole                            // it is not divided
)

// longestToken caps what is shaped and cached as one word, in bytes; nothing that is written with spaces comes near it.
const longestToken = 1024

// flatText is a paragraph as one sequence of characters, made only where the order of characters or Chinese asks for
// it.
type flatText struct {
	runes  []rune
	levels []int8
	breaks []bool // may a line end before this character (UAX #14)
	starts []int32
}

// needsFlat reports whether a paragraph holds anything that words alone do not decide: text from right to left, or
// without spaces.
func needsFlat(p *Paragraph) (ordered, han bool) {
	ordered = p.RTL()
	for i := range p.Pieces {
		t := p.Pieces[i].Text
		for j := 0; j < len(t); j++ {
			c := t[j]
			if c < 0xd6 { // below U+0580 all is written with spaces from left to right
				continue
			}
			r, n := utf8.DecodeRuneInString(t[j:])
			if isRTLish(r) {
				ordered = true
			}
			if isHan(r) || r >= 0x0e00 && r < 0x1e00 {
				han = true
			}
			j += n - 1
		}
		han = han || fonts.HabitOf(p.Pieces[i].Style.Lang.WrittenIn()) == fonts.Square
	}
	return ordered, han
}

// tokenise fills s.tokens and s.pieces.
func (s *Setter) tokenise(p *Paragraph) (ordered bool) {
	s.tokens, s.pieces = s.tokens[:0], s.pieces[:0]
	s.justification = justificationOf(p)
	ordered, han := needsFlat(p)
	flat := ordered || han
	if flat {
		s.flatten(p, ordered, han)
	}
	at := int32(0) // index into the flat text
	for pi := range p.Pieces {
		pc := &p.Pieces[pi]
		l := s.look(pc.Style)
		s.pieces = append(s.pieces, pieceInfo{look: l, anchor: pc.Anchor, leaf: pc.Leaf, link: pc.Link, note: pc.Note,
			color: pc.Style.Color, whole: pc.Whole, dotted: pc.Style.Dotted})
		t := pc.Text
		if pc.Box > 0 {
			s.box(pi, l, pc.Box, flat, at)
			at++
			t = ""
		}
		for i := 0; i < len(t); {
			r, n := rune(t[i]), 1
			if r >= 0x80 {
				r, n = utf8.DecodeRuneInString(t[i:])
			}
			if isBlank(r) || r == noBreakSpace {
				s.space(pi, r == noBreakSpace, flat, at)
				i += n
				at++
				continue
			}
			var j int
			if flat {
				var count int32
				j, count = s.tokenEnd(t, i, at, l)
				s.token(p, pi, l, i, j, s.flat.levels[at])
				s.flat.starts = append(s.flat.starts, at)
				at += count
			} else {
				j = plainEnd(t, i)
				s.token(p, pi, l, i, j, 0)
			}
			i = j
		}
		if pc.Break && len(s.tokens) > 0 {
			s.tokens[len(s.tokens)-1].flags |= forced
		}
	}
	s.bind(flat, han)
	return ordered
}

// space notes white space after the last token; a run of it is one space, and there is none before the first token.
func (s *Setter) space(piece int, fixed, flat bool, at int32) {
	if len(s.tokens) == 0 {
		return
	}
	t := &s.tokens[len(s.tokens)-1]
	if t.kind != gapNone {
		if fixed { // a no-break space wins over white space beside it
			t.kind = gapFixed
		}
		return
	}
	t.kind = gapSpace
	if fixed {
		t.kind = gapFixed
	}
	if int(t.piece) != piece {
		t.flags |= gapNext
	}
	if flat {
		t.gapLevel = s.flat.levels[at]
	}
}

// plainEnd gives the end of the token that starts at byte i: white space, a no-break space, or the piece's end.
func plainEnd(t string, i int) int {
	j := i
	for ; j < len(t) && j-i < longestToken; j++ {
		c := t[j]
		if c > ' ' && c < 0x80 {
			continue
		}
		if c <= ' ' {
			return j
		}
		if c == 0xc2 && j+1 < len(t) && (t[j+1] == 0xa0 || t[j+1] == 0x85) {
			return j
		}
		if c == 0xe2 && j+2 < len(t) && t[j+1] == 0x80 && (t[j+2] == 0xa8 || t[j+2] == 0xa9) {
			return j
		}
	}
	for j < len(t) && !utf8.RuneStart(t[j]) {
		j++
	}
	return j
}

// tokenEnd is plainEnd where also a change of level and each character of Chinese end a token. It also counts the
// token's characters.
func (s *Setter) tokenEnd(t string, i int, at int32, l *look) (end int, count int32) {
	level := s.flat.levels[at]
	j := i
	alone, last := false, rune(0)
	for j < len(t) {
		r, n := utf8.DecodeRuneInString(t[j:])
		if isBlank(r) || r == noBreakSpace || j-i >= longestToken {
			break
		}
		if alone && count == 1 && r == last && isHalf(r) { // two of them are one sign of Chinese
			j, count = j+n, count+1
			continue
		}
		han := isHan(r) || l.chinese && isSharedSign(r) && !elides(last, r, t[j+n:])
		last = r
		if j > i && (han || alone || s.flat.levels[at+count] != level && !isIgnorable(r)) && !staysWith(r) {
			break
		}
		if (han || alone) && !staysWith(r) {
			alone = han
		}
		j += n
		count++
	}
	return j, count
}

// token adds the word t[i:j] of a piece.
func (s *Setter) token(p *Paragraph, pi int, l *look, i, j int, level int8) {
	t := p.Pieces[pi].Text
	before, after := aSpace, aSpace
	if n := len(s.tokens); n > 0 && s.tokens[n-1].kind == gapNone && s.tokens[n-1].flags&forced == 0 {
		before = context(s.tokens[n-1].w.last)
	}
	if r := following(p, pi, j); r != 0 && !isBlank(r) && r != noBreakSpace {
		after = context(r)
	}
	text := t[i:j]
	switch {
	case l.nearby:
		text = nearbyWords(t, i, j)
	case level&1 == 1:
		text = s.meeting(l, t, i, j)
	}
	w := s.word(l, text, before, after, level&1 == 1)
	s.tokens = append(s.tokens, token{w: w, piece: int32(pi), start: int32(i), level: level})
}

// context gives what matters of a character that stands beside a word without a space: nothing, unless letters join
// there.
func context(r rune) rune {
	if r >= 0x620 && language.LookupScript(r) == language.Arabic || r == 0x200d || r == 0x640 {
		return r
	}
	return alone
}

// following gives the character after byte j of a piece, 0 at the paragraph's end or before a forced break.
func following(p *Paragraph, pi, j int) rune {
	for {
		pc := &p.Pieces[pi]
		if j < len(pc.Text) {
			r, _ := utf8.DecodeRuneInString(pc.Text[j:])
			return r
		}
		if pc.Break || pi+1 == len(p.Pieces) {
			return 0
		}
		pi, j = pi+1, 0
	}
}

// nearbyWords gives a word with those before and after it in its piece.
func nearbyWords(t string, i, j int) string {
	a := i
	for a > 0 && t[a-1] == ' ' {
		a--
	}
	b := a
	for b > 0 && t[b-1] > ' ' && a-b < longestToken {
		b--
	}
	c := j
	for c < len(t) && t[c] == ' ' {
		c++
	}
	d := c
	for d < len(t) && t[d] > ' ' && d-c < longestToken {
		d++
	}
	return neighbourly(t[b:a], t[i:j], t[c:d])
}
