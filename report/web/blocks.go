package web

import (
	"cmp"
	"fmt"
	"html/template"
	"strconv"
	"strings"

	"rapporteur/layout"
	"rapporteur/report/markup"
)

// writer writes blocks of one page.
type writer struct {
	*markup.Writer
	e      *Edition
	href   func(id string) string               // where a place of the report is, as the page calls it; "" nowhere
	source func(picture *layout.Picture) string // where a picture is
	run    string                               // id of the run, which notes' ids have
	shift  int                                  // by how much headings stand higher than in the PDF
	lang   string                               // of what stands around
	notes  []*layout.Note                       // called so far, in order
	ids    map[string]bool                      // that the page has
	// permanent: headings that have an address show it
	permanent bool
	err       error // a kind of block that this package does not know
}

// classes are what the style sheet calls paragraphs, where they are not running text.
var classes = map[layout.Role]string{
	layout.Numbered: "numbered", layout.Recommendation: "recommendation", layout.Kicker: "kicker",
	layout.Byline: "byline", layout.Lead: "lead", layout.Speaker: "speaker", layout.Caption: "caption",
	layout.CoverOrganization: "organization", layout.CoverSubtitle: "subtitle", layout.CoverFacts: "facts",
	layout.Fine: "fine", layout.DividerFacts: "facts", layout.DividerNote: "fine",
}

// blocks writes blocks in their order. A caption above a table goes into it.
func (w *writer) blocks(list []layout.Block) {
	for i := 0; i < len(list); i++ {
		caption, is := list[i].(*layout.Paragraph)
		if is && caption.Role == layout.Caption && i+1 < len(list) {
			if t, ok := list[i+1].(*layout.Table); ok {
				w.table(t, caption)
				i++
				continue
			}
		}
		w.block(list[i])
	}
}

func (w *writer) block(b layout.Block) {
	switch b := b.(type) {
	case *layout.Paragraph:
		w.paragraph(b)
	case *layout.Heading:
		w.heading(b)
	case *layout.Group:
		w.group(b)
	case *layout.Section:
		w.Open("section", "id", w.id(b.ID))
		w.blocks(b.Blocks)
		w.End("section")
	case *layout.List:
		w.list(b)
	case *layout.Quote:
		w.within("blockquote", b.Lang, b.Blocks)
	case *layout.Definitions:
		w.definitions(b)
	case *layout.Table:
		w.table(b, nil)
	case *layout.Figure:
		w.figure(b)
	case *layout.Entries:
		w.entries(b)
	case *layout.Columns:
		w.within("div", "", b.Blocks, "class", "columns")
	case *layout.Float:
		w.blocks(b.Blocks)
	case *layout.Roster:
		w.roster(b)
	case *layout.Rule:
		if b.Align == layout.Center { // an author's; the others are ornaments of paper
			w.Open("hr")
		}
	case *layout.Space, *layout.PageBreak:
	default:
		w.err = cmp.Or(w.err, fmt.Errorf("a %T cannot be shown in HTML", b))
	}
}

// id claims an id of the page: "" where there is none, or where something before has it.
func (w *writer) id(id string) string {
	if id == "" || w.ids[id] {
		return ""
	}
	w.ids[id] = true
	return id
}

// html is what was written.
func (w *writer) html() template.HTML { return template.HTML(w.String()) } // all of it was escaped

// in does something within a language.
func (w *writer) in(lang string, do func()) {
	was := w.lang
	w.lang = cmp.Or(lang, was)
	do()
	w.lang = was
}

// within writes blocks in an element of their own.
func (w *writer) within(tag, lang string, list []layout.Block, pairs ...string) {
	w.Open(tag, append(w.Foreign(lang), pairs...)...)
	w.in(lang, func() { w.blocks(list) })
	w.End(tag)
	w.Line()
}

func (w *writer) group(g *layout.Group) {
	class := ""
	if g.Indent > 0 {
		class = "inset"
	}
	if id := w.id(g.Anchor); id != "" || class != "" || w.Foreign(g.Lang) != nil {
		w.within("div", g.Lang, g.Blocks, "id", id, "class", class)
		return
	}
	w.in(g.Lang, func() { w.blocks(g.Blocks) })
}

