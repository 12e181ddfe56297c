package subset

import (
	"errors"
	"fmt"
)

// Tables are the tables of a TrueType font that a subset is made of.
type Tables struct{ Head, Hhea, Hmtx, Maxp, Loca, Glyf []byte }

// Flags of a component (OpenType, glyf, "Composite Glyph Description").
const (
	argsAreWords    = 0x0001
	haveScale       = 0x0008
	moreComponents  = 0x0020
	haveXYScale     = 0x0040
	haveTwoByTwo    = 0x0080
	haveInstruction = 0x0100
)

// Glyf makes a TrueType program without instructions of the glyphs given, which ascend from 0, and of the glyphs that
// they are composed of; and the map from glyph numbers of the font to those of the program, two bytes each, up to the
// highest given.
func Glyf(t Tables, glyphs []uint16) (program, cidToGID []byte, err error) {
	if !ascending(glyphs) {
		return nil, nil, errNoNotdef
	}
	g, err := newGlyfSubset(t, glyphs)
	if err != nil {
		return nil, nil, fmt.Errorf("glyf: %w", err)
	}
	for i := 0; i < len(g.list); i++ { // composite glyphs lengthen the list
		if err = g.add(g.list[i]); err != nil {
			return nil, nil, fmt.Errorf("glyf: glyph %d: %w", g.list[i], err)
		}
	}
	for i := range g.list {
		if err = g.nesting(uint16(i), 0); err != nil {
			return nil, nil, fmt.Errorf("glyf: glyph %d: %w", g.list[i], err)
		}
	}
	cidToGID = make([]byte, 2*(int(glyphs[len(glyphs)-1])+1))
	for i, id := range glyphs {
		be.PutUint16(cidToGID[2*int(id):], uint16(i))
	}
	program, err = g.program()
	return program, cidToGID, err
}

type glyfSubset struct {
	Tables
	long        bool // format of loca
	glyphs      int
	longMetrics int

	list   []uint16          // glyphs of the font, in the order of the subset
	number map[uint16]uint16 // back
	out    []byte            // glyf of the subset
	ends   []int             // of each glyph in out
	parts  [][]uint16        // components of each glyph, in the subset's numbers; nil if simple
	depth  []int8            // how deep each is composed: 0 unknown, else 1 + depth; -1 while looked at
}

func newGlyfSubset(t Tables, glyphs []uint16) (*glyfSubset, error) {
	if len(t.Head) < 54 || len(t.Hhea) < 36 || len(t.Maxp) < 6 {
		return nil, errShort
	}
	g := &glyfSubset{Tables: t, long: be.Uint16(t.Head[50:]) == 1, glyphs: int(be.Uint16(t.Maxp[4:])),
		longMetrics: int(be.Uint16(t.Hhea[34:]))}
	size := 2
	if g.long {
		size = 4
	}
	if g.longMetrics == 0 || g.longMetrics > g.glyphs || len(t.Hmtx) < 4*g.longMetrics+2*(g.glyphs-g.longMetrics) ||
		len(t.Loca) < size*(g.glyphs+1) {
		return nil, errShort
	}
	g.list = append([]uint16(nil), glyphs...)
	g.number = make(map[uint16]uint16, len(glyphs))
	for i, id := range glyphs {
		g.number[id] = uint16(i)
	}
	return g, nil
}

// outline gives a glyph's bytes in the font; none for a space.
func (g *glyfSubset) outline(id uint16) ([]byte, error) {
	if int(id) >= g.glyphs {
		return nil, fmt.Errorf("the font has %d glyphs", g.glyphs)
	}
	var from, to int
	if g.long {
		from, to = int(be.Uint32(g.Loca[4*int(id):])), int(be.Uint32(g.Loca[4*int(id)+4:]))
	} else {
		from, to = 2*int(be.Uint16(g.Loca[2*int(id):])), 2*int(be.Uint16(g.Loca[2*int(id)+2:]))
	}
	if from > to || to > len(g.Glyf) {
		return nil, errShort
	}
	return g.Glyf[from:to], nil
}

