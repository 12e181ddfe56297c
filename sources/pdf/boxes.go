package pdf

import (
	"math"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Oddity is something that a page says of its boxes and that makes no sense, with what was made of it.
type Oddity string

// The oddities of a page (ISO 32000-1, 7.7.3.3 and 14.11.2).
const (
	NoMediaBox      Oddity = "media-missing"  // Letter is taken, as viewers do
	BadMediaBox     Oddity = "media-nonsense" // the same
	Tiny            Oddity = "tiny"           // smaller than any page may be (annex C): nothing can be seen of it
	Huge            Oddity = "huge"           // larger than any page may be (annex C): some viewers leave a part out
	SwappedMediaBox Oddity = "media-swapped"  // its corners are put right
	BadCropBox      Oddity = "crop-nonsense"  // it is not looked at
	OutsideCropBox  Oddity = "crop-outside"   // the same: it shows nothing of the page
	SwappedCropBox  Oddity = "crop-swapped"   // its corners are put right
	BadOtherBox     Oddity = "other-nonsense" // BleedBox, TrimBox or ArtBox: it is left out
	BadRotate       Oddity = "rotate"         // no multiple of 90: the nearest is taken
	BadUserUnit     Oddity = "user-unit"      // 1 is taken
)

// leastSide is the least side of a page, in units (ISO 32000-1, annex C).
const leastSide = 3

// MostSide is the most that a side of a page may measure, in units (ISO 32000-1, annex C).
const MostSide = 14_400

// boxes reads a page's boxes, its rotation and its unit, and notes what makes no sense.
func (d *Document) boxes(p *Page) {
	odd := func(o Oddity) { p.Odd = append(p.Odd, o) }
	media, swapped, ok := d.rect(p.Dict["MediaBox"])
	switch {
	case d.Resolve(p.Dict["MediaBox"]) == nil:
		odd(NoMediaBox)
	case !ok:
		odd(BadMediaBox)
	default:
		if p.MediaBox = media; swapped {
			odd(SwappedMediaBox)
		}
	}
	p.CropBox = p.MediaBox
	crop, swapped, ok := d.rect(p.Dict["CropBox"])
	m := p.MediaBox
	within := Rect{max(crop.X0, m.X0), max(crop.Y0, m.Y0), min(crop.X1, m.X1), min(crop.Y1, m.Y1)}
	switch {
	case d.Resolve(p.Dict["CropBox"]) == nil:
	case !ok:
		odd(BadCropBox)
	case within.X0 >= within.X1 || within.Y0 >= within.Y1:
		odd(OutsideCropBox)
	default:
		if p.CropBox = within; swapped {
			odd(SwappedCropBox)
		}
	}
	if c := p.CropBox; c.X1-c.X0 < leastSide || c.Y1-c.Y0 < leastSide {
		odd(Tiny)
	}
	if m.X1-m.X0 > MostSide || m.Y1-m.Y0 > MostSide {
		odd(Huge)
	}
	for _, k := range []string{"BleedBox", "TrimBox", "ArtBox"} {
		if o := d.Resolve(p.Dict[k]); o != nil {
			if _, ok := d.Rect(o); !ok {
				odd(BadOtherBox)
				break
			}
		}
	}
	d.turn(p, odd)
}

// turn reads how a page is turned, and its unit.
func (d *Document) turn(p *Page, odd func(Oddity)) {
	if o := d.Resolve(p.Dict["Rotate"]); o != nil {
		r, ok := d.Number(o)
		if ok = ok && math.Abs(r) < 1e6; ok {
			p.Rotate = ((int(math.Round(r/90))%4 + 4) % 4) * 90
		}
		if !ok || math.Mod(r, 90) != 0 {
			odd(BadRotate)
		}
	}
	if o := d.Resolve(p.Dict["UserUnit"]); o != nil {
		if u, ok := d.Number(o); ok && u > 0 && u <= 75_000 {
			p.UserUnit = u
		} else {
			odd(BadUserUnit)
		}
	}
}

// Rect is the rectangle that o is or refers to, normalised; false when it is none or has no area.
func (d *Document) Rect(o types.Object) (Rect, bool) {
	r, _, ok := d.rect(o)
	return r, ok
}

// rect is Rect, and says whether the corners were not the lower left and the upper right one.
func (d *Document) rect(o types.Object) (r Rect, swapped, ok bool) {
	a := d.Array(o)
	if len(a) < 4 {
		return Rect{}, false, false
	}
	var v [4]float64
	for i := range v {
		n, ok := d.Number(a[i])
		if !ok || math.IsNaN(n) || math.Abs(n) > 1e7 {
			return Rect{}, false, false
		}
		v[i] = n
	}
	r = Rect{min(v[0], v[2]), min(v[1], v[3]), max(v[0], v[2]), max(v[1], v[3])}
	return r, v[0] > v[2] || v[1] > v[3], r.X0 < r.X1 && r.Y0 < r.Y1
}
