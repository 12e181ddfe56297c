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

	Glyphs   map[string]int // of Type1: the glyphs by name
	Encoding [256]string    // of Type1: the names of its own codes; ".notdef" where there is none

	CIDs map[int]int // of CID: the glyphs by CID

	CMaps []CMap // of TrueType, as the program has them
	post  map[string]int
}

// CMap is a character map of a TrueType program.
type CMap struct {
	Platform, Encoding int
	First              int // the lowest code
	Glyphs             map[int]int
}

// Form is how a file says that a program is written.
type Form int

// The forms of programs.
const (
	FormType1 Form = iota // in the clear and encrypted
	FormSfnt              // in tables
	FormCFF
)

// Open reads a font program of a form. The error is ErrDamaged.
func Open(data []byte, form Form) (p *Program, err error) {
	defer func() { // a count that was checked may still lead into a table that ends too early
		if recover() != nil {
			p, err = nil, ErrDamaged
		}
	}()
	if len(data) < 4 || len(data) > maxProgram {
		return nil, ErrDamaged
	}
	switch form {
	case FormSfnt:
		p, err = openSfnt(data)
	case FormCFF:
		p, err = openCFF(data)
	default:
		p, err = openType1(data)
	}
	if err != nil {
		return nil, ErrDamaged
	}
	return p, nil
}

// CMap gives the character map of a platform and an encoding, nil where there is none.
func (p *Program) CMap(platform, encoding int) *CMap {
	for i := range p.CMaps {
		if c := &p.CMaps[i]; c.Platform == platform && c.Encoding == encoding {
			return c
		}
	}
	return nil
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

// Named is the glyph of a TrueType program that a name leads to (ISO 32000-1, 9.6.6.4): by the map for Unicode, by
// the
// Macintosh's, by the names that the program gives. It is 0 where none does.
func (p *Program) Named(name string) int {
	if m := p.CMap(3, 1); m != nil {
		if t, ok := Text(name); ok {
			if g := m.Glyphs[int([]rune(t)[0])]; g != 0 {
				return g
			}
		}
	}
	if m := p.CMap(1, 0); m != nil {
		if code, ok := macCodes()[name]; ok && m.Glyphs[code] != 0 {
			return m.Glyphs[code]
		}
	}
	return p.post[name]
}

// Symbol is the glyph of a code of a symbolic TrueType program (9.6.6.4): by the map for symbols, whose codes may
// begin
// at 0xF000, 0xF100 or 0xF200, else by the Macintosh's.
func (p *Program) Symbol(code int) int {
	if m := p.CMap(3, 0); m != nil {
		switch high := m.First & 0xFF00; high {
		case 0, 0xF000, 0xF100, 0xF200:
			if g := m.Glyphs[high+code]; g != 0 {
				return g
			}
		}
	}
	if m := p.CMap(1, 0); m != nil {
		return m.Glyphs[code]
	}
	return 0
}

const (
	maxProgram = 64 << 20 // bytes
	maxTables  = 256      // of an sfnt
	maxCMaps   = 32
	maxGlyphs  = 1 << 16
	maxDepth   = 10 // subroutines within subroutines
	maxSteps   = 1 << 16
	maxStack   = 513
)
