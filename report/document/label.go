package document

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/layout/lang"
	"rapporteur/sources"
	"rapporteur/sources/pattern"
)

// label is what stands before a sub-paragraph or a numbered paragraph in a text that was typed without lists: "(a)",
// "ii)", "12 bis.", "•".
type label struct {
	text     string // as typed; "" for a bullet, which the report draws
	around   string // the signs about its numeral: "()", ")", ".", "-"; of bullets and dashes, the sign
	readings []reading
	ordinal  string // "bis", "ter" …; "" none
	weak     bool   // it is one only where another follows, being what a sentence may begin with as well
	size     int    // bytes of the words that it takes up, with the white space after it
}

// reading is what a numeral may count by: "i" is the ninth letter, and one in Roman figures.
type reading struct {
	by string
	n  int
}

// The ways to count that every language shares.
const (
	byFigures = "figures"
	byRoman   = "roman"
	byLetters = "letters"
)

// ordinals make a number one that was put in after it: "12 bis" in the languages of the United Nations.
const ordinals = `bis|ter|quater|quinquies|sexies|бис|тер|кватер|之[一二三四五六七八九十]|` +
	`مكررا(?:ً| ثانيا| ثالثا)?|مكررًا|مكرر`

var (
	labelShape = pattern.Of(`^[ \x{a0}]*([(（]?)(\p{Nd}{1,3}|\p{L}{1,5}\p{M}?)` +
		`(?:[ \x{a0}]?(` + ordinals + `))?(\.?[ \x{a0}]?[-–—] |°?/[ \x{a0}]|[).）．、])[ \x{a0}]*`)
	bulletShape = pattern.Of(`^[ \x{a0}]*([•·●▪■◦○‣⁃❖➢➤➔►▶▸→⇒✓✔☐☑◆◇♦⦁∙\x{f0b7}\x{f0a7}])[ \x{a0}]*`)
	copyright   = pattern.Of(`^ *\([cC]\) ?\p{Nd}{4}`)
	dashShape   = pattern.Of(`^[ \x{a0}]*([–—-])[ \x{a0}]+`)
)

// labelOf reads the label that words begin with; false where they begin with none.
func labelOf(words string, l *lang.Language) (label, bool) {
	if r, _ := utf8.DecodeRuneInString(words); !strings.ContainsAny(words[:min(len(words), maxLabel)], ").）．、-–—/") &&
		(unicode.IsLetter(r) || unicode.IsDigit(r)) {
		return label{}, false
	}
	if m := bulletShape.FindStringSubmatch(words); m != nil {
		return label{around: "•", size: len(m[0])}, len(m[0]) < len(words)
	}
	if m := dashShape.FindStringSubmatch(words); m != nil {
		return label{text: "–", around: m[1], weak: true, size: len(m[0])}, true
	}
	m := labelShape.FindStringSubmatch(words)
	if m == nil || copyright.MatchString(words) || m[1] != "" && !strings.ContainsAny(m[4], ")）") {
		return label{}, false
	}
	wide := strings.Contains("）．、", m[4])
	if !wide && len(m[0]) < len(words) && !strings.HasSuffix(m[0], " ") && !strings.HasSuffix(m[0], "\u00a0") {
		return label{}, false
	}
	t := label{around: m[1] + closing(m[4]), ordinal: m[3], size: len(m[0]), readings: readings(m[2], l)}
	if m[1] == "" && strings.ContainsAny(m[4], ")）") && m[2] == strings.ToUpper(m[2]) && len(t.readings) == 0 {
		t.readings = capitals(m[2], l)
	}
	t.text = strings.TrimSpace(strings.ReplaceAll(m[0], "\u00a0", " "))
	figures := len(t.readings) > 0 && t.readings[0].by == byFigures
	t.weak = m[1] == "" && !strings.ContainsAny(m[4], ")）") && t.ordinal == ""
	return t, len(t.readings) > 0 && (t.ordinal == "" || figures || strings.ContainsAny(m[4], ")）"))
}

// closing is the sign after a numeral in the form that all its kind are compared by: "1 -", "1.-" and "1–" are one.
func closing(sign string) string {
	if strings.ContainsAny(sign, "-–—") {
		return "-"
	}
	if strings.Contains(sign, "/") {
		return "/"
	}
	return strings.ReplaceAll(sign, "．", ".")
}

// readings gives what a numeral may mean, in small letters only: "A." and "I." are headings, and begin names.
func readings(numeral string, l *lang.Language) []reading {
	if n, err := strconv.Atoi(sources.Figures(numeral)); err == nil {
		return []reading{{byFigures, n}}
	}
	var out []reading
	numeral = strings.ReplaceAll(numeral, "\u0640", "") // the stroke that lengthens an Arabic letter
	for i, one := range l.Letters {
		if one == numeral {
			out = append(out, reading{l.Folder, i + 1})
		}
	}
	if n := letterNumber(numeral); n > 0 {
		out = append(out, reading{byLetters, n})
	}
	for n := 1; n <= maxRoman && strings.Trim(numeral, "ivxl") == ""; n++ {
		if strings.ToLower(lang.Roman(n)) == numeral {
			out = append(out, reading{byRoman, n})
		}
	}
	return out
}

// capitals are the readings of a numeral in capitals, which only a bracket makes a label: "A)".
func capitals(numeral string, l *lang.Language) []reading {
	list := readings(strings.ToLower(numeral), l)
	for i := range list {
		list[i].by += ", capitals"
	}
	return list
}

// maxRoman is the highest Roman figure that is read as one.
const maxRoman = 50

// letterNumber counts a, b, … z, aa, bb …, as sub-paragraphs of the United Nations are; 0 is none.
func letterNumber(s string) int {
	if len(s) == 0 || len(s) > 2 || s[0] < 'a' || s[0] > 'z' || s[len(s)-1] != s[0] {
		return 0
	}
	return int(s[0]-'a') + 1 + 26*(len(s)-1)
}

// follows gives the reading of the label that comes after another of the same signs; false where none does.
func (t *label) follows(around string, after reading) (reading, bool) {
	for _, r := range t.readings {
		if t.around == around && r.by == after.by && r.n == after.n+1 {
			return r, true
		}
	}
	return reading{}, false
}

// numbers reports whether the label, so read, may be the number of a paragraph: "1.", "1 -".
func (t *label) numbers(r reading) bool {
	return r.by == byFigures && (t.around == "." || t.around == "-" || t.around == "/" || t.around == "、")
}

// begins gives the reading by which the label is the first of its kind; Roman figures before letters.
func (t *label) begins() (reading, bool) {
	for i := len(t.readings) - 1; i >= 0; i-- {
		if t.readings[i].n == 1 {
			return t.readings[i], true
		}
	}
	return reading{}, false
}
