package content

import (
	"fmt"
	"slices"
	"testing"
)

// texts are those of codes of a font that a page names /F, and how wide they are.
func texts(t *testing.T, font string, codes []uint16, objects ...string) string {
	t.Helper()
	d := document(t, "", "/Font<</F 5 0 R>>", append([]string{font}, objects...)...)
	in := New(d, new(Fonts), nil)
	in.Guess = true
	f := in.readFont(d.Dict(d.Dict(d.Dict(d.Pages()[0].Dict["Resources"])["Font"])["F"]))
	out := ""
	for _, c := range codes {
		out += fmt.Sprintf("%s:%g ", f.text(c), f.width(c))
	}
	return out
}

// TestSimpleFonts: what the codes of a simple font mean, and how wide they are, by its encoding, its differences and
// its widths, each only where it may say so.
func TestSimpleFonts(t *testing.T) {
	for name, c := range map[string]struct {
		font  string
		codes []uint16
		want  string
	}{
		"ASCII alone": {"<</Subtype/Type1/BaseFont/X>>", []uint16{31, 32, 65, 126, 127, 255, 256},
			":556  :556 A:556 ~:556 :556 :556 :556 "},
		"of Windows": {"<</Subtype/TrueType/Encoding/WinAnsiEncoding>>", []uint16{128, 233, 256},
			"€:556 é:556 :556 "},
		"of Macintosh": {"<</Subtype/Type1/Encoding<</BaseEncoding/MacRomanEncoding>>>>", []uint16{142}, "é:556 "},
		"differences": {"<</Subtype/Type1/Encoding<</Differences[64/a/b 70/c 255/d/e -1/f]>>>>", []uint16{64, 65, 66,
			70, 255, 256, 0}, "a:556 b:556 B:556 c:556 d:556 :556 :556 "},
		"widths": {"<</Subtype/Type1/FirstChar 65/Widths[1 2]/FontDescriptor<</MissingWidth 9>>>>", []uint16{64,
			65, 66, 67}, "@:9 A:1 B:2 C:9 "},
		"no widths":  {"<</Subtype/Type1/FontDescriptor<</MissingWidth 9>>>>", []uint16{65}, "A:556 "},
		"too many":   {"<</Subtype/Type1/FirstChar 254/Widths[1 2 3]>>", []uint16{254, 255, 0}, ":1 :2 :556 "},
		"before all": {"<</Subtype/Type1/FirstChar -1/Widths[1 2]>>", []uint16{0, 65535}, ":2 :556 "},
		"of Type 3":  {"<</Subtype/Type3/FontMatrix[.01 0 0 .01 0 0]/FirstChar 65/Widths[5]>>", []uint16{65}, "A:50 "},
		"a standard one": {"<</Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>", []uint16{65, 105, 256},
			"A:667 i:222 :556 "},
		"named by code": {"<</Subtype/Type3/Encoding<</Differences[65/a65/a66/a9/q 126/a126/a127 33/A33]>>>>",
			[]uint16{65, 66, 67, 68, 126, 127, 33}, "A:556 B:556 :556 q:556 ~:556 :556 !:556 "},
		"composite": {
			"<</Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</DW 7/W[1[2 3]5 6 4 65535[9 9] 70 2 1]>>]>>",
			[]uint16{0, 1, 2, 3, 4, 5, 6, 7, 65535, 70}, ":7 :2 :3 :7 :7 :4 :4 :7 :9 :7 "},
		"to the last": {"<</Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</W[65530 70000 4 3]>>]>>",
			[]uint16{65529, 65530, 65535, 3}, ":1000 :4 :4 :1000 "},
	} {
		if got := texts(t, c.font, c.codes); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestToUnicode: what a map to Unicode says of codes of two bytes and of one: single ones, ranges that count on, ranges
// that list, and what is no text.
func TestToUnicode(t *testing.T) {
	for cmap, want := range map[string]string{
		"beginbfchar <0041> <0061> <0042> <> <0043> endbfchar":                            "41=a(1) 42=(2)",
		"beginbfrange <0041> <0043> <0061> <0050> <004F> <0062> endbfrange":               "41=a(1) 42=b(1) 43=c(1)",
		"beginbfrange <0041> <0042> [<0061> <0062> <0063>] <0050><0050><0064> endbfrange": "41=a(1) 42=b(1) 50=d(1)",
		"beginbfrange <0041> <0040> [<0061>] <0050> <0050> <0064> endbfrange":             "50=d(1)",
		"beginbfrange <0041> <0041> <D83DDE00> <0042> <0043> <00660069> endbfrange":       "41=😀(1) 42=fi(1) 43=fj(1)",
		"beginbfrange <FFFE> <FFFF> [<0061> <0062> <0063>] endbfrange":                    "fffe=a(1) ffff=b(1)",
		"beginbfchar <0041> <0000> <0042> <FFFD> <0043> <FEFF0061> <0044><D83D> endbfchar": "41=\x00(4) " +
			"42=\uFFFD(3) 43=\uFEFFa(4) 44=\uFFFD(3)",
		"beginbfchar <41> <0061> <004142> <0062> /A <0063> endbfchar": "",
		"beginbfchar (\\000A) <0061> endbfchar":                       "41=a(1)",
	} {
		m := ReadToUnicode([]byte(cmap), false)
		got := ""
		for c := range 1 << 16 {
			of := m.of(uint16(c))
			if of.state != Unmapped {
				got += fmt.Sprintf(" %x=%s(%d)", c, of.text, of.state)
			} else if of.text != "" {
				t.Errorf("%s: %x has a text and is of state %d", cmap, c, of.state)
			}
			if said := m.Text(uint16(c)); said != "" && (said != of.text || of.state == Unfit) {
				t.Errorf("%s: the text of %x, of state %d, is %q", cmap, c, of.state, said)
			}
		}
		if got != "" && got[1:] != want || got == "" && want != "" {
			t.Errorf("%s: %q, want %q", cmap, got, want)
		}
	}
	codes := "beginbfchar <41> <0061> <0042> <0062> <43> <0000> <40><FEFF> <44> <> endbfchar"
	one, unfit := ReadToUnicode([]byte(codes), true).Texts()
	if len(one) != 2 || one['A'] != "a" || one['B'] != "b" || !slices.Equal(unfit, []uint16{0x40, 0x43}) {
		t.Errorf("codes of one byte: %v, unfit %v", one, unfit)
	}
}

// TestEncoder: a line is written in the codes of a font, the lowest where several mean the same; what the font does not
// have is told.
func TestEncoder(t *testing.T) {
	d := document(t, "", "/Font<</S 5 0 R/C 6 0 R>>", simple, composite2, stream("", cmap))
	fonts := d.Dict(d.Dict(d.Pages()[0].Dict["Resources"])["Font"])
	in := New(d, new(Fonts), nil)
	codes, width, lost := in.Encoder(fonts["S"]).Encode("é A\u00A0中€😀")
	if string(codes) != "\x02 \x04\xa0\x03\x80" || string(lost) != "😀" || width != 5*556+250 {
		t.Errorf("%q, %g wide, without %q", codes, width, string(lost))
	}
	codes, width, lost = in.Encoder(fonts["C"]).Encode("AB\u00A0é")
	if string(codes) != "\x00A\x00B" || width != 1300 || string(lost) != "\u00A0é" {
		t.Errorf("%q, %g wide, without %q", codes, width, string(lost))
	}
}

const composite2 = "<</Type/Font/Subtype/Type0/BaseFont/Serif/Encoding/Identity-H/DescendantFonts[<</DW 500/W[65[600 " +
	"700]]>>]/ToUnicode 7 0 R>>"

// TestPrivateText: the private use area of fonts of signs shows their codes.
func TestPrivateText(t *testing.T) {
	for r, want := range map[rune]string{0xF020: " ", 0xF061: "α", 0xF01F: "", 0xF100: "", 'a': ""} {
		if got := PrivateText("Symbol", r); got != want {
			t.Errorf("%x shows %q, want %q", r, got, want)
		}
	}
	if got := PrivateText("Arial", 0xF061); got != "" {
		t.Errorf("Arial shows %q", got)
	}
	if BaseTexts("Symbol")['a'] != "α" || BaseTexts("None")['a'] != "a" || BaseTexts("")[0x80] != "" {
		t.Error("the encodings are not told apart")
	}
}

// TestAppearances: the font that counts is the last, with its size and the colour before it.
func TestAppearances(t *testing.T) {
	for da, want := range map[string]string{
		"/Helv 12 Tf 0 g":                 "Helv 12 \"0 g\\n\" [{Helv 0 5}]",
		"0 0 1 rg /A#42 0 Tf":             "AB 0 \"0 0 1 rg\\n\" [{AB 9 14}]",
		"/A 1 Tf /B 2.5 Tf 0 0 0 1 k 1 g": "B 2.5 \"1 g\\n\" [{A 0 2} {B 8 10}]",
		"/A Tf 0 0 g 1 rg 1 2 3 4 5 k":    "A 0 \"1 2 3 4 k\\n\" [{A 0 2}]",
		"12 Tf 0 G /A gs":                 " 0 \"\" []",
		"7 /A 9 Tf":                       "A 9 \"\" [{A 2 4}]",
		"":                                " 0 \"\" []",
	} {
		a := ReadAppearance([]byte(da))
		if got := fmt.Sprintf("%s %g %q %v", a.Font(), a.Size, a.Color, a.Fonts); got != want {
			t.Errorf("%s: %s, want %s", da, got, want)
		}
	}
}
