package conformance

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/fonts/received"
	"rapporteur/report/unit"
	"rapporteur/sources/pdf"
)

// mapped are the rules that a TrueType font breaks whose program has some maps of characters.
func mapped(t *testing.T, symbolic bool, maps ...received.CMap) []string {
	t.Helper()
	data := file(t)
	l, err := link(made(t, data), data, nil)
	if err != nil {
		t.Fatal(err)
	}
	j := &judge{linked: l, verdict: &Verdict{}}
	f := &font{j: j, symbolic: symbolic, dict: types.Dict{}, program: &received.Program{CMaps: maps}}
	if !symbolic {
		f.dict["Encoding"] = types.Name("WinAnsiEncoding")
	}
	f.checkTrueType()
	return namesOf(j.verdict)
}

// TestMapsOfTrueTypeFonts: what characters a program maps must go with what the dictionary says that it holds.
func TestMapsOfTrueTypeFonts(t *testing.T) {
	unicode, symbols, mac := received.CMap{Platform: 3, Encoding: 1}, received.CMap{Platform: 3},
		received.CMap{Platform: 1}
	for _, c := range []struct {
		symbolic bool
		maps     []received.CMap
		want     string
	}{
		{false, []received.CMap{unicode}, ""}, {false, nil, "truetype-maps"},
		{false, []received.CMap{symbols}, "truetype-maps"}, {false, []received.CMap{symbols, mac}, ""},
		{true, []received.CMap{mac}, ""}, {true, []received.CMap{symbols, mac}, ""},
		{true, []received.CMap{unicode, mac}, "truetype-symbolic-maps"}, {true, nil, "truetype-symbolic-maps"},
	} {
		if got := strings.Join(mapped(t, c.symbolic, c.maps...), " "); got != c.want {
			t.Errorf("symbolic %t, %d maps: %q, want %q", c.symbolic, len(c.maps), got, c.want)
		}
	}
}

// setOf is a CIDSet of the CIDs below n.
func setOf(n int) []byte {
	b := make([]byte, (n+7)/8)
	for i := range n {
		b[i/8] |= 0x80 >> (i % 8)
	}
	return b
}

// withSet are the rules that a unit breaks whose composite font has a set of so many CIDs more than its program.
func withSet(t *testing.T, more int) []string {
	t.Helper()
	data := file(t)
	_, p := program(t, "Amiri-Regular.ttf", received.FormSfnt)
	u := made(t, data)
	u.Objects = append(u.Objects, unit.Object{Stream: true, Data: setOf(p.Count + more)})
	for i := range u.Objects {
		d := &u.Objects[i].Piece
		if !bytes.Contains(d.Bytes, []byte("/FontName/ABCDEF+AmiriCID")) {
			continue
		}
		d.Bytes = append(bytes.TrimSuffix(d.Bytes, []byte(">>")), "/CIDSet "...)
		d.Patches = append(d.Patches, unit.Patch{At: len(d.Bytes),
			Symbol: unit.Symbol{Kind: unit.Local, Index: len(u.Objects)}})
		d.Bytes = append(d.Bytes, ">>"...)
	}
	return judgedOf(t, u, data)
}

// TestSetsOfCIDs: a list of the CIDs of a subset names all that the program has, and no others.
func TestSetsOfCIDs(t *testing.T) {
	_, p := program(t, "Amiri-Regular.ttf", received.FormSfnt)
	for more, sound := range map[int]bool{0: true, 8: false, -p.Count / 2: false} {
		if got := !slices.Contains(withSet(t, more), "cidset"); got != sound {
			t.Errorf("a set of %d CIDs more than there are: sound %t", more, got)
		}
	}
}

// withMetadata are the rules that the metadata of a part break.
func withMetadata(t *testing.T, text string) []string {
	t.Helper()
	data := file(t)
	l, err := link(made(t, data), data, nil)
	if err != nil {
		t.Fatal(err)
	}
	j := &judge{linked: l, verdict: &Verdict{}}
	j.metadata(&types.StreamDict{Dict: types.Dict{}, Raw: []byte(text)})
	return namesOf(j.verdict)
}

