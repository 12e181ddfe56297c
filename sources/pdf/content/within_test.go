package content

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"rapporteur/sources/pdf"
)

// within reads the foot of a page, 40 points high, as its content is scanned.
func within(t *testing.T, d *pdf.Document) (*Shown, *Interpreter) {
	t.Helper()
	in := New(d, new(Fonts), nil)
	in.Boxes, in.Within = true, pdf.Rect{X1: 600, Y1: 40}
	p := d.Pages()[0]
	in.Begin(d.Dict(p.Dict["Resources"]))
	if _, err := d.Scan(p, in.See); err != nil {
		t.Fatal(err)
	}
	return in.End(), in
}

// TestWithin: what comes into a part of the page is found there, each part of a path for itself, and nothing else is.
func TestWithin(t *testing.T) {
	for name, c := range map[string]struct{ content, want string }{
		"text above":          {"BT /S 10 Tf 10 700 Td (Above) Tj ET", ""},
		"text":                {"BT /S 10 Tf 10 10 Td (AB) Tj ET", "text[10 7 21.12 20]"},
		"blanks are nothing":  {"BT /S 10 Tf 10 10 Td (   ) Tj ( A ) Tj ET", "text[32.24 7 37.8 20]"},
		"hidden text":         {"BT 3 Tr /S 10 Tf 10 10 Td (AB) Tj ET", ""},
		"the next line":       {"BT /S 10 Tf 10 60 Td (Above) Tj 0 -50 Td (A) Tj ET", "text[10 7 15.56 20]"},
		"text that runs down": {"BT /S 10 Tf 0 -1 1 0 50 45 Tm (ABCD) Tj ET", "text[47 22.76 60 40]"},
		"a column":            {"BT /V 10 Tf 50 60 Td <00410042004300440045> Tj ET", "text[45 10 55 40]"},
		"a column elsewhere":  {"BT /V 10 Tf 700 60 Td <00410042004300440045> Tj ET", ""},
		"a frame":             {"q 2 w 10 10 500 700 re S Q", "path[9 9 511 11] path[509 9 511 40] path[9 9 11 40]"},
		"a filled frame":      {"10 10 500 700 re f", "path[10 10 510 40]"},
		"two in one path":     {"0 0 5 5 re 300 300 50 50 re 590 0 5 5 re f", "path[0 0 5 5] path[590 0 595 5]"},
		"a curve":             {"0 50 m 0 0 100 0 100 50 c S", "path[0 0 100.5 40]"},
		"clipped away":        {"q 0 100 600 700 re W n 0 0 600 800 re f Q", ""},
		"clipped to a corner": {"q 0 0 30 30 re W n 0 0 600 800 re f Q", "path[0 0 30 30]"},
		"a shading":           {"q 5 5 10 10 re W n /Sh sh Q", "path[5 5 15 15]"},
		"an inline image":     {"q 20 0 0 20 7 8 cm BI/W 1/H 1/BPC 8/CS/G ID x EI Q", "image[7 8 27 28]"},
		"white":               {"1 g 0 0 9 9 re f 0 g 0 0 8 8 re f", "white path[0 0 9 9] path[0 0 8 8]"},
		"white of four inks": {"/Cmyk cs 0 0 0 0 sc 0 0 9 9 re f /Icc cs 1 1 1 sc 0 0 8 8 re f",
			"white path[0 0 9 9] white path[0 0 8 8]"},
		"a pattern is no white": {"/Pattern cs /P scn 0 0 9 9 re f", "path[0 0 9 9]"},
		"a form":                {"q 1 0 0 1 100 0 cm /X Do Q", "path[102 3 112 13]"},
		"a form elsewhere":      {"q 1 0 0 1 100 300 cm /X Do Q", ""},
	} {
		s, in := within(t, document(t, c.content,
			"/Font<</S 5 0 R/V 8 0 R>>/XObject<</X 6 0 R>>/ColorSpace<</Cmyk/DeviceCMYK/Icc[/ICCBased 7 0 R]>>",
			"<</Type/Font/Subtype/Type1/BaseFont/S>>", stream("/Subtype/Form/BBox[0 0 90 90]/Matrix[1 0 0 1 2 3]",
				"0 0 10 10 re f"), stream("/N 3", ""),
			"<</Subtype/Type0/Encoding/Identity-V/DescendantFonts[<<>>]>>"))
		var got []string
		for _, b := range s.Boxes {
			one := boxesOf(&Shown{Boxes: []Box{b}})
			if b.White {
				one = "white " + one
			}
			got = append(got, one)
		}
		if text := strings.Join(got, " "); text != c.want {
			t.Errorf("%s: %s, want %s", name, text, c.want)
		}
		unread := name == "text above" || name == "a column elsewhere"
		if unread && len(in.fonts.fonts.made) > 0 || name == "a form elsewhere" && in.held > 0 {
			t.Errorf("%s: what stands elsewhere was read", name)
		}
	}
}

