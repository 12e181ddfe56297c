package verify

import (
	"errors"
	"strings"

	"rapporteur/sources/pdf"
)

// framed looks at the file itself: that it was written in one go, and as reports are written, byte for byte. Whatever
// else it holds no reader shows, and whoever looks for it finds.
func (c *checker) framed() {
	if c.file.Updated() {
		c.fault(Updated, 0)
		return
	}
	err := c.file.Written()
	var odd *pdf.Odd
	if errors.As(err, &odd) {
		printable := strings.Map(func(r rune) rune {
			if r < ' ' || r > '~' {
				return '.'
			}
			return r
		}, string(odd.What))
		c.fault(Stray, 0, "at", itoa(int(odd.At)), "what", printable)
	} else if err != nil {
		c.file.Fail(err)
	}
}
