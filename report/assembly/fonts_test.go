package assembly

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/fonts"
	"rapporteur/layout"
	"rapporteur/report/unit"
	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/lex"
)

// codeMap reads a ToUnicode stream of ours.
func codeMap(t *testing.T, d *pdf.Document, o types.Object) map[int]string {
	t.Helper()
	s, ok := d.Stream(o)
	if !ok {
		t.Fatal("no ToUnicode")
	}
	b, err := d.Decode(*s, 1<<24)
	if err != nil {
		t.Fatal(err)
	}
	m := map[int]string{}
	left := 0
	for _, line := range strings.Split(string(b), "\n") {
		if n, ok := strings.CutSuffix(line, " beginbfchar"); ok {
			left, _ = strconv.Atoi(n)
			if left > 100 {
				t.Errorf("a block of %d", left)
			}
			continue
		}
		if left > 0 {
			left--
			from, to, _ := strings.Cut(strings.Trim(line, "<>"), "><")
			n, err := strconv.ParseInt(from, 16, 32)
			if err != nil {
				t.Fatal(err)
			}
			m[int(n)] = pdf.Text(append([]byte{0xFE, 0xFF}, unhex(to)...))
		}
	}
	return m
}

func unhex(s string) []byte {
	var b []byte
	for i := 0; i+1 < len(s); i += 2 {
		n, _ := strconv.ParseUint(s[i:i+2], 16, 8)
		b = append(b, byte(n))
	}
	return b
}

// widthsOf reads DW and W.
func widthsOf(d *pdf.Document, cid types.Dict) func(code int) float64 {
	dw, _ := d.Number(cid["DW"])
	m := map[int]float64{}
	a := d.Array(cid["W"])
	for i := 0; i+1 < len(a); i += 2 {
		from, _ := d.Int(a[i])
		for k, o := range d.Array(a[i+1]) {
			m[from+k], _ = d.Number(o)
		}
	}
	return func(code int) float64 {
		if w, ok := m[code]; ok {
			return w
		}
		return dw
	}
}

// TestFontsOfReport goes through every code that every page shows: each has a text, and a width that is its advance;
// each font is in the file once.
func TestFontsOfReport(t *testing.T) {
	a, b := chapter("a", 3, "#b-p1"), chapter("b", 3, "#a-p1")
	for i, w := range []struct{ lang, text string }{{"ar", "أحاطت الوفود علما بتقرير الرئيس، وأعربت عن تقديرها."},
		{"zh", "会议注意到主席的报告，并表示赞赏。"}, {"ru", "Делегация приняла к сведению доклад."},
		{"en", "soft\u00ADhyphen-ation no\u00A0break"}} {
		r := a
		if i%2 > 0 {
			r = b
		}
		r.Blocks = append(r.Blocks, &layout.Paragraph{Role: layout.Body, Lang: w.lang,
			Inlines: []layout.Inline{{Text: w.text, Lang: w.lang}}})
	}
	s := newStory(t, []*layout.Run{a, b}, nil)
	bytes, _ := s.write()
	d := read(t, bytes)
	bySubset := map[string]int{}
	var all strings.Builder
	for i, p := range d.Pages() {
		content, err := d.PageContent(p, 1<<24)
		if err != nil {
			t.Fatal(err)
		}
		res := d.Dict(d.Dict(p.Dict["Resources"])["Font"])
		var texts map[int]string
		var width func(int) float64
		var font *fonts.Font
		var l lex.Operators
		l.Reset(content)
		for op := l.Next(); op != nil; op = l.Next() {
			switch string(op) {
			case "Tf":
				f := d.Dict(res[string(l.Operands[0].Append(nil))])
				texts = codeMap(t, d, f["ToUnicode"])
				cid := d.Dict(d.Array(f["DescendantFonts"])[0])
				width = widthsOf(d, cid)
				n := pdf.RefNumber(d.Array(f["DescendantFonts"])[0])
				base := d.Name(f["BaseFont"])
				if have, ok := bySubset[base]; ok && have != n {
					t.Errorf("%s has two descendants", base)
				}
				bySubset[base] = n
				font = fontNamed(s, base[7:])
				if d.Name(cid["Subtype"]) == "CIDFontType2" {
					if _, ok := d.Stream(cid["CIDToGIDMap"]); !ok {
						t.Errorf("%s has no CIDToGIDMap", base)
					}
				}
			case "TJ":
				for _, o := range l.Operands {
					raw := o.Append(nil)
					for k := 0; k+1 < len(raw); k += 2 {
						code := int(raw[k])<<8 | int(raw[k+1])
						if texts[code] == "" {
							t.Fatalf("page %d: code %d has no text", i+1, code)
						}
						all.WriteString(texts[code])
						if w := float64(font.Advance(fonts.GID(code))) * 1000 / float64(font.Upem()); math.Abs(
							w-width(code)) > 0.0051 {
							t.Fatalf("page %d: code %d is %v wide, W says %v", i+1, code, w, width(code))
						}
					}
				}
			}
		}
	}
	for _, want := range []string{"efficient offices", "会议注意到", "приняла", "أحاطت", "no\u00A0break"} {
		if !strings.Contains(all.String(), want) {
			t.Errorf("%q cannot be read back", want)
		}
	}
	if len(bySubset) < 4 {
		t.Errorf("fonts: %v", bySubset)
	}
}

