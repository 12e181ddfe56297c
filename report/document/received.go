package document

import (
	"slices"

	"rapporteur/report/ledger"
)

// Where the originals of the summary and of the statements stand: in part two, behind the annexes; behind the chapter
// of their session; or behind the text of their statement. An annex's stand behind the annex.
const (
	partTwo        = "part-two"
	afterSession   = "after-session"
	afterStatement = "after-statement"
)

// place is where the manifest wants them.
func (s *spine) place() string {
	if place := s.d.Settings.Originals.Value; place != "" {
		return place
	}
	return partTwo
}

// dividers are those of part two: before the summary's originals, then before those of the statements in the order of
// speaking.
func (s *spine) dividers() []Part {
	out := s.ofSummary()
	for _, v := range s.d.Statements {
		out = append(out, s.ofStatement(v)...)
	}
	return out
}

// ofSummary are the dividers before the summary's originals.
func (s *spine) ofSummary() []Part {
	m := s.d.Summary
	if m == nil {
		return nil
	}
	p := Part{Item: summaryID, Title: m.Title, Name: m.Title, Summary: m, Nested: true, closed: true}
	return before(m.Originals, p, m.Text == nil)
}

// ofStatement are the dividers before a statement's originals.
func (s *spine) ofStatement(v *Statement) []Part {
	p := Part{Item: v.ID, Title: v.Cited(), Name: s.d.nameOf(v), Statement: v, Nested: true, closed: true}
	return before(v.Originals, p, v.Text == nil)
}

// behind puts originals behind the text that they belong to, a level of the outline below it. The text has the line in
// the contents; where there is none, the first of them has it.
func (s *spine) behind(dividers []Part, level int) {
	for _, p := range dividers {
		p.level = level
		s.received(p, p.ID == p.Item)
	}
}

// behindSession puts the originals of a session's statements behind its chapter.
func (s *spine) behindSession(v *Session) {
	var spoken []int
	v.held(func(w *Session) { spoken = append(spoken, s.spoken[w]...) })
	slices.Sort(spoken)
	for _, i := range spoken {
		for _, p := range s.ofStatement(s.d.Statements[i]) {
			p.level = 1
			s.received(p, true)
		}
	}
}

// nameOf is a statement in a list: who, and under what title.
func (d *Document) nameOf(v *Statement) string {
	by := v.By()
	if v.Title == "" || v.Title == by {
		return by
	}
	return by + d.Words.Marks.Title + v.Title
}

// before gives the dividers of the originals of an item, one each, all like p. Where the item has no text, its id
// leads to the first.
func before(list []*Original, p Part, first bool) []Part {
	var out []Part
	for i, o := range list {
		p.Kind, p.Original, p.ID = ledger.Divider, o, dividerID(p.Item, i)
		if first && i == 0 {
			p.ID = p.Item
		}
		out = append(out, p)
	}
	return out
}

// received adds a divider, and the original's pages after it, one level deeper in the outline. A divider that is not
// named has neither a line in the contents nor an item in the outline; where the original's text is set too, the line
// of that says where both stand.
func (s *spine) received(divider Part, named bool) {
	s.add(divider)
	at := &s.parts[len(s.parts)-1]
	at.InContents, at.inOutline = named && !divider.HasText(), named
	p := divider
	p.Kind, p.ID, p.Title, p.Name = ledger.Received, divider.Original.ID, divider.Name, s.say("original")
	p.level, p.closed = p.level+1, false
	s.add(p)
}

// originals are part two: a divider before each original.
func (s *spine) originals() {
	list := s.dividers()
	if len(list) == 0 || s.place() != partTwo {
		return
	}
	s.open("part-2", "originals")
	below := 0
	if !s.d.Divided {
		s.heading(s.say("originals"), list[0].ID)
		below = 1
	}
	for _, p := range list {
		p.level = below
		s.received(p, true)
	}
}

// annexes are their texts, each followed by its originals. An annex without a text begins with the divider of its
// first original, which then bears the annex's name in the contents and the outline; its other dividers are not named.
func (s *spine) annexes() {
	for _, a := range s.d.Annexes {
		title := s.annexTitle(a)
		p := Part{Item: a.ID, ID: a.ID, Title: title, Name: title, Annex: a}
		if a.Text != nil {
			text := p
			text.Kind, text.Number, text.Texts = ledger.Annex, annexNumeral(s.d.Words, a.Number), texts(a.Text)
			s.add(text)
		}
		for _, divider := range before(a.Originals, p, a.Text == nil) {
			s.received(divider, divider.ID == a.ID)
		}
	}
}

// annexTitle is "Annex II. Title".
func (s *spine) annexTitle(a *Annex) string {
	t := annexName(s.d.Words, a.Number)
	if a.Title != "" {
		t += s.d.Words.Marks.Title + a.Title
	}
	return t
}
