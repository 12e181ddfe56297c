package text

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// bidiCases opens Unicode's BidiCharacterTest.txt as the shaping library's module carries it, or the sample of every
// 600th line that is kept here.
func bidiCases(t *testing.T) *os.File {
	if dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}",
		"github.com/go-text/typesetting").Output(); err == nil {
		if f, err := os.Open(filepath.Join(strings.TrimSpace(string(dir)), "bidi", "test",
			"BidiCharacterTest.txt")); err == nil {
			return f
		}
	}
	f, err := os.Open("testdata/BidiCharacterTest.sample.txt")
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestBidiIsUnicodes: levels and order, as rules P2 to L2 of UAX #9 have them.
func TestBidiIsUnicodes(t *testing.T) {
	f := bidiCases(t)
	defer f.Close()
	s := &Setter{}
	count, wrong := 0, 0
	var order []int32
	for sc := bufio.NewScanner(f); sc.Scan(); {
		fields := strings.Split(sc.Text(), ";")
		if len(fields) != 5 || strings.HasPrefix(fields[0], "#") || fields[1] == "2" {
			// 2: the direction is found from the text; here the language gives it
			continue
		}
		var runes []rune
		for _, h := range strings.Fields(fields[0]) {
			v, _ := strconv.ParseUint(h, 16, 32)
			runes = append(runes, rune(v))
		}
		if strings.Contains(fields[0], "2029") { // Set makes a space of it
			continue
		}
		base, _ := strconv.Atoi(fields[2])
		levels := make([]int8, len(runes))
		s.bidi.Levels(runes, base == 1, levels)
		count++
		// Rule L1 for a whole line: separators, and white space before them and at the end.
		clear := len(runes)
		for i := len(runes) - 1; i >= 0; i-- {
			switch r := runes[i]; {
			case r == '\t' || r == 0x1f || r == 0x0b:
				levels[i] = int8(base)
				clear = i
			case (isBlank(r) || isBidiControl(r)) && i == clear-1:
				levels[i] = int8(base)
				clear = i
			}
		}
		var kept []int8
		var at []int
		want := strings.Fields(fields[3])
		ok := true
		for i, w := range want {
			if w == "x" {
				continue
			}
			kept = append(kept, levels[i])
			at = append(at, i)
			if strconv.Itoa(int(levels[i])) != w {
				ok = false
			}
		}
		order = visual(kept, order)
		var got []string
		for _, i := range order {
			got = append(got, strconv.Itoa(at[i]))
		}
		if !ok || strings.Join(got, " ") != strings.Join(strings.Fields(fields[4]), " ") {
			if wrong++; wrong < 5 {
				t.Errorf("%s: levels %v (%s), order %v (%s)", sc.Text(), levels, fields[3], got, fields[4])
			}
		}
	}
	t.Logf("%d lines", count)
	if wrong > 0 || count < 70 {
		t.Errorf("%d of %d wrong", wrong, count)
	}
}

func isBidiControl(r rune) bool {
	return r == 0xad || r >= 0x200b && r <= 0x200d || r >= 0x202a && r <= 0x202e || r >= 0x2060 && r <= 0x2069 ||
		r < 0x20 || r >= 0x7f && r < 0xa0 || r == 0xfeff
}

// visually reads a line from left to right by the places of its glyphs.
func visually(l *Line) string {
	type at struct {
		x    Length
		text string
	}
	var all []at
	for s := range l.Strips {
		pen := s.X
		for _, g := range s.Glyphs {
			if s.RTL {
				pen -= g.Advance
				all = append(all, at{pen, g.Text})
			} else {
				all = append(all, at{pen, g.Text})
				pen += g.Advance
			}
		}
	}
	for i := range all {
		for j := i; j > 0 && all[j].x < all[j-1].x; j-- {
			all[j], all[j-1] = all[j-1], all[j]
		}
	}
	var b strings.Builder
	for _, a := range all {
		b.WriteString(a.text)
	}
	return b.String()
}

func TestOrderOnTheLine(t *testing.T) {
	s := newTestSetter()
	for _, c := range []struct{ lang, text, want string }{
		{"en", "See وثيقة 60/288 in part", "See 60/288 ةقيثو in part"}, // the library's own runs set this wrong
		{"ar", "انظر (60/288) هنا", "انه )60/288( رظنا"},
		{"ar", "قرار A/RES/60/288 جديد", "ديدج A/RES/60/288 رارق"},
		{"en", "plain words only", "plain words only"},
		{"ar", "من 14-17", "17-14 نم"},
	} {
		p := &Paragraph{Pieces: []Piece{{Text: c.text, Style: Style{Size: 10 * Pt, Lang: in(c.lang)}}},
			Lang: in(c.lang), Measure: 400 * Pt, Align: Start}
		lines, faults := s.Set(p)
		if len(lines) != 1 || len(faults) > 0 {
			t.Fatal(c.text, len(lines), faults)
		}
		if got := visually(&lines[0]); got != c.want {
			t.Errorf("%s: %q, want %q", c.text, got, c.want)
		}
		if got := lineText(&lines[0]); got != c.text {
			t.Errorf("%q in logical order is %q", c.text, got)
		}
	}
}

// TestSpaceAtTheEnd: rule L1; the space that a line breaks at hangs out at the end side, whatever stands before it.
func TestSpaceAtTheEnd(t *testing.T) {
	s := newTestSetter()
	for _, lang := range []string{"ar", "en"} {
		p := prose(lang, "قرار الجمعية العامة resolution وثيقة عن التعاون بين الدول and other matters of some length "+
			"والتنمية في العالم", 120*Pt)
		lines, _ := s.Set(p)
		if len(lines) < 3 {
			t.Fatal(len(lines))
		}
		for i := range lines {
			l := &lines[i]
			var last Strip
			var x Length
			for st := range l.Strips {
				last = st
				x = st.X
				for _, g := range st.Glyphs[:len(st.Glyphs)-1] {
					if st.RTL {
						x -= g.Advance
					} else {
						x += g.Advance
					}
				}
			}
			hangs := lang == "ar" && x == l.Start || lang == "en" && x == l.Start+l.Width
			if hangs == (l.Last || l.Hyphenated) {
				t.Errorf("%s line %d: %d of %d+%d (%v)", lang, i, x, l.Start, l.Width, last.RTL)
			}
		}
	}
}

// TestWidthsHold: whatever the order, the glyphs of a line fill its width without holes or overlaps.
func TestWidthsHold(t *testing.T) {
	s := newTestSetter()
	for _, lang := range []string{"ar", "en"} {
		lines, _ := s.Set(prose(lang, "قرار الجمعية العامة resolution 60/288 وثيقة (عن التعاون) بين الدول and “other "+
			"matters” of some length والتنمية في 14-17 العالم", 150*Pt))
		for i := range lines {
			l := &lines[i]
			sum := Length(0)
			left, right := Length(1<<40), -Length(1<<40)
			for st := range l.Strips {
				w := Length(0)
				for _, g := range st.Glyphs {
					w += g.Advance
				}
				sum += w
				if st.RTL {
					left, right = min(left, st.X-w), max(right, st.X)
				} else {
					left, right = min(left, st.X), max(right, st.X+w)
				}
			}
			if right-left != sum {
				t.Errorf("%s line %d: from %d to %d, glyphs %d", lang, i, left, right, sum)
			}
			if l.par.ordered != true {
				t.Error("not ordered")
			}
		}
	}
}
