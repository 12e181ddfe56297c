package assembly

import (
	"rapporteur/layout"
	"rapporteur/layout/paint"
	"rapporteur/report/unit"
	"rapporteur/sources/pdf/syntax"
)

// Where a stamp stands on the page as a reader sees it: its distance from the bottom edge to the baseline, and from the
// outer edge.
const (
	stampBottom = 14 * layout.Pt
	stampOuter  = 24 * layout.Pt
)

// stamps writes the form XObject of each page's stamp.
func (b *binding) stamps() error {
	if b.run.Original.Stamp.None {
		return nil
	}
	l := b.l
	for i := range b.u.Pages {
		page := &l.plan.Pages[b.first+i]
		st, err := l.dresser.Stamp(page.Label, b.run.Original.Stamp.Text)
		if err != nil {
			return err
		}
		right := page.Right() != l.plan.Sheet.RTL()
		dict := append([]byte(nil), "/Type/XObject/Subtype/Form/BBox["...)
		dict = appendRect(dict, -layout.Pt, -st.Descent-layout.Pt, st.Width+layout.Pt, st.Ascent+layout.Pt)
		dict = append(dict, "]/Matrix["...)
		for i, v := range stampMatrix(b.u.Pages[i].Shown, st, right) {
			if i > 0 {
				dict = append(dict, ' ')
			}
			dict = syntax.AppendFloat(dict, v)
		}
		dict = append(dict, "]/Resources<</Font<<"...)
		list := make([]unit.Font, len(st.Fonts))
		for k, f := range st.Fonts {
			list[k] = unit.FontOf(f)
		}
		if dict, err = l.fonts.join(dict, l.w, list); err != nil {
			return err
		}
		dict = append(dict, ">>>>"...)
		b.dress = append(b.dress, l.w.share(0, dict, st.Content))
	}
	return nil
}

// stampMatrix puts a stamp upright in the bottom outer corner of what is shown of the page: its crop box, turned by
// Rotate, in user units (ISO 32000-1, 7.7.3.3).
func stampMatrix(s unit.Shown, st *paint.Stamped, right bool) [6]float64 {
	points := func(v layout.Length) float64 { return float64(v) / float64(layout.Pt) }
	width, _ := s.Size()
	width = max(width, 1)
	u := points(stampOuter)
	if right {
		u = width - points(stampOuter) - points(st.Width)
	}
	u = max(u, min(2, width)) // a page narrower than its stamp
	v := points(stampBottom)
	k := 1 / s.UserUnit
	u, v = u*k, v*k // in the page's units
	var m [6]float64
	switch s.Rotate {
	case 90: // the page's up is the reader's right
		m = [6]float64{0, k, -k, 0, s.X1 - v, s.Y0 + u}
	case 180:
		m = [6]float64{-k, 0, 0, -k, s.X1 - u, s.Y1 - v}
	case 270:
		m = [6]float64{0, -k, k, 0, s.X0 + v, s.Y1 - u}
	default:
		m = [6]float64{k, 0, 0, k, s.X0 + u, s.Y0 + v}
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
