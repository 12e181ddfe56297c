package manifesttest

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
)

// tinyPDF is a PDF of a few objects. Objects are numbered from 1 in the order of the list: the catalog first, the
// page tree second.
type tinyPDF struct {
	header  string
	objects []string
	spoil   func(string) string // of the whole file, last
}

// Originals are files as several kinds of writers leave them, by file name; each has so many pages as its
// name says.
func Originals() map[string][]byte {
	page := func(extra string) string {
		return "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R" +
			extra + ">>"
	}
	const words = "BT /F 12 Tf 72 700 Td (A statement) Tj ET"
	content := fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(words), words)
	const font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
	one := func(catalog, extra string, more ...string) *tinyPDF {
		return &tinyPDF{objects: append([]string{"<</Type/Catalog/Pages 2 0 R" + catalog + ">>",
			"<</Type/Pages/Kids[3 0 R]/Count 1>>", page(extra), content, font}, more...)}
	}
	three := &tinyPDF{objects: []string{"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R 6 0 R]/Count 3/MediaBox[0 0 612 792]/Resources<</Font<</F 5 0 R>>>>/Rotate 90>>",
		"<</Type/Page/Parent 2 0 R/Contents 4 0 R>>", content, font,
		"<</Type/Pages/Parent 2 0 R/Kids[7 0 R 8 0 R]/Count 2>>",
		"<</Type/Page/Parent 6 0 R/Contents[4 0 R 4 0 R]/CropBox[50 50 500 700]/UserUnit 1>>",
		"<</Type/Page/Parent 6 0 R>>"}}
	links := one("/Names<</Dests<</Names[(there)[3 0 R/Fit]]>>>>/PageLabels<</Nums[0<</S/r>>]>>",
		"/Annots[<</Type/Annot/Subtype/Link/Rect[72 690 200 712]/Dest(there)>> 6 0 R]",
		"<</Type/Annot/Subtype/Link/Rect[72 600 200 620]/A<</S/URI/URI(https://www.un.org/)>>>>")
	form := one("/AcroForm<</Fields[6 0 R]/DA(/F 0 Tf)>>", "/Annots[6 0 R]",
		"<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/V(Norway)/Rect[72 500 200 520]/F 4/P 3 0 R>>")
	layers := one("/OCProperties<</OCGs[6 0 R]/D<</ON[6 0 R]>>>>", "", "<</Type/OCG/Name(Draft)>>")
	layers.objects[2] = strings.Replace(layers.objects[2], "/Font", "/Properties<</L 6 0 R>>/Font", 1)
	tagged := one("/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R/Lang(ar-EG)", "/StructParents 0",
		"<</Type/StructTreeRoot/K 7 0 R/ParentTree<</Nums[0[7 0 R]]>>>>",
		"<</S/P/P 6 0 R/Pg 3 0 R/K 0>>")
	const marked = "/P<</MCID 0>>BDC " + words + " EMC"
	tagged.objects[3] = fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(marked), marked)
	outlined := one("/Outlines 6 0 R", "", "<</First 7 0 R/Last 7 0 R/Count 1>>",
		"<</Title(\xfe\xff\x06\x27\x06\x44)/Parent 6 0 R/Dest[3 0 R/XYZ 0 700 0]>>")
	attached := one("/Names<</EmbeddedFiles<</Names[(a)6 0 R]>>>>/AF[6 0 R]/OpenAction<</S/JavaScript/JS(x)>>",
		"/Annots[7 0 R]",
		"<</F(table.csv)/EF<</F 8 0 R>>>>",
		"<</Type/Annot/Subtype/FileAttachment/Rect[9 9 30 30]/FS<</F(tool.exe)/EF<</F 9 0 R>>>>>>",
		"<</Length 3>>stream\na;b\nendstream", "<</Length 2>>stream\nMZ\nendstream")
	junk := one("", "")
	junk.header = "From a mail gateway\r\n"
	lost := one("", "")
	lost.spoil = func(s string) string { return s[:strings.Index(s, "xref\n")] }
	wrong := one("", "")
	wrong.spoil = func(s string) string { return strings.Replace(s, "/Length 41", "/Length 999", 1) }
	bare := &tinyPDF{objects: []string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R>>"}}
	nothing := &tinyPDF{objects: []string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>"}}
	return map[string][]byte{
		"plain-1.pdf": one("", "").bytes(), "inherited-3.pdf": three.bytes(), "links-1.pdf": links.bytes(),
		"form-1.pdf":   form.bytes(),
		"layers-1.pdf": layers.bytes(), "tagged-1.pdf": tagged.bytes(), "outlined-1.pdf": outlined.bytes(),
		"junk-1.pdf": junk.bytes(), "attached-1.pdf": attached.bytes(),
		"lost-1.pdf": lost.bytes(), "length-1.pdf": wrong.bytes(),
		"streams-3.pdf": three.packed(), "packed-1.pdf": one("", "").packed(),
		"fax-3.tif": faxPages(3), "veil-1.png": veil(), "photo-1.jpg": photo(),
		"bare-1.pdf": bare.bytes(), "empty-0.pdf": nothing.bytes(), "words-0.pdf": []byte("This is no PDF.\n"),
	}
}

// bytes writes the file with a cross-reference table.
func (p *tinyPDF) bytes() []byte {
	var b bytes.Buffer
	b.WriteString(p.header + "%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
	table := ""
	for i, o := range p.objects {
		table += fmt.Sprintf("%010d 00000 n \n", b.Len()-len(p.header))
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at := b.Len() - len(p.header)
	n := len(p.objects) + 1
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\n", n, table, n)
	fmt.Fprintf(&b, "startxref\n%d\n%%%%EOF\n", at)
	if p.spoil != nil {
		return []byte(p.spoil(b.String()))
	}
	return b.Bytes()
}

// packed writes the file as writers since PDF 1.5 do: all objects but streams in an object stream, and the
// cross-references in a stream.
func (p *tinyPDF) packed() []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
	n := len(p.objects)
	entries := make([][3]int, n+3)
	var index, members strings.Builder
	count := 0
	for i, o := range p.objects {
		if strings.Contains(o, "endstream") {
			entries[i+1] = [3]int{1, b.Len(), 0}
			fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
			continue
		}
		entries[i+1] = [3]int{2, n + 1, count}
		fmt.Fprintf(&index, "%d %d ", i+1, members.Len())
		members.WriteString(o + " ")
		count++
	}
	stream := func(number int, dict string, data []byte) {
		var z bytes.Buffer
		w := zlib.NewWriter(&z)
		w.Write(data)
		w.Close()
		fmt.Fprintf(&b, "%d 0 obj\n<<%s/Filter/FlateDecode/Length %d>>\nstream\n", number, dict, z.Len())
		fmt.Fprintf(&b, "%s\nendstream\nendobj\n", z.Bytes())
	}
	entries[n+1] = [3]int{1, b.Len(), 0}
	stream(n+1, fmt.Sprintf("/Type/ObjStm/N %d/First %d", count, index.Len()), []byte(index.String()+members.String()))
	entries[n+2] = [3]int{1, b.Len(), 0}
	at := b.Len()
	var table []byte
	for _, e := range entries {
		table = append(table, byte(e[0]), byte(e[1]>>8), byte(e[1]), byte(e[2]))
	}
	stream(n+2, fmt.Sprintf("/Type/XRef/W[1 2 1]/Size %d/Root 1 0 R", n+3), table)
	fmt.Fprintf(&b, "startxref\n%d\n%%%%EOF\n", at)
	return b.Bytes()
}
