package conformance

import (
	"encoding/binary"
	"fmt"
	"strings"
	"testing"
)

// TestTextMaps: what a map to Unicode says of codes: single ones, ranges that count on and that list, as many as are
// announced, and the later of two for one code.
func TestTextMaps(t *testing.T) {
	for cmap, want := range map[string]string{
		"1 beginbfchar <41> <0061> <42> <0062> endbfchar":                           "41=a",
		"2 beginbfchar <41> <0061> <42> <00660069> endbfchar":                       "41=a 42=fi",
		"2 beginbfchar <0041> <0061> <41> <0062> endbfchar":                         "41=b",
		"1 beginbfrange <41> <43> <0061> <50> <51> <0070> endbfrange":               "41=a 42=b 43=c",
		"2 beginbfrange <41> <42> [<0061> <0062> <0063>] <50> <50> <70> endbfrange": "41=a 42=b 43=c 50=p",
		"1 beginbfrange <41> <42> <D83DDE00> endbfrange":                            "41=😀 42=😁",
		"1 beginbfrange <42> <41> <0061> endbfrange":                                "",
		"1 beginbfrange <41> <41> <> endbfrange":                                    "41=",
		"beginbfchar <41> <0061> endbfchar":                                         "",
	} {
		m := readTextMap([]byte(cmap))
		var got []string
		for code := range 256 {
			if text, has := m.of(code); has {
				got = append(got, fmt.Sprintf("%x=%s", code, text))
			}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: %s, want %s", cmap, s, want)
		}
	}
	if text, has := (&textMap{identity: true}).of(0x4E2D); !has || text != "中" {
		t.Errorf("identity maps to %q", text)
	}
	if _, has := (*textMap)(nil).of(65); has {
		t.Error("no map has a text")
	}
}

// TestCodeMaps: the strings of a composite font are taken apart into codes of one to four bytes by the spaces that the
// map has, which are boxes, and codes have the CIDs of their ranges.
func TestCodeMaps(t *testing.T) {
	j := &judge{verdict: &Verdict{}}
	m := &codeMap{}
	m.read(j, []byte("1 begincodespacerange <00> <7F> <8140> <9FFC> <E0000000> <E0FFFFFF> endcodespacerange "+
		"2 begincidrange <20> <7E> 1 <8140> <817E> 633 endcidrange 1 begincidchar <7F> 500 <E0010203> 9 endcidchar"), 0)
	for s, want := range map[string][3]int{
		"A": {0x41, 1, 34}, " ": {0x20, 1, 1}, "~": {0x7E, 1, 95}, "\x7f": {0x7F, 1, 500}, "\x1f": {0x1F, 1, 0},
		"\x81\x40": {0x8140, 2, 633}, "\x81\x7e": {0x817E, 2, 695}, "\x81\x7f": {0x817F, 2, 0}, "\x9f\xfc": {0x9FFC, 2,
			0},
		"\x81\x3f": {0, 1, 0}, "\x81\xfd": {0, 1, 0}, "\xa0\x40": {0, 1, 0}, "\x81": {0, 1, 0},
		"\xe0\x01\x02\x03": {0xE0010203, 4, 9}, "\xe0\x01\x02": {0, 1, 0}, "AB": {0x41, 1, 34},
	} {
		code, size, cid := m.next([]byte(s))
		if got := [3]int{code, size, cid}; got != want {
			t.Errorf("%q: code, size and CID are %x, want %x", s, got, want)
		}
	}
	identity := &codeMap{identity: true}
	for s, want := range map[string][3]int{"\x12\x34\x56": {0x1234, 2, 0x1234}, "\x12": {0x12, 1, 0x12}} {
		code, size, cid := identity.next([]byte(s))
		if got := [3]int{code, size, cid}; got != want {
			t.Errorf("%q by identity: %x, want %x", s, got, want)
		}
	}
	none := &codeMap{}
	if code, size, cid := none.next([]byte("ab")); code != 0 || size != 2 || cid != 0 {
		t.Errorf("without spaces: %d, %d, %d", code, size, cid)
	}
	if len(j.verdict.Reasons) > 0 || m.modeDiffers {
		t.Errorf("a sound map breaks %v, other mode %v", j.verdict.Reasons, m.modeDiffers)
	}
}

