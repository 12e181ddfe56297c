package layout

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"rapporteur/fonts"
	"rapporteur/layout/lang"
	"rapporteur/layout/text"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// testSheet is a plain house style on a small page, so that few words make many pages.
func testSheet(language string, width, height Length) *Sheet {
	s := &Sheet{
		Width: width + 100*Pt, Height: height + 120*Pt, Top: 60 * Pt, Bottom: 60 * Pt, Inner: 55 * Pt, Outer: 45 * Pt,
		Lang: lang.Embedded().Of(language), Languages: lang.Embedded(), NoteRule: 60 * Pt, Hyphen: true,
		Library: fonts.NewLibrary(nil),
		Strings: map[string]string{"page": "page", "paragraphs": "paragraphs"},
	}
	for r := range s.Looks {
		s.Looks[r] = Look{Size: 11 * Pt, Leading: 13600, After: 6 * Pt, Hyphenate: true}
	}
	s.Looks[Numbered].Label = 25 * Pt
	s.Looks[QuoteText].Indent, s.Looks[QuoteText].Outdent = 24*Pt, 24*Pt
	s.Looks[NoteText] = Look{Face: fonts.Face{Family: fonts.Caption}, Size: 8500, Leading: 10500, Label: 12 * Pt,
		Indent: 12 * Pt, Hyphenate: true}
	s.Looks[HeadChapter] = Look{Face: fonts.Face{Family: fonts.Sans, Bold: true}, Size: 16 * Pt, Leading: 20 * Pt,
		Before: 24 * Pt, After: 10 * Pt, Align: text.Start, KeepNext: true}
	s.Looks[HeadA] = Look{Face: fonts.Face{Family: fonts.Sans, Bold: true}, Size: 12 * Pt, Leading: 15 * Pt,
		Before: 14 * Pt, After: 5 * Pt, Align: text.Start, KeepNext: true, Label: 25 * Pt, Indent: 25 * Pt}
	s.Looks[Byline] = Look{Face: fonts.Face{Italic: true}, Size: 11 * Pt, Leading: 13600, After: 5 * Pt,
		Align: text.Start, KeepNext: true}
	s.Looks[CellText] = Look{Face: fonts.Face{Family: fonts.Sans}, Size: 9 * Pt, Leading: 11 * Pt, Align: text.Start}
	s.Looks[CellHead] = Look{Face: fonts.Face{Family: fonts.Sans, Bold: true}, Size: 9 * Pt, Leading: 11 * Pt,
		Align: text.Start}
	s.Looks[Caption] = Look{Face: fonts.Face{Family: fonts.Sans}, Size: 9 * Pt, Leading: 11 * Pt, Before: 4 * Pt,
		Align: text.Start}
	s.Looks[EntryChapter] = Look{Face: fonts.Face{Bold: true}, Size: 11 * Pt, Leading: 13600, Before: 4 * Pt,
		Align: text.Start, Label: 25 * Pt}
	s.Looks[EntryItem] = Look{Size: 11 * Pt, Leading: 13600, Align: text.Start, Indent: 25 * Pt}
	s.Looks[EntryIndex] = Look{Size: 9 * Pt, Leading: 11 * Pt, Align: text.Start}
	s.Looks[ListText] = Look{Size: 11 * Pt, Leading: 13600, Label: 18 * Pt}
	return s
}

// settle sets runs and fails the test on any error.
func settle(t testing.TB, sheet *Sheet, runs ...*Run) *Pages {
	t.Helper()
	pages, _, err := Settle(context.Background(), sheet, runs, nil)
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

// golden compares what was written with the part of a txtar archive, or rewrites it.
func golden(t *testing.T, name string, parts map[string]string, order ...string) {
	t.Helper()
	file := filepath.Join("testdata", name+".txtar")
	if *update {
		a := &txtar.Archive{Comment: []byte("Written by go test -update; read before you commit it.\n")}
		for _, n := range order {
			a.Files = append(a.Files, txtar.File{Name: n, Data: []byte(parts[n])})
		}
		if err := os.MkdirAll("testdata", 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, txtar.Format(a), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for i, n := range order {
		if i >= len(a.Files) || a.Files[i].Name != n {
			t.Fatalf("%s holds no %s", file, n)
		}
		if got, want := strings.TrimSpace(parts[n]), strings.TrimSpace(string(a.Files[i].Data)); got != want {
			t.Errorf("%s: %s differs\n%s", name, n, firstDifference(got, want))
		}
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := 0; i < len(g) || i < len(w); i++ {
		var a, b string
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			b = w[i]
		}
		if a != b {
			return "got  " + a + "\nwant " + b
		}
	}
	return ""
}

func dumped(t *testing.T, p *Pages, run string) string {
	t.Helper()
	var b bytes.Buffer
	if err := p.Dump(&b, run); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func treeOf(t *testing.T, s *Settled) string {
	t.Helper()
	var b bytes.Buffer
	if err := s.DumpTree(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// say makes inlines of plain words.
func say(words string) []Inline { return []Inline{{Text: words}} }

// body makes a paragraph of n sentences.
func prose(n int) *Paragraph {
	const sentence = "The representatives agreed that the programme of observation should be carried on by all the " +
		"parties concerned. "
	return &Paragraph{Inlines: say(strings.TrimSpace(strings.Repeat(sentence, n)))}
}
