package assembly

import (
	"fmt"
	"math"

	"rapporteur/report/unit"
	"rapporteur/sources/pdf/syntax"
)

// standing is a descendant font of an original's own: its glyphs are as wide as the original says.
type standing struct {
	number int
	key    string
	glyphs []unit.WideGlyph
}

// substitute gives the number of the descendant font that shows an original's text in the place of a font that it does
// not embed. Two originals that ask for the same have one.
func (t *fontTable) substitute(w *writer, s *unit.Substitute) int {
	e, err := t.entry(w, s.Key)
	if err != nil {
		w.err = err
		return 0
	}
	key := fmt.Sprint(s.Glyphs)
	for i := range e.alone {
		if e.alone[i].key == key {
			return e.alone[i].number
		}
	}
	list := make([]unit.Glyph, len(s.Glyphs))
	for i, g := range s.Glyphs {
		list[i] = unit.Glyph{ID: g.ID, Text: g.Text}
	}
	e.shown.add(list)
	e.alone = append(e.alone, standing{w.alloc(), key, s.Glyphs})
	return e.alone[len(e.alone)-1].number
}

// append writes the widths and ends the font.
func (a *standing) append(b []byte) []byte {
	b = append(b, "/W["...)
	last := -2
	for _, g := range a.glyphs {
		switch {
		case int(g.ID) == last+1:
			b = append(b, ' ')
		case last >= 0:
			b = append(syntax.AppendInt(append(b, ']'), int(g.ID)), '[')
		default:
			b = append(syntax.AppendInt(b, int(g.ID)), '[')
		}
		b = syntax.AppendMilli(b, int64(math.Round(g.Width*1000)))
		last = int(g.ID)
	}
	if last >= 0 {
		b = append(b, ']')
	}
	return append(b, "]>>"...)
}
