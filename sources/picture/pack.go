package picture

import (
	"bytes"

	"github.com/klauspost/compress/zlib"
)

// packer packs rows of samples as PNG does: behind the filter that makes them smallest by the usual measure, all
// deflated. A PDF holds that as FlateDecode with predictor 15 (ISO 32000-1, 7.4.4.4).
type packer struct {
	out   bytes.Buffer
	z     *zlib.Writer
	step  int  // bytes from a sample to the one left of it
	plain bool // no filter is tried
	kind  int  // the filter that was best
	rows  int
	above []byte
	buf   []byte
}

const (
	// level is the level of compression.
	level = 6
	// tried is after how many rows all filters are tried again: rows resemble their neighbours, and to try them costs
	// more than to pack.
	tried = 16
)

// newPacker packs rows of so many bytes. Samples of fewer than eight bits, and indexes, do not get smaller by filters.
func newPacker(stride, step int, plain bool) *packer {
	p := &packer{step: max(step, 1), plain: plain, above: make([]byte, stride), buf: make([]byte, 1+stride)}
	p.z, _ = zlib.NewWriterLevel(&p.out, level) // the level is one that it knows
	return p
}

// row adds a row.
func (p *packer) row(b []byte) {
	switch {
	case p.plain:
	case bytes.Equal(b, p.above):
		p.kind = 2
	case p.rows%tried == 0:
		least := -1
		for kind := range 5 {
			p.filter(p.buf[1:], b, kind)
			if w := weight(p.buf[1:]); least < 0 || w < least {
				least, p.kind = w, kind
			}
		}
	}
	p.rows++
	p.buf[0] = byte(p.kind)
	p.filter(p.buf[1:], b, p.kind)
	p.z.Write(p.buf) // to memory: it cannot fail
	copy(p.above, b)
}

// filter writes a row as a filter has it.
func (p *packer) filter(to, b []byte, kind int) {
	above := p.above
	to, above = to[:len(b)], above[:len(b)]
	n := min(p.step, len(b))
	switch kind {
	case 0:
		copy(to, b)
		return
	case 2:
		for i := range b {
			to[i] = b[i] - above[i]
		}
		return
	}
	for i := range n {
		to[i] = b[i] - predicted(kind, 0, above[i], 0)
	}
	left, corner := b[:len(b)-n], above[:len(b)-n]
	b, to, above = b[n:], to[n:], above[n:]
	switch kind {
	case 1:
		for i, v := range left {
			to[i] = b[i] - v
		}
	case 3:
		for i, v := range left {
			to[i] = b[i] - byte((int(v)+int(above[i]))/2)
		}
	case 4:
		for i, v := range left {
			to[i] = b[i] - paeth(v, above[i], corner[i])
		}
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
