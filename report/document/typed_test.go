package document

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rapporteur/layout/lang"
	"rapporteur/report/manifesttest"
	"rapporteur/sources"
	"rapporteur/sources/diag"
)

// chapter resolves a report of one chapter with a text, and more keys of the chapter; it gives its blocks in short,
// and the codes that were told.
func chapter(t *testing.T, language, keys, text string) (blocks, codes string) {
	t.Helper()
	indented := strings.ReplaceAll(text, "\n", "\n      ")
	manifest := "rapporteur: 1\nreport: {title: T, language: " + language + ", date: 2012-03-01}\nintroduction:\n" +
		"  - title: One\n" + keys + "    text: |\n      " + indented + "\n"
	var bag diag.Bag
	d := Resolve(manifesttest.Read(t, manifest), lang.Embedded(), &bag)
	for _, f := range bag.All() {
		codes += fmt.Sprintf("%d:%s ", f.Pos.Line-4-strings.Count(keys, "\n")-1, f.Code)
	}
	var b strings.Builder
	for i := range d.Parts {
		for _, text := range d.Parts[i].Texts {
			short(&b, text.Blocks)
		}
	}
	return strings.TrimSpace(b.String()), strings.TrimSpace(codes)
}

// short writes blocks as words with their labels, lists in braces.
func short(b *strings.Builder, list []Block) {
	for i := range list {
		switch e := &list[i]; e.Kind {
		case sources.List, sources.Quote, sources.Div:
			b.WriteString("{ ")
			short(b, e.Blocks)
			b.WriteString("} ")
		case sources.Item:
			fmt.Fprintf(b, "<%s> ", e.Label)
			short(b, e.Blocks)
		default:
			if e.Paragraph > 0 {
				fmt.Fprintf(b, "%d%s. ", e.Paragraph, e.Ordinal)
			}
			b.WriteString(Plain(e.Inlines) + " | ")
		}
	}
}

