package text

import (
	"math"
	"os"
	"strings"
	"testing"
)

// corpus reads paragraphs, one a line: language, tab, text.
func corpus(tb testing.TB, name string) []*Paragraph {
	b, err := os.ReadFile(name)
	if err != nil {
		tb.Fatal(err)
	}
	var ps []*Paragraph
	for line := range strings.Lines(string(b)) {
		lang, text, _ := strings.Cut(strings.TrimSpace(line), "\t")
		ps = append(ps, prose(lang, text, 425_197)) // 150 mm
	}
	return ps
}

// figures are what the eye sees of many set lines.
type figures struct {
	justified, hyphens, ladders, pairs, runts, stacks int
	tight, wide, loose                                int     // lines with spaces below .75, above 1.33, above 1.5
	mean, sd                                          float64 // of spaces, where 1 is natural
}

func measured(s *Setter, ps []*Paragraph) figures {
	var f figures
	var sum, squares float64
	for _, p := range ps {
		lines, _ := s.Set(p)
		run := 0
		for i := range lines {
			l := &lines[i]
			if l.Hyphenated {
				run++
				f.hyphens++
				if run == 2 {
					f.pairs++
				}
				if run == 3 {
					f.ladders++
				}
			} else {
				run = 0
			}
			if l.Last {
				letters := 0
				for _, r := range lineText(l) {
					if isWordy(r) {
						letters++
					}
				}
				if len(lines) > 1 && letters <= 4 {
					f.runts++
				}
				continue
			}
			if i > 0 {
				a, b := strings.Fields(lineText(&lines[i-1])), strings.Fields(lineText(l))
				if a[0] == b[0] && len(a[0]) > 3 || a[len(a)-1] == b[len(b)-1] && len(b[len(b)-1]) > 3 {
					f.stacks++
				}
			}
			var gaps []float64
			for st := range l.Strips {
				for k, g := range st.Glyphs {
					if g.Space && k+1 < len(st.Glyphs) && k > 0 && !strings.ContainsAny(st.Glyphs[k-1].Text, ".,;:!?") {
						white := g.Advance + st.Apart // what is put after the letter before it is seen as its own
						gaps = append(gaps, float64(white)/float64(11*wordSpace))
					}
				}
			}
			if len(gaps) < 3 {
				continue
			}
			r := median(gaps)
			f.justified++
			sum += r
			squares += r * r
			if r < .75 {
				f.tight++
			}
			if r > 1.33 {
				f.wide++
			}
			if r > 1.505 {
				f.loose++
			}
		}
	}
	n := float64(f.justified)
	f.mean = sum / n
	f.sd = math.Sqrt(squares/n - f.mean*f.mean)
	return f
}

func median(v []float64) float64 {
	for i := range v {
		for j := i; j > 0 && v[j] < v[j-1]; j-- {
			v[j], v[j-1] = v[j-1], v[j]
		}
	}
	return v[len(v)/2]
}

// TestSpread holds the figures of a page's colour on prose in English and French, set to measures around 150 mm at 11
// pt: as even as LuaLaTeX with microtype, with fewer divided words. TEXT_CORPUS names another file to measure, of one
// paragraph a line: language, tab, text.
func TestSpread(t *testing.T) {
	s := newTestSetter()
	if name := os.Getenv("TEXT_CORPUS"); name != "" {
		ps := corpus(t, name)
		t.Logf("%d paragraphs: %+v", len(ps), measured(s, ps))
		return
	}
	var ps []*Paragraph
	for mm := 140; mm <= 160; mm++ {
		for _, p := range corpus(t, "testdata/prose.txt") {
			if p.Measure = Length(mm) * 2835; p.Lang == in("en") || p.Lang == in("fr") { // as in the figure of LuaLaTeX
				ps = append(ps, p)
			}
		}
	}
	f := measured(s, ps)
	t.Logf("%d paragraphs: %+v", len(ps), f)
	if f.sd > .12 || f.mean < .98 || f.mean > 1.04 || f.loose > 0 || f.wide > f.justified*3/100 ||
		f.tight > f.justified/100 || f.hyphens > f.justified*6/100 || f.ladders > 0 || f.runts > 0 ||
		f.stacks > f.justified/100 {
		t.Errorf("word spaces spread by %.3f; %+v", f.sd, f)
	}
}

// TestPausesGiveFirst sees that a space after a comma or a stop gives more than the others of its line.
func TestPausesGiveFirst(t *testing.T) {
	s := newTestSetter()
	tight, loose := 0, 0
	for mm := 140; mm <= 160; mm++ {
		for _, p := range corpus(t, "testdata/prose.txt") {
			p.Measure = Length(mm) * 2835
			lines, _ := s.Set(p)
			for i := range lines {
				l := &lines[i]
				for k := l.from; k+1 < l.to && l.extra != 0; k++ {
					a := &l.par.tokens[k]
					if a.kind != gapSpace || !strings.HasSuffix(a.w.text, ",") {
						continue
					}
					b := *a
					w := *a.w
					w.pause = false
					b.w = &w
					stretch, shrink := a.glue(&l.par.tokens[k+1])
					plainStretch, plainShrink := b.glue(&l.par.tokens[k+1])
					if stretch <= plainStretch || shrink <= plainShrink {
						t.Fatalf("after %q a space gives no more than elsewhere", a.w.text)
					}
					if l.extra < 0 {
						tight++
					} else {
						loose++
					}
				}
			}
		}
	}
	if tight == 0 || loose == 0 {
		t.Fatalf("the texts have %d tight and %d loose lines with commas", tight, loose)
	}
}