// TestWithinIsBounded: a path of a million parts takes no memory for each.
func TestWithinIsBounded(t *testing.T) {
	s, in := within(t, document(t, strings.Repeat("0 0 5 5 re ", 100_000)+"f", ""))
	if len(s.Boxes) > most || cap(in.trace.lines) > 2*most {
		t.Errorf("%d boxes, %d lines", len(s.Boxes), cap(in.trace.lines))
	}
}

// TestWithinIsThePage: of one shape, wherever it stands and however it is turned, the same is found in a part of the
// page as on the whole, cut to that part.
func TestWithinIsThePage(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	turns := []string{"1 0 0 1", "0 1 -1 0", "-1 0 0 -1", "0 -1 1 0", "2 0 0 1", ".8 .6 -.6 .8", "1 0 .3 1"}
	met := 0
	for range 600 {
		turn := turns[r.IntN(len(turns))]
		at := func(x int) float64 { return float64(r.IntN(x*4)) / 4 }
		place := fmt.Sprintf("%s %g %g", turn, at(600), at(70)-5)
		content := ""
		switch r.IntN(6) {
		case 0:
			content = fmt.Sprintf("%s cm %g %g %g %g re f", place, at(50), at(50), at(90)-45, at(90)-45)
		case 1:
			content = fmt.Sprintf("%s cm %g w %g %g m %g %g l S", place, at(9), at(50), at(50), at(90), at(90))
		case 2:
			content = fmt.Sprintf("%s cm %g %g m %g %g %g %g v S", place, at(9), at(9), at(50), at(50), at(90), at(90))
		case 3:
			content = fmt.Sprintf("%s cm %g %g m %g %g %g %g %g %g c f", place, at(9), at(9), at(50), at(50), at(50),
				at(90), at(90), at(90))
		default:
			word := []string{"(A)", "(Word)", "[(W) -90 (o) 40 (rd)]"}[r.IntN(3)]
			op := map[bool]string{true: "TJ", false: "Tj"}[word[0] == '[']
			content = fmt.Sprintf("BT /S %g Tf %g Tc %g Ts %d Tz %d Tr %s Tm %s %s ET", 4+at(20), at(2), at(4)-2,
				50+r.IntN(100), r.IntN(8), place, word, op)
		}
		d := document(t, content, "/Font<</S 5 0 R>>", "<</Type/Font/Subtype/Type1/BaseFont/S>>")
		s, in := within(t, d)
		var want []Box
		for _, b := range show(t, d).Boxes {
			if b.Rect = meet(b.Rect, in.Within); b.Rect.X0 <= b.Rect.X1 && b.Rect.Y0 <= b.Rect.Y1 {
				want = append(want, b)
			}
		}
		if len(want) > 0 {
			met++
		}
		if got, want := boxesOf(s), boxesOf(&Shown{Boxes: want}); got != want {
			t.Errorf("%s: %s, on the page %s", content, got, want)
		}
	}
	if met < 200 {
		t.Errorf("only %d shapes came within", met)
	}
}