// add copies one glyph to the end of the subset.
func (g *glyfSubset) add(id uint16) error {
	b, err := g.outline(id)
	if err != nil {
		return err
	}
	var parts []uint16
	if len(b) > 0 {
		if len(b) < 10 {
			return errShort
		}
		if contours := int(int16(be.Uint16(b))); contours >= 0 {
			err = g.simple(b, contours)
		} else {
			parts, err = g.composite(b)
		}
		if err != nil {
			return err
		}
		if len(g.out)%2 != 0 {
			g.out = append(g.out, 0)
		}
	}
	if len(g.out) > maxProgram {
		return errTooLarge
	}
	g.ends, g.parts, g.depth = append(g.ends, len(g.out)), append(g.parts, parts), append(g.depth, 0)
	return nil
}

// simple copies an outline without its instructions and without the padding after it.
func (g *glyfSubset) simple(b []byte, contours int) error {
	at := 10 + 2*contours
	if at+2 > len(b) {
		if contours == 0 { // an empty outline may end after its box
			g.out = append(g.out, b[:10]...)
			g.out = append(g.out, 0, 0)
			return nil
		}
		return errShort
	}
	points, last := 0, -1
	for i := range contours { // end points ascend
		end := int(be.Uint16(b[10+2*i:]))
		if end < last {
			return errShort
		}
		points, last = end+1, end
	}
	from := at + 2 + int(be.Uint16(b[at:]))
	if from > len(b) {
		return errShort
	}
	body, err := pointData(b[from:], points)
	if err != nil {
		return err
	}
	g.out = append(g.out, b[:at]...)
	g.out = append(g.out, 0, 0)
	g.out = append(g.out, body...)
	return nil
}

// pointData gives flags and coordinates of n points, which begin b.
func pointData(b []byte, n int) ([]byte, error) {
	p, size := 0, 0
	for n > 0 {
		if p >= len(b) {
			return nil, errShort
		}
		f := b[p]
		p++
		times := 1
		if f&0x08 != 0 { // repeated
			if p >= len(b) {
				return nil, errShort
			}
			times += int(b[p])
			p++
		}
		if times > n {
			return nil, errShort
		}
		n -= times
		for _, bits := range [2][2]byte{{0x02, 0x10}, {0x04, 0x20}} { // short x, same x; short y, same y
			if f&bits[0] != 0 {
				size += times
			} else if f&bits[1] == 0 {
				size += 2 * times
			}
		}
	}
	if p+size > len(b) {
		return nil, errShort
	}
	return b[:p+size], nil
}

// composite copies a composite glyph with its components renumbered, and lists those not yet in the subset.
func (g *glyfSubset) composite(b []byte) (parts []uint16, err error) {
	at := len(g.out)
	g.out = append(g.out, b...)
	c := g.out[at:]
	for p := 10; ; {
		if p+4 > len(c) {
			return nil, errShort
		}
		flags, id := be.Uint16(c[p:]), be.Uint16(c[p+2:])
		if int(id) >= g.glyphs {
			return nil, fmt.Errorf("component %d of %d glyphs", id, g.glyphs)
		}
		n, seen := g.number[id]
		if !seen {
			n = uint16(len(g.list))
			g.number[id] = n
			g.list = append(g.list, id)
		}
		if parts = append(parts, n); len(parts) > maxParts {
			return nil, errTooLarge
		}
		be.PutUint16(c[p:], flags&^haveInstruction)
		be.PutUint16(c[p+2:], n)
		p += 6
		if flags&argsAreWords != 0 {
			p += 2
		}
		switch {
		case flags&haveScale != 0:
			p += 2
		case flags&haveXYScale != 0:
			p += 4
		case flags&haveTwoByTwo != 0:
			p += 8
		}
		if p > len(c) {
			return nil, errShort
		}
		if flags&moreComponents == 0 {
			g.out = g.out[:at+p]
			return parts, nil
		}
	}
}

// nesting refuses glyphs composed of themselves or too deeply: whoever draws the subset follows the components.
func (g *glyfSubset) nesting(n uint16, level int) error {
	if g.depth[n] < 0 {
		return errors.New("composed of itself")
	}
	if level+max(0, int(g.depth[n])-1) > maxComponents {
		return errors.New("composed too deeply")
	}
	if g.depth[n] > 0 {
		return nil
	}
	g.depth[n] = -1
	deepest := int8(0)
	for _, p := range g.parts[n] {
		if err := g.nesting(p, level+1); err != nil {
			return err
		}
		deepest = max(deepest, g.depth[p])
	}
	g.depth[n] = deepest + 1
	return nil
}
