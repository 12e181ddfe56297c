package report

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapporteur/layout/lang"
	"rapporteur/report/ledger"
	"rapporteur/sources/diag"
)

// threeEditions is a report in French, English and Arabic, and its texts.
const threeEditions = `rapporteur: 1
report:
  title: {fr: Colloque, en: Symposium, ar: ندوة}
  language: [fr, en, ar]
  date: 2012-03-01
delegations:
  norway: {name: {fr: Norvège, en: Norway, ar: النرويج}, group: {fr: États, en: States, ar: الدول}}
  germany: {name: {fr: Allemagne, en: Germany, ar: ألمانيا}, group: {fr: États, en: States, ar: الدول}}
  egypt: {name: {fr: Égypte, en: Egypt, ar: مصر}, group: {fr: États, en: States, ar: الدول}}
abbreviations:
  fr: {ONU: Organisation des Nations Unies}
  en: {UN: United Nations}
  ar: {م: الأمم المتحدة}
sessions:
  - id: opening
    title: {fr: Séance d’ouverture, en: Opening meeting, ar: الجلسة الافتتاحية}
    intro: texts/{language}/opening.md
    statements:
      - id: norway
        speaker: {role: {fr: Représentante, en: Representative, ar: الممثلة}, delegation: norway}
        language: en
        text: {en: Words as delivered., fr: Paroles traduites.}
        original: a.pdf
      - id: germany
        speaker: {delegation: germany}
        text: Monsieur le Président.
`

func editionsFiles(t *testing.T) map[string][]byte {
	t.Helper()
	return map[string][]byte{
		"texts/fr/opening.md": []byte("Premier paragraphe.\n\nDeuxième paragraphe, du [@norway].\n"),
		"texts/en/opening.md": []byte("First paragraph.\n\nSecond paragraph, of [@norway].\n"),
		"texts/ar/opening.md": []byte("الفقرة الأولى.\n\nالفقرة الثانية [@norway].\n"),
		"a.pdf":               example(t, "unesco"),
	}
}

// laidOut writes a manifest and files into a folder of their own.
func laidOut(t *testing.T, manifest string, files map[string][]byte) Input {
	t.Helper()
	dir := t.TempDir()
	write(t, dir, "report.yaml", []byte(manifest))
	for _, name := range slices.Sorted(maps.Keys(files)) {
		write(t, dir, name, files[name])
	}
	return Input{Manifest: filepath.Join(dir, "report.yaml"), Out: filepath.Join(dir, "dist")}
}

// readBack opens an edition, verified against its ledger, and gives its words without any white.
func readBack(t *testing.T, out, lang string) (*ledger.Ledger, string) {
	t.Helper()
	p, words := ofOutput(t, out, editionNames(lang).report)
	return p.ledger, strings.ReplaceAll(words, " ", "")
}

// TestThreeEditions: one build makes a report in each language, each in its own words, with the same paragraphs and
// originals, and the delegations in the order of its alphabet.
func TestThreeEditions(t *testing.T) {
	in := laidOut(t, threeEditions, editionsFiles(t))
	result, err := Build(context.Background(), in)
	if err != nil || result.Failed || len(result.Findings) > 0 {
		t.Fatalf("%v\n%s", err, messages(result))
	}
	want := map[string][]string{ // in this order; all of them, and none twice
		"fr": {"Abréviations", "ONU", "Premierparagraphe.", "[Original:anglais]", "Parolestraduites.",
			"MonsieurlePrésident.", "AllemagneÉgypteNorvège"},
		"en": {"Abbreviations", "UN", "Firstparagraph.", "[Original:French]", "Wordsasdelivered.",
			"MonsieurlePrésident.", "EgyptGermanyNorway"},
		"ar": {"Wordsasdelivered.", "MonsieurlePrésident."},
	}
	ledgers := map[string]*ledger.Ledger{}
	for lang, parts := range want {
		l, words := readBack(t, in.Out, lang)
		ledgers[lang] = l
		rest := words
		for _, part := range parts {
			_, after, found := strings.Cut(rest, part)
			if !found {
				t.Errorf("%s: no %q in what follows of\n%s", lang, part, words)
				continue
			}
			rest = after
		}
		if n := strings.Count(words, "MonsieurlePrésident."); n != 1 {
			t.Errorf("%s: the statement as delivered stands there %d times", lang, n)
		}
		if l.Language != lang {
			t.Errorf("%s: the ledger says %s", lang, l.Language)
		}
	}
	if _, words := readBack(t, in.Out, "en"); strings.Contains(words, "traduites") {
		t.Error("the English edition has the French translation too")
	}
	for lang, l := range ledgers {
		if got, want := l.Statements[0].Originals, ledgers["fr"].Statements[0].Originals; len(got) != 1 ||
			!slices.Equal(got[0].ContentSHA256, want[0].ContentSHA256) {
			t.Errorf("%s: the original is another", lang)
		}
		if len(l.Statements) != 2 || len(l.Anchors) != len(ledgers["fr"].Anchors) {
			t.Errorf("%s: %d statements, %d places", lang, len(l.Statements), len(l.Anchors))
		}
	}
	sums, err := os.ReadFile(filepath.Join(in.Out, "SHA256SUMS"))
	if err != nil || strings.Count(string(sums), "\n") != 6 {
		t.Errorf("%v: %s", err, sums)
	}
}

