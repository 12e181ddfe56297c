package verify

import "strings"

// framed looks at the file itself: that it was written in one go, and that each of its bytes belongs to an object or to
// the frame. What else a file holds no reader shows, and whoever looks for it finds.
func (c *checker) framed() {
	if c.file.Updated() {
		c.fault(Updated, 0)
	}
	for _, k := range c.file.TrailerKeys() {
		c.fault(WholeExtra, 0, "what", "Trailer/"+clip(k))
	}
	at, what, err := c.file.Stray(c.ends)
	if err != nil {
		c.file.Fail(err)
	}
	if what != nil {
		printable := strings.Map(func(r rune) rune {
			if r < ' ' || r > '~' {
				return '.'
			}
			return r
		}, string(what))
		c.fault(Stray, 0, "at", itoa(int(at)), "what", printable)
	}
}
