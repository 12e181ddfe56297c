package report

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/report/ledger"
	"rapporteur/sources/libreoffice"
)

// asOffice is the variable that makes this test binary an office program, which makes the PDF that it names of
// everything.
const asOffice = "TEST_AS_OFFICE"

func TestMain(m *testing.M) {
	made, last := os.Getenv(asOffice), len(os.Args)-1
	switch {
	case made == "":
		os.Exit(m.Run())
	case os.Args[last] == "--version":
		_, _ = os.Stdout.WriteString("LibreOffice 25.2.3.2 520(Build:2)\n")
	default:
		name := filepath.Base(os.Args[last])
		data, err := os.ReadFile(made)
		if err != nil {
			os.Exit(1)
		}
		name = strings.TrimSuffix(name, filepath.Ext(name)) + ".pdf"
		if os.WriteFile(filepath.Join(os.Args[last-1], name), data, 0o600) != nil {
			os.Exit(1)
		}
	}
}

// anOffice is a converter that makes a PDF of every file.
func anOffice(t *testing.T, pdf []byte) *libreoffice.Converter {
	t.Helper()
	file := filepath.Join(t.TempDir(), "made.pdf")
	write(t, filepath.Dir(file), filepath.Base(file), pdf)
	t.Setenv(asOffice, file)
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := &libreoffice.Converter{Program: self}
	t.Cleanup(func() {
		if err := c.Close(); err != nil {
			t.Error(err)
		}
	})
	return c
}

// TestOfficeOriginals: files of office programs are originals, by the PDFs that are made of them; the ledger says which
// program made them and knows the files as they were handed in, which are attached where originals are.
func TestOfficeOriginals(t *testing.T) {
	word := []byte(wordFile(t, wordStatement))
	dir := t.TempDir()
	write(t, dir, "report.yaml", []byte(attaching("{file: Statement of Norway.docx, pages: \"1\"}", "b.docx")))
	write(t, dir, "Statement of Norway.docx", word)
	write(t, dir, "b.docx", word)
	in := Input{Manifest: filepath.Join(dir, "report.yaml"), Out: filepath.Join(dir, "dist"),
		Office: anOffice(t, example(t, "unesco"))}
	r, err := Build(context.Background(), in)
	if err != nil || r.Failed || len(r.Findings) > 0 {
		t.Fatalf("%v %v\n%s", err, r.Findings, messages(r))
	}
	if said := messages(r); !strings.Contains(said, "LibreOffice 25.2.3.2 made PDFs of originals that came in other "+
		"forms (files: 2): Statement of Norway.docx, b.docx") {
		t.Error(said)
	}
	l, err := readLedger(filepath.Join(dir, "dist", "report.json"))
	if err != nil {
		t.Fatal(err)
	}
	originals := originalsIn(l)
	if len(originals) != 2 {
		t.Fatalf("%d originals", len(originals))
	}
	o := originals[0]
	want := ledger.Converted{Program: "LibreOffice 25.2.3.2", SHA256: sumOf(example(t, "unesco"))}
	if o.SHA256 != sumOf(word) || o.Converted == nil || *o.Converted != want || o.Pages != 1 {
		t.Errorf("the ledger says %+v, %+v", o, o.Converted)
	}
	for path, f := range returned(t, dir) {
		if f.SHA256 != sumOf(word) || filepath.Ext(path) != ".docx" {
			t.Errorf("%s comes back as %+v", path, f)
		}
	}
	if found, err := Against(filepath.Join(dir, "dist", "report.pdf"), dir); err != nil || len(found) > 0 {
		t.Error(found, err)
	}
	before, err := os.ReadFile(filepath.Join(dir, "dist", "report.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	if r, err = Build(context.Background(), in); err != nil || r.Failed {
		t.Fatal(err, messages(r))
	}
	if after, err := os.ReadFile(filepath.Join(dir, "dist", "report.pdf")); err != nil || !bytes.Equal(before, after) {
		t.Errorf("built again it is another: %v", err)
	}
}

func sumOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// TestNoOffice: where no program is that makes PDFs, that is said once for all files.
func TestNoOffice(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "report.yaml", []byte(handedInAs("a.docx", "b.rtf")))
	write(t, dir, "a.docx", []byte(wordFile(t, wordStatement)))
	write(t, dir, "b.rtf", []byte(`{\rtf1 Norway}`))
	none := &libreoffice.Converter{Program: filepath.Join(dir, "none")}
	defer none.Close()
	for _, office := range []*libreoffice.Converter{nil, none} {
		r, err := Check(context.Background(), Input{Manifest: filepath.Join(dir, "report.yaml"), Office: office})
		if err != nil || !r.Failed || len(r.Diagnostics) != 1 {
			t.Fatal(err, messages(r))
		}
		if said := r.Diagnostics[0].Message("en"); !strings.Contains(said, "(files: 2): a.docx, b.rtf") ||
			!strings.Contains(r.Diagnostics[0].Hint("en"), "www.libreoffice.org") {
			t.Error(said)
		}
	}
}

// TestOfficeFails: what the program makes is no PDF.
func TestOfficeFails(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "report.yaml", []byte(handedInAs("a.docx")))
	write(t, dir, "a.docx", []byte(wordFile(t, wordStatement)))
	for pdf, code := range map[string]string{"text": "original-office-nothing", "%PDF-1.7": "original-damaged"} {
		r, err := Check(context.Background(), Input{Manifest: filepath.Join(dir, "report.yaml"),
			Office: anOffice(t, []byte(pdf))})
		if err != nil || !r.Failed || !strings.Contains(messages(r), code+": ") {
			t.Errorf("%q: %v\n%s", pdf, err, messages(r))
		}
	}
}
