package paint

import (
	"fmt"

	"rapporteur/fonts"
	"rapporteur/layout"
	"rapporteur/layout/text"
)

// Stamped is a stamp: a content stream that sets its words with the baseline's start at the origin, and how much room
// they take. Dark enough to be read, small enough not to be taken for the original's own.
type Stamped struct {
	Content                []byte
	Width, Ascent, Descent layout.Length // Descent is positive
	Fonts                  []FontUse
}

// StampSize is the size of stamps.
const StampSize = 15 * layout.Pt / 2

// Stamp paints the stamp of an original's page: the page's label in the report and, if any, a symbol or short title, as
// much of it as there is room for. The label is never cut: it is what the page is found by.
func (d *Dresser) Stamp(label, symbol string) (*Stamped, error) {
	words := ""
	if symbol != "" {
		words = " · " + symbol
	}
	lang := d.sheet.Lang
	st := text.Style{Face: fonts.Face{Family: fonts.Sans}, Size: StampSize, Lang: lang}
	line, err := d.set(label, words, st, text.Start, d.sheet.Width)
	if err != nil {
		return nil, fmt.Errorf("paint: stamp %q: %w", label+words, err)
	}
	use := newUses("S")
	c := canvas{uses: use, plain: true}
	c.line(&layout.TextMark{X: -line.Start, Line: line, Artifact: true})
	c.close()
	if c.err != nil {
		return nil, fmt.Errorf("paint: stamp %q: %w", label+words, c.err)
	}
	return &Stamped{Content: c.buf, Width: line.Width, Ascent: line.Ascent, Descent: line.Descent, Fonts: use.list()},
		nil
}
