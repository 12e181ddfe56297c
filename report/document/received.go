package document

import "rapporteur/report/ledger"

// dividers are those of part two: before the summary's originals, then before those of the statements in the order of
// speaking. An annex's original comes after its annex.
func (s *spine) dividers() []Part {
	var out []Part
	if m := s.d.Summary; m != nil {
		p := Part{Item: summaryID, Title: m.Title, Name: m.Title, Summary: m, Nested: true, closed: true}
		out = append(out, before(m.Originals, p, m.Text == nil)...)
	}
	for _, v := range s.d.Statements {
		p := Part{Item: v.ID, Title: v.Cited(), Name: s.d.nameOf(v), Statement: v, Nested: true, closed: true}
		out = append(out, before(v.Originals, p, v.Text == nil)...)
	}
	return out
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
// named has neither a line in the contents nor an item in the outline.
func (s *spine) received(divider Part, named bool) {
	s.add(divider)
	if !named {
		at := &s.parts[len(s.parts)-1]
		at.InContents, at.inOutline = false, false
	}
	p := divider
	p.Kind, p.ID, p.Title, p.Name = ledger.Received, divider.Original.ID, divider.Name, s.say("original")
	p.level, p.closed = p.level+1, false
	s.add(p)
}

// originals are part two: a divider before each original.
func (s *spine) originals() {
	list := s.dividers()
	if len(list) == 0 {
		return
	}
	s.open("part-2", "originals")
	below := 0
	if !s.divided {
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
