package document

import (
	"slices"
	"strconv"
	"strings"

	"rapporteur/layout/lang"
	"rapporteur/sources"
	"rapporteur/sources/diag"
)

// resolver finds what the manifest means. What does not exist, or exists twice, goes into the bag, and resolving goes
// on: all faults are told at once.
type resolver struct {
	m            *sources.Manifest
	bag          *diag.Bag
	d            *Document
	parties      map[string]*Party
	order        *lang.Order
	front        []*Chapter
	introduction []*Chapter
	sessions     []*Session
	conclusions  []*Chapter
	groups       []*Group
}

// Resolve turns the manifest as written into the report as meant, in the manifest's first language. It opens no file.
// What is wrong goes into the bag; the document is whole only where the bag has no errors.
func Resolve(m *sources.Manifest, bag *diag.Bag) *Document {
	code := "en"
	if len(m.Report.Languages) > 0 {
		code = m.Report.Languages[0].Value
	}
	words := lang.Get(code)
	r := &resolver{m: m, bag: bag, parties: map[string]*Party{}, order: words.Order(),
		d: &Document{Lang: code, Words: words, Settings: m.Layout, items: map[string]*Item{}}}
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
	number(r.d)
	r.references()
	return r.d
}

func fold(id string) string { return strings.ToLower(id) }

// words gives the secretariat's words in the edition's language; a map that lacks it is an error, since an edition
// has no gaps.
func (r *resolver) words(w sources.Words) string {
	s, ok := w.In(r.d.Lang)
	if !ok && len(w.By) > 0 {
		r.bag.Add("missing-translation", w.Pos, diag.Args{"language": r.d.Lang})
	}
	return s
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
	return r.own(v, r.d.Lang, item)
}

// spoken gives a statement's text: translated where there is a translation, else as delivered.
func (r *resolver) spoken(p *sources.Prose, delivered, item string) *Text {
	if p == nil || len(p.By) == 0 {
		return nil
	}
	for i := range p.By {
		if p.By[i].Lang == r.d.Lang {
			return r.own(&p.By[i], r.d.Lang, item)
		}
	}
	v := &p.By[0]
	for i := range p.By {
		if p.By[i].Lang == delivered {
			v = &p.By[i]
		}
	}
	if v.Lang != "" {
		delivered = v.Lang
	}
	return r.own(v, delivered, item)
}

// own makes a text of the document's own.
func (r *resolver) own(v *sources.Version, language, item string) *Text {
	t := owned(v, language)
	t.Item = item
	return t
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
		ISBN: p.ISBN.Value, ISSN: p.ISSN.Value,
		Job: p.Job.Value, Distribution: r.words(p.Distribution), Copyright: r.words(p.Copyright)}
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

func (r *resolver) delegations() {
	for _, e := range r.m.Delegations {
		r.parties[e.Key] = &Party{Key: e.Key, Name: r.words(e.Name), Group: r.words(e.Group), Sort: r.any(e.Sort)}
	}
}

// party finds a delegation by its key. Without a list of delegations a name stands for itself.
func (r *resolver) party(w sources.Words) *Party {
	if w.IsZero() {
		return nil
	}
	name := r.any(w)
	if p := r.parties[name]; p != nil {
		return p
	}
	if len(r.m.Delegations) > 0 {
		if near := diag.Nearest(name, r.keys(), alike(name)); near != "" {
			r.bag.Add("misspelt-delegation", w.PosIn(r.d.Lang), diag.Args{"name": name, "nearest": near})
		} else {
			r.bag.Add("unknown-delegation", w.PosIn(r.d.Lang), diag.Args{"name": name})
		}
	}
	p := &Party{Name: name}
	r.parties[name] = p
	return p
}

func (r *resolver) keys() []string {
	var keys []string
	for _, e := range r.m.Delegations {
		keys = append(keys, e.Key)
	}
	return keys
}

func (r *resolver) person(p sources.Person) Person {
	return Person{Name: r.any(p.Name), Role: r.any(p.Role), As: r.words(p.As), Sort: r.any(p.Sort),
		Party: r.party(p.Delegation), words: r.d.Words}
}

// claim gives an id to an item; an id that is taken is an error at the second place.
func (r *resolver) claim(it Item) *Item {
	key := fold(it.ID)
	if old := r.d.items[key]; old != nil {
		r.bag.AddItem("duplicate-id", it.Pos, it.ID, diag.Args{"id": it.ID, "first": old.Pos.String()})
		return old
	}
	r.d.items[key] = &it
	return &it
}

// claimText gives ids to the headings and paragraphs of a text that have one.
func (r *resolver) claimText(t *Text) {
	if t == nil {
		return
	}
	walkBlocks(t.Blocks, func(b *Block) {
		if b.ID == "" {
			return
		}
		kind := ParagraphItem
		if b.Kind == sources.Heading {
			kind = HeadingItem
		}
		r.claim(Item{ID: b.ID, Kind: kind, Title: plain(b.Inlines), Pos: b.Pos})
	})
}

// chapter resolves a titled text; kind and n make its id where the manifest gives none.
func (r *resolver) chapter(c sources.Chapter, kind string, n int) *Chapter {
	id := idOr(c.ID, kind, n)
	ch := &Chapter{ID: id, Title: r.words(c.Title), Text: r.text(c.Text, id), Pos: c.Pos}
	r.claim(Item{ID: id, Kind: ChapterItem, Title: ch.Title, Pos: c.Pos})
	r.claimText(ch.Text)
	return ch
}

