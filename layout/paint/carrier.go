package paint

import (
	"bytes"
	"time"

	"github.com/go-pdf/fpdf"

	"rapporteur/layout"
)

// carrier is fpdf's document of a run: it owns pages and images, and never sees a string of the user's. Pages are
// uncompressed, for the linker compresses them beside its other work.
type carrier struct {
	doc    *fpdf.Fpdf
	height layout.Length
	images map[string]bool // by key
	widths map[int]int     // how many images there are of a width in pixels
	err    error
}

func newCarrier(sheet *layout.Sheet) *carrier {
	d := fpdf.NewCustom(&fpdf.InitType{OrientationStr: "P", UnitStr: "pt", Size: fpdf.SizeType{Wd: points(sheet.Width),
		Ht: points(sheet.Height)}})
	fixed := time.Unix(0, 0).UTC() // the report's only date is the linker's to write
	d.SetCreationDate(fixed)
	d.SetModificationDate(fixed)
	d.SetCatalogSort(true)
	d.SetCompression(false)
	d.SetAutoPageBreak(false, 0)
	d.SetMargins(0, 0, 0)
	return &carrier{doc: d, height: sheet.Height, images: map[string]bool{}, widths: map[int]int{}}
}

// points turns a length into points, for fpdf alone.
func points(l layout.Length) float64 { return float64(l) / float64(layout.Pt) }

func (c *carrier) open() { c.doc.AddPage() }

func (c *carrier) write(b []byte) {
	if len(b) > 0 {
		c.doc.RawWriteStr(string(b)) // a reader would be read into a buffer that doubles again and again
	}
}

// image places a picture. fpdf measures from the page's top; a body's origin is the frame's top left corner with
// nothing below it, so that the page's height is added to end at the same place once the dress has moved the origin.
func (c *carrier) image(p *layout.Picture, x, y, w, h layout.Length) {
	o := fpdf.ImageOptions{ImageType: p.Format, AllowNegativePosition: true}
	if info := c.doc.RegisterImageOptionsReader(p.Key, o, bytes.NewReader(p.Data)); info != nil && !c.images[p.Key] {
		c.images[p.Key] = true
		if n := c.widths[p.Width]; n > 0 && c.err == nil {
			c.err = widen(info, float64(n)/maxAlike)
		}
		c.widths[p.Width]++
	}
	c.doc.ImageOptions(p.Key, points(x), points(y+c.height), points(w), points(h), false, o, 0, "")
}

// finish gives the document's bytes.
func (c *carrier) finish() ([]byte, error) {
	if c.err != nil {
		return nil, c.err
	}
	var b bytes.Buffer
	if err := c.doc.Output(&b); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
