package document

import (
	"slices"
	"strconv"
	"strings"

	"rapporteur/sources"
)

// IndexGroup is a heading of the index: those who spoke under their names, or the bodies that they spoke for.
type IndexGroup struct {
	Title   string
	Entries []*IndexEntry
}

// IndexEntry is who is looked up, and where to find them.
type IndexEntry struct {
	Name  string
	Lines []*IndexLine
	Floor []*Item       // the sessions in which a delegation took the floor besides
	Cited []*CitedPlace // the numbered paragraphs that name their statements
	key   string
}

// IndexLine is what one speaker said, and, below a delegation, who that was; "" where the entry says it.
type IndexLine struct {
	Who        string
	Statements []*Statement
}

// CitedPlace is a numbered paragraph with its anchor.
type CitedPlace struct{ ID, Number string }

// index finds what the index lists: people who have a name, and delegations, each with statements, sessions and the
// paragraphs of the report that speak of them.
func (r *resolver) index() {
	x := &indexer{d: r.d, people: map[string]*IndexEntry{}, parties: map[string]*IndexEntry{}}
	for _, s := range r.d.Statements {
		for _, p := range s.Speakers {
			for _, e := range x.entries(p) {
				e.line(x.who(e, p), s)
			}
		}
	}
	for _, s := range r.sessions {
		x.floor(s)
	}
	x.cited()
	for _, g := range []IndexGroup{{r.d.Words.Say("speakers"), x.named}, {r.d.Words.Say("index-parties"), x.bodies}} {
		if len(g.Entries) == 0 {
			continue
		}
		sorted := IndexGroup{Title: g.Title}
		r.order.Sort(len(g.Entries), func(i int) string { return g.Entries[i].key }, func(order []int) {
			for _, i := range order {
				sorted.Entries = append(sorted.Entries, g.Entries[i])
			}
		})
		r.d.Index = append(r.d.Index, sorted)
	}
}

// indexer gathers the entries of the index.
type indexer struct {
	d               *Document
	named, bodies   []*IndexEntry
	people, parties map[string]*IndexEntry // by what tells them apart
	anchored        int
}

// entries are those under which a speaker is looked up: a name, a delegation, or both; an office where there is
// neither.
func (x *indexer) entries(p Person) []*IndexEntry {
	var out []*IndexEntry
	if p.Name != "" || p.Party == nil {
		out = append(out, entryOf(&x.named, x.people, p.Long(), p.Key()))
	}
	if p.Party != nil {
		out = append(out, x.party(p.Party))
	}
	return out
}

func (x *indexer) party(p *Party) *IndexEntry {
	key := p.Sort
	if key == "" {
		key = p.Name
	}
	return entryOf(&x.bodies, x.parties, p.Name, key)
}

// who is what a delegation's entry calls a speaker.
func (x *indexer) who(e *IndexEntry, p Person) string {
	if p.Party == nil || e != x.parties[p.Party.Name] {
		return ""
	}
	p.Party = nil
	return p.Long()
}

func entryOf(list *[]*IndexEntry, known map[string]*IndexEntry, name, key string) *IndexEntry {
	e := known[name]
	if e == nil {
		e = &IndexEntry{Name: name, key: key}
		known[name] = e
		*list = append(*list, e)
	}
	return e
}

// line puts a statement below who made it.
func (e *IndexEntry) line(who string, s *Statement) {
	for _, l := range e.Lines {
		if l.Who == who {
			l.Statements = append(l.Statements, s)
			return
		}
	}
	e.Lines = append(e.Lines, &IndexLine{who, []*Statement{s}})
}

// floor enters who took the floor in a session beside those who made a statement.
func (x *indexer) floor(s *Session) {
	for _, p := range s.Floor {
		e := x.party(p)
		e.Floor = append(e.Floor, x.d.Item(s.ID))
	}
	for _, section := range s.Sections {
		if section.Panel != nil {
			x.floor(section.Panel)
		}
	}
}

// cited enters the paragraphs that refer to statements. Those of annexes are left out: their numbers begin anew.
func (x *indexer) cited() {
	for i := range x.d.Parts {
		if !x.d.Parts[i].Kind.Chapter() {
			continue
		}
		for _, t := range x.d.Parts[i].Texts {
			var above *Block // the numbered paragraph that what is below it belongs to
			walkBlocks(t.Blocks, func(b *Block) {
				if b.Paragraph > 0 {
					above = b
				}
				if above != nil {
					walkInlines(b.Inlines, func(in *Inline) { x.mention(in, above) })
				}
			})
		}
	}
}

// mention enters a paragraph for everyone whose statement a reference in it names.
func (x *indexer) mention(in *Inline, b *Block) {
	if in.Kind != sources.Reference || in.To == nil || in.To.Statement == nil {
		return
	}
	if b.ID == "" {
		x.anchored++
		b.ID = citedID(x.anchored)
	}
	place := CitedPlace{b.ID, b.Numeral()}
	for _, p := range in.To.Statement.Speakers {
		for _, e := range x.entries(p) {
			if !slices.ContainsFunc(e.Cited, func(c *CitedPlace) bool { return c.ID == place.ID }) {
				e.Cited = append(e.Cited, &place)
			}
		}
	}
}

// Paragraph is the number of the recommendation's first numbered paragraph as it is printed; "" where it has none.
func (r *Recommendation) Paragraph() string {
	if r.Text == nil {
		return ""
	}
	number := ""
	walkBlocks(r.Text.Blocks, func(b *Block) {
		if number == "" && b.Paragraph > 0 {
			number = b.Numeral()
		}
	})
	return number
}

// Numeral is the number of a paragraph as it is printed: "12", "12 bis".
func (b *Block) Numeral() string {
	return inserted(strconv.Itoa(b.Paragraph), "\u00a0", b.Ordinal)
}

// inserted is a number with the word after it that tells of paragraphs put in later; Chinese has no space between.
func inserted(n, space, ordinal string) string {
	if ordinal == "" || strings.HasPrefix(ordinal, "之") {
		return n + ordinal
	}
	return n + space + ordinal
}
