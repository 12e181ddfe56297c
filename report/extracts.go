package report

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"rapporteur/report/document"
	"rapporteur/report/ledger"
	"rapporteur/report/publish"
	"rapporteur/sources/diag"
)

// A document of its own is an extract of the report: some parts of the same spine, through the same passes and the same
// linker, with the same units of originals, and its pages bear the numbers that they have there. It is laid out when
// its turn comes, and forgotten when it is written: memory goes by the report.

// errExtract is an extract that cannot be made of a report that can: a fault of ours.
var errExtract = errors.New("a part of the report cannot be published by itself")

// extracts are the documents of their own that the manifest asks for. The units of originals are kept until the last of
// them was linked.
func (e *edition) extracts() (list []*edition) {
	for _, d := range slices.Concat(e.document.InVolumes(e.pagesOf()), e.document.Extracts()) {
		x := &edition{build: e.build, whole: e, name: e.name, document: d, sheet: e.sheet}
		if !e.wanted(d.Extract.Kind, d.Extract.ID, x.names().report) {
			continue
		}
		for _, o := range d.Originals() {
			e.originals.share(o)
		}
		list = append(list, x)
	}
	return list
}

// pagesOf gives the number of pages of the run that a part begins; 0 of a part that begins none.
func (e *edition) pagesOf() func(part int) int {
	pages := map[string]int{}
	for i, parts := range e.composed.Parts {
		pages[parts[0].ID] = e.pages.Runs[i].Count
	}
	return func(part int) int { return pages[e.document.Parts[part].ID] }
}

// share notes that one document more takes an original.
func (os *originals) share(o *document.Original) {
	if r := os.of[o]; r != nil {
		r.left++
		r.file.left++
	}
}

// makeExtract lays out and writes an extract of an edition that is planned.
func (e *edition) makeExtract(ctx context.Context, to *publish.Folder, name string) error {
	e.inherit()
	e.conform()
	pages, found := e.whole.pages, e.found()
	found.Elsewhere = pages.Range
	found.Number = func(id string) int {
		if at, known := pages.Places[id]; known {
			return pages.Number(at.Page)
		}
		return 0
	}
	e.runs(found)
	if err := e.settle(ctx); err != nil {
		return err
	}
	if e.plan == nil {
		why := slices.DeleteFunc(e.bag.All(), func(d diag.Diagnostic) bool { return d.Severity != diag.Error })
		return fmt.Errorf("%w: %s: %v", errExtract, name, why)
	}
	return e.makeReport(ctx, to, name)
}

// inherit takes over what was found of the items that the extract holds.
func (e *edition) inherit() {
	items := map[string]bool{}
	for i := range e.document.Parts {
		items[e.document.Parts[i].Item] = true
	}
	for _, d := range e.whole.bag.All() {
		if d.Item != "" && items[d.Item] {
			e.bag.AddAs(d.Severity, d.Code, d.Pos, d.Item, d.Args)
		}
	}
}

// publishes notes a document that was written.
func (e *edition) publishes(name string) error {
	info, err := e.in.Disk.Stat(e.written)
	if err != nil {
		return fmt.Errorf("looking at %s: %w", name, err)
	}
	d := ledger.Document{Kind: reportKind, ID: reportKind, File: name, Edition: e.name, Language: e.document.Language(),
		Title: e.document.Title, Pages: e.account.Pages, Bytes: info.Size(), SHA256: e.account.SHA256}
	if x := e.document.Extract; x != nil {
		d.Kind, d.ID = x.Kind, x.ID
		if x.Volume > 0 {
			d.Title += e.document.Words.Marks.Title + e.document.Subtitle
		}
	}
	e.documents = append(e.documents, d)
	return nil
}
