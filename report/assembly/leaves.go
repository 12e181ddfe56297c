package assembly

import (
	"bytes"

	"rapporteur/report/unit"
)

// leafTypes begin the dictionaries that are nothing but what stands in them: who refers to one does not care whether
// others do. An annotation, a layer, a field, an element are each somebody, however alike they look.
var leafTypes = [][]byte{[]byte("/Type/FontDescriptor"), []byte("/Type/Font/"), []byte("/Type/Font>>"),
	[]byte("/Type/Encoding"),
	[]byte("/Type/ExtGState"), []byte("/Type/CIDSystemInfo")}

// leafRounds is how deep leaves stand within each other: widths and encodings in a font, a font program in its
// descriptor, the descriptor in a descendant font, that in a composite font.
const leafRounds = 3

// isLeaf reports whether an object of an original may be one with an equal object of another: arrays of plain values,
// and dictionaries of the kinds above, that refer to nothing but objects of their unit and the report's open fonts.
func isLeaf(o *unit.Object) bool {
	if o.Stream {
		return false
	}
	for _, p := range o.Patches {
		if p.Kind != unit.Local && p.Kind != unit.SubstituteFont {
			return false
		}
	}
	if bytes.HasPrefix(o.Piece.Bytes, []byte("[")) {
		return len(o.Patches) == 0
	}
	for _, t := range leafTypes {
		if bytes.Contains(o.Piece.Bytes, t) {
			return true
		}
	}
	return false
}

// leaves writes those leaves of the unit that refer only to what has its number, each unless an equal one stands in the
// report.
func (b *binding) leaves() {
	for i := range b.u.Objects {
		o := &b.u.Objects[i]
		if b.number[i+1] != 0 || !b.leaf[i] || !b.settled(o) {
			continue
		}
		b.buf = o.Append(b.buf[:0], b.fill)
		b.number[i+1] = b.l.w.shareObject(b.buf)
	}
}

// settled reports whether all that an object refers to has its number.
func (b *binding) settled(o *unit.Object) bool {
	for _, p := range o.Patches {
		if p.Kind == unit.Local && b.number[p.Index] == 0 {
			return false
		}
	}
	return true
}
