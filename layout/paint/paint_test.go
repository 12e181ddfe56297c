package paint

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"rapporteur/fonts"
	"rapporteur/layout"
	"rapporteur/layout/lang"
)

func sheet() *layout.Sheet {
	s := &layout.Sheet{Width: 420 * layout.Pt, Height: 595 * layout.Pt, Top: 60 * layout.Pt, Bottom: 60 * layout.Pt,
		Inner: 70 * layout.Pt, Outer: 50 * layout.Pt, Lang: lang.Embedded().Of("en"), Languages: lang.Embedded(),
		NoteRule: 60 * layout.Pt, Library: fonts.NewLibrary(nil)}
	for i := range s.Looks {
		s.Looks[i] = layout.Look{Size: 10500, Leading: 13500}
	}
	return s
}

func settle(t *testing.T, sh *layout.Sheet, blocks ...layout.Block) *layout.Settled {
	t.Helper()
	run := &layout.Run{ID: "r", Kind: "chapter", Title: "Run", Lang: sh.Lang.Tag, Root: layout.Element{Tag: "Part"},
		Blocks: blocks}
	p, complaints, err := layout.Settle(context.Background(), sh, []*layout.Run{run}, nil)
	if err != nil || len(complaints) > 0 {
		t.Fatal(err, complaints)
	}
	return p.Runs[0]
}

func paragraph(in ...layout.Inline) *layout.Paragraph {
	return &layout.Paragraph{Role: layout.Body, Inlines: in}
}

const latin = "The efficient officers of the Conference — “AVATAR” among them — affirmed that 1,204 delegations had " +
	"taken note of the first 25 fjords. "

// contents are the page streams in fpdf's PDF, which writes them plain.
func contents(t *testing.T, p *Painted) []string {
	t.Helper()
	var out []string
	for _, m := range regexp.MustCompile(`(?s)<</Length \d+>>\nstream\n(.*?)\nendstream`).FindAllSubmatch(p.PDF, -1) {
		out = append(out, string(m[1]))
	}
	if len(out) < len(p.Pages) {
		t.Fatalf("%d streams for %d pages", len(out), len(p.Pages))
	}
	return out[:len(p.Pages)]
}

// shown is a glyph as a reader of the content stream places it, in Lengths. Of one that is not painted, for a shape is,
// x is where it would be if it were not stretched: its right edge stays.
type shown struct {
	code int
	x, y float64
	text bool // not painted
}

// play reads a content stream as a viewer does and gives every glyph's place.
func play(t *testing.T, content string, p *Painted) []shown {
	t.Helper()
	byName := map[string]FontUse{}
	for _, f := range p.Fonts {
		byName[f.Name] = f
	}
	var out []shown
	var stack []string
	var font FontUse
	var size, lineX, lineY, x, rise, apart float64
	scale, hidden := 1.0, false
	num := func(i int) float64 {
		v, err := strconv.ParseFloat(stack[len(stack)-i], 64)
		if err != nil {
			t.Fatalf("%q in %v", stack[len(stack)-i], stack)
		}
		return v * 1000
	}
	b := []byte(content)
	for i := 0; i < len(b); {
		switch c := b[i]; {
		case c == '\n' || c == ' ':
			i++
		case c == '[':
			i++
			for b[i] != ']' {
				if b[i] != '(' {
					j := i
					for b[j] != '(' && b[j] != ']' {
						j++
					}
					n, err := strconv.Atoi(string(b[i:j]))
					if err != nil {
						t.Fatal(err)
					}
					x -= float64(n) * size / 1000 * scale
					i = j
					continue
				}
				i++
				var s []byte
				for b[i] != ')' {
					if b[i] == '\\' {
						i++
						if b[i] == 'r' {
							s = append(s, '\r')
							i++
							continue
						}
					}
					s = append(s, b[i])
					i++
				}
				i++
				for k := 0; k < len(s); k += 2 {
					g := int(s[k])<<8 | int(s[k+1])
					width := float64(Width(font.Font, fonts.GID(g))) / 100_000 * size
					if hidden {
						out = append(out, shown{g, x + width*(scale-1), lineY + rise, true})
					} else {
						out = append(out, shown{g, x, lineY + rise, false})
					}
					x += (width + apart) * scale
				}
			}
			i++
		default:
			j := i
			for j < len(b) && b[j] != ' ' && b[j] != '\n' && b[j] != '[' {
				j++
			}
			w := string(b[i:j])
			i = j
			switch w {
			case "BT":
				lineX, lineY = 0, 0
			case "Td":
				lineX, lineY = lineX+num(2), lineY+num(1)
				x = lineX
			case "Tf":
				size = num(1)
				font = byName[strings.TrimPrefix(stack[len(stack)-2], "/")]
				if font.Font == nil {
					t.Fatalf("font %s is not among the uses", stack[len(stack)-2])
				}
			case "Tz":
				scale = num(1) / 100_000
			case "Tc":
				apart = num(1)
			case "Ts":
				rise = num(1)
			case "Tr":
				hidden = num(1) != 0
			}
			stack = append(stack, w)
		}
	}
	return out
}

