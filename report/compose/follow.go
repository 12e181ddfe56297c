package compose

import (
	"rapporteur/layout"
	"rapporteur/report/document"
)

// follows reports whether a part begins where the one before it ends, in the run of that. What is typeset and bears
// page numbers of one kind can: nothing follows on a page of an original, nor on a cover.
func (c *composer) follows(p *document.Part) bool {
	before := c.part
	if before == nil || c.d.Opens(p.Kind) != document.FollowOn || before.Kind.Received() || before.Kind.Bare() {
		return false
	}
	return c.d.Straight() || before.Kind.Roman() == p.Kind.Roman()
}

// join puts what a part has in a run of its own at the end of another part's run. The first time, what the run had
// becomes a section as well.
func (c *composer) join(to, part *layout.Run, first bool) {
	if first {
		to.Blocks = []layout.Block{sectionOf(to, 0)}
		to.Root, to.Outline = layout.Element{Tag: "Part"}, nil
		to.Title = c.d.Title
		to.Head.Right = ""
		if c.d.Symbol != "" {
			to.Head.Right = c.d.Title
		}
	}
	to.Blocks = append(to.Blocks, sectionOf(part, sectionAbove))
}

// sectionAbove is the white over a part that follows on.
const sectionAbove = 8 * layout.MM

func sectionOf(r *layout.Run, above layout.Length) *layout.Section {
	return &layout.Section{ID: r.ID, Root: r.Root, Above: above, Outline: r.Outline, Blocks: r.Blocks}
}
