package unit

import (
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// claims are what the elements of an original say that they hold.
type claims struct {
	marks   map[int]map[int][]int // elements, by the page of the unit and the mark on it that they claim
	objects map[int][]int         // elements, by the object that they claim as a whole
}

// mark notes that an element claims a mark.
func (c *claims) mark(page, id, element int) {
	if c.marks[page] == nil {
		c.marks[page] = map[int][]int{}
	}
	c.marks[page][id] = append(c.marks[page][id], element)
}

// faults counts where the tags and the pages of an original contradict each other, as it was received: marks that lead
// to no element or to one that does not claim them, claims of what is not there, annotations likewise. It is what
// verifying finds of the pages in the report, found where the editor can still ask for a better file.
func (g *graft) faults() {
	if len(g.roots) == 0 {
		return
	}
	c, s, count, first := &g.claims, g.s, 0, -1
	fault := func(page, n int) {
		if n > 0 && first < 0 {
			first = page
		}
		count += n
	}
	keyed := map[int]bool{}
	for k, i := range s.original.taken {
		if s.original.selected[s.firstOf(i)] != k {
			continue // its second place has no tags
		}
		page := s.doc.Pages()[i]
		fault(i, g.pageFaults(page, k, c))
		for _, o := range s.doc.Array(page.Dict["Annots"]) {
			n := pdf.RefNumber(o)
			key, ok := s.parentKey(s.doc.Dict(o)["StructParent"])
			if !ok || s.original.dropped[n] {
				continue
			}
			keyed[n] = true
			if list := c.objects[n]; len(list) != 1 || list[0] != g.singles[key] {
				fault(i, 1)
			}
		}
	}
	for n := range c.objects {
		if d, ok := s.doc.Object(n).(types.Dict); ok && looksLikeAnnotation(d) && !keyed[n] {
			fault(-1, 1)
		}
	}
	if count > 0 {
		e := s.original.findings.add(TagsFaulty, "", first)
		e.Count = count
	}
}

// pageFaults counts the faults of a page's marks; k is its place in the unit.
func (g *graft) pageFaults(page pdf.Page, k int, c *claims) int {
	var elements []int
	if key, ok := g.s.parentKey(page.Dict["StructParents"]); ok {
		elements = g.lists[key]
	}
	there := map[int]bool{}
	count := 0
	if len(elements) > 0 {
		for _, m := range g.s.original.marks[k] { // what cannot be decoded has none, and is told as that
			id := int(m)
			switch {
			case there[id]: // one number for two sequences
				count++
				continue
			case id < 0 || id >= len(elements) || elements[id] == 0:
				count++
			case !slices.Contains(c.marks[k][id], elements[id]):
				count++
			}
			there[id] = true
		}
	}
	for id, list := range c.marks[k] {
		for _, e := range list {
			switch {
			case !there[id] && g.s.original.whole[k]: // it is taken out
			case !there[id], id < len(elements) && elements[id] != 0 && elements[id] != e:
				count++
			}
		}
	}
	return count
}

// gather notes what an element and those below it claim.
func (c *claims) gather(b *branch) {
	for _, k := range b.kids {
		switch {
		case k.branch != nil:
			c.gather(k.branch)
		case k.object == nil:
			c.mark(b.page, k.mcid, b.number)
		case k.object["Type"] == types.Name("OBJR"):
			n := pdf.RefNumber(k.object["Obj"])
			c.objects[n] = append(c.objects[n], b.number)
		case k.object["Stm"] == nil:
			page, _ := k.object["Pg"].(symbol)
			id, _ := k.object["MCID"].(types.Integer)
			c.mark(page.Index, int(id), b.number)
		}
	}
}
