package report

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/report/ledger"
	"rapporteur/sources/pdf"
)

func photograph(t *testing.T, w, h int) []byte {
	t.Helper()
	im := image.NewGray(image.Rect(0, 0, w, h))
	for i := range im.Pix {
		im.Pix[i] = byte(i * i / 97)
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, im, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// at is a JPEG that says its resolution, in dots an inch.
func at(dpi int, data []byte) []byte {
	return append([]byte{0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 1, byte(dpi >> 8), byte(dpi),
		byte(dpi >> 8), byte(dpi), 0, 0}, data[2:]...)
}

// fax is a TIFF of as many pages as it is told, of 16 by 2 black and white dots that tell the page.
func fax(pages int) []byte {
	b := []byte("MM\x00*\x00\x00\x00\x08")
	for i := range pages {
		at := len(b)
		field := func(tag, kind, value int) {
			b = append(b, byte(tag>>8), byte(tag), 0, byte(kind), 0, 0, 0, 1)
			if kind == 3 {
				value <<= 16
			}
			b = append(b, byte(value>>24), byte(value>>16), byte(value>>8), byte(value))
		}
		const fields = 8
		data := at + 2 + 12*fields + 4
		b = append(b, 0, fields)
		field(256, 3, 16)
		field(257, 3, 2)
		field(258, 3, 1)
		field(259, 3, 1)
		field(262, 3, 0)
		field(273, 4, data)
		field(278, 3, 2)
		field(279, 4, 4)
		next := data + 4
		if i == pages-1 {
			next = 0
		}
		b = append(b, byte(next>>24), byte(next>>16), byte(next>>8), byte(next), byte(i), 0xF0, 0x0F, byte(i))
	}
	return b
}

// made builds a report and gives it back, with its ledger.
func made(t *testing.T, manifest string, files map[string][]byte) (*Result, *pdf.Document, *ledger.Ledger) {
	t.Helper()
	dir := t.TempDir()
	write(t, dir, "report.yaml", []byte(manifest))
	for name, data := range files {
		write(t, dir, name, data)
	}
	result, err := Build(context.Background(), Input{Manifest: filepath.Join(dir, "report.yaml"),
		Out: filepath.Join(dir, "dist")})
	if err != nil || result.Failed || len(result.Findings) > 0 {
		t.Fatalf("%v\n%s", err, messages(result))
	}
	data, err := os.ReadFile(filepath.Join(dir, "dist/report.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := pdf.Open(t.Context(), data, pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	l, err := readLedger(filepath.Join(dir, "dist/report.json"))
	if err != nil {
		t.Fatal(err)
	}
	return result, doc, l
}

// TestPicturesAreOriginals: pictures stand in the report as other originals do, each page once in the ledger with what
// it was received as; their data are the file's, a file's that is there twice stands there once, and the report still
// claims what it claims without originals.
func TestPicturesAreOriginals(t *testing.T) {
	photo := at(200, photograph(t, 900, 600))
	result, doc, l := made(t, handedInAs("{file: photo.jpg, alt: A photograph}", "{file: copy.pdf, alt: A photograph}",
		`{file: fax.tif, pages: "2-3", alt: A fax}`),
		map[string][]byte{"photo.jpg": photo, "copy.pdf": photo, "fax.tif": fax(4)})
	if len(result.Diagnostics) != 1 || result.Diagnostics[0].Code != "original-twice" {
		t.Error(messages(result))
	}
	if fmt.Sprint(l.Conformance.Claims) != "[PDF/UA-1 PDF/A-3a]" {
		t.Errorf("claims %v", l.Conformance)
	}
	sum := sha256.Sum256(photo)
	o := l.Statements[0].Originals[0]
	if o.Format != "JPEG" || o.SHA256 != hex.EncodeToString(sum[:]) || o.Pages != 1 || len(o.Pictures) != 1 ||
		len(o.Labels) != 1 {
		t.Fatalf("%+v", o)
	}
	if p := o.Pictures[0]; p.Width != 900 || p.Height != 600 || p.DPI != [2]float64{200, 200} || !p.DPIGiven ||
		len(p.SHA256) != 64 {
		t.Errorf("%+v", p)
	}
	of := func(page int) (pdf.Page, int) {
		p := doc.Pages()[page-1]
		return p, pdf.RefNumber(doc.Dict(doc.Dict(p.Dict["Resources"])["XObject"])["Picture"])
	}
	page, number := of(o.First)
	s, ok := doc.Stream(doc.Object(number))
	if !ok || !bytes.Equal(s.Raw, photo) || doc.Name(s.Dict["Filter"]) != "DCTDecode" {
		t.Error("the JPEG is not in the report as it was received")
	}
	if w, h := page.MediaBox.X1, page.MediaBox.Y1; w != 324 || h != 216 {
		t.Errorf("the page is %v by %v points, it should be 324 by 216", w, h)
	}
	if _, again := of(l.Statements[1].Originals[0].First); again != number {
		t.Error("the same picture stands in the report twice")
	}
	f := l.Statements[2].Originals[0]
	if f.Format != "TIFF" || f.Pages != 2 || f.Pictures[0].DPIGiven || f.Facts.ScannedPages[0] != 2 {
		t.Errorf("%+v", f)
	}
	for k := range 2 {
		_, n := of(f.First + k)
		s, _ := doc.Stream(doc.Object(n))
		rows, err := doc.Decode(*s, 1<<10)
		if err != nil || len(rows) != 4 || rows[0] != byte(1+k) {
			t.Errorf("page %d: %v %v", k+2, rows, err)
		}
	}
}

// TestPictureSpeaks: the figure that a picture is has the manifest's text, and of several pages says which; where
// nobody has said anything, that is told, the part's name stands in for it, and the report does not claim PDF/UA-1.
func TestPictureSpeaks(t *testing.T) {
	alts := func(doc *pdf.Document) (list []string) {
		for n := 1; n < 1<<10; n++ {
			if d := doc.Dict(doc.Object(n)); doc.Name(d["S"]) == "Figure" {
				b, _ := doc.String(d["Alt"])
				list = append(list, pdf.Text(b))
				if len(doc.Array(doc.Dict(d["A"])["BBox"])) != 4 {
					t.Error("a figure without its place")
				}
			}
		}
		return list
	}
	_, doc, _ := made(t, handedInAs(`{file: a.tif, pages: "2,3", language: fr, alt: {en: A fax, fr: Une télécopie}}`),
		map[string][]byte{"a.tif": fax(3)})
	if got := fmt.Sprint(alts(doc)); got != "[Une télécopie (2/3) Une télécopie (3/3)]" {
		t.Error(got)
	}
	result, doc, l := made(t, handedInAs("a.jpg"), map[string][]byte{"a.jpg": photograph(t, 300, 400)})
	if got := alts(doc); len(got) != 1 || !strings.Contains(got[0], "Original") || !strings.Contains(got[0], "A") {
		t.Error(got)
	}
	if all := messages(result); !strings.Contains(all,
		"original-without-alt: the picture a.jpg has no alternative text") ||
		fmt.Sprint(l.Conformance.Claims) != "[PDF/A-3a]" {
		t.Error(all, l.Conformance)
	}
	result, _, _ = made(t, handedInAs("{file: a.jpg, alt: Words}"),
		map[string][]byte{"a.jpg": smallPDF("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
			"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>")})
	if all := messages(result); !strings.Contains(all, "original-alt-idle: a.jpg is a PDF; alt: is used only") {
		t.Error(all)
	}
}

// TestPicturesOfNoRoom: pictures that have to be packed anew and are too many to be held are made anew where they are
// linked, with the same bytes.
func TestPicturesOfNoRoom(t *testing.T) {
	im := image.NewNRGBA(image.Rect(0, 0, 300, 200))
	for i := range im.Pix {
		im.Pix[i] = byte(i * i / 31)
	}
	im.SetNRGBA(0, 0, color.NRGBA{1, 2, 3, 4})
	var b bytes.Buffer
	if err := png.Encode(&b, im); err != nil {
		t.Fatal(err)
	}
	e := prepared(t, handedInAs("{file: a.png, alt: Noise}"), map[string][]byte{"a.png": b.Bytes()})
	for _, r := range e.originals.of {
		data, err := e.originals.bytes(r.file)
		if err != nil || r.unit == nil {
			t.Fatal(err, r.unit)
		}
		want := r.unit
		r.unit = nil
		got, err := e.originals.unit(t.Context(), r, data)
		if err != nil || !bytes.Equal(got.Hold(), want) {
			t.Errorf("%v: another unit", err)
		}
	}
	e.originals.room.Store(10)
	f := &handedIn{path: "a.png", uses: e.document.Originals()}
	e.originals.of[f.uses[0]] = &taken{file: f, alt: alt{text: "Noise"}}
	if _, err := e.originals.open(t.Context(), f, nil); err != nil || e.originals.of[f.uses[0]].unit != nil {
		t.Errorf("%v: a unit is held for which there is no room", err)
	}
}

// TestPicturesRefused: a picture that cannot be taken is refused at its line, by what is wrong with it; a damaged one
// is taken with a warning.
func TestPicturesRefused(t *testing.T) {
	photo := photograph(t, 300, 400)
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 20, 20))); err != nil {
		t.Fatal(err)
	}
	huge := bytes.Clone(b.Bytes())
	copy(huge[16:], "\x3B\x9A\xCA\x00\x3B\x9A\xCA\x00")
	float := bytes.Clone(fax(2))
	copy(float[bytes.Index(float, []byte{1, 2, 0, 3, 0, 0, 0, 1}):], []byte{1, 2, 0, 3, 0, 0, 0, 1, 0, 12}) // 12 bits
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"a claim of 10^9 by 10^9": {huge, "report.yaml:6:55: original-picture-too-large: the picture a.jpg is larger " +
			"than the program takes: it claims too many dots"},
		"nothing but a header": {photo[:20], "original-picture-damaged: the picture a.jpg is damaged: there is no " +
			"picture in it"},
		"a page that cannot be": {float, "original-picture-unsupported-page: page 1 of a.jpg is of a kind that " +
			"cannot be put into a PDF: an unusual depth"},
		"a JPEG cut short": {photo[:len(photo)-20],
			"original-data-broken: a.jpg: on page 1, a picture cannot be shown " +
				"as it was meant"},
		"an Excel file": {[]byte("PK\x03\x04 xl/workbook.xml"),
			"original-office-none: originals came as files of Word, Excel"},
		"a photograph of a phone": {[]byte("\x00\x00\x00\x18ftypheic...."),
			"original-not-pdf-photo: a.jpg is a photograph of the kind HEIC"},
		"a GIF":      {[]byte("GIF89a......"), "original-not-pdf-picture: a.jpg is a picture of the kind GIF"},
		"an archive": {[]byte("Rar!\x1A\x07\x00"), "original-not-pdf-archive: a.jpg is a packed archive (RAR)"},
	} {
		dir := t.TempDir()
		write(t, dir, "report.yaml", []byte(handedInAs("{file: a.jpg, alt: Words}")))
		write(t, dir, "a.jpg", c.data)
		result, err := Check(context.Background(), Input{Manifest: filepath.Join(dir, "report.yaml")})
		if err != nil {
			t.Fatal(err)
		}
		if all := messages(result); !strings.Contains(all, c.want) {
			t.Errorf("%s: %q is not told:\n%s", name, c.want, all)
		}
	}
}
