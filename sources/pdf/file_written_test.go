package pdf_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/forge"
)

// TestWrittenSeesEachByte: of a report's frame no byte can be another, and nothing can stand between, before or behind
// its objects, without being told. What its streams hold is for others to judge.
func TestWrittenSeesEachByte(t *testing.T) {
	report := reportOf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>", "<</Title(T)>>")
	if err := writtenAs(t, report); err != nil {
		t.Fatal(err)
	}
	info := strings.Index(report, "/Info ") + len("/Info ") // which is looked at apart
	for i := range report {
		data := strings.LastIndex(report[:i], "\nendstream") < strings.LastIndex(report[:i], "\nstream\n")
		if i == info || i == info+1 || data {
			continue
		}
		for _, other := range []byte{'0', ' ', report[i] ^ 1} {
			if other == report[i] {

				continue
			}
			changed := []byte(report)
			changed[i] = other
			if writtenAs(t, string(changed)) == nil {
				t.Fatalf("byte %d is %q and not %q, of %q", i, other, report[i], around(report, i))
			}
		}
		for _, more := range []string{" ", "%", "\n", "0"} {
			if writtenAs(t, report[:i]+more+report[i:]) == nil {
				t.Fatalf("%q stands before byte %d, of %q", more, i, around(report, i))
			}
		}
	}
}

func around(s string, i int) string { return s[max(i-20, 0):min(i+20, len(s))] }

// writtenAs is what Written says of a file; what cannot be read is told before.
func writtenAs(t *testing.T, report string) error {
	t.Helper()
	path := filepath.Join(t.TempDir(), "report.pdf")
	if err := os.WriteFile(path, []byte(report), 0o666); err != nil {
		t.Fatal(err)
	}
	f, err := pdf.OpenFile(nil, path)
	if err != nil {
		return err
	}
	defer f.Close()
	if f.Updated() {
		return errors.New("written on")
	}
	if _, err := f.Document(); err != nil {
		return err
	}
	return f.Written()
}

// TestWrittenTellsWhatIsHidden: what no reader shows.
func TestWrittenTellsWhatIsHidden(t *testing.T) {
	objects := []string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>", "<</Title(T)>>"}
	for what, spoil := range map[string]func(o []string){
		"a comment":          func(o []string) { o[3] = "<</Title(T)%hidden\n>>" },
		"a key twice":        func(o []string) { o[3] = "<</Title(hidden)/Title(T)>>" },
		"a key that is null": func(o []string) { o[3] = "<</Title(T)/Hidden null>>" },
		"blanks":             func(o []string) { o[3] = "<</Title(T)  >>" },
		"a second value":     func(o []string) { o[3] += " (hidden)" },
	} {
		spoilt := append([]string(nil), objects...)
		spoil(spoilt)
		var odd *pdf.Odd
		if err := writtenAs(t, reportOf(spoilt...)); !errors.As(err, &odd) {
			t.Errorf("%s: %v", what, err)
		}
	}
	report := reportOf(objects...)
	stray := strings.Index(report, "\nendobj\n") + len("\nendobj\n")
	for what, hidden := range map[string]string{"words": "hidden\n", "a comment": "%hidden\n",
		"an object": "9 0 obj\n1\nendobj\n",
		"a trailer": "trailer\n<</Hidden(words)>>\n", "an end": "%%EOF\n"} {
		if err := writtenAs(t, report[:stray]+hidden+report[stray:]); err == nil {
			t.Errorf("%s between objects: nothing is told", what)
		}
		if err := writtenAs(t, report+hidden); err == nil {
			t.Errorf("%s behind the end: nothing is told", what)
		}
	}
}

// reportOf is a report of a page without content; the bodies of its objects, the catalog first, the Info last.
func reportOf(bodies ...string) string {
	n := len(bodies)
	return string(forge.File(n+1, 1, n, func(i int) types.Object {
		if i > n {
			return types.StreamDict{Dict: types.Dict{"Of": types.Name("Nothing")}, Raw: []byte("data")}
		}
		return forge.Raw(bodies[i-1])
	}))
}
