// Package paint turns the settled pages of a run into content streams and tables: what stands on each page as
// operators, and beside it the anchors, links, marks and glyphs that the linker needs.
//
// From a *layout.Settled into a *Painted: fpdf writes the run's pages and images as a small PDF of its own, which is
// read back like any original; everything else is plain tables. Running heads, folios and stamps are painted apart
// (Dress, Stamp), once the plan stands.
//
// A body is painted in the frame's coordinates, so that a page that moves from a left-hand to a right-hand place is not
// painted again: the dress opens with the side's cm, and the linker shifts rectangles and anchors alike. Not its task:
// object numbers, page numbers, font programs, structure objects; nothing here knows what stands in another run.
package paint

import (
	"fmt"

	"rapporteur/fonts"
	"rapporteur/layout"
)

// Painted is a run as painted. It is not changed after Run and may be shared.
type Painted struct {
	PDF       []byte // fpdf's: one page for each of the run's, contents uncompressed, images in its resources
	Pages     []Page
	Fonts     []FontUse // every font resource that the pages name, in order of first use
	Tree      layout.Tree
	Figures   []Box // where the figures stand
	Links     []layout.Link
	Bookmarks []layout.Bookmark
	Refs      []layout.RefText
}

// Page is what a page of a run holds besides its content stream. Places are the frame's, y down.
type Page struct {
	Anchors []Anchor
	Links   []layout.LinkArea
	Marks   []layout.Node // the leaf of each marked-content sequence, by MCID
	Texts   []TextSum     // of the letters in it
}

// Anchor is the place of an id; Mark is the identifier of the first marked-content sequence that begins behind it, or
// how many the page has, where none does.
type Anchor struct {
	layout.Anchor
	Mark int
}

// Box is the place of a figure: Node is its element, X and Y the frame's top left corner as everywhere, Y its top.
type Box struct {
	Node                layout.Node
	Page                int // from 0
	X, Y, Width, Height layout.Length
}

// FontUse is a font in one reading: under the resource name Name each of its glyphs stands for one text.
type FontUse struct {
	Font   *fonts.Font
	Name   string     // without the slash
	Glyphs []GlyphUse // in order of ID
}

// GlyphUse is a glyph that was painted, and the text it stands for; never empty.
type GlyphUse struct {
	ID   fonts.GID
	Text string
}

// Run paints a settled run. An error is ours: a glyph 0, or an image that fpdf cannot take and that should have been
// refused before.
func Run(s *layout.Settled, sheet *layout.Sheet) (*Painted, error) {
	if len(s.Run.Foreign) > 0 {
		return nil, fmt.Errorf("paint: run %q is an original's", s.Run.ID)
	}
	p := &Painted{Tree: s.Tree, Links: s.Links, Bookmarks: s.Bookmarks, Refs: s.Refs, Pages: make([]Page, s.Count)}
	doc := newCarrier(sheet)
	use := newUses("F")
	c := canvas{uses: use, tree: &s.Tree}
	for i := range s.Count {
		page := s.Page(i)
		doc.open()
		c.reset()
		anchors := make([]Anchor, 0, len(page.Anchors))
		for k, m := range page.Marks {
			anchors = c.anchors(anchors, page.Anchors, k)
			switch m := m.(type) {
			case layout.TextMark:
				c.line(&m)
			case layout.RuleMark:
				c.rule(&m)
			case layout.ImageMark:
				if m.Picture == nil {
					return nil, fmt.Errorf("paint: run %q, page %d: an image without a picture", s.Run.ID, i+1)
				}
				c.unmark()
				c.endText()
				c.mark(m.Leaf)
				doc.write(c.take())
				doc.image(m.Picture, m.X, m.Y, m.Width, m.Height)
				c.unmark()
				if m.Leaf > 0 {
					p.Figures = append(p.Figures, Box{Node: s.Tree.Nodes[m.Leaf].Parent, Page: i, X: m.X, Y: m.Y,
						Width: m.Width, Height: m.Height})
				}
			default:
				return nil, fmt.Errorf("paint: unknown mark %T", m)
			}
		}
		c.close()
		if c.err != nil {
			return nil, fmt.Errorf("paint: run %q, page %d: %w", s.Run.ID, i+1, c.err)
		}
		doc.write(c.take())
		anchors = c.anchors(anchors, page.Anchors, len(page.Marks))
		p.Pages[i] = Page{Anchors: anchors, Links: page.Links, Marks: c.marks, Texts: c.texts}
	}
	var err error
	if p.PDF, err = doc.finish(); err != nil {
		return nil, fmt.Errorf("paint: run %q: %w", s.Run.ID, err)
	}
	p.Fonts = use.list()
	return p, nil
}
