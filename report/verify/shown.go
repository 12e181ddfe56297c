package verify

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"rapporteur/report/ledger"
	"rapporteur/report/shown"
	"rapporteur/sources/pdf"
)

// aspects are what is told of a page that shows something else, by the aspect in which it does.
var aspects = [shown.Aspects]string{shown.Contents: PageContents, shown.Resources: PageResources,
	shown.Measures: PageMeasures, shown.Annotations: PageAnnotations, shown.Other: PageOther}

// wholes are the names under which the ledger has sums of what a reader meets as a whole, and what is told of each.
var wholes = map[string]string{"Outlines": WholeOutline, "Names": WholeNames, "OCProperties": WholeLayers,
	"AcroForm": WholeForm, "PageLabels": WholeLabels, "Metadata": WholeMetadata}

// wayBack is the entry that leads to all elements of the structure and all annotations: whichever is changed, it is
// another, too.
const wayBack = "StructTreeRoot/ParentTree"

// shown compares all that the report shows and says with the sums in the ledger: of each page, of each run's structure,
// of what belongs to the whole. Nothing else is in the file.
func (c *checker) shown(shapes *shown.Shapes) {
	sums := c.sumsOf(shapes)
	want := c.ledger.Shown
	if want == nil {
		want = &ledger.Shown{}
	}
	if len(want.Pages) != len(c.pages) {
		c.fault(NotPromised, 0, "found", itoa(len(want.Pages)), "planned", itoa(len(c.pages)))
		return
	}
	spots := c.texts()
	c.printed(spots)
	c.inOrder(spots)
	c.shownPages(sums.Pages, want.Pages)
	c.shownStructure(sums.Structure, want.Structure)
	for _, name := range slices.Sorted(maps.Keys(want.Whole)) {
		if sums.Whole[name] != want.Whole[name] && (name != wayBack || !c.placed()) {
			code, known := wholes[name]
			if !known {
				code = WholeOther
			}
			c.fault(code, 0, "what", name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(sums.Whole)) {
		if want.Whole[name] == "" {
			c.fault(WholeExtra, 0, "what", clip(name))
		}
	}
	c.unreached(sums.Unreached)
}

// sumsOf are the sums of what was read.
func (c *checker) sumsOf(shapes *shown.Shapes) *shown.Sums {
	return shapes.Sums(shown.Frame{Catalog: c.doc.Catalog(), Info: c.doc.Info(), Dict: c.doc.Dict})
}

// shownPages compares pages, and tells once a run which of them differ in what.
func (c *checker) shownPages(found []shown.PageSums, want []string) {
	type place struct{ run, aspect int }
	differ, told := map[place][]int{}, c.faulty()
	for i := range found {
		got := strings.Fields(found[i].Line())
		promised := strings.Fields(want[i])
		if slices.Equal(got, promised) {
			continue
		}
		any := false
		for aspect := range found[i] {
			if at(promised, aspect+1) == got[aspect+1] {
				continue
			}
			any = true
			if aspect == shown.Contents && c.reworded[i] {
				continue // which words they are
			}
			if aspect == shown.Contents && c.pages[i].foreign && told[i+1] {
				continue // which stream it is
			}
			k := place{c.pages[i].run, aspect}
			differ[k] = append(differ[k], i+1)
		}
		if !any {
			k := place{c.pages[i].run, shown.Other}
			differ[k] = append(differ[k], i+1)
		}
	}
	for k, pages := range differ {
		c.fault(aspects[k.aspect], pages[0], "pages", listed(pages), "count", itoa(len(pages)))
	}
}

// faulty are the pages, from 1, of which a fault was told.
func (c *checker) faulty() map[int]bool {
	pages := map[int]bool{}
	for _, f := range c.found {
		if !f.Warning {
			pages[f.Page] = true
		}
	}
	return pages
}

// placed reports whether a fault was told by its page.
func (c *checker) placed() bool {
	return slices.ContainsFunc(c.found, func(f Finding) bool { return !f.Warning && f.Page > 0 })
}

// listed says numbers in order, such as 1, 3–5.
func listed(numbers []int) string {
	var parts []string
	for i := 0; i < len(numbers); i++ {
		from := numbers[i]
		for i+1 < len(numbers) && numbers[i+1] == numbers[i]+1 {
			i++
		}
		if part := itoa(from); numbers[i] == from {
			parts = append(parts, part)
		} else {
			parts = append(parts, part+"–"+itoa(numbers[i]))
		}
	}
	return strings.Join(parts, ", ")
}

// shownStructure compares what the runs say to those who hear the report: each run with pages has an element.
func (c *checker) shownStructure(found, want []string) {
	if len(found) != len(want) {
		c.fault(StructureRuns, 0, "found", itoa(len(found)), "planned", itoa(len(want)))
	}
	k := 0
	for _, r := range c.runs {
		if r.kind == ledger.Blank {
			continue
		}
		if k < min(len(found), len(want)) && found[k] != want[k] {
			c.fault(StructureDiffers, r.first)
		}
		k++
	}
}

// unreached tells objects that nothing leads to: a reader does not come to them, and whoever looks for them does.
func (c *checker) unreached(numbers []int) {
	frame := map[int]bool{c.doc.CatalogNumber(): true, c.doc.InfoNumber(): true}
	tree := c.doc.Catalog()["StructTreeRoot"]
	frame[pdf.RefNumber(tree)] = true
	frame[pdf.RefNumber(c.doc.Dict(tree)["K"])] = true
	maps.Copy(frame, c.pageTree())
	numbers = slices.DeleteFunc(numbers, func(n int) bool { return frame[n] })
	if len(numbers) > 0 {
		c.fault(Unreached, 0, "count", itoa(len(numbers)), "number", strconv.Itoa(numbers[0]))
	}
}
