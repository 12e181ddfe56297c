package verify

import (
	"cmp"
	"maps"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// tags compares the structure tree with the pages both ways: each mark leads through the parent tree to an element of
// the tree that claims it back on the same page, each annotation likewise, and no element claims what is not there.
// Validators check neither way to its end: tags that lead into another page's elements pass them.
//
// On an original's page what does not resolve was so as received, as far as the file can tell: a warning. What leads
// out of the original into the pages of another was not: an error.
func (c *checker) tags(t *structure) {
	if t == nil || !c.doc.Bool(c.doc.Dict(c.doc.Catalog()["MarkInfo"])["Marked"]) {
		c.fault(TreeMissing, 0)
	}
	if t == nil {
		return
	}
	g := &gathered{checker: c, runs: map[gatheredKey]*gatheredCount{}}
	for i := range c.pages {
		if c.pages[i].scanned {
			c.marksOfPage(g, i, t)
		}
		c.annotationsOfPage(g, i, t)
	}
	c.wholes(g, t)
	for _, e := range t.misplaced {
		page, ok := t.homeOf(e)
		if !ok {
			page = -1
		}
		g.add(TreeParent, page, -1, false)
	}
	g.report()
}

func (c *checker) marksOfPage(g *gathered, i int, t *structure) {
	p := &c.pages[i]
	var elements []int
	if p.key >= 0 {
		elements = c.parents.marks(p.key)
	}
	claims := t.claims[i]
	slices.SortFunc(claims, func(a, b claim) int {
		return cmp.Or(cmp.Compare(a.mark, b.mark), cmp.Compare(a.element, b.element))
	})
	own := p.own
	marks := slices.Clone(p.marks)
	slices.Sort(marks)
	for k, m := range marks {
		ours := !p.foreign || slices.Contains(own, m)
		if k > 0 && marks[k-1] == m {
			g.add(MarkTwice, i, int(m), ours)
			continue
		}
		e := 0
		if m >= 0 && int(m) < len(elements) {
			e = elements[m]
		}
		if e == 0 {
			g.add(MarkOrphan, i, int(m), ours)
			continue
		}
		if _, claimed := slices.BinarySearchFunc(claims, claim{m, e}, func(a, b claim) int {
			return cmp.Or(cmp.Compare(a.mark, b.mark), cmp.Compare(a.element, b.element))
		}); claimed {
			continue
		}
		if home, ok := t.homeOf(e); ok && !c.together(i, home) {
			g.add(MarkAstray, i, int(m), true)
		} else {
			g.add(MarkUnclaimed, i, int(m), ours)
		}
	}
	for _, cl := range claims {
		if _, there := slices.BinarySearch(marks, cl.mark); !there {
			g.add(ClaimEmpty, i, int(cl.mark), false)
		} else if int(cl.mark) < len(elements) && elements[cl.mark] != cl.element && elements[cl.mark] != 0 {
			g.add(MarkUnclaimed, i, int(cl.mark), false)
		}
	}
}

// together reports whether two pages, from 0, are of the same run.
func (c *checker) together(a, b int) bool { return c.pages[a].run == c.pages[b].run }

// annotationsOfPage looks whether each annotation with a key into the parent tree is claimed by the element that it
// leads to. Links of ours all have one.
func (c *checker) annotationsOfPage(g *gathered, i int, t *structure) {
	for _, a := range c.pages[i].notes {
		if a.key < 0 {
			if a.link && !c.pages[i].foreign {
				g.add(ObjectOrphan, i, -1, true)
			}
			continue
		}
		e := c.parents.object(a.key)
		o, claimed := t.objects[a.number]
		switch {
		case e == 0:
			g.add(ObjectOrphan, i, -1, false)
		case claimed && (o.element == e || o.again == e) && o.again == 0:
		default:
			home, ok := t.homeOf(e)
			g.add(ObjectUnclaimed, i, -1, ok && !c.together(i, home))
		}
	}
}

// wholes looks whether the annotations that elements claim stand on a page and lead back.
func (c *checker) wholes(g *gathered, t *structure) {
	keyed, on := map[int]bool{}, map[int]int{}
	for i := range c.pages {
		for _, a := range c.pages[i].notes {
			if a.number > 0 {
				keyed[a.number], on[a.number] = a.key >= 0, i
			}
		}
	}
	for _, n := range slices.Sorted(maps.Keys(t.objects)) {
		back, placed := keyed[n]
		if back {
			continue
		}
		d, ok := c.doc.Object(n).(types.Dict)
		if !placed && !(ok && d["Subtype"] != nil && d["Rect"] != nil) && c.doc.Object(n) != nil {
			continue // an image or form as a whole, which lies in no page's annotations
		}
		page := -1
		if placed {
			page = on[n] // it needs neither /P nor a key to stand on a page
		} else if home, ok := t.homeOf(t.objects[n].element); ok {
			page = home
		} else if i, ok := c.doc.PageIndex(pdf.RefNumber(d["P"])); ok {
			page = i
		}
		g.add(ObjectUnclaimed, page, -1, false)
	}
}

// gathered counts what is wrong: by page for ours; for originals all that was received so in one finding an original,
// for nobody mends it by the mark.
type gathered struct {
	*checker
	runs map[gatheredKey]*gatheredCount
}

type gatheredKey struct {
	code    string
	run     int
	page    int // from 0; -1 of an original as a whole
	warning bool
}

type gatheredCount struct{ count, page, mark int }

// add counts a fault on page i, from 0; -1 when it is on none. ours says that it is an error wherever it stands.
func (g *gathered) add(code string, i, mark int, ours bool) {
	k := gatheredKey{code: code, run: -1, page: i}
	if i >= 0 {
		k.run = g.pages[i].run
		if g.pages[i].foreign {
			k.page, k.warning = -1, !ours
		}
		if k.warning {
			k.code = ReceivedTags
			if code == LinkDead {
				k.code = ReceivedLinks
			}
		}
	}
	n := g.runs[k]
	if n == nil {
		n = &gatheredCount{page: i, mark: mark}
		g.runs[k] = n
	}
	n.count++
	if i < n.page {
		n.page, n.mark = i, mark
	}
}

// report turns the counts into findings.
func (g *gathered) report() {
	for k, n := range g.runs {
		f := Finding{Code: k.code, Page: n.page + 1, Warning: k.warning,
			Args: map[string]string{"count": itoa(n.count)}}
		if k.run >= 0 {
			f.Item = g.checker.runs[k.run].id
		}
		if k.warning {
			f.Args["file"] = f.Item
			if o := g.checker.runs[k.run].original; o != nil {
				f.Args["file"] = o.File
			}
		} else if n.mark >= 0 {
			f.Args["mark"] = itoa(n.mark)
		}
		g.checker.add(f)
	}
}
