package unit

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// originalOf is an original of two pages, as a delegation's program might have written it: entries of its catalog, of
// its first page, and more objects, from number 6 on. A stream is written "<<...>> stream:DATA".
func originalOf(catalog, page string, more ...string) []byte {
	objects := append([]string{"<</Type/Catalog/Pages 2 0 R" + catalog + ">>",
		"<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2/MediaBox[0 0 595 842]>>", "<</Type/Page/Parent 2 0 R" + page + ">>",
		"<</Type/Page/Parent 2 0 R/Contents 5 0 R>>", "<<>> stream:0 0 m"}, more...)
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var table strings.Builder
	for i, o := range objects {
		fmt.Fprintf(&table, "%010d 00000 n \n", b.Len())
		if dict, data, stream := strings.Cut(o, " stream:"); stream {
			o = fmt.Sprintf("%s/Length %d>>\nstream\n%s\nendstream", strings.TrimSuffix(dict, ">>"), len(data), data)
		}
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n",
		len(objects)+1, table.String(), len(objects)+1, b.Len())
	return b.Bytes()
}

// unitOf makes the unit of a whole file.
func unitOf(t testing.TB, data []byte) *Unit {
	t.Helper()
	doc, err := pdf.Open(t.Context(), data, pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if words := doc.Repaired(); len(words) > 0 {
		t.Fatalf("the test's file is damaged: %v", words)
	}
	u, err := Original(t.Context(), doc, data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return u
}

// text is all that the unit would write, streams apart; "page 1" stands between braces where a page is meant.
func (u *Unit) text() string {
	var b strings.Builder
	for i := range u.Pages {
		b.WriteString(u.Pages[i].Piece.String() + "\n")
	}
	for i := range u.Objects {
		b.WriteString(u.Objects[i].Piece.String() + "\n")
	}
	for i := range u.Outline {
		b.WriteString(u.Outline[i].Entry.String() + "\n")
	}
	for i := range u.Classes {
		b.WriteString(u.Classes[i].Value.String() + "\n")
	}
	return b.String()
}

// told gives the findings, each as "code what count pages".
func (u *Unit) told() []string {
	var out []string
	for _, f := range u.Findings {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s %s %d %v", strings.TrimPrefix(f.Code, "original-"),
			f.What, f.Count, f.Pages)))
	}
	return out
}

// expect compares the findings with those that are wanted, in any order.
func (u *Unit) expect(t *testing.T, want ...string) {
	t.Helper()
	got := u.told()
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("told %q, should be %q", got, want)
	}
}

// annots gives the annotations of the first page as they would be read, references among objects resolved no further.
func annots(t *testing.T, u *Unit) []types.Dict {
	t.Helper()
	var out []types.Dict
	fill := func(b []byte, s Symbol) []byte { return fmt.Appendf(b, "%d 0 R", s.Index+1000*int(s.Kind)) }
	o, _, err := pdf.ParseObject(u.Pages[0].Append(nil, fill), 0)
	if err != nil {
		t.Fatal(err)
	}
	list, _ := o.(types.Dict)["Annots"].(types.Array)
	for _, a := range list {
		if n := pdf.RefNumber(a); n > 0 {
			if a, _, err = pdf.ParseObject(u.Objects[n-1].Append(nil, fill), 0); err != nil {
				t.Fatal(err)
			}
		}
		out = append(out, a.(types.Dict))
	}
	return out
}

// uriOf is the address of an action.
func uriOf(t *testing.T, o types.Object) string {
	t.Helper()
	d, _ := o.(types.Dict)
	b, ok := pdf.StringBytes(d["URI"])
	if !ok {
		t.Errorf("no address in %v", o)
	}
	return string(b)
}
