package layout

import (
	"slices"
	"strconv"
	"strings"

	"rapporteur/layout/text"
)

// register is a table of contents or an index being set: each column is as wide as its widest entry.
type register struct {
	*Entries
	s *stack
	// The widths of the columns at the end side, with the white before them; 0: there is none.
	paragraphs, pages, beside Length
}

// leaderGap is the least white between words and leaders, and between leaders and figures.
const leaderGap = 4 * Pt

func (e Entries) rows(s *stack) {
	if len(e.Entries) == 0 {
		return
	}
	r := &register{Entries: &e, s: s}
	r.measure()
	top := s.tree.Add(s.node, Element{Tag: "TOC"})
	repeated := r.heads(top)
	nest := []Node{top} // by level
	for i := range e.Entries {
		en := &e.Entries[i]
		level := max(0, en.Level)
		for len(nest) > level+1 {
			nest = nest[:len(nest)-1]
		}
		for len(nest) < level+1 {
			nest = append(nest, s.tree.Add(nest[len(nest)-1], Element{Tag: "TOC"}))
		}
		from := len(s.rows)
		r.entry(en, nest[len(nest)-1])
		for k := from; k < len(s.rows); k++ {
			s.rows[k].head = repeated
		}
	}
}

// said gives the words of pages, joined.
func (r *register) said(pages []Ref, say func(Ref) string) string {
	parts := make([]string, len(pages))
	for i, p := range pages {
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
			r.pages = max(r.pages, s.width(look, lang, []Inline{{Text: r.said(en.Pages, s.say)}}))
		}
		if len(en.Beside) > 0 {
			r.beside = max(r.beside, s.width(look, lang, []Inline{{Text: r.said(en.Beside, s.say)}}))
		}
	}
	look := s.headLook()
	for _, c := range r.columns() {
		if c.head != "" {
			*c.width = max(*c.width, s.width(look, s.lang, []Inline{{Text: c.head}}))
		}
		if *c.width > 0 {
			*c.width = min(*c.width+look.Size, s.room()/4)
		}
	}
}

// entryColumn is a column at the end side: its width, and what stands over it.
type entryColumn struct {
	width *Length
	head  string
}

// columns are the columns from the end side.
func (r *register) columns() []entryColumn {
	return []entryColumn{{&r.beside, r.Heads.Beside}, {&r.pages, r.Heads.Pages}, {&r.paragraphs, r.Heads.Paragraphs}}
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
	if r.Heads == (EntryHeads{}) {
		return 0
	}
	look := s.headLook()
	var cells []cell
	end := s.room()
	for _, c := range r.columns() {
		w := *c.width
		if c.head != "" {
			in := s.inner(0, w)
			in.mute(look, c.head)
			cells = append(cells, cell{x: end - w, stack: in})
		}
		end -= w
	}
	if r.Heads.Label != "" {
		in := s.inner(0, end-leaderGap)
		look.Align = text.Start
		in.mute(look, r.Heads.Label)
		cells = append(cells, cell{stack: in})
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
func (r *register) entry(en *Entry, parent Node) {
	s := r.s
	lang := s.in(en.Lang)
	look := s.sheet.Look(en.Role, lang)
	item := s.tree.Add(parent, Element{Tag: "TOCI", Lang: s.ownLang(lang)})
	node, link := r.linked(en, item)
	room := s.room() - r.beside - r.pages
	if en.Paragraphs != "" {
		room -= r.paragraphs
	}
	words := s.inner(node, max(room-leaderGap, 10*Pt))
	words.lang, words.ahead = lang, true
	words.paragraph(r.hung(en, look, lang), lang, node, en.Label, stripped(en.Inlines, link != 0), en.Origin)
	figures := s.figures(en.Role, lang)
	var columns entryColumns
	heard := r.heard(en)
	if en.Paragraphs != "" {
		columns.paragraphs = r.column(figures, lang, r.heardAs(node, en, heard[0]), r.paragraphs-look.Size/2,
			[]Inline{{Text: en.Paragraphs, Origin: en.Origin}}, en)
	}
	if len(en.Pages) > 0 {
		columns.pages = r.column(figures, lang, r.heardAs(node, en, heard[1]), r.pages-look.Size/2,
			r.numbers(en, link != 0), en)
	}
	if len(en.Beside) > 0 {
		columns.beside = r.others(en, item, figures, lang, heard[2])
	}
	s.space(look.Before)
	r.join(words, columns, link, look, en)
	s.space(look.After)
}

// linked adds to an entry's element the node that its words go into, and its link.
func (r *register) linked(en *Entry, node Node) (Node, int32) {
	if en.Target == "" {
		return r.s.tree.Add(node, Element{Tag: "P"}), 0
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
	d.line("entries", e.Heads.Label, e.Heads.Paragraphs, e.Heads.Pages, e.Heads.Beside)
	in := &dumper{d.w, d.depth + 1}
	for i := range e.Entries {
		en := &e.Entries[i]
		var pages []string
		for _, ref := range slices.Concat(en.Pages, en.Beside) {
			pages = append(pages, inlineText([]Inline{{Ref: &ref}}))
		}
		in.line("entry", strconv.Itoa(en.Level), en.Role.String(), named("lang", en.Lang), named("to", en.Target),
			en.Label, inlineText(en.Inlines), en.Paragraphs, strings.Join(pages, ", "))
	}
}

func (r Entries) encode(e *encoder) {
	e.str("entries")
	for _, words := range []string{r.Heads.Label, r.Heads.Paragraphs, r.Heads.Pages, r.Heads.Beside} {
		e.str(words)
	}
	e.int(len(r.Entries))
	for i := range r.Entries {
		en := &r.Entries[i]
		e.int(int(en.Role))
		e.int(en.Level)
		e.str(en.Label)
		e.inlines(en.Inlines)
		e.str(en.Paragraphs)
		for _, pages := range [][]Ref{en.Pages, en.Beside} {
			e.int(len(pages))
			for _, p := range pages {
				e.ref(p)
			}
		}
		for _, words := range en.Heard {
			e.str(words)
		}
		e.str(en.Target)
		e.str(en.Lang)
		e.int(int(en.Origin))
	}
}