// TestLabelsTypedByHand: what a draft has before its sub-paragraphs makes lists of them, whether they stand in lines of
// one paragraph or apart, in the letters of their language; what only looks so stays as it is.
func TestLabelsTypedByHand(t *testing.T) {
	for _, c := range []struct{ lang, text, want, codes string }{
		{"en", "(a) First;\n(b) Second;\n(c) Third.", "{ <(a)> First; | <(b)> Second; | <(c)> Third. | }", ""},
		{"en", "The meeting:\n(a) opened;\n(b) closed.", "1. The meeting: | { <(a)> opened; | <(b)> closed. | }", ""},
		{"en", "It decided:\n\n(a) To open:\n\n(i) here;\n\n(ii) there;\n\n(b) To close.",
			"1. It decided: | { <(a)> To open: | { <(i)> here; | <(ii)> there; | } <(b)> To close. | }", ""},
		{"en", "(a) To open:\n   - here;\n   - there;\n(b) To close.",
			"{ <(a)> To open: | { <> here; | <> there; | } <(b)> To close. | }", ""},
		{"en", "(a) To open:\n\n- here;\n- there;\n\n(b) To close.\n\n- More.",
			"{ <(a)> To open: | { <> here; | <> there; | } <(b)> To close. | } { <> More. | }", ""},
		{"en", "(h) Eight;\n\n(i) Nine;\n\n(j) Ten.", "{ <(h)> Eight; | <(i)> Nine; | <(j)> Ten. | }", ""},
		{"en", "(*a*) First;\n\n(*b*) Second.", "{ <(a)> First; | <(b)> Second. | }", ""},
		{"en", "a) first\n\nb) second", "{ <a)> first | <b)> second | }", ""},
		{"fr", "Il décide :\n\na/ d’ouvrir\n\nb/ de clore", "1. Il décide : | { <a/> d’ouvrir | <b/> de clore | }", ""},
		{"es", "Decide:\n\na.- abrir\n\nb.- cerrar", "1. Decide: | { <a.-> abrir | <b.-> cerrar | }", ""},
		{"en", "He read a/ and b/ aloud.\n\n1/2 of it.", "1. He read a/ and b/ aloud. | 2. 1/2 of it. |", ""},
		{"en", "• first\n• second", "{ <> first | <> second | }", ""},
		{"en", "It has:\no\tfirst\no\tsecond", "1. It has: | { <> first | <> second | }", ""},
		{"en", "(a)\tfirst;\n(b)\tsecond.", "{ <(a)> first; | <(b)> second. | }", ""},
		{"ar", "(أ) الأول؛\n\n1 - الفقرة الأولى.\n\n٢ - الفقرة الثانية.",
			"{ <(أ)> الأول؛ | } 1. الفقرة الأولى. | 2. الفقرة الثانية. |", ""},
		{"zh", "一、第一项\n二、第二项", "{ <一、> 第一项 | <二、> 第二项 | }", ""},
		{"en", "– first;\n– second.", "{ <–> first; | <–> second. | }", ""},
		{"en", "- first\n– second\n— third\n\nEnd.", "{ <> first | <> second | <> third | } 1. End. |", ""},
		{"en", "– first\n— second", "{ <–> first | <–> second | }", ""},
		{"en", "- The States met in the south of the region of the great lakes\n– all of them – in May",
			"{ <> The States met in the south of the region of the great lakes – all of them – in May | }", ""},
		{"en", "a. First.\n\nb. Second.", "{ <a.> First. | <b.> Second. | }", ""},
		{"ru", "12. Первое.\n\n12 бис. Второе.\n\n13. Третье.",
			"12. Первое. | 12бис. Второе. | 13. Третье. |", "1:numbers-differ"},
		{"zh", "1、第一。\n\n1之二、第二。\n\n2、第三。", "1. 第一。 | 1之二. 第二。 | 2. 第三。 |", ""},
		{"ar", "1 - الأول.\n\n1 مكررا - الثاني.\n\n2 - الثالث.", "1. الأول. | 1مكررا. الثاني. | 2. الثالث. |", ""},
		{"ru", "а) первое;\n\nб) второе.", "{ <а)> первое; | <б)> второе. | }", ""},
		{"ar", "(أ) الأول؛\n\n(ب) الثاني.", "{ <(أ)> الأول؛ | <(ب)> الثاني. | }", ""},
		{"zh", "（一）第一项；\n\n（二）第二项。", "{ <（一）> 第一项； | <（二）> 第二项。 | }", ""},
		{"en", "(a) First;\n\n(c) Third.", "{ <(a)> First; | <(c)> Third. | }", "3:label-sequence"},
		// no labels
		{"en", "As resolution 5\n(a) of 2010 says.", "1. As resolution 5 (a) of 2010 says. |", ""},
		{"en", `\(a) is a letter.`, "1. (a) is a letter. |", ""},
		{"en", "A. Smith spoke.", "1. A. Smith spoke. |", ""},
		{"en", "(The meeting rose.)", "1. (The meeting rose.) |", ""},
		{"en", "5 - 10 tonnes were caught.", "1. 5 – 10 tonnes were caught. |", ""},
		{"pt", "Decidiu\no Comitê e\no Conselho.", "1. Decidiu o Comitê e o Conselho. |", ""},
		{"fr", "– dit-il.", "1. – dit-il. |", ""},
	} {
		got, codes := chapter(t, c.lang, "", c.text)
		if got != c.want || codes != c.codes {
			t.Errorf("%q\n got %s (%s)\nwant %s (%s)", c.text, got, codes, c.want, c.codes)
		}
	}
}

