package pdf

import (
	"slices"
	"testing"
)

// TestOddBoxes: a box that makes no sense is noted, and what is made of it is what viewers make of it.
func TestOddBoxes(t *testing.T) {
	whole, page := Rect{0, 0, 200, 300}, "/MediaBox[0 0 200 300]"
	for _, c := range []struct {
		boxes string
		want  []Oddity
		crop  Rect
	}{
		{page, nil, whole},
		{page + "/CropBox[10 10 90 90]/TrimBox[0 0 9 9]/Rotate 270/UserUnit 2", nil, Rect{10, 10, 90, 90}},
		{"", []Oddity{NoMediaBox}, letter},
		{"/MediaBox null", []Oddity{NoMediaBox}, letter},
		{"/MediaBox[]", []Oddity{BadMediaBox}, letter},
		{"/MediaBox[0 0 200]", []Oddity{BadMediaBox}, letter},
		{"/MediaBox[0 0 nan 300]", []Oddity{BadMediaBox}, letter},
		{"/MediaBox[0 0 999999999 300]", []Oddity{BadMediaBox}, letter},
		{"/MediaBox[5 5 5 5]", []Oddity{BadMediaBox}, letter},
		{"/MediaBox[(0)(0)(200)(300)]", []Oddity{BadMediaBox}, letter},
		{"/MediaBox<<>>", []Oddity{BadMediaBox}, letter},
		{"/MediaBox[200 300 0 0]", []Oddity{SwappedMediaBox}, whole},
		{"/MediaBox[0 0 1 300]", []Oddity{Tiny}, Rect{0, 0, 1, 300}},
		{page + "/CropBox[]", []Oddity{BadCropBox}, whole},
		{page + "/CropBox[500 500 600 600]", []Oddity{OutsideCropBox}, whole},
		{page + "/CropBox[90 90 10 10]", []Oddity{SwappedCropBox}, Rect{10, 10, 90, 90}},
		{page + "/CropBox[0 0 1 1]", []Oddity{Tiny}, Rect{0, 0, 1, 1}},
		{"/MediaBox[0 0 14401 300]", []Oddity{Huge}, Rect{0, 0, 14401, 300}},
		{"/MediaBox[0 0 14400 14400]", nil, Rect{0, 0, 14400, 14400}},
		{page + "/TrimBox[1 2(x)]/ArtBox 7", []Oddity{BadOtherBox}, whole},
		{page + "/Rotate 45", []Oddity{BadRotate}, whole},
		{page + "/Rotate(x)", []Oddity{BadRotate}, whole},
		{page + "/UserUnit -3", []Oddity{BadUserUnit}, whole},
	} {
		f := onePage()
		f.objects[2] = "<</Type/Page/Parent 2 0 R/Contents 4 0 R" + c.boxes + ">>"
		p := mustOpen(t, f.bytes()).Pages()[0]
		if !slices.Equal(p.Odd, c.want) || p.CropBox != c.crop {
			t.Errorf("%s: %v, should be %v; shown %v", c.boxes, p.Odd, c.want, p.CropBox)
		}
	}
}
