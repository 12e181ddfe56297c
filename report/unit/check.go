package unit

import "fmt"

// check says in what a unit contradicts itself; "" in nothing. What was decoded is checked, so that the linker need
// not.
func (u *Unit) check() string {
	c := checking{count: [kinds]int{Local: len(u.Objects) + 1, PageRef: len(u.Pages), PageNode: len(u.Pages),
		ParentKey: len(u.Keys), RoleName: len(u.Roles), ClassName: len(u.Classes), IDString: len(u.IDs),
		LinkRef: len(u.Links),
		BoxRect: len(u.Boxes), LayerNumber: len(u.Layers.Groups), Dress: len(u.Pages), Stamp: len(u.Pages), Shared: 1,
		FileSpec: len(u.Attachments), Associated: len(u.Pages), FrameBoxes: len(u.Pages), FormName: 1,
		FormResource: len(u.Form.Resources), FontReading: len(u.Fonts), Said: len(u.Sayings),
		SaidLang: len(u.Sayings), HeadingType: mostLevel + 1, SubstituteFont: len(u.Substitutes),
		InkName: len(u.Inks)}}
	for i := range u.Objects {
		o := &u.Objects[i]
		c.is(o.Offset >= 0 && o.Length >= 0, "stream", i)
	}
	for i, b := range u.Boxes {
		c.is(b.Page >= 0 && b.Page < len(u.Pages), "box", i)
	}
	for i, l := range u.Links {
		c.is(l.Box >= 0 && l.Box < len(u.Boxes), "box of link", i)
		c.is(l.Key >= -1 && l.Key < len(u.Keys), "key of link", i)
	}
	for i, a := range u.Anchors {
		c.is(a.Page >= 0 && a.Page < len(u.Pages), "anchor", i)
	}
	for i, id := range u.IDs {
		c.is(id.Element >= 0 && id.Element <= len(u.Objects), "element of id", i)
	}
	for i, l := range u.Layers.Groups {
		c.is(l.Object > 0 && l.Object <= len(u.Objects), "group of layer", i)
	}
	for i, a := range u.Attachments {
		c.is(a.Stream > 0 && a.Stream <= len(u.Objects), "stream of attachment", i)
		c.is(a.Page >= 0 && a.Page < len(u.Pages), "page of attachment", i)
	}
	for i, s := range u.Sayings {
		c.is(s.Page >= 0 && s.Page < len(u.Pages), "page of saying", i)
	}
	c.is(u.Form.Root >= 0 && u.Form.Root <= len(u.Objects), "root of the form", u.Form.Root)
	u.eachPiece(c.piece)
	return c.fault
}

// checking is a unit being checked: the first fault is told.
type checking struct {
	count [kinds]int // of what each kind of symbol may stand for
	fault string
}

func (c *checking) is(right bool, what string, i int) {
	if !right && c.fault == "" {
		c.fault = fmt.Sprintf("%s %d is not in the unit", what, i)
	}
}

// piece checks that every symbol stands for something.
func (c *checking) piece(p *Piece) {
	for _, h := range p.Patches {
		c.is(h.Kind < kinds && h.Index >= 0 && h.Index < c.count[h.Kind], h.Kind.String(), h.Index)
	}
}
