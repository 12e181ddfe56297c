package lang

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// TestLanguagesAreWhole: a report can be written in each of the languages, and each has a name in all others.
func TestLanguagesAreWhole(t *testing.T) {
	set := Embedded()
	if got := strings.Join(set.Complete(), " "); got != "ar de el en es fr pt ru vi zh" {
		t.Errorf("languages: %s", got)
	}
	for _, code := range set.Codes() {
		l := set.Of(code)
		if lacks := l.Lacks(); len(lacks) > 0 {
			t.Errorf("%s lacks %v", code, lacks)
		}
		if l.Script != scriptOf(code) {
			t.Errorf("%s is written in %s, by its folder in %s", code, scriptOf(code), l.Script)
		}
		for other := range set.Of("en").Languages {
			if l.Languages[other] == "" {
				t.Errorf("%s has no name for the language %s", code, other)
			}
		}
		if tex, _, _ := l.Patterns(); (tex == "") != (l.Hyphenation.File == "") {
			t.Errorf("%s: %d bytes of patterns in %q", code, len(tex), l.Hyphenation.File)
		}
	}
}

// TestLacks: what a folder leaves out, misspells or has too much is told, and keeps it from the complete ones.
func TestLacks(t *testing.T) {
	full, err := fs.ReadFile(embedded, "en/language.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ old, new, want string }{
		{"  annex: Annex {n}\n", "", "strings: annex"},
		{"Annex {n}", "Annex {number}", "strings: annex: placeholders [n], not [number]"},
		{"  annex:", "  anex: x\n  annex:", "strings: anex: no such string"},
		{"December]", "]", "months"},
		{"colon: \": \"", "", "colon"},
		{"stop: \". \"", "stop: \"\"", "marks"},
	} {
		text := strings.Replace(string(full), c.old, c.new, 1)
		set, err := Embedded().With(fstest.MapFS{"qaa/language.yaml": {Data: []byte(text)}})
		if err != nil {
			t.Fatal(err)
		}
		if got := set.Of("qaa").Lacks(); len(got) != 1 || got[0] != c.want {
			t.Errorf("%s: %v", c.want, got)
		}
		if slices.Contains(set.Complete(), "qaa") {
			t.Errorf("%s: complete all the same", c.want)
		}
	}
	if _, err := Embedded().With(fstest.MapFS{"qaa/language.yaml": {Data: []byte("direction: rtl\n")}}); err == nil ||
		!strings.Contains(err.Error(), "qaa/language.yaml") {
		t.Errorf("a key that does not exist: %v", err)
	}
	if slices.Contains(Embedded().Codes(), "qaa") {
		t.Error("With has changed the set that it was asked of")
	}
}

// TestTags: a tag has the words of its language, the direction of its script, and patterns where the script is theirs.
func TestTags(t *testing.T) {
	for _, c := range []struct {
		tag, folder, script string
		rtl, hyphenated     bool
		leading             int
	}{
		{"fr", "fr", "Latn", false, true, 0}, {"fr-CA", "fr", "Latn", false, true, 0},
		{"pt-BR", "pt", "Latn", false, true, 0},
		{"en-US", "en", "Latn", false, true, 0}, {"de-AT", "de", "Latn", false, true, 0},
		{"ar", "ar", "Arab", true, false, 188}, {"ar-EG", "ar", "Arab", true, false, 188},
		{"ar-SA", "ar", "Arab", true, false, 188}, {"ar-Latn", "ar", "Latn", false, false, 0},
		{"zh", "zh", "Hans", false, false, 165}, {"zh-Hant-TW", "zh", "Hant", false, false, 165},
		{"zh-TW", "zh", "Hant", false, false, 165},
		{"fa", "", "Arab", true, false, 188}, {"ur-PK", "", "Arab", true, false, 188},
		{"he", "", "Hebr", true, false, 0},
		{"yi", "", "Hebr", true, false, 0}, {"dv", "", "Thaa", true, false, 0}, {"pa-PK", "", "Arab", true, false, 188},
		{"pa", "", "Guru", false, false, 0}, {"az-IR", "", "Arab", true, false, 188},
		{"az", "", "Latn", false, false, 0},
		{"ks-Deva", "", "Deva", false, false, 0}, {"hi", "", "Deva", false, false, 0},
		{"ja", "", "Jpan", false, false, 165},
		{"sw", "", "Latn", false, false, 0}, {"sr-Latn", "", "Latn", false, false, 0},
		{"sr", "", "Cyrl", false, false, 0},
		{"ru-Latn", "ru", "Latn", false, false, 0}, {"no such tag", "", "Latn", false, false, 0},
	} {
		l := Embedded().Of(c.tag)
		tex, _, _ := l.Patterns()
		if l.Tag != c.tag || l.Folder != c.folder || l.WrittenIn() != c.script || l.RTL() != c.rtl ||
			(tex != "") != c.hyphenated || l.LeastLeading() != c.leading {
			t.Errorf("%s: folder %q, %s, right to left %v, %d bytes of patterns, leading %d", l.Tag, l.Folder,
				l.WrittenIn(), l.RTL(), len(tex), l.LeastLeading())
		}
		if l != Embedded().Of(c.tag) {
			t.Errorf("%s is two languages", c.tag)
		}
	}
	if got := Embedded().Of("zh-Hant").ShapedAs(); got != "Hani" {
		t.Errorf("Hant is shaped as %s", got)
	}
	if got := Embedded().Of("fr-CA").Date(2012, 1, 1); got != "1er janvier 2012" {
		t.Errorf("a date in fr-CA: %s", got)
	}
	var none *Language
	if tex, _, _ := none.Patterns(); none.RTL() || none.LeastLeading() != 0 || none.WrittenIn() != "Latn" || tex != "" {
		t.Error("no language is not set as Latin")
	}
}

