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
	met          []*Party // delegations that the manifest does not list, as they first come
	listed       named    // those that it lists
	unlisted     named    // those of met
	languages    *lang.Set
	order        *lang.Order
	texts        map[string]string // files of texts, with the id of the statement that has each
	missing      []lack            // what is not given in the edition's language
	told         map[string]bool   // languages that nothing is known of, by their first subtag
	front        []*Chapter
	introduction []*Chapter
	sessions     []*Session
	conclusions  []*Chapter
	groups       []*Group
}

// Resolve turns the manifest as written into the report as meant, in the manifest's first language: that of an edition,
// where the manifest is one's. It opens no file.
// What is wrong goes into the bag; the document is whole only where the bag has no errors.
func Resolve(m *sources.Manifest, languages *lang.Set, bag *diag.Bag) *Document {
	words := edition(m, languages, bag)
	r := &resolver{m: m, bag: bag, languages: languages, parties: map[string]*Party{}, told: map[string]bool{},
		texts: map[string]string{},
		d:     &Document{Lang: words.Tag, Words: words, Settings: settings(m.Layout), items: map[string]*Item{}}}
	r.order = r.d.Order()
	for _, o := range m.Outputs {
		r.d.Outputs = append(r.d.Outputs, o.Value)
	}
	if !slices.Contains(r.d.Outputs, sources.OutputReport) && slices.ContainsFunc(r.d.Outputs, sources.OfReport) {
		r.d.Outputs = append(r.d.Outputs, sources.OutputReport)
	}
	if len(m.Outputs) == 0 {
		r.d.Outputs = []string{sources.OutputReport}
	}
	if r.d.Volumes = m.Volumes; !m.Volumes.IsZero() {
		r.d.Outputs = append(r.d.Outputs, sources.OutputVolumes)
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
	r.recaptioned()
	outline(r.d)
	r.references()
	r.index()
	r.sense()
	r.untranslated()
	return r.d
}

// settings are the layout's, with lists of their own.
func settings(l sources.Layout) sources.Layout {
	l.Lists, l.Fonts.Serif, l.Fonts.Sans, l.Fonts.Others = slices.Clone(l.Lists), slices.Clone(l.Fonts.Serif),
		slices.Clone(l.Fonts.Sans), slices.Clone(l.Fonts.Others)
	return l
}

// head resolves what the report, the event and the publication are called.
func (r *resolver) head() {
	m, d := r.m, r.d
	d.Title, d.Subtitle = r.words(m.Report.Title), r.words(m.Report.Subtitle)
	d.Symbol, d.URL, d.Date = r.said(m.Report.Symbol), m.Report.URL.Value, m.Report.Date
	d.Event = Event{Title: r.words(m.Event.Title), Place: r.words(m.Event.Place), URL: m.Event.URL.Value,
		From: m.Event.From, To: m.Event.To}
	for _, o := range m.Event.Organizers {
		d.Event.Organizers = append(d.Event.Organizers, r.words(o))
	}
	p := m.Publication
	d.Publication = Publication{Organization: r.words(p.Organization), SalesNumber: r.any(p.SalesNumber),
		ISBN: r.any(p.ISBN), ISSN: r.any(p.ISSN), DOI: r.any(p.DOI),
		Job: r.any(p.Job), Distribution: r.words(p.Distribution), Copyright: r.words(p.Copyright)}
	d.Publication.Accessibility = p.Accessibility.On
	for _, w := range p.Disclaimers {
		d.Publication.Disclaimers = append(d.Publication.Disclaimers, r.words(w))
	}
	if file := r.any(p.Emblem); file != "" {
		d.Publication.Emblem = &File{file, p.Emblem.Pos}
	}
	for _, a := range m.AbbreviationsIn(d.Lang) {
		d.Abbreviations = append(d.Abbreviations, Abbreviation{a.Key.Value, r.words(a.Meaning)})
	}
}
