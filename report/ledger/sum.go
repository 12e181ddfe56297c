package ledger

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// foundBy begins the codes of what verifying found, which is told in the ledger when the PDF is written.
const foundBy = "verify-"

// Sum is over all that the ledger says before the PDF is linked. The PDF holds it: the two belong together, and neither
// can be exchanged or changed alone. What linking makes is not in it, and is compared with the PDF itself: its hash and
// what it shows, the stamps, where links lead; nor is what verifying found, nor are the documents beside it.
func (l *Ledger) Sum() (string, error) {
	c := *l
	c.SHA256, c.Shown, c.Documents = "", nil, nil
	c.Account = slices.Clone(c.Account)
	for i := range c.Account {
		c.Account[i].Links = nil
	}
	c.Statements, c.Annexes = unstamped(c.Statements), unstamped(c.Annexes)
	if c.Summary != nil {
		c.Summary = &unstamped([]Item{*c.Summary})[0]
	}
	c.Diagnostics = slices.DeleteFunc(slices.Clone(c.Diagnostics),
		func(d Diagnostic) bool { return strings.HasPrefix(d.Code, foundBy) })
	b, err := json.Marshal(&c)
	if err != nil {
		return "", fmt.Errorf("summing the ledger: %w", err)
	}
	sum := sha256.Sum256(plain(b))
	return hex.EncodeToString(sum[:]), nil
}

// unstamped are items without the stamps of their originals.
func unstamped(items []Item) []Item {
	items = slices.Clone(items)
	for i := range items {
		items[i].Originals = slices.Clone(items[i].Originals)
		for k := range items[i].Originals {
			items[i].Originals[k].Stamps = nil
		}
	}
	return items
}

// plain is a ledger as it is written again when it was read: names in originals need not be UTF-8, and what is not is
// written as an escape, and read as the sign that stands for it.
func plain(written []byte) []byte {
	return bytes.ReplaceAll(written, []byte(`\ufffd`), []byte("\ufffd"))
}
