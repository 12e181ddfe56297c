package assembly

import (
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/layout"
	"rapporteur/layout/paint"
	"rapporteur/sources/pdf"
)

// Where a stamp stands on the page as a reader sees it: its distance from the bottom edge to the baseline, and from the outer edge.
const (
	stampBottom = 14 * layout.Pt
	stampOuter  = 24 * layout.Pt
)

// stampName is the resource under which a page finds its stamp, with a number behind it where the page uses it already.
const stampName = "ReportStamp"

// stamp writes the form XObject of a page's stamp and gives its name in the page's resources and its number.
func (s *source) stamp(at int, p pdf.Page, resources types.Dict, symbol string) (name string, number int, err error) {
	l := s.l
	st, err := l.dresser.Stamp(l.plan.Pages[at].Label, symbol)
	if err != nil {
		return "", 0, err
	}
	right := l.plan.Pages[at].Right() != l.plan.Sheet.RTL()
	dict := append([]byte(nil), "/Type/XObject/Subtype/Form/BBox["...)
	dict = appendRect(dict, -layout.Pt, -st.Descent-layout.Pt, st.Width+layout.Pt, st.Ascent+layout.Pt)
	dict = append(dict, "]/Matrix["...)
	for i, v := range stampMatrix(p, st, right) {
		if i > 0 {
			dict = append(dict, ' ')
		}
		dict = appendFloat(dict, v)
	}
	dict = append(dict, "]/Resources<</Font<<"...)
	dict = l.fonts.join(dict, l.w, st.Fonts)
	dict = append(dict, ">>>>"...)
	used := s.doc.Dict(resources["XObject"])
	name = stampName
	for i := 2; used[name] != nil; i++ {
		name = stampName + strconv.Itoa(i)
	}
	return name, l.w.share(0, dict, st.Content), nil
}

// stampMatrix puts a stamp upright in the bottom outer corner of what is shown of the page: its crop box, turned by Rotate, in user units (ISO 32000-1, 7.7.3.3).
func stampMatrix(p pdf.Page, st *paint.Stamped, right bool) [6]float64 {
	points := func(v layout.Length) float64 { return float64(v) / float64(layout.Pt) }
	width, _ := p.Shown() // points
	width = max(width, 1)
	u := points(stampOuter)
	if right {
		u = width - points(stampOuter) - points(st.Width)
	}
	u = max(u, min(2, width)) // a page narrower than its stamp
	v := points(stampBottom)
	k := 1 / p.UserUnit
	u, v = u*k, v*k // in the page's units
	c := p.CropBox
	var m [6]float64
	switch p.Rotate {
	case 90: // the page's up is the reader's right
		m = [6]float64{0, k, -k, 0, c.X1 - v, c.Y0 + u}
	case 180:
		m = [6]float64{-k, 0, 0, -k, c.X1 - u, c.Y1 - v}
	case 270:
		m = [6]float64{0, -k, k, 0, c.X0 + v, c.Y1 - u}
	default:
		m = [6]float64{k, 0, 0, k, c.X0 + u, c.Y0 + v}
	}
	for i := range m { // a thousandth of a point is enough, and short
		m[i] = float64(int64(m[i]*1000+copysignHalf(m[i]))) / 1000
	}
	return m
}

func copysignHalf(v float64) float64 {
	if v < 0 {
		return -0.5
	}
	return 0.5
}

// withXObject is a page's resources with one more XObject: copies, for dictionaries may be shared with other pages.
func withXObject(doc *pdf.Document, resources types.Dict, name string, number int) types.Dict {
	r := make(types.Dict, len(resources)+1)
	for k, v := range resources {
		r[k] = v
	}
	x := types.Dict{}
	for k, v := range doc.Dict(resources["XObject"]) {
		x[k] = v
	}
	x[name] = target(number)
	r["XObject"] = x
	return r
}
