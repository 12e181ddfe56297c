package text

import (
	"compress/gzip"
	"io"
	"os"
	"strconv"
	"strings"
	"testing"

	"rapporteur/fonts"

	"github.com/go-text/typesetting/language"
)

// harfbuzzLine is a line as HarfBuzz shapes it whole.
type harfbuzzLine struct {
	lang, text string
	glyphs     [][4]int // id, advance, dx, dy in font units, in the order of reading
}

// unpacked is the text of a packed file of testdata.
func unpacked(t *testing.T, name string) string {
	t.Helper()
	file, err := os.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	z, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// harfbuzzLines reads lines that HarfBuzz itself shaped, in the fonts of the program.
func harfbuzzLines(t *testing.T) []harfbuzzLine {
	t.Helper()
	var out []harfbuzzLine
	for row := range strings.Lines(unpacked(t, "harfbuzz.txt.gz")) {
		columns := strings.Split(row, "\t")
		if len(columns) != 3 {
			continue
		}
		line := harfbuzzLine{lang: columns[0], text: columns[1]}
		for _, g := range strings.Fields(columns[2]) {
			var glyph [4]int
			for i, v := range strings.Split(g, ":") {
				n, err := strconv.Atoi(v)
				if err != nil {
					t.Fatal(err)
				}
				glyph[i] = n
			}
			line.glyphs = append(line.glyphs, glyph)
		}
		out = append(out, line)
	}
	return out
}

// TestLinesAreHarfBuzzs: a line that is put together from cached words has HarfBuzz's glyphs, advances and offsets; of
// Chinese the glyphs, since the white about its signs is the program's own.
func TestLinesAreHarfBuzzs(t *testing.T) {
	s := newTestSetter()
	count := map[string]int{}
	for _, want := range harfbuzzLines(t) {
		count[want.lang]++
		st := Style{Size: 1000, Lang: in(want.lang)}
		set, faults := s.Set(&Paragraph{Pieces: []Piece{{Text: want.text, Style: st}}, Lang: st.Lang, Measure: 1 << 40,
			Align: Start})
		if len(set) != 1 || len(faults) > 0 {
			t.Fatalf("%q: %d lines, %v", want.text, len(set), faults)
		}
		if why := differs(&set[0], want, s.look(st).em); why != "" {
			t.Errorf("%s %q: %s", want.lang, want.text, why)
		}
	}
	for lang, least := range map[string]int{"ar": 200, "en": 40, "fr": 40, "es": 40, "ru": 40, "zh": 40} {
		if count[lang] < least {
			t.Errorf("%s: only %d lines", lang, count[lang])
		}
	}
}

// differs says at which glyph a line is another than HarfBuzz's; "" where none is.
func differs(line *Line, want harfbuzzLine, em Length) string {
	k := 0
	for st := range line.Strips {
		unit := func(v int) Length { return scaled(v, st.Size, st.Font.Upem()) }
		for _, g := range st.Glyphs {
			if k == len(want.glyphs) && g.Space {
				continue // where the line ends within a paragraph
			}
			if k == len(want.glyphs) {
				return "more glyphs than HarfBuzz's"
			}
			w := want.glyphs[k]
			advance := g.Advance
			if g.Space {
				space, _ := st.Font.Glyph(' ')
				advance -= max(0, em*wordSpace/1000-unit(st.Font.Advance(space)))
			}
			same := want.lang == "zh" ||
				absolute(advance-unit(w[1])) <= 1 && absolute(g.DX-unit(w[2])) <= 1 && absolute(g.DY-unit(w[3])) <= 1
			if g.ID != fonts.GID(w[0]) || !same {
				return "glyph " + strconv.Itoa(k) + " (" + g.Text + ") is " +
					strconv.Itoa(int(g.ID)) + " advance " + strconv.Itoa(int(advance)) + ", HarfBuzz's " +
					strconv.Itoa(w[0]) + " advance " + strconv.Itoa(int(unit(w[1])))
			}
			k++
		}
	}
	if k != len(want.glyphs) {
		return strconv.Itoa(k) + " glyphs, HarfBuzz has " + strconv.Itoa(len(want.glyphs))
	}
	return ""
}

// TestEndsOfArabicLines: where lines are broken, the first and the last word are shaped as if nothing stood beyond the
// line: each line is as the shaper makes it of the line alone.
func TestEndsOfArabicLines(t *testing.T) {
	s := newTestSetter()
	st := Style{Size: 1000, Lang: in("ar")}
	l := s.look(st)
	f, _ := s.sh.lib.Pick(st.Face, l.habit, 'ب')
	edges := 0
	for _, want := range harfbuzzLines(t) {
		if want.lang != "ar" {
			continue
		}
		for _, measure := range []Length{7000, 11000, 15000} {
			set, _ := s.Set(&Paragraph{Pieces: []Piece{{Text: want.text, Style: st}}, Lang: st.Lang, Measure: measure,
				Align: Start})
			for i := range set {
				words := strings.TrimSpace(lineText(&set[i]))
				glyphs := s.shape(f, []rune(words), 0, len([]rune(words)), true, language.Arabic, l.lang, l.features)
				alone := harfbuzzLine{lang: "ar", text: words}
				for _, g := range glyphs {
					alone.glyphs = append(alone.glyphs, [4]int{int(g.GlyphID), int(g.Advance) >> 6, int(g.XOffset) >> 6,
						int(g.YOffset) >> 6})
				}
				if why := differs(&set[i], alone, l.em); why != "" {
					t.Errorf("%q of %q: %s", words, want.text, why)
				}
				if set[i].head != nil || set[i].tail != nil {
					edges++
				}
			}
		}
	}
	if edges == 0 {
		t.Error("no line ends where letters meet across the space")
	}
}
