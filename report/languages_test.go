package report

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"rapporteur/layout/lang"
	"rapporteur/report/ledger"
	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/content"
)

const (
	arabicSentence = "عقد الاجتماع الأول في باريس بحضور ممثلي الدول الأطراف ونظر في الوثيقة المعروضة عليه وفي " +
		"التقرير السنوي."
	persianSentence = "نخستین نشست در پاریس با حضور نمایندگان دولت\u200cهای عضو برگزار شد و گزارش سالانه را بررسی " +
		"کرد و پذیرفت."
	urduSentence = "پہلا اجلاس پیرس میں رکن ممالک کے نمائندوں کی موجودگی میں منعقد ہوا اور سالانہ رپورٹ کا جائزہ " +
		"لیا گیا۔"
)

// printed is a built report, read back from its PDF.
type printed struct {
	t      *testing.T
	doc    *pdf.Document
	ledger *ledger.Ledger
	result *Result
}

// printOut builds a report of a manifest and texts, in which verify finds no fault.
func printOut(t *testing.T, manifest string, files map[string]string, languages *lang.Set) *printed {
	t.Helper()
	dir := t.TempDir()
	write(t, dir, "report.yaml", []byte(manifest))
	for name, text := range files {
		write(t, dir, name, []byte(text))
	}
	in := Input{Manifest: filepath.Join(dir, "report.yaml"), Out: filepath.Join(dir, "dist"), Languages: languages}
	result, err := Build(context.Background(), in)
	if err != nil || result.Failed || len(result.Findings) > 0 {
		t.Fatalf("%v\n%s\n%s", err, messages(result), manifest)
	}
	p := &printed{t: t, result: result}
	if p.ledger, err = readLedger(filepath.Join(in.Out, ledger.Beside(MainPDF()))); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(in.Out, MainPDF()))
	if err != nil {
		t.Fatal(err)
	}
	if p.doc, err = pdf.Open(t.Context(), data, pdf.Options{}); err != nil {
		t.Fatal(err)
	}
	return p
}

// line is a line of the text as painted, in points from the left, artifacts left out.
type line struct {
	y, from, to float64
	text        string
}

// lines reads the lines of a page, from the top down.
func (p *printed) lines(page int) []line {
	p.t.Helper()
	in := content.New(p.doc, new(content.Fonts), nil)
	in.Words = true
	shown, err := in.Show(p.doc.Pages()[page-1])
	if err != nil {
		p.t.Fatal(err)
	}
	var list []line
	for _, w := range shown.Words {
		if w.Mark.Artifact {
			continue
		}
		k := slices.IndexFunc(list, func(l line) bool { return l.y-w.Y < 1 && w.Y-l.y < 1 })
		if k < 0 {
			k = len(list)
			list = append(list, line{w.Y, w.X0, w.X1, ""})
		}
		l := &list[k]
		l.from, l.to, l.text = min(l.from, w.X0), max(l.to, w.X1), l.text+" "+w.Text
	}
	slices.SortStableFunc(list, func(a, b line) int { return int(b.y*10) - int(a.y*10) })
	return list
}

// page is where a run begins.
func (p *printed) page(id string) int {
	p.t.Helper()
	for _, a := range p.ledger.Account {
		if a.ID == id {
			return a.First
		}
	}
	p.t.Fatalf("no run %s", id)
	return 0
}

// Edges of the frame on an A4 page of the house style, odd (right-hand) pages.
const (
	leftEdge  = 30 * 72 / 25.4
	rightEdge = 595.276 - 25*72/25.4
	bound     = 5 * 72 / 25.4 // how much farther to the left a left-hand page has both
)

