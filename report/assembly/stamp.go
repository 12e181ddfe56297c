package assembly

import (
	"crypto/sha256"
	"encoding/hex"
	"math"
	"strconv"

	"rapporteur/layout"
	"rapporteur/layout/paint"
	"rapporteur/report/ledger"
	"rapporteur/report/unit"
	"rapporteur/sources/pdf/syntax"
)

// stamps writes the form XObject of each page's stamp.
func (b *binding) stamps() error {
	o := b.run.Original
	if o.Stamp.None {
		return nil
	}
	l := b.l
	for i := range b.u.Pages {
		page, u := &l.plan.Pages[b.first+i], &b.u.Pages[i]
		count := strconv.Itoa(o.Taken[i]) + "/" + strconv.Itoa(o.Of)
		st, err := l.dresser.Stamp(page.Label, count, o.Stamp.Text, stampRoom(u.Shown))
		if err != nil {
			return err
		}
		at := place(u.Shown, u.Foot, sizeOf(st), page.Right() != l.plan.Sheet.RTL(),
			stripsOf(o.Stamp.Widen, &u.Frame))
		box, matrix := at.box(), at.matrix(u.Shown)
		content := append(at.groundContent(), st.Content...)
		dict := appendNumbers([]byte("/Type/XObject/Subtype/Form/BBox["), box[:])
		dict = appendNumbers(append(dict, "]/Matrix["...), matrix[:])
		dict = append(dict, "]/Resources<</Font<<"...)
		list := make([]unit.Font, len(st.Fonts))
		for k, f := range st.Fonts {
			list[k] = unit.FontOf(f)
		}
		if dict, err = l.fonts.join(dict, l.w, list); err != nil {
			return err
		}
		dict = append(dict, ">>>>"...)
		b.dress = append(b.dress, l.w.share(0, dict, content))
		b.stamped = append(b.stamped, ledger.Stamp{Sum: stampSum(box, matrix, content), Way: at.way, Strip: at.strip})
	}
	return nil
}

// frame writes the boxes of a page: as they were received, or widened.
func (b *binding) frame(out []byte, i int) []byte {
	f := &b.u.Pages[i].Frame
	if i < len(b.stamped) {
		switch s, shown := b.stamped[i], b.u.Pages[i].Shown; s.Way {
		case ledger.Widened:
			return append(out, f.Widen(shown, shown.Grown(s.Strip))...)
		case ledger.Headed:
			return append(out, f.Widen(shown, shown.Raised(s.Strip))...)
		}
	}
	return f.Received.Append(out, b.fill)
}

// stripsOf says when a page gets a strip, and where: one that must keep its boxes never does.
func stripsOf(widen bool, f *unit.Frame) strips {
	switch {
	case f.Kept && f.HeadKept:
		return neverStrip
	case f.Kept:
		return headBeforeBuried
	case widen:
		return stripBeforeGround
	}
	return stripBeforeBuried
}

// stampRoom is how wide a stamp may be, as it is set, on a page.
func stampRoom(s unit.Shown) layout.Length {
	width, _ := s.Size()
	return layout.Length(max(width/s.Scale()-2*stampOuter, 0) * float64(layout.Pt))
}

func sizeOf(st *paint.Stamped) stampSize {
	points := func(v layout.Length) float64 { return float64(v) / float64(layout.Pt) }
	return stampSize{points(st.Width), points(st.Ascent), points(st.Descent)}
}

// stampSum is the ledger's sum of a stamp: over its BBox and its Matrix, in billionths of units, and its content. Half
// of SHA-256, in hexadecimal, is enough.
func stampSum(box [4]float64, matrix [6]float64, content []byte) string {
	var b []byte
	for _, v := range append(box[:], matrix[:]...) {
		b = append(strconv.AppendInt(b, int64(math.Round(v*1e9)), 10), ' ')
	}
	sum := sha256.Sum256(append(append(b, '\n'), content...))
	return hex.EncodeToString(sum[:16])
}

func appendNumbers(b []byte, list []float64) []byte {
	for i, v := range list {
		if i > 0 {
			b = append(b, ' ')
		}
		b = syntax.AppendFloat(b, v)
	}
	return b
}
