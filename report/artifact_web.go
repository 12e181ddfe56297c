package report

import (
	"context"
	"fmt"
	"slices"

	"rapporteur/report/ledger"
	"rapporteur/report/publish"
	"rapporteur/report/web"
	"rapporteur/sources"
)

// asks reports whether an output of the whole report that is read elsewhere than on paper is made. Who names what is
// made names it as the manifest does, or one of its files. Pages of the web lead to each other: where some of them are
// made, all that the manifest publishes are made anew.
func (e *edition) asks(output string) bool {
	n, pages := e.names(), []string{sources.OutputPage, sources.OutputHTML}
	files := map[string][]string{sources.OutputAKN: {n.akn}, sources.OutputCitations: {n.bibTeX, n.csl}}
	for _, other := range e.editions {
		files[sources.OutputPage] = append(files[sources.OutputPage], other.names().page, other.names().feed)
	}
	named := func(output string) bool {
		return e.wanted(output, output, output) ||
			slices.ContainsFunc(files[output], func(file string) bool { return slices.Contains(e.in.Only, file) })
	}
	if slices.Contains(pages, output) && slices.Contains(e.document.Outputs, output) {
		return slices.ContainsFunc(pages, named)
	}
	return named(output)
}

// has reports whether an output is published, be it by this build or, where the user named what is made, by another:
// what leads there is the same in both.
func (e *edition) has(output string) bool {
	return e.asks(output) || slices.Contains(e.document.Outputs, output)
}

// readElsewhere reports whether blocks are shown otherwise than on paper too. They must be there then when the PDF was
// written, and the PDF is made with them: they lead to its pages.
func (e *edition) readElsewhere() bool {
	return e.whole == nil && (e.asks(sources.OutputPage) || e.asks(sources.OutputHTML) || e.asks(sources.OutputAKN) ||
		e.asks(sources.OutputCitations))
}

// put is an artifact that is made at once, and noted as a document of a kind.
func (e *edition) put(kind, name, id, title string, data func() ([]byte, error)) artifact {
	return artifact{name: name, make: func(_ context.Context, to *publish.Folder, name string) error {
		bytes, err := data()
		if err != nil {
			return fmt.Errorf("making %s: %w", name, err)
		}
		e.documents = append(e.documents, ledger.Document{Kind: kind, ID: id, File: name, Edition: e.name,
			Language: e.document.Lang, Title: title, Bytes: int64(len(bytes)), SHA256: publish.SumOf(bytes)})
		return to.Put(name, bytes)
	}}
}

// elsewhere are what is made of the report beside the PDF, each after what it leads to.
func (e *edition) elsewhere() []artifact { return append(e.dataArtifacts(), e.webArtifacts()...) }

// webs are the editions as what is read in a browser is made of them. Each leads to the others.
func (b *build) webs() []*web.Edition {
	var list []*web.Edition
	for _, e := range b.editions {
		names := e.names()
		w := &web.Edition{Document: e.document, Composition: e.composed, Pages: e.pages, PDF: names.report,
			Sums: publish.Sums}
		if e.has(sources.OutputHTML) {
			w.Folder = "html/" + e.document.Lang
		}
		if e.has(sources.OutputPage) {
			w.Page = names.page
			if e.document.URL != "" {
				w.Feed = names.feed
			}
		}
		list = append(list, w)
	}
	for i, w := range list {
		w.Others = slices.Delete(slices.Clone(list), i, i+1)
	}
	return list
}

// webArtifacts are the HTML edition, the publication page and the feed, as the manifest asks for them.
func (e *edition) webArtifacts() (list []artifact) {
	if !e.asks(sources.OutputPage) && !e.asks(sources.OutputHTML) {
		return nil
	}
	all, own := e.webs(), slices.Index(e.editions, e)
	w := all[own]
	put := func(kind, name, id, title string, data func() ([]byte, error)) {
		list = append(list, e.put(kind, name, id, title, func() ([]byte, error) {
			for i, other := range e.editions {
				all[i].Documents = other.published()
			}
			return data()
		}))
	}
	if w.Folder != "" {
		for _, f := range w.Files() {
			put(sources.OutputHTML, f.Name, f.ID, f.Title, f.Make)
		}
	}
	if w.Page != "" {
		put(sources.OutputPage, w.Page, sources.OutputPage, e.document.Title, func() ([]byte, error) {
			return web.Publication(all, own)
		})
	}
	if w.Feed != "" {
		put(sources.OutputPage, w.Feed, "feed", e.document.Title, func() ([]byte, error) { return web.RSS(w) })
	}
	return list
}
