package pdf

import (
	"io"
	"sync/atomic"
)

// input is the bytes of a file: in memory, where pieces of it are slices, or on disk, where they are read.
type input struct {
	data []byte
	r    io.ReaderAt // nil in memory
	size int64

	trouble *atomic.Pointer[error] // what went wrong first in reading; nil in memory
}

func inMemory(data []byte) input { return input{data: data, size: int64(len(data))} }

// piece gives n bytes from an offset, or what there is up to the end. buf is where they are put when they have to be
// read; it is made where it is too short.
func (in *input) piece(at int64, n int, buf []byte) ([]byte, error) {
	if at < 0 || at > in.size {
		return nil, errOutside
	}
	n = int(min(int64(n), in.size-at))
	if in.r == nil {
		return in.data[at : at+int64(n) : at+int64(n)], nil
	}
	if n > cap(buf) {
		buf = make([]byte, n)
	}
	k, err := in.r.ReadAt(buf[:n], at)
	if err == io.EOF {
		err = nil
	}
	if err != nil {
		in.trouble.CompareAndSwap(nil, &err)
	}
	return buf[:k], err
}
