package picture

import "context"

// splitter takes the rows of a PNG apart into colours and alpha, which a PDF holds apart (ISO 32000-1, 11.6.5.3).
type splitter struct {
	p       *pngFile
	im      *Image
	colours *packer // nil where the rows stand in the file as a PDF can hold them
	alpha   *packer // nil where nothing is transparent
	a, b    []byte
}

func newSplitter(p *pngFile, im *Image, colours bool) *splitter {
	s := &splitter{p: p, im: im}
	wide := p.bits / 8
	stride := p.stride(p.width)
	if p.colour >= pngGrayAlpha {
		stride = p.width * im.Space.Components() * wide
		s.b = make([]byte, p.width*wide)
		s.alpha = newPacker(len(s.b), wide, false)
	}
	if p.colour == pngPalette && len(p.transparent) > 0 {
		s.b = make([]byte, p.width)
		s.alpha = newPacker(len(s.b), 1, false)
	}
	if colours {
		s.a = make([]byte, stride)
		s.colours = newPacker(stride, im.Space.Components()*wide, p.bits < 8 || p.colour == pngPalette)
	}
	return s
}

// row takes a row of the PNG.
func (s *splitter) row(row []byte) {
	switch {
	case s.p.colour >= pngGrayAlpha:
		wide := s.p.bits / 8
		n := s.im.Space.Components() * wide
		for x := range s.p.width {
			from := row[x*(n+wide):]
			copy(s.a[x*n:(x+1)*n], from)
			copy(s.b[x*wide:(x+1)*wide], from[n:])
		}
		s.colours.row(s.a)
		s.alpha.row(s.b)
		return
	case s.alpha != nil:
		for x := range s.p.width {
			s.b[x] = 0xFF
			if i := sample(row, x, s.p.bits); i < len(s.p.transparent) {
				s.b[x] = s.p.transparent[i]
			}
		}
		s.alpha.row(s.b)
	}
	if s.colours != nil {
		s.colours.row(row)
	}
}

// sample is sample x of a row, of at most eight bits.
func sample(row []byte, x, bits int) int {
	at := x * bits
	return int(row[at/8]>>(8-bits-at%8)) & (1<<bits - 1)
}

// close hands over what was packed.
func (s *splitter) close() {
	if s.colours != nil {
		s.im.Data = s.colours.taken()
	}
	if s.alpha == nil {
		return
	}
	bits := s.im.Bits
	if s.p.colour == pngPalette {
		bits = 8
	}
	s.im.Mask = &Image{Width: s.im.Width, Height: s.im.Height, Bits: bits, Space: Gray, Filter: Flate,
		Data: s.alpha.taken(), Offset: -1}
}

// passes are Adam7's: where each begins and how far apart its samples lie (ISO/IEC 15948, 8.2).
var passes = [7]struct{ x, y, dx, dy int }{
	{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}}

// woven puts the passes of an interlaced PNG together: its rows, from top to bottom.
func (p *pngFile) woven(ctx context.Context, rows *pngRows) (frame []byte, clean bool, err error) {
	stride, wide := p.stride(p.width), p.channels()*p.bits
	frame = make([]byte, stride*p.height)
	for _, pass := range passes {
		w, h := (p.width-pass.x+pass.dx-1)/pass.dx, (p.height-pass.y+pass.dy-1)/pass.dy
		if w <= 0 || h <= 0 {
			continue
		}
		rows.begin(p.stride(w))
		for y := range h {
			if y%asked == 0 && ctx.Err() != nil {
				return nil, false, ctx.Err()
			}
			to := frame[(pass.y+y*pass.dy)*stride:][:stride]
			from := rows.next()
			for x := range w {
				at := (pass.x + x*pass.dx) * wide
				if wide >= 8 {
					copy(to[at/8:at/8+wide/8], from[x*wide/8:])
				} else {
					to[at/8] |= byte(sample(from, x, wide)) << (8 - wide - at%8)
				}
			}
		}
	}
	return frame, rows.end(), nil
}
