package subset

// write lays the subset out: header, Name, Top DICT, String and (empty) global Subr INDEX, charset, FDSelect,
// CharStrings, Private DICTs, FDArray.
func (f *cffFont) write(name string, glyphs []uint16, code []byte, ends []int, fds []byte, used []int) []byte {
	head := appendIndexOf([]byte{1, 0, 4, 4}, []byte(name))
	strings := appendIndexOf(nil, []byte("Adobe"), []byte("Identity"))
	top := func(charset, fdSelect, chars, fdArray int) []byte {
		d := appendOp([]byte{248, 27, 248, 28, 139}, opROS) // strings 391, 392; supplement 0
		for _, op := range [...]int{opFontBBox, opFontMatrix} {
			if e := f.top.find(op); e != nil {
				d = append(d, e.raw...)
			}
		}
		d = appendOp(appendInt(d, int(glyphs[len(glyphs)-1])+1), opCIDCount)
		d = appendOp(appendInt(d, charset), opCharset)
		d = appendOp(appendInt(d, fdSelect), opFDSelect)
		d = appendOp(appendInt(d, chars), opCharStrings)
		return appendIndexOf(nil, appendOp(appendInt(d, fdArray), opFDArray))
	}
	at := len(head) + len(top(0, 0, 0, 0)) + len(strings) + 2

	rest := make([]byte, 0, len(code)+5*len(glyphs)+1024)
	rest = appendCharset(rest, glyphs)
	fdSelect := at + len(rest)
	rest = appendFDSelect(rest, fds)
	chars := at + len(rest)
	rest = appendIndex(rest, code, ends)
	var dicts [][]byte
	for _, i := range used {
		fd := &f.fds[i]
		private := at + len(rest)
		for _, e := range fd.private {
			if e.op != opSubrs {
				rest = append(rest, e.raw...)
			}
		}
		d := append([]byte(nil), fd.matrix...)
		d = appendInt(d, at+len(rest)-private)
		dicts = append(dicts, appendOp(appendInt(d, private), opPrivate))
	}
	fdArray := at + len(rest)
	rest = appendIndexOf(rest, dicts...)

	o := append(head, top(at, fdSelect, chars, fdArray)...)
	o = append(o, strings...)
	o = append(o, 0, 0)
	return append(o, rest...)
}

// appendCharset writes the CIDs of glyphs 1 and on, as a list or as ranges, whichever is shorter (note 5176, 13).
func appendCharset(o []byte, glyphs []uint16) []byte {
	glyphs = glyphs[1:]
	ranges := 0
	for i, g := range glyphs {
		if i == 0 || g != glyphs[i-1]+1 {
			ranges++
		}
	}
	if 2*len(glyphs) <= 4*ranges {
		o = append(o, 0)
		for _, g := range glyphs {
			o = be.AppendUint16(o, g)
		}
		return o
	}
	o = append(o, 2)
	for i := 0; i < len(glyphs); {
		j := i + 1
		for j < len(glyphs) && glyphs[j] == glyphs[j-1]+1 {
			j++
		}
		o = be.AppendUint16(o, glyphs[i])
		o = be.AppendUint16(o, uint16(j-i-1))
		i = j
	}
	return o
}

// appendFDSelect writes the Font DICT of each glyph, as a list or as ranges, whichever is shorter (note 5176, 19).
func appendFDSelect(o []byte, fds []byte) []byte {
	ranges := 0
	for i, d := range fds {
		if i == 0 || d != fds[i-1] {
			ranges++
		}
	}
	if 1+len(fds) < 5+3*ranges {
		return append(append(o, 0), fds...)
	}
	o = be.AppendUint16(append(o, 3), uint16(ranges))
	for i, d := range fds {
		if i == 0 || d != fds[i-1] {
			o = append(be.AppendUint16(o, uint16(i)), d)
		}
	}
	return be.AppendUint16(o, uint16(len(fds)))
}
