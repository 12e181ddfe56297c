package text

import (
	"strings"
	"testing"

	"rapporteur/fonts"
)

// TestLettersGive: the letters of a justified line are at most two in a hundred wider or narrower, by one scale for the
// whole line, and at the same share further apart or closer; with its spaces and what hangs out they fill the measure
// to the last thousandth.
func TestLettersGive(t *testing.T) {
	s := newTestSetter()
	scaled, wider, narrower, spread := 0, 0, 0, 0
	for _, p := range corpus(t, "testdata/prose.txt") {
		for _, p.Measure = range []Length{180 * Pt, 425_197} {
			lines, _ := s.Set(p)
			for i := range lines {
				l := &lines[i]
				var sum Length
				for st := range l.Strips {
					if st.Scale != l.scale || st.Scale < -2000 || st.Scale > 2000 || st.Scale%scaleStep != 0 {
						t.Fatalf("%s: a strip's scale is %d, its line's %d", p.Lang.Tag, st.Scale, l.scale)
					}
					fit := scaledBy(st.Size, int32(p.Lang.Fit())*l.scale/20)
					if st.Apart != fit {
						t.Fatalf("%s: letters are %d apart, at a scale of %d", p.Lang.Tag, st.Apart, l.scale)
					}
					if fit != 0 {
						spread++
					}
					plain := map[fonts.GID]bool{}
					for k, g := range st.Glyphs {
						if k+1 < len(st.Glyphs) || !g.Space {
							sum += g.Advance
						}
						// but for kerning and rounding, a letter is as wide as the font says, at the scale
						own := scaled2(st.Font.Advance(g.ID), st, st.Font.Upem())
						if d := g.Advance - own; !g.Space && d >= -2 && d <= 2 {
							plain[g.ID] = true
						}
					}
					if len(st.Glyphs) > 20 && len(plain) < 5 {
						t.Errorf("%s: hardly a letter of %q has its width", p.Lang.Tag, lineText(l))
					}
				}
				switch {
				case l.scale > 0:
					wider++
				case l.scale < 0:
					narrower++
				}
				if l.scale != 0 {
					scaled++
				}
				if l.Last {
					continue
				}
				if d := sum - l.begin - l.beyond - l.Width; p.Lang != in("zh") && p.Lang != in("ar") && d != 0 {
					t.Errorf("%s: glyphs are %d wider than the line %q", p.Lang.Tag, d, lineText(l))
				}
			}
		}
	}
	if wider < 20 || narrower < 20 || spread < 10 {
		t.Errorf("%d lines are scaled, %d wider, %d narrower, %d strips spread", scaled, wider, narrower, spread)
	}
}

func scaled2(units int, st Strip, upem int) Length {
	w := scaled(units, st.Size, upem) + st.Apart
	return w + scaledBy(w, st.Scale)
}

// TestLettersKeepTheirShape: in Arabic and Chinese, in words of theirs within other text, and in lines that are not
// justified.
func TestLettersKeepTheirShape(t *testing.T) {
	s := newTestSetter()
	for _, c := range []struct {
		lang, text string
		align      Align
	}{
		{"ar", arabicProse, Justify}, {"zh", strings.Repeat("会议注意到主席的报告，并表示赞赏。", 9), Justify},
		{"en", sample, Start}, {"en", sample, Center},
	} {
		p := prose(c.lang, c.text, 300*Pt)
		p.Align = c.align
		lines, _ := s.Set(p)
		for i := range lines {
			if l := &lines[i]; l.scale != 0 || c.align != Justify && (l.begin != 0 || l.beyond != 0) {
				t.Errorf("%s: scale %d, %d and %d hang out of %q", c.lang, l.scale, l.begin, l.beyond, lineText(l))
			}
		}
	}
	lines := setAt(s, "en", strings.Repeat("the delegations مرحبا بالعالم took note 会议 of it ", 12), 300*Pt)
	seen := 0
	for i := range lines {
		for st := range lines[i].Strips {
			for _, g := range st.Glyphs {
				if r := []rune(g.Text)[0]; isRTLish(r) || isHan(r) {
					if seen++; st.Scale != 0 || st.Apart != 0 {
						t.Fatalf("%q is scaled", g.Text)
					}
				}
			}
		}
	}
	if seen < 50 {
		t.Errorf("%d letters seen", seen)
	}
}

