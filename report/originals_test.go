package report

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"rapporteur/report/assembly"
)

// handedInAs is a manifest in which statements hand in these originals, as YAML.
func handedInAs(originals ...string) string {
	b := "report: {title: T, language: en, date: 2012-03-01}\nsessions:\n  - id: one\n    title: One\n    statements:\n"
	for i, o := range originals {
		b += fmt.Sprintf("      - {id: s%d, speaker: {name: A}, original: %s}\n", i+1, o)
	}
	return b
}

// prepared is an edition of a manifest with its files, as it stands before it is linked.
func prepared(t *testing.T, manifest string, files map[string][]byte) *edition {
	t.Helper()
	dir := t.TempDir()
	write(t, dir, "report.yaml", []byte(manifest))
	for name, data := range files {
		write(t, dir, name, data)
	}
	b := &build{in: Input{Manifest: filepath.Join(dir, "report.yaml"), Out: filepath.Join(dir, "dist")}}
	t.Cleanup(b.close)
	if planned, err := b.prepare(context.Background()); err != nil || !planned {
		t.Fatalf("%v\n%s", err, messages(b.result(true)))
	}
	e := b.editions[0]
	return e
}

// smallPDF is a file of numbered objects, read by its objects, for it has no table; 1 is the catalog.
func smallPDF(objects ...string) []byte {
	b := "%PDF-1.6\n"
	for i, o := range objects {
		b += fmt.Sprintf("%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	return []byte(b + "trailer\n<</Root 1 0 R>>\n")
}

// TestEachFileIsOpenedOnce: however often the manifest names a file, it is opened once; what takes the same pages of it
// is one unit, and what takes others is another.
func TestEachFileIsOpenedOnce(t *testing.T) {
	e := prepared(t, handedInAs("a.pdf", "a.pdf", `{file: a.pdf, pages: "1"}`, "b.pdf"),
		map[string][]byte{"a.pdf": example(t, "host-country"), "b.pdf": example(t, "unesco")})
	if n := len(e.originals.files); n != 2 {
		t.Fatalf("%d files were opened, the manifest names 2", n)
	}
	units := map[*byte]int{}
	for _, r := range e.originals.of {
		units[&r.unit[0]]++
	}
	if len(units) != 3 {
		t.Errorf("%d units were made, there are 3 choices of pages", len(units))
	}
}

// TestAChangedOriginalIsTold: an original that is another when it is linked than when it was opened ends the build.
func TestAChangedOriginalIsTold(t *testing.T) {
	e := prepared(t, handedInAs("a.pdf"), map[string][]byte{"a.pdf": example(t, "unesco")})
	f := e.originals.files[0]
	if _, err := e.originals.bytes(f); err != nil {
		t.Fatal(err)
	}
	f.data = nil // as where there is no room for it
	if _, err := e.originals.bytes(f); err != nil {
		t.Errorf("the same file: %v", err)
	}
	f.data = nil
	write(t, filepath.Dir(e.in.Manifest), "a.pdf", example(t, "host-country"))
	if _, err := e.originals.bytes(f); err == nil || !strings.Contains(err.Error(), "a.pdf has changed") {
		t.Errorf("another file: %v", err)
	}
}

// TestFindingsAreTold: check tells what the linker will leave behind of an original, though no page leads to it
// directly.
func TestFindingsAreTold(t *testing.T) {
	data := smallPDF("<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[() <</EF<</F 7 0 R>>>>]>>>>>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Annots[4 0 R 6 0 R]>>",
		"<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(reply)/IRT 5 0 R>>",
		"<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(behind)/A<</S/Launch/F(x.exe)>>>>",
		"<</Type/Annot/Subtype/Widget/FT/Sig/Rect[0 0 9 9]/T(s)/V<</Type/Sig/Filter/Adobe.PPKLite/Contents<00>>>>>",
		"<</Type/EmbeddedFile/Length 1>>\nstream\nx\nendstream")
	dir := t.TempDir()
	write(t, dir, "report.yaml", []byte(handedInAs("a.pdf")))
	write(t, dir, "a.pdf", data)
	result, err := Check(context.Background(), Input{Manifest: filepath.Join(dir, "report.yaml")})
	if err != nil || result.Failed {
		t.Fatalf("%v\n%s", err, messages(result))
	}
	for _, want := range []string{"original-action", "Launch", "original-attachment-nameless"} {
		if all := messages(result); !strings.Contains(all, want) {
			t.Errorf("%s is not told:\n%s", want, all)
		}
	}
}

// TestDamageIsTold: a page that could not be found, and one that cannot be shown, are told with what is left of the
// file.
func TestDamageIsTold(t *testing.T) {
	page := "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>"
	stream := "<</Length 12/Filter/FlateDecode>>\nstream\nnot deflated\nendstream"
	for _, c := range []struct {
		name, want string
		data       []byte
	}{
		{"a page that is lost", "original-pages-lost: a.pdf is damaged: it says it has 2 pages, but only 1 " +
			"could be found",
			smallPDF("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R 9 0 R]/Count 2>>", page,
				"<</Length 0>>\nstream\n\nendstream")},
		{"content that cannot be decoded", "original-content-broken: a.pdf: what its pages show is damaged and " +
			"may not look as intended (pages: 1)",
			smallPDF("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", page, stream)},
		{"content of four pages out of five that cannot be decoded", "may not look as intended (pages: 1, 3-5)",
			smallPDF("<</Type/Catalog/Pages 2 0 R>>",
				"<</Type/Pages/Kids[3 0 R 5 0 R 3 0 R 3 0 R 3 0 R]/Count 5>>", page, stream,
				"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>")},
		{"contents that lead nowhere", "original-content-broken: a.pdf: what its pages show is damaged",
			smallPDF("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", page, "<</Length 0>>")},
		{"a drawing that cannot be decoded", "original-data-broken: a.pdf: on page 1, a drawing cannot be shown",
			smallPDF("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
				"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</X 4 0 R>>>>>>",
				"<</Subtype/Form/BBox[0 0 9 9]"+stream[2:])},
		{"a Word file", "there is no LibreOffice on this machine to make PDFs of them (files: 1): a.pdf",
			[]byte("PK\x03\x04......word/document.xml")},
		{"a web page", "original-not-pdf-html: a.pdf is a web page", []byte("<!DOCTYPE html><p>Not found")},
	} {
		dir := t.TempDir()
		write(t, dir, "report.yaml", []byte(handedInAs("a.pdf")))
		write(t, dir, "a.pdf", c.data)
		result, err := Check(context.Background(), Input{Manifest: filepath.Join(dir, "report.yaml")})
		if err != nil {
			t.Fatal(err)
		}
		if all := messages(result); !strings.Contains(all, c.want) {
			t.Errorf("%s: %q is not told:\n%s", c.name, c.want, all)
		}
	}
}

// TestAPanicIsAnError: what goes wrong where a unit is made ends the build with an error that says where.
func TestAPanicIsAnError(t *testing.T) {
	e := prepared(t, handedInAs("a.pdf"), map[string][]byte{"a.pdf": example(t, "unesco")})
	e.pages.Runs[0] = nil
	units := e.supply(context.Background())
	defer units.stop()
	_, err := assembly.Write(context.Background(), io.Discard, e.plan, units.next)
	if err == nil || !strings.Contains(err.Error(), "painting run:cover") {
		t.Errorf("error %v", err)
	}
}

// TestNothingGoesOn: builds that fail or are cancelled in the middle leave no goroutine behind.
func TestNothingGoesOn(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../cmd/rapporteur/starter")); err != nil {
		t.Fatal(err)
	}
	before := runtime.NumGoroutine()
	for range 10 {
		ctx, cancel := context.WithCancel(context.Background())
		_, err := Build(ctx, Input{Manifest: filepath.Join(dir, "report.yaml"), Out: filepath.Join(dir, "dist"),
			Progress: func(s Step) {
				if s.Pass == "paint" && s.Done > 2 {
					cancel()
				}
			}})
		if !errors.Is(err, context.Canceled) {
			t.Fatalf("error %v", err)
		}
		cancel()
	}
	for range 100 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("%d goroutines, there were %d before", runtime.NumGoroutine(), before)
}

// TestFaultsOfTagsAreToldOnce: what is wrong with the tags of an original is told where check tells it, and by
// verifying not again; whoever verifies the report later is told.
func TestFaultsOfTagsAreToldOnce(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "report.yaml", []byte(handedInAs("a.pdf")))
	const twice = "/P<</MCID 0>>BDC EMC /P<</MCID 0>>BDC EMC"
	write(t, dir, "a.pdf", onePage("/StructTreeRoot 5 0 R/MarkInfo<</Marked true>>", "/StructParents 0/Contents 4 0 R",
		fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(twice), twice),
		"<</K[6 0 R]/ParentTree<</Nums[0[6 0 R]]>>>>", "<</S/P/P 5 0 R/Pg 3 0 R/K 0>>"))
	in := Input{Manifest: filepath.Join(dir, "report.yaml"), Out: filepath.Join(dir, "dist")}
	checked, err := Check(context.Background(), in)
	if err != nil || !strings.Contains(messages(checked), "original-tags: a.pdf arrived with 1 "+
		"accessibility-tag fault") {
		t.Fatalf("%v\n%s", err, messages(checked))
	}
	built, err := Build(context.Background(), in)
	if err != nil || messages(built) != messages(checked) {
		t.Errorf("%v: check says\n%sbuild says\n%s", err, messages(checked), messages(built))
	}
	verified, err := Verify(context.Background(), filepath.Join(in.Out, MainPDF()))
	if err != nil || !strings.Contains(messages(verified), "arrived with 1 accessibility-tag fault") {
		t.Errorf("%v: verify says\n%s", err, messages(verified))
	}
}
