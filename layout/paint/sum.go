package paint

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// Sum names what was painted by its content: pages, tables and glyphs, the same wherever the run stands in the report and whatever stands beside it.
func (p *Painted) Sum() string {
	h := sha256.New()
	h.Write(p.PDF)
	fmt.Fprintf(h, "%+v|%+v|%+v|%+v|%+v|%+v", p.Pages, p.Tree, p.Figures, p.Links, p.Bookmarks, p.Refs)
	for _, f := range p.Fonts {
		fmt.Fprintf(h, "|%s %s %v", f.Name, f.Font.Key(), f.Glyphs)
	}
	return hex.EncodeToString(h.Sum(nil))
}
