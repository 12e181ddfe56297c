package sources

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"rapporteur/sources/diag"
)

// Dump writes the manifest as `show manifest` prints it: a line for each thing that it says, with line:column. Passwords are not written.
func (m *Manifest) Dump(w io.Writer) error {
	out := bufio.NewWriter(w)
	d := &dumper{out: out}
	d.head(m)
	for _, c := range m.Front {
		d.chapter("front", c)
	}
	for _, a := range m.Abbreviations {
		d.line("abbreviation", a.Key.Pos, strconv.Quote(a.Key.Value))
		d.in(func() { d.words("meaning", a.Meaning) })
	}
	if s := m.Summary; s != nil {
		d.line("summary", s.Pos, "")
		d.in(func() { d.words("title", s.Title); d.prose("text", s.Text); d.originals(s.Originals) })
	}
	for _, c := range m.Introduction {
		d.chapter("introduction", c)
	}
	for _, s := range m.Sessions {
		d.session("session", s)
	}
	for _, c := range m.Conclusions {
		d.chapter("conclusion", c)
	}
	for _, r := range m.Recommendations {
		d.line("recommendation", r.Pos, r.ID.Value)
		d.in(func() {
			d.words("group", r.Group)
			d.prose("text", r.Text)
			d.texts("from", r.From)
			d.list("addressee", r.Addressees)
		})
	}
	for _, p := range m.Participants {
		d.line("participant", p.Pos, strings.TrimSpace(p.Lang+" "+p.Pos.File))
		d.in(func() {
			d.text("group", p.Group)
			d.text("delegation", p.Delegation)
			d.text("name", p.Name)
			d.text("honorific", p.Honorific)
			d.text("role", p.Role)
			d.text("institution", p.Institution)
			d.text("sort", p.Sort)
		})
	}
	for _, a := range m.Annexes {
		d.line("annex", a.Pos, a.ID.Value)
		d.in(func() {
			d.words("title", a.Title)
			d.text("language", a.Language)
			d.prose("text", a.Text)
			d.originals(a.Originals)
		})
	}
	return out.Flush()
}

type dumper struct {
	out   *bufio.Writer // keeps its first error for Flush
	depth int
}

func (d *dumper) line(name string, pos diag.Pos, rest string) {
	for range d.depth {
		d.out.WriteString("  ")
	}
	d.out.WriteString(name)
	if pos.Line > 0 {
		fmt.Fprintf(d.out, " %d:%d", pos.Line, pos.Column)
	}
	if rest != "" {
		d.out.WriteString(" " + rest)
	}
	d.out.WriteByte('\n')
}

func (d *dumper) in(write func()) {
	d.depth++
	write()
	d.depth--
}

func (d *dumper) text(name string, t Text) {
	if !t.IsZero() {
		d.line(name, t.Pos, strconv.Quote(t.Value))
	}
}

func (d *dumper) texts(name string, list []Text) {
	for _, t := range list {
		d.text(name, t)
	}
}

func (d *dumper) words(name string, w Words) {
	if w.One != "" {
		d.line(name, w.Pos, strconv.Quote(w.One))
	}
	for _, t := range w.By {
		d.line(name, t.Pos, t.Lang+" "+strconv.Quote(t.Value))
	}
}

func (d *dumper) list(name string, list []Words) {
	for _, w := range list {
		d.words(name, w)
	}
}

func (d *dumper) date(name string, v Date) {
	if v.IsZero() {
		return
	}
	s := fmt.Sprintf("%04d-%02d-%02d", v.Year, v.Month, v.Day)
	if v.HasTime {
		s += fmt.Sprintf("T%02d:%02d", v.Hour, v.Minute)
	}
	d.line(name, v.Pos, s)
}

func (d *dumper) number(name string, n Number) {
	if n.Given {
		d.line(name, n.Pos, milli(n.Milli))
	}
}

func (d *dumper) head(m *Manifest) {
	d.line("report", m.Report.Pos, m.File)
	d.in(func() {
		v := m.Report
		d.words("title", v.Title)
		d.words("subtitle", v.Subtitle)
		d.texts("language", v.Languages)
		d.date("date", v.Date)
		d.words("symbol", v.Symbol)
		d.text("url", v.URL)
	})
	if v := m.Event; !v.Pos.IsZero() {
		d.line("event", v.Pos, "")
		d.in(func() {
			d.words("title", v.Title)
			d.date("from", v.From)
			d.date("to", v.To)
			d.words("place", v.Place)
			d.list("organizer", v.Organizers)
			d.text("url", v.URL)
		})
	}
	if v := m.Publication; !v.Pos.IsZero() {
		d.line("publication", v.Pos, "")
		d.in(func() {
			d.words("organization", v.Organization)
			d.words("emblem", v.Emblem)
			d.text("sales_number", v.SalesNumber)
			d.text("isbn", v.ISBN)
			d.text("issn", v.ISSN)
			d.text("job", v.Job)
			d.words("distribution", v.Distribution)
			d.words("copyright", v.Copyright)
			d.list("disclaimer", v.Disclaimers)
		})
	}
	if !m.Layout.Pos.IsZero() {
		d.layout(m.Layout)
	}
	for _, v := range m.Delegations {
		d.line("delegation", v.Pos, strconv.Quote(v.Key))
		d.in(func() { d.words("name", v.Name); d.words("group", v.Group); d.words("sort", v.Sort) })
	}
}

func (d *dumper) layout(v Layout) {
	d.line("layout", v.Pos, "")
	d.in(func() {
		d.text("profile", v.Profile)
		d.text("paper", v.Paper)
		d.number("size", v.Size)
		d.number("leading", v.Leading)
		d.number("top", v.Margins.Top)
		d.number("bottom", v.Margins.Bottom)
		d.number("inner", v.Margins.Inner)
		d.number("outer", v.Margins.Outer)
		d.texts("serif", v.Fonts.Serif)
		d.texts("sans", v.Fonts.Sans)
		d.text("stamp", v.Stamp)
		d.text("pagination", v.Pagination)
		d.text("originals", v.Originals)
		d.texts("list", v.Lists)
		d.text("conformance", v.Conformance)
	})
}
