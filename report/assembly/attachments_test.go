package assembly

import (
	"bytes"
	"compress/zlib"
	"crypto/md5"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/layout"
	"rapporteur/report/unit"
	"rapporteur/sources/pdf"
)

// attachedStory links two originals.
func attachedStory(t *testing.T, one, two []byte) (*story, *pdf.Document, []byte) {
	t.Helper()
	s := newStory(t, []*layout.Run{chapter("a", 1, "#o1"), received("o1", 1), received("o2", 1),
		chapter("b", 1, "#o2")},
		map[string]*handed{"o1": original("one.pdf", one, 0), "o2": original("two.pdf", two, 0)})
	b, _ := s.write()
	return s, read(t, b), b
}

// alone links one original, and gives the bytes of the report too.
func alone(t *testing.T, data []byte, pages ...int) (*story, *pdf.Document, []byte) {
	t.Helper()
	s := newStory(t, []*layout.Run{chapter("a", 1, "#o"), received("o", len(pages))},
		map[string]*handed{"o": original("odd.pdf", data, pages...)})
	b, _ := s.write()
	return s, read(t, b), b
}

// filedIn gives the files in the name tree of a report by their keys.
func filedIn(t *testing.T, d *pdf.Document) map[string]pdf.Embedded {
	t.Helper()
	out := map[string]pdf.Embedded{}
	var last []byte
	d.NameTree(d.Dict(d.Catalog()["Names"])["EmbeddedFiles"], func(key []byte, v types.Object) {
		e, ok := d.Embedded(v)
		if !ok || bytes.Compare(last, key) >= 0 {
			t.Errorf("%q stands behind %q: %v", key, last, ok)
		}
		last = bytes.Clone(key)
		out[pdf.Text(key)] = e
	})
	return out
}

// holds looks whether a file holds these bytes, and its stream says all that it must (ISO 19005-3, 6.8).
func holds(t *testing.T, d *pdf.Document, e pdf.Embedded, want string) {
	t.Helper()
	s, ok := d.Stream(d.Object(e.Stream))
	if !ok {
		t.Fatalf("%s: no stream", e.Name)
	}
	b, err := d.Decode(*s, 1<<24)
	sum := md5.Sum(b)
	if err != nil || string(b) != want || e.Size != len(b) || !bytes.Equal(e.CheckSum, sum[:]) || e.MIME == "" ||
		e.Relationship == "" || d.Name(s.Dict["Type"]) != "EmbeddedFile" {
		t.Errorf("%+v holds %.60q, %v", e, b, err)
	}
}

func deflated(s string) string {
	var z bytes.Buffer
	w := zlib.NewWriter(&z)
	io.WriteString(w, s)
	w.Close()
	return z.String()
}

// TestFilesOfTwoOriginals: two originals have files of one name, filed and associated; each comes along with its bytes
// and says whose it is.
func TestFilesOfTwoOriginals(t *testing.T) {
	with := func(words string, more ...string) []byte {
		return onePage("", "/Names<</EmbeddedFiles<</Names[(x)5 0 R]>>>>/AF[5 0 R]", "", append([]string{
			"<</Type/Filespec/F(table.csv)/UF(table.csv)/Desc(The table)/AFRelationship/Data/EF<</F 6 0 R/UF 6 0 R>>>>",
			"<</Type/EmbeddedFile/Params<</ModDate(D:20110919120000Z)/Size 99/CheckSum(wrong)>>>> stream:" + words},
			more...)...)
	}
	s, d, _ := attachedStory(t, with("a;b\n1;2\n"), with("c;d\n3;4\n"))
	files := filedIn(t, d)
	if len(files) != 2 || len(s.findings) > 0 {
		t.Fatalf("%+v %+v", files, s.findings)
	}
	for key, words := range map[string]string{"o1/table.csv": "a;b\n1;2\n", "o2/table.csv": "c;d\n3;4\n"} {
		e := files[key]
		holds(t, d, e, words)
		if e.Name != "table.csv" || e.MIME != "text/csv" || e.Relationship != "Data" ||
			e.Modified != "D:20110919120000Z" ||
			e.Description != "Original "+key[:2] {
			t.Errorf("%+v", e)
		}
	}
	for run := 1; run <= 2; run++ { // associated with its original's page
		p := d.Pages()[s.plan.Runs[run].First-1]
		if af := d.Array(p.Dict["AF"]); len(af) != 1 || d.Dict(af[0])["EF"] == nil {
			t.Errorf("the page of run %d is associated with %v", run, p.Dict["AF"])
		}
	}
}

