package report

import (
	"bytes"
	"context"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapporteur/report/extract"
	"rapporteur/report/ledger"
)

// attaching is a manifest in which statements hand in originals, which are attached too.
func attaching(originals ...string) string {
	return "layout: {attach: true}\n" + handedInAs(originals...)
}

// builtOf builds a manifest with its files, and gives the folder and the ledger.
func builtOf(t *testing.T, manifest string, files map[string][]byte) (dir string, l *ledger.Ledger, told string) {
	t.Helper()
	dir = t.TempDir()
	write(t, dir, "report.yaml", []byte(manifest))
	for name, data := range files {
		write(t, dir, name, data)
	}
	r, err := Build(context.Background(), Input{Manifest: filepath.Join(dir, "report.yaml"),
		Out: filepath.Join(dir, "dist")})
	if err != nil || r.Failed {
		t.Fatalf("%v\n%s", err, messages(r))
	}
	for _, f := range r.Findings {
		t.Errorf("verify: %s %s", f.Code, f.Message("en"))
	}
	if l, err = readLedger(filepath.Join(dir, "dist", "report.json")); err != nil {
		t.Fatal(err)
	}
	return dir, l, messages(r)
}

// onePage is a PDF of one page, with more entries of its catalog and page, and more objects from 4.
func onePage(catalog, page string, objects ...string) []byte {
	return smallPDF(append([]string{"<</Type/Catalog/Pages 2 0 R" + catalog + ">>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]" + page + ">>"}, objects...)...)
}

// returned are the files that the report in a folder gives back, by their paths.
func returned(t *testing.T, dir string, ids ...string) map[string]extract.File {
	t.Helper()
	out := t.TempDir()
	list, err := extract.Write(context.Background(), filepath.Join(dir, "dist", "report.pdf"), out, ids, false)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]extract.File{}
	for _, f := range list {
		data, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(f.Path)))
		sum := sha256.Sum256(data)
		if err != nil || f.SHA256 != hex.EncodeToString(sum[:]) || f.Bytes != int64(len(data)) {
			t.Errorf("%+v: %v", f, err)
		}
		files[f.Path] = f
	}
	return files
}

// TestOneOriginalIsAttached: attach: accept at an original attaches that one, whatever the others are.
func TestOneOriginalIsAttached(t *testing.T) {
	a := example(t, "unesco")
	dir, l, _ := builtOf(t, handedInAs("{file: a.pdf, attach: accept}", "b.pdf"),
		map[string][]byte{"a.pdf": a, "b.pdf": onePage("", "")})
	if got := returned(t, dir); len(got) != 1 || l.Statements[0].Originals[0].Attached == nil ||
		l.Statements[1].Originals[0].Attached != nil {
		t.Errorf("%v come back", got)
	}
}

// TestOriginalsAreAttached: every original comes back byte for byte from the report alone, as the ledger says, and what
// was attached to it; a file that two statements hand in stands in the report once.
func TestOriginalsAreAttached(t *testing.T) {
	a := example(t, "unesco")
	b := onePage("/Names<</EmbeddedFiles<</Names[(x)5 0 R]>>>>", "/Annots[4 0 R]",
		"<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS<</F(notes.txt)/Desc(Notes)/EF<</F 6 0 R>>>>>>",
		"<</F(table.csv)/EF<</F 7 0 R>>>>", "<</Length 5>>stream\nnotes\nendstream",
		"<</Length 3>>stream\na;b\nendstream")
	dir, l, _ := builtOf(t, attaching("in/a.pdf", "b.pdf", "in/a.pdf"), map[string][]byte{"in/a.pdf": a, "b.pdf": b})
	got := returned(t, dir)
	want := map[string]string{}
	for _, s := range l.Statements {
		o := s.Originals[0]
		if o.Attached == nil || o.Attached.SHA256 != o.SHA256 || o.Attached.Page != o.First ||
			o.Attached.Relationship != "Source" {
			t.Fatalf("%+v", o.Attached)
		}
		want[s.ID+"/"+o.Attached.Name] = o.SHA256
		for _, x := range o.Attachments {
			want[s.ID+"/"+x.Name] = x.SHA256
		}
	}
	if len(want) != 5 || len(got) != 5 {
		t.Fatalf("the ledger has %v, the report %v", want, got)
	}
	for path, sum := range want {
		if got[path].SHA256 != sum {
			t.Errorf("%s: %s, the ledger says %s", path, got[path].SHA256, sum)
		}
	}
	if n := l.Statements[1].Originals[0].Attachments; len(n) != 2 || n[0].Key != "s2/table.csv" || n[1].Key != "" ||
		n[1].Page != l.Statements[1].Originals[0].First || !strings.HasSuffix(n[1].Description, ": Notes") {
		t.Errorf("%+v", n)
	}
	data, err := os.ReadFile(filepath.Join(dir, "dist", "report.pdf"))
	if err != nil || bytes.Count(data, a) != 1 {
		t.Errorf("the file of two statements stands in the report %d times, %v", bytes.Count(data, a), err)
	}
	if some := returned(t, dir, "S2"); len(some) != 3 {
		t.Errorf("of the second statement: %v", some)
	}
}

