package received

import (
	"fmt"
	"math"
	"os"
	"testing"
)

func read(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile("../files/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestNames: the lists are whole, and say what the standards say.
func TestNames(t *testing.T) {
	for name, want := range map[string]string{"A": "A", "Aringacute": "Ǻ", "a207": "", "fi": "ﬁ",
		"dalethatafpatah": "דֲ"} {
		if got, ok := Text(name); got != want || ok != (want != "") {
			t.Errorf("%s is %q", name, got)
		}
	}
	for _, c := range []struct {
		encoding string
		code     int
		name     string
	}{{"WinAnsiEncoding", 0x80, "Euro"}, {"StandardEncoding", 0o251, "quotesingle"}, {"MacRomanEncoding", 0o312,
		"space"},
		{"MacExpertEncoding", 0o126, "fi"}, {"WinAnsiEncoding", 7, Notdef}} {
		e, ok := Encoding(c.encoding)
		if c.encoding == "MacExpertEncoding" {
			c.name = e[c.code]
		}
		if !ok || e[c.code] != c.name {
			t.Errorf("%s %o is %s, want %s", c.encoding, c.code, e[c.code], c.name)
		}
	}
	if _, ok := Encoding("Identity-H"); ok {
		t.Error("Identity-H names glyphs")
	}
	if n := len(adobeNames()); n != 4281 {
		t.Errorf("the list has %d names", n)
	}
	if len(standardStrings()) != 391 || len(macintosh()) != 258 || len(words(expertList)) != 166 ||
		len(words(expertSubsetList)) != 87 {
		t.Error("a list of names is not whole")
	}
}

// TestPrograms: each form of a program gives its glyphs with their widths and names.
func TestPrograms(t *testing.T) {
	p, err := Open(read(t, "Amiri-Regular.ttf"), FormSfnt)
	if err != nil || p.Kind != TrueType {
		t.Fatal(err)
	}
	if g := p.Named("A"); g == 0 || p.CMap(3, 1).Glyphs['A'] != g || p.Width(g) < 400 || p.Width(g) > 800 {
		t.Errorf("A is glyph %d, %v wide", g, p.Width(g))
	}
	if p.Symbol('A') != 0 {
		t.Error("a font without a map for symbols has one")
	}
	p, err = Open(read(t, "SourceSerif4-Regular.otf"), FormSfnt)
	if err != nil || p.Kind != Type1 || p.Widths[p.Glyphs["space"]] != 233 || p.Widths[p.Glyphs["A"]] != 664 {
		t.Error(err, p)
	}
	p, err = Open(read(t, "NotoSerifCJKsc-Regular.otf"), FormSfnt)
	if err != nil || p.Kind != CID || p.Widths[p.CIDs[1]] > 300 || len(p.CIDs) != p.Count {
		t.Error(err)
	}
}

// encrypt is the encryption of Type 1 programs.
func encrypt(plain []byte, key uint16) []byte {
	out := make([]byte, len(plain))
	for i, c := range plain {
		out[i] = c ^ byte(key>>8)
		key = (uint16(out[i])+key)*52845 + 22719
	}
	return out
}

// type1 is a program of two glyphs: A is 500 wide, B sets 2500 by a division and a subroutine.
func type1() []byte {
	char := func(code ...byte) string { return string(encrypt(append([]byte("xxxx"), code...), 4330)) }
	number := func(n int) []byte { return []byte{255, byte(n >> 24), byte(n >> 16), byte(n >> 8), byte(n)} }
	a := char(append(append([]byte{139}, number(500)...), 13, 14)...)
	sub := char(append(append([]byte{139}, append(number(5000), number(2)...)...), 12, 12, 13, 11)...)
	b := char(139, 10, 14)
	private := "xxxxdup /Private 8 dict dup begin /lenIV 4 def /Subrs 1 array\n" +
		fmt.Sprintf("dup 0 %d RD %s NP\nND\n", len(sub), sub) + "2 index /CharStrings 3 dict dup begin\n" +
		fmt.Sprintf("/A %d RD %s ND\n/B %d -| %s |-\n/.notdef %d RD %s ND\nend", len(a), a, len(b), b, len(a), a)
	clear := "%!PS-AdobeFont-1.0: T\n/FontMatrix [0.001 0 0 0.001 0 0] def\n/Encoding 256 array\n" +
		"0 1 255 {1 index exch /.notdef put} for\ndup 65 /A put\ndup 8#102 /B put\nreadonly def\ncurrentfile eexec\n"
	return append([]byte(clear), encrypt([]byte(private), 55665)...)
}

func TestType1(t *testing.T) {
	p, err := Open(type1(), FormType1)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]float64{"A": 500, "B": 2500} {
		if g, ok := p.Glyphs[name]; !ok || math.Abs(p.Widths[g]-want) > 1e-9 {
			t.Errorf("%s is %v wide", name, p.Widths)
		}
	}
	if p.Encoding[65] != "A" || p.Encoding[66] != "B" || p.Encoding[67] != Notdef {
		t.Errorf("codes %q", p.Encoding[64:68])
	}
	for _, broken := range [][]byte{nil, []byte("%!PS"), append([]byte{0x80, 1, 9, 0, 0, 0}, type1()...),
		type1()[:150]} {
		if _, err := Open(broken, FormType1); err == nil {
			t.Errorf("%.20q is taken for a program", broken)
		}
	}
	if _, err := Open(type1(), FormSfnt); err == nil {
		t.Error("a Type 1 program is taken for tables")
	}
}

// FuzzOpen: no program, however broken, makes reading it crash or go on.
func FuzzOpen(f *testing.F) {
	f.Add(type1(), 0)
	f.Add(read(f, "Amiri-Regular.ttf")[:4096], 1)
	f.Add(read(f, "SourceSerif4-Regular.otf")[:4096], 1)
	f.Fuzz(func(t *testing.T, data []byte, form int) {
		p, _ := Open(data, Form(form)) // what was read before the damage is used, too
		p.Named("A")
		p.Symbol(65)
		p.Width(-1)
		p.Code(-1)
		p.Characters()
	})
}
