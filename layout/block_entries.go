package layout

import (
	"strconv"
	"strings"

	"rapporteur/layout/text"
)

// register is a table of contents or an index being set: each column is as wide as its widest entry.
type register struct {
	*Entries
	s          *stack
	paragraphs Length // width of the columns at the end side, with the white before them; 0: there is none
	pages      Length
}

// leaderGap is the least white between words and leaders, and between leaders and figures.
const leaderGap = 4 * Pt

func (e Entries) rows(s *stack) {
	if len(e.Entries) == 0 {
		return
	}
	r := &register{Entries: &e, s: s}
	r.measure()
	tag := e.Tag
	if tag == "" {
		tag = "TOC"
	}
	top := s.tree.Add(s.node, Element{Tag: tag})
	repeated := r.heads(top)
	nest := []Node{top} // by level
	for i := range e.Entries {
		en := &e.Entries[i]
		level := max(0, en.Level)
		if tag == "TOC" {
			for len(nest) > level+1 {
				nest = nest[:len(nest)-1]
			}
			for len(nest) < level+1 {
				nest = append(nest, s.tree.Add(nest[len(nest)-1], Element{Tag: "TOC"}))
			}
		}
		from := len(s.rows)
		r.entry(en, nest[len(nest)-1], tag)
		for k := from; k < len(s.rows); k++ {
			s.rows[k].head = repeated
		}
	}
}

// said gives the words of an entry's pages, joined.
func (r *register) said(en *Entry, say func(Ref) string) string {
	parts := make([]string, len(en.Pages))
	for i, p := range en.Pages {
		parts[i] = say(p)
	}
	return strings.Join(parts, r.between())
}

// between stands between two pages.
func (r *register) between() string {
	if b := r.s.sheet.Strings["between"]; b != "" {
		return b
	}
	return ", "
}

func (r *register) measure() {
	s := r.s
	for i := range r.Entries.Entries {
		en := &r.Entries.Entries[i]
		lang := s.in(en.Lang)
		look := s.figures(en.Role, lang)
		if en.Paragraphs != "" {
			r.paragraphs = max(r.paragraphs, s.width(look, lang, []Inline{{Text: en.Paragraphs}}))
		}
		if len(en.Pages) > 0 {
			r.pages = max(r.pages, s.width(look, lang, []Inline{{Text: r.said(en, s.say)}}))
		}
	}
	look := s.headLook()
	for i, w := range []*Length{&r.paragraphs, &r.pages} {
		if r.Heads[i] != "" {
			*w = max(*w, s.width(look, s.lang, []Inline{{Text: r.Heads[i]}}))
		}
		if *w > 0 {
			*w = min(*w+look.Size, s.room()/3)
		}
	}
}

// figures is the look of the columns: upright figures of one width, at the end side.
func (s *stack) figures(role Role, lang *Language) Look {
	l := s.sheet.Look(role, lang)
	l.Tabular, l.SmallCaps, l.Face.Italic, l.Hyphenate = true, false, false, false
	l.Before, l.After, l.Indent, l.Outdent, l.First, l.KeepNext, l.Align = 0, 0, 0, 0, 0, false, text.End
	return l
}

// headLook is the look of the words over the columns.
func (s *stack) headLook() Look {
	l := s.sheet.Look(CellHead, s.lang)
	l.Before, l.After, l.Indent, l.Outdent, l.First, l.KeepNext, l.Hyphenate, l.Align = 0, 0, 0, 0, 0, false, false,
		text.End
	l.Face.Bold, l.Face.Italic = false, true
	return l
}

// heads sets the words above the columns and repeats them at the top of every page that follows. They are artifacts:
// someone who has the list read aloud does not need them.
func (r *register) heads(top Node) int32 {
	s := r.s
	if r.Heads == [2]string{} {
		return 0
	}
	look := s.headLook()
	var cells []cell
	end := s.room()
	for i, w := range []Length{r.pages, r.paragraphs} {
		if words := r.Heads[1-i]; words != "" {
			in := s.inner(0, w)
			in.mute(look, words)
			cells = append(cells, cell{x: end - w, stack: in})
		}
		end -= w
	}
	over := s.inner(0, s.measure)
	over.start, over.end = s.start, s.end
	over.beside(cells, 0, look.Size*4/10, 0)
	rows := artifacts(over.rows)
	for _, row := range rows {
		s.put(row)
		s.stay()
	}
	s.galley.heads = append(s.galley.heads, tableHead{rows: rows, height: tall(rows)})
	return int32(len(s.galley.heads))
}