// TestOneOriginalTwice: an item that takes pages of one file twice has the file once.
func TestOneOriginalTwice(t *testing.T) {
	m := "layout: {attach: true}\nreport: {title: T, language: en, date: 2012-03-01}\nannexes:\n" +
		"  - {id: x, title: X, originals: [{file: a.pdf, pages: \"1\"}, {file: a.pdf, pages: \"2\"}, b/a.pdf]}\n"
	two := smallPDF("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2/MediaBox[0 0 595 842]>>",
		"<</Type/Page/Parent 2 0 R>>", "<</Type/Page/Parent 2 0 R>>")
	dir, l, _ := builtOf(t, m, map[string][]byte{"a.pdf": two, "b/a.pdf": onePage("", "")})
	var keys []string
	for _, o := range l.Annexes[0].Originals {
		keys = append(keys, o.Attached.Key)
	}
	if !slices.Equal(keys, []string{"x/a.pdf", "x/a.pdf", "x/a.pdf (2)"}) {
		t.Errorf("%q", keys)
	}
	if got := returned(t, dir); len(got) != 2 || got["x/a (2).pdf"].Bytes == 0 {
		t.Errorf("%v", got)
	}
}

// TestActiveOriginals: an original that acts is attached only where it says so, wherever in it that stands, on pages
// that are not taken as well; its pages are taken all the same.
func TestActiveOriginals(t *testing.T) {
	behind := smallPDF("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2/MediaBox[0 "+
		"0 595 842]>>",
		"<</Type/Page/Parent 2 0 R>>", "<</Type/Page/Parent 2 0 R/AA<</O<</S/JavaScript/JS(x)>>>>>>")
	for _, c := range []struct {
		what, use string
		data      []byte
		told      string
	}{
		{"a script", "a.pdf", onePage("/OpenAction<</S/JavaScript/JS(x)>>", ""), "JavaScript"},
		{"a program that is started", "a.pdf", onePage("/OpenAction<</S/Launch/F(x.exe)>>", ""), "Launch"},
		{"a script on a page that is not taken", `{file: a.pdf, pages: "1"}`, behind, "JavaScript"},
		{"a form of Adobe's", "a.pdf", onePage("/AcroForm<</Fields[]/XFA 4 0 R>>", "",
			"<</Length 0>>stream\n\nendstream"), "XFA"},
		{"a program that is attached", "a.pdf", onePage("/AF[<</F(x.exe)/EF<</F 4 0 R>>>>]", "",
			"<</Length 2>>stream\nMZ\nendstream"), "x.exe"},
		{"nothing but a turn of pages", "a.pdf", onePage("/OpenAction<</S/Named/N/NextPage>>", ""), ""},
	} {
		_, l, told := builtOf(t, attaching(c.use), map[string][]byte{"a.pdf": c.data})
		attached := l.Statements[0].Originals[0].Attached != nil
		if attached != (c.told == "") || c.told != "" && !strings.Contains(told, "is not attached to the report, "+
			"because it has active parts that could run when it is opened: "+c.told) {
			t.Errorf("%s: attached %v\n%s", c.what, attached, told)
		}
		use := strings.Replace(c.use, "}", ", attach: accept}", 1)
		if use == c.use {
			use = "{file: a.pdf, attach: accept}"
		}
		dir, l, told := builtOf(t, attaching(use), map[string][]byte{"a.pdf": c.data})
		if l.Statements[0].Originals[0].Attached == nil ||
			(c.told != "") != strings.Contains(told, "original-attach-accepted") {
			t.Errorf("%s, accepted:\n%s", c.what, told)
		}
		sum := sha256.Sum256(c.data)
		if got := returned(t, dir)["s1/a.pdf"].SHA256; got != hex.EncodeToString(sum[:]) {
			t.Errorf("%s, accepted: %s comes back", c.what, got)
		}
	}
}

