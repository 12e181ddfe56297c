package report

import (
	"rapporteur/layout"
	"rapporteur/report/document"
	"rapporteur/report/ledger"
)

// contentsOf lists what the contents and the lists after it promise: a line for every part that asks for one and for
// each original of its own, then one for every caption of a list, in the order of the parts. It asks the document, not
// the pages that were laid out: a line that composing forgot is found by verify. Lines of what stands in another volume
// lead nowhere, and are not among them.
func contentsOf(d *document.Document, places map[string]layout.Place) []ledger.Line {
	lines := []ledger.Line{}
	put := func(text, target string) {
		at := places[target]
		lines = append(lines, ledger.Line{Text: text, Target: target, Page: at.Page, Label: at.Label})
	}
	for i := range d.Parts {
		switch p := &d.Parts[i]; p.Kind {
		case ledger.Contents:
			for k := range d.Parts {
				if named := &d.Parts[k]; named.InContents {
					put(named.Name, named.ID)
					for _, o := range named.Received() {
						if d.Has(o.ID) {
							put(named.Name, o.ID)
						}
					}
				}
			}
		case ledger.List:
			for _, c := range p.Captions {
				if d.Has(c.ID) {
					put(c.Plain(), c.ID)
				}
			}
		}
	}
	return lines
}

// outlineOf lists the items of the outline, in the order of the parts, as the document means them.
func outlineOf(d *document.Document, places map[string]layout.Place) []ledger.OutlineItem {
	items := []ledger.OutlineItem{}
	for i := range d.Parts {
		for _, it := range d.Parts[i].Outline {
			items = append(items, ledger.OutlineItem{Level: it.Level, Title: it.Title, Page: places[it.Target].Page})
		}
	}
	for i, depth := range ledger.Depths(items) { // a reader sees how they nest
		items[i].Level = depth
	}
	return items
}
