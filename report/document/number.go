package document

import (
	"strconv"
	"strings"

	"rapporteur/layout/lang"
	"rapporteur/report/ledger"
	"rapporteur/sources"
	"rapporteur/sources/diag"
)

// numbering gives chapters, headings and paragraphs their numbers, on the document's own blocks, in the order of the
// parts.
type numbering struct {
	d        *Document
	bag      *diag.Bag
	chapter  int        // the last one's number
	next     int        // the next paragraph's
	first    int        // number of the part's first paragraph, 0 before it
	last     int        // number of its last one so far
	here     string     // number of the part being numbered, as references print it
	lettered []lettered // items of the part that a letter names: known when the part ends
	anew     bool       // numbers typed may begin again with 1: a heading stands before the next paragraph
	levels   counters
}

// lettered is an item whose number is the part's and a heading's.
type lettered struct {
	item   *Item
	letter *string
}

// number walks the parts. Paragraphs run on through introduction, sessions, conclusions and recommendations; each
// annex starts anew; front pieces, the summary and statements have none. Numbers typed in a text that differ from those
// go into the bag.
func number(d *Document, bag *diag.Bag) {
	n := &numbering{d: d, bag: bag, next: 1}
	for i := range d.Parts {
		if p := &d.Parts[i]; p.Kind.Numbered() {
			n.part(p)
		}
	}
}

func (n *numbering) part(p *Part) {
	if p.Kind.Chapter() {
		n.chapter++
		p.Number = chapterNumeral(n.d.Words, n.chapter)
	} else {
		n.next = 1
	}
	if it := n.d.Item(p.Item); it != nil && p.Kind.Chapter() {
		n.doubled(p.Number, p.Title, it.titled, it.ID)
	}
	n.here, n.first, n.last = p.Number, 0, 0
	p.First, p.Last = n.next, n.next-1
	if it := n.d.Item(p.Item); it != nil {
		it.Number = p.Number
	}
	switch p.Kind {
	case ledger.Session:
		n.session(p.Session, 0)
		n.levels.end(0)
	case ledger.Recommendations:
		n.recommendations(p.Groups)
	default:
		for _, t := range p.Texts {
			n.text(t, 0)
			n.levels.end(0)
		}
	}
	if n.first > 0 {
		p.First, p.Last = n.first, n.last
	}
	for _, l := range n.lettered {
		if *l.letter != "" {
			l.item.Number = n.here + "." + n.d.Words.Numbers.Bare(*l.letter)
		}
	}
	n.lettered = nil
}

// letterItem has an id's item numbered by a letter too, when the part ends.
func (n *numbering) letterItem(id string, letter *string) {
	if it := n.d.Item(id); it != nil {
		n.lettered = append(n.lettered, lettered{it, letter})
	}
}

// session numbers the sections of a session; base is the level of its own headings' parent.
func (n *numbering) session(s *Session, base int) {
	for _, section := range s.Sections {
		level := base
		if section.Headed() {
			level++
			n.letter(&section.Number, level)
		}
		n.text(section.Text, level)
		if p := section.Panel; p != nil {
			if it := n.d.Item(p.ID); it != nil {
				it.Number = n.here
			}
			n.letterItem(p.ID, &section.Number)
			n.session(p, level)
		}
	}
}

// recommendations numbers the headings of groups among each other; a recommendation's text has headings of its own.
func (n *numbering) recommendations(groups []*Group) {
	var groupLevels counters
	for _, g := range groups {
		if g.Title != "" {
			g.Number = groupLevels.up(1, n.d.Words.Numbers, &g.Number)
		}
		for _, r := range g.Recommendations {
			if r.Text != nil { // numbers in it are of a list: it is itself numbered
				n.recommended(r)
				n.blocks(r.Text, r.Text.Blocks, 0)
				n.levels.end(0)
			}
		}
	}
	groupLevels.end(0)
}

// letter numbers a heading that compose adds.
func (n *numbering) letter(to *string, level int) { *to = n.levels.up(level, n.d.Words.Numbers, to) }

