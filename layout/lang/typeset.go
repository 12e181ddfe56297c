package lang

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Typography is what typesetters of a language make of the signs of a keyboard: the quotation marks that stand for "…"
// and '…', each with the white within them, and the white before signs, whether an ordinary space was typed there or
// none.
type Typography struct {
	Quotes []string          `yaml:"quotes"`
	Inner  []string          `yaml:"inner"`
	Before map[string]string `yaml:"before"` // signs that share a space, each with the space
	Close  map[string]string `yaml:"close"`  // by region, those of the signs that it sets without
	Elided []string          `yaml:"elided"` // words that begin with an apostrophe, without it
	Dash   string            `yaml:"dash"`   // for a hyphen between spaces, where it is not an en dash
}

// Typesetter writes the words of one paragraph as its language prints them. What is already as it should be stays.
type Typesetter struct {
	l       *Language
	last    rune // written before; 0 at the beginning
	doubles int  // quotation marks that are open
	singles int
}

// Typesetter begins a paragraph in the language.
func (l *Language) Typesetter() *Typesetter { return &Typesetter{l: l} }

// In goes on in another language: with words in it, in the midst of the paragraph.
func (t *Typesetter) In(l *Language) (before *Language) {
	before, t.l = t.l, l
	return before
}

// Over notes words that are written as they stand.
func (t *Typesetter) Over(words string) {
	if r, n := utf8.DecodeLastRuneInString(words); n > 0 {
		t.last = r
	}
}

// Set writes words; after is what follows them in the paragraph.
func (t *Typesetter) Set(words, after string) string {
	if !t.l.Typography.concerns(words) && (t.l.Percent == "" || !strings.ContainsFunc(words, isPercent)) {
		t.Over(words)
		return words
	}
	all := words + after
	stops := t.stops(words)
	var b strings.Builder
	for i := 0; i < len(words); {
		n := address(all[i:], t.last)
		if n == 0 {
			if n = strings.IndexAny(words[i:], stops); n < 0 {
				n = len(words) - i
			}
			n = amongSquares(all[i:], n)
		}
		if n = min(n, len(words)-i); n > 0 { // as it stands
			b.WriteString(words[i : i+n])
			t.Over(words[i : i+n])
			i += n
			continue
		}
		out, n := t.sign(words[i:], all[i:])
		b.WriteString(out)
		t.Over(out)
		i += n
	}
	return b.String()
}

// stops are the signs at which words are looked at: spaces only where something may come of them.
func (t *Typesetter) stops(words string) string {
	signs := "\"'-."
	if t.l.Percent != "" {
		signs += "%" + t.l.Percent
	}
	if len(t.l.Typography.Before) > 0 {
		return signs + " (;!?:«»"
	}
	if strings.Contains(words, " -") || strings.Contains(words, "://") || strings.ContainsAny(words, "@«") ||
		strings.Contains(words, "www.") {
		return signs + " ("
	}
	return signs
}

// concerns reports whether there may be anything to set among words: of most there is not.
func (y *Typography) concerns(words string) bool {
	if strings.ContainsAny(words, "\"'") || strings.Contains(words, "--") || strings.Contains(words, "...") ||
		strings.Contains(words, " - ") || strings.Contains(words, "« ") {
		return true
	}
	return len(y.Before) > 0 && (strings.ContainsAny(words, ";!?:«»") || strings.HasSuffix(words, " ")) ||
		strings.HasSuffix(words, " -")
}

// sign gives what is printed for the sign that words begin with, and how many bytes it has.
func (t *Typesetter) sign(words, all string) (string, int) {
	r, n := utf8.DecodeRuneInString(words)
	next, _ := utf8.DecodeRuneInString(all[n:])
	switch {
	case r == '"':
		return t.double(next), n
	case r == '\'':
		return t.single(all[n:]), n
	case r == '-':
		return t.dash(words, all)
	case r == '.' && t.last != '.' && strings.HasPrefix(words, "...") && !strings.HasPrefix(all[3:], "."):
		return "…", 3
	case r == ' ':
		return t.space(all[n:]), n
	case isPercent(r):
		if figure := t.percented(words[n:], all[n:]); figure != "" {
			t.Over(figure)
			return figure + t.percent(r), n + len(figure)
		}
		return t.percent(r), n
	case strings.ContainsRune(";!?:«»", r):
		return t.before(r, next) + words[:n] + t.behind(r, next), n
	}
	return words[:n], n
}

