package document

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/layout/lang"
	"rapporteur/sources"
	"rapporteur/sources/diag"
	"rapporteur/sources/pattern"
)

// What looks like a slip in the words of a text, line by line, as they were typed: signs that mark nothing and are
// printed, references without brackets, passages that are still to be written. A sign that a backslash says to be meant
// is none.

// slip is one of them. That of a reference is one only where something has the id.
type slip struct {
	code, found, id string
	pos             diag.Pos
}

// sign is a shape of words that is printed as it stands, and the finding that tells so. The shape is looked for only
// where the words have one of its marks: it costs a hundred times what looking for a mark does.
type sign struct {
	code  string
	marks []string
	shape *pattern.Pattern
}

// marked reports whether words have one of a sign's marks.
func (s *sign) marked(words string) bool {
	return slices.ContainsFunc(s.marks, func(mark string) bool { return strings.Contains(words, mark) })
}

// signs are looked for in every stretch of words. The finding names the first group of the shape. A star or a stroke
// that begins a paragraph may be meant, as that of a note below a table.
var signs = []sign{
	{"bold-unclosed", []string{"**"}, pattern.Of(`(\*\*[^*\s]{1,30}|[^*\s]{1,30}\*\*)(?:[^*]|$)`)},
	{"bold-unclosed", []string{"__"}, pattern.Of(`(?:^|[^_\pL\pN])(__\pL[^_\s]{0,30})`)},
	{"bold-unclosed", []string{"*", "_"}, pattern.Of(`[\s("“«]([*_]\pL[^*_\s.]{0,30})(?:[\s,;:!?.]|$)`)},
	{"struck-words", []string{"~~"}, pattern.Of(`(~~[^~\n]{1,40}(?:~~)?)`)},
	{"formula-typed", []string{"$"}, pattern.Of(`(\$[^$\s](?:[^$\n]*[\\^_={}])[^$\n]*\$)`)},
	{"formula-typed", []string{"$"}, pattern.Of(`(?:^|[\s("“«])(\$[A-Za-zα-ωΑ-Ω]{1,2}\$)(?:[\s,.;:!?)”»]|$)`)},
	{"note-typed", []string{"^["}, pattern.Of(`(\^\[[^\]\n]{0,40})`)},
	{"command-typed", []string{`\`}, pattern.Of(`(?:^|\s)(\\[A-Za-z]{3,20})`)},
	{"command-typed", []string{"[/"}, pattern.Of(`(?i)(\[/(?:b|i|u|s|color|url|img|size|quote)\])`)},
	{"command-typed", []string{"{.", "{/", "{#"}, pattern.Of(`(\{[./#][A-Za-z][A-Za-z-]{0,20}\})`)},
	{"entity-typed", []string{"&"}, pattern.Of(`(&#?[A-Za-z0-9]{2,12};)`)},
	{"rule-typed", []string{"===", "~~~~", "____", "+++", "···", "***", "####"},
		pattern.Of(`^\s*(={3,}|~{4,}|_{4,}|\+{3,}|·{3,}|\*{3,}|#{4,})\s*$`)},
	{"words-unfinished", []string{"rem", "REM"}, pattern.Of(`(?i)(lorem ipsum)`)},
	{"words-unfinished", []string{"xx", "XX", "xX", "Xx", "??", "__"},
		pattern.Of(`([\[(<](?i:x{3,}|\?{2,}|_{3,})[\])>]|^(?i:x{3,})\.?$|\b(?i:x{4,})\b)`)},
}

var referenceTyped = pattern.Of(`(?:^|[\s(])@([A-Za-z0-9][A-Za-z0-9-]{0,63})`)

// signReader looks through a text.
type signReader struct {
	language *lang.Language
	found    []slip
}

// slipsOf finds those of a version of a text in a language.
func (r *resolver) slipsOf(v *sources.Version, language string) []slip {
	s := &signReader{language: r.languages.Of(language)}
	s.blocks(v.Blocks)
	for _, n := range v.Notes {
		s.blocks(n.Blocks)
	}
	s.numbersLeft()
	return s.found
}

func (s *signReader) blocks(list []sources.Block) {
	for i := range list {
		b := &list[i]
		if b.Literal || b.Kind == sources.CodeBlock {
			continue
		}
		s.inlines(b.Inlines)
		if b.Table != nil {
			for _, row := range append(b.Table.Head, b.Table.Rows...) {
				for k := range row {
					s.inlines(row[k].Inlines)
				}
			}
		}
		s.blocks(b.Blocks)
	}
}

func (s *signReader) inlines(list []sources.Inline) {
	for i := range list {
		in := &list[i]
		s.inlines(in.Inlines)
		if in.Kind == sources.Run {
			s.run(in)
		}
	}
}

// run looks through one stretch of words.
func (s *signReader) run(in *sources.Inline) {
	words := in.Text
	if in.Signs != "" {
		words = in.Signs
	}
	var told [][2]int
	tell := func(code string, at, end int, id string) {
		if slices.ContainsFunc(told, func(is [2]int) bool { return at > is[0] && at < is[1] }) {
			return // a part of what was told already
		}
		told = append(told, [2]int{at, end})
		pos := in.Pos
		if pos.Near == "" {
			pos.Column += utf8.RuneCountInString(words[:at])
		}
		s.found = append(s.found, slip{code, words[at:end], id, pos})
	}
	if at, end := stillToWrite(words, s.language.Unfinished); at >= 0 {
		tell("words-unfinished", at, end, "")
	}
	s.left(words, tell)
	s.blank(words, tell)
	look(signs, words, tell)
	if !strings.Contains(words, "@") {
		return
	}
	for _, m := range referenceTyped.FindAllStringSubmatchIndex(words, -1) {
		tell("reference-typed", m[2]-1, m[3], words[m[2]:m[3]])
	}
}

// teller notes what was found, from one byte of the words to another; of a reference, the id.
type teller func(code string, at, end int, id string)

// look tells what has one of the shapes.
func look(shapes []sign, words string, tell teller) {
	for _, sign := range shapes {
		if !sign.marked(words) {
			continue
		}
		for _, m := range sign.shape.FindAllStringSubmatchIndex(words, -1) {
			tell(sign.code, m[2], m[3], "")
		}
	}
}

// stillToWrite finds a phrase that stands for words which are still to come: one of capitals wherever it is no word
// within another, any at the beginning of brackets or as all the words that there are.
func stillToWrite(words string, phrases []string) (from, to int) {
	for _, phrase := range phrases {
		if at := strings.Index(words, phrase); at >= 0 && phrase == strings.ToUpper(phrase) {
			before, _ := utf8.DecodeLastRuneInString(words[:at])
			after, _ := utf8.DecodeRuneInString(words[at+len(phrase):])
			if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
				return at, at + len(phrase)
			}
		}
	}
	if !strings.ContainsAny(words, "[(<") && utf8.RuneCountInString(words) > 40 {
		return -1, -1 // neither in brackets nor a line of few words
	}
	for _, m := range bracketed.FindAllStringSubmatchIndex(words, -1) {
		if m[2] < 0 {
			m[2], m[3] = m[4], m[5]
		}
		inner := strings.ToLower(strings.Trim(words[m[2]:m[3]], " ."))
		for _, phrase := range phrases {
			rest, begins := strings.CutPrefix(inner, strings.ToLower(phrase))
			if after, _ := utf8.DecodeRuneInString(rest); begins && !unicode.IsLetter(after) {
				return m[0], m[1]
			}
		}
	}
	return -1, -1
}

// bracketed is words in brackets, or a whole line.
var bracketed = pattern.Of(`[\[(<]([^\[\]()<>]{2,60})[\])>]|^([^\[\]()<>]{2,40})$`)