func (n *numbering) text(t *Text, base int) {
	if t == nil || t.Bare {
		return
	}
	t.Adopted = t.adopt()
	n.blocks(t, t.Blocks, base)
	n.twice(t)
}

// blocks numbers headings and the paragraphs that stand by themselves: those of lists, quotations and notes belong to
// the paragraph before them.
func (n *numbering) blocks(t *Text, blocks []Block, base int) {
	for i := range blocks {
		switch b := &blocks[i]; b.Kind {
		case sources.Heading:
			b.Number = n.levels.up(base+b.Level, n.d.Words.Numbers, &b.Number)
			n.doubled(b.Number, Plain(b.Inlines), b.Pos, t.Item)
			n.letterItem(b.ID, &b.Number)
			n.anew = true
		case sources.Paragraph:
			n.paragraph(t, b)
		case sources.Div:
			if !b.Bare {
				n.blocks(t, b.Blocks, base)
			}
		}
	}
}

// paragraph numbers one paragraph: with the number that comes next, or with the one that was typed before it. Where
// numbers were typed, a paragraph without one has none.
func (n *numbering) paragraph(t *Text, b *Block) {
	if t.Adopted && b.Typed == 0 {
		n.anew = n.anew || heads(b)
		return
	}
	b.Paragraph = n.next
	if t.Adopted && t.Numbers != sources.RenumberNumbers {
		n.compare(t, b)
		b.Paragraph = b.Typed
	} else {
		b.Ordinal = ""
	}
	if it := n.d.Item(b.ID); it != nil {
		it.Paragraph, it.Number = b.Paragraph, inserted(strconv.Itoa(b.Paragraph), " ", b.Ordinal)
	}
	n.next, n.last, t.begun = b.Paragraph+1, b.Paragraph, true
	n.anew = false
	if n.first == 0 {
		n.first = b.Paragraph
	}
}

// compare tells of a typed number that is not the one which comes next. Those of a text that is said to keep them are
// as they should be, and below a heading numbers may begin again.
func (n *numbering) compare(t *Text, b *Block) {
	next := n.next
	if b.Ordinal != "" {
		next--
	}
	args := diag.Args{"number": inserted(strconv.Itoa(b.Typed), " ", b.Ordinal), "next": strconv.Itoa(next)}
	switch {
	case b.Typed == next, t.Numbers == sources.AdoptNumbers, t.begun && n.anew && b.Typed == 1:
	case t.begun:
		args["before"] = strconv.Itoa(n.last)
		n.bag.AddItem("numbers-gap", b.Pos, t.Item, args)
	default:
		n.bag.AddItem("numbers-differ", b.Pos, t.Item, args)
	}
}

// counters number the headings of a chapter, by level below its title; a level starts anew below each heading of the
// level above. Where there is an A there is a B (UN Editorial Manual, headings): a heading alone on its level loses
// its number when the level ends.
type counters struct {
	count [6]int
	alone [6]*string // number of the level's only heading
}

// up numbers a heading; to is where the number will stand, to be taken back there.
func (c *counters) up(level int, numerals lang.Numbers, to *string) string {
	level = min(max(level, 1), len(c.count))
	c.end(level)
	k := level - 1
	c.count[k]++
	c.alone[k] = to
	n := c.count[k]
	switch level {
	case 1:
		if s := numerals.Section(n); s != "" {
			return numerals.Ended(s)
		}
		return strings.ToUpper(letter(n)) + "." // AA after Z: no two sections of a chapter bear one letter
	case 2:
		return strconv.Itoa(n) + "."
	case 3:
		return "(" + letter(n) + ")"
	}
	return ""
}

// end ends the levels below a level; 0 ends them all.
func (c *counters) end(level int) {
	for i := level; i < len(c.count); i++ {
		if c.count[i] == 1 {
			*c.alone[i] = ""
		}
		c.count[i] = 0
	}
}
