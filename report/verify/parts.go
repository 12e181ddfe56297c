package verify

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
)

// parted is how the ledger calls a page with marks of ours between the operators of its content.
const parted = "parts"

// marksOfOurs are the lines that open and close those marks.
var marksOfOurs = regexp.MustCompile(`\n(/Artifact BMC|/P<</MCID [0-9]+>>BDC|EMC) %rapporteur\n`)

// maxPart bounds the content of such a page.
const maxPart = 16 << 20

// parts is the sum of the content of a page that is parted: of the bytes that it decodes to, our lines left out; ""
// where that cannot be had.
func (c *checker) parts(numbers []int) string {
	if len(numbers) != 1 {
		return ""
	}
	b, err := c.file.Decode(numbers[0], maxPart)
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(marksOfOurs.ReplaceAll(b, nil))
	return hex.EncodeToString(sum[:])
}