// TestMetadataOfParts: properties that everybody knows pass, others do not.
func TestMetadataOfParts(t *testing.T) {
	const rdf = `<x xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:RDF>` +
		`<rdf:Description rdf:about="" %s></rdf:Description></rdf:RDF></x>`
	for text, sound := range map[string]bool{
		fmt.Sprintf(rdf, `xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>T</dc:title`): true,
		fmt.Sprintf(rdf, `xmlns:my="http://example.org/" my:own="1"`):                         false,
		fmt.Sprintf(rdf, `xmlns:my="http://example.org/"><my:own>1</my:own`):                  false,
	} {
		if got := withMetadata(t, text); sound != (len(got) == 0) {
			t.Errorf("%s: %v", text, got)
		}
	}
}

// TestFaultsOfTheUnitItself: pictures whose data are damaged, pages that are none.
func TestFaultsOfTheUnitItself(t *testing.T) {
	for want, change := range map[string]func(u *unit.Unit){
		"undecodable": func(u *unit.Unit) {
			u.Facts.Format = "JPEG"
			u.Findings = append(u.Findings, unit.Finding{Code: unit.DataBroken, Count: 1})
		},
		"too-much": func(u *unit.Unit) { u.Pages[0].Piece = unit.Piece{Bytes: []byte("7")} },
	} {
		if got := changed(t, change); !slices.Contains(got, want) {
			t.Errorf("%s is not found, but %v", want, got)
		}
	}
}

// TestReasonsAreGrouped: a rule that is broken often is told once, with its first page and how often.
func TestReasonsAreGrouped(t *testing.T) {
	v := &Verdict{}
	v.breaks("untagged", 7, 1, "")
	v.breaks("untagged", 3, 1, "")
	v.breaks("font-not-embedded", 0, 1, "Arial")
	v.breaks("font-not-embedded", 5, 1, "Times")
	if r := v.Reasons; len(r) != 2 || r[0].Page != 3 || r[0].Count != 2 || r[1].Page != 5 || r[1].What != "Times" {
		t.Errorf("%+v", v.Reasons)
	}
}

// TestWhole: what a unit alone cannot show.
func TestWhole(t *testing.T) {
	gold := func(sum string) []Colorant { return []Colorant{{"Gold", sum}} }
	sound := Received{Verdict: &Verdict{Headings: []int{2}, Colorants: gold("a")}, Depth: 1, Spoken: true}
	deep := Received{Verdict: &Verdict{Headings: []int{3}}, Depth: 1, Spoken: true}
	other := Received{Verdict: &Verdict{Colorants: gold("b")}, Depth: 1, Spoken: true}
	mute := Received{Verdict: &Verdict{}, Depth: 1}
	vast := Received{Verdict: &Verdict{Objects: mostObjects}, Depth: 1, Spoken: true}
	one := Received{Verdict: &Verdict{Objects: 1}, Depth: 1, Spoken: true}
	list := Whole([]Received{sound, deep, other, mute, vast, one})
	for i, want := range []string{"", "heading-enters", "colorant-differs", "no-text", "", "objects-many"} {
		got := ""
		if r := list[i].Reasons; len(r) > 0 {
			got = r[0].Rule.Name
		}
		if got != want {
			t.Errorf("original %d: %q, want %q", i+1, got, want)
		}
	}
	if list[0].Levels != All || list[3].Levels != All&^UA1 || list[2].Levels != UA1 {
		t.Errorf("levels %v", list)
	}
	if len(mute.Verdict.Reasons) > 0 {
		t.Error("the verdict of the unit was changed")
	}
}

// TestLevels: levels are read and named as the manifest and the standards have them.
func TestLevels(t *testing.T) {
	for text, want := range map[string]Levels{"ua1": UA1, "a3a": A3A | A3U | A3B, "a3u": A3U | A3B, "a3b": A3B,
		"ua1+a3b": UA1 | A3B} {
		if got, err := Parse(text); got != want || err != nil {
			t.Errorf("%s: %v %v", text, got, err)
		}
	}
	if _, err := Parse("a4f"); err == nil {
		t.Error("a4f is taken for a level")
	}
	if got := fmt.Sprint(All.Claims(), (UA1 | A3B).Claims(), None.Claims()); got !=
		"[PDF/UA-1 PDF/A-3a] [PDF/UA-1 PDF/A-3b] []" {
		t.Error(got)
	}
}

