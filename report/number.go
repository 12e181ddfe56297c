package report

import "rapporteur/sources"

// numbers are all numbers that the report prints but pages: chapters, headings, paragraphs. They are fixed before anything is composed.
type numbers struct {
	chapter   map[string]string         // id of a chapter or session -> "IV"
	heading   map[*sources.Block]string // "A.", "1.", "(a)"
	paragraph map[*sources.Block]int
	first     map[string]int // id -> first and last paragraph of a chapter, session, recommendation or annex
	last      map[string]int
	home      map[*sources.Block]string // id of the chapter that a heading or paragraph stands in
	lettered  map[string]string         // "speakers:"+id, "debate:"+id, panel ids -> letter of the heading that compose adds
	next      int
}

// number walks the document in the order of the report. Paragraphs run on through introduction, sessions, conclusions and recommendations; each annex starts anew;
// front pieces, the summary and statements have none.
func number(d *Document) *numbers {
	n := &numbers{chapter: map[string]string{}, heading: map[*sources.Block]string{}, paragraph: map[*sources.Block]int{}, first: map[string]int{}, last: map[string]int{},
		home: map[*sources.Block]string{}, lettered: map[string]string{}, next: 1}
	chapters := 0
	open := func(id string) {
		chapters++
		n.chapter[id] = roman(chapters)
		n.first[id] = n.next
	}
	shut := func(id string) { n.last[id] = n.next - 1 }
	for _, ch := range d.Introduction {
		open(ch.ID)
		n.text(ch.ID, ch.Text, &counters{})
		shut(ch.ID)
	}
	for _, s := range d.Sessions {
		open(s.ID)
		n.session(s, &counters{}, 0)
		shut(s.ID)
	}
	for _, ch := range d.Conclusions {
		open(ch.ID)
		n.text(ch.ID, ch.Text, &counters{})
		shut(ch.ID)
	}
	if len(d.Recommendations) > 0 {
		open("recommendations")
		for _, r := range d.Recommendations {
			n.first[r.ID] = n.next
			n.text("recommendations", r.Text, &counters{})
			n.last[r.ID] = n.next - 1
		}
		shut("recommendations")
	}
	for _, a := range d.Annexes {
		n.next = 1
		n.chapter[a.ID] = roman(a.Number)
		n.first[a.ID] = 1
		n.text(a.ID, a.Text, &counters{})
		shut(a.ID)
	}
	return n
}

// counters count the headings of a chapter, by level below its title; a level starts anew below each heading of the level above.
type counters [6]int

func (c *counters) up(level int) string {
	level = min(max(level, 1), len(c))
	c[level-1]++
	for i := level; i < len(c); i++ {
		c[i] = 0
	}
	k := c[level-1]
	switch level {
	case 1:
		return string(rune('A'+(k-1)%26)) + "."
	case 2:
		return decimal(k) + "."
	case 3:
		return "(" + letter(k) + ")"
	}
	return ""
}

// session numbers the parts of a session in the order in which compose sets them; base is the level of its own headings' parent.
func (n *numbers) session(s *Session, c *counters, base int) {
	n.textAt(s.ID, s.Intro, c, base)
	if len(s.Statements)+len(s.Floor) > 0 {
		n.lettered["speakers:"+s.ID] = c.up(base + 1)
	}
	for _, p := range s.Panels {
		n.lettered[p.ID] = c.up(base + 1)
		n.chapter[p.ID] = n.chapter[s.ID]
		n.first[p.ID] = n.next
		n.session(p, c, base+1)
		n.last[p.ID] = n.next - 1
	}
	if s.Debate != nil {
		n.lettered["debate:"+s.ID] = c.up(base + 1)
		n.textAt(s.ID, s.Debate, c, base+1)
	}
}

func (n *numbers) text(id string, t *Text, c *counters) { n.textAt(id, t, c, 0) }

func (n *numbers) textAt(id string, t *Text, c *counters, base int) {
	if t != nil {
		n.blocks(id, t.Version.Blocks, c, base)
	}
}

// blocks numbers headings and the paragraphs that stand by themselves: those of lists, quotations and notes belong to the paragraph before them.
func (n *numbers) blocks(id string, blocks []sources.Block, c *counters, base int) {
	for i := range blocks {
		b := &blocks[i]
		n.home[b] = id
		switch b.Kind {
		case sources.Heading:
			n.heading[b] = c.up(base + b.Level)
		case sources.Paragraph:
			n.paragraph[b] = n.next
			n.next++
		case sources.Div:
			n.blocks(id, b.Blocks, c, base)
		}
	}
}
