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

// asks reports whether what is read elsewhere than on paper is made, by what the manifest calls it.
func (b *build) asks(output string) bool { return b.wanted(output, output, output) }

// readElsewhere reports whether blocks are shown otherwise than on paper too, when the PDF is written: they must be
// there then.
func (b *build) readElsewhere() bool {
	return b.asks(sources.OutputPage) || b.asks(sources.OutputHTML) || b.asks(sources.OutputAKN) ||
		b.asks(sources.OutputCitations)
}

// besidePDF are what an edition's files are called that are no PDFs.
type besidePDF struct {
	page   string // the publication page
	feed   string // of its documents
	html   string // folder of the HTML edition
	akn    string // the report in Akoma Ntoso
	bibTeX string // its statements
	csl    string // as well
}

// beside gives those names. The page of the first edition is the one that a web server shows for the folder.
func (e *edition) beside() besidePDF {
	in := ""
	if e != e.editions[0] {
		in = "." + e.name
	}
	n := besidePDF{page: "index" + in + ".html", feed: "feed" + in + ".xml", html: "html/" + e.document.Lang}
	if in = ""; e.name != "" {
		in = "." + e.name
	}
	n.akn, n.bibTeX, n.csl = reportKind+in+".akn.xml", "statements"+in+".bib", "statements"+in+".csl.json"
	return n
}

// put is an artifact that is made at once, and noted as a document of a kind.
func (e *edition) put(kind, name, id, title string, data func() ([]byte, error)) artifact {
	return artifact{name, func(_ context.Context, to *publish.Folder, name string) error {
		bytes, err := data()
		if err != nil {
			return fmt.Errorf("making %s: %w", name, err)
		}
		e.documents = append(e.documents, ledger.Document{Kind: kind, ID: id, File: name, Edition: e.name,
			Language: e.document.Lang,
			Title:    title, Bytes: int64(len(bytes)), SHA256: publish.SumOf(bytes)})
		return to.Put(name, bytes)
	}}
}

// elsewhere are what is made of the report beside the PDF, each after what it leads to.
func (e *edition) elsewhere() []artifact { return append(e.dataArtifacts(), e.webArtifacts()...) }

// webs are the editions as what is read in a browser is made of them. Each leads to the others.
func (b *build) webs() []*web.Edition {
	var list []*web.Edition
	for _, e := range b.editions {
		names := e.beside()
		w := &web.Edition{Document: e.document, Composition: e.composed, Pages: e.pages, PDF: e.names().report,
			Sums: publish.Sums}
		if b.asks(sources.OutputHTML) {
			w.Folder = names.html
		}
		if b.asks(sources.OutputPage) {
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

// listed are the documents of an edition that were made so far, and what was received.
func (e *edition) listed() []ledger.Document {
	return slices.DeleteFunc(slices.Clone(e.documents), func(d ledger.Document) bool {
		return d.Kind != sources.OutputOriginals && d.Edition != e.name
	})
}

// webArtifacts are the HTML edition, the publication page and the feed, as the manifest asks for them.
func (e *edition) webArtifacts() (list []artifact) {
	all, own := e.webs(), slices.Index(e.editions, e)
	w := all[own]
	put := func(kind, name, id, title string, data func() ([]byte, error)) {
		list = append(list, e.put(kind, name, id, title, func() ([]byte, error) {
			for i, other := range e.editions {
				all[i].Documents = other.listed()
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