// TestAcceptedAttachments: what can run is taken where the original says so, and told.
func TestAcceptedAttachments(t *testing.T) {
	data := onePage("/AF[<</F(tool.exe)/EF<</F 4 0 R>>>>]", "", "<</Length 2>>stream\nMZ\nendstream")
	_, l, told := builtOf(t, handedInAs("a.pdf"), map[string][]byte{"a.pdf": data})
	if len(l.Statements[0].Originals[0].Attachments) > 0 || !strings.Contains(told, "tool.exe that is attached to it "+
		"is not taken into the report, because it is a program") {
		t.Errorf("%+v\n%s", l.Statements[0], told)
	}
	dir, l, told := builtOf(t, handedInAs("{file: a.pdf, attachments: accept}"), map[string][]byte{"a.pdf": data})
	if a := l.Statements[0].Originals[0].Attachments; len(a) != 1 ||
		!strings.Contains(told, "original-attachment-accepted") {
		t.Errorf("%+v\n%s", a, told)
	}
	if got := returned(t, dir)["s1/tool.exe"]; got.Bytes != 2 {
		t.Errorf("%+v", got)
	}
}

// TestLeaksAreTold: what a file says beyond its pages is named, each in a warning of its own, where the file is
// attached as it was received, and only there.
func TestLeaksAreTold(t *testing.T) {
	page := func(catalog, page string, objects ...string) []byte { return onePage(catalog, page, objects...) }
	xmp := func(s string) []byte {
		return page("/Metadata 4 0 R", "", fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(s), s))
	}
	info := func(s string) []byte {
		return append(bytes.TrimSuffix(page("", "", "<<"+s+">>"), []byte("trailer\n<</Root 1 0 R>>\n")),
			"trailer\n<</Root 1 0 R/Info 4 0 R>>\n"...)
	}
	saved := func(b []byte) []byte {
		return fmt.Appendf(b, "xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 9/Root 1 0 "+
			"R>>\nstartxref\n%d\n%%%%EOF\n", len(b))
	}
	for _, c := range []struct {
		what string
		data []byte
		want string
	}{
		{"nothing", page("", ""), ""},
		{"an author", info("/Author(A. Clerk)"), "original-attach-author: a.pdf is attached as it was received, and " +
			"says who made it: A. Clerk"},
		{"an author in the metadata", xmp("<dc:creator><rdf:Seq><rdf:li>A. Clerk</rdf:li></rdf:Seq></dc:creator>"),
			"says who made it: A. Clerk"},
		{"a place on a machine", info(`/Title(C:\\Users\\clerk\\speech v3.docx)`),
			`original-attach-path: a.pdf is attached as it was received, and names a folder on somebody's computer:` +
				` C:\Users\clerk\speech v3.docx`},
		{"a place in a network", xmp(`<x>\\server\drafts\a.docx</x>`), `computer: \\server\drafts\a.docx`},
		{"a history", xmp("<xmpMM:History><rdf:Seq/></xmpMM:History>"), "original-attach-history"},
		{"a link to a file", page("", "/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 "+
			"9]/A<</S/URI/URI(file:///C:/drafts/a.doc)>>>>]"), "original-attach-file-link"},
		{"earlier states", saved(saved(page("", ""))), "earlier versions of it can be recovered from it: 1"},
	} {
		_, _, told := builtOf(t, attaching("a.pdf"), map[string][]byte{"a.pdf": c.data})
		if !strings.Contains(told, c.want) || strings.Contains(told, "original-attach-") != (c.want != "") {
			t.Errorf("%s:\n%s", c.what, told)
		}
		if _, _, told = builtOf(t, handedInAs("a.pdf"), map[string][]byte{"a.pdf": c.data}); strings.Contains(told,
			"original-attach-") {
			t.Errorf("%s, not attached:\n%s", c.what, told)
		}
	}
}

// lockedPDF is a PDF that opens with a password, with a file attached to it: RC4 of 40 bits (ISO 32000-1, 7.6.3).
func lockedPDF(password string) []byte {
	pad := []byte("\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08" +
		"\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A")
	owner := bytes.Repeat([]byte("o"), 32)
	sum := md5.Sum(slices.Concat(append([]byte(password), pad...)[:32], owner,
		[]byte{0xfc, 0xff, 0xff, 0xff, 'i', 'd'}))
	crypt := func(key []byte, s string) string {
		c, _ := rc4.NewCipher(key)
		out := make([]byte, len(s))
		c.XORKeyStream(out, []byte(s))
		return string(out)
	}
	object := func(n byte, s string) string {
		key := md5.Sum(append(bytes.Clone(sum[:5]), n, 0, 0, 0, 0))
		return crypt(key[:10], s)
	}
	data := object(5, "the secret table")
	b := onePage("/Names<</EmbeddedFiles<</Names[(x)4 0 R]>>>>", "",
		fmt.Sprintf("<</F<%x>/EF<</F 5 0 R>>>>", object(4, "secret.txt")),
		fmt.Sprintf("<</Type/EmbeddedFile/Length %d>>stream\n%s\nendstream", len(data), data),
		fmt.Sprintf("<</Filter/Standard/V 1/R 2/P -4/O<%x>/U<%x>>>", owner, crypt(sum[:5], string(pad))))
	return append(bytes.TrimSuffix(b, []byte("trailer\n<</Root 1 0 R>>\n")),
		"trailer\n<</Root 1 0 R/Encrypt 6 0 R/ID[(id)(id)]>>\n"...)
}

