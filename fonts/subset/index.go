package subset

// index is a CFF INDEX (Adobe technical note 5176, 5) as it lies in the table.
type index struct {
	n, size int
	offs    []byte // n+1 offsets of size bytes
	data    []byte // what the offsets count into, from 1
}

// readIndex reads the INDEX at p and gives the place after it.
func readIndex(b []byte, p int) (index, int, error) {
	if p < 0 || p+2 > len(b) {
		return index{}, 0, errShort
	}
	x := index{n: int(be.Uint16(b[p:]))}
	p += 2
	if x.n == 0 {
		return x, p, nil
	}
	if p >= len(b) {
		return index{}, 0, errShort
	}
	x.size = int(b[p])
	p++
	end := p + (x.n+1)*x.size
	if x.size < 1 || x.size > 4 || end > len(b) {
		return index{}, 0, errShort
	}
	x.offs, x.data = b[p:end], b[end:]
	last := x.offset(x.n) - 1
	if last < 0 || last > len(x.data) {
		return index{}, 0, errShort
	}
	x.data = x.data[:last]
	return x, end + last, nil
}

func (x *index) offset(i int) int {
	v := 0
	for _, c := range x.offs[i*x.size : (i+1)*x.size] {
		v = v<<8 | int(c)
	}
	return v
}

// item gives the bytes of the i-th object.
func (x *index) item(i int) ([]byte, error) {
	if i < 0 || i >= x.n {
		return nil, errShort
	}
	from, to := x.offset(i)-1, x.offset(i+1)-1
	if from < 0 || from > to || to > len(x.data) {
		return nil, errShort
	}
	return x.data[from:to], nil
}

// bias is what is added to the number of a subroutine in an INDEX of them (note 5177, 4.7).
func (x *index) bias() int {
	switch {
	case x.n < 1240:
		return 107
	case x.n < 33900:
		return 1131
	}
	return 32768
}

// appendIndex writes an INDEX of the objects that lie one after the other in data and end at ends.
func appendIndex(o, data []byte, ends []int) []byte {
	o = be.AppendUint16(o, uint16(len(ends)))
	if len(ends) == 0 {
		return o
	}
	size := 1
	for (len(data)+1)>>(8*size) != 0 {
		size++
	}
	o = append(o, byte(size))
	o = appendOffset(o, 1, size)
	for _, e := range ends {
		o = appendOffset(o, e+1, size)
	}
	return append(o, data...)
}

func appendOffset(o []byte, v, size int) []byte {
	for k := size - 1; k >= 0; k-- {
		o = append(o, byte(v>>(8*k)))
	}
	return o
}

// appendIndexOf writes an INDEX of one or few objects.
func appendIndexOf(o []byte, items ...[]byte) []byte {
	var data []byte
	var ends []int
	for _, it := range items {
		data = append(data, it...)
		ends = append(ends, len(data))
	}
	return appendIndex(o, data, ends)
}
