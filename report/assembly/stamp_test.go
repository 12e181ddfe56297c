package assembly

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"

	"rapporteur/layout"
	"rapporteur/report/ledger"
	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/content"
)

// stampedStory links pages of an original of three pages, the second of which is dark all over.
func stampedStory(t *testing.T, widen bool, pages ...int) (*story, *pdf.Document, *Report) {
	t.Helper()
	h := original("slides.pdf", file("<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R 4 0 R 5 0 R]/Count 3/MediaBox[0 0 960 540]>>",
		"<</Type/Page/Parent 2 0 R/Contents 6 0 R>>",
		"<</Type/Page/Parent 2 0 R/Contents 7 0 R/CropBox[0 0 960 500]/Annots[8 0 R]>>",
		"<</Type/Page/Parent 2 0 R/Contents 6 0 R>>", "<<>> stream:1 g 0 0 960 540 re f",
		"<<>> stream:.1 g 0 0 960 540 re f 1 g",
		"<</Type/Annot/Subtype/Link/Border[0 0 0]/Rect[10 20 30 40]/Dest[3 0 R/XYZ 1 2 0]>>"), pages...)
	h.stamp.Widen = widen
	s := newStory(t, []*layout.Run{chapter("a", 1, "#o"), received("o", len(pages))}, map[string]*handed{"o": h})
	b, rep := s.write()
	return s, read(t, b), rep
}

// TestStampWords: the stamp says the page's label, and its number among the pages of its file, not of the report.
func TestStampWords(t *testing.T) {
	s, d, _ := stampedStory(t, false, 2, 0)
	in := content.New(d, new(content.Fonts), nil)
	in.Words = true
	for k, want := range []string{"3/9", "1/9"} {
		at := s.plan.Runs[1].First - 1 + k
		shown, err := in.Show(d.Pages()[at])
		if err != nil || len(shown.Words) != 5 {
			t.Fatalf("%v: %v", err, shown.Words)
		}
		var words []string
		for _, w := range shown.Words {
			words = append(words, w.Text)
			if !w.Mark.Artifact || w.Mark.Subtype != content.Foot {
				t.Errorf("%q is no pagination artifact", w.Text)
			}
		}
		if got := strings.Join(words, " "); got != s.plan.Pages[at].Label+" · "+want+" · A/66/1" {
			t.Errorf("page %d: %s", at+1, got)
		}
	}
}

// TestStampOnDark: on a page without room the stamp has a white ground, or the page a strip below it, of which the
// ledger knows; the page's own streams, its links and the places that they lead to stay as they were.
func TestStampOnDark(t *testing.T) {
	for _, widen := range []bool{false, true} {
		s, d, rep := stampedStory(t, widen, 0, 1, 2)
		first := s.plan.Runs[1].First - 1
		stamps := rep.Stamps[1]
		if stamps[0].Way != ledger.Free || stamps[2].Way != ledger.Free || (stamps[1].Way == ledger.Widened) != widen ||
			(stamps[1].Way == ledger.Ground) == widen {
			t.Fatalf("%+v", stamps)
		}
		dark := d.Pages()[first+1]
		if streams := d.Contents(dark); len(streams) != 3 || string(streams[1].Raw) != ".1 g 0 0 960 540 re f 1 g" {
			t.Errorf("streams %q", streams)
		}
		form, _ := d.Stream(d.Dict(d.Dict(dark.Dict["Resources"])["XObject"])["ReportStamp"])
		data, err := d.Decode(*form, 1<<16)
		if err != nil || !bytes.HasPrefix(data, []byte("1 g\n")) {
			t.Errorf("%q, %v", data, err)
		}
		crop, media := pdf.Rect{X1: 960, Y1: 500}, pdf.Rect{X1: 960, Y1: 540}
		if widen {
			crop.Y0, media.Y0 = -stamps[1].Strip, -stamps[1].Strip
		}
		if dark.CropBox != crop || dark.MediaBox != media {
			t.Errorf("widen %t: %+v %+v", widen, dark.CropBox, dark.MediaBox)
		}
		link := d.Annotations(dark)[0]
		r, _ := d.Rect(link["Rect"])
		page, view, _ := d.Destination(link["Dest"])
		if y, _ := d.Number(view[2]); r != (pdf.Rect{X0: 10, Y0: 20, X1: 30, Y1: 40}) || page != first || y != 2 {
			t.Errorf("link %v", link)
		}
		for _, k := range []int{0, 2} {
			if p := d.Pages()[first+k]; p.MediaBox != (pdf.Rect{X1: 960, Y1: 540}) {
				t.Errorf("page %d: %+v", k+1, p.MediaBox)
			}
		}
	}
}

