package akn

import (
	"strconv"
	"strings"

	"rapporteur/layout"
	"rapporteur/report/compose"
	"rapporteur/report/document"
	"rapporteur/report/ledger"
)

// Edition is the report in one language, as it was composed and settled; it is read only.
type Edition struct {
	Document    *document.Document
	Composition *compose.Composition
	Pages       *layout.Pages                // where everything stands in the PDF
	PDF         string                       // name of the report in the output folder
	Pictures    func(*layout.Picture) string // address of a picture; "" where it is not published
}

// left are the parts that a machine has no use for: each of their words stands elsewhere.
var left = map[ledger.Kind]bool{ledger.Cover: true, ledger.Masthead: true, ledger.HalfTitle: true,
	ledger.Imprint: true, ledger.Contents: true, ledger.List: true, ledger.PartPage: true, ledger.Divider: true,
	ledger.Index: true}

// class is what a part is among the documents of the United Nations (AKN4UN, part 1, "UN Document Classes"): its
// element, the subtype that goes into its metadata, and what it is called.
type class struct{ tag, subtype, name string }

// publication is the class of the collection.
var publication = class{"documentCollection", "publication", "publication"}

// classOf is the class of a part: debates are records of meetings, recommendations are deliberative documents.
func classOf(kind ledger.Kind) class {
	switch kind {
	case ledger.Session:
		return class{"debateReport", "record", "summaryRecord"}
	case ledger.Statement:
		return class{"statement", "statement", "statement"}
	case ledger.Recommendations:
		return class{"statement", "deliberation", "recommendations"}
	}
	return class{"doc", string(kind), string(kind)}
}

// Write makes the collection: one document a part, in order. Errors are ours: a block of an unknown kind.
func Write(e *Edition) ([]byte, error) {
	w := newWriter(e)
	pieces := e.Composition.Pieces()
	for _, p := range pieces {
		w.claim(p)
	}
	w.Raw(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	w.Open("akomaNtoso", "xmlns", "http://docs.oasis-open.org/legaldocml/ns/akn/3.0")
	w.Open(publication.tag, "name", publication.name)
	w.meta(identity{class: publication, date: e.Document.ISODate(), of: published, title: e.Document.Title,
		number: e.Document.Symbol, lang: e.Document.Lang}, true)
	w.preface()
	w.Open("collectionBody")
	for _, p := range pieces {
		if !left[p.Part.Kind] {
			w.component(p)
		}
	}
	w.End("collectionBody")
	w.End(publication.tag)
	w.End("akomaNtoso")
	w.Line()
	return []byte(w.String()), w.err
}

// preface says what the collection is.
func (w *writer) preface() {
	d := w.e.Document
	w.Open("preface")
	line := func(tag, words string, pairs ...string) {
		if words != "" {
			w.Open("p")
			w.Element(tag, words, pairs...)
			w.End("p")
		}
	}
	line("docTitle", d.Title)
	line("span", d.Subtitle)
	line("docNumber", d.Symbol)
	line("docDate", d.When(d.Date), "date", d.ISODate())
	w.End("preface")
}

// component is a part of the report.
func (w *writer) component(p compose.Piece) {
	id := "component_" + strconv.Itoa(w.components+1)
	w.components++
	w.Open("component", "eId", id)
	if p.Part.Kind.Received() {
		w.Open("documentRef", "eId", w.own(p.ID), "href",
			w.e.PDF+"#page="+strconv.Itoa(w.e.Pages.Places[p.ID].Page), "showAs", w.shown(p.Part))
		w.End("documentRef")
		w.End("component")
		return
	}
	c, lang := classOf(p.Part.Kind), language(p.Part)
	w.Open(c.tag, "name", c.name)
	w.meta(w.identityOf(p.Part, lang), false)
	w.piece, w.lang = p, lang
	if w.lang == "" {
		w.lang = w.e.Document.Lang
	}
	w.Open("mainBody", "eId", w.own(p.ID), "xml:lang", w.lang)
	w.body(p.Blocks)
	w.End("mainBody")
	w.End(c.tag)
	w.End("component")
}

// shown names an original for whoever follows the reference.
func (w *writer) shown(p *document.Part) string {
	return w.e.Document.Words.Say("original") + w.e.Document.Words.Colon + p.Title
}

// language is that of a part's text; "" of what has several texts, or none.
func language(p *document.Part) string {
	if len(p.Texts) == 1 {
		return p.Texts[0].Lang
	}
	return ""
}

// identityOf is what is known of a part as a work of its own.
func (w *writer) identityOf(p *document.Part, lang string) identity {
	d := w.e.Document
	id := identity{class: classOf(p.Kind), date: d.ISODate(), of: published, title: p.Title,
		component: strings.ReplaceAll(p.Account(), ":", "-"), lang: lang}
	if id.lang == "" {
		id.lang = d.Lang
	}
	switch {
	case p.Session != nil && !p.Session.Date.IsZero():
		id.date, id.of = p.Session.Date.Time().Format("2006-01-02"), met
	case p.Statement != nil:
		s := p.Statement
		if !s.Session.Date.IsZero() {
			id.date, id.of = s.Session.Date.Time().Format("2006-01-02"), delivered
		}
		id.number, id.speakers = s.Symbol, s.Speakers
		if s.Title != "" {
			id.title = s.Title
		}
		if s.Lang != lang {
			id.from = s.Lang
		}
	}
	return id
}
