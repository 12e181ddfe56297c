package report

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/report/conformance"
	"rapporteur/report/document"
	"rapporteur/report/ledger"
	"rapporteur/sources/diag"
)

// bareFile is a PDF of one page with a line of text in a font that it does not have.
func bareFile() []byte {
	const content = "BT /F 12 Tf 72 700 Td (Thank you)Tj ET"
	return smallPDF("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
		fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(content), content),
		"<</Type/Font/Subtype/Type1/BaseFont/Frutiger/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 32"+
			"/Widths[250]>>")
}

// asking is a manifest of one statement that asks for levels.
func asking(levels string) string {
	return strings.Replace(handedInAs("a.pdf"), "sessions:", "layout: {conformance: "+levels+"}\nsessions:", 1)
}

// failed builds a report that cannot be made as it is asked for.
func failed(t *testing.T, manifest string, files map[string][]byte) *Result {
	t.Helper()
	dir := t.TempDir()
	write(t, dir, "report.yaml", []byte(manifest))
	for name, data := range files {
		write(t, dir, name, data)
	}
	result, err := Build(t.Context(), Input{Manifest: filepath.Join(dir, "report.yaml"), Out: filepath.Join(dir,
		"dist")})
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// TestWhatIsAskedForIsClaimedOrMissed: a report claims what it reaches, or what is asked for; where that is missed,
// the build fails at the original with the clause, the page and what to ask for.
func TestWhatIsAskedForIsClaimedOrMissed(t *testing.T) {
	files := map[string][]byte{"a.pdf": bareFile()}
	for _, levels := range []string{"ua1+a3a", "a3b", "ua1"} {
		result := failed(t, asking(levels), files)
		if !result.Failed {
			t.Errorf("%s: a report with a font that is not there is made", levels)
		}
		all := messages(result)
		if !strings.Contains(all, "report.yaml:") || !strings.Contains(all, "the font Frutiger is not in the file") ||
			!strings.Contains(all, "7.21.4.1-1") || !strings.Contains(all, "page 1") {
			t.Errorf("%s: %s", levels, all)
		}
	}
	for _, levels := range []string{"best", "none"} {
		result, _, l := made(t, asking(levels), files)
		if len(l.Conformance.Claims) > 0 || l.Conformance.Reason == "" ||
			strings.Contains(messages(result), "Frutiger") {
			t.Errorf("%s: %+v %s", levels, l.Conformance, messages(result))
		}
	}
	photo := map[string][]byte{"a.pdf": photograph(t, 300, 200)}
	for levels, want := range map[string]string{"best": "[PDF/UA-1 PDF/A-3a]", "a3b": "[PDF/A-3b]",
		"a3u": "[PDF/A-3u]",
		"ua1": "[PDF/UA-1]", "ua1+a3b": "[PDF/UA-1 PDF/A-3b]", "none": "[]"} {
		text := strings.Replace(asking(levels), "original: a.pdf", "original: {file: a.pdf, alt: A harbour}", 1)
		_, _, l := made(t, text, photo)
		if got := fmt.Sprint(l.Conformance.Claims); got != want {
			t.Errorf("%s claims %s, it should claim %s", levels, got, want)
		}
	}
}

// TestMissedLevelsNameTheirKey: where levels are missed, the key that asks is named with what is reached, and an open
// font is offered where one is as wide.
func TestMissedLevelsNameTheirKey(t *testing.T) {
	untagged, err := os.ReadFile("../cmd/rapporteur/starter/originals/host-country.pdf")
	if err != nil {
		t.Fatal(err)
	}
	courier := bytes.Replace(bareFile(), []byte("/Frutiger"), []byte("/Courier "), 1)
	for name, c := range map[string]struct {
		file  []byte
		words []string
		lacks string
	}{
		"a font that no open one is as wide as": {bareFile(), []string{"report.yaml:2:",
			"conformance asks for PDF/UA-1, PDF/A-3a", "no standard is reached by all", "conformance: best"},
			"missing_fonts"},
		"one of which there is": {courier, []string{"{missing_fonts: substitute}", "stands for Courier"},
			"reach only"},
		"a file without tags, and without text": {untagged, []string{"reach only PDF/A-3a"}, "no standard"},
	} {
		result := failed(t, asking("ua1+a3a"), map[string][]byte{"a.pdf": c.file})
		all := messages(result)
		for _, d := range result.Diagnostics {
			all += d.Hint(diag.English) + "\n"
		}
		for _, words := range c.words {
			if !strings.Contains(all, words) {
				t.Errorf("%s: it does not say %q: %s", name, words, all)
			}
		}
		if strings.Contains(all, c.lacks) {
			t.Errorf("%s: it says %q: %s", name, c.lacks, all)
		}
	}
}

// TestAClauseIsToldOnce: rules of the same words and the same clause are one line, with the clause once.
func TestAClauseIsToldOnce(t *testing.T) {
	alike := func(name, a string, count int) conformance.Reason {
		return conformance.Reason{Rule: &conformance.Rule{Name: name, UA: "7.3-1", A: a, Words: "conformance-alt"},
			Page: 2, Count: count}
	}
	v := &judged{&document.Original{File: "a.pdf"}, &conformance.Verdict{Reasons: []conformance.Reason{
		alike("figure", "", 2), alike("formula", "", 3), alike("other", "6.7-1", 1)}}}
	list := v.reasons(conformance.All)
	if len(list) != 1 || list[0].Args["clause"] != "PDF/UA-1 7.3-1, PDF/A-3 6.7-1" || list[0].Args["count"] != "6" {
		t.Errorf("%+v", list)
	}
}

// TestVerdictsAreInTheLedgerAndInCheck: each original has its levels, and a line for each rule that it breaks.
func TestVerdictsAreInTheLedgerAndInCheck(t *testing.T) {
	files := map[string][]byte{"a.pdf": bareFile()}
	_, _, l := made(t, handedInAs("a.pdf"), files)
	v := l.Statements[0].Originals[0].Conformance
	if v == nil || len(v.Levels) > 0 {
		t.Fatalf("%+v", v)
	}
	var font, mute *ledger.Shortfall
	for i := range v.Reasons {
		switch r := &v.Reasons[i]; {
		case r.UA == "7.21.4.1-1" && r.A == "6.2.11.4.1-1":
			font = r
		case strings.HasPrefix(r.UA, conformance.Ours) && strings.Contains(r.Message, "text is not set"):
			mute = r
		}
	}
	if font == nil || font.Page != 1 || font.Count != 1 || font.What != "Frutiger" || font.Hint == "" {
		t.Errorf("the font: %+v", v.Reasons)
	}
	if mute == nil {
		t.Errorf("an original without tags and without text is not told: %+v", v.Reasons)
	}
	dir := t.TempDir()
	write(t, dir, "a.pdf", files["a.pdf"])
	write(t, dir, "report.yaml", []byte(handedInAs("a.pdf")))
	result, err := Check(context.Background(), Input{Manifest: filepath.Join(dir, "report.yaml")})
	if err != nil || len(result.Verdicts) != 1 || len(result.Verdicts[0].Reasons) == 0 || len(result.Claims) > 0 ||
		result.Verdicts[0].File != "a.pdf" {
		t.Errorf("%v %+v", err, result)
	}
}

// TestTheImprintSaysHowAccessible: what the imprint says on request follows from the claim and from the originals,
// and
// is said in the report's language.
func TestTheImprintSaysHowAccessible(t *testing.T) {
	says := func(language, rest string, files map[string]string, want string) {
		t.Helper()
		p := printOut(t, "rapporteur: 1\nreport: {title: T, language: "+language+", date: 2012-03-01}\n"+
			"publication: {accessibility: true}\n"+rest, files, nil)
		var all []string
		for i := range p.ledger.Pages {
			for _, l := range p.lines(i + 1) {
				all = append(all, l.text)
			}
		}
		if said := strings.Join(strings.Fields(strings.Join(all, " ")), " "); !strings.Contains(said, want) {
			t.Errorf("%s: the imprint does not say %q:\n%s", language, want, said)
		}
	}
	const text = "introduction:\n  - {id: i, title: T, text: \"One.\"}\n"
	says("en", text, nil, "conformance with PDF/UA-1")
	says("en", "layout: {conformance: none}\n"+text, nil, "pages of this publication are tagged")
	says("en", sessionOf("a.pdf"), map[string]string{"a.pdf": string(bareFile())}, "originals that are reproduced "+
		"as received may not")
	for language, words := range map[string]string{"fr": "conforme à la norme PDF/UA-1",
		"es": "conforme con la norma PDF/UA-1", "ru": "PDF/UA-1", "zh": "PDF/UA-1", "ar": "PDF/UA-1",
		"de": "PDF/UA-1", "pt": "PDF/UA-1"} {
		says(language, text, nil, words)
	}
}

// sessionOf is a session with a statement that has an original.
func sessionOf(original string) string {
	_, sessions, _ := strings.Cut(handedInAs(original), "\n")
	return sessions
}
