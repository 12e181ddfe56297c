package subset

import (
	"bytes"
	"slices"
	"testing"

	"github.com/go-text/typesetting/font/cff"
	ot "github.com/go-text/typesetting/font/opentype"
)

// num writes a charstring or DICT integer.
func num(v int) []byte { return []byte{28, byte(v >> 8), byte(v)} }

// code writes a charstring: integers are numbers, op stands for operators.
type op byte

func code(items ...any) (b []byte) {
	for _, it := range items {
		switch it := it.(type) {
		case int:
			b = append(b, num(it)...)
		case op:
			b = append(b, byte(it))
		case []byte:
			b = append(b, it...)
		}
	}
	return b
}

// Glyphs of the name-keyed font that nameKeyed builds.
const (
	tNotdef = iota
	tA
	tAcute
	tAacute // made by endchar of A and acute
	tNested // subroutines in subroutines, the second without endchar
)

// nameKeyed builds a CFF with local and global subroutines, hints, masks and an accented letter of the old kind.
func nameKeyed() []byte {
	global := [][]byte{code(10, 20, op(5), -107, op(10), op(11))} // rlineto, then local subroutine 0
	local := [][]byte{code(100, op(6), op(11)), code(50, op(7), op(14))}
	glyphs := [][]byte{
		code(op(14)),
		code(7, 0, 20, op(18), 30, 20, 60, 20, op(19), []byte{0xE0}, 5, 6, op(21), 100, 0, 50, 300, op(5), 1, 2, 3, 4,
			5, op(31), 9, -9, 8, -8, 7, op(27), op(14)),
		code(-3, 3, 4, op(3), 11, op(22), 40, 50, 60, 70, 80, 90, op(8), 12, 13, 14, 15, 16, 17, 18,
			op([]byte{12}[0]),
			[]byte{34}, op(14)),
		code(9, 33, 144, 65, 194, op(14)),
		code(1, 2, op(21), -107, op(29), -106, op(10)),
	}
	charset := []byte{0, 0, 34, 0, 125, 0, 171, 0, 35}
	name := appendIndexOf([]byte{1, 0, 4, 2}, []byte("Test"))
	tail := appendIndexOf(appendIndexOf(nil), global...)
	private := appendOp(append(num(500), num(8)...), 20)[3:] // defaultWidthX 8
	private = appendOp(append(private, num(len(private)+4)...), opSubrs)
	top := func(charset, chars, private, size int) []byte {
		d := appendOp(append(append(append(num(0), num(-200)...), num(900)...), num(900)...), opFontBBox)
		d = appendOp(appendInt(d, charset), opCharset)
		d = appendOp(appendInt(d, chars), opCharStrings)
		return appendIndexOf(nil, appendOp(appendInt(appendInt(d, size), private), opPrivate))
	}
	at := len(name) + len(top(0, 0, 0, 0)) + len(tail)
	rest := charset
	chars := at + len(rest)
	rest = appendIndexOf(rest, glyphs...)
	priv := at + len(rest)
	rest = appendIndexOf(append(rest, private...), local...)
	o := append(name, top(at, chars, priv, len(private))...)
	return append(append(o, tail...), rest...)
}