// TestEncryptedOriginals: what is attached to an encrypted original comes out decrypted; the original itself is
// attached as it was received, and where it needs a password that is told.
func TestEncryptedOriginals(t *testing.T) {
	for password, use := range map[string]string{"": "a.pdf", "open": "{file: a.pdf, password: open}"} {
		dir, l, told := builtOf(t, attaching(use), map[string][]byte{"a.pdf": lockedPDF(password)})
		o := l.Statements[0].Originals[0]
		if !o.Facts.Encrypted || len(o.Attachments) != 1 || o.Attachments[0].Name != "secret.txt" {
			t.Fatalf("%+v\n%s", o, told)
		}
		got := returned(t, dir)
		sum := sha256.Sum256([]byte("the secret table"))
		if got["s1/secret.txt"].SHA256 != hex.EncodeToString(sum[:]) || got["s1/a.pdf"].SHA256 != o.SHA256 {
			t.Errorf("%v", got)
		}
		if strings.Contains(told, "readers need its password") != (password != "") {
			t.Errorf("with the password %q:\n%s", password, told)
		}
	}
	dir, _, _ := builtOf(t, attaching("{file: a.pdf, password: unmistakable}"),
		map[string][]byte{"a.pdf": lockedPDF("unmistakable")})
	for _, name := range []string{"report.pdf", "report.json"} {
		if data, err := os.ReadFile(filepath.Join(dir, "dist", name)); err != nil ||
			bytes.Contains(data, []byte("unmistakable")) {
			t.Errorf("the password is in %s, %v", name, err)
		}
	}
}

// TestUnopenedAttachments: where the pages need no key and the attached files do, they are told and left out.
func TestUnopenedAttachments(t *testing.T) {
	b := onePage("/Names<</EmbeddedFiles<</Names[(x)4 0 R]>>>>", "", "<</F(secret.txt)/EF<</F 5 0 R>>>>",
		"<</Type/EmbeddedFile/Length 4>>stream\nabcd\nendstream",
		"<</Filter/Standard/V 4/R 4/Length 128/P -4/StmF/Identity/StrF/Identity/EFF/StdCF/CF<</StdCF<</CFM/AESV2>>>>"+
			fmt.Sprintf("/O<%064d>/U<%064d>>>", 1, 2))
	b = append(bytes.TrimSuffix(b, []byte("trailer\n<</Root 1 0 R>>\n")),
		"trailer\n<</Root 1 0 R/Encrypt 6 0 R/ID[(id)(id)]>>\n"...)
	_, l, told := builtOf(t, handedInAs("a.pdf"), map[string][]byte{"a.pdf": b})
	if len(l.Statements[0].Originals[0].Attachments) > 0 || !strings.Contains(told, "secret.txt that is attached to "+
		"it is not taken into the report: it is encrypted") {
		t.Errorf("%+v\n%s", l.Statements[0].Originals[0], told)
	}
}

// TestDividersListAttachedFiles: a divider names the files that its original came with, whatever they are called, and
// not the original itself.
func TestDividersListAttachedFiles(t *testing.T) {
	b := onePage("/Names<</EmbeddedFiles<</Names[(x)4 0 R(y)6 0 R]>>>>", "",
		"<</F(figures.txt)/UF(figures.txt)/EF<</F 5 0 R>>>>", "<</Length 2>>stream\nhi\nendstream",
		"<</F(odd)/UF<FEFFD83DDE00"+strings.Repeat("0061", 99)+">/EF<</F 5 0 R>>>>")
	dir, _, _ := builtOf(t, attaching("a.pdf"), map[string][]byte{"a.pdf": b})
	var blocks bytes.Buffer
	if _, err := Show(context.Background(), Input{Manifest: filepath.Join(dir, "report.yaml")}, "blocks", "",
		&blocks); err != nil {
		t.Fatal(err)
	}
	want := "figures.txt; _" + strings.Repeat("a", 58) + "…"
	if !strings.Contains(blocks.String(), want) || strings.Contains(blocks.String(), "; a.pdf") {
		t.Errorf("%q is not on the divider:\n%s", want, blocks.String())
	}
}