// TestPlaces plays every page back and compares each glyph with where layout wants it: within half of TJ's unit, at the
// start of a line as at its end.
func TestPlaces(t *testing.T) {
	for _, c := range []struct{ lang, words string }{
		{"en", strings.Repeat(latin, 8)},
		{"ru", strings.Repeat("Делегация приняла к сведению доклад Председателя и выразила ему признательность. ", 8)},
		{"zh", strings.Repeat("会议注意到主席的报告，并表示赞赏。", 20)},
		{"ar", strings.Repeat("أحاطت الوفود علما بتقرير الرئيس، وأعربت عن تقديرها له (A/66/1). ", 12)},
	} {
		t.Run(c.lang, func(t *testing.T) {
			sh := sheet()
			sh.Lang = lang.Embedded().Of(c.lang)
			s := settle(t, sh, paragraph(layout.Inline{Text: c.words}))
			p, err := Run(s, sh)
			if err != nil {
				t.Fatal(err)
			}
			for i, content := range contents(t, p) {
				got, n, hidden := play(t, content, p), 0, 0
				page := s.Page(i)
				for _, m := range page.Marks {
					tm, ok := m.(layout.TextMark)
					if !ok {
						continue
					}
					for st := range tm.Line.Strips {
						at := tm.X + st.X
						half := float64(st.Size) * (1 + float64(st.Scale)/100_000) / 1999
						for _, g := range st.Glyphs {
							if st.RTL {
								at -= g.Advance
							}
							if g.ID != 0 {
								if n == len(got) {
									t.Fatalf("page %d: only %d glyphs were painted", i+1, n)
								}
								want := shown{int(g.ID), float64(at + g.DX), float64(-tm.Y + st.Rise + g.DY),
									got[n].text}
								half := half
								if want.text { // of the unit as it is stretched
									hidden++
									half *= 2
								}
								if d := got[n].x - want.x; got[n].code != want.code || d > half ||
									-d > half || math.Abs(got[n].y-want.y) > .01 {
									t.Fatalf("page %d, glyph %d: painted %v, wanted %v", i+1, n, got[n], want)
								}
								n++
							}
							if !st.RTL {
								at += g.Advance
							}
						}
					}
				}
				if n != len(got) || n == 0 {
					t.Errorf("page %d: %d glyphs were painted, %d wanted", i+1, len(got), n)
				}
				if shapes := strings.Count(content, "\nf\n"); shapes != hidden || (c.lang == "ar") != (hidden > 0) {
					t.Errorf("page %d: %d glyphs are shapes, %d are text that is not painted", i+1, shapes, hidden)
				}
			}
		})
	}
}