// TestNumbersTypedByHand: paragraph numbers of a draft are the report's, those of a list within it are not; what
// differs is told.
func TestNumbersTypedByHand(t *testing.T) {
	const one, two = "1. The meeting was opened.\n\n", "2. The Chair spoke.\n\n"
	for _, c := range []struct{ keys, text, want, codes string }{
		{"", one + two + "# Debate\n\n3. It was closed.",
			"1. The meeting was opened. | 2. The Chair spoke. | Debate | 3. It was closed. |", ""},
		{"", one + two + "2 bis. A paragraph was added.\n\n3. It was closed.",
			"1. The meeting was opened. | 2. The Chair spoke. | 2bis. A paragraph was added. | 3. It was closed. |",
			""},
		{"", "1. It decided:\n\n(a) To open;\n\n(b) To close.\n\n2. It rose.",
			"1. It decided: | { <(a)> To open; | <(b)> To close. | } 2. It rose. |", ""},
		{"", "The General Assembly,\n\n*Recalling* its resolution,\n\n1. *Decides* to meet.\n\n2. *Invites* all.",
			"The General Assembly, | Recalling its resolution, | 1. Decides to meet. | 2. Invites all. |", ""},
		{"", one + "4. It was closed.", "1. The meeting was opened. | 4. It was closed. |", "3:numbers-gap"},
		{"", "5. The meeting was opened.\n\n6. It rose.",
			"5. The meeting was opened. | 6. It rose. |", "1:numbers-differ"},
		{"    numbers: adopt\n", "5. The meeting was opened.\n\n6. It rose.",
			"5. The meeting was opened. | 6. It rose. |", ""},
		{"    numbers: renumber\n", "5. The meeting was opened.\n\n7. It rose.",
			"1. The meeting was opened. | 2. It rose. |", ""},
		{"", "1/ The meeting was opened.\n\n2/ The Chair spoke.",
			"1. The meeting was opened. | 2. The Chair spoke. |", ""},
		{"", "1°/ The meeting was opened.\n\n2°/ The Chair spoke.",
			"1. The meeting was opened. | 2. The Chair spoke. |", ""},
		{"    numbered: false\n", "We met.\n\nWe spoke.", "We met. | We spoke. |", ""},
		{"", "We met.\n\n::: {numbered=false}\nA quotation.\n:::\n\nWe spoke.",
			"1. We met. | { A quotation. | } 2. We spoke. |", ""},
		{"    numbers: adopt\n", "5. The meeting was opened.\n\n7. It rose.",
			"5. The meeting was opened. | 7. It rose. |", ""},
		{"", "# Resolution 1\n\n1. *Decides* to meet.\n\n2. *Invites* all.\n\n# Resolution 2\n\n1. *Calls* on all." +
			"\n\n2. *Thanks* all.", "Resolution 1 | 1. Decides to meet. | 2. Invites all. | Resolution 2 | " +
			"1. Calls on all. | 2. Thanks all. |", ""},
		{"", "Resolution 1\n\n1. *Decides* to meet.\n\nResolution 2\n\n1. *Calls* on all.",
			"Resolution 1 | 1. Decides to meet. | Resolution 2 | 1. Calls on all. |", ""},
		{"", "I. Opening\n\n1. The meeting was opened.\n\n2. The Chair spoke.",
			"I. Opening | 1. The meeting was opened. | 2. The Chair spoke. |", ""},
		{"", "**Opening**\n\n1. The meeting was opened.\n\n2. The Chair spoke.",
			"Opening | 1. The meeting was opened. | 2. The Chair spoke. |", ""},
		{"", "The debate went on.\n\n31. Kenya spoke.\n\n32. Norway spoke.",
			"The debate went on. | 31. Kenya spoke. | 32. Norway spoke. |", "3:numbers-differ"},
		{"", "1968. A great year.", "1. 1968. A great year. |", ""},
		{"", "2011. That was it.\n\nWe met.", "1. 2011. That was it. | 2. We met. |", ""},
		// lists
		{"", "It adopted its agenda:\n\n1. Opening.\n\n2. Closure.",
			"1. It adopted its agenda: | { <> Opening. | <> Closure. | }", ""},
		{"", "1. Opening\n2. Closure", "{ <> Opening | <> Closure | }", ""},
	} {
		got, codes := chapter(t, "en", c.keys, c.text)
		if got != c.want || codes != c.codes {
			t.Errorf("%s%q\n got %s (%s)\nwant %s (%s)", c.keys, c.text, got, codes, c.want, c.codes)
		}
	}
}

