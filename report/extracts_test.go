package report

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapporteur/report/publish"
	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/content"
)

// symposium is a report with something of every kind that can be a document of its own.
const symposium = `rapporteur: 1
report: {title: Seminar on the law of the sea, language: en, date: 2012-03-01, symbol: A/66/1}
outputs: [report, summary, statements, sessions, recommendations, originals]
delegations: {norway: Norway, kenya: Kenya}
summary: {text: "The Chair summed up, as [@norway] had asked.", original: a.pdf}
sessions:
  - id: opening
    title: Opening meeting
    intro: "The meeting was opened. {#opened}"
    statements:
      - id: norway
        speaker: {role: Representative, delegation: norway}
        text: "What [@kenya] said is in [@opened] and in [@r1]."
        original: b.pdf
      - id: kenya
        speaker: {role: Representative, delegation: kenya}
        language: fr
        original: a.pdf
      - {id: chad, speaker: {name: Ann Lee}, status: not-received}
    panels:
      - id: panel
        title: Panel
        statements: [{id: mali, speaker: {name: Jan Lee}, text: "# First\n\nOf ships.\n\n# Second\n\nOf nets."}]
recommendations:
  - {id: r1, text: Do it., from: [norway]}
annexes: [{id: map, title: Map, original: b.pdf}]
`

func seminar(t *testing.T, manifest string) Input {
	t.Helper()
	return laidOut(t, manifest, map[string][]byte{"a.pdf": example(t, "unesco"), "b.pdf": example(t, "kenya")})
}

// ofOutput reads a document with its ledger, in which verify finds no fault.
func ofOutput(t *testing.T, out, file string) (*printed, string) {
	t.Helper()
	path := filepath.Join(out, filepath.FromSlash(file))
	if r, err := Verify(t.Context(), path); err != nil || len(r.Findings) > 0 {
		t.Fatalf("%s: %v\n%s", file, err, messages(r))
	}
	l, err := readLedger(LedgerBeside(path))
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := pdf.Open(t.Context(), data, pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	p := &printed{t: t, doc: doc, ledger: l}
	var words strings.Builder
	for page := 1; page <= l.Pages; page++ {
		for _, line := range p.lines(page) {
			words.WriteString(line.text + "\n")
		}
	}
	return p, strings.Join(strings.Fields(words.String()), " ")
}

// TestDocumentsOfTheirOwn: each output that the manifest asks for is a file, by its name, listed in the sums and in the
// report's ledger; nothing else is.
func TestDocumentsOfTheirOwn(t *testing.T) {
	in := seminar(t, symposium)
	result, err := Build(context.Background(), in)
	if err != nil || result.Failed || len(result.Findings) > 0 {
		t.Fatalf("%v\n%s", err, messages(result))
	}
	want := strings.Fields(`originals/map.en.pdf originals/opening-kenya.fr.pdf originals/opening-norway.en.pdf
		originals/summary.en.pdf recommendations.json recommendations.pdf report.json report.pdf
		sessions/opening.json sessions/opening.pdf statements/opening-kenya.json statements/opening-kenya.pdf
		statements/opening-norway.json statements/opening-norway.pdf statements/panel-mali.json
		statements/panel-mali.pdf summary.json summary.pdf`)
	sums := sumsIn(t, in.Out)
	var names []string
	for _, s := range sums {
		names = append(names, s.Name)
		data, err := os.ReadFile(filepath.Join(in.Out, filepath.FromSlash(s.Name)))
		if sum := sha256.Sum256(data); err != nil || hex.EncodeToString(sum[:]) != s.SHA256 {
			t.Errorf("%s is not the file of its sum: %v", s.Name, err)
		}
	}
	if slices.Sort(names); !slices.Equal(names, want) {
		t.Errorf("got %q\nwant %q", names, want)
	}
	l, err := readLedger(filepath.Join(in.Out, "report.json"))
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range l.Documents {
		i := slices.IndexFunc(sums, func(s publish.Sum) bool { return s.Name == d.File })
		if i < 0 || sums[i].SHA256 != d.SHA256 || d.Pages == 0 || d.Bytes == 0 || d.Title == "" {
			t.Errorf("the ledger says %+v", d)
		}
	}
	if len(l.Documents) != 10 || len(result.Published) != 11 {
		t.Errorf("%d documents in the ledger, %d published", len(l.Documents), len(result.Published))
	}
	for name, file := range map[string]string{"opening-norway.en.pdf": "b.pdf", "summary.en.pdf": "a.pdf"} {
		got, err := os.ReadFile(filepath.Join(in.Out, "originals", name))
		sent, err2 := os.ReadFile(filepath.Join(filepath.Dir(in.Manifest), file))
		if err != nil || err2 != nil || !bytes.Equal(got, sent) {
			t.Errorf("%s is not %s as it was received: %v %v", name, file, err, err2)
		}
	}
}

func sumsIn(t *testing.T, out string) []publish.Sum {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(out, publish.Sums))
	if err != nil {
		t.Fatal(err)
	}
	return publish.ParseSums(string(data))
}