// TestMarks checks that marked content nests, names its leaf's parent, and counts.
func TestMarks(t *testing.T) {
	sh := sheet()
	s := settle(t, sh, &layout.Heading{Level: 1, Inlines: []layout.Inline{{Text: "Title"}}, Role: layout.HeadChapter},
		paragraph(layout.Inline{Text: strings.Repeat(latin, 30)}, layout.Inline{Text: "a link", Link: "#x"},
			layout.Inline{Text: " and the rest."}), &layout.Rule{Width: 50 * layout.Pt, Thickness: 500})
	p, err := Run(s, sh)
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Pages) < 2 {
		t.Fatal("the paragraph does not run over a page")
	}
	bdc := regexp.MustCompile(`^/(\w+)<</MCID (\d+)>>BDC$`)
	for i, content := range contents(t, p) {
		inText, open, openedInText, next := false, false, false, 0
		for _, line := range strings.Split(content, "\n") {
			switch {
			case line == "BT":
				inText = true
			case line == "ET":
				if open && openedInText {
					t.Errorf("page %d: text ends inside a mark that it holds", i+1)
				}
				inText = false
			case strings.HasSuffix(line, "BDC") || strings.HasSuffix(line, "BMC"):
				if open {
					t.Errorf("page %d: marks in one another: %s", i+1, line)
				}
				open, openedInText = true, inText
				if m := bdc.FindStringSubmatch(line); m != nil {
					leaf := p.Pages[i].Marks[next]
					if tag := p.Tree.Nodes[p.Tree.Nodes[leaf].Parent].Tag; string(tag) != m[1] ||
						m[2] != strconv.Itoa(next) {
						t.Errorf("page %d: %s for a leaf of %s, number %d", i+1, line, tag, next)
					}
					next++
				} else if line != "/Artifact BMC" {
					t.Errorf("page %d: %s", i+1, line)
				}
			case line == "EMC":
				if !open || openedInText != inText {
					t.Errorf("page %d: EMC closes nothing, or what was opened elsewhere", i+1)
				}
				open = false
			}
		}
		if open || inText || next != len(p.Pages[i].Marks) {
			t.Errorf("page %d: open %t, in text %t, %d of %d marks", i+1, open, inText, next, len(p.Pages[i].Marks))
		}
	}
	if !strings.Contains(contents(t, p)[1], "/Artifact BMC") {
		t.Error("the rule is no artifact")
	}
}

// TestReadings sets one glyph under two texts: a hyphen that a writer wrote and one at which a line may break.
func TestReadings(t *testing.T) {
	u := newUses("F")
	f, _ := sheet().Library.Pick(fonts.Face{}, fonts.Western, '-')
	g, _ := f.Glyph('-')
	h, _ := f.Glyph('a')
	fu := u.font(f)
	var names []string
	for _, x := range []struct {
		id   fonts.GID
		text string
	}{{g, "-"}, {h, "a"}, {g, "\u00AD"}, {g, "-"}, {h, "а"}, {g, "\u2010"}} {
		r, _ := fu.glyph(x.id, x.text)
		names = append(names, r.name)
	}
	if got := strings.Join(names, " "); got != "F0.0 F0.0 F0.1 F0.0 F0.1 F0.2" {
		t.Errorf("readings: %s", got)
	}
	list := u.list()
	if len(list) != 3 || len(list[0].Glyphs) != 2 || list[0].Glyphs[0].ID > list[0].Glyphs[1].ID ||
		list[1].Name != "F0.1" {
		t.Errorf("uses: %+v", list)
	}
}