// TestStampOfLongest: a page that is as long as a page may be is not widened, and one that is turned neither.
func TestStampOfLongest(t *testing.T) {
	for entries, want := range map[string]ledger.Way{
		"/MediaBox[0 0 600 14400]":            ledger.Ground,
		"/MediaBox[0 0 14400 600]":            ledger.Widened,
		"/MediaBox[0 0 14400 600]/Rotate 90":  ledger.Ground,
		"/MediaBox[0 -20000 600 14000]":       ledger.Ground, // already larger
		"/MediaBox[0 0 600 10000]/UserUnit 9": ledger.Widened,
	} {
		h := original("poster.pdf", file("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
			"<</Type/Page/Parent 2 0 R/Contents 4 0 R"+entries+">>", "<<>> stream:.1 g -9 -20000 40000 40000 re f"), 0)
		h.stamp.Widen = true
		s := newStory(t, []*layout.Run{chapter("a", 1, "#o"), received("o", 1)}, map[string]*handed{"o": h})
		_, rep := s.write()
		if got := rep.Stamps[1][0].Way; got != want {
			t.Errorf("%s: %q, should be %q", entries, got, want)
		}
	}
}

// TestStampAboveHidden: a page below whose shown part an annotation lies is not widened, for it would come to be seen
// on the strip; where that annotation is none that is seen, the page is.
func TestStampAboveHidden(t *testing.T) {
	for entries, want := range map[string]ledger.Way{
		"/Rect[10 5 100 30]":                   ledger.Ground,
		"/Rect[10 5 100 30]/F 2":               ledger.Widened,
		"/Rect[10 41 100 60]":                  ledger.Widened, // it is shown as it is
		"/Rect[-300 5 -200 30]":                ledger.Widened, // the strip is no wider than the page
		"/Rect[10 5 100 30]/Subtype/Popup":     ledger.Widened,
		"/Rect[10 30 100 60]/Subtype/FreeText": ledger.Ground, // a part of it is hidden
	} {
		if !strings.Contains(entries, "Subtype") {
			entries += "/Subtype/Square"
		}
		h := original("slides.pdf", file("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
			"<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 960 540]/CropBox[0 40 960 540]/Annots[5 0 R]>>",
			"<<>> stream:.1 g 0 0 960 540 re f", "<</Type/Annot"+entries+">>"), 0)
		h.stamp.Widen = true
		s := newStory(t, []*layout.Run{chapter("a", 1, "#o"), received("o", 1)}, map[string]*handed{"o": h})
		_, rep := s.write()
		if got := rep.Stamps[1][0].Way; got != want {
			t.Errorf("%s: %q, should be %q", entries, got, want)
		}
	}
}

// TestStampBelowAnnotations: where an annotation covers the foot, which is painted over all content, the page gets a
// strip for its stamp though nobody asked for one: at its foot, or at its head where the annotation lies below the page
// too; where it lies on both sides, none.
func TestStampBelowAnnotations(t *testing.T) {
	for turn, crop := range map[string]string{"0": "0 0 600 800", "90": "0 0 800 600", "180": "0 0 600 800",
		"270": "0 0 800 600"} {
		for beyond, want := range map[[2]int]ledger.Way{{0, 0}: ledger.Widened, {-40, 0}: ledger.Headed,
			{-40, 40}: ledger.Ground, {0, 40}: ledger.Widened} {
			rect := map[string][4]int{"0": {0, beyond[0], 600, 800 + beyond[1]},
				"90": {-beyond[1], 0, 800 - beyond[0], 600}, "180": {0, -beyond[1], 600, 800 - beyond[0]},
				"270": {beyond[0], 0, 800 + beyond[1], 600}}[turn]
			h := original("form.pdf", file("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
				"<</Type/Page/Parent 2 0 R/MediaBox["+crop+"]/Rotate "+turn+"/Annots[4 0 R]>>",
				"<</Type/Annot/Subtype/Square/Rect"+strings.ReplaceAll(fmt.Sprint(rect), ",", "")+"/AP<</N 5 0 R>>>>",
				"<</Type/XObject/Subtype/Form/BBox[0 0 600 800]>> stream:0 0 600 800 re f"), 0)
			s := newStory(t, []*layout.Run{chapter("a", 1, "#o"), received("o", 1)}, map[string]*handed{"o": h})
			b, rep := s.write()
			stamp := rep.Stamps[1][0]
			if stamp.Way != want {
				t.Errorf("turned by %s, %v: %q, want %q", turn, beyond, stamp.Way, want)
			}
			box := read(t, b).Pages()[s.plan.Runs[1].First-1].MediaBox
			got := [4]float64{-box.X0, -box.Y0, box.X1, box.Y1} // left, bottom, right, top
			grown := [4]float64{0, 0, 800, 600}
			if turn == "0" || turn == "180" {
				grown = [4]float64{0, 0, 600, 800}
			}
			side := map[ledger.Way]map[string]int{ledger.Widened: {"0": 1, "90": 2, "180": 3, "270": 0},
				ledger.Headed: {"0": 3, "90": 0, "180": 1, "270": 2}}[want]
			if side != nil {
				grown[side[turn]] += stamp.Strip
			}
			for i := range got {
				if math.Abs(got[i]-grown[i]) > 0.01 {
					t.Errorf("turned by %s, %v: the page is %v", turn, beyond, box)
				}
			}
		}
	}
}
