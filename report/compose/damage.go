package compose

import (
	"rapporteur/layout"
	"rapporteur/report/document"
)

// Lost is what is left of an original that was handed in damaged: how many of its pages were found, and of how many, 0
// where that is not known. The zero value is an original of which nothing is lost.
type Lost struct{ Found, Promised int }

// damage says on a divider that pages of the original are lost: whoever reads the report must not take it for whole.
func (c *composer) damage(o *document.Original) []layout.Block {
	if c.found.Lost == nil {
		return nil
	}
	lost := c.found.Lost(o)
	words := ""
	switch {
	case lost == Lost{}:
		return nil
	case lost.Promised == 0:
		words = c.words.Say("damaged-pages", "found", decimal(lost.Found))
	default:
		words = c.words.Say("damaged-pages-of", "found", decimal(lost.Found), "promised", decimal(lost.Promised))
	}
	return []layout.Block{&layout.Space{Height: 2 * layout.MM}, para(layout.DividerNote, strong(words))}
}
