package sources

import (
	"fmt"
	"strconv"
	"strings"

	"rapporteur/sources/diag"
)

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

var blockNames = [...]string{
	"paragraph", "heading", "list", "item", "quote", "table", "figure", "definitions", "term", "definition", "code",
	"rule", "div",
}

// String names the kind as dumps do.
func (k BlockKind) String() string { return blockNames[k] }

var inlineNames = [...]string{
	"run", "emphasis", "strong", "code", "link", "reference", "mark", "break", "picture", "superscript", "subscript",
	"small-caps", "passage", "paragraph-break",
}

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
		add(b.Label != "", strconv.Quote(b.Label))
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
			span := ""
			if c.Span > 1 {
				span = "span " + strconv.Itoa(c.Span)
			}
			if c.Above {
				span = strings.TrimSpace(span + " above")
			}
			d.line(name, c.Pos, span)
			d.in(func() { d.inlines(c.Inlines) })
			name = "cell"
		}
	}
	for _, cells := range t.Head {
		row("head", cells)
	}
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
		rest := in.Target + in.Lang
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
