package pdf

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// contentReader reads the decoded content of a page as PageContent gives it, without holding it. A stream that breaks
// off gives what it had; the first such error is kept and does not end the reading. A wrong sum at its end is one.
type contentReader struct {
	d       *Document
	streams []types.StreamDict // those still to come
	left    int                // bytes that may still come out
	now     io.Reader          // a stream, or the line feed behind it
	behind  bool               // it is the line feed
	broken  error
}

// Read implements io.Reader; its only error is io.EOF.
func (c *contentReader) Read(p []byte) (int, error) {
	for {
		if c.now == nil && len(c.streams) == 0 {
			return 0, io.EOF
		}
		if c.left <= 0 {
			c.note(ErrTooLong)
			return 0, io.EOF
		}
		if c.now == nil {
			s := c.streams[0]
			if c.streams = c.streams[1:]; len(s.Raw) == 0 {
				continue // nothing is nothing, whatever its filter
			}
			if b, whole := c.d.content(s, c.left); whole {
				c.now = bytes.NewReader(b)
			} else {
				in, err := c.d.decoder(s, c.left)
				c.note(err)
				c.now = strictly(in)
			}
		}
		n, err := c.now.Read(p[:min(len(p), c.left)])
		c.left -= n
		if err != nil {
			c.note(err)
			c.close()
			if c.behind = !c.behind; c.behind {
				c.now = strings.NewReader("\n")
			}
		}
		if n > 0 {
			return n, nil
		}
	}
}

// note keeps the first error of a stream; one that only a sum shows gives way to any other.
func (c *contentReader) note(err error) {
	if err != nil && err != io.EOF && (c.broken == nil || errors.Is(c.broken, ErrSum)) {
		c.broken = err
	}
}

// close ends the stream that is being read.
func (c *contentReader) close() {
	if z, ok := c.now.(*inflating); ok {
		inflaters.Put(z)
	}
	c.now = nil
}

// decoder reads the decoded bytes of a stream, of which only the last filter's come out piece by piece. The error is
// that of Decode where it is met before; what came out before it is read all the same.
func (d *Document) decoder(s types.StreamDict, max int) (io.Reader, error) {
	filters, parms := d.filters(s.Dict)
	last := len(filters) - 1
	if last < 0 {
		return bytes.NewReader(s.Raw), nil
	}
	if len(filters) > maxFilters {
		return bytes.NewReader(nil), tooManyFilters(len(filters))
	}
	max = min(max, maxHeld)
	if p, _ := d.Int(parms[last]["Predictor"]); p > 1 && predicted(filters[last]) {
		b, err := d.unfilter(filters, parms, s.Raw, max)
		return bytes.NewReader(b), err
	}
	b, err := d.unfilter(filters[:last], parms, s.Raw, max)
	if err != nil {
		return bytes.NewReader(b), err
	}
	r, err := opener(filters[last], b, parms[last], d)
	if err != nil || r == nil {
		if err != nil {
			b = nil
		}
		return bytes.NewReader(b), err
	}
	return r, nil
}
