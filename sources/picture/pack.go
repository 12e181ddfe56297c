package picture

import (
	"bytes"

	"github.com/klauspost/compress/zlib"
)

// packer packs rows of samples as PNG does: each behind the filter that makes it smallest by the usual measure, all
// deflated. A PDF holds that as FlateDecode with predictor 15 (ISO 32000-1, 7.4.4.4).
type packer struct {
	out   bytes.Buffer
	z     *zlib.Writer
	step  int // bytes from a sample to the one left of it
	plain bool
	above []byte
	tries [5][]byte
}

// level is the level of compression.
const level = 6

// newPacker packs rows of so many bytes. Samples of fewer than eight bits, and indexes, do not get smaller by filters.
func newPacker(stride, step int, plain bool) *packer {
	p := &packer{step: max(step, 1), plain: plain, above: make([]byte, stride)}
	p.z, _ = zlib.NewWriterLevel(&p.out, level) // the level is one that it knows
	for i := range p.tries {
		if i == 0 || !plain {
			p.tries[i] = make([]byte, 1+stride)
			p.tries[i][0] = byte(i)
		}
	}
	return p
}

// row adds a row.
func (p *packer) row(b []byte) {
	best := p.tries[0]
	copy(best[1:], b)
	if !p.plain {
		least := weight(best[1:])
		for i := 1; i < 5; i++ {
			t := p.tries[i]
			p.filter(t[1:], b, i)
			if w := weight(t[1:]); w < least {
				least, best = w, t
			}
		}
	}
	p.z.Write(best) // to memory: it cannot fail
	copy(p.above, b)
}

func (p *packer) filter(to, b []byte, kind int) {
	for i := range b {
		var left, corner byte
		if i >= p.step {
			left, corner = b[i-p.step], p.above[i-p.step]
		}
		to[i] = b[i] - predicted(kind, left, p.above[i], corner)
	}
}

// predicted is what a filter expects of a byte (ISO/IEC 15948, 9.2).
func predicted(kind int, left, above, corner byte) byte {
	switch kind {
	case 1:
		return left
	case 2:
		return above
	case 3:
		return byte((int(left) + int(above)) / 2)
	case 4:
		return paeth(left, above, corner)
	}
	return 0
}

// paeth is the neighbour nearest to left + above - corner (ISO/IEC 15948, 9.4).
func paeth(left, above, corner byte) byte {
	a, b, c := int(left), int(above), int(corner)
	pa, pb, pc := distance(b, c), distance(a, c), distance(a+b, 2*c)
	switch {
	case pa <= pb && pa <= pc:
		return left
	case pb <= pc:
		return above
	}
	return corner
}

func distance(a, b int) int {
	if a > b {
		return a - b
	}
	return b - a
}

// weight is the sum of the bytes as signed ones without their signs.
func weight(b []byte) int {
	sum := 0
	for _, v := range b {
		if v < 128 {
			sum += int(v)
		} else {
			sum += 256 - int(v)
		}
	}
	return sum
}

// taken is the packed rows.
func (p *packer) taken() []byte {
	p.z.Close()
	return bytes.Clone(p.out.Bytes())
}
