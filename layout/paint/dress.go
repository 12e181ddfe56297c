package paint

import (
	"fmt"

	"rapporteur/layout"
	"rapporteur/layout/text"
)

// Dresser paints what is known only when every page has its number: running heads and folios, and the stamps on
// originals. It keeps words once set, and belongs to one goroutine.
type Dresser struct {
	sheet  *layout.Sheet
	setter *text.Setter
}

// NewDresser makes a dresser for a house style.
func NewDresser(sheet *layout.Sheet) *Dresser {
	return &Dresser{sheet: sheet, setter: text.NewShared(sheet.Library, false).Setter()}
}

// Side is a page to be dressed.
type Side struct {
	Number int    // physical, from 1
	Label  string // as printed
}

// Dressed is the dress of a run's pages.
type Dressed struct {
	Pages [][]byte // one content stream a page, which stands before the body's and opens its coordinates
	Fonts []FontUse
}

// Dress paints the dress of a run's pages: head and folio as pagination artifacts (ISO 32000-1, 14.8.2.2), in page
// coordinates, then the cm that puts the body's origin on the frame's top left corner. A bare run has the cm alone.
func (d *Dresser) Dress(lang string, head layout.Head, bare bool, sides []Side) (*Dressed, error) {
	use := newUses("D")
	out := &Dressed{Pages: make([][]byte, len(sides))}
	for i, side := range sides {
		c := canvas{uses: use}
		if !bare {
			if err := d.page(&c, lang, head, side); err != nil {
				return nil, err
			}
		}
		c.buf = append(c.buf, "1 0 0 1 "...)
		c.buf = appendLength(c.buf, d.sheet.FrameLeft(side.Number%2 == 1))
		c.buf = append(c.buf, ' ')
		c.buf = appendLength(c.buf, d.sheet.Height-d.sheet.Top)
		c.buf = append(c.buf, " cm\n"...)
		out.Pages[i] = c.buf
	}
	out.Fonts = use.list()
	return out, nil
}

// page paints one page's head and folio. q and Q keep the colours and fonts that it sets from the body, which begins as
// if on a fresh page.
func (d *Dresser) page(c *canvas, lang string, head layout.Head, side Side) error {
	dress := d.sheet.Dress(head, side.Label, d.sheet.Languages.Of(lang), side.Number)
	if len(dress.Lines)+len(dress.Rules) == 0 {
		return nil
	}
	c.buf = append(c.buf, "q\n"...)
	c.height = d.sheet.Height
	for i := range dress.Rules {
		c.artifact = "Header"
		c.rule(&dress.Rules[i])
	}
	for i := range dress.Lines {
		l := &dress.Lines[i]
		c.artifact = "Header"
		if l.Y > d.sheet.Height/2 {
			c.artifact = "Footer"
		}
		look := d.sheet.Look(l.Role, l.Lang)
		line, err := d.set("", l.Text, styleOf(look, l.Lang), l.Align, l.Width)
		if err != nil {
			return fmt.Errorf("paint: page %d: %w", side.Number, err)
		}
		c.line(&layout.TextMark{X: l.X, Y: l.Y, Line: line, Artifact: true})
		c.close()
	}
	c.buf = append(c.buf, "Q\n"...)
	return c.err
}

// styleOf is the style of a look as it stands.
func styleOf(l layout.Look, lang *layout.Language) text.Style {
	return text.Style{Face: l.Face, Size: l.Size, Lang: lang, SmallCaps: l.SmallCaps, Tabular: l.Tabular,
		Color: l.Color}
}

// set sets text on one line: first the fixed part, then as many of the words as fit, with an ellipsis where some do
// not. A running head never takes two lines.
func (d *Dresser) set(fixed, words string, st text.Style, align text.Align, width layout.Length) (*text.Line, error) {
	for cut := words; ; {
		p := text.Paragraph{Lang: st.Lang, Align: align, Measure: width,
			Pieces: []text.Piece{{Text: fixed + cut, Style: st}}}
		lines, complaints := d.setter.Set(&p)
		if len(lines) == 1 && lines[0].Width <= width {
			return &lines[0], nil
		}
		shorter := shorten(cut)
		switch {
		case len(lines) == 0:
			return nil, fmt.Errorf("%q sets no line: %v", fixed+words, complaints)
		case cut == "" || shorter == "" && fixed == "":
			return &lines[0], nil
		}
		cut = shorter
	}
}
