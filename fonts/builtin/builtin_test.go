package builtin

import (
	"encoding/binary"
	"testing"
)

// TestType1: each way in which programs write their encoding.
func TestType1(t *testing.T) {
	for program, want := range map[string][2]string{
		"%!PS /Encoding StandardEncoding def currentfile eexec":                           {"A", "germandbls"},
		"/Encoding 256 array 0 1 255{1 index exch/.notdef put}for dup 65/summation put\n": {"summation", ""},
		"/Encoding 256 array\ndup 8#101 /alpha put dup 251 /beta put readonly def":        {"alpha", "beta"},
	} {
		e, ok := Type1([]byte(program))
		if !ok || e[65] != want[0] || e[251] != want[1] {
			t.Errorf("%s: %v, %q %q", program, ok, e[65], e[251])
		}
	}
	if _, ok := Type1([]byte("/FontName /X def")); ok {
		t.Error("an encoding where there is none")
	}
}

// TestStandard: the ends of the stretches of StandardEncoding.
func TestStandard(t *testing.T) {
	for code, want := range map[int]string{32: "space", 39: "quoteright", 126: "asciitilde", 161: "exclamdown",
		200: "dieresis", 251: "germandbls", 160: "", 255: ""} {
		if got := Standard()[code]; got != want {
			t.Errorf("%d: %q, should be %q", code, got, want)
		}
	}
}

// TestTrueType reads a program with a map of the Macintosh and one of Unicode.
func TestTrueType(t *testing.T) {
	be := binary.BigEndian
	u16 := func(b []byte, v ...int) []byte {
		for _, n := range v {
			b = be.AppendUint16(b, uint16(n))
		}
		return b
	}
	trimmed := u16(nil, 6, 14, 0, 65, 2, 7, 8)
	segments := u16(nil, 4, 32, 0, 4, 0, 0, 0, 0x3B1, 0xFFFF, 0, 0x3B0, 0xFFFF, (7-0x3B0)&0xFFFF, 1, 0, 0)
	cmap := u16(nil, 0, 2, 1, 0, 0, 20, 3, 1, 0, 20+len(trimmed))
	cmap = append(append(cmap, trimmed...), segments...)
	program := u16(nil, 1, 0, 1, 0, 0, 0)
	program = append(program, "cmap"...)
	program = u16(program, 0, 0, 0, 28, 0, len(cmap))
	program = append(program, cmap...)
	maps, count := TrueType(program)
	if count != 2 || len(maps) != 2 || maps[0].Glyphs[66] != 8 || maps[1].Glyphs[0x3B1] != 8 {
		t.Fatalf("%d maps: %v", count, maps)
	}
	if u := maps[1].Unicode(); u[7] != 'ΰ' || u[8] != 'α' || maps[0].Unicode() != nil {
		t.Errorf("characters %v", u)
	}
	for n := range program { // cut anywhere it ends
		TrueType(program[:n])
	}
}

// TestCFF: what is no program is none, wherever it breaks off.
func TestCFF(t *testing.T) {
	program := []byte{1, 0, 4, 1, 0, 1, 1, 1, 2, 'X', 0, 1, 1, 1, 4, 17, 0, 0}
	for n := range program {
		if _, ok := ReadCFF(program[:n]); ok {
			t.Errorf("%d bytes are a program", n)
		}
	}
}