// TestEdges: what is light at the edges hangs out, by its face; the first line's indent is kept.
func TestEdges(t *testing.T) {
	s := newTestSetter()
	hyphens, commas, quotes := 0, 0, 0
	text := strings.Repeat("“Nobody,” it was noted, “counters intergovernmental threats, obviously, alone.” ", 30)
	for measure := 150 * Pt; measure < 300*Pt; measure += 7 * Pt {
		p := prose("en", text, measure)
		p.First = 12 * Pt
		lines, _ := s.Set(p)
		for i := range lines {
			l := &lines[i]
			line := []rune(strings.TrimRight(lineText(l), " "))
			first, last := line[0], line[len(line)-1]
			if want := first == '“' && i > 0; want != (l.begin > Pt) {
				t.Errorf("%d hangs out before %q", l.begin, string(line))
			}
			if first == '“' && i > 0 {
				quotes++
			}
			switch last {
			case '\u00ad':
				if hyphens++; l.beyond < Pt {
					t.Errorf("%d of a hyphen hangs out", l.beyond)
				}
			case ',':
				if commas++; l.beyond < Pt {
					t.Errorf("%d of a comma hangs out", l.beyond)
				}
			case 'n', 's', 'e', 'd':
				if l.beyond != 0 {
					t.Errorf("%d hangs out after %q", l.beyond, string(line))
				}
			}
			end := Length(0)
			for st := range l.Strips {
				end = st.X
				for k, g := range st.Glyphs {
					if !g.Space || k+1 < len(st.Glyphs) {
						end += g.Advance
					}
				}
				break
			}
			full := !l.Last && l.scale != 0 && l.extra != 0
			if i == 0 && l.Start != 12*Pt || full && end != measure+l.beyond {
				t.Errorf("starts at %d, ends at %d of %d with %d beyond", l.Start, end, measure, l.beyond)
			}
		}
	}
	if hyphens < 5 || commas < 10 || quotes < 10 {
		t.Errorf("only %d hyphens, %d commas, %d quotation marks", hyphens, commas, quotes)
	}
	st := Style{Size: 11 * Pt, Lang: in("en")}
	upright := s.word(s.look(st), "“A.", aSpace, aSpace, false)
	st.Face.Italic = true
	italic := s.word(s.look(st), "“A.", aSpace, aSpace, false)
	if italic.startHang*upright.width <= upright.startHang*italic.width || italic.endHang >= upright.endHang {
		t.Errorf("italics hang out by %d and %d, upright letters by %d and %d", italic.startHang, italic.endHang,
			upright.startHang, upright.endHang)
	}
	lines := setAt(s, "ar", strings.Repeat("مرحبا، ", 80), 300*Pt) // each line ends in a comma, at the left
	for i := range lines[:len(lines)-1] {
		if l := &lines[i]; l.begin <= 0 || l.beyond != 0 {
			t.Errorf("an Arabic comma hangs out by %d at the left, %d at the right", l.begin, l.beyond)
		}
	}
}

// TestLeftShort: a line that something unbreakable has left with too little ends short, with the spaces that it has.
func TestLeftShort(t *testing.T) {
	s := newTestSetter()
	symbol := "A/CONF.199/20/RES/60/288/REV.1/ADD.12"
	text := "It was noted that resolution " + symbol + " had been adopted by all, and that nothing else was to be said."
	for measure := 200 * Pt; measure < 330*Pt; measure += 10 * Pt {
		lines := setAt(s, "en", text, measure)
		for i := range lines {
			l := &lines[i]
			if l.flex > 0 && l.extra*1000 > l.flex*(widest+1) {
				t.Errorf("at %d: spaces are stretched by %d of %d in %q", measure, l.extra, l.flex, lineText(l))
			}
		}
	}
	lines := setAt(s, "en", text, 240*Pt)
	if l := &lines[0]; l.Width > 200*Pt || l.extra != 0 || l.scale != 2000 || l.Start != 0 {
		t.Errorf("%q is %d wide, its spaces have %d, its letters %d", lineText(l), l.Width, l.extra, l.scale)
	}
}