// lastLevel is the lowest heading that HTML has a name for.
const lastLevel = 6

func (w *writer) heading(h *layout.Heading) {
	level := max(1, h.Level-w.shift)
	tag, deeper := "h"+strconv.Itoa(min(level, lastLevel)), ""
	if level > lastLevel {
		deeper = strconv.Itoa(level)
	}
	w.Open(tag, append(w.Foreign(h.Lang), "id", w.id(h.Anchor), "aria-level", deeper)...)
	if h.Number != "" {
		w.Element("span", h.Number, "class", "number")
		w.Text(w.e.Document.Words.Numbers.Gap(h.Number))
	}
	w.in(h.Lang, func() { w.inlines(h.Inlines) })
	if w.permanent && h.Anchor != "" {
		w.Text(" ")
		w.Element("a", "#"+h.Anchor, "class", "address", "dir", "ltr", "href", "#"+h.Anchor)
	}
	w.End(tag)
	w.Line()
}

func (w *writer) paragraph(p *layout.Paragraph) {
	id := w.id(p.Anchor)
	if id == "" && p.Label != "" { // its number is how others cite it
		id = w.id("paragraph:" + strings.Join(strings.Fields(strings.TrimSuffix(p.Label, ".")), "-"))
	}
	w.Open("p", append(w.Foreign(p.Lang), "id", id, "class", classes[p.Role])...)
	if p.Label != "" {
		w.Element("span", p.Label, "class", "number")
		w.Text(" ")
	}
	w.in(p.Lang, func() { w.inlines(p.Inlines) })
	w.End("p")
	w.Line()
}

// bullets are lists whose labels say nothing: they are the browser's.
const bullets = "Disc"

// list writes a list. Labels stand as they are printed: others cite them. A list without the browser's signs is no
// longer one to some screen readers unless it says so.
func (w *writer) list(l *layout.List) {
	if len(l.Items) == 0 {
		return
	}
	tag, role, class := "ul", "", ""
	if l.Numbering != bullets {
		tag, role, class = "ol", "list", "labelled"
	}
	w.Open(tag, "class", class, "role", role, "aria-label", l.Name)
	for i := range l.Items {
		it := &l.Items[i]
		w.Open("li", "id", w.id(it.Anchor))
		if l.Numbering != bullets && it.Label != "" {
			w.Element("span", it.Label, "class", "label")
			w.Text(" ")
		}
		w.Open("div")
		w.blocks(it.Blocks)
		w.End("div")
		w.End("li")
	}
	w.End(tag)
	w.Line()
}

func (w *writer) definitions(d *layout.Definitions) {
	if len(d.Entries) == 0 {
		return
	}
	class := ""
	if d.Columns {
		class = "short"
	}
	w.Open("dl", "class", class)
	for i := range d.Entries {
		w.Open("div")
		w.Open("dt")
		w.inlines(d.Entries[i].Term)
		w.End("dt")
		w.within("dd", "", d.Entries[i].Body)
		w.End("div")
	}
	w.End("dl")
	w.Line()
}

// roster writes a body's name, and those who came for it as a list that bears it.
func (w *writer) roster(r *layout.Roster) {
	if r.Name != "" {
		w.Element("p", r.Name, "class", "body")
	}
	if len(r.Members) == 0 {
		return
	}
	w.Open("ul", "class", "roster", "role", "list", "aria-label", r.Name)
	for _, m := range r.Members {
		w.Open("li")
		w.inlines(m)
		w.End("li")
	}
	w.End("ul")
	w.Line()
}

func (w *writer) figure(f *layout.Figure) {
	if f.Picture == nil {
		return
	}
	w.Open("figure")
	w.picture(f, "")
	if len(f.Caption) > 0 {
		w.Open("figcaption")
		w.inlines(f.Caption)
		w.End("figcaption")
	}
	w.End("figure")
	w.Line()
}

func (w *writer) picture(f *layout.Figure, class string) {
	w.Open("img", "src", w.source(f.Picture), "!alt", f.Alt, "width", strconv.Itoa(f.Picture.Width),
		"height", strconv.Itoa(f.Picture.Height), "class", class)
}