// TestWordsThatSayNothing: names of kinds and of files are no words, numbers and sentences are.
func TestWordsThatSayNothing(t *testing.T) {
	for words, nothing := range map[string]bool{"Figure": true, "Image 3": true, "picture1.png": true,
		"…": true, "LINK": true,
		"图": true, "1": false, "Figure of a ship": false, "https://un.org/a.pdf": false, "Norway": false} {
		if saysNothing(words) != nothing {
			t.Errorf("%q says nothing: %t", words, !nothing)
		}
	}
}

// TestACancelledJudge: judging ends with its context.
func TestACancelledJudge(t *testing.T) {
	data := file(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Unit(ctx, made(t, data), data, nil, nil, nil); err == nil {
		t.Error("judging goes on")
	}
}

// TestWhatWasInvented: a look that only a program thought of, or a description that nobody gave, keeps a report from
// PDF/UA and from nothing else.
func TestWhatWasInvented(t *testing.T) {
	data := file(t)
	for code, want := range map[string]bool{"look-empty": true, "field-name": true, "figure": true,
		"look-drawn": false} {
		u := made(t, data)
		u.Mended = append(u.Mended, unit.Finding{Code: code, Count: 1, Pages: []int{1}})
		v, err := Unit(context.Background(), u, data, nil, nil, []int{1})
		if err != nil {
			t.Fatal(err)
		}
		if got := v.Levels.Has(UA1); got == want {
			t.Errorf("%s: PDF/UA-1 is reached: %t", code, got)
		}
		if !v.Levels.Has(A3A) {
			t.Errorf("%s: PDF/A-3a is not reached", code)
		}
	}
}

// TestFontsThatStandForOthers: an open font in the place of one that the file does not hold is judged by the glyphs
// that are shown: it may lack one, or have it in another width than the file says.
func TestFontsThatStandForOthers(t *testing.T) {
	for name, c := range map[string]struct{ widths, text, want string }{
		"as wide":       {"[556 556]", "0", ""},
		"another width": {"[556 580]", "1", "glyph-width"},
		"not shown":     {"[556 580]", "0", ""},
		"not there":     {"[556 556]", "\\001", "notdef"},
	} {
		widths := strings.TrimSuffix(c.widths, "]") + strings.Repeat(" 556", 8) + "]"
		content := "/Artifact BMC BT /F 9 Tf (" + c.text + ")Tj ET EMC"
		var b bytes.Buffer
		b.WriteString("%PDF-1.7\n")
		for i, o := range []string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
			"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
			streamOf("", []byte(content)), "<</Type/Font/Subtype/TrueType/BaseFont/Arial/FirstChar 48/LastChar 57" +
				"/Widths" + widths + "/Encoding/WinAnsiEncoding>>"} {
			fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
		}
		b.WriteString("trailer\n<</Root 1 0 R>>\n")
		d, err := pdf.Open(context.Background(), b.Bytes(), pdf.Options{})
		if err != nil {
			t.Fatal(err)
		}
		u, err := unit.Original(context.Background(), d, b.Bytes(), unit.Options{Substitute: true})
		if err != nil {
			t.Fatal(err)
		}
		if len(u.Substitutes) != 1 {
			t.Fatalf("%s: %d fonts stand for others", name, len(u.Substitutes))
		}
		got := slices.DeleteFunc(judgedOf(t, u, b.Bytes()), func(r string) bool {
			return !strings.HasPrefix(r, "glyph") && !strings.HasPrefix(r, "font") && r != "notdef"
		})
		if strings.Join(got, " ") != c.want && !(c.want == "notdef" && slices.Contains(got, c.want)) {
			t.Errorf("%s: breaks %v", name, got)
		}
	}
}