func TestImage(t *testing.T) {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewNRGBA(image.Rect(0, 0, 40, 20))); err != nil {
		t.Fatal(err)
	}
	pic := &layout.Picture{Key: "k", Format: "png", Data: b.Bytes(), Width: 40, Height: 20}
	sh := sheet()
	s := settle(t, sh, paragraph(layout.Inline{Text: "Before."}), &layout.Figure{Picture: pic, Alt: "A blank square"},
		paragraph(layout.Inline{Text: "After."}))
	p, err := Run(s, sh)
	if err != nil {
		t.Fatal(err)
	}
	m := regexp.MustCompile(
		`(?s)EMC\nET\n\s*/Figure<</MCID 1>>BDC\n\s*q ([\d.]+) 0 0 ([\d.]+) (-?[\d.]+) (-[\d.]+) cm /I\w+ Do` +
			` Q\nEMC\nBT\n`).FindStringSubmatch(contents(t, p)[0])
	if m == nil {
		t.Fatalf("no figure in %q", contents(t, p)[0])
	}
	if len(p.Figures) != 1 {
		t.Fatalf("figures: %v", p.Figures)
	}
	box := p.Figures[0]
	want := fmt.Sprintf("%.5f %.5f %.5f %.5f", points(box.Width), points(box.Height), points(box.X),
		-points(box.Y+box.Height))
	if got := strings.Join(m[1:], " "); got != want {
		t.Errorf("the image stands at %s, its figure at %s", got, want)
	}
	if p.Tree.Nodes[box.Node].Alt != "A blank square" {
		t.Errorf("the box is of %+v", p.Tree.Nodes[box.Node])
	}
	again, err := Run(s, sh)
	if err != nil || !bytes.Equal(again.PDF, p.PDF) {
		t.Error("painted twice, the bytes differ")
	}
}

// TestImagesAlike: images of one width stand in the file in the order in which they were met, not in that of a map.
func TestImagesAlike(t *testing.T) {
	sh := sheet()
	var blocks []layout.Block
	for i := range 6 {
		m := image.NewPaletted(image.Rect(0, 0, 40, 20), color.Palette{color.White, color.Gray{uint8(i)}})
		if i%2 == 0 {
			m.Palette[0] = color.Transparent
		}
		var b bytes.Buffer
		if err := png.Encode(&b, m); err != nil {
			t.Fatal(err)
		}
		blocks = append(blocks, &layout.Figure{Picture: &layout.Picture{Key: strconv.Itoa(9 - i), Format: "png",
			Data: b.Bytes(), Width: 40, Height: 20}, Alt: "A square"})
	}
	s := settle(t, sh, append(blocks, blocks[3])...)
	first, err := Run(s, sh)
	if err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(first.PDF, []byte("/Width 40\n")); n < 6 || bytes.Contains(first.PDF, []byte("/Width 40.")) {
		t.Errorf("%d images of width 40", n)
	}
	for range 20 {
		again, err := Run(s, sh)
		if err != nil || !bytes.Equal(again.PDF, first.PDF) {
			t.Fatalf("painted again, the bytes differ; %v", err)
		}
	}
}

func TestDress(t *testing.T) {
	sh := sheet()
	d := NewDresser(sh)
	out, err := d.Dress("en", layout.Head{Left: "The report", Right: strings.Repeat("A very long title ", 20)}, false,
		[]Side{{1, "i"}, {2, "ii"}})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"1 0 0 1 70 535 cm\n", "1 0 0 1 50 535 cm\n"} {
		s := string(out.Pages[i])
		if !strings.HasPrefix(s, "q\n") || !strings.HasSuffix(s, "Q\n"+want) {
			t.Errorf("page %d: %q does not end in %q", i+1, s, want)
		}
		for _, kind := range []string{"Header", "Footer"} {
			if !strings.Contains(s, "/Artifact<</Type/Pagination/Subtype/"+kind+">>BDC\n") {
				t.Errorf("page %d has no %s", i+1, kind)
			}
		}
		if strings.Count(s, "BDC") != strings.Count(s, "EMC") || strings.Count(s, "BT\n") != strings.Count(s, "ET\n") {
			t.Errorf("page %d: out of balance: %q", i+1, s)
		}
	}
	bare, err := d.Dress("en", layout.Head{Left: "x", Right: "y"}, true, []Side{{1, "i"}})
	if err != nil || string(bare.Pages[0]) != "1 0 0 1 70 535 cm\n" || len(bare.Fonts) != 0 {
		t.Errorf("a bare page wears %q", bare.Pages[0])
	}
}