// fontNamed finds one of the fonts that the story's runs use.
func fontNamed(s *story, name string) *fonts.Font {
	for i := range s.plan.Runs {
		p, err := s.painted(i)
		if err != nil {
			s.t.Fatal(err)
		}
		for _, f := range p.Fonts {
			if f.Font.Name() == name {
				return f.Font
			}
		}
	}
	f, _ := s.plan.Sheet.Library.Pick(fonts.Face{Family: fonts.Sans}, fonts.Western, '1')
	if f.Name() != name {
		s.t.Fatalf("no font is called %s", name)
	}
	return f
}

// TestReadingsJoin lets runs agree and contradict each other about what a glyph stands for.
func TestReadingsJoin(t *testing.T) {
	library := testSheet().Library
	f, _ := library.Pick(fonts.Face{}, fonts.Western, '-')
	w := newWriter(t.Context(), new(strings.Builder), unseen())
	ft := newFontTable(library)
	use := func(texts ...string) []unit.Font {
		u := unit.Font{Key: f.Key(), Name: "F0.0"}
		for i, s := range texts {
			if s != "" {
				u.Glyphs = append(u.Glyphs, unit.Glyph{ID: fonts.GID(i + 1), Text: s})
			}
		}
		return []unit.Font{u}
	}
	var got []string
	for _, u := range [][]unit.Font{use("-", "a"), use("", "a", "b"), use("\u00AD", "a"), use("-", "", "b"),
		use("-", "x"),
		use("\u00AD", "", "", "d"), use("", "x", "b")} {
		b, err := ft.join(nil, w, u)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, string(b))
	}
	// Which of the uses share a Type0 font: the third contradicts the first about glyph 1, the fifth the first and the
	// third about glyph 2.
	for i, like := range []int{0, 0, 2, 0, 4, 2, 4} {
		if got[i] != got[like] {
			t.Errorf("use %d joined %s, not %s with use %d", i, got[i], got[like], like)
		}
	}
	if got[0] == got[2] || got[0] == got[4] || got[2] == got[4] {
		t.Errorf("contradictions joined: %v", got)
	}
	if n := len(ft.fonts[0].readings); n != 3 {
		t.Errorf("%d readings", n)
	}
	if ids := fmt.Sprint(ft.fonts[0].glyphs()); ids != "[1 2 3 4]" {
		t.Errorf("glyphs %s", ids)
	}
}
