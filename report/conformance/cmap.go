package conformance

import (
	"strings"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/report/unit"
	"rapporteur/sources/pdf/lex"
)

// textMap is a ToUnicode CMap (ISO 32000-1, 9.10.3), or the name of one.
type textMap struct {
	identity bool
	single   map[int]string
	ranges   []textRange
}

type textRange struct {
	first, last int
	text        []uint16
}

// mostMapped bounds what a CMap may hold.
const mostMapped = 1 << 17

// of is the text of a code; false where the map has none.
func (t *textMap) of(code int) (string, bool) {
	if t == nil {
		return "", false
	}
	if t.identity {
		return string(utf16.Decode([]uint16{uint16(code)})), true
	}
	if s, ok := t.single[code]; ok {
		return s, true
	}
	for i := range t.ranges {
		if r := &t.ranges[i]; code >= r.first && code <= r.last {
			u := append([]uint16(nil), r.text...)
			if n := len(u); n > 0 {
				u[n-1] += uint16(code - r.first)
			}
			return string(utf16.Decode(u)), true
		}
	}
	return "", false
}

// textMap reads a ToUnicode; nil where there is none.
func (j *judge) textMap(o types.Object, simple bool) *textMap {
	if n := j.Name(o); n != "" {
		if strings.HasPrefix(n, "Identity") {
			return &textMap{identity: true}
		}
		return nil
	}
	s, ok := j.Stream(o)
	if !ok {
		return nil
	}
	if strings.HasPrefix(j.Name(s.Dict["CMapName"]), "Identity-") {
		return &textMap{identity: true}
	}
	return unit.ReadOnce(j.programs, j.Document, s, textMapAs{}, maxDecoded, func(data []byte, _ error) *textMap {
		return readTextMap(data)
	})
}

// textMapAs is what a stream is read as that gives a textMap.
type textMapAs struct{}

func readTextMap(data []byte) *textMap {
	t := &textMap{single: map[int]string{}}
	var in lex.Operators
	in.Reset(data)
	count := 0 // said before the entries: no more are read
	for op := in.Next(); op != nil && len(t.single)+len(t.ranges) < mostMapped; op = in.Next() {
		count = counted(count, string(op), in.Operands)
		ops := fromString(in.Operands)
		switch string(op) {
		case "endbfchar":
			for i := 0; i+1 < len(ops) && i/2 < count; i += 2 {
				code, _ := codeOf(&ops[i])
				t.single[code] = string(utf16.Decode(units(&ops[i+1])))
			}
		case "endbfrange":
			t.readRanges(ops, count)
		}
	}
	return t
}

func (t *textMap) readRanges(ops []lex.Token, count int) {
	for i := 0; i+2 < len(ops) && count > 0; count-- {
		first, _ := codeOf(&ops[i])
		last, _ := codeOf(&ops[i+1])
		i += 2
		if ops[i].Kind != lex.OpenArray {
			t.ranges = append(t.ranges, textRange{first, last, units(&ops[i])})
			i++
			continue
		}
		for i++; i < len(ops) && ops[i].Kind != lex.CloseArray; i++ {
			t.single[first] = string(utf16.Decode(units(&ops[i])))
			first++
		}
		i++
	}
}

// counted is how many entries an operator says that follow; count where it says nothing.
func counted(count int, op string, ops []lex.Token) int {
	if n := len(ops); n > 0 && strings.HasPrefix(op, "begin") && ops[n-1].Kind == lex.Integer {
		return int(ops[n-1].Number)
	}
	return count
}

// fromString are the operands from the first string on: a count stands before them.
func fromString(ops []lex.Token) []lex.Token {
	for len(ops) > 0 && ops[0].Kind != lex.Hex && ops[0].Kind != lex.Literal {
		ops = ops[1:]
	}
	return ops
}

// codeOf is the number of a code, and of how many bytes it is.
func codeOf(t *lex.Token) (code, size int) {
	b := t.Append(nil)
	for _, c := range b {
		code = code<<8 | int(c)
	}
	return code & (1<<32 - 1), len(b)
}

func units(t *lex.Token) []uint16 {
	b := t.Append(nil)
	if len(b) == 1 {
		return []uint16{uint16(b[0])}
	}
	u := make([]uint16, 0, len(b)/2)
	for ; len(b) > 1; b = b[2:] {
		u = append(u, uint16(b[0])<<8|uint16(b[1]))
	}
	return u
}

// codeMap takes the strings of a composite font apart into codes, and codes to CIDs (9.7.5).
type codeMap struct {
	identity bool
	foreign  bool // a map of Adobe's that is not in the file, and not known here
	spaces   []codeSpace
	ranges   []cidSpan

	registry, ordering string
	supplement         int
	modeDiffers        bool
}

type codeSpace struct{ size, low, high int }

type cidSpan struct{ size, first, last, cid int }