// TestPassagesRunAsTheirScript: in a paragraph and in a statement, of a language with a region and of one without a
// folder, text begins at the right margin, and its lines stand as far from each other as its script needs.
func TestPassagesRunAsTheirScript(t *testing.T) {
	p := printOut(t, `rapporteur: 1
report: {title: Seminar, language: en, date: 2012-03-01}
introduction:
  - {id: passages, title: Passages, text: passages.md}
sessions:
  - id: s
    title: Opening
    statements:
      - {id: saudi, speaker: {name: A}, language: ar-SA, text: saudi.md}
      - {id: pakistan, speaker: {name: B}, language: ur, text: pakistan.md}
      - {id: brazil, speaker: {name: C}, language: pt-BR, text: "A delegação tomou nota do relatório."}
annexes:
  - {id: iran, title: Iran, language: fa-IR, text: iran.md}
`, map[string]string{
		"saudi.md": strings.Repeat(arabicSentence+" ", 3), "pakistan.md": strings.Repeat(urduSentence+" ", 3),
		"iran.md": strings.Repeat(persianSentence+" ", 3),
		"passages.md": "English.\n\n::: {lang=ar-EG}\n" + arabicSentence + "\n:::\n\n::: {lang=fa}\n" +
			persianSentence +
			"\n:::\n\n::: {lang=ur}\n" + urduSentence + "\n:::\n\n::: {lang=he}\n1234\n:::\n\n" +
			"::: {lang=fr-CA}\nUne phrase.\n:::\n",
	}, nil)

	at := func(page int, text string, rtl bool) line {
		t.Helper()
		for _, l := range p.lines(page) {
			if !strings.Contains(l.text, text) {
				continue
			}
			shift := bound * float64((page+1)%2)
			if rtl && (l.to > rightEdge-shift+.5 || l.to < rightEdge-shift-.5) ||
				!rtl && (l.from < leftEdge-shift-.5 || l.from > leftEdge-shift+.5) {
				t.Errorf("page %d, %q stands from %.1f to %.1f", page, l.text, l.from, l.to)
			}
			return l
		}
		t.Fatalf("page %d has no %q", page, text)
		return line{}
	}
	first := p.page("passages")
	for _, c := range []struct {
		text string
		rtl  bool
	}{{"English", false}, {"باريس", true}, {"پاریس", true}, {"پیرس", true}, {"1234", true}, {"Une", false}} {
		at(first, c.text, c.rtl)
	}
	for id, words := range map[string]string{"saudi": "باريس", "pakistan": "پیرس", "iran": "پاریس"} {
		page := p.page(id)
		top := at(page, words, true)
		lines := p.lines(page)
		k := slices.IndexFunc(lines, func(l line) bool { return l.y == top.y })
		if got := top.y - lines[k+1].y; got < 19.7 || got > 19.8 { // 188 % of 10.5
			t.Errorf("%s: lines stand %.2f pt apart", id, got)
		}
	}

	// What the reader of the file is told of each is a tag as it was written, and sound.
	tags := map[string]bool{}
	for n := range 10_000 {
		d := p.doc.Dict(p.doc.Object(n))
		if tag, is := p.doc.String(d["Lang"]); is {
			if _, err := language.Parse(pdf.Text(tag)); err != nil {
				t.Errorf("/Lang %q: %v", tag, err)
			}
			tags[pdf.Text(tag)] = true
		}
	}
	for _, tag := range []string{"en", "ar-EG", "ar-SA", "fa", "fa-IR", "ur", "he", "fr-CA", "pt-BR"} {
		if !tags[tag] {
			t.Errorf("nothing in the file is said to be in %s", tag)
		}
	}

	// Each language that nothing is known of is told once, where it first comes.
	var told []string
	for _, d := range p.result.Diagnostics {
		if d.Code != "language-without-data" {
			continue
		}
		told = append(told, fmt.Sprintf("%s %s %d %s", d.Severity, d.Code, d.Pos.Line, d.Args["language"]))
	}
	if got := strings.Join(told, "; "); got != "note language-without-data 7 fa; note language-without-data 11 ur; "+
		"note language-without-data 15 he" {
		t.Error(got)
	}
}

// TestReportsInARegion: a report in a language with a region has its words, order and direction, and takes what the
// manifest gives for the language.
func TestReportsInARegion(t *testing.T) {
	for tag, want := range map[string]string{"fr-CA": "Table", "pt-BR": "Índice", "de-AT": "Inhalt",
		"ar-EG": "المحتويات"} {
		base, _, _ := strings.Cut(tag, "-")
		p := printOut(t, `rapporteur: 1
report: {title: {en: English, `+base+`: Own}, language: `+tag+`, date: 2012-03-01}
introduction:
  - {id: i, title: One, text: {en: English words., `+base+`: Own words.}}
`, nil, nil)
		var all []string
		for i := range p.ledger.Pages {
			for _, l := range p.lines(i + 1) {
				all = append(all, l.text)
			}
		}
		said := strings.Join(all, "\n")
		if !strings.Contains(said, want) || !strings.Contains(said, "Own words") || strings.Contains(said, "English") {
			t.Errorf("%s:\n%s", tag, said)
		}
		if p.ledger.Language != tag || p.ledger.Title != "Own" {
			t.Errorf("%s: %s %s", tag, p.ledger.Language, p.ledger.Title)
		}
		if len(p.result.Diagnostics) > 0 {
			t.Errorf("%s: %s", tag, messages(p.result))
		}
	}
}

// TestALanguageMore sets a report in a language of which there is a folder in testdata alone.
func TestALanguageMore(t *testing.T) {
	set, err := lang.Embedded().With(os.DirFS("testdata/languages"))
	if err != nil {
		t.Fatal(err)
	}
	if lacks := set.Of("it").Lacks(); len(lacks) > 0 {
		t.Fatal(lacks)
	}
	if slices.Contains(lang.Embedded().Codes(), "it") {
		t.Fatal("Italian has a folder: take another language for this test")
	}
	p := printOut(t, `rapporteur: 1
report: {title: Rapporto, language: it-CH, date: 2012-03-01}
sessions:
  - id: s
    title: Apertura
    date: 2011-09-19T10:00
    statements:
      - {id: a, speaker: {role: Rappresentante, delegation: Norvegia}, language: fr, text: t.md}
`, map[string]string{"t.md": "Les paroles."}, set)
	for page, want := range map[int]string{p.page("contents"): "Indice", p.page("a"): "francese",
		p.page("s"): "19 settembre 2011, ore 10.00"} {
		var said string
		for _, l := range p.lines(page) {
			said += l.text + "\n"
		}
		if !strings.Contains(said, want) {
			t.Errorf("page %d has no %q:\n%s", page, want, said)
		}
	}
}
