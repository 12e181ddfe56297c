package pdf

import (
	"slices"
	"sync"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Contents keeps what the content streams of a file decode to, from whoever reads them first to whoever reads them
// last: making a unit of an original, comparing its first page with its speaker and judging it read each page again.
// Only what is whole and sound is kept, and of that as much as keptContents says. The zero value is empty; nil keeps
// nothing. It may be used from several goroutines.
type Contents struct {
	mu   sync.Mutex
	held int
	of   map[packedContent][]byte
}

// packedContent is where the deflated bytes of a stream stand in memory, which they hold there.
type packedContent struct {
	first *byte
	size  int
}

// keptContents is how many bytes of content are kept of a file, those of some four hundred pages of text; keptContent
// how many of one stream. What is more is decoded each time, so that memory does not go by the longest original.
const (
	keptContents = 4 << 20
	keptContent  = 1 << 20
)

// content is the decoded content of a stream, if it is kept or can be, and is of no more than max bytes. Behind it
// stands a line feed, which parts streams, beyond its length. It must not be changed.
func (d *Document) content(s types.StreamDict, max int) ([]byte, bool) {
	c := d.contents
	if c == nil || len(s.Raw) == 0 || len(s.Raw) > keptContent || !d.Deflated(s) {
		return nil, false
	}
	key := packedContent{&s.Raw[0], len(s.Raw)}
	c.mu.Lock()
	b, known := c.of[key]
	full := c.held >= keptContents
	c.mu.Unlock()
	if !known {
		if full {
			return nil, false
		}
		var err error
		if b, _, err = d.summed(s, keptContent); err != nil {
			return nil, false
		}
		b = slices.Clip(append(b, '\n'))
		b = b[:len(b)-1]
		c.mu.Lock()
		if c.of == nil {
			c.of = map[packedContent][]byte{}
		}
		c.of[key] = b
		c.held += len(b)
		c.mu.Unlock()
	}
	return b, len(b) <= max
}
