package content

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io/fs"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"rapporteur/sources/pdf"
)

// popplerPage is a page as pdftotext -bbox writes it: y runs down from the top.
type popplerPage struct {
	Height float64 `xml:"height,attr"`
	Words  []struct {
		Text string  `xml:",chardata"`
		XMin float64 `xml:"xMin,attr"`
		XMax float64 `xml:"xMax,attr"`
		YMin float64 `xml:"yMin,attr"`
		YMax float64 `xml:"yMax,attr"`
	} `xml:"word"`
}

// TestPoppler: words of real files are the ones that poppler finds, at the same place. What they differ in is where
// words are parted, in formulas above all, and what poppler makes of letters that are put together of two glyphs.
func TestPoppler(t *testing.T) {
	const originals = "../../../../shared/originals/readable"
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("pdftotext is not on this machine")
	}
	for name, least := range map[string]float64{
		"damaged-xref-or-syntax--annotation-button-widget.pdf": 1,
		"linearized--81.pdf":                     0.96, // formulas
		"links-internal--89.pdf":                 0.99,
		"links-uri--11_Tutorial_1.pdf":           0.99, // every glyph placed by an operator of its own
		"many-pages--deterministic-id-in.pdf":    0.99, // standard fonts without widths
		"nonembedded-fonts--10add_WiMIRTalk.pdf": 0.99,
		"old-pdf1.0-1.2--asciihexdecode.pdf":     1,
		"producer-quartz-chrome--02_Imprint.pdf": 0.99,
		"producer-tex--97.pdf":                   0.99,
		"producer-word--issue14627.pdf":          1,
		"signed--prefilled_f1040.pdf":            0.99, // the fields it has filled in are annotations
		"tagged--GoForOptimization.pdf":          0.99, // a presentation, with forms
		"ocg--PdfDiagonale2Single.pdf":           0.9,  // text along curves, which poppler takes apart
		"xfa--xfa_filled_imm1344e.pdf":           1,
	} {
		file := filepath.Join(originals, name)
		data, err := os.ReadFile(file)
		if errors.Is(err, fs.ErrNotExist) {
			t.Skipf("%s is not on this machine", originals)
		}
		if err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command(program, "-bbox", file, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		found, all := agreement(t, data, out)
		if share := float64(found) / float64(all); !(share >= least) {
			t.Errorf("%s: %d of %d words are as poppler finds them, should be %v", name, found, all, least)
		}
	}
}

// agreement counts the words that poppler finds, and those of them that are found here too, to a point.
func agreement(t *testing.T, data, bbox []byte) (found, all int) {
	t.Helper()
	var doc struct {
		Pages []popplerPage `xml:"body>doc>page"`
	}
	in := xml.NewDecoder(bytes.NewReader(bbox))
	in.Entity = xml.HTMLEntity
	if err := in.Decode(&doc); err != nil {
		t.Fatal(err)
	}
	d, err := pdf.Open(context.Background(), data, pdf.Options{})
	if err != nil || len(d.Pages()) != len(doc.Pages) {
		t.Fatal(err, len(doc.Pages))
	}
	interpreter := New(d, new(Fonts), nil)
	interpreter.Words = true
	for i, p := range d.Pages() {
		shown, err := interpreter.Show(p)
		if err != nil {
			t.Error(err)
		}
		for _, w := range doc.Pages[i].Words {
			all++
			for _, o := range shown.Words {
				x, y := p.MediaBox.X0, doc.Pages[i].Height-(o.Y-p.MediaBox.Y0)
				if o.Text == w.Text && math.Abs(o.X0-x-w.XMin) < 1 && math.Abs(o.X1-x-w.XMax) < 1 &&
					y > w.YMin-1 && y < w.YMax+1 {
					found++
					break
				}
			}
		}
	}
	return found, all
}