// TestFaultsOfCodeMaps: the mode of a map is that of its dictionary, and no CID is beyond the largest.
func TestFaultsOfCodeMaps(t *testing.T) {
	for data, c := range map[string]struct {
		mode    int
		differs bool
		large   bool
	}{
		"/WMode 1 def": {1, false, false}, "/WMode 1 def ": {0, true, false}, "/WMode 0 def": {1, true, false}, "": {0,
			false, false},
		"1 begincidrange <00> <0F> 65520 endcidrange": {0, false, false},
		"1 begincidrange <00> <10> 65520 endcidrange": {0, false, true},
		"1 begincidchar <00> 65535 endcidchar":        {0, false, false}, "1 begincidchar <00> 65536 endcidchar": {0,
			false, true},
	} {
		j := &judge{verdict: &Verdict{}}
		m := &codeMap{}
		m.read(j, []byte(data), c.mode)
		if m.modeDiffers != c.differs || (len(j.verdict.Reasons) > 0) != c.large {
			t.Errorf("%s: other mode %v, broken %v", data, m.modeDiffers, j.verdict.Reasons)
		}
	}
	for data, want := range map[string]float64{"500 0 d0": 500, "500 0 0 0 9 9 d1 0 g": 500, "d0": -1, "q 500 0 d0": -1,
		"500 0 d2": -1, "": -1} {
		got, ok := glyphWidth([]byte(data))
		if !ok {
			got = -1
		}
		if got != want {
			t.Errorf("%s: the glyph is %g wide, want %g", data, got, want)
		}
	}
}

// TestBoxesOfJPX: what the header of a JPEG 2000 image says is read from its boxes, whichever length they give.
func TestBoxesOfJPX(t *testing.T) {
	box := func(kind string, body ...byte) []byte {
		return append(append(binary.BigEndian.AppendUint32(nil, uint32(8+len(body))), kind...), body...)
	}
	size := box("ihdr", 0, 0, 0, 1, 0, 0, 0, 1, 0, 3, 7, 7, 0, 0)
	colour := func(method, approximate byte, space byte) []byte {
		return box("colr", method, 0, approximate, 0, 0, 0, space)
	}
	join := func(list ...[]byte) (b []byte) {
		for _, l := range list {
			b = append(b, l...)
		}
		return b
	}
	long := box("jp2h", join(make([]byte, 8), size)...)
	binary.BigEndian.PutUint32(long, 1)
	binary.BigEndian.PutUint64(long[8:], uint64(len(long)))
	rest := box("jp2h", join(size, colour(1, 0, 16))...)
	binary.BigEndian.PutUint32(rest, 0)
	beyond := box("jp2h", size...)
	binary.BigEndian.PutUint32(beyond, 9999)
	for name, c := range map[string]struct {
		data []byte
		want jpxHeader
	}{
		"of one colour space": {box("jp2h", join(size, colour(1, 0, 16))...),
			jpxHeader{components: 3, bits: 8, specs: 1, method: 1, enumerated: 16}},
		"of two, the second approximate": {box("jp2h", join(size, colour(2, 0, 0), colour(1, 1, 17))...),
			jpxHeader{components: 3, bits: 8, specs: 2, approximate: 1, method: 1, enumerated: 17}},
		"of two, neither": {box("jp2h", join(size, colour(1, 0, 12), colour(1, 0, 17))...),
			jpxHeader{components: 3, bits: 8, specs: 2, method: 1, enumerated: 12}},
		"with bits that vary": {join(box("jP  ", 1, 2, 3, 4), box("jp2h", join(size, box("bpcc", 7, 7, 7))...)),
			jpxHeader{components: 3, bits: 8, bitsVary: true}},
		"with a long length":      {long, jpxHeader{components: 3, bits: 8}},
		"to the end":              {rest, jpxHeader{components: 3, bits: 8, specs: 1, method: 1, enumerated: 16}},
		"beyond the end":          {beyond, jpxHeader{components: 3, bits: 8}},
		"too deep":                {box("jp2h", box("jp2h", box("jp2h", size...)...)...), jpxHeader{}},
		"deep":                    {box("jp2h", box("jp2h", size...)...), jpxHeader{components: 3, bits: 8}},
		"a header too short":      {box("jp2h", box("ihdr", 0, 0, 0, 1, 0, 0, 0, 1, 0, 3)...), jpxHeader{}},
		"a colour too short":      {box("jp2h", box("colr", 1, 0)...), jpxHeader{}},
		"a colour without number": {box("jp2h", box("colr", 1, 0, 0)...), jpxHeader{specs: 1, method: 1}},
		"nothing":                 {[]byte{0, 0, 0, 8, 'i', 'h', 'd'}, jpxHeader{}},
		"bits that vary by component": {box("jp2h", box("ihdr", 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0xFF)...),
			jpxHeader{components: 1, bits: 0}},
	} {
		var got jpxHeader
		if got.boxes(c.data, 0); got != c.want {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}
