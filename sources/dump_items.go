package sources

import (
	"fmt"
	"strconv"
	"strings"

	"rapporteur/sources/diag"
)

func (d *dumper) chapter(name string, c Chapter) {
	d.line(name, c.Pos, c.ID.Value)
	d.in(func() { d.words("title", c.Title); d.prose("text", c.Text) })
}

func (d *dumper) session(name string, s Session) {
	d.line(name, s.Pos, s.ID.Value)
	d.in(func() {
		d.words("title", s.Title)
		d.date("date", s.Date)
		d.person("chair", s.Chair)
		for _, p := range s.Officers {
			d.person("officer", &p)
		}
		d.prose("intro", s.Intro)
		d.prose("debate", s.Debate)
		d.list("floor", s.Floor)
		for _, st := range s.Statements {
			d.statement(st)
		}
		for _, p := range s.Panels {
			d.session("panel", p)
		}
	})
}

func (d *dumper) statement(s Statement) {
	d.line("statement", s.Pos, s.ID.Value)
	d.in(func() {
		for _, p := range s.Speakers {
			d.person("speaker", &p)
		}
		d.words("on_behalf_of", s.OnBehalfOf)
		d.person("delivered_by", s.DeliveredBy)
		d.text("status", s.Status)
		d.words("title", s.Title)
		d.text("language", s.Language)
		d.words("symbol", s.Symbol)
		d.prose("text", s.Text)
		d.originals(s.Originals)
		for _, l := range s.Links {
			d.line("link", l.Pos, "")
			d.in(func() { d.words("title", l.Title); d.text("url", l.URL) })
		}
	})
}

func (d *dumper) person(name string, p *Person) {
	if p == nil {
		return
	}
	d.line(name, p.Pos, "")
	d.in(func() {
		d.words("as", p.As)
		d.words("name", p.Name)
		d.words("role", p.Role)
		d.words("delegation", p.Delegation)
		d.words("sort", p.Sort)
	})
}

func (d *dumper) originals(list []Original) {
	for _, o := range list {
		d.line("original", o.Pos, "")
		d.in(func() {
			d.words("file", o.File)
			for _, r := range o.Pages {
				d.line("pages", r.Pos, fmt.Sprintf("%d-%d", r.First, r.Last))
			}
			d.text("language", o.Language)
			d.text("kind", o.Kind)
			d.text("sha256", o.SHA256)
			d.text("damaged", o.Damaged)
			if !o.Password.IsZero() {
				d.line("password", o.Password.Pos, "(hidden)")
			}
			if !o.PasswordEnv.IsZero() {
				d.line("password_env", o.PasswordEnv.Pos, "(hidden)")
			}
		})
	}
}

func (d *dumper) prose(name string, p *Prose) {
	if p == nil {
		return
	}
	d.line(name, p.Pos, "")
	d.in(func() {
		for _, v := range p.By {
			d.line("version", diag.Pos{}, strings.TrimSpace(v.Lang+" "+v.File))
			d.in(func() {
				d.blocks(v.Blocks)
				for i, n := range v.Notes {
					d.line("note", n.Pos, fmt.Sprintf("%d %q", i, n.Label))
					d.in(func() { d.blocks(n.Blocks) })
				}
			})
		}
	})
}

var blockNames = [...]string{"paragraph", "heading", "list", "item", "quote", "table", "figure", "definitions", "term", "definition", "code", "rule", "div"}

// String names the kind as dumps do.
func (k BlockKind) String() string { return blockNames[k] }

var inlineNames = [...]string{"run", "emphasis", "strong", "code", "link", "reference", "mark", "break", "picture"}

// String names the kind as dumps do.
func (k InlineKind) String() string { return inlineNames[k] }

func (d *dumper) blocks(list []Block) {
	for _, b := range list {
		var rest []string
		add := func(when bool, s string) {
			if when {
				rest = append(rest, s)
			}
		}
		add(b.Kind == Heading, strconv.Itoa(b.Level))
		add(b.Ordered, fmt.Sprintf("from %d", b.Start))
		add(b.Kind == List, fmt.Sprintf("%q", b.Delimiter))
		add(b.Tight, "tight")
		add(b.Lang != "", b.Lang)
		add(b.ID != "", "#"+b.ID)
		d.line(b.Kind.String(), b.Pos, strings.Join(rest, " "))
		d.in(func() {
			d.inlines(b.Inlines)
			d.blocks(b.Blocks)
			d.table(b.Table)
			d.image(b.Image)
		})
	}
}

func (d *dumper) table(t *Table) {
	if t == nil {
		return
	}
	d.out.WriteString(strings.Repeat("  ", d.depth) + "columns " + fmt.Sprint(t.Align) + "\n")
	if t.Caption != nil {
		d.out.WriteString(strings.Repeat("  ", d.depth) + "caption\n")
		d.in(func() { d.inlines(t.Caption) })
	}
	row := func(name string, cells []Cell) {
		for _, c := range cells {
			d.line(name, c.Pos, "")
			d.in(func() { d.inlines(c.Inlines) })
			name = "cell"
		}
	}
	row("head", t.Head)
	for _, cells := range t.Rows {
		row("row", cells)
	}
}

func (d *dumper) image(i *Image) {
	if i != nil {
		d.line("image", i.Pos, fmt.Sprintf("%q %q %q", i.File, i.Alt, i.Title))
	}
}

func (d *dumper) inlines(list []Inline) {
	for _, in := range list {
		rest := in.Target
		switch in.Kind {
		case Run, CodeSpan:
			rest = strconv.Quote(in.Text)
		case NoteMark:
			rest = strconv.Itoa(in.Note)
		}
		d.line(in.Kind.String(), in.Pos, rest)
		d.in(func() { d.inlines(in.Inlines); d.image(in.Image) })
	}
}