// opening reports whether a quotation mark begins a quotation after what was written last.
func (t *Typesetter) opening() bool {
	return t.last == 0 || unicode.IsSpace(t.last) || strings.ContainsRune("([{«“„‘‚—–-/¿¡", t.last)
}

// double is a quotation mark typed as ". After a figure, where none is open, it is inches; one within another is an
// inner one.
func (t *Typesetter) double(next rune) string {
	white := next == utf8.RuneError || unicode.IsSpace(next)
	switch {
	case len(t.l.Typography.Quotes) != 2:
	case t.opening() && !white,
		t.doubles == 0 && !white && !unicode.IsDigit(t.last) && // in Chinese, after a prefix in Arabic
			(unicode.IsLetter(next) || unicode.IsDigit(next) || wideOpening(next) || next == '\'' && wide(t.last)):
		t.doubles++
		return t.marks(t.doubles)[0]
	case t.doubles > 0:
		t.doubles--
		return t.marks(t.doubles + 1)[1]
	}
	return `"`
}

// marks are the quotation marks so deep in others, from 1.
func (t *Typesetter) marks(depth int) []string {
	if inner := t.l.Typography.Inner; depth%2 == 0 && len(inner) == 2 {
		return inner
	}
	return t.l.Typography.Quotes
}

// wideOpening reports a mark that opens something in Chinese.
func wideOpening(r rune) bool { return strings.ContainsRune("《〈（「『【〔", r) }

// wide reports what may stand before a quotation in Chinese, where no space does.
func wide(r rune) bool {
	const stops, ends = "：，。；、！？", "）》〉」』】〕”’…—"
	return unicode.Is(unicode.Han, r) || wideOpening(r) || strings.ContainsRune(stops+ends, r)
}

// single is ' : an apostrophe, a quotation mark within a quotation, or feet and minutes after a figure.
func (t *Typesetter) single(after string) string {
	next, _ := utf8.DecodeRuneInString(after)
	inner := t.l.Typography.Inner
	begins := t.opening() || t.singles == 0 && wide(t.last)
	switch {
	case t.singles > 0 && len(inner) == 2 && !apart(next) && !unicode.IsDigit(next):
		t.singles--
		return inner[1]
	case begins && (t.l.Typography.elides(after) || decade.MatchString(after)):
		return "’" // ’tis, ’90s
	case begins && len(inner) == 2 && closesSingle(after):
		t.singles++
		return inner[0]
	case apart(t.last) || unicode.IsDigit(t.last) && unicode.IsLetter(next):
		return "’"
	case begins && (unicode.IsLetter(next) || unicode.IsDigit(next)):
		return "’"
	}
	return "'"
}

// apart reports a letter of a word that spaces stand around, unlike those of Chinese.
func apart(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Han, r) }

// decade is what follows the apostrophe of ’90s, or of a year like ’45 before a stop, where no quotation mark comes
// after it.
var decade = regexp.MustCompile(`^\d(?:0s?(?:[^\pL\pN'’]|$)|\d(?:[;,.:!?)](?:\D|$)|$))`)

// elides reports whether a word follows that begins with an apostrophe: ’tis.
func (y *Typography) elides(after string) bool {
	word := after[:max(0, strings.IndexFunc(after+" ", func(r rune) bool { return !unicode.IsLetter(r) }))]
	return slices.Contains(y.Elided, strings.ToLower(word)) && !strings.HasPrefix(after[len(word):], "'")
}

// closesSingle reports whether a ' follows that ends a word: no white stands before it, nor a letter after it.
func closesSingle(after string) bool {
	for {
		before, rest, found := strings.Cut(after, "'")
		if !found {
			return false
		}
		last, _ := utf8.DecodeLastRuneInString(before)
		next, _ := utf8.DecodeRuneInString(rest)
		if !apart(next) && !unicode.IsDigit(next) && !unicode.IsSpace(last) {
			return true
		}
		after = rest
	}
}

