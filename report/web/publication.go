package web

import (
	"encoding/base64"
	"html/template"

	"rapporteur/layout"
	"rapporteur/layout/lang"
	"rapporteur/report/document"
	"rapporteur/report/ledger"
	"rapporteur/sources"
)

// publication is what the template of the publication page says.
type publication struct {
	Lang, Dir, Skip               string
	Title, Subtitle, Organization string
	Emblem                        template.URL // a picture within the page
	Facts                         []string
	Style                         template.CSS
	Meta                          []meta
	Linked                        any // JSON-LD
	Feed                          *link
	Languages                     []target
	Words                         map[string]string // headings, by key
	Editions                      []entry
	Summary                       *entry
	Sessions                      []session
	Recommendations, Participants template.HTML
	Imprint                       template.HTML
	Others, Data                  []target
}

// target is a document that the page leads to. Detail is what is said of it after the link.
type target struct{ URL, Text, Name, Detail, Lang, Dir, Type string }

// entry is something with the documents in which it is to be had.
type entry struct {
	ID, Title, Lang, Dir string
	Facts                []string
	Targets              []target
}

// Publication makes the publication page of the n-th of a report's editions: one file, which needs no other.
func Publication(editions []*Edition, n int) ([]byte, error) {
	e, err := editions[n], error(nil)
	d := e.Document
	v := publication{Lang: d.Lang, Dir: e.direction(d.Lang), Skip: d.Words.Say("skip"), Title: d.Title,
		Subtitle: d.Subtitle, Organization: d.Publication.Organization, Facts: e.facts(), Style: e.style(),
		Meta: e.dublinCore(d.Title), Linked: e.linked(editions), Words: map[string]string{}, Summary: e.summary(),
		Sessions: e.sessions(), Emblem: e.emblem(), Others: e.others(), Data: e.data()}
	for _, key := range []string{"report", "statements", "language", "data", "documents"} {
		v.Words[key] = d.Words.Say(key)
	}
	if e.Feed != "" {
		v.Feed = &link{URL: relative("", e.Feed), Text: d.Words.Say("feed")}
	}
	for i, other := range editions {
		v.Editions = append(v.Editions, other.whole(d))
		if i != n && other.Page != "" {
			v.Languages = append(v.Languages, target{URL: relative("", other.Page), Text: other.Document.Words.Name,
				Lang: other.Document.Lang, Dir: other.direction(other.Document.Lang)})
		}
	}
	for kind, to := range map[ledger.Kind]*template.HTML{ledger.Recommendations: &v.Recommendations,
		ledger.Participants: &v.Participants, ledger.Imprint: &v.Imprint} {
		if *to, err = e.rendered(kind); err != nil {
			return nil, err
		}
	}
	return filled("publication.html", v)
}

// facts say what the report is of, and when it came out.
func (e *Edition) facts() (list []string) {
	d := e.Document
	put := func(s string) {
		if s != "" {
			list = append(list, s)
		}
	}
	if d.Event.Title != d.Title {
		put(d.Event.Title)
	}
	when := d.Days()
	if d.Event.Place != "" && when != "" {
		when = d.Event.Place + d.Words.Marks.Comma + when
	}
	put(when)
	put(d.Symbol)
	if !d.Date.IsZero() {
		put(d.Words.Say("published", "date", d.When(d.Date)))
	}
	return list
}

// emblem is the organization's emblem as it stands on the cover, as an address that holds it.
func (e *Edition) emblem() template.URL {
	for _, p := range e.Composition.Pieces() {
		if p.Part.Kind != ledger.Cover {
			continue
		}
		for _, b := range p.Blocks {
			if f, is := b.(*layout.Figure); is && f.Picture != nil {
				return template.URL("data:image/" + f.Picture.Format + ";base64," +
					base64.StdEncoding.EncodeToString(f.Picture.Data))
			}
		}
	}
	return ""
}

// rendered is what the report has in the part of a kind, with its title as a heading of the second level; "" where it
// has none.
func (e *Edition) rendered(kind ledger.Kind) (template.HTML, error) {
	all := split(e)
	for _, p := range all.list {
		if p.Part.Kind != kind {
			continue
		}
		w := e.writer(p.Run, e.href(all))
		w.shift = max(highest(p.Blocks), 1) - 2
		w.permanent = kind == ledger.Recommendations
		w.source = func(x *layout.Picture) string { return relative("", e.Folder+"/"+pictureName(x)) }
		if e.Folder == "" {
			w.source = dataOf
		}
		w.blocks(p.Blocks)
		w.endnotes(e.Document.Words.Say("notes"))
		return w.html(), w.err
	}
	return "", nil
}

// dataOf is an address that holds a picture.
func dataOf(p *layout.Picture) string {
	return "data:image/" + p.Format + ";base64," + base64.StdEncoding.EncodeToString(p.Data)
}

// href gives where the publication page leads for the place of an id: on itself, in the HTML edition, else in the PDF.
func (e *Edition) href(all *pages) func(id string) string {
	return func(id string) string {
		if it := e.Document.Item(id); it != nil {
			switch it.Kind {
			case document.StatementItem, document.SessionItem, document.RecommendationItem:
				return "#" + id
			}
		}
		if to := all.href(-1, id); to != "" && e.Folder != "" {
			return relative("", e.Folder) + "/" + to
		}
		if at, known := e.Pages.Places[id]; known {
			return e.inPDF("", at.Page)
		}
		return ""
	}
}

// whole is an edition with its files, as the page in a language lists it.
func (e *Edition) whole(on *document.Document) entry {
	own := e.Document
	it := entry{Title: own.Words.Name, Lang: own.Lang, Dir: e.direction(own.Lang)}
	for _, f := range e.of(sources.OutputReport, sources.OutputReport) {
		it.Targets = append(it.Targets, target{URL: relative("", f.File), Text: "PDF",
			Name: "PDF" + gap + own.Words.Name, Detail: sized(on.Words, f), Type: media(f.File)})
	}
	for _, f := range e.Documents {
		if f.Kind == sources.OutputVolumes {
			it.Targets = append(it.Targets, e.titled(on.Words, f))
		}
	}
	if e.Folder != "" {
		it.Targets = append(it.Targets, target{URL: relative("", e.Folder+"/"+home), Text: "HTML",
			Name: "HTML" + gap + own.Words.Name, Type: media(home)})
	}
	return it
}

// others are the documents of their own that stand nowhere else on the page.
func (e *Edition) others() (list []target) {
	for _, f := range e.Documents {
		if f.Kind == sources.OutputRecommendations {
			list = append(list, e.titled(e.Document.Words, f))
		}
	}
	return list
}

// titled is a document under its own title, described in the words of a language.
func (e *Edition) titled(words *lang.Language, f ledger.Document) target {
	return target{URL: relative("", f.File), Text: f.Title + gap + format(f.File), Detail: sized(words, f),
		Type: media(f.File)}
}

// data are the files for programs.
func (e *Edition) data() []target {
	list := []target{{URL: relative("", ledger.Beside(e.PDF)), Text: ledger.Beside(e.PDF), Type: media(".json")}}
	for _, f := range e.Documents {
		if f.Kind == sources.OutputAKN || f.Kind == sources.OutputCitations {
			list = append(list, target{URL: relative("", f.File), Text: f.Title, Type: media(f.File)})
		}
	}
	if e.Sums != "" {
		list = append(list, target{URL: relative("", e.Sums), Text: e.Sums, Type: media("")})
	}
	return list
}
