package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/layout/lang"
)

// ties are the reasons for which a word stays on a line with the word beside it.
type ties uint16

const (
	beforeFigure ties = 1 << iota // an abbreviation that keeps the figure after it: "para. 14", "vol. II"
	beforeWord                    // a title, an ordinal, a preposition of one letter: "Mme Durand", "1er janvier"
	initials                      // "J." before a surname
	ofUnit                        // stays with the figure before it: "12 km"
	numeral                       // begins with a figure
	roman                         // is a Roman numeral
	capital                       // begins with a capital
	thousands                     // one to three figures: "10" in "10 000"
	threeFigures                  // exactly three: "000"
	dayOfMonth                    // may be the day of a date
)

// tiesOf finds what a word may be tied by, in a language or in none.
func tiesOf(l *lang.Language, word string) ties {
	var t ties
	bare := strings.TrimLeftFunc(word, opens)
	core := strings.TrimRightFunc(bare, closes)
	first, _ := utf8.DecodeRuneInString(bare)
	small := strings.ToLower(bare)
	set := func(flag ties, is bool) {
		if is {
			t |= flag
		}
	}
	set(capital, unicode.IsUpper(first))
	set(initials, t&capital != 0 && areInitials(bare))
	set(roman, core != "" && strings.Trim(core, "IVXLC") == "")
	set(beforeFigure, small == "№" || small == "§" || small == "§§")
	set(beforeWord, strings.HasSuffix(bare, "º") || strings.HasSuffix(bare, "ª")) // "1.º de enero"
	if l != nil {
		set(beforeFigure, slices.Contains(l.Binds.Figures, small))
		set(beforeWord, slices.Contains(l.Binds.Words, small))
		units := l.Binds.Units
		set(ofUnit, slices.Contains(units, word) || slices.Contains(units, strings.TrimRightFunc(word, closes)))
		set(dayOfMonth, l.MayBeDay(core))
	}
	if unicode.IsDigit(first) {
		t |= numeral
		n := len(core)
		set(thousands, n <= 3 && allDigits(core))
		set(threeFigures, n == 3 && len(bare) == len(word) && allDigits(core))
	}
	return t
}

func opens(r rune) bool  { return strings.ContainsRune("(«“[‘„\"—", r) }
func closes(r rune) bool { return strings.ContainsRune(".,;:!?)]»”’\"…", r) }

func allDigits(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' }) < 0
}

// areInitials tells "J.", "J.-P.", "А.С.".
func areInitials(s string) bool {
	letters := 0
	for s != "" {
		s = strings.TrimPrefix(s, "-")
		r, n := utf8.DecodeRuneInString(s)
		if !unicode.IsUpper(r) || !strings.HasPrefix(s[n:], ".") {
			return false
		}
		letters++
		s = s[n+1:]
	}
	return letters > 0 && letters <= 3
}

// tied reports whether a line may not end between two words with a space between.
func tied(a, b ties) bool {
	switch {
	case a&(beforeFigure|beforeWord|initials|numeral) == 0:
		return false
	case a&beforeWord != 0,
		a&beforeFigure != 0 && b&(numeral|roman) != 0,
		a&initials != 0 && b&capital != 0,
		a&thousands != 0 && b&threeFigures != 0:
		return true
	}
	return a&numeral != 0 && b&ofUnit != 0
}

// tieDate keeps a date together that begins with token i: the day with the month, which is not divided, and the year
// with what belongs to it. A line may end before the year, but not for nothing.
func (s *Setter) tieDate(i int) {
	l := s.pieces[s.tokens[i].piece].look.style.Lang
	word := func(k int) string {
		if i+k >= len(s.tokens) || i+k > i && s.tokens[i+k-1].kind == gapNone {
			return ""
		}
		return strings.TrimRightFunc(s.tokens[i+k].w.text, closes)
	}
	month, end := l.MatchDate(word)
	for k := range end {
		t := &s.tokens[i+k]
		if k > 0 {
			t.flags |= whole
		}
		switch {
		case t.flags&mayBreak == 0 || k+1 == end:
		case k == month:
			t.flags |= reluctant
		default:
			t.tie()
		}
	}
}

// tie lets no line end after a token, but in an emergency.
func (t *token) tie() { t.flags = t.flags&^mayBreak | knot }

// untie lets lines end between words that are tied and together wider than a line, and reports whether there are any.
func (s *Setter) untie(line Length) (any bool) {
	for from := 0; from < len(s.tokens); {
		to, width := from, s.tokens[from].w.width
		for ; s.tokens[to].flags&knot != 0; to++ {
			width += Length(s.tokens[to].gap) + s.tokens[to+1].w.width
		}
		for i := from; i < to && width > line; i++ {
			s.tokens[i].flags |= mayBreak
			any = true
		}
		from = to + 1
	}
	return any
}