// TestFileOnPage: a mark with a file keeps its look and its place, and has its file; it stands on its page and is not
// filed besides. A page that is there twice has the mark twice, and the file once.
func TestFileOnPage(t *testing.T) {
	data := onePage("", "", "/Annots[5 0 R]",
		"<</Type/Annot/Subtype/FileAttachment/Name/Paperclip/Rect[9 8 30 40]/C[1 0 0]/Contents(see)/FS 6 0 R/AP<</N "+
			"8 0 R>>/AF[6 0 R]>>",
		"<</Type/Filespec/F(notes.txt)/EF<</F 7 0 R>>>>", "<<>> stream:the notes",
		"<</Type/XObject/Subtype/Form/BBox[0 0 21 32]>> stream:1 0 0 rg 0 0 21 32 re f")
	s, d, b := alone(t, data, 0, 0)
	first := s.plan.Runs[1].First - 1
	for k := range 2 {
		a := d.Annotations(d.Pages()[first+k])
		if len(a) != 1 || d.Name(a[0]["Subtype"]) != "FileAttachment" || d.Name(a[0]["Name"]) != "Paperclip" ||
			d.Array(a[0]["Rect"]).PDFString() != "[9 8 30 40]" || d.Dict(a[0]["AP"])["N"] == nil {
			t.Fatalf("page %d: %v", k, a)
		}
		e, ok := d.Embedded(a[0]["FS"])
		if !ok || e.Name != "notes.txt" || e.MIME != "text/plain" || e.Relationship != "Unspecified" {
			t.Errorf("page %d: %+v", k, e)
		}
		holds(t, d, e, "the notes")
	}
	if len(filedIn(t, d)) > 0 || len(d.Array(d.Pages()[first].Dict["AF"])) != 1 {
		t.Errorf("filed %v, associated %v", filedIn(t, d), d.Pages()[first].Dict["AF"])
	}
	if n := bytes.Count(b, []byte("the notes")); n != 1 {
		t.Errorf("the file is there %d times", n)
	}
}

// TestEveryWayToAFile: wherever an original speaks of a file that it embeds, the file comes along, once, and is filed;
// no other way leads to it.
func TestEveryWayToAFile(t *testing.T) {
	const spec = "<</Type/Filespec/F(way.txt)/EF<</F 7 0 R>>>>"
	for what, data := range map[string][]byte{
		"the whole":    onePage("", "/AF[6 0 R]", "", "null", spec, "<</Type/EmbeddedFile>> stream:on its way"),
		"a page":       onePage("", "", "/AF[6 0 R]", "null", spec, "<</Type/EmbeddedFile>> stream:on its way"),
		"one, no list": onePage("", "", "/AF 6 0 R", "null", spec, "<</Type/EmbeddedFile>> stream:on its way"),
		"a drawing": onePage("", "", "/Resources<</XObject<</X 5 0 R>>>>",
			"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/AF[6 0 R]>> stream:0 0 m", spec,
			"<</Type/EmbeddedFile>> stream:on its way"),
		"an annotation": onePage("", "", "/Annots[5 0 R]", "<</Type/Annot/Subtype/Square/Rect[0 0 9 9]/AF[6 0 R]>>",
			spec,
			"<</Type/EmbeddedFile>> stream:on its way"),
		"an element": onePage("/P<</MCID 0>>BDC EMC", "/StructTreeRoot 5 0 R/MarkInfo<</Marked true>>",
			"/StructParents 0",
			"<</Type/StructTreeRoot/K 8 0 R/ParentTree<</Nums[0[8 0 R]]>>>>", spec,
			"<</Type/EmbeddedFile>> stream:on its way",
			"<</S/P/P 5 0 R/Pg 3 0 R/K 0/AF[6 0 R]>>"),
		"what only a program knows": onePage("", "", "/Annots[5 0 R]",
			"<</Type/Annot/Subtype/Square/Rect[0 0 9 9]/Private<</Assets<</Names[(a)6 0 R]>>>>>>", spec,
			"<</Type/EmbeddedFile>> stream:on its way"),
	} {
		s, d, b := alone(t, data, 0)
		files := filedIn(t, d)
		if len(files) != 1 || len(s.findings) > 0 {
			t.Errorf("%s: filed %v, findings %+v", what, files, s.findings)
			continue
		}
		holds(t, d, files["o/way.txt"], "on its way")
		if n := bytes.Count(b, []byte("on its way")); n != 1 {
			t.Errorf("%s: the file is there %d times", what, n)
		}
		specs := 0
		for n := 1; n < 500; n++ {
			if d.Dict(d.Object(n))["EF"] != nil {
				specs++
			}
		}
		if specs != 1 {
			t.Errorf("%s: %d file specifications lead to it", what, specs)
		}
	}
}