func load(t *testing.T, table []byte, g uint16) []ot.Segment {
	t.Helper()
	c, err := cff.Parse(table)
	if err != nil {
		t.Fatal(err)
	}
	s, _, err := c.LoadGlyph(g)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestCFFWritesSubroutinesOut(t *testing.T) {
	font := nameKeyed()
	got, err := CFF(font, "ABCDEF+Test", []uint16{tNotdef, tA, tNested})
	if err != nil {
		t.Fatal(err)
	}
	for i, g := range []uint16{tNotdef, tA, tNested} {
		want := load(t, font, g)
		if s := load(t, got, uint16(i)); !slices.Equal(s, want) || g != tNotdef && len(s) < 3 {
			t.Errorf("glyph %d: %v, want %v", g, s, want)
		}
	}
	f, err := readCFF(got)
	if err != nil {
		t.Fatal(err)
	}
	c, _ := f.chars.item(2)
	if want := code(1, 2, op(21), 10, 20, op(5), 100, op(6), 50, op(7), op(14)); !bytes.Equal(c, want) {
		t.Errorf("the nested glyph is %x, want %x", c, want)
	}
	if f.global.n != 0 || f.fds[0].subrs.n != 0 || f.fds[0].private.find(opSubrs) != nil {
		t.Error("subroutines are left")
	}
	if f.fds[0].private.arg(20, 0, -1) != 8 || f.top.arg(opFontBBox, 1, 0) != -200 {
		t.Error("the Private DICT or the box was lost")
	}
}

// The accented letter is its base, then its accent moved by the two operands; its own width, not its parts'.
func TestCFFWritesAccentsOut(t *testing.T) {
	font := nameKeyed()
	got, err := CFF(font, "ABCDEF+Test", []uint16{tNotdef, tAacute})
	if err != nil {
		t.Fatal(err)
	}
	var want []ot.Segment
	want = append(want, load(t, font, tA)...)
	for _, s := range load(t, font, tAcute) {
		for i := range s.Args {
			s.Args[i].X += 33
			s.Args[i].Y += 144
		}
		for i := len(s.ArgsSlice()); i < 3; i++ {
			s.Args[i] = ot.SegmentPoint{} // beyond the operator's points
		}
		want = append(want, s)
	}
	if s := load(t, got, 1); !slices.Equal(s, want) {
		t.Errorf("got %v\nwant %v", s, want)
	}
	f, _ := readCFF(got)
	if c, _ := f.chars.item(1); !bytes.HasPrefix(c, num(9)) {
		t.Errorf("the width is not 9: %x", c)
	}
}

// charset reads what glyph numbers a subset's charset names, apart from the writer.
func charset(t *testing.T, b []byte) []uint16 {
	f, err := readCFF(b)
	if err != nil {
		t.Fatal(err)
	}
	at := f.top.arg(opCharset, 0, -1)
	cids, p := []uint16{0}, b[at+1:]
	for len(cids) < f.chars.n {
		first := be.Uint16(p)
		switch b[at] {
		case 0:
			cids, p = append(cids, first), p[2:]
		case 2:
			for k := range int(be.Uint16(p[2:])) + 1 {
				cids = append(cids, first+uint16(k))
			}
			p = p[4:]
		default:
			t.Fatalf("charset of format %d", b[at])
		}
	}
	if count := f.top.arg(opCIDCount, 0, -1); count != int(cids[len(cids)-1])+1 {
		t.Errorf("CIDCount %d", count)
	}
	return cids
}

func TestCharsetHoldsTheGlyphNumbers(t *testing.T) {
	for _, list := range [][]uint16{{0}, {0, 1}, {0, 4}, {0, 1, 2, 3, 4}, {0, 2, 4}} {
		b, err := CFF(nameKeyed(), "N", list)
		if err != nil {
			t.Fatal(err)
		}
		if got := charset(t, b); !slices.Equal(got, list) {
			t.Errorf("charset %v of %v", got, list)
		}
	}
}

func TestCFFRefuses(t *testing.T) {
	font := nameKeyed()
	refused := func(what string, b []byte, glyphs ...uint16) {
		t.Helper()
		if _, err := CFF(b, "N", glyphs); err == nil {
			t.Errorf("%s was taken", what)
		}
	}
	refused("no list", font)
	refused("a list without glyph 0", font, 1, 2)
	refused("a list that descends", font, 0, 2, 1)
	refused("a glyph beyond the last", font, 0, 5)
	v2 := slices.Clone(font)
	v2[0] = 2
	refused("CFF2", v2, 0)
	for n := range len(font) {
		if b, err := CFF(font[:n], "N", []uint16{0, 1, 2, 3, 4}); err == nil {
			t.Errorf("%d of %d bytes gave a subset of %d", n, len(font), len(b))
		}
	}
	open := bytes.Replace(font, code(50, op(7), op(14)), code(50, []byte{139, 139}), 1)
	if b, err := CFF(open, "N", []uint16{0, tNested}); err == nil { // an endchar added here would get two operands
		t.Errorf("operands without an operator gave %x", b)
	}
	// local subroutine 0 calls itself
	loop := bytes.Replace(font, code(100, op(6), op(11)), code(-107, op(10), op(11)), 1)
	refused("a subroutine that calls itself", loop, 0, tNested)
	math := bytes.Replace(font, code(1, 2, op(21)), []byte{28, 0, 1, 139, 12, 10, 21}, 1) // 1 + 0
	refused("arithmetic", math, 0, tNested)
}
