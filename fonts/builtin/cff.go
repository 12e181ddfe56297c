package builtin

// CFF is what a CFF program says of its glyphs (Adobe technical note 5176).
type CFF struct {
	Names    []string // by glyph; nil of a program whose glyphs have numbers instead
	Encoding Encoding
}

// ReadCFF reads a bare CFF program of one font; false where it is none.
func ReadCFF(b []byte) (f *CFF, ok bool) {
	defer func() {
		if recover() != nil { // an offset that leads out of it
			f, ok = nil, false
		}
	}()
	r := cffReader{b: b}
	_, at := r.index(int(b[2]))
	tops, at := r.index(at)
	r.strings, _ = r.index(at)
	top := r.dict(tops[0])
	if _, numbered := top[12<<8|30]; numbered {
		return &CFF{}, true
	}
	glyphs := len(first(r.index(int(top[17]))))
	f = &CFF{Names: r.charset(int(top[15]), glyphs)}
	r.encoding(int(top[16]), f)
	return f, true
}

func first(list [][]byte, _ int) [][]byte { return list }

// cffReader reads; whoever calls it recovers.
type cffReader struct {
	b       []byte
	strings [][]byte
}

func (r *cffReader) number(at, size int) int {
	n := 0
	for _, c := range r.b[at : at+size] {
		n = n<<8 | int(c)
	}
	return n
}

// index reads an INDEX, and gives where the next thing stands.
func (r *cffReader) index(at int) ([][]byte, int) {
	count := r.number(at, 2)
	if count == 0 {
		return nil, at + 2
	}
	size := r.number(at+2, 1)
	base := at + 3 + (count+1)*size - 1
	list := make([][]byte, count)
	from := r.number(at+3, size)
	for i := range list {
		to := r.number(at+3+(i+1)*size, size)
		list[i] = r.b[base+from : base+to]
		from = to
	}
	return list, base + from
}

// dict reads the last operand of each operator of a DICT, where it is a whole number.
func (r *cffReader) dict(b []byte) map[int]int {
	out := map[int]int{}
	last := 0
	for i := 0; i < len(b); {
		c := int(b[i])
		i++
		switch {
		case c == 12:
			out[12<<8|int(b[i])] = last
			i++
		case c <= 21:
			out[c] = last
		case c == 28:
			last = int(int16(int(b[i])<<8 | int(b[i+1])))
			i += 2
		case c == 29:
			last = int(int32(uint32(b[i])<<24 | uint32(b[i+1])<<16 | uint32(b[i+2])<<8 | uint32(b[i+3])))
			i += 4
		case c == 30:
			for b[i]&15 != 15 && b[i]>>4 != 15 {
				i++
			}
			i++
		case c <= 246:
			last = c - 139
		case c <= 250:
			last = (c-247)*256 + int(b[i]) + 108
			i++
		case c <= 254:
			last = -(c-251)*256 - int(b[i]) - 108
			i++
		}
	}
	return out
}

// name is the text of a string's number.
func (r *cffReader) name(sid int) string {
	if std := standardStrings(); sid < len(std) {
		return std[sid]
	}
	return string(r.strings[sid-len(standardStrings())])
}

// charset gives the names of the glyphs. Of the charsets that need no list the first is meant: its glyphs are the
// standard strings in order.
func (r *cffReader) charset(at, glyphs int) []string {
	names := []string{".notdef"}
	if at <= 2 {
		for n := 1; n < glyphs && n < len(standardStrings()); n++ {
			names = append(names, standardStrings()[n])
		}
		return names
	}
	format := r.number(at, 1)
	for at++; len(names) < glyphs; {
		sid, more := r.number(at, 2), 0
		at += 2
		if format > 0 {
			more = r.number(at, format)
			at += format
		}
		for ; more >= 0 && len(names) < glyphs; more-- {
			names = append(names, r.name(sid))
			sid++
		}
	}
	return names
}

// encoding gives each code the name of its glyph.
func (r *cffReader) encoding(at int, f *CFF) {
	if at == 0 || at == 1 { // the second is for glyphs that text hardly has
		f.Encoding = *Standard()
		return
	}
	format, count := r.number(at, 1), r.number(at+1, 1)
	at += 2
	glyph := 1
	set := func(code int) {
		if glyph < len(f.Names) && code < 256 {
			f.Encoding[code] = f.Names[glyph]
		}
		glyph++
	}
	for range count {
		code, more := r.number(at, 1), 0
		at++
		if format&127 == 1 {
			more = r.number(at, 1)
			at++
		}
		for ; more >= 0; more-- {
			set(code)
			code++
		}
	}
	if format&128 == 0 {
		return
	}
	for n := r.number(at, 1); n > 0; n-- {
		f.Encoding[r.number(at+1, 1)] = r.name(r.number(at+2, 2))
		at += 3
	}
}
