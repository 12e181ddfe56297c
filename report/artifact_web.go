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

// asks reports whether the manifest wants something published.
func (e *edition) asks(output string) bool { return slices.Contains(e.document.Outputs, output) }

// readElsewhere reports whether blocks are shown otherwise than on paper too, when the PDF is written: they must be
// there then.
func (e *edition) readElsewhere() bool {
	return e.asks(sources.OutputPage) || e.asks(sources.OutputHTML) || e.asks(sources.OutputAKN)
}

// published notes the report when it was written.
func (e *edition) published(name string) error {
	info, err := e.in.Disk.Stat(e.written)
	if err != nil {
		return fmt.Errorf("looking at %s: %w", name, err)
	}
	e.documents = append(e.documents, ledger.Document{Kind: sources.OutputReport, ID: sources.OutputReport, File: name,
		Language: e.document.Lang, Title: e.document.Title, Pages: e.account.Pages, Bytes: info.Size(),
		SHA256: e.account.SHA256})
	return nil
}

// put is an artifact that is made at once, and noted as a document of a kind.
func (e *edition) put(kind, name, id, title string, data func() ([]byte, error)) artifact {
	return artifact{name, func(_ context.Context, to *publish.Folder, name string) error {
		bytes, err := data()
		if err != nil {
			return fmt.Errorf("making %s: %w", name, err)
		}
		e.documents = append(e.documents, ledger.Document{Kind: kind, ID: id, File: name, Language: e.document.Lang,
			Title: title, Bytes: int64(len(bytes)), SHA256: publish.SumOf(bytes)})
		return to.Put(name, bytes)
	}}
}

// elsewhere are what is made of the report beside the PDF, each after what it leads to.
func (e *edition) elsewhere() []artifact { return append(e.dataArtifacts(), e.webArtifacts()...) }

// web is the edition as what is read in a browser is made of it.
func (e *edition) web() *web.Edition {
	names := editionNames("")
	w := &web.Edition{Document: e.document, Composition: e.composed, Pages: e.pages, PDF: names.report,
		Sums: publish.Sums}
	if e.asks(sources.OutputHTML) {
		w.Folder = names.html + "/" + e.document.Lang
	}
	if e.asks(sources.OutputPage) {
		w.Page = names.page
		if e.document.URL != "" {
			w.Feed = names.feed
		}
	}
	return w
}

// webArtifacts are the HTML edition, the publication page and the feed, as the manifest asks for them.
func (e *edition) webArtifacts() (list []artifact) {
	w := e.web()
	put := func(kind, name, id, title string, data func() ([]byte, error)) {
		list = append(list, e.put(kind, name, id, title, func() ([]byte, error) {
			w.Documents = e.documents
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
			return web.Publication([]*web.Edition{w}, 0)
		})
	}
	if w.Feed != "" {
		put(sources.OutputPage, w.Feed, "feed", e.document.Title, func() ([]byte, error) { return web.RSS(w) })
	}
	return list
}
