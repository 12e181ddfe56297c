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
	romans                        // is a Roman numeral that is no word or initial: "Annex II", "Louis XIV", "Пётр I"
	leadsUnit                     // begins a unit of two words: "per cent"
	endsUnit                      // and ends it
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
	set(roman, core != "" && strings.Trim(core, "IVXLCХ") == "")
	set(romans, t&roman != 0 && (len(core) > 1 || core == "V" || core == "X" || l.WrittenIn() != "Latn"))
	money := endsInMoney(core)
	set(beforeFigure, money && core == bare || small == "№" || small == "§" || small == "§§")
	set(ofUnit, money || core == "%" || core == "‰")
	set(beforeWord, strings.HasSuffix(bare, "º") || strings.HasSuffix(bare, "ª")) // "1.º de enero"
	if l != nil {
		if i := strings.LastIndex(small, "’"); i >= 0 && slices.Contains(l.Binds.Figures, small[i+len("’"):]) {
			t |= beforeFigure // "l’article 51"
		}
		set(beforeFigure, slices.Contains(l.Binds.Figures, small))
		set(beforeWord, slices.Contains(l.Binds.Words, small))
		units := l.Binds.Units
		short := core // with the stop that shortens it, before a comma
		if rest := bare[len(core):]; strings.HasPrefix(rest, ".") {
			short += "."
		}
		set(ofUnit, slices.Contains(units, short) || isUnit(units, core))
		set(leadsUnit, slices.ContainsFunc(units, func(u string) bool {
			return len(u) > len(word) && u[:len(word)] == word && u[len(word)] == ' '
		}))
		set(endsUnit, slices.ContainsFunc(units, func(u string) bool {
			return len(u) > len(core) && strings.HasSuffix(u, core) && u[len(u)-len(core)-1] == ' '
		}))
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

// raisedTies are what letters above the line are tied by: those of an ordinal, as in "1er janvier" and "XXe siècle", to
// a word, those of an abbreviation, as in "no 5", to a figure.
func raisedTies(l *lang.Language, letters string) ties {
	switch {
	case l == nil:
		return 0
	case l.Ordinals.End(letters):
		return beforeWord
	case l.Ordinals.EndNumber(letters):
		return beforeFigure
	}
	return 0
}

// isUnit tells a unit, and those that are made of several: "kg/m²".
func isUnit(units []string, word string) bool {
	for part := range strings.SplitSeq(word, "/") {
		if !slices.Contains(units, part) {
			return false
		}
	}
	return true
}

// endsInMoney tells "€", "US$".
func endsInMoney(s string) bool {
	r, size := utf8.DecodeLastRuneInString(s)
	other := func(r rune) bool { return !unicode.IsUpper(r) }
	return strings.ContainsRune("€$£¥₽", r) && !strings.ContainsFunc(s[:len(s)-size], other)
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
	case a&(beforeFigure|beforeWord|initials|numeral|roman|ofUnit|capital|leadsUnit) == 0:
		return false
	case a&beforeWord != 0,
		a&beforeFigure != 0 && b&(numeral|roman) != 0,
		a&initials != 0 && b&capital != 0,
		a&capital != 0 && b&romans != 0,
		a&leadsUnit != 0 && b&endsUnit != 0,
		a&thousands != 0 && b&threeFigures != 0:
		return true
	}
	return a&(numeral|roman|ofUnit) != 0 && b&ofUnit != 0 // "12 км", "XX в.", "5 млн долл."
}

// tiedToUnit reports whether token i is a figure before a unit of two words.
func (s *Setter) tiedToUnit(i int) bool {
	if s.tokens[i+1].w.ties&leadsUnit == 0 || s.tokens[i].w.ties&(numeral|ofUnit) == 0 || i+2 >= len(s.tokens) {
		return false
	}
	return s.tokens[i+2].w.ties&endsUnit != 0
}

// counted reports whether a line may not end between a figure and the Chinese character that says of what it is, or
// between a character that announces a figure and the figure: "19日", "第5".
func counted(a, b ties) bool {
	return a&numeral != 0 && b&ofUnit != 0 || a&beforeFigure != 0 && b&numeral != 0
}

// tieDate keeps a date together that begins with token i: the day with the month, which is not divided, and the year
// with what belongs to it. A line may end before the year, but not for nothing.
func (s *Setter) tieDate(i int) {
	l := s.pieces[s.tokens[i].piece].look.style.Lang
	var ends []int // the last token of each word met
	word := func(k int) string {
		for len(ends) <= k {
			from := i
			if n := len(ends); n > 0 {
				from = ends[n-1] + 1
			}
			if from >= len(s.tokens) || from > i && s.tokens[from-1].flags&forced != 0 {
				return ""
			}
			ends = append(ends, s.wordEnd(from))
		}
		from := i
		if k > 0 {
			from = ends[k-1] + 1
		}
		return strings.TrimRightFunc(s.joined(from, ends[k]), closes)
	}
	month, end := l.MatchDate(word)
	for k := range end {
		t := &s.tokens[ends[k]]
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

// wordEnd is the last token of the word that a token begins: letters above the line are tokens of their own.
func (s *Setter) wordEnd(i int) int {
	for i+1 < len(s.tokens) && s.tokens[i].kind == gapNone && s.tokens[i].flags&forced == 0 {
		i++
	}
	return i
}

// joined is the text of tokens that stand without a space between them.
func (s *Setter) joined(from, to int) string {
	if from == to {
		return s.tokens[from].w.text
	}
	var b strings.Builder
	for i := from; i <= to; i++ {
		b.WriteString(s.tokens[i].w.text)
	}
	return b.String()
}

// tie lets no line end after a token, but in an emergency.
func (t *token) tie() { t.flags = t.flags&^mayBreak | knot }

// untie lets lines end between words that are tied and, with the signs that stay beside them, wider than a line. It
// reports whether there are any.
func (s *Setter) untie(line Length) (any bool) {
	for from := 0; from < len(s.tokens); {
		to, width := from, s.tokens[from].w.width
		for ; s.tokens[to].flags&(mayBreak|forced) == 0; to++ {
			width += Length(s.tokens[to].gap) + s.tokens[to+1].w.width
		}
		for i := from; i < to && width > line; i++ {
			if s.tokens[i].flags&knot != 0 {
				s.tokens[i].flags |= mayBreak
				any = true
			}
		}
		from = to + 1
	}
	return any
}