// summary resolves the Chair's summary. It claims its id before all others: users refer to it as [@summary], and an
// item of theirs that takes the id is told at its own line.
func (r *resolver) summary() {
	s := r.m.Summary
	if s == nil {
		return
	}
	out := &Summary{ID: summaryID, Title: r.words(s.Title), Text: r.text(s.Text, summaryID), Pos: s.Pos,
		Originals: r.originals(summaryID, s.Originals, r.d.Lang)}
	if out.Title == "" {
		out.Title = r.d.Words.Say("summary")
	}
	r.claim(Item{ID: summaryID, Kind: SummaryItem, Title: out.Title, Pos: s.Pos})
	r.claimText(out.Text)
	r.d.Summary = out
}

func (r *resolver) chapters() {
	for i, c := range r.m.Front {
		r.front = append(r.front, r.chapter(c, "front", i+1))
	}
	for i, c := range r.m.Introduction {
		r.introduction = append(r.introduction, r.chapter(c, "introduction", i+1))
	}
	for i, c := range r.m.Conclusions {
		r.conclusions = append(r.conclusions, r.chapter(c, "conclusions", i+1))
	}
}

func (r *resolver) session(s *sources.Session) *Session {
	out := &Session{ID: s.ID.Value, Title: r.words(s.Title), Date: s.Date, Intro: r.text(s.Intro, s.ID.Value),
		Debate: r.text(s.Debate, s.ID.Value), Pos: s.Pos}
	r.claim(Item{ID: out.ID, Kind: SessionItem, Title: out.Title, Pos: s.ID.Pos})
	if s.Chair != nil {
		p := r.person(*s.Chair)
		if p.As == "" {
			p.As = r.d.Words.Say("chair")
		}
		out.Officers = append(out.Officers, p)
	}
	for _, o := range s.Officers {
		out.Officers = append(out.Officers, r.person(o))
	}
	for _, f := range s.Floor {
		out.Floor = append(out.Floor, r.party(f))
	}
	r.claimText(out.Intro)
	for i := range s.Statements {
		st := r.statement(&s.Statements[i], out)
		out.Statements = append(out.Statements, st)
		r.d.Statements = append(r.d.Statements, st)
	}
	for i := range s.Panels {
		out.Panels = append(out.Panels, r.session(&s.Panels[i]))
	}
	r.claimText(out.Debate)
	return out
}

func (r *resolver) statement(s *sources.Statement, in *Session) *Statement {
	out := &Statement{ID: s.ID.Value, Session: in, Title: r.any(s.Title), OnBehalfOf: r.any(s.OnBehalfOf),
		Status: s.Status.Value,
		Lang:   s.Language.Value, Symbol: r.any(s.Symbol), Pos: s.Pos}
	if out.Lang == "" {
		out.Lang = r.d.Lang
	}
	if p := r.parties[out.OnBehalfOf]; p != nil {
		out.OnBehalfOf = p.Name
	}
	for _, p := range s.Speakers {
		out.Speakers = append(out.Speakers, r.person(p))
	}
	if s.DeliveredBy != nil {
		p := r.person(*s.DeliveredBy)
		out.DeliveredBy = &p
	}
	for _, l := range s.Links {
		out.Links = append(out.Links, Link{r.any(l.Title), l.URL.Value})
	}
	out.Text, out.Originals = r.spoken(s.Text, out.Lang, out.ID), r.originals(out.ID, s.Originals, out.Lang)
	r.claim(Item{ID: out.ID, Kind: StatementItem, Title: out.Cited(), Pos: s.ID.Pos})
	r.claimText(out.Text)
	return out
}

func (r *resolver) annexes() {
	for i, a := range r.m.Annexes {
		id := idOr(a.ID, "annex", i+1)
		language := a.Language.Value
		if language == "" {
			language = r.d.Lang
		}
		out := &Annex{ID: id, Title: r.words(a.Title), Number: i + 1, Lang: language, Text: r.spoken(a.Text, language, id),
			Originals: r.originals(id, a.Originals, language), Pos: a.Pos}
		r.claim(Item{ID: id, Kind: AnnexItem, Title: annexName(r.d.Words, i+1), Pos: a.Pos})
		r.claimText(out.Text)
		r.d.Annexes = append(r.d.Annexes, out)
	}
}

func (r *resolver) recommendations() {
	for i, c := range r.m.Recommendations {
		out := &Recommendation{ID: c.ID.Value, Number: i + 1, Text: r.text(c.Text, c.ID.Value), Pos: c.Pos}
		for _, a := range c.Addressees {
			out.Addressees = append(out.Addressees, r.words(a))
		}
		r.claim(Item{ID: out.ID, Kind: RecommendationItem, Pos: c.ID.Pos,
			Title: r.d.Words.Say("recommendation", "n", strconv.Itoa(out.Number))})
		r.claimText(out.Text)
		r.d.Recommendations = append(r.d.Recommendations, out)
		group := r.words(c.Group) // heads all that follow and share it
		if n := len(r.groups); n == 0 || r.groups[n-1].Title != group {
			r.groups = append(r.groups, &Group{Title: group})
		}
		g := r.groups[len(r.groups)-1]
		g.Recommendations = append(g.Recommendations, out)
	}
	for i, c := range r.m.Recommendations { // after all ids are known: a recommendation may rest on another
		out := r.d.Recommendations[i]
		for _, f := range c.From {
			it := r.d.items[fold(f.Value)]
			if it == nil {
				r.unknown(f.Value, f.Pos, out.ID)
				continue
			}
			out.From = append(out.From, it)
			it.Recommended = append(it.Recommended, out)
		}
	}
}

func (r *resolver) ids() []string {
	var ids []string
	for _, it := range r.d.items {
		ids = append(ids, it.ID)
	}
	slices.Sort(ids)
	return ids
}

func idOr(id sources.Text, kind string, n int) string {
	if !id.IsZero() {
		return id.Value
	}
	return kind + "-" + strconv.Itoa(n)
}
