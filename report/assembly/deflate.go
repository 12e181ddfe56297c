package assembly

import (
	"bytes"
	"sync"

	"github.com/klauspost/compress/zlib"
)

// level is the level of compression of everything that is ours: page contents, object streams, font programs.
const level = 6

// deflater compresses; it may be used by several goroutines. It keeps its writers, for each holds tables of some hundred kilobytes.
type deflater struct{ pool sync.Pool }

// pack compresses b; the same bytes give the same result, whatever was compressed before.
func (d *deflater) pack(b []byte) []byte {
	var out bytes.Buffer
	out.Grow(len(b)/2 + 64)
	z, _ := d.pool.Get().(*zlib.Writer)
	if z == nil {
		z, _ = zlib.NewWriterLevel(&out, level) // the level is one that it knows
	} else {
		z.Reset(&out)
	}
	z.Write(b) // to memory: it cannot fail
	z.Close()
	d.pool.Put(z)
	return out.Bytes()
}
