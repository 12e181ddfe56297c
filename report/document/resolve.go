package document

import (
	"slices"

	"rapporteur/layout/lang"
	"rapporteur/sources"
	"rapporteur/sources/diag"
)

// resolver finds what the manifest means. What does not exist, or exists twice, goes into the bag, and resolving goes
// on: all faults are reported at once.
type resolver struct {
	m            *sources.Manifest
	bag          *diag.Bag
	d            *Document
	parties      map[string]*Party
	languages    *lang.Set
	order        *lang.Order
	told         map[string]bool // languages that nothing is known of, by their first subtag
	front        []*Chapter
	introduction []*Chapter
	sessions     []*Session
	conclusions  []*Chapter
	groups       []*Group
}

// Resolve turns the manifest as written into the report as meant, in the manifest's first language. It opens no file.
// What is wrong goes into the bag; the document is whole only where the bag has no errors.
func Resolve(m *sources.Manifest, languages *lang.Set, bag *diag.Bag) *Document {
	words := edition(m, languages, bag)
	r := &resolver{m: m, bag: bag, languages: languages, parties: map[string]*Party{}, order: words.Order(),
		told: map[string]bool{},
		d:    &Document{Lang: words.Tag, Words: words, Settings: settings(m.Layout), items: map[string]*Item{}}}
	for _, o := range m.Outputs {
		r.d.Outputs = append(r.d.Outputs, o.Value)
	}
	if len(m.Outputs) == 0 {
		r.d.Outputs = []string{sources.OutputReport}
	}
	r.head()
	r.delegations()
	r.summary()
	r.chapters()
	for i := range m.Sessions {
		r.sessions = append(r.sessions, r.session(&m.Sessions[i]))
	}
	r.annexes()
	r.recommendations()
	r.participants()
	r.d.Parts = r.spine()
	number(r.d, r.bag)
	outline(r.d)
	r.references()
	r.sense()
	return r.d
}

// settings are the layout's, with lists of their own.
func settings(l sources.Layout) sources.Layout {
	l.Lists, l.Fonts.Serif, l.Fonts.Sans = slices.Clone(l.Lists), slices.Clone(l.Fonts.Serif),
		slices.Clone(l.Fonts.Sans)
	return l
}

// words gives the secretariat's words in the edition's language; a map that lacks it is an error, since an edition
// has no gaps.
func (r *resolver) words(w sources.Words) string {
	s, ok := w.In(r.d.Lang)
	if !ok && len(w.By) > 0 && r.d.Lang != "" {
		r.bag.Add("missing-translation", w.Pos, diag.Args{"language": r.d.Lang})
	}
	r.marked(s, w)
	return r.printed(s)
}

// said is any, as it is printed.
func (r *resolver) said(w sources.Words) string {
	s := r.any(w)
	r.marked(s, w)
	return r.printed(s)
}

// any gives words in the edition's language, or in the first there is: names of people and titles of statements may
// stay as they are.
func (r *resolver) any(w sources.Words) string {
	if s, ok := w.In(r.d.Lang); ok || len(w.By) == 0 {
		return s
	}
	return w.By[0].Value
}

// text gives the secretariat's text in the edition's language.
func (r *resolver) text(p *sources.Prose, item string) *Text {
	if p == nil || len(p.By) == 0 {
		return nil
	}
	v := p.In(r.d.Lang)
	if v == nil {
		r.bag.Add("missing-translation", p.Pos, diag.Args{"language": r.d.Lang})
		return nil
	}
	return r.owned(v, r.d.Lang, item)
}

// spoken gives a statement's text: translated where there is a translation, else as delivered.
func (r *resolver) spoken(p *sources.Prose, delivered, item string) *Text {
	if p == nil || len(p.By) == 0 {
		return nil
	}
	if i := p.Closest(r.d.Lang); i >= 0 {
		return r.owned(&p.By[i], r.d.Lang, item)
	}
	v := &p.By[max(p.Closest(delivered), 0)]
	if v.Lang != "" && sources.Closest(delivered, 1, func(int) string { return v.Lang }) < 0 {
		delivered = v.Lang
	}
	return r.owned(v, delivered, item)
}

// head resolves what the report, the event and the publication are called.
func (r *resolver) head() {
	m, d := r.m, r.d
	d.Title, d.Subtitle = r.words(m.Report.Title), r.words(m.Report.Subtitle)
	d.Symbol, d.URL, d.Date = r.words(m.Report.Symbol), m.Report.URL.Value, m.Report.Date
	d.Event = Event{Title: r.words(m.Event.Title), Place: r.words(m.Event.Place), URL: m.Event.URL.Value,
		From: m.Event.From, To: m.Event.To}
	for _, o := range m.Event.Organizers {
		d.Event.Organizers = append(d.Event.Organizers, r.words(o))
	}
	p := m.Publication
	d.Publication = Publication{Organization: r.words(p.Organization), SalesNumber: p.SalesNumber.Value,
		ISBN: p.ISBN.Value, ISSN: p.ISSN.Value, DOI: p.DOI.Value,
		Job: p.Job.Value, Distribution: r.words(p.Distribution), Copyright: r.words(p.Copyright)}
	d.Publication.Accessibility = p.Accessibility.On
	for _, w := range p.Disclaimers {
		d.Publication.Disclaimers = append(d.Publication.Disclaimers, r.words(w))
	}
	if file := r.any(p.Emblem); file != "" {
		d.Publication.Emblem = &File{file, p.Emblem.Pos}
	}
	for _, a := range m.Abbreviations {
		d.Abbreviations = append(d.Abbreviations, Abbreviation{a.Key.Value, r.words(a.Meaning)})
	}
}
