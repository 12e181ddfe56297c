package paint

import (
	"fmt"

	"rapporteur/fonts"
	"rapporteur/layout"
	"rapporteur/layout/text"
)

// Stamped is a stamp: a content stream that sets its words in black with the baseline's start at the origin, and how
// much room they take.
type Stamped struct {
	Content                []byte
	Width, Ascent, Descent layout.Length // Descent is positive
	Fonts                  []FontUse
}

// StampSize is the size of stamps on pages as large as a letter.
const StampSize = 15 * layout.Pt / 2

// between parts the words of a stamp.
const between = " · "

// Stamp paints the stamp of an original's page: the page's label in the report, its number among the original's own
// pages ("3/7"), and, if any, a symbol or short title, as much of it as there is room for. Label and number are never
// cut: they are what the page is found by.
func (d *Dresser) Stamp(label, count, symbol string, room layout.Length) (*Stamped, error) {
	if count != "" {
		label += between + count
	}
	line, err := d.stampLine(label, symbol, room)
	if err != nil {
		return nil, fmt.Errorf("paint: stamp %q: %w", label, err)
	}
	use := newUses("S")
	c := canvas{uses: use, plain: true}
	c.line(&layout.TextMark{X: -line.Start, Line: line, Artifact: true})
	c.close()
	if c.err != nil {
		return nil, fmt.Errorf("paint: stamp %q: %w", label, c.err)
	}
	return &Stamped{Content: c.buf, Width: line.Width, Ascent: line.Ascent, Descent: line.Descent, Fonts: use.list()},
		nil
}

// stampLine sets the words of a stamp.
func (d *Dresser) stampLine(fixed, symbol string, room layout.Length) (*text.Line, error) {
	st := text.Style{Face: fonts.Face{Family: fonts.Sans}, Size: StampSize, Lang: d.sheet.Lang}
	room = min(room, d.sheet.Width)
	words := ""
	if symbol != "" {
		words = between + symbol
	}
	line, err := d.set(fixed, words, st, text.Start, d.sheet.Width)
	if err != nil || line.Width <= room || symbol == "" {
		return line, err
	}
	alone, err := d.set(fixed, "", st, text.Start, d.sheet.Width)
	if err != nil {
		return nil, err
	}
	return d.set(fixed, words, st, text.Start, max(room, alone.Width))
}
