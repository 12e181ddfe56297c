package unit

import (
	"bytes"
	"sync"

	"github.com/klauspost/compress/zlib"
)

// level is the level of compression of everything that is ours: contents, object streams, font programs.
const level = 6

// writers keeps compressors, for each holds tables of some hundred kilobytes.
var writers sync.Pool

// Pack compresses b; the same bytes give the same result, whatever was compressed before and by whom.
func Pack(b []byte) []byte {
	var out bytes.Buffer
	out.Grow(len(b)/2 + 64)
	z, _ := writers.Get().(*zlib.Writer)
	if z == nil {
		z, _ = zlib.NewWriterLevel(&out, level) // the level is one that it knows
	} else {
		z.Reset(&out)
	}
	z.Write(b) // to memory: it cannot fail
	z.Close()
	writers.Put(z)
	return out.Bytes()
}