// TestFilesStandOnce: what two originals have attached that is the same stands in the report once.
func TestFilesStandOnce(t *testing.T) {
	data := onePage("", "/Names<</EmbeddedFiles<</Names[(x)5 0 R]>>>>", "", "<</F(a.txt)/EF<</F 6 0 R>>>>",
		"<<>> stream:the very same words")
	_, d, b := attachedStory(t, data, data)
	if n := bytes.Count(b, []byte("the very same words")); n != 1 || len(filedIn(t, d)) != 2 {
		t.Errorf("the file is there %d times, filed %v", n, filedIn(t, d))
	}
}

// TestFilesLeftOut: what could do harm, or cannot be had, is left out and told by its name; nothing of it comes along,
// and the mark on the page stays.
func TestFilesLeftOut(t *testing.T) {
	script := onePage("", "/OpenAction<</S/JavaScript/JS(x)>>", "")
	for _, c := range []struct{ what, name, dict, data, code, why string }{
		{"a program by its name", "x.exe", "", "harmless", unit.AttachmentExecutable, "program"},
		{"a program by what it holds", "x.txt", "", "MZ harmful", unit.AttachmentExecutable, "program"},
		{"a script, compressed", "x.txt", "/Filter/FlateDecode", deflated("#!/bin/sh\n"), unit.AttachmentExecutable,
			"script"},
		{"a page with a script", "x.html", "", "<p><script>1</script>", unit.AttachmentExecutable, "web-page"},
		{"a PDF with a script", "x.pdf", "", string(script), unit.AttachmentExecutable, "pdf"},
		{"data cut off", "x.csv", "/Filter/FlateDecode", deflated(strings.Repeat("a;b\n", 99))[:12],
			unit.AttachmentBroken, "damaged"},
		{"a bomb", "x.csv", "/Filter/FlateDecode", bomb(64 << 20), unit.AttachmentBroken, "too-large"},
		{"a bomb in a bomb", "x.csv", "/Filter[/FlateDecode/FlateDecode]", deflated(bomb(100 << 20)),
			unit.AttachmentBroken, "too-large"},
		{"a file elsewhere", "x.csv", "/F(other.csv)", "", unit.AttachmentBroken, "elsewhere"},
	} {
		for _, at := range []string{"/Names<</EmbeddedFiles<</Names[(x)6 0 R]>>>>", ""} {
			if at == "" && strings.Contains(c.what, "bomb") {
				continue // once is enough: it takes its time
			}
			mark := "/Annots[5 0 R]"
			if at != "" {
				mark = ""
			}
			data := onePage("", at, mark, "<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS 6 0 R>>",
				"<</F("+c.name+")/EF<</F 7 0 R>>>>", "<<"+c.dict+">> stream:"+c.data)
			s, d, b := alone(t, data, 0)
			if len(s.findings) != 1 || s.findings[0].Code != c.code || s.findings[0].What != c.name ||
				s.findings[0].Why != c.why {
				t.Errorf("%s: %+v", c.what, s.findings)
			}
			if len(filedIn(t, d)) > 0 || bytes.Contains(b, []byte("EmbeddedFile")) {
				t.Errorf("%s: it is in the report", c.what)
			}
			if marks := d.Annotations(d.Pages()[s.plan.Runs[1].First-1]); mark != "" &&
				(len(marks) != 1 || d.Dict(marks[0]["FS"])["EF"] != nil) {
				t.Errorf("%s: its mark is %v", c.what, marks)
			}
		}
	}
}

