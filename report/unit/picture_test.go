package unit

import (
	"math"
	"testing"

	"rapporteur/sources/picture"
)

var a4 = [2]float64{595.276, 841.89}

// TestPlace: a picture has the size that its file gives it, and the report's paper where that cannot be.
func TestPlace(t *testing.T) {
	dpi := func(x, y float64) []picture.Density { return []picture.Density{{X: x, Y: y}} }
	for name, c := range map[string]struct {
		w, h          int
		densities     []picture.Density
		pageW, pageH  float64
		width, height float64
		given         bool
	}{
		"a scan of A4 at 300":         {2480, 3508, dpi(300, 300), 595.2, 841.92, 595.2, 841.92, true},
		"a fax, wider than high":      {1728, 1140, dpi(204, 98), 609.882, 837.551, 609.882, 837.551, true},
		"a map of A0 at 600":          {19866, 28087, dpi(600, 600), 2383.92, 3370.44, 2383.92, 3370.44, true},
		"a small picture of a screen": {800, 600, dpi(96, 96), 600, 450, 600, 450, true},
		"a photograph that says 72":   {4032, 3024, dpi(72, 72), 841.89, 595.276, 697.701, 523.276, false},
		"a screen that says 96":       {1920, 1080, dpi(96, 96), 841.89, 595.276, 769.89, 433.063, false},
		"a scan without resolution":   {2480, 3508, nil, 595.276, 841.89, 595.276, 842.032, false},
		"one that says 1":             {2480, 3508, dpi(1, 1), 595.276, 841.89, 595.276, 842.032, false},
		"one that says none":          {2480, 3508, dpi(0, 0), 595.276, 841.89, 595.276, 842.032, false},
		"no numbers": {2480, 3508, dpi(math.NaN(), math.Inf(1)), 595.276, 841.89, 595.276,
			842.032, false},
		"a stamp, not enlarged beyond 72": {100, 50, nil, 841.89, 595.276, 100, 50, false},
		"smaller than an inch":            {100, 100, dpi(300, 300), 595.276, 841.89, 100, 100, false},
		"the second of two, the first odd": {2480, 3508, append(dpi(1, 1), dpi(300, 300)...), 595.2, 841.92, 595.2,
			841.92, true},
	} {
		p := place(&picture.Page{Width: c.w, Height: c.h, Orientation: 1, Densities: c.densities}, a4)
		near := func(a, b float64) bool { return math.Abs(a-b) < .25 }
		if !near(p.pageWidth, c.pageW) || !near(p.pageHeight, c.pageH) || !near(p.width, c.width) ||
			!near(p.height, c.height) || p.given != c.given {
			t.Errorf("%s: %+v", name, p)
		}
		if p.x < -.2 || p.y < -.2 || math.Abs(2*p.x+p.width-p.pageWidth) > .01 ||
			math.Abs(2*p.y+p.height-p.pageHeight) > .01 {
			t.Errorf("%s: not in the middle: %+v", name, p)
		}
	}
}

// TestOrientations: of each of the eight, the corner of the picture that the first sample is stands where TIFF says
// that it stands, and so does the second sample's way.
func TestOrientations(t *testing.T) {
	// Of the upright page, y up: where the first row begins, and where it ends.
	corners := map[picture.Orientation][2][2]float64{
		1: {{0, 1}, {1, 1}}, 2: {{1, 1}, {0, 1}}, 3: {{1, 0}, {0, 0}}, 4: {{0, 0}, {1, 0}},
		5: {{0, 1}, {0, 0}}, 6: {{1, 1}, {1, 0}}, 7: {{1, 0}, {1, 1}}, 8: {{0, 0}, {0, 1}},
	}
	for o, want := range corners {
		p := place(&picture.Page{Width: 600, Height: 300, Orientation: o,
			Densities: []picture.Density{{X: 150, Y: 150}}}, a4)
		w, h := 288.0, 144.0
		if o.Sideways() {
			w, h = h, w
		}
		if p.pageWidth != w || p.pageHeight != h {
			t.Errorf("orientation %d: a page of %v by %v", o, p.pageWidth, p.pageHeight)
		}
		m := p.matrix()
		at := func(x, y float64) [2]float64 {
			return [2]float64{(x*m[0] + y*m[2] + m[4]) / w, (x*m[1] + y*m[3] + m[5]) / h}
		}
		// The first sample is the image's upper left corner, 0 1 in its own square (ISO 32000-1, 8.9.5.1).
		if got := [2][2]float64{at(0, 1), at(1, 1)}; got != want {
			t.Errorf("orientation %d: its first row goes from %v to %v", o, got[0], got[1])
		}
	}
}
