package document

import (
	"strconv"

	"rapporteur/sources"
)

// chapter resolves a titled text; kind and n make its id where the manifest gives none.
func (r *resolver) chapter(c sources.Chapter, kind string, n int) *Chapter {
	id := idOr(c.ID, kind, n)
	ch := &Chapter{ID: id, Title: r.words(c.Title), Text: r.text(c.Text, id), Pos: c.Pos}
	ch.Text.counted(c.Numbered, c.Numbers)
	r.claim(Item{ID: id, Kind: ChapterItem, Title: ch.Title, Pos: c.Pos})
	r.claimText(ch.Text)
	return ch
}

// summary resolves the Chair's summary. It claims its id before all others: users refer to it as [@summary], and an
// item of theirs that takes the id is reported at its own line.
func (r *resolver) summary() {
	s := r.m.Summary
	if s == nil {
		return
	}
	out := &Summary{ID: summaryID, Title: r.words(s.Title), Text: r.text(s.Text, summaryID), Pos: s.Pos,
		Originals: r.originals(summaryID, s.Originals, r.spokenFirst())}
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
	out := &Session{ID: s.ID.Value, Title: r.words(s.Title), Date: s.Date, Pos: s.Pos}
	intro, debate := r.text(s.Intro, out.ID), r.text(s.Debate, out.ID)
	intro.counted(s.Numbered, s.Numbers)
	debate.counted(s.Numbered, s.Numbers)
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
	r.claimText(intro)
	for i := range s.Statements {
		st := r.statement(&s.Statements[i], out)
		out.Statements = append(out.Statements, st)
		r.d.Statements = append(r.d.Statements, st)
	}
	var panels []*Session
	for i := range s.Panels {
		panels = append(panels, r.session(&s.Panels[i]))
	}
	r.claimText(debate)
	r.sections(out, intro, debate, panels)
	return out
}

func (r *resolver) statement(s *sources.Statement, in *Session) *Statement {
	out := &Statement{ID: s.ID.Value, Session: in, Title: r.said(s.Title), Status: s.Status.Value,
		Lang: s.Language.Value, Symbol: r.any(s.Symbol), Pos: s.Pos}
	if out.Lang == "" {
		out.Lang = r.spokenFirst()
	}
	for _, p := range s.Speakers {
		out.Speakers = append(out.Speakers, r.person(p))
	}
	r.behalf(s.OnBehalfOf, out)
	r.deliverer(s.DeliveredBy, out)
	for _, l := range s.Links {
		out.Links = append(out.Links, Link{r.said(l.Title), l.URL.Value})
	}
	out.Text, out.Originals = r.spoken(s.Text, out.Lang, out.ID), r.originals(out.ID, s.Originals, out.Lang)
	r.claim(Item{ID: out.ID, Kind: StatementItem, Title: out.Cited(), Statement: out, Pos: s.ID.Pos})
	r.claimText(out.Text)
	return out
}

func (r *resolver) annexes() {
	for i, a := range r.m.Annexes {
		id := idOr(a.ID, "annex", i+1)
		language := a.Language.Value
		if language == "" {
			language = r.spokenFirst()
		}
		out := &Annex{ID: id, Title: r.words(a.Title), Number: i + 1, Lang: language,
			Text:      r.spoken(a.Text, language, id),
			Originals: r.originals(id, a.Originals, language), Pos: a.Pos}
		out.Text.counted(a.Numbered, a.Numbers)
		r.claim(Item{ID: id, Kind: AnnexItem, Title: annexName(r.d.Words, i+1), Pos: a.Pos})
		r.claimText(out.Text)
		r.d.Annexes = append(r.d.Annexes, out)
	}
}

func (r *resolver) recommendations() {
	for i, c := range r.m.Recommendations {
		out := &Recommendation{ID: c.ID.Value, Number: i + 1, Text: r.text(c.Text, c.ID.Value), Pos: c.Pos}
		out.Name = r.d.Words.Say("recommendation", "n", strconv.Itoa(out.Number))
		for _, a := range c.Addressees {
			out.Addressees = append(out.Addressees, r.words(a))
		}
		r.claim(Item{ID: out.ID, Kind: RecommendationItem, Title: out.Name, Pos: c.ID.Pos})
		r.claimText(out.Text)
		r.d.Recommendations = append(r.d.Recommendations, out)
		group := r.words(c.Group) // heads all that follow and share it
		if n := len(r.groups); n == 0 || r.groups[n-1].Title != group {
			r.groups = append(r.groups, &Group{Title: group})
		}
		g := r.groups[len(r.groups)-1]
		g.Recommendations = append(g.Recommendations, out)
	}
	for i, c := range r.m.Recommendations { // after all ids are known: a recommendation may be based on another
		out := r.d.Recommendations[i]
		for _, f := range c.From {
			it := r.d.items[fold(f.Value)]
			if it == nil {
				r.unknown(f.Value, f.Pos, out.ID)
				continue
			}
			r.citedWithdrawn(it, f.Pos, out.ID)
			out.From = append(out.From, it)
			it.Recommended = append(it.Recommended, out)
		}
	}
}
