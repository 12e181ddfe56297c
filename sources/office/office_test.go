package office

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"rapporteur/sources/diag"
)

const (
	wordSpace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	odfSpace  = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" ` +
		`xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" ` +
		`xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"`
)

// file is a part of an archive, as the tests make them. A long one with a plus before its name is not compressed.
type file struct{ name, data string }

// packed makes an archive.
func packed(t testing.TB, files ...file) []byte {
	t.Helper()
	var buffer bytes.Buffer
	w := zip.NewWriter(&buffer)
	for _, f := range files {
		name, stored := strings.CutPrefix(f.name, "+")
		head := &zip.FileHeader{Name: name, Method: zip.Deflate}
		if stored {
			head.Method = zip.Store
		}
		part, err := w.CreateHeader(head)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write([]byte(f.data)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buffer.Bytes()
}

// What stands around the body of a Word file, and around the relations of a part.
const (
	opened = `<w:document ` + wordSpace + `><w:body>`
	closed = `</w:body></w:document>`
)

func related(relations string) string {
	return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + relations +
		`</Relationships>`
}

// word makes a Word file of what stands in its body.
func word(t testing.TB, body string) []byte {
	return packed(t, file{"word/document.xml", opened + body + closed})
}

// long is word for a body that would compress too well.
func long(t testing.TB, body string) []byte {
	return packed(t, file{"+word/document.xml", opened + body + closed})
}

func writer(t testing.TB, body string) []byte {
	return packed(t, file{"content.xml", `<office:document-content ` + odfSpace + `><office:body><office:text>` +
		body +
		`</office:text></office:body></office:document-content>`})
}

func read(data []byte) (*Document, []diag.Diagnostic, error) {
	var bag diag.Bag
	d, err := Read(data, Source{File: "a.docx", Bag: &bag, Changes: Accept})
	return d, bag.All(), err
}

// TestHostile: what no word processor writes is refused by name, soon and without much memory.
func TestHostile(t *testing.T) {
	para := `<w:p><w:r><w:t>Words</w:t></w:r></w:p>`
	nested := strings.Repeat(`<w:tbl><w:tr><w:tc>`, 10_000) + para + strings.Repeat(`</w:tc></w:tr></w:tbl>`, 10_000)
	nine := strings.Repeat(`<w:tbl><w:tr><w:tc>`, 9) + para + strings.Repeat(`</w:tc></w:tr></w:tbl>`, 9)
	lists := strings.Repeat(`<text:list><text:list-item>`, 10_000) +
		strings.Repeat(`</text:list-item></text:list>`, 10_000)
	cases := map[string]struct {
		data []byte
		want error
	}{
		"not an archive":  {[]byte("Words of a text"), ErrNotArchive},
		"nothing":         {nil, ErrNotArchive},
		"half an archive": {word(t, para)[:60], ErrNotArchive},
		"protected":       {[]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), ErrEncrypted},
		"no text":         {packed(t, file{"xl/workbook.xml", "<workbook/>"}), ErrNoText},
		"a spreadsheet": {packed(t, file{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
			file{"content.xml", "<a/>"}), ErrNoText},
		"no body":              {packed(t, file{"word/document.xml", "<w:document " + wordSpace + "/>"}), ErrNoText},
		"a way out":            {packed(t, file{"../../word/document.xml", "<a/>"}), ErrBadName},
		"a way out of Windows": {packed(t, file{`..\word\document.xml`, "<a/>"}), ErrBadName},
		"an absolute way":      {packed(t, file{"/etc/passwd", ""}, file{"word/document.xml", "<a/>"}), ErrBadName},
		"a bomb":               {word(t, strings.Repeat(" ", 12<<20)), ErrBomb},
		"a bomb in the styles": {packed(t, file{"word/document.xml", opened + para + closed},
			file{"word/_rels/document.xml.rels",
				related(`<Relationship Id="a" Type="x/styles" Target="styles.xml"/>`)},
			file{"word/styles.xml", strings.Repeat("\n", 12<<20)}), ErrBomb},
		"entities": {packed(t, file{"word/document.xml", `<!DOCTYPE a [<!ENTITY b "words">]>` + opened +
			`<w:p><w:r><w:t>&b;</w:t></w:r></w:p>` + closed}), ErrDoctype},
		"an unknown entity": {word(t, "<w:p><w:r><w:t>&b;</w:t></w:r></w:p>"), ErrBroken},
		"broken XML":        {word(t, para+"<w:p><w:r>"), ErrBroken},
		"crossed XML":       {word(t, "<w:p><w:r></w:p></w:r>"), ErrBroken},
		"another encoding": {packed(t, file{"word/document.xml",
			`<?xml version="1.0" encoding="UTF-7"?><a/>`}), ErrBroken},
		"tables in tables": {word(t, nested), ErrNested},
		"nine tables":      {word(t, nine), ErrNested},
		"lists in lists":   {writer(t, lists), ErrNested},
		"many elements":    {long(t, "<w:p>"+strings.Repeat("<w:r><w:tab/></w:r>", 600_000)+"</w:p>"), ErrTooMuch},
		"many paragraphs":  {long(t, strings.Repeat("<w:p><w:r><w:t>a</w:t></w:r></w:p>", maxParas+1)), ErrTooMuch},
		"an encrypted writer": {packed(t, file{"content.xml", "\x01\x02"}, file{"META-INF/manifest.xml",
			`<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry>` +
				`<m:encryption-data/></m:file-entry></m:manifest>`}), ErrEncrypted},
	}
	for name, c := range cases {
		begun := time.Now()
		_, _, err := read(c.data)
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
		if took := time.Since(begun); took > 30*time.Second {
			t.Errorf("%s took %s", name, took)
		}
	}
}

// TestEmptyRuns: millions of runs without words are white space.
func TestEmptyRuns(t *testing.T) {
	d, _, err := read(long(t, "<w:p>"+strings.Repeat(`<w:r><w:rPr><w:sz w:val="2"/></w:rPr></w:r>`, 500_000)+
		"<w:r><w:t>Words</w:t></w:r></w:p>"))
	if err != nil || len(d.Blocks) != 1 || len(d.Blocks[0].Para.Runs) != 1 || d.Blocks[0].Para.Runs[0].Text != "Words" {
		t.Errorf("%v, %v", d, err)
	}
}

// TestRings: styles that are based on each other, lists that name each other and fields that never end do no harm.
func TestRings(t *testing.T) {
	data := packed(t, file{"word/document.xml", opened + `<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r>` +
		`<w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/><w:t>Words</w:t></w:r></w:p>` +
		closed},
		file{"word/_rels/document.xml.rels", related(`<Relationship Id="a" Type="x/styles" Target="styles.xml"/>` +
			`<Relationship Id="b" Type="x/numbering" Target="numbering.xml"/>`)},
		file{"word/styles.xml", `<w:styles ` + wordSpace + `><w:style w:styleId="A"><w:basedOn w:val="B"/><w:pPr>` +
			`<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>` +
			`<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>`},
		file{"word/numbering.xml", `<w:numbering ` + wordSpace + `><w:abstractNum w:abstractNumId="1">` +
			`<w:numStyleLink w:val="A"/></w:abstractNum>` +
			`<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`})
	d, _, err := read(data)
	if err != nil || len(d.Blocks) != 1 || d.Blocks[0].Para.Runs[0].Text != "Words" {
		t.Errorf("%v, %v", d, err)
	}
}

// BenchmarkRead reads a file of about two megabytes, nine when it is unpacked.
func BenchmarkRead(b *testing.B) {
	random := rand.New(rand.NewPCG(1, 2))
	var body strings.Builder
	for body.Len() < 9<<20 {
		body.WriteString(`<w:p w:rsidR="00AB12CD" w:rsidRDefault="00AB12CD"><w:pPr><w:pStyle w:val="Normal"/>` +
			`<w:jc w:val="both"/></w:pPr>`)
		for range 8 {
			fmt.Fprintf(&body, `<w:r w:rsidRPr="%08X"><w:rPr><w:rFonts w:ascii="Times" w:hAnsi="Times"/>`+
				`<w:lang w:val="en-GB"/></w:rPr><w:t xml:space="preserve">`, random.Uint32())
			for range 8 {
				for range 2 + random.IntN(8) {
					body.WriteByte(byte('a' + random.IntN(26)))
				}
				body.WriteByte(' ')
			}
			body.WriteString("</w:t></w:r>")
		}
		body.WriteString("</w:p>")
	}
	data := word(b, body.String())
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, _, err := read(data); err != nil {
			b.Fatal(err)
		}
	}
}

// FuzzRead: no bytes in a part make the reader panic or hang.
func FuzzRead(f *testing.F) {
	f.Add([]byte(`<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>a</w:t>`+
		`</w:r></w:p>`), []byte(`<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="1"><w:numFmt w:val="lowerRoman"/>`+
		`<w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`),
		false)
	f.Add([]byte(`<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge/>`+
		`</w:tcPr>`+
		`<w:p/></w:tc></w:tr></w:tbl><w:sdt><w:sdtContent><w:p><w:ins><w:r><w:fldChar w:fldCharType="begin"/>`+
		`<w:instrText>HYPERLINK "a" \l b</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>x</w:t>`+
		`<w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:ins><w:del><w:r><w:delText>y</w:delText></w:r></w:del>`+
		`</w:p></w:sdtContent></w:sdt>`), []byte(""), false)
	f.Add([]byte(`<text:h text:outline-level="2">a</text:h><text:list><text:list-item><text:p>b<text:s/><text:note>`+
		`<text:note-body><text:p>c</text:p></text:note-body></text:note></text:p></text:list-item></text:list>`+
		`<table:table><table:table-row><table:table-cell table:number-columns-spanned="3"><text:p>d</text:p>`+
		`</table:table-cell><table:covered-table-cell table:number-columns-repeated="2"/></table:table-row>`+
		`</table:table>`), []byte(`<text:list-style/>`), true)
	f.Fuzz(func(t *testing.T, body, settings []byte, odt bool) {
		var data []byte
		if odt {
			data = packed(t, file{"content.xml", `<office:document-content ` + odfSpace + `><office:body>` +
				`<office:text>` +
				string(body) + `</office:text></office:body></office:document-content>`},
				file{"styles.xml", `<office:document-styles ` + odfSpace + `><office:styles>` + string(settings) +
					`</office:styles></office:document-styles>`})
		} else {
			data = packed(t, file{"word/document.xml", opened + string(body) + closed},
				file{"word/_rels/document.xml.rels", related(`<Relationship Id="b" Type="x/numbering" ` +
					`Target="numbering.xml"/>`)},
				file{"word/numbering.xml", `<w:numbering ` + wordSpace + `>` + string(settings) + `</w:numbering>`})
		}
		for _, changes := range []string{Accept, Original} {
			var bag diag.Bag
			if d, err := Read(data, Source{File: "a", Bag: &bag, Changes: changes}); err == nil && d == nil {
				t.Error("neither a document nor an error")
			}
		}
		_, _ = Media(bytes.NewReader(body), int64(len(body)), "a", 10)
		_, _, _ = read(body)
	})
}