// mute sets words that are left out of the structure tree.
func (s *stack) mute(look Look, words string) {
	lines, issues := s.setter.Set(&text.Paragraph{Pieces: []text.Piece{{Text: words, Style: style(look, s.lang, 0)}},
		Lang: s.lang, Align: look.Align, Measure: s.measure})
	s.complain(issues)
	for i := range lines {
		s.put(row{kind: lineRow, height: look.height(), depth: look.depth(),
			parts: []part{{y: look.height(), width: s.measure, line: &lines[i], artifact: true}}})
	}
}

// entry sets one line of the list: label, words, leaders, columns. All of it is one link.
func (r *register) entry(en *Entry, parent Node, tag Tag) {
	s := r.s
	lang := s.in(en.Lang)
	look := s.sheet.Look(en.Role, lang)
	node, link := r.item(en, parent, tag, lang)
	room := s.room() - r.pages - r.paragraphs
	words := s.inner(node, max(room-leaderGap, 10*Pt))
	words.lang, words.ahead = lang, true
	words.paragraph(r.hung(en, look, lang), lang, node, en.Label, stripped(en.Inlines, link != 0), en.Origin)
	figures := s.figures(en.Role, lang)
	var paragraphs, pages *stack
	heard := r.heard(en)
	if en.Paragraphs != "" {
		paragraphs = r.column(figures, lang, r.heardAs(node, en, heard[0]), r.paragraphs-look.Size/2,
			[]Inline{{Text: en.Paragraphs, Origin: en.Origin}}, en)
	}
	if len(en.Pages) > 0 {
		pages = r.column(figures, lang, r.heardAs(node, en, heard[1]), r.pages-look.Size/2,
			r.numbers(en, link != 0), en)
	}
	s.space(look.Before)
	r.join(words, paragraphs, pages, link, look, en)
	s.space(look.After)
}

// item adds the elements of an entry: the node that its words go into, and its link.
func (r *register) item(en *Entry, parent Node, tag Tag, lang *Language) (Node, int32) {
	item := Tag("TOCI")
	if tag != "TOC" {
		item = "P"
	}
	node := r.s.tree.Add(parent, Element{Tag: item, Lang: r.s.ownLang(lang)})
	if en.Target == "" {
		if item == "TOCI" {
			node = r.s.tree.Add(node, Element{Tag: "P"})
		}
		return node, 0
	}
	target := en.Target
	if !strings.HasPrefix(target, "#") && !strings.Contains(target, ":") {
		target = "#" + target
	}
	ref := r.s.tree.Add(node, Element{Tag: "Reference"})
	link, el := r.s.galley.link(ref, target, r.described(en))
	return el, link
}

// hung is the look of an entry's words: lines that run on are set in, so that entries are told apart by their first
// words.
func (r *register) hung(en *Entry, look Look, lang *Language) Look {
	l := look
	l.Before, l.After, l.Align, l.KeepNext = 0, 0, text.Start, false
	if r.s.against(lang) {
		l.Align, l.First = text.End, 0
		return l
	}
	switch {
	case en.Label != "" && l.Indent < l.Label:
		l.Indent = l.Label
	case en.Label == "" && l.First == 0:
		l.Indent, l.First = l.Indent+look.Size*3/2, -look.Size*3/2
	}
	return l
}

// numbers are the page column's words. Where the line as a whole leads nowhere each page is a link.
func (r *register) numbers(en *Entry, linked bool) []Inline {
	var out []Inline
	for i := range en.Pages {
		if i > 0 {
			out = append(out, Inline{Text: r.between(), Origin: en.Origin})
		}
		in := Inline{Ref: &en.Pages[i], Origin: en.Origin}
		if id := en.Pages[i].ID; !linked && id != "" {
			in.Link = "#" + id
		}
		out = append(out, in)
	}
	return out
}

