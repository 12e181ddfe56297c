package report

import (
	"slices"

	"rapporteur/layout"
	"rapporteur/report/akn"
	"rapporteur/report/cite"
	"rapporteur/sources"
)

// dataArtifacts are what programs read of the report, as the manifest asks for it.
func (e *edition) dataArtifacts() (list []artifact) {
	names, w := e.names(), e.webs()[slices.Index(e.editions, e)]
	put := func(kind, name, title string, data func() ([]byte, error)) {
		list = append(list, e.put(kind, name, kind, title, data))
	}
	if e.asks(sources.OutputAKN) {
		x := &akn.Edition{Document: e.document, Composition: e.composed, Pages: e.pages, PDF: names.report,
			Pictures: func(p *layout.Picture) string { return w.Picture(p) }}
		put(sources.OutputAKN, names.akn, "Akoma Ntoso", func() ([]byte, error) { return akn.Write(x) })
	}
	if e.asks(sources.OutputCitations) {
		x := &cite.Edition{Document: e.document, Pages: e.pages, Address: w.Statement}
		title := e.document.Words.Say("citation-data")
		put(sources.OutputCitations, names.bibTeX, title+" (BibTeX)",
			func() ([]byte, error) { return cite.BibTeX(x), nil })
		put(sources.OutputCitations, names.csl, title+" (CSL-JSON)", func() ([]byte, error) { return cite.CSL(x) })
	}
	return list
}
