package assembly

import (
	"testing"

	"rapporteur/report/ledger"
	"rapporteur/report/unit"
)

var label = stampSize{width: 60, ascent: 7.5, descent: 2.5}

// TestPlace: the stamp takes the free band that is nearest to the margin, at the outer edge first; where there is none
// it gets a ground beside the text, or the page a strip.
func TestPlace(t *testing.T) {
	a4 := unit.Shown{X1: 600, Y1: 800, UserUnit: 1}
	line := func(low, high int) unit.Painted {
		return unit.Painted{X1: 6000, Y0: low * 10, Y1: high * 10, Text: true}
	}
	all := unit.Painted{X1: 6000, Y1: 480}
	for name, c := range map[string]struct {
		shown unit.Shown
		foot  []unit.Painted
		x, y  float64
		way   ledger.Way
	}{
		"a free foot":                 {a4, nil, 516, 14, ledger.Free},
		"a line where it would stand": {a4, []unit.Painted{line(10, 20)}, 516, 25, ledger.Free},
		"a line a little higher":      {a4, []unit.Painted{line(23, 60)}, 516, 13, ledger.Free},
		"a number at the outer edge": {a4, []unit.Painted{{X0: 5700, Y0: 0, X1: 5800, Y1: 480, Text: true}}, 24,
			14, ledger.Free},
		"numbers at both edges": {a4, []unit.Painted{{X0: 5700, X1: 5800, Y1: 480}, {X0: 200, X1: 300,
			Y1: 480}}, 270, 14, ledger.Free},
		"a picture": {a4, []unit.Painted{all}, 516, 14, ledger.Ground},
		"a picture with a number": {a4, []unit.Painted{all, {X0: 5700, Y0: 100, X1: 5800, Y1: 480, Text: true}},
			24, 14, ledger.Ground},
		"text everywhere":          {a4, []unit.Painted{all, line(0, 48)}, 516, 14, ledger.Ground},
		"a poster, read from afar": {unit.Shown{X1: 1684, Y1: 1684, UserUnit: 1}, nil, 1684 - 2*84, 28, ledger.Free},
		"a page five metres wide":  {unit.Shown{X1: 14173, Y1: 842, UserUnit: 1}, nil, 14173 - 84, 14, ledger.Free},
	} {
		p := place(c.shown, c.foot, label, true, stripBeforeBuried)
		if p.x != c.x || p.y != c.y || p.way != c.way {
			t.Errorf("%s: at %g %g, %q; should be at %g %g, %q", name, p.x, p.y, p.way, c.x, c.y, c.way)
		}
		w := place(c.shown, c.foot, label, true, stripBeforeGround)
		if (w.way == ledger.Widened) != (c.way == ledger.Ground) || c.way == ledger.Free && w.y != c.y {
			t.Errorf("%s: widened %q at %g %g", name, w.way, w.x, w.y)
		}
	}
}

// TestPlaceAmongAnnotations: annotations are painted over the stamp and its ground, which therefore stand on text
// rather than below them, and on a strip where they leave nothing, unless the page must keep its boxes.
func TestPlaceAmongAnnotations(t *testing.T) {
	a4 := unit.Shown{X1: 600, Y1: 800, UserUnit: 1}
	text := unit.Painted{X1: 6000, Y1: 480, Text: true}
	note := func(x0, x1 int) unit.Painted {
		return unit.Painted{X0: x0 * 10, X1: x1 * 10, Y1: 480, Text: true, Over: true}
	}
	for name, c := range map[string]struct {
		foot  []unit.Painted
		strip strips
		x, y  float64
		way   ledger.Way
	}{
		"beside a note":         {[]unit.Painted{note(300, 600)}, stripBeforeBuried, 24, 14, ledger.Free},
		"on text beside a note": {[]unit.Painted{text, note(300, 600)}, stripBeforeBuried, 24, 14, ledger.Ground},
		"notes everywhere": {[]unit.Painted{note(0, 300), note(290, 600)}, stripBeforeBuried, 516, 7.5,
			ledger.Widened},
		"notes everywhere, and text": {[]unit.Painted{text, note(0, 600)}, stripBeforeBuried, 516, 7.5,
			ledger.Widened},
		"notes on a page that is kept": {[]unit.Painted{note(0, 600)}, neverStrip, 516, 14, ledger.Ground},
		"text on a page that is kept":  {[]unit.Painted{text}, neverStrip, 516, 14, ledger.Ground},
	} {
		if p := place(a4, c.foot, label, true, c.strip); p.x != c.x || p.y != c.y || p.way != c.way {
			t.Errorf("%s: at %g %g, %q; should be at %g %g, %q", name, p.x, p.y, p.way, c.x, c.y, c.way)
		}
	}
}

// TestPlaceOnSmallPages: on the smallest page the whole stamp is on the page, in its lower half.
func TestPlaceOnSmallPages(t *testing.T) {
	for _, size := range [][2]float64{{1, 1}, {3, 200}, {200, 3}, {40, 30}, {70, 500}, {90, 60}, {0.01, 0.01}} {
		for _, dark := range []bool{false, true} {
			var foot []unit.Painted
			if dark {
				foot = []unit.Painted{{X1: int(size[0]*10) + 1, Y1: 480}}
			}
			p := place(unit.Shown{X1: size[0], Y1: size[1], UserUnit: 1}, foot, label, false, stripBeforeBuried)
			if p.x < 0 || p.x+p.wide() > size[0]*1.0001 || p.y-label.descent*p.scale < 0 ||
				p.top(0) > size[1]*0.75 || p.wide() <= 0 {
				t.Errorf("%v, dark %t: from %g %g, %g wide, up to %g", size, dark, p.x, p.y, p.wide(), p.top(0))
			}
		}
	}
}
