// Package received reads the font programs that originals bring along: which glyphs a program has, how wide each is,
// what it is called, and which character or code leads to it; and what the names of glyphs mean. From the bytes of a
// TrueType, OpenType, CFF or Type 1 program into a Program.
//
// It draws nothing and mends nothing, and of PDF it knows the encodings alone. Programs are hostile: every offset is
// checked, every recursion and every count has a cap.
package received

import (
	"encoding/binary"
	"errors"
)

var be = binary.BigEndian

// ErrDamaged is a font program that cannot be read.
var ErrDamaged = errors.New("the font program is damaged")

// Kind is the form of a font program.
type Kind int

// The kinds of programs.
const (
	TrueType Kind = iota
	Type1         // glyphs by name, of Type 1 or CFF
	CID           // CFF with glyphs by CID
)

// Program is a font program that was read.
type Program struct {
	Kind   Kind
	Widths []float64 // by glyph, in thousandths of the size
	Count  int       // of glyphs, of which the last may share a width

	Names    []string       // of Type1: the names of the glyphs
	Glyphs   map[string]int // and the glyphs by name
	Encoding *[256]string   // and the names of its own codes, ".notdef" where there is none; nil where it says nothing

	CIDs map[int]int // of CID: the glyphs by CID

	CMaps []CMap // of TrueType, as the program has them
	post  map[string]int
}

// Form is how a file says that a program is written.
type Form int

// The forms of programs.
const (
	FormType1 Form = iota // in the clear and encrypted
	FormSfnt              // in tables
	FormCFF
)

// FormOf is the form that a font descriptor gives to the program under one of its keys, by the Subtype of the stream
// (ISO 32000-1, table 126); false where it is none that a PDF may have: then it is taken for bare CFF.
func FormOf(key, subtype string) (Form, bool) {
	switch {
	case key == "FontFile":
		return FormType1, true
	case key == "FontFile2", subtype == "OpenType":
		return FormSfnt, true
	}
	return FormCFF, subtype == "Type1C" || subtype == "CIDFontType0C"
}

// Open reads a font program of a form. The error is ErrDamaged; what was read before the damage is in the Program all
// the same, so that texts can be found where nothing can be drawn.
func Open(data []byte, form Form) (p *Program, err error) {
	p = &Program{}
	defer func() { // a count that was checked may still lead into a table that ends too early
		if recover() != nil {
			err = ErrDamaged
		}
	}()
	if len(data) < 4 || len(data) > maxProgram {
		return p, ErrDamaged
	}
	switch form {
	case FormSfnt:
		err = p.readSfnt(data)
	case FormCFF:
		err = p.readCFF(data)
	default:
		err = p.readType1(data)
	}
	if err != nil {
		return p, ErrDamaged
	}
	return p, nil
}

// Width of a glyph; the last for glyphs beyond those that have one of their own, and the first beyond all.
func (p *Program) Width(glyph int) float64 {
	switch n := len(p.Widths); {
	case n == 0:
		return 0
	case glyph >= 0 && glyph < n:
		return p.Widths[glyph]
	case glyph >= 0 && glyph < p.Count:
		return p.Widths[n-1]
	}
	return p.Widths[0]
}

const (
	maxProgram = 64 << 20 // bytes
	maxTables  = 256      // of an sfnt
	maxCMaps   = 64
	maxGlyphs  = 1 << 16
	maxCodes   = 1 << 17 // of a character map
	maxDepth   = 10      // subroutines within subroutines
	maxStack   = 513
)