// dash makes dashes of two and three hyphens, and of one between spaces.
func (t *Typesetter) dash(words, all string) (string, int) {
	n := len(all) - len(strings.TrimLeft(all, "-"))
	switch {
	case n > len(words):
		return words[:1], 1
	case n == 2:
		return "–", n
	case n == 3:
		return "—", n
	case n == 1 && t.last == ' ' && strings.HasPrefix(all[1:], " "):
		if len(all) > 2 && isDigit(all[2]) { // between figures it is a range
			return "–", n
		}
		return cmp.Or(t.l.Typography.Dash, "–"), n
	}
	return words[:n], n
}

// space is the space before what comes after it, where the language has one of its own there.
func (t *Typesetter) space(after string) string {
	next, size := utf8.DecodeRuneInString(after)
	follows, _ := utf8.DecodeRuneInString(after[size:])
	if t.last == '«' && t.l.Typography.spaced() {
		return "\u00a0"
	}
	if after == "" || after[0] >= 'a' && after[0] <= 'z' || t.last == 0 || unicode.IsSpace(t.last) {
		return " "
	}
	if space := t.white(next); space != "" && (follows == utf8.RuneError ||
		!unicode.IsLetter(follows) && !unicode.IsDigit(follows)) {
		return space
	}
	return " "
}

// white is what the language has before a sign; "" for nothing.
func (t *Typesetter) white(sign rune) string {
	_, region, _ := strings.Cut(t.l.Tag, "-")
	if strings.ContainsRune(t.l.Typography.Close[region], sign) {
		return ""
	}
	for signs, space := range t.l.Typography.Before {
		if strings.ContainsRune(signs, sign) {
			return space
		}
	}
	return ""
}

// spaced reports whether quotation marks of the language have white within them.
func (y *Typography) spaced() bool {
	return len(y.Quotes) == 2 && strings.HasSuffix(y.Quotes[0], "\u00a0")
}

// before is the white that belongs before a sign and was not typed. After a sign that is none of a word's or a
// quotation's end there is none: "(?)", "?!".
func (t *Typesetter) before(sign, next rune) string {
	ends := next == utf8.RuneError || unicode.IsSpace(next) ||
		sign != ':' && strings.ContainsRune("!?.,…)]}»”\"'", next) // not of a time, a ratio, an address, code
	behind := ")]}»”’…%°"
	if sign == '»' {
		ends, behind = true, behind+"!?.,"
	}
	if ends && (unicode.IsLetter(t.last) || unicode.IsDigit(t.last) || strings.ContainsRune(behind, t.last)) {
		return t.white(sign)
	}
	return ""
}

// behind is the white that belongs after a quotation mark that opens, and was not typed.
func (t *Typesetter) behind(sign, next rune) string {
	if sign != '«' || !t.l.Typography.spaced() || next == utf8.RuneError || unicode.IsSpace(next) {
		return ""
	}
	return "\u00a0"
}

// maxAddress is how many bytes of a word are looked at for whether it is an address.
const maxAddress = 300

// address gives how many bytes of a web or mail address words begin with, 0 where none begins there.
func address(words string, before rune) int {
	if (unicode.IsLetter(before) || unicode.IsDigit(before)) && !wide(before) {
		return 0
	}
	words = words[:min(len(words), maxAddress)]
	if c := words[0]; c == ' ' || c == '"' || c == '\'' || c == '(' || c == '-' {
		return 0
	}
	end := strings.IndexFunc(words, func(r rune) bool { return unicode.IsSpace(r) || r != '…' && r != '—' && wide(r) })
	if end < 0 {
		end = len(words)
	}
	if word := words[:end]; strings.Contains(word, "://") || strings.HasPrefix(word, "www.") ||
		strings.Contains(word, "@") {
		return len(strings.TrimRight(word, `;:!?,.»”"')`))
	}
	return 0
}

// amongSquares gives where among the first n bytes of words an address begins right after a character of Chinese, where
// no space parts the two; n where none does.
func amongSquares(words string, n int) int {
	last := rune(0)
	for i, r := range words[:n] {
		if last >= 0x2e80 && r < 0x80 && address(words[i:], last) > 0 {
			return i
		}
		last = r
	}
	return n
}
