package libreoffice

import (
	"bytes"
	"errors"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// document makes a Word file of the paragraphs of a body, as little as a program takes; relations are added to its own.
func document(t *testing.T, body, relations string) []byte {
	t.Helper()
	const office = "http://schemas.openxmlformats.org/officeDocument/2006"
	const packages = "http://schemas.openxmlformats.org/package/2006"
	return packed(t, "[Content_Types].xml", `<Types xmlns="`+packages+`/content-types">`+
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`+
		`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.`+
		`wordprocessingml.document.main+xml"/></Types>`,
		"_rels/.rels", `<Relationships xmlns="`+packages+`/relationships"><Relationship Id="r1" `+
			`Type="`+office+`/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/_rels/document.xml.rels", `<Relationships xmlns="`+packages+`/relationships">`+relations+
			`</Relationships>`,
		"word/document.xml", `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" `+
			`xmlns:r="`+office+`/relationships" `+
			`xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" `+
			`xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" `+
			`xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>`+body+
			`</w:body></w:document>`)
}

// linked is a paragraph with a picture that stands elsewhere.
const linked = `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="914400" cy="914400"/><wp:docPr id="1" name="x"/>` +
	`<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>` +
	`<pic:cNvPr id="1" name="x"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:link="r9"/></pic:blipFill>` +
	`<pic:spPr><a:xfrm><a:ext cx="914400" cy="914400"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr></pic:pic>` +
	`</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`

// TestReal: the program of this machine, where there is one, makes tagged PDFs, and reaches nothing that stands outside
// of the file; a file that it cannot read is told.
func TestReal(t *testing.T) {
	c := &Converter{}
	defer c.Close()
	made, err := c.PDF(t.Context(), "statement.docx", document(t, `<w:p><w:r><w:t>Norway</w:t></w:r></w:p>`, ""))
	if errors.Is(err, ErrNone) {
		t.Skip("LibreOffice is not installed")
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("made by %s, alone: %t", made.Program, c.found.alone)
	for _, want := range []string{"<pdfuaid:part>1<", "<pdfaid:part>3<", "/StructTreeRoot"} {
		if !bytes.Contains(made.PDF, []byte(want)) {
			t.Errorf("the PDF has no %s", want)
		}
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	asked := make(chan bool, 100)
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			asked <- true
			_ = conn.Close()
		}
	}()
	secret := filepath.Join(t.TempDir(), "secret.png")
	if err := os.WriteFile(secret, png, 0o600); err != nil {
		t.Fatal(err)
	}
	c.found.alone = false // by its settings alone
	for _, address := range []string{"http://" + listener.Addr().String() + "/x.png", fileAddress(secret)} {
		relation := `<Relationship Id="r9" TargetMode="External" Target="` + address +
			`" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/>`
		made, err := c.PDF(t.Context(), "linked.docx", document(t, linked, relation))
		if err != nil {
			t.Fatal(err)
		}
		if made.Seen.Linked != 1 {
			t.Errorf("%s: %d links are seen", address, made.Seen.Linked)
		}
		if bytes.Contains(made.PDF, []byte("/Subtype/Image")) {
			t.Errorf("%s: its picture is shown", address)
		}
	}
	if len(asked) > 0 {
		t.Errorf("the network was asked %d times", len(asked))
	}
	var fault *Fault
	broken := document(t, strings.Repeat("<w:p>", 3), "")
	if made, err := c.PDF(t.Context(), "broken.docx", broken[:len(broken)/2]); !errors.As(err, &fault) {
		t.Errorf("of a broken file %v was made, %v", made, err)
	}
}

// png is a picture of one red pixel.
var png = []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00\x90wS\xde" +
	"\x00\x00\x00\x0cIDATx\x9cc\xf8\xcf\xc0\x00\x00\x03\x01\x01\x00\xc9\xfe\x92\xef\x00\x00\x00\x00IEND\xaeB`\x82")
