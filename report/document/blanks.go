package document

import (
	"slices"
	"strings"

	"rapporteur/layout/lang"
	"rapporteur/sources/pattern"
)

// What stands in a draft where a figure, a day or a name is still to come: "p. XX", "XX September", "A/CONF.1/XX",
// "$XX million", "page ___", "[ ]", "[name]". Roman figures are none: a page may be xx, a century XX and an article XX.

var blanks = []sign{
	{"words-unfinished", []string{"XX", "_", "?", "…", "..", "["}, pattern.Of(
		`(?:^|[\s(«“])(?i:pp?|pages?|págs?|páginas?|стр|с|seiten?|paras?|paragraphs?|par|paragraphes?|párrs?|` +
			`párrafos?|пп?|пункт\pL*|footnotes?|notes?|notas?|сноск\pL*)\.?[\s\x{a0}]+` +
			`(XX+|__+|\?\?+|…|\.\.+|\[[ _xX…]*\])(?:[^\pL\pN_]|$)`)},
	{"words-unfinished", []string{"xx"}, pattern.Of(
		`(?:^|[\s(«“])(?i:paras?|paragraphs?|par|paragraphes?|párrs?|párrafos?|пп?|пункт\pL*)\.?[\s\x{a0}]+` +
			`(\[?xx+\]?)(?:[^\pL\pN]|$)`)},
	{"words-unfinished", []string{"XX", "__", "..", "xx"}, pattern.Of(
		`(?:^|[\s(])((?:[Xx]{2}|\.\.|__)[./:-](?:[Xx]{2}|\.\.|__)(?:[./-][\dXx]{2,4})?)(?:[\s,.;:)]|$)`)},
	{"words-unfinished", []string{"XX", "__"}, pattern.Of(
		`[A-Z0-9][/.](XX+|__+)(?:[\s,.;:)\]/]|$)`)},
	{"words-unfinished", []string{"X"}, pattern.Of(`([$€£¥][ \x{a0}]?X{1,3})(?:[^\pL]|$)`)},
	{"words-unfinished", []string{"XX"}, pattern.Of(`(?:^|[^\pL\pN])(XX+)[ \x{a0}]?(?:%|` +
		`(?i:per ?cent|pour cent|por ciento|процент|million|milliard|billion|millon|млн|млрд|万|亿))`)},
	{"words-unfinished", []string{"XX", "__"}, pattern.Of(
		`(?:第|الصفحة |صفحة |الفقرة )(XX+|__+)`)},
	{"words-unfinished", []string{"["}, pattern.Of(`(\[(?:[ \x{a0}]{1,10}|[_?●•]{1,10}|[xX]{2,10})\])`)},
	{"words-unfinished", []string{"???"}, pattern.Of(`(\?{3,})`)},
	{"words-unfinished", []string{"___"}, pattern.Of(`(?:[\pL\pN.] |/|\()(_{3,5})(?:[\s).,;:%/]|$)`)},
}

// dayBlank is what stands for the day before the name of a month: "XX September", ".. de septiembre".
var dayBlank = sign{"words-unfinished", []string{"XX", "xx", "..", "…", "__", "["}, pattern.Of(
	`(?:^|[\s(])(XX|xx|\.\.+|…|__+|\[ *\]) +(?:de +)?(\pL{3,})`)}

// squared is words in square brackets, which may be the name of what is to stand there.
var squared = pattern.Of(`\[([\pL][\pL ]{1,30})\]`)

// blank looks for them in a stretch of words of a language.
func (s *signReader) blank(words string, tell teller) {
	look(blanks, words, tell)
	if strings.Contains(words, "[") {
		for _, m := range squared.FindAllStringSubmatchIndex(words, -1) {
			named := func(name string) bool { return strings.EqualFold(name, words[m[2]:m[3]]) }
			if slices.ContainsFunc(s.language.Blanks, named) {
				tell("words-unfinished", m[0], m[1], "")
			}
		}
	}
	if !dayBlank.marked(words) {
		return
	}
	for _, m := range dayBlank.shape.FindAllStringSubmatchIndex(words, -1) {
		if isMonth(words[m[4]:m[5]], s.language) {
			tell(dayBlank.code, m[2], m[3], "")
		}
	}
}

// isMonth reports whether a word is the name of a month, or one of its names.
func isMonth(word string, l *lang.Language) bool {
	is := func(name string) bool { return strings.EqualFold(name, word) }
	return slices.ContainsFunc(l.Months, func(month string) bool {
		return slices.ContainsFunc(strings.Split(month, "/"), is)
	})
}
