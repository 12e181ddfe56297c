package akn

import (
	"cmp"
	"strconv"
	"strings"

	"rapporteur/layout/lang"
	"rapporteur/report/document"
)

// identity is what names a document as a work, in one of its languages and in this form (FRBR; Akoma Ntoso Naming
// Convention 1.0).
type identity struct {
	class         class
	date, of      string // of is what happened on that day
	title, number string
	component     string // its name within the collection; "" of the collection itself
	lang          string
	from          string // the language that it was translated from; "" none
	speakers      []document.Person
}

// What happens to a document on its day.
const (
	published = "publication"
	met       = "meeting"
	delivered = "delivery"
)

// publisher is the id of who publishes the collection, in its references.
const publisher = "publisher"

// work is the address of the collection as a work. Where it has no symbol its number is "nn", as the convention says.
func (w *writer) work() string {
	d := w.e.Document
	number := strings.Trim(strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9':
			return r
		}
		return '-'
	}, d.Symbol), "-")
	return "/akn/un/" + publication.tag + "/" + publication.subtype + "/" + d.ISODate() + "/" + cmp.Or(number, "nn")
}

// main is the part of an address that names the collection itself, among its components.
const main = "main"

// meta writes the metadata of a document. The collection's has its publication, and the people and bodies that others
// refer to.
func (w *writer) meta(id identity, collection bool) {
	work := w.work()
	expression := work + "/" + lang.ThreeLetters(id.lang) + "@" + w.e.Document.ISODate()
	part := "/!" + cmp.Or(id.component, main)
	w.Open("meta")
	w.Open("identification", "source", "#"+publisher)
	w.Open("FRBRWork")
	w.frbr(work+part, work, id)
	w.Element("FRBRcountry", "", "value", "un")
	w.Element("FRBRsubtype", "", "value", id.class.subtype)
	if id.number != "" {
		w.Element("FRBRnumber", "", "value", id.number)
	}
	w.Element("FRBRname", "", "value", id.title)
	w.Element("FRBRprescriptive", "", "value", "false")
	w.End("FRBRWork")
	w.Open("FRBRExpression")
	w.frbr(expression+part, expression, id)
	w.Element("FRBRlanguage", "", "language", lang.ThreeLetters(id.lang))
	if id.from != "" {
		from := lang.ThreeLetters(id.from)
		w.Element("FRBRtranslation", "", "href", work+"/"+from+"@"+part, "fromLanguage", from, "by", "#"+publisher)
	}
	w.End("FRBRExpression")
	w.Open("FRBRManifestation")
	w.frbr(expression+part+".xml", expression+".xml", id)
	w.Element("FRBRformat", "", "value", "application/akn+xml")
	w.End("FRBRManifestation")
	w.End("identification")
	if collection {
		w.Element("publication", "", "date", id.date, "name", publication.name, "showAs", id.title, "number", id.number)
		w.references()
	}
	w.End("meta")
}

// frbr says of one of the three levels what all say; this is the address of the document, whole of the collection.
func (w *writer) frbr(this, whole string, id identity) {
	w.Element("FRBRthis", "", "value", this)
	w.Element("FRBRuri", "", "value", whole)
	w.Element("FRBRdate", "", "date", id.date, "name", id.of)
	for _, p := range id.speakers {
		w.Element("FRBRauthor", "", "href", "#"+w.people[p.Long()], "as", "#author")
	}
	if len(id.speakers) == 0 {
		w.Element("FRBRauthor", "", "href", "#"+publisher, "as", "#author")
	}
}

// references are those who are referred to: who publishes, who spoke, and in which capacity.
func (w *writer) references() {
	d := w.e.Document
	w.Open("references", "source", "#"+publisher)
	w.Element("TLCOrganization", "", "eId", publisher, "href", "/akn/ontology/organization/un/publisher", "showAs",
		cmp.Or(d.Author(), d.Title))
	for _, s := range d.Statements {
		for _, p := range s.Speakers {
			who := p.Long()
			if w.people[who] != "" {
				continue
			}
			id := "speaker_" + strconv.Itoa(len(w.people)+1)
			w.people[who] = id
			tag, class := "TLCPerson", "person"
			if p.Name == "" && p.Role == "" {
				tag, class = "TLCOrganization", "organization"
			}
			w.Element(tag, "", "eId", id, "href", "/akn/ontology/"+class+"/un/"+id, "showAs", who)
		}
	}
	w.Element("TLCRole", "", "eId", "author", "href", "/akn/ontology/role/un/author", "showAs", "author")
	w.End("references")
}
