package bidi

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// pair is an opening and a closing bracket, as indexes into the sequence; opened one whose partner is not yet met.
type (
	pair   struct{ from, to int }
	opened struct {
		at    int
		close rune
	}
)

// mostOpen is how many brackets may be open at once; at one more no further pairs are looked for (BD16).
const mostOpen = 63

// paired are the brackets of BidiBrackets.txt, each opening one before its closing one.
const paired = "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯" +
	"⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽" +
	"⸢⸣⸤⸥⸦⸧⸨⸩⹕⹖⹗⹘⹙⹚⹛⹜〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"

// closing gives the partner of an opening bracket, 0 for any other character.
func closing(r rune) rune { return partners[r] }

// partners are the closing brackets by their opening ones.
var partners = func() map[rune]rune {
	table := map[rune]rune{}
	for rest := paired; rest != ""; {
		a, n := utf8.DecodeRuneInString(rest)
		b, m := utf8.DecodeRuneInString(rest[n:])
		table[a], rest = b, rest[n+m:]
	}
	return table
}()

// canonical folds the two brackets that are canonically equivalent to others (BD14, BD15).
func canonical(r rune) rune {
	switch r {
	case 0x2329:
		return 0x3008
	case 0x232a:
		return 0x3009
	}
	return r
}

// findPairs fills s.pairs with the bracket pairs of the sequence, in the order of their opening brackets (BD16).
func (s *sequence) findPairs(text []rune) {
	s.pairs, s.open = s.pairs[:0], s.open[:0]
	for k, i := range s.at {
		if s.class[k] != bidi.ON {
			continue
		}
		r := canonical(text[i])
		if partner := closing(r); partner != 0 {
			if len(s.open) == mostOpen {
				break
			}
			s.open = append(s.open, opened{k, partner})
			continue
		}
		for n := len(s.open) - 1; n >= 0; n-- {
			if s.open[n].close == r {
				s.pairs = append(s.pairs, pair{s.open[n].at, k})
				s.open = s.open[:n]
				break
			}
		}
	}
	slices.SortFunc(s.pairs, func(a, b pair) int { return cmp.Compare(a.from, b.from) })
}

// brackets gives both brackets of a pair one direction: rule N0.
func (s *sequence) brackets(text []rune, given []bidi.Class) {
	s.findPairs(text)
	along := direction(s.level)
	for _, p := range s.pairs {
		c := bidi.ON
		for k := p.from + 1; k < p.to; k++ {
			switch in := strongest(s.class[k]); in {
			case bidi.L, bidi.R:
				c = in
			}
			if c == along {
				break
			}
		}
		switch {
		case c == bidi.ON: // nothing in it has a direction
			continue
		case c != along && s.before(p.from) != c:
			c = along
		}
		for _, k := range [2]int{p.from, p.to} {
			s.class[k] = c
			for k++; k < len(s.class) && given[s.at[k]] == bidi.NSM; k++ { // marks on the bracket
				s.class[k] = c
			}
		}
	}
}

// before is the direction of the last letter or figure before a character.
func (s *sequence) before(k int) bidi.Class {
	for k--; k >= 0; k-- {
		if c := strongest(s.class[k]); c == bidi.L || c == bidi.R {
			return c
		}
	}
	return s.start
}