// TestFilesThatDidNotCome: the mark of a file that the original names and does not hold stays, and says nothing of
// where that lay; a file without a byte is a file.
func TestFilesThatDidNotCome(t *testing.T) {
	for _, c := range []struct{ spec, name, why string }{
		{`<</F(C:\\Users\\someone\\x.doc)>>`, "x.doc", "elsewhere"},
		{"(folder/x.doc)", "x.doc", "elsewhere"},
		{"<<>>", "attachment", "missing"},
		{"null", "attachment", "missing"},
	} {
		data := onePage("", "", "/Annots[5 0 R]", "<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS 6 0 R>>",
			c.spec)
		s, d, b := alone(t, data, 0)
		if len(s.findings) != 1 || s.findings[0].Code != unit.AttachmentBroken || s.findings[0].What != c.name ||
			s.findings[0].Why != c.why || !slices.Equal(s.findings[0].Pages, []int{1}) {
			t.Errorf("%s: %+v", c.spec, s.findings)
		}
		if marks := d.Annotations(d.Pages()[s.plan.Runs[1].First-1]); len(marks) != 1 || marks[0]["FS"] != nil ||
			bytes.Contains(b, []byte("x.doc")) {
			t.Errorf("%s: its mark is %v", c.spec, marks)
		}
	}
	s, d, _ := alone(t, onePage("", "/Names<</EmbeddedFiles<</Names[(x)5 0 R]>>>>", "",
		"<</F(x.csv)/EF<</F 6 0 R>>>>", "<</Filter/FlateDecode>> stream:"), 0)
	if len(s.findings) > 0 || len(filedIn(t, d)) != 1 {
		t.Errorf("a file without a byte: %+v, %v", s.findings, filedIn(t, d))
	}
}

// bomb is so many zeros, compressed.
func bomb(n int) string {
	var z bytes.Buffer
	w := zlib.NewWriter(&z)
	for ; n > 0; n -= 1 << 20 {
		w.Write(make([]byte, 1<<20))
	}
	w.Close()
	return z.String()
}

// TestSomeFileNames: a file without a name gets one, one whose entry leads to no file is told, names of any script
// stand in order, and filters that not every reader knows are undone.
func TestSomeFileNames(t *testing.T) {
	_, d, _ := alone(t, onePage("", "/Names<</EmbeddedFiles<</Names[()5 0 R(b)6 0 R(c)7 0 R]>>>>", "",
		"<</EF<</F 8 0 R>>>>", "<</UF<FEFF03C0>/EF<</F 9 0 R>>>>", "<</F(/home/x/a b.txt)/EF<</F 10 0 R>>>>",
		"<</Subtype/text#2Fcsv>> stream:a;b", "<<>> stream:pi", "<</Filter/ASCIIHexDecode>> stream:616263>"), 0)
	files := filedIn(t, d)
	var keys []string
	for k := range files {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	if !slices.Equal(keys, []string{"o/a b.txt", "o/attachment.csv", "o/π"}) {
		t.Fatalf("%q", keys)
	}
	holds(t, d, files["o/attachment.csv"], "a;b")
	holds(t, d, files["o/π"], "pi")
	holds(t, d, files["o/a b.txt"], "abc")
	s, _ := d.Stream(d.Object(files["o/a b.txt"].Stream))
	if f := d.Name(s.Dict["Filter"]); f != "FlateDecode" {
		t.Errorf("the filter is %s", f)
	}
}

// TestTooManyFiles: files beyond what any original has are left out, and told in one.
func TestTooManyFiles(t *testing.T) {
	var names strings.Builder
	var more []string
	for i := range 1003 {
		names.WriteString("(x)" + strconv.Itoa(5+i) + " 0 R ")
		more = append(more, "<</F("+strconv.Itoa(i)+".txt)/EF<</F 1008 0 R>>>>")
	}
	s, d, _ := alone(t, onePage("", "/Names<</EmbeddedFiles<</Names["+names.String()+"]>>>>", "",
		append(more, "<<>> stream:x")...), 0)
	if len(filedIn(t, d)) != 1000 || len(s.findings) != 1 || s.findings[0].Code != unit.AttachmentsMany ||
		s.findings[0].Count != 3 {
		t.Errorf("%d are filed, %+v", len(filedIn(t, d)), s.findings)
	}
}
