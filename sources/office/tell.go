package office

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/sources/diag"
)

// teller says what of a text is not printed, or otherwise than in the file.
type teller struct {
	source Source
	losses map[string]*loss
	order  []string

	divided int // places where runs were divided
}

// loss is what happens in many paragraphs and is told once, at the first.
type loss struct {
	code  string
	at    Place
	args  diag.Args
	count int
	last  int // the number of the paragraph that was counted last
	words []string
}

func (t *teller) pos(at Place) diag.Pos {
	return diag.Pos{File: t.source.File, Line: at.Number, Near: at.Near}
}

// add tells a finding.
func (t *teller) add(code string, at Place, args diag.Args) {
	t.source.Bag.AddItem(code, t.pos(at), t.source.Item, args)
}

// often counts a finding that is told once, with the number of paragraphs that it concerns and the words that are
// lost. what tells kinds of it apart; it is the finding's argument of that name.
func (t *teller) often(code string, at Place, what, words string) {
	l := t.losses[code+what]
	if l == nil {
		l = &loss{code: code, at: at, last: -1}
		if what != "" {
			l.args = diag.Args{"what": what}
		}
		t.losses[code+what] = l
		t.order = append(t.order, code+what)
	}
	if l.last != at.Number {
		l.count++
		l.last = at.Number
	}
	if words = strings.TrimSpace(words); words != "" {
		l.words = append(l.words, words)
	}
}

// finish tells what was counted.
func (t *teller) finish() {
	for _, key := range t.order {
		l := t.losses[key]
		args := diag.Args{"count": strconv.Itoa(l.count), "words": strings.Join(l.words, " … ")}
		if len(l.words) == 0 {
			args["words"] = "–"
		}
		for name, value := range l.args {
			args[name] = value
		}
		t.add(l.code, l.at, args)
	}
}

// near gives the first words of a text, by which a reader finds it.
func near(text string) string {
	text = text[:min(len(text), 4*maxNear*nearLetter)]
	words := strings.Fields(strings.Map(func(r rune) rune {
		if unicode.IsGraphic(r) || unicode.IsSpace(r) {
			return r
		}
		return -1 // signs of private use among them
	}, strings.ToValidUTF8(text, "")))
	more := len(words) > maxNear
	s := strings.Join(words[:min(len(words), maxNear)], " ")
	if utf8.RuneCountInString(s) > nearLetter {
		s, more = string([]rune(s)[:nearLetter]), true
	}
	if more {
		s += "…"
	}
	return s
}