// TestTheLabelIsNeverCut: a symbol that no margin has room for gives way to the label, which stays whole.
func TestTheLabelIsNeverCut(t *testing.T) {
	for _, symbol := range []string{strings.Repeat("A/CONF.", 60), strings.Repeat("long title ", 60)} {
		st, err := NewDresser(sheet()).Stamp("266", "3/7", symbol, sheet().Width)
		if err != nil {
			t.Fatal(err)
		}
		alone, err := NewDresser(sheet()).Stamp("266", "3/7", "", sheet().Width)
		if err != nil {
			t.Fatal(err)
		}
		if st.Width < alone.Width || st.Width > sheet().Width {
			t.Errorf("%.20s…: the stamp is %d wide, its label %d", symbol, st.Width, alone.Width)
		}
		digits := map[string]bool{}
		for _, f := range st.Fonts {
			for _, g := range f.Glyphs {
				digits[g.Text] = true
			}
		}
		if !digits["2"] || !digits["6"] {
			t.Errorf("%.20s…: the label is cut: %v", symbol, digits)
		}
	}
}

func TestStamp(t *testing.T) {
	st, err := NewDresser(sheet()).Stamp("66", "3/7", "A/66/1", sheet().Width)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	texts := map[int]string{}
	for _, f := range st.Fonts {
		for _, g := range f.Glyphs {
			texts[int(g.ID)] = g.Text
		}
	}
	glyphs := play(t, string(st.Content), &Painted{Fonts: st.Fonts})
	for _, g := range glyphs {
		got.WriteString(texts[g.code])
	}
	if got.String() != "66 · 3/7 · A/66/1" || glyphs[0].x < -100 || glyphs[0].x > 1000 || glyphs[0].y != 0 ||
		st.Width < 20*layout.Pt || strings.Contains(string(st.Content), "BDC") {
		t.Errorf("stamp %q at %v, %d wide: %q", got.String(), glyphs[0], st.Width, st.Content)
	}
}

func TestShorten(t *testing.T) {
	for in, want := range map[string]string{"one two, three": "one two…", "one two…": "one…", "one…": "on…", "x": "",
		"第六届会议报告": "第六届会议报…"} {
		if got := shorten(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestNumbers(t *testing.T) {
	for in, want := range map[layout.Length]string{0: "0", 1: "0.001", -1500: "-1.5", 12340: "12.34", 10000: "10",
		-10: "-0.01"} {
		if got := string(appendLength(nil, in)); got != want {
			t.Errorf("%d: %s, want %s", in, got, want)
		}
	}
	if got := string(appendCode(nil, 0x0D28)); got != `\r\(` {
		t.Errorf("code: %q", got)
	}
	if got := string(appendHexText(nil, "é𠮷")); got != "<FEFF00E9D842DFB7>" {
		t.Errorf("text: %q", got)
	}
	for in, want := range map[layout.Color]string{0: "0 g\n", 0xFFFFFF: "1 g\n", 0xFF0033: "1 0 0.2 rg\n"} {
		if got := string(appendColor(nil, in)); got != want {
			t.Errorf("colour %x: %q", in, got)
		}
	}
}

// TestAlone paints a run alone, and as the third of three: the same. One letter more, and it is another.
func TestAlone(t *testing.T) {
	run := func(id, words string) *layout.Run {
		return &layout.Run{ID: id, Title: id, Lang: "en", Root: layout.Element{Tag: "Part"},
			Blocks: []layout.Block{paragraph(layout.Inline{Text: words, Anchor: id + "-p"})}}
	}
	sum := func(at int, runs ...*layout.Run) string {
		sh := sheet()
		pages, _, err := layout.Settle(context.Background(), sh, runs, nil)
		if err != nil {
			t.Fatal(err)
		}
		p, err := Run(pages.Runs[at], sh)
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		p.Dump(&b)
		return b.String()
	}
	alone := sum(0, run("c", strings.Repeat(latin, 30)))
	if third := sum(2, run("a", "Ünlike glyphs, 项"), run("b", latin),
		run("c", strings.Repeat(latin, 30))); third != alone {
		t.Error("a run is painted otherwise behind others")
	}
	if other := sum(0, run("c", strings.Repeat(latin, 30)+"x")); other == alone {
		t.Error("another text prints the same")
	}
}