func (r *register) column(look Look, lang *Language, node Node, width Length, words []Inline, en *Entry) *stack {
	in := r.s.inner(node, max(width, 10*Pt))
	in.lang, in.ahead = lang, true
	if r.s.against(lang) {
		look.Align = text.Start // the run's end side
	}
	in.paragraph(look, lang, node, "", words, en.Origin)
	return in
}

// join stands the columns beside the last line of the words; where there are more pages than a line holds, they run
// on below.
func (r *register) join(words, paragraphs, pages *stack, link int32, look Look, en *Entry) {
	s := r.s
	n := len(words.rows)
	if pages != nil {
		n = max(n, len(words.rows)-1+len(pages.rows))
	}
	base := max(len(words.rows)-1, 0)
	for i := range max(n, 1) {
		out := row{kind: lineRow, height: look.height(), depth: look.depth(), origin: en.Origin}
		if i < len(words.rows) {
			w := &words.rows[i]
			out.penalty, out.anchors, out.notes, out.kind = w.penalty, w.anchors, w.notes, w.kind
			out.parts = shifted(out.parts, w.parts, s.start, 0)
		} else {
			s.stay()
		}
		edge := s.start + s.room() // where leaders have to stop
		if pages != nil && i >= base && i-base < len(pages.rows) {
			from := len(out.parts)
			out.parts = shifted(out.parts, pages.rows[i-base].parts, s.start+s.room()-pages.measure, 0)
			edge = s.inkFrom(out.parts[from:], edge)
		}
		if paragraphs != nil && i == base && len(paragraphs.rows) > 0 {
			from := len(out.parts)
			out.parts = shifted(out.parts, paragraphs.rows[0].parts, s.start+s.room()-r.pages-paragraphs.measure, 0)
			edge = s.inkFrom(out.parts[from:], edge)
		}
		if i == base && edge < s.start+s.room() && i < len(words.rows) {
			out.parts = r.leaders(out.parts, len(words.rows[i].parts), edge, look)
		}
		if link != 0 {
			out.parts = append(out.parts, part{x: s.start, width: s.room(), height: out.size(), link: link, area: true})
		}
		s.put(out)
	}
	s.after = false
	if look.KeepNext {
		s.stay()
	}
}

// stripped takes from inlines what cannot stand inside a link: other links.
func stripped(inlines []Inline, inLink bool) []Inline {
	if !inLink {
		return inlines
	}
	out := make([]Inline, len(inlines))
	for i, in := range inlines {
		in.Link, in.Note = "", nil
		out[i] = in
	}
	return out
}

func (e Entries) dump(d *dumper) {
	d.line("entries", string(e.Tag), e.Heads[0], e.Heads[1])
	in := &dumper{d.w, d.depth + 1}
	for i := range e.Entries {
		en := &e.Entries[i]
		pages := make([]string, len(en.Pages))
		for k := range pages {
			pages[k] = inlineText([]Inline{{Ref: &en.Pages[k]}})
		}
		in.line("entry", strconv.Itoa(en.Level), en.Role.String(), named("lang", en.Lang), named("to", en.Target),
			en.Label, inlineText(en.Inlines), en.Paragraphs, strings.Join(pages, ", "))
	}
}

func (r Entries) encode(e *encoder) {
	e.str("entries")
	e.str(r.Heads[0])
	e.str(r.Heads[1])
	e.int(len(r.Entries))
	for i := range r.Entries {
		en := &r.Entries[i]
		e.int(int(en.Role))
		e.int(en.Level)
		e.str(en.Label)
		e.inlines(en.Inlines)
		e.str(en.Paragraphs)
		e.int(len(en.Pages))
		for _, p := range en.Pages {
			e.ref(p)
		}
		e.str(en.Heard[0])
		e.str(en.Heard[1])
		e.str(en.Target)
		e.str(en.Lang)
		e.int(int(en.Origin))
	}
	e.str(string(r.Tag))
}
