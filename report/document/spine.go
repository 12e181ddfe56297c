package document

import (
	"slices"

	"rapporteur/report/ledger"
	"rapporteur/sources"
)

// volume is how many originals part two needs: with fewer, pages that open the parts of the report would be most of
// it. A report that is divided into parts is a volume, and has the half-title page of one; to a shorter one it would
// add two pages, one of them blank, that say what the cover says.
const volume = 3

// spine lists the parts of the report, in order. This is the one place that knows it: what composes, numbers, lists,
// accounts for or prints the report walks the list.
func (r *resolver) spine() []Part {
	d, say := r.d, func(key string) string { return r.d.Words.Say(key) }
	s := &spine{r: r, d: d, say: say, spoken: map[*Session][]int{}}
	for i, v := range d.Statements {
		s.spoken[v.Session] = append(s.spoken[v.Session], i)
	}
	d.Divided = !d.Plain() && s.place() == partTwo && len(s.dividers()) >= volume

	s.own(!d.Plain(), ledger.Cover, "cover", d.Title)
	s.own(d.Plain(), ledger.Masthead, "masthead", d.Title)
	s.own(d.Divided, ledger.HalfTitle, "half-title", d.Title)
	s.own(!d.Plain(), ledger.Imprint, "imprint", say("imprint"))
	s.own(true, ledger.Contents, "contents", say("contents"))
	s.lists()
	s.chapters(ledger.Front, r.front)
	s.own(len(d.Abbreviations) > 0, ledger.Abbreviations, "abbreviations", say("abbreviations"))
	s.summary()
	s.open("part-1", "report")
	s.chapters(ledger.Chapter, r.introduction)
	s.sessions()
	s.chapters(ledger.Chapter, r.conclusions)
	s.recommendations()
	s.statements()
	s.own(len(d.Members) > 0, ledger.Participants, "participants", say("participants"))
	s.annexes()
	s.originals()
	s.level = 0
	s.own(d.hasSpeakers(), ledger.Index, "index", say("index"))
	s.own(d.Plain(), ledger.Imprint, "imprint", say("imprint"))
	return s.whole()
}

// spine is the list being made.
type spine struct {
	r     *resolver
	d     *Document
	say   func(key string) string
	level int // outline level of what comes
	parts []Part

	spoken map[*Session][]int // the statements of each, as indices
}

// add puts a part after the others.
func (s *spine) add(p Part) {
	if p.Name == "" {
		p.Name = p.Title
	}
	p.level += s.level
	p.Depth += 1 + s.level
	p.InContents, p.inOutline = p.Kind.InContents(), p.Kind.InOutline()
	s.parts = append(s.parts, p)
}

// own puts a part of ours, which belongs to no item of the manifest, after the others where the report has it.
func (s *spine) own(has bool, kind ledger.Kind, name, title string) {
	if has {
		s.add(Part{Kind: kind, ID: own(name), Title: title})
	}
}

// open is the page that opens a part of the report, where it is divided.
func (s *spine) open(name, title string) {
	s.level = 0
	if s.d.Divided {
		number, title := s.say(name), s.say(title)
		s.add(Part{Kind: ledger.PartPage, ID: own(name), Number: number, Title: title,
			Name: number + s.d.Words.Marks.Title + title})
		s.level = 1
	}
}

// heading is a line over the parts that follow, of which the first has the id.
func (s *spine) heading(title, first string) {
	s.add(Part{ID: first, Title: title, closed: true})
}

// lists are the lists of figures and of tables, and the table of recommendations, that the layout asks for.
func (s *spine) lists() {
	asked := func(name string) bool {
		return slices.ContainsFunc(s.d.Settings.Lists, func(t sources.Text) bool { return t.Value == name })
	}
	for _, name := range []string{figures, tables} {
		if asked(name) {
			s.add(Part{Kind: ledger.List, ID: own(name), Title: s.say(name), List: name})
		}
	}
	if asked(Consolidated) && len(s.r.groups) > 0 {
		s.add(Part{Kind: ledger.List, ID: own("recommendations-table"), Title: s.say("recommendations-table"),
			List: Consolidated})
	}
}

func (s *spine) chapters(kind ledger.Kind, list []*Chapter) {
	for _, c := range list {
		s.add(Part{Kind: kind, ID: c.ID, Item: c.ID, Title: c.Title, Chapter: c, Texts: texts(c.Text)})
	}
}

func (s *spine) summary() {
	if m := s.d.Summary; m != nil && m.Text != nil {
		s.add(Part{Kind: ledger.Summary, ID: summaryID, Item: summaryID, Title: m.Title, Summary: m,
			Texts: texts(m.Text)})
	}
	if s.place() != partTwo {
		s.behind(s.ofSummary(), 1)
	}
}

func (s *spine) sessions() {
	for _, v := range s.r.sessions {
		s.add(Part{Kind: ledger.Session, ID: v.ID, Item: v.ID, Title: v.Title, Session: v, Texts: v.texts()})
		if s.place() == afterSession {
			s.behindSession(v)
		}
	}
}

func (s *spine) recommendations() {
	if len(s.r.groups) == 0 {
		return
	}
	p := Part{Kind: ledger.Recommendations, ID: own("recommendations"), Title: s.say("recommendations"),
		Groups: s.r.groups}
	for _, r := range s.d.Recommendations {
		p.Texts = append(p.Texts, texts(r.Text)...)
	}
	s.add(p)
}

// statements are the texts as delivered or translated, a part each below one heading.
func (s *spine) statements() {
	headed := false
	for _, v := range s.d.Statements {
		behind := s.place() == afterStatement && len(v.Originals) > 0
		if v.Text == nil && !behind {
			continue
		}
		if !headed {
			s.heading(s.say("statements"), v.ID)
			headed = true
		}
		if v.Text == nil {
			s.behind(s.ofStatement(v), 1)
			continue
		}
		s.add(Part{Kind: ledger.Statement, ID: v.ID, Item: v.ID, Title: v.Cited(), Name: s.d.nameOf(v), level: 1,
			Nested: true, Statement: v, Texts: texts(v.Text)})
		if behind {
			s.behind(s.ofStatement(v), 2)
		}
	}
}

// hasSpeakers reports whether the index has anyone to name.
func (d *Document) hasSpeakers() bool {
	return slices.ContainsFunc(d.Statements, func(s *Statement) bool { return len(s.Speakers) > 0 })
}

// texts is a list of the texts that are there.
func texts(t *Text) []*Text {
	if t == nil {
		return nil
	}
	return []*Text{t}
}

// whole is the list without what has nothing to list: a part that has nothing is not in the report.
func (s *spine) whole() []Part {
	parts := s.d.fillLists(s.parts)
	if !slices.ContainsFunc(parts, func(p Part) bool { return p.InContents }) {
		parts = slices.DeleteFunc(parts, func(p Part) bool { return p.Kind == ledger.Contents })
	}
	return parts
}
