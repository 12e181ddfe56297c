package unit

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// circles tells of pages on which something is drawn that contains itself: a form, a pattern, a glyph of Type 3 or a
// soft mask whose content leads back to it. Readers break off somewhere, each at another place, and so they do where
// drawings lie in others far too deep. Resources that are named and not used lead nowhere: programs write one list of
// them for all forms.
func (s *source) circles() {
	c := circles{source: s, known: map[int]circle{}}
	for k, uses := range s.inspect.pages {
		at := s.original.taken[k]
		p := s.doc.Pages()[at]
		resources := s.doc.Dict(p.Dict["Resources"])
		circular := c.content(uses, resources)
		if len(s.inspect.uses) > 0 { // a look that asks for nothing leads nowhere
			for _, o := range s.doc.Array(p.Dict["Annots"]) {
				circular = c.look(s.doc.Dict(s.doc.Dict(o)["AP"])["N"], resources) || circular
			}
		}
		if circular {
			s.original.findings.add(DrawsItself, "", at)
		}
	}
}

// circles follows content to what it draws.
type circles struct {
	*source
	known map[int]circle // by object number
	depth int            // drawings around
}

// deepest is how deep drawings may lie in one another: no reader follows them so far, and no program writes it.
const deepest = 1_000

// circle says where an object leads that draws something.
type circle uint8

const (
	unfollowed circle = iota
	following         // it is being followed: whoever comes to it again goes round
	straight          // it leads to an end
	endless           // it leads into a circle
)

// content reports whether content that asks for resources leads into a circle.
func (c *circles) content(uses []pdf.Use, resources types.Dict) bool {
	circular := false
	for _, u := range uses {
		o := c.doc.Dict(resources[u.Category])[u.Name]
		switch u.Category {
		case "XObject", "Pattern":
			circular = c.stream(o, resources) || circular
		case "ExtGState":
			mask := c.doc.Dict(c.doc.Dict(o)["SMask"])
			circular = mask != nil && c.stream(mask["G"], resources) || circular
		case "Font":
			circular = c.font(o, resources) || circular
		}
	}
	return circular
}

// stream reports whether a form or a pattern leads into a circle. around are the resources of the content that draws
// it, which count where it has none.
func (c *circles) stream(o types.Object, around types.Dict) bool {
	n := pdf.RefNumber(o)
	uses := c.inspect.uses[n]
	v, ok := c.doc.Resolve(o).(types.StreamDict)
	if len(uses) == 0 || !ok {
		return false
	}
	if own := c.doc.Dict(v.Dict["Resources"]); own != nil {
		around = own
	}
	return c.follow(n, func() bool { return c.content(uses, around) })
}

// font reports whether a glyph of a font of Type 3 leads into a circle.
func (c *circles) font(o types.Object, around types.Dict) bool {
	d := c.doc.Dict(o)
	if c.doc.Name(d["Subtype"]) != "Type3" {
		return false
	}
	if own := c.doc.Dict(d["Resources"]); own != nil {
		around = own
	}
	return c.follow(pdf.RefNumber(o), func() bool {
		glyphs, circular := c.doc.Dict(d["CharProcs"]), false
		for _, name := range pdf.SortedKeys(glyphs) {
			n := pdf.RefNumber(glyphs[name])
			if v, ok := c.doc.Resolve(glyphs[name]).(types.StreamDict); ok && c.spend() {
				uses, _ := c.asks(n, v) // what is wrong with its data is told already
				circular = len(uses) > 0 && c.follow(n, func() bool { return c.content(uses, around) }) || circular
			}
		}
		return circular
	})
}

// look reports whether the look of an annotation leads into a circle, or one of its looks.
func (c *circles) look(o types.Object, around types.Dict) bool {
	circular := c.stream(o, around)
	if states, ok := c.doc.Resolve(o).(types.Dict); ok {
		for _, k := range pdf.SortedKeys(states) {
			circular = c.stream(states[k], around) || circular
		}
	}
	return circular
}

// follow follows an object, by its number, unless it is known where it leads.
func (c *circles) follow(n int, on func() bool) bool {
	switch {
	case n > 0 && c.known[n] != unfollowed:
		return c.known[n] != straight
	case c.depth == deepest:
		return true
	case !c.spend():
		return false
	}
	c.known[n] = following
	c.depth++
	circular := on()
	c.depth--
	c.known[n] = straight
	if circular {
		c.known[n] = endless
	}
	return circular
}