// TestNames: a language that has no word for another calls it as it calls itself, and else by its tag.
func TestNames(t *testing.T) {
	set, err := Embedded().With(fstest.MapFS{
		"qaa/language.yaml": {Data: []byte("name: Ours\nlanguages: {qab: Theirs}\n")}})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ in, tag, want string }{
		{"fr", "pt", "portugais"}, {"fr", "pt-BR", "portugais"}, {"en", "fa", "Persian"}, {"ar", "en-GB", "الإنكليزية"},
		{"de", "sr-Latn", "Serbisch"}, {"zh", "pt", "葡萄牙文"},
		{"en", "qaa", "Ours"}, {"en", "qaa-CA", "Ours"}, {"en", "qab", "qab"},
		{"qaa", "qab-XX", "Theirs"}, {"qaa", "fr", "français"}, {"fr-CA", "en", "anglais"},
	} {
		if got := set.Of(c.in).LanguageName(c.tag); got != c.want {
			t.Errorf("%s in %s: %q, want %q", c.tag, c.in, got, c.want)
		}
	}
}

func TestDates(t *testing.T) {
	for _, c := range []struct{ code, date, first, days, months string }{
		{"en", "19 September 2011", "1 January 2012", "19–20 September 2011", "30 September 2011 – 2 October 2011"},
		{"fr", "19 septembre 2011", "1er janvier 2012", "19-20 septembre 2011", "30 septembre 2011 – 2 octobre 2011"},
		{"es", "19 de septiembre de 2011", "1 de enero de 2012", "19–20 de septiembre de 2011",
			"30 de septiembre de 2011 – 2 de octubre de 2011"},
		{"ru", "19 сентября 2011 года", "1 января 2012 года", "19–20 сентября 2011 года",
			"30 сентября 2011 года – 2 октября 2011 года"},
		{"de", "19. September 2011", "1. Januar 2012", "19.–20. September 2011",
			"30. September 2011 bis 2. Oktober 2011"},
		{"pt", "19 de setembro de 2011", "1 de janeiro de 2012",
			"19 a 20 de setembro de 2011", "30 de setembro de 2011 a 2 de outubro de 2011"},
		{"zh", "2011年9月19日", "2012年1月1日", "2011年9月19日至20日", "2011年9月30日至2011年10月2日"},
		{"ar", "19 أيلول/سبتمبر 2011", "1 كانون الثاني/يناير 2012", "19–20 أيلول/سبتمبر 2011",
			"30 أيلول/سبتمبر 2011 – 2 تشرين الأول/أكتوبر 2011"},
	} {
		l := Embedded().Of(c.code)
		for _, p := range [][2]string{{l.Date(2011, 9, 19), c.date}, {l.Date(2012, 1, 1), c.first},
			{l.Dates(2011, 9, 19, 2011, 9, 20), c.days},
			{l.Dates(2011, 9, 30, 2011, 10, 2), c.months}, {l.Dates(2011, 9, 19, 2011, 9, 19), c.date}} {
			if p[0] != p[1] {
				t.Errorf("%s: %q, want %q", c.code, p[0], p[1])
			}
		}
	}
}