// TestNumbersTypedTwice: numbers in a form that is not adopted are told where the report puts its own before them; what
// a sentence may begin with is not.
func TestNumbersTypedTwice(t *testing.T) {
	for text, want := range map[string]string{
		"1. 1. The meeting was opened.":                        "1:number-twice",
		"1. 1.The meeting was opened.\n\n2. It rose.":          "1:number-twice",
		"1 The meeting was opened.":                            "1:number-twice",
		"11 The meeting was opened.\n\n12 It rose.":            "1:number-twice 3:number-twice",
		"1.1 The meeting was opened.":                          "1:number-twice",
		"(A) The meeting was opened.":                          "1:number-twice",
		"A. The meeting was opened.\n\nB. It rose.":            "1:number-twice 3:number-twice",
		"[1] The meeting was opened.":                          "1:number-twice",
		"A. Smith spoke.\n\nJ. Brown spoke.":                   "",
		"A. Smith spoke.\n\nB. Jones spoke.":                   "",
		"20 States took part.\n\n35 States sent a message.":    "",
		"1.5 million tonnes were caught.":                      "",
		"5 March 2012 was the last day.":                       "",
		"1. First:\n\n   1. Opening;\n   2. Closure.":          "",
		"1968. A great year.":                                  "",
		"Article 1. The States meet.\n\nArticle 2. They vote.": "1:number-twice 3:number-twice",
		"Art. 1er. – Les États.\n\nArt. 2. – Ils votent.":      "1:number-twice 3:number-twice",
		"OP1. Decides;\n\nOP2. Requests.":                      "1:number-twice 3:number-twice",
		"Rec. 1: Meet.\n\nRec. 2: Vote.":                       "1:number-twice 3:number-twice",
		"Article 1. The States meet.\n\nThey vote.":            "",
		"Chapter 7 was adopted.\n\nChapter 8 was not.":         "",
	} {
		if _, codes := chapter(t, "en", "", text); codes != want {
			t.Errorf("%q: %q, want %q", text, codes, want)
		}
	}
}

// TestCaptionsTypedByHand: "Table 1. …" beside a table is its caption, a sentence that speaks of it is not.
func TestCaptionsTypedByHand(t *testing.T) {
	const table = "| a | b |\n|---|---|\n| 1 | 2 |\n\n"
	for _, c := range []struct{ lang, text, own, words string }{
		{"en", "Table 1. Catches of fish\n\n" + table, "Table 1.", "Catches of fish"},
		{"en", "**Table 2 – Catches**\n\n" + table, "Table 2 –", "Catches"},
		{"en", table + "TABLE 3: Catches\n", "TABLE 3:", "Catches"},
		{"fr", "Tableau 1. Prises\n\n" + table, "Tableau 1.", "Prises"},
		{"en", "Table 1 shows the catches.\n\n" + table, "", ""},
		{"en", "Table 1. Catches\n\nWords between.\n\n" + table, "", ""},
	} {
		manifest := "rapporteur: 1\nreport: {title: T, language: " + c.lang + ", date: 2012-03-01}\nintroduction:\n" +
			"  - title: One\n    text: |\n      " + strings.ReplaceAll(c.text, "\n", "\n      ") + "\n"
		d := resolved(t, manifest)
		own, words := "", ""
		for i := range d.Parts {
			for _, text := range d.Parts[i].Texts {
				text.walk(func(b *Block) {
					if b.Table != nil && b.Table.Caption != nil {
						own, words = b.Table.Caption.Own, b.Table.Caption.Plain()
					}
				})
			}
		}
		if own != c.own || words != c.words {
			t.Errorf("%q: %q %q", c.text, own, words)
		}
	}
}

// TestSignsTakenLiterally: where a text is said to mean what it says, signs that Markdown takes for marks are printed.
func TestSignsTakenLiterally(t *testing.T) {
	for text, want := range map[string]string{
		"It is 5*3*2 here.":               "1. It is 5*3*2 here. |",
		"It is 5**3**2 here.":             "1. It is 5**3**2 here. |",
		"> 5 tonnes were caught.":         "1. > 5 tonnes were caught. |",
		"> 5 tonnes here\n> 6 there.":     "1. > 5 tonnes here > 6 there. |",
		"- 5 degrees it was.":             "1. - 5 degrees it was. |",
		"+ 5 degrees it was.":             "1. + 5 degrees it was. |",
		"# 5 of us spoke.":                "1. # 5 of us spoke. |",
		"> 5 tonnes.\n>\n> They weighed.": "{ 1. > 5 tonnes. | 2. > They weighed. | }",
		"- one\n- two":                    "{ <> one | <> two | }",
		"> A quotation.":                  "{ A quotation. | }",
		"It is *so* here.":                "1. It is so here. |",
	} {
		if got, codes := chapter(t, "en", "    prose: literal\n", text); got != want || codes != "" {
			t.Errorf("%q: %s (%s), want %s", text, got, codes, want)
		}
	}
}

