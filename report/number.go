package report

import (
	"strings"

	"rapporteur/layout/lang"
	"rapporteur/sources"
)

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
	numerals  lang.Numbers
}

// number walks the document in the order of the report. Paragraphs run on through introduction, sessions, conclusions and recommendations; each annex starts anew;
// front pieces, the summary and statements have none.
func number(d *Document) *numbers {
	n := &numbers{chapter: map[string]string{}, heading: map[*sources.Block]string{}, paragraph: map[*sources.Block]int{}, first: map[string]int{}, last: map[string]int{},
		home: map[*sources.Block]string{}, lettered: map[string]string{}, next: 1, numerals: d.Words.Numbers}
	chapters := 0
	open := func(id string) {
		chapters++
		n.chapter[id] = n.numeral(chapters)
		n.first[id] = n.next
	}
	shut := func(id string) { n.last[id] = n.next - 1 }
	for _, ch := range d.Introduction {
		open(ch.ID)
		n.text(ch.ID, ch.Text)
		shut(ch.ID)
	}
	for _, s := range d.Sessions {
		open(s.ID)
		var c counters
		n.session(s, &c, 0)
		c.end(0)
		shut(s.ID)
	}
	for _, ch := range d.Conclusions {
		open(ch.ID)
		n.text(ch.ID, ch.Text)
		shut(ch.ID)
	}
	if len(d.Recommendations) > 0 {
		open("recommendations")
		for _, r := range d.Recommendations {
			n.first[r.ID] = n.next
			n.text("recommendations", r.Text)
			n.last[r.ID] = n.next - 1
		}
		shut("recommendations")
	}
	for _, a := range d.Annexes {
		n.next = 1
		n.chapter[a.ID] = annexNumeral(d.Words, a.Number)
		n.first[a.ID] = 1
		n.text(a.ID, a.Text)
		shut(a.ID)
	}
	return n
}

// annexNumeral is an annex's number as the language writes it.
func annexNumeral(words *lang.Language, i int) string {
	if s := words.Numbers.Annex(i); s != "" {
		return s
	}
	return roman(i)
}

// annexName is an annex's name with its number.
func annexName(words *lang.Language, i int) string {
	return words.Say("annex", "n", annexNumeral(words, i))
}

// numeral is a chapter's number as the language writes it.
func (n *numbers) numeral(i int) string {
	if s := n.numerals.Chapter(i); s != "" {
		return s
	}
	return roman(i)
}

// counters number the headings of a chapter, by level below its title; a level starts anew below each heading of the level above.
// Where there is an A there is a B (UN Editorial Manual, headings): a heading alone on its level loses its number when the level ends.
type counters struct {
	count [6]int
	alone [6]func() // takes the number of the level's only heading back
}

// up numbers a heading; drop takes its number back.
func (c *counters) up(level int, numerals lang.Numbers, drop func()) string {
	level = min(max(level, 1), len(c.count))
	c.end(level)
	k := level - 1
	c.count[k]++
	c.alone[k] = drop
	n := c.count[k]
	switch level {
	case 1:
		if s := numerals.Section(n); s != "" {
			return numerals.Ended(s)
		}
		return strings.ToUpper(letter(n)) + "." // AA after Z: no two sections of a chapter bear one letter
	case 2:
		return decimal(n) + "."
	case 3:
		return "(" + letter(n) + ")"
	}
	return ""
}

// end ends the levels below a level; 0 ends them all.
func (c *counters) end(level int) {
	for i := level; i < len(c.count); i++ {
		if c.count[i] == 1 {
			c.alone[i]()
		}
		c.count[i] = 0
	}
}

// session numbers the parts of a session in the order in which compose sets them; base is the level of its own headings' parent.
func (n *numbers) session(s *Session, c *counters, base int) {
	n.textAt(s.ID, s.Intro, c, base)
	if len(s.Statements)+len(s.Floor) > 0 {
		n.letter("speakers:"+s.ID, c, base+1)
	}
	for _, p := range s.Panels {
		n.letter(p.ID, c, base+1)
		n.chapter[p.ID] = n.chapter[s.ID]
		n.first[p.ID] = n.next
		n.session(p, c, base+1)
		n.last[p.ID] = n.next - 1
	}
	if s.Debate != nil {
		n.letter("debate:"+s.ID, c, base+1)
		n.textAt(s.ID, s.Debate, c, base+1)
	}
}

// letter numbers a heading that compose adds.
func (n *numbers) letter(key string, c *counters, level int) {
	n.lettered[key] = c.up(level, n.numerals, func() { delete(n.lettered, key) })
}

// text numbers a chapter of one text.
func (n *numbers) text(id string, t *Text) {
	var c counters
	n.textAt(id, t, &c, 0)
	c.end(0)
}

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
			n.heading[b] = c.up(base+b.Level, n.numerals, func() { delete(n.heading, b) })
		case sources.Paragraph:
			n.paragraph[b] = n.next
			n.next++
		case sources.Div:
			n.blocks(id, b.Blocks, c, base)
		}
	}
}
