package report

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"rapporteur/report/ledger"
	"rapporteur/report/publish"
	"rapporteur/report/web"
	"rapporteur/sources"
)

// readElsewhere reports whether blocks are shown otherwise than on paper too, when the PDF is written: they must be
// there then.
func (e *edition) readElsewhere() bool {
	return e.whole == nil && (e.listed() || e.wanted(sources.OutputHTML, sources.OutputHTML, sources.OutputHTML) ||
		e.wanted(sources.OutputAKN, sources.OutputAKN, e.names().akn))
}

// listed reports whether a page lists all that is published: it does where all of it is made.
func (b *build) listed() bool {
	outputs := b.editions[0].document.Outputs
	return len(b.in.Only) == 0 && slices.Contains(outputs, sources.OutputPage) && slices.Contains(outputs, reportKind)
}

// put is an artifact that is made at once, and noted as a document of a kind.
func (e *edition) put(kind, name, id, title string, data func() ([]byte, error)) artifact {
	return artifact{name, func(_ context.Context, to *publish.Folder, name string) error {
		bytes, err := data()
		if err != nil {
			return fmt.Errorf("making %s: %w", name, err)
		}
		e.documents = append(e.documents, ledger.Document{Kind: kind, ID: id, File: name, Edition: e.name,
			Language: e.document.Lang, Title: title, Bytes: int64(len(bytes)), SHA256: publish.SumOf(bytes)})
		return to.Put(name, bytes)
	}}
}

// web is the edition as what is read in a browser is made of it, with the documents that were written so far.
func (e *edition) web() *web.Edition {
	names := e.names()
	w := &web.Edition{Document: e.document, Composition: e.composed, Pages: e.pages, PDF: names.report,
		Sums: publish.Sums}
	if e.wanted(sources.OutputHTML, sources.OutputHTML, sources.OutputHTML) {
		w.Folder = "html/" + e.document.Lang
	}
	if e.listed() {
		w.Page = e.page()
		if e.document.URL != "" {
			w.Feed = names.feed
		}
	}
	for _, d := range e.documents {
		if d.Edition == e.name || d.Kind == sources.OutputOriginals {
			w.Documents = append(w.Documents, d)
		}
	}
	return w
}

// page is the name of the edition's publication page: the first's is the one that a folder is opened with.
func (e *edition) page() string {
	if e == e.editions[0] {
		return editionNames("").page
	}
	return e.names().page
}

// htmlArtifacts are the HTML edition, where it is wanted.
func (e *edition) htmlArtifacts() (list []artifact) {
	w := e.web()
	if w.Folder == "" {
		return nil
	}
	for _, other := range e.editions {
		if other != e {
			w.Others = append(w.Others, other.web())
		}
	}
	for _, f := range w.Files() {
		list = append(list, e.put(sources.OutputHTML, f.Name, cmp.Or(f.ID, sources.OutputHTML), f.Title,
			func() ([]byte, error) {
				w.Documents = e.web().Documents
				return f.Make()
			}))
	}
	return list
}

// pages are the publication pages of all editions, and their feeds.
func (b *build) pages() (list []artifact) {
	if !b.listed() {
		return nil
	}
	for i, e := range b.editions {
		title := e.document.Title
		list = append(list, e.put(sources.OutputPage, e.page(), sources.OutputPage, title, func() ([]byte, error) {
			var all []*web.Edition
			for _, e := range b.editions {
				all = append(all, e.web())
			}
			return web.Publication(all, i)
		}))
		if w := e.web(); w.Feed != "" {
			list = append(list, e.put(sources.OutputPage, w.Feed, "feed", title,
				func() ([]byte, error) { return web.RSS(e.web()) }))
		}
	}
	return list
}