// TestCaptionsRenumbered: where the report lists its tables, a caption with another number than it gets there is told.
func TestCaptionsRenumbered(t *testing.T) {
	const table = "\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n"
	for text, want := range map[string][]string{
		"Table 1. Catches" + table + "Table 2. Votes" + table: nil,
		"Table 1. Catches" + table + "Table 7. Votes" + table: {"caption-renumbered"},
		"Table I. Catches" + table + "Table II. Votes":        nil,
	} {
		var bag diag.Bag
		Resolve(manifesttest.Read(t, "rapporteur: 1\nreport: {title: T, language: en, date: 2012-03-01}\n"+
			"layout: {lists: [tables]}\nintroduction:\n  - title: One\n    text: |\n      "+
			strings.ReplaceAll(text, "\n", "\n      ")+"\n"), lang.Embedded(), &bag)
		var codes []string
		for _, f := range bag.All() {
			codes = append(codes, f.Code)
		}
		if !slices.Equal(codes, want) {
			t.Errorf("%q: %v, want %v", text, codes, want)
		}
	}
}

// TestRecommendationNumberTyped: a recommendation that begins with the number which the report gives it is told.
func TestRecommendationNumberTyped(t *testing.T) {
	var bag diag.Bag
	Resolve(manifesttest.Read(t, "rapporteur: 1\nreport: {title: T, language: en, date: 2012-03-01}\n"+
		"recommendations:\n"+
		"  - {id: a, text: 1. States should act.}\n  - {id: b, text: States should meet.}\n"), lang.Embedded(), &bag)
	if all := bag.All(); len(all) != 1 || all[0].Code != "number-twice" || all[0].Pos.Line != 4 {
		t.Errorf("%v", all)
	}
}

// TestAltsOfPrograms: alternative texts that a program made up say nothing of a picture; those of people do.
func TestAltsOfPrograms(t *testing.T) {
	for _, alt := range []string{"IMG_1234", "map.png", "WhatsApp Image 2021-03-04 at 10.00.00", "Untitled-1",
		"Capture d’écran 2021-03-04", "Рисунок 1", "图片 1", "alt text", "12",
		"A picture containing text Description automatically generated"} {
		if !fileAlt.MatchString(alt) {
			t.Errorf("%s is not told", alt)
		}
	}
	for _, alt := range []string{"Photo of the opening meeting", "Map of the region", "Carte", "Figures of 2011"} {
		if fileAlt.MatchString(alt) {
			t.Errorf("%s is told", alt)
		}
	}
}

// TestBlanks: what stands for a figure, a day or a name that is still to come is told, in each language, and Roman
// figures, sub-paragraphs, questions and what a quotation puts in brackets are not.
func TestBlanks(t *testing.T) {
	for lang, lines := range map[string][]string{
		"en": {"See p. XX.", "See para. xx above.", "See paragraph [xx].", "See page ___)", "As of ../../2011 it.",
			"On XX September.", "See annex [ ].", "By [name] it.", "A/CONF.1/XX was.", "66/___ was.", "At xx.xx hours.",
			"Of $XX it.", "XX% of it.", "XX per cent.", "It was ???", "On __/__/2011 it.", "See footnote XX."},
		"fr": {"Voir p. XX.", "Le XX septembre.", "Par [nom].", "[À préciser]", "XX millions."},
		"es": {"XX de septiembre.", "Véase pág. XX."},
		"ru": {"См. стр. XX.", "XX сентября.", "(подлежит уточнению)"},
		"zh": {"见第XX页。", "[日期]"},
		"ar": {"انظر الصفحة XX.", "[التاريخ]"},
	} {
		for _, line := range lines {
			if _, codes := chapter(t, lang, "", line); codes != "1:words-unfinished" {
				t.Errorf("%s: %q: told %q", lang, line, codes)
			}
		}
	}
	for lang, lines := range map[string][]string{
		"en": {"Article XX of it, chapter XX, p. xx of the preface and Decision XX/1.", "The XXth century.",
			"Is it so?? Yes.", "The [State] party and [the country] said so [1].", "See pp. 2–3 … and [A]."},
		"fr": {"À quelle page ? À celle-ci.", "Le XXe siècle, l’article XX et l’annexe XX."},
	} {
		for _, line := range lines {
			if _, codes := chapter(t, lang, "", line); codes != "" {
				t.Errorf("%s: %q: told %q", lang, line, codes)
			}
		}
	}
}