// collection reports whether the codes are of a public collection of characters.
func (m *codeMap) collection() bool {
	return !m.identity && m.registry == "Adobe" && collections[m.ordering]
}

// next takes the first code of a string.
func (m *codeMap) next(s []byte) (code, size, cid int) {
	if m.identity {
		if len(s) == 1 {
			return int(s[0]), 1, int(s[0])
		}
		code = int(s[0])<<8 | int(s[1])
		return code, 2, code
	}
	for n := 1; n <= 4 && n <= len(s); n++ {
		code = code<<8 | int(s[n-1])
		for _, sp := range m.spaces {
			if sp.size == n && within(code, sp) {
				return code, n, m.cid(code, n)
			}
		}
	}
	size = len(s)
	if len(m.spaces) > 0 {
		size = min(size, m.spaces[0].size)
	}
	return 0, max(size, 1), 0
}

// within compares byte by byte: a code space is a box (9.7.6.2).
func within(code int, sp codeSpace) bool {
	for k := range sp.size {
		b, lo, hi := code>>(8*k)&255, sp.low>>(8*k)&255, sp.high>>(8*k)&255
		if b < lo || b > hi {
			return false
		}
	}
	return true
}

func (m *codeMap) cid(code, size int) int {
	for i := range m.ranges {
		if r := &m.ranges[i]; r.size == size && code >= r.first && code <= r.last {
			return r.cid + code - r.first
		}
	}
	return 0
}

// maxUsed is how many CMaps may use one another.
const maxUsed = 4

// codeMap reads the encoding of a composite font; nil where it has none.
func (j *judge) codeMap(o types.Object, depth int) *codeMap {
	if n := j.Name(o); n != "" {
		return &codeMap{identity: n == "Identity-H" || n == "Identity-V", foreign: n != "Identity-H" &&
			n != "Identity-V"}
	}
	s, ok := j.Stream(o)
	if !ok || depth > maxUsed {
		return nil
	}
	m := &codeMap{}
	if use := s.Dict["UseCMap"]; use != nil {
		if used := j.codeMap(use, depth+1); used != nil {
			*m = *used
			if m.identity {
				m.identity = false
				m.spaces = []codeSpace{{2, 0, 0xFFFF}}
				m.ranges = []cidSpan{{2, 0, 0xFFFF, 0}}
			}
		}
	}
	info := j.Dict(s.Dict["CIDSystemInfo"])
	if list := j.Array(s.Dict["CIDSystemInfo"]); len(list) > 0 {
		info = j.Dict(list[0])
	}
	registry, _ := j.String(info["Registry"])
	ordering, _ := j.String(info["Ordering"])
	m.registry, m.ordering = string(registry), string(ordering)
	m.supplement, _ = j.Int(info["Supplement"])
	data, _ := j.Decode(*s, maxDecoded)
	mode, _ := j.Int(s.Dict["WMode"])
	m.read(j, data, mode)
	return m
}

func (m *codeMap) read(j *judge, data []byte, mode int) {
	var in lex.Operators
	in.Reset(data)
	own := 0
	for op := in.Next(); op != nil && len(m.ranges) < mostMapped; op = in.Next() {
		ops := in.Operands
		if n := len(ops); string(op) == "def" && n > 1 && string(ops[n-2].Text) == "WMode" {
			own = int(ops[n-1].Number)
		}
		ops = fromString(ops)
		switch string(op) {
		case "endcodespacerange":
			for i := 0; i+1 < len(ops); i += 2 {
				low, size := codeOf(&ops[i])
				high, _ := codeOf(&ops[i+1])
				m.spaces = append(m.spaces, codeSpace{size, low, high})
			}
		case "endcidrange":
			for i := 0; i+2 < len(ops); i += 3 {
				first, size := codeOf(&ops[i])
				last, _ := codeOf(&ops[i+1])
				m.ranges = append(m.ranges, cidSpan{size, first, last, int(ops[i+2].Number)})
			}
		case "endcidchar":
			for i := 0; i+1 < len(ops); i += 2 {
				code, size := codeOf(&ops[i])
				m.ranges = append(m.ranges, cidSpan{size, code, code, int(ops[i+1].Number)})
			}
		}
	}
	m.modeDiffers = own != mode
	for _, r := range m.ranges {
		if r.cid+r.last-r.first > mostCID {
			j.fail("cid-large", "")
			return
		}
	}
}

// mostCID is the largest CID (ISO 19005-3, 6.1.13).
const mostCID = 65535

// glyphWidth is the width that the content of a glyph of a Type 3 font sets first (ISO 32000-1, 9.6.5).
func glyphWidth(data []byte) (float64, bool) {
	var in lex.Operators
	in.Reset(data)
	op := in.Next()
	if s := string(op); s != "d0" && s != "d1" || len(in.Operands) == 0 {
		return 0, false
	}
	return in.Operands[0].Number, true
}
