package text

import (
	"os"
	"strings"
	"testing"
)

// hyphenated writes a word with a hyphen at each of its points.
func hyphenated(h *hyphenator, word string) string {
	var b strings.Builder
	last := 0
	for _, at := range h.divide(word, nil) {
		b.WriteString(word[last:at] + "-")
		last = at
	}
	return b.String() + word[last:]
}

// TestHyphensAreLuaTeXs compares with what LuaTeX 1.15 made of the same pattern files (lang.hyphenate, with the least
// letters that the folders of the languages ask for): words of texts, and 2,000 of each language, those that its texts
// do not have made like theirs. One rule is ours: no point beside an apostrophe.
func TestHyphensAreLuaTeXs(t *testing.T) {
	b, err := os.ReadFile("testdata/hyphens.txt")
	if err != nil {
		t.Fatal(err)
	}
	s := newTestSetter()
	count := map[string]int{}
	for line := range strings.Lines(string(b) + "\n" + unpacked(t, "hyphens-luatex.txt.gz")) {
		lang, want, is := strings.Cut(strings.TrimSpace(line), "\t")
		if !is {
			continue
		}
		want = strings.ReplaceAll(want, "’-", "’")
		got := hyphenated(s.sh.hyphenator(in(lang)), strings.ReplaceAll(want, "-", ""))
		if got != want {
			t.Errorf("%s: %s, LuaTeX %s", lang, got, want)
		}
		count[lang]++
	}
	for _, lang := range []string{"en", "fr", "es", "ru", "de", "pt", "el"} {
		if count[lang] < 2000 {
			t.Errorf("%s: only %d words", lang, count[lang])
		}
	}
}

func TestWhatIsNotDivided(t *testing.T) {
	s := newTestSetter()
	for _, c := range []struct{ lang, word, want string }{
		{"fr", "l’humanisation", "l’hu-ma-ni-sa-tion"}, // not l’-humanisation
		{"fr", "l'humanisation", "l'hu-ma-ni-sa-tion"}, // the typewriter's apostrophe is the same letter
		{"en", "UNIVERSITY", "UNIVERSITY"},
		{"en", "Chairman", "Chair-man"},
		{"en", "cat", "cat"},
		{"de", "Generalversammlung", "Ge-ne-ral-ver-samm-lung"},
		{"de", "Donaudampfschifffahrtsgesellschaft", "Do-nau-dampf-schiff-fahrts-ge-sell-schaft"},
		{"de-AT", "Übersetzung", "Über-set-zung"},
		{"pt-BR", "internacional", "in-ter-na-ci-o-nal"},
		{"pt", "organizações", "or-ga-ni-za-ções"},
	} {
		if got := hyphenated(s.sh.hyphenator(in(c.lang)), c.word); got != c.want {
			t.Errorf("%s: %s, want %s", c.lang, got, c.want)
		}
	}
	if s.sh.hyphenator(in("ar")) != nil {
		t.Error("Arabic has patterns")
	}
}

func TestPointsInsideTokens(t *testing.T) {
	s := newTestSetter()
	l := s.look(Style{Size: 11 * Pt, Lang: in("en")})
	es := s.look(Style{Size: 11 * Pt, Lang: in("es")})
	for _, c := range []struct {
		look *look
		text string
		want string // | any break, - a division, + one in a long part of a compound, ~ in a short one
	}{
		{l, "A/RES/60/288", "A/RES/60/288"},
		{l, "(A/RES/60/288),", "(A/RES/60/288),"},
		{l, "S/2011/463/Add.1.", "S/2011/463/Add.1."},
		{l, "and/or", "and/|or"},
		{l, "(international)", "(in-ter-na-tional)"},
		{l, "well-known", "well-|known"},
		{l, "self-determination", "self-|de+term+in+a+tion"},
		{l, "word—another", "word—|an+other"},
		{l, "2011a", "2011a"},
		{l, "early-warning-system", "early-|warn+ing-|sys~tem"},
		{l, "https://example.org/reports/2011", "https://|example.|org/|reports/|2011"},
		{l, "inter\u00adpreting", "inter\u00ad-preting"},
		{es, "—¿cómo", "—¿cómo"},
		{es, "—contestó", "—con-tes-tó"},
		{es, "no?—", "no?—"},
		{l, "14-17", "14-17"},
		{l, "don’t", "don’t"},
	} {
		w := s.word(c.look, c.text, aSpace, aSpace, false)
		var b strings.Builder
		last := 0
		for _, p := range w.points {
			mark := "|"
			switch p.kind {
			case softPoint:
				mark = "-"
			case partPoint:
				mark = "+"
			case desperatePoint:
				mark = "~"
			}
			b.WriteString(c.text[last:p.at] + mark)
			last = int(p.at)
		}
		b.WriteString(c.text[last:])
		if b.String() != c.want {
			t.Errorf("%q, want %q", b.String(), c.want)
		}
	}
}