// TestExtract: a statement by itself is the same words and the same pages as in the report, under the same numbers,
// claiming no less, with a title, an author and an outline of its own; what leads out of it is a page of the report.
func TestExtract(t *testing.T) {
	in := seminar(t, symposium)
	if r, err := Build(context.Background(), in); err != nil || r.Failed || len(r.Findings) > 0 {
		t.Fatalf("%v\n%s", err, messages(r))
	}
	whole, _ := ofOutput(t, in.Out, "report.pdf")
	one, words := ofOutput(t, in.Out, "statements/opening-norway.pdf")
	kenya := whole.ledger.Anchors["kenya"].Label
	for _, part := range []string{"Statement by the Representative of Norway",
		"What Kenya (p. " + kenya + ") said is in"} {
		if !strings.Contains(words, part) {
			t.Errorf("no %q in %s", part, words)
		}
	}
	mine, theirs := one.ledger.Statements[0], whole.ledger.Statements[0]
	if mine.ID != "norway" || len(one.ledger.Statements) != 1 || one.ledger.Summary != nil ||
		len(one.ledger.Recommendations)+len(one.ledger.Annexes) > 0 {
		t.Errorf("it accounts for more than its statement: %+v", one.ledger)
	}
	if !slices.Equal(mine.Originals[0].Labels, theirs.Originals[0].Labels) ||
		!slices.Equal(mine.Originals[0].ContentSHA256, theirs.Originals[0].ContentSHA256) ||
		one.ledger.Anchors["norway"].Label != whole.ledger.Anchors["norway"].Label {
		t.Errorf("its pages are others: %+v, in the report %+v", mine, theirs)
	}
	if slices.ContainsFunc(whole.ledger.Conformance.Claims, func(claim string) bool {
		return !slices.Contains(one.ledger.Conformance.Claims, claim)
	}) {
		t.Errorf("it claims %v, the report %v", one.ledger.Conformance.Claims, whole.ledger.Conformance.Claims)
	}
	if one.ledger.Title != "Representative (Norway)" || one.ledger.Author != "Representative (Norway)" ||
		len(one.ledger.Outline) != 2 || one.ledger.Outline[0].Level != 0 {
		t.Errorf("%q by %q, outline %v", one.ledger.Title, one.ledger.Author, one.ledger.Outline)
	}
	if !strings.Contains(stamped(t, one), "Extract from A/66/1") {
		t.Error("its pages do not say of what they are an extract")
	}
	if other, _ := ofOutput(t, in.Out, "statements/opening-kenya.pdf"); other.ledger.Language != "fr" {
		t.Errorf("the document of a statement in French is in %s", other.ledger.Language)
	}
	session, words := ofOutput(t, in.Out, "sessions/opening.pdf")
	if len(session.ledger.Statements) != 3 || !strings.Contains(words, "Of nets.") {
		t.Errorf("the session has %d statements: %s", len(session.ledger.Statements), words)
	}
}

// stamped are the words on the pages that are in no structure: heads, folios, stamps.
func stamped(t *testing.T, p *printed) string {
	t.Helper()
	var words []string
	for _, page := range p.doc.Pages() {
		in := content.New(p.doc, new(content.Fonts), nil)
		in.Words = true
		shown, err := in.Show(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range shown.Words {
			if w.Mark.Artifact {
				words = append(words, w.Text)
			}
		}
	}
	return strings.Join(words, " ")
}

// TestExtractsOfEveryLayout: documents of their own can be made of reports that are laid out in any way.
func TestExtractsOfEveryLayout(t *testing.T) {
	for _, layout := range []string{"profile: plain", "originals: after-statement", "originals: after-session",
		"openings: {statements: follow-on, chapters: follow-on}", "pagination: straight", "stamp: none"} {
		t.Run(layout, func(t *testing.T) {
			in := seminar(t, symposium+"layout: {"+layout+"}\n")
			if r, err := Build(context.Background(), in); err != nil || r.Failed || len(r.Findings) > 0 {
				t.Fatalf("%v\n%s", err, messages(r))
			}
		})
	}
}

// TestOnly: of the outputs, those are made that the user names, by kind, id or file; what an earlier build made stays,
// and stays listed.
func TestOnly(t *testing.T) {
	in := seminar(t, symposium)
	if r, err := Build(context.Background(), in); err != nil || r.Failed {
		t.Fatalf("%v\n%s", err, messages(r))
	}
	before := sumsIn(t, in.Out)
	for name, want := range map[string]int{"norway": 2, "opening-norway": 2, "statements/opening-norway.pdf": 1,
		"statements": 3, "report": 1, "originals": 4} { // the original has the names of its statement
		in.Only = []string{name}
		r, err := Build(context.Background(), in)
		if err != nil || r.Failed {
			t.Fatalf("%s: %v\n%s", name, err, messages(r))
		}
		if len(r.Published) != want {
			t.Errorf("%s: %d documents: %+v", name, len(r.Published), r.Published)
		}
		after := sumsIn(t, in.Out)
		for _, s := range before {
			if !slices.Contains(after, s) {
				t.Errorf("%s: %s is gone, or another", name, s.Name)
			}
		}
	}
	in.Only = []string{"sweden"}
	if _, err := Build(context.Background(), in); !errors.Is(err, ErrUnknownOutput) {
		t.Errorf("an unknown document: %v", err)
	}
}

// TestNamesOfDevices: ids that Windows has for devices name files all the same.
func TestNamesOfDevices(t *testing.T) {
	in := seminar(t, strings.ReplaceAll(symposium, "id: opening", "id: con"))
	if r, err := Build(context.Background(), in); err != nil || r.Failed || len(r.Findings) > 0 {
		t.Fatalf("%v\n%s", err, messages(r))
	}
	for _, name := range []string{"sessions/con-.pdf", "statements/con-norway.pdf", "originals/con-norway.en.pdf"} {
		if _, err := os.Stat(filepath.Join(in.Out, filepath.FromSlash(name))); err != nil {
			t.Error(err)
		}
	}
}