// TestEditionAlone: an edition among others says what the report in its language alone says: nothing of one edition is
// in another.
func TestEditionAlone(t *testing.T) {
	in := laidOut(t, threeEditions, editionsFiles(t))
	alone := laidOut(t, strings.Replace(threeEditions, "[fr, en, ar]", "fr", 1), editionsFiles(t))
	for _, in := range []Input{in, alone} {
		if r, err := Build(context.Background(), in); err != nil || r.Failed {
			t.Fatalf("%v\n%s", err, messages(r))
		}
	}
	_, among := readBack(t, in.Out, "fr")
	_, single := readBack(t, alone.Out, "")
	if among != single {
		t.Errorf("among others it says\n%s\nalone\n%s", among, single)
	}
}

// TestUnitsOfEditions: an original is opened and its unit made once, however many editions take it.
func TestUnitsOfEditions(t *testing.T) {
	in := laidOut(t, threeEditions, editionsFiles(t))
	b := &build{in: in, purpose: toBuild}
	defer b.close()
	if planned, err := b.prepare(context.Background()); err != nil || !planned {
		t.Fatal(err, b.all())
	}
	if len(b.originals.files) != 1 || len(b.originals.of) != 3 {
		t.Fatalf("%d files for %d originals", len(b.originals.files), len(b.originals.of))
	}
	var first *byte
	for _, r := range b.originals.of {
		if first == nil {
			first = &r.unit[0]
		}
		if &r.unit[0] != first {
			t.Error("the unit was made again for another edition")
		}
	}
}

// TestMissingTranslations: what an edition lacks is told in one error that names every place and file.
func TestMissingTranslations(t *testing.T) {
	manifest := strings.ReplaceAll(threeEditions, "group: {fr: États, en: States, ar: الدول}", "group: *states")
	manifest = strings.Replace(manifest, "group: *states", "group: &states {fr: États, en: States}", 1)
	for _, cut := range []string{", ar: ألمانيا", ", ar: الجلسة الافتتاحية", ", en: Symposium"} {
		manifest = strings.Replace(manifest, cut, "", 1)
	}
	files := editionsFiles(t)
	delete(files, "texts/ar/opening.md")
	result, err := Check(context.Background(), laidOut(t, manifest, files))
	if err != nil || !result.Failed {
		t.Fatalf("%v\n%s", err, messages(result))
	}
	var got []string
	for _, d := range result.Diagnostics {
		if d.Severity == diag.Error {
			got = append(got, d.Code+" "+d.Args["language"]+" "+d.Args["count"])
		}
		for _, what := range []string{":7 “États”", ":8 ", "“Allemagne”", ":16 ", "texts/ar/opening.md"} {
			if d.Args["language"] == "ar" && !strings.Contains(d.Message(diag.English), what) {
				t.Errorf("%s is not told: %s", what, d.Message(diag.English))
			}
		}
	}
	if want := []string{"missing-translation en ", "missing-translations ar 4"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestGivenOnce: what the manifest gives once stands in every edition where it can: a name in letters that the edition
// has not, and a text of the secretariat, are missing.
func TestGivenOnce(t *testing.T) {
	for _, c := range []struct {
		name, from, to string
		missing        []string // languages
	}{
		{"a text", "texts/{language}/opening.md", "Un paragraphe pour tous.", []string{"ar", "en"}},
		{"a title", "{fr: Colloque, en: Symposium, ar: ندوة}", "Symposium", []string{"ar"}},
		{"a symbol", "  language: [fr", "  symbol: A/66/1\n  language: [fr", nil},
		{"a speaker's name", "{role: {fr: Représentante, en: Representative, ar: الممثلة}, delegation",
			"{name: Ann Lee, delegation", nil},
		{"a role for some", "ar: الممثلة", "es: Representante", []string{"ar"}},
		{"one language by two names", "[fr, en, ar]", "[fr, fr-CA]", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			result, err := Check(context.Background(),
				laidOut(t, strings.Replace(threeEditions, c.from, c.to, 1), editionsFiles(t)))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, d := range result.Diagnostics {
				if d.Severity == diag.Error {
					got = append(got, d.Args["language"])
				}
			}
			if slices.Sort(got); !slices.Equal(got, c.missing) {
				t.Errorf("got %q, want %q:\n%s", got, c.missing, messages(result))
			}
		})
	}
}

// TestChineseOrder: the States of a Chinese edition stand by their sounds or by their strokes, as the manifest says.
func TestChineseOrder(t *testing.T) {
	for order, want := range map[string][]string{
		"pinyin": {"埃及", "大韩民国", "法国", "马里", "中国"}, "strokes": {"大韩民国", "马里", "中国", "法国", "埃及"},
	} {
		var list []string
		for i, name := range want {
			list = append(list, string(rune('a'+(i*3)%5))+": "+name)
		}
		p := printOut(t, "rapporteur: 1\nreport: {title: 研讨会, language: zh, date: 2012-03-01}\n"+
			"layout: {chinese_names: "+order+"}\ndelegations: {"+strings.Join(list, ", ")+"}\n", nil, lang.Embedded())
		var words strings.Builder
		for _, l := range p.lines(p.page("participants")) {
			words.WriteString(strings.Join(strings.Fields(l.text), ""))
		}
		if !strings.Contains(words.String(), strings.Join(want, "")) {
			t.Errorf("%s: %s", order, words.String())
		}
	}
}