func TestLists(t *testing.T) {
	for _, c := range []struct {
		code, want string
		items      []string
	}{
		{"en", "A, B and C", []string{"A", "B", "C"}}, {"fr", "A et B", []string{"A", "B"}},
		{"es", "Francia e Italia", []string{"Francia", "Italia"}},
		{"es", "Francia e «Italia»", []string{"Francia", "«Italia»"}},
		{"es", "Oriente y 8", []string{"Oriente", "8"}},
		{"es", "Italia y Francia", []string{"Italia", "Francia"}}, {"es", "agua y hielo", []string{"agua", "hielo"}},
		{"zh", "甲、乙和丙", []string{"甲", "乙", "丙"}},
		{"ar", "مصر، المغرب والأردن", []string{"مصر", "المغرب", "الأردن"}}, {"ru", "", nil},
		{"de", "A und B", []string{"A", "B"}}, {"pt", "A, B e I", []string{"A", "B", "I"}},
	} {
		if got := Embedded().Of(c.code).List(c.items); got != c.want {
			t.Errorf("%s: %q, want %q", c.code, got, c.want)
		}
	}
}

// TestOrder sorts States as their languages do: accents after letters, ñ a letter of its own, ё with е, the Arabic
// article and hamza left out of account.
func TestOrder(t *testing.T) {
	for code, want := range map[string][]string{
		"fr": {"Côte d’Ivoire", "Égypte", "Espagne", "État", "Zambie"},
		"es": {"España", "Níger", "Nigeria", "Ñandubay", "Oman"},
		"ru": {"Европа", "Ёлка", "Жданов", "Йемен", "Казахстан"},
		"ar": {"إثيوبيا", "الأردن", "إسبانيا", "ألمانيا", "البرازيل", "مصر", "المغرب"},
		"de": {"Ägypten", "Albanien", "Oman", "Österreich", "Zypern"},
		"pt": {"África do Sul", "Alemanha", "Índia", "Irã", "Omã"},
		"zh": {"巴西", "法国", "日本", "中国"},
	} {
		names := slices.Clone(want)
		slices.Reverse(names)
		var got []string
		Embedded().Of(code).Order(false).Sort(len(names), func(i int) string { return names[i] }, func(order []int) {
			for _, i := range order {
				got = append(got, names[i])
			}
		})
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", code, got, want)
		}
	}
}

func TestPatterns(t *testing.T) {
	for code, least := range map[string][2]int{"en": {2, 3}, "fr": {2, 3}, "es": {2, 2}, "ru": {2, 2},
		"de": {2, 2}, "pt": {2, 3}} {
		tex, left, right := Embedded().Of(code).Patterns()
		if !strings.Contains(tex, `\patterns`) || [2]int{left, right} != least {
			t.Errorf("%s: %d bytes, minima %d %d", code, len(tex), left, right)
		}
	}
}

// TestNumbers: a number before a title, and in a reference.
func TestNumbers(t *testing.T) {
	for _, c := range []struct{ code, number, gap, bare string }{
		{"zh", "一、", "", "一"}, {"zh", "A.", "\u2002", "A"}, {"ar", "أولا -", "\u00a0", "أولا"},
		{"ar", "(1)", "\u2002", "1"},
		{"en", "IV.", "\u2002", "IV"}, {"fr-CA", "(a)", "\u2002", "a"},
	} {
		n := Embedded().Of(c.code).Numbers
		if gap, bare := n.Gap(c.number), n.Bare(c.number); gap != c.gap || bare != c.bare {
			t.Errorf("%s %q: %q, %q", c.code, c.number, gap, bare)
		}
	}
	for _, c := range []struct{ code, number, want string }{
		{"ar", "ثانيا", "الثاني"}, {"ar", "7", "7"}, {"zh", "二", "二"}, {"en", "II", "II"},
	} {
		if got := Embedded().Of(c.code).Numbers.InReference(c.number); got != c.want {
			t.Errorf("%s: chapter %q is referred to as %q", c.code, c.number, got)
		}
	}
}

// TestContractions: a preposition and the article after it become one word where the language joins them.
func TestContractions(t *testing.T) {
	for _, c := range []struct{ tag, who, want string }{
		{"fr", "le Groupe africain", "Au nom du Groupe africain"},
		{"fr", "les pays nordiques", "Au nom des pays nordiques"},
		{"fr", "l’Union européenne", "Au nom de l’Union européenne"},
		{"fr", "lettonie", "Au nom de lettonie"},
		{"es", "el Grupo Africano", "En nombre del Grupo Africano"},
		{"pt", "os países nórdicos", "Em nome dos países nórdicos"},
		{"en", "the Nordic countries", "On behalf of the Nordic countries"},
	} {
		if got := Embedded().Of(c.tag).Say("on-behalf", "who", c.who); got != c.want {
			t.Errorf("%s: %q, want %q", c.tag, got, c.want)
		}
	}
}
