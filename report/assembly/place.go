package assembly

import (
	"math"

	"rapporteur/report/ledger"
	"rapporteur/report/unit"
)

// Where a stamp stands on a page as it is read, in points before the page's scale: its distance from the bottom edge to
// the baseline, where that is free, and from the outer edge; and how near it may come to what the page paints.
const (
	stampBottom = 14.0
	stampOuter  = 24.0
	stampClear  = 2.5
	// stampLow and stampHigh are where the baseline may be instead: below lies what printers leave out, above the text.
	stampLow, stampHigh = 9.0, 36.0
	// groundAside and groundAbove are how far its ground reaches beyond the words.
	groundAside, groundAbove = 4.0, 1.5
	// stripAbove is what a strip below the page has above and below the words.
	stripAbove = 5.0
)

// stampSize is how much room a stamp takes as it is set, in points.
type stampSize struct{ width, ascent, descent float64 }

// placing is where a stamp stands: the start of its baseline on the page as it is read, in points from its bottom left
// corner, and how many times larger than set it is.
type placing struct {
	x, y, scale float64
	size        stampSize
	way         ledger.Way
	strip       float64    // of a widened page
	ground      [4]float64 // as the stamp is set: left, bottom, right, top
}

// strips says when a page is widened by a strip for its stamp.
type strips int

const (
	neverStrip        strips = iota
	stripBeforeBuried        // rather than have the stamp below an annotation, which is painted over it and its ground
	stripBeforeGround        // wherever nothing is free
	headBeforeBuried         // as stripBeforeBuried, but above the page: annotations lie below it
)

// Over what a stamp may not stand: anything that is painted, text, what is painted after it.
func anything(*unit.Painted) bool      { return true }
func isText(p *unit.Painted) bool      { return p.Text }
func paintedOver(p *unit.Painted) bool { return p.Over }

// place finds a stamp's place: in the free band that is nearest to where it should stand, at the outer edge, else at
// the inner, else in the middle. Where nothing is free the page is widened, or the stamp gets a ground of its own:
// where there is no text rather than on it, and on text rather than below an annotation.
func place(s unit.Shown, foot []unit.Painted, size stampSize, right bool, strip strips) placing {
	width, height := s.Size()
	p := placing{scale: s.Scale(), size: size}
	outer := stampOuter * p.scale
	if p.wide() > width-2*outer { // a narrow page: to its edges, and smaller
		outer = max((width-p.wide())/2, min(stampClear, width/20))
		p.scale = min(p.scale, (width-2*outer)/size.width)
	}
	if tall := (size.ascent + size.descent + 2*groundAbove) * p.scale; tall > height/4 { // a low one
		p.scale *= height / 4 / tall
		outer = min(outer, (width-p.wide())/2)
	}
	p.scale = max(p.scale, 1e-6)
	sides := [3]float64{outer, width - outer - p.wide(), (width - p.wide()) / 2}
	if right {
		sides[0], sides[1] = sides[1], sides[0]
	}
	bottom := max(min(stampBottom*p.scale, height/6), (size.descent+groundAbove)*p.scale)
	free := func(of func(*unit.Painted) bool, aside, above float64) bool {
		for _, x := range sides {
			for _, d := range steps {
				p.x, p.y = x, bottom+d*p.scale
				if (d <= 0 || p.y <= height/3) && p.y >= size.descent*p.scale && !p.meets(foot, of, aside, above) {
					return true
				}
			}
		}
		return false
	}
	if free(anything, stampClear, stampClear) {
		return p
	}
	grounded := strip != stripBeforeGround &&
		(free(isText, groundAside, groundAbove) || free(paintedOver, groundAside, groundAbove))
	if !grounded {
		p.x, p.y = sides[0], bottom
	}
	switch {
	case !grounded && strip == headBeforeBuried:
		p.headed(width, height)
		return p
	case !grounded && strip != neverStrip:
		p.widened(width)
		return p
	}
	p.way = ledger.Ground
	p.ground = [4]float64{-groundAside, -size.descent - groundAbove, size.width + groundAside,
		size.ascent + groundAbove}
	return p
}

// widened puts the stamp on a strip below a page of a width.
func (p *placing) widened(width float64) {
	p.strip = math.Ceil((p.size.ascent+p.size.descent+2*stripAbove)*p.scale*100) / 100
	p.y, p.way = (stripAbove+p.size.descent)*p.scale, ledger.Widened
	p.ground = [4]float64{-p.x / p.scale, -p.y / p.scale, (width - p.x) / p.scale, (p.strip - p.y) / p.scale}
}

// headed puts it on a strip above a page of such a size.
func (p *placing) headed(width, height float64) {
	p.widened(width)
	p.y, p.way = p.y+height, ledger.Headed
}

// steps are how far from where it should be the baseline is tried, the nearest first, and of two the lower.
var steps = func() (list []float64) {
	list = append(list, 0)
	for d := 1.0; d <= stampHigh-stampBottom; d++ {
		if stampBottom-d >= stampLow {
			list = append(list, -d)
		}
		list = append(list, d)
	}
	return list
}()

func (p *placing) wide() float64 { return p.size.width * p.scale }

// top is how high the stamp reaches, with so much above it.
func (p *placing) top(above float64) float64 { return p.y + (p.size.ascent+above)*p.scale }

// meets reports whether the stamp, with so much around it, comes upon what is painted of a kind.
func (p *placing) meets(foot []unit.Painted, of func(*unit.Painted) bool, aside, above float64) bool {
	x0, x1 := (p.x-aside*p.scale)*10, (p.x+p.wide()+aside*p.scale)*10
	y0, y1 := (p.y-(p.size.descent+above)*p.scale)*10, p.top(above)*10
	for i := range foot {
		q := &foot[i]
		if of(q) && float64(q.X0) < x1 && float64(q.X1) > x0 && float64(q.Y0) < y1 && float64(q.Y1) > y0 {
			return true
		}
	}
	return false
}

// box is the stamp's BBox.
func (p *placing) box() [4]float64 {
	b := p.ground
	if p.way == ledger.Free {
		b = [4]float64{-1, -p.size.descent - 1, p.size.width + 1, p.size.ascent + 1}
	}
	for i := range b {
		b[i] = milliOf(b[i])
	}
	return b
}

// milliOf rounds to thousandths.
func milliOf(v float64) float64 { return math.Round(v*1000) / 1000 }

// groundContent paints the ground, opaque whatever lies below.
func (p *placing) groundContent() []byte {
	if p.way == ledger.Free {
		return nil
	}
	b := p.box()
	out := appendNumbers([]byte("1 g\n"), []float64{b[0], b[1], milliOf(b[2] - b[0]), milliOf(b[3] - b[1])})
	return append(out, " re\nf\n0 g\n"...)
}

// matrix puts the stamp on the page, upright as it is read. Places are as fine as thousandths of points.
func (p *placing) matrix(s unit.Shown) [6]float64 {
	if p.way == ledger.Widened {
		s = s.Grown(p.strip)
	}
	m := s.Matrix()
	fine := math.Pow(10, math.Ceil(math.Log10(max(s.UserUnit, 1))))
	round := func(v, digits float64) float64 { return math.Round(v*digits*fine) / (digits * fine) }
	return [6]float64{round(m[0]*p.scale, 1e6), round(m[1]*p.scale, 1e6), round(m[2]*p.scale, 1e6),
		round(m[3]*p.scale, 1e6), round(p.x*m[0]+p.y*m[2]+m[4], 1e3), round(p.x*m[1]+p.y*m[3]+m[5], 1e3)}
}
