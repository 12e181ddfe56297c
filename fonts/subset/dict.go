package subset

import "strconv"

// Operators of CFF DICTs that are looked at (note 5176, appendix H); two-byte operators are 1200 and the second byte.
const (
	opFontBBox       = 5
	opCharset        = 15
	opEncoding       = 16
	opCharStrings    = 17
	opPrivate        = 18
	opSubrs          = 19
	opDefaultWidth   = 20
	opNominalWidth   = 21
	opCharstringType = 1206
	opFontMatrix     = 1207
	opSyntheticBase  = 1220
	opROS            = 1230
	opCIDCount       = 1234
	opFDArray        = 1236
	opFDSelect       = 1237
)

// entry is one operator of a DICT with its operands.
type entry struct {
	op   int
	raw  []byte // operands and operator as they stand in the font
	args []int  // operands; a real number counts as 0
}

type dict []entry

func readDict(b []byte) (dict, error) {
	var d dict
	var args []int
	start := 0
	for p := 0; p < len(b); {
		c := int(b[p])
		need := 1
		switch {
		case c == 12, c >= 247 && c <= 254:
			need = 2
		case c == 28:
			need = 3
		case c == 29:
			need = 5
		}
		if p+need > len(b) {
			return nil, errShort
		}
		at := b[p+1:]
		p += need
		switch {
		case c <= 21:
			if c == 12 {
				c = 1200 + int(at[0])
			}
			d = append(d, entry{c, b[start:p], args})
			args, start = nil, p
		case c == 28:
			args = append(args, int(int16(be.Uint16(at))))
		case c == 29:
			args = append(args, int(int32(be.Uint32(at))))
		case c == 30: // a real number: nibbles up to F
			for p < len(b) && b[p]&0xF != 0xF && b[p]>>4 != 0xF {
				p++
			}
			if p++; p > len(b) {
				return nil, errShort
			}
			args = append(args, 0)
		case c >= 32 && c <= 246:
			args = append(args, c-139)
		case c >= 247 && c <= 250:
			args = append(args, (c-247)*256+int(at[0])+108)
		case c >= 251 && c <= 254:
			args = append(args, -(c-251)*256-int(at[0])-108)
		default:
			return nil, errShort
		}
		if len(args) > maxStack {
			return nil, errShort
		}
	}
	return d, nil
}

func (d dict) find(op int) *entry {
	for i := range d {
		if d[i].op == op {
			return &d[i]
		}
	}
	return nil
}

// arg gives the i-th operand of an operator, or what stands for one that is missing.
func (d dict) arg(op, i, missing int) int {
	if e := d.find(op); e != nil && i < len(e.args) {
		return e.args[i]
	}
	return missing
}

// real is the first operand of an operator, whatever kind of number it is, or what stands for one that is missing.
func (d dict) real(op int, missing float64) float64 {
	e := d.find(op)
	switch {
	case e == nil || len(e.args) == 0:
		return missing
	case e.raw[0] != 30:
		return float64(e.args[0])
	}
	var digits []byte
	for _, c := range e.raw[1:] {
		for _, nibble := range [2]byte{c >> 4, c & 0xF} {
			if nibble == 0xF {
				v, err := strconv.ParseFloat(string(digits), 64)
				if err != nil {
					return missing
				}
				return v
			}
			digits = append(digits, [15]string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", ".", "E", "E-",
				"", "-"}[nibble]...)
		}
	}
	return missing
}

// appendInt writes an integer operand in five bytes, whatever its value, so that offsets do not move what they point
// at.
func appendInt(o []byte, v int) []byte { return be.AppendUint32(append(o, 29), uint32(v)) }

func appendOp(o []byte, op int) []byte {
	if op >= 1200 {
		return append(o, 12, byte(op-1200))
	}
	return append(o, byte(op))
}
