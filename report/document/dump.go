package document

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"rapporteur/report/ledger"
)

// Dump prints the document as meant: what the report is, then its parts in order, each with what it holds below it,
// then the ids. Passwords do not stand in it. It gives the first error of w.
func (d *Document) Dump(w io.Writer) error {
	out := bufio.NewWriter(w)
	p := &printer{out: out}
	p.line(0, "report %q %q", d.Title, d.Subtitle)
	p.line(0, "language %s", d.Lang)
	p.line(0, "symbol %q", d.Symbol)
	p.line(0, "date %s", d.ISODate())
	for i := range d.Parts {
		p.part(d, &d.Parts[i])
	}
	for _, id := range slices.Sorted(maps.Keys(d.items)) {
		it := d.items[id]
		p.line(0, "id %s %s%s", it.ID, it.Kind, spaced(it.Number))
	}
	return out.Flush()
}

type printer struct{ out *bufio.Writer }

func (p *printer) line(depth int, format string, args ...any) {
	p.out.WriteString(strings.Repeat("  ", depth))
	fmt.Fprintf(p.out, format+"\n", args...)
}

func spaced(s string) string {
	if s == "" {
		return ""
	}
	return " " + s
}

func (p *printer) part(d *Document, part *Part) {
	kind := string(part.Kind)
	if !part.HasRun() {
		kind = "heading"
	}
	about := spaced(part.Number)
	if part.Kind.Numbered() && part.Last >= part.First {
		about += " paragraphs " + span(part.First, part.Last)
	}
	if part.InContents {
		about += " contents"
	}
	if part.inOutline {
		about += fmt.Sprintf(" outline %d", part.level)
	}
	p.line(0, "part %s %s %q%s", kind, part.ID, part.Name, about)
	p.holds(d, part)
}

// holds prints what stands in a part, by its kind.
func (p *printer) holds(d *Document, part *Part) {
	switch part.Kind {
	case ledger.Session:
		p.session(1, part.Session)
	case ledger.Recommendations:
		p.recommendations(part.Groups)
	case ledger.Statement:
		p.statement(1, part.Statement)
	case ledger.Received:
		o := part.Original
		p.line(1, "original %s language %s%s", o.File, o.Lang, spaced(o.Chosen()))
	case ledger.List:
		for _, c := range part.Captions {
			p.line(1, "%s %d %q", c.ID, c.Number, Plain(c.Words))
		}
	case ledger.Abbreviations:
		for _, a := range d.Abbreviations {
			p.line(1, "abbreviation %q %q", a.Short, a.Meaning)
		}
	case ledger.Participants:
		for _, g := range d.Members {
			p.line(1, "group %q", g.Name)
			for _, party := range g.Parties {
				p.line(2, "delegation %q members %d", party.Name, len(party.Members))
			}
		}
	default:
		for _, t := range part.Texts {
			p.line(1, "text%s", t.note())
		}
	}
}

func (p *printer) session(depth int, s *Session) {
	for _, o := range s.Officers {
		p.line(depth, "officer %q %q", o.As, o.Long())
	}
	for _, section := range s.Sections {
		switch section.Kind {
		case Intro:
			p.line(depth, "intro%s", section.Text.note())
		case Speakers:
			for _, st := range s.Statements {
				p.statement(depth, st)
			}
			for _, f := range s.Floor {
				p.line(depth, "floor %q", f.Name)
			}
		case Panel:
			p.line(depth, "panel %s %q", section.ID, section.Title)
			p.session(depth+1, section.Panel)
		case Debate:
			p.line(depth, "debate%s", section.Text.note())
		}
	}
}

func (p *printer) statement(depth int, s *Statement) {
	text := ""
	if s.Text != nil {
		text = " text" + s.Text.note()
	}
	p.line(depth, "statement %s %q by %q language %s%s originals %d", s.ID, s.Title, s.By(), s.Lang, text,
		len(s.Originals))
}

func (p *printer) recommendations(groups []*Group) {
	for _, g := range groups {
		if g.Title != "" {
			p.line(1, "group%s %q", spaced(g.Number), g.Title)
		}
		for _, r := range g.Recommendations {
			from := make([]string, len(r.From))
			for i, it := range r.From {
				from[i] = it.ID
			}
			p.line(2, "recommendation %d %s from%s", r.Number, r.ID, spaced(strings.Join(from, " ")))
		}
	}
}

func (t *Text) note() string {
	return fmt.Sprintf(" %s %d blocks %d notes", t.Lang, len(t.Blocks), len(t.Notes))
}

// String names a kind of item.
func (k ItemKind) String() string {
	return [...]string{"statement", "session", "recommendation", "annex", "chapter", "summary", "heading",
		"paragraph"}[k]
}
