package akn

import (
	"cmp"
	"fmt"
	"strings"

	"rapporteur/layout"
	"rapporteur/report/compose"
)

// claim notes which ids the collection will have, so that what refers to others is written as a reference only where
// it leads somewhere.
func (w *writer) claim(p compose.Piece) {
	switch {
	case p.Part.Original != nil && !p.Part.Kind.Received(): // a divider: what it opens stands for it
		w.alias[p.ID] = p.Part.Original.ID
		return
	case left[p.Part.Kind]:
		return
	}
	w.ids[p.ID] = true
	compose.Anchors(p.Blocks, func(id string) { w.ids[id] = true })
}

// stream is blocks on one level, with the language and the id that groups around them gave.
type stream []flat

type flat struct {
	layout.Block
	lang, id string
}

// flatten takes groups, columns and floats apart: headings within them are headings of the document.
func flatten(list []layout.Block, lang string) (out stream) {
	for _, b := range list {
		switch b := b.(type) {
		case *layout.Group:
			inner := flatten(b.Blocks, cmp.Or(b.Lang, lang))
			if len(inner) > 0 && b.Anchor != "" {
				inner[0].id = b.Anchor
			}
			out = append(out, inner...)
		case *layout.Columns:
			out = append(out, flatten(b.Blocks, lang)...)
		case *layout.Float:
			out = append(out, flatten(b.Blocks, lang)...)
		case *layout.Section:
			inner := flatten(b.Blocks, lang)
			if len(inner) > 0 {
				inner[0].id = b.ID
			}
			out = append(out, inner...)
		case *layout.Space, *layout.Rule, *layout.PageBreak:
		default:
			out = append(out, flat{Block: b, lang: lang})
		}
	}
	return out
}

// body writes the blocks of a document: sections by their headings, numbered paragraphs, and what stands between them.
func (w *writer) body(list []layout.Block) {
	all := flatten(list, "")
	if len(all) == 0 {
		w.Open("p")
		w.End("p")
		return
	}
	open := []int{} // levels of the headings whose sections are open
	for i := 0; i < len(all); {
		if h, is := all[i].Block.(*layout.Heading); is {
			for len(open) > 0 && open[len(open)-1] >= h.Level {
				w.End("hcontainer")
				open = open[:len(open)-1]
			}
			w.head(h, all[i])
			open = append(open, h.Level)
			i++
			continue
		}
		k := i + 1
		for k < len(all) && !begins(all[k].Block) {
			k++
		}
		w.content(all[i:k])
		i = k
	}
	for range open {
		w.End("hcontainer")
	}
}

// begins reports whether a block begins something in the hierarchy: a section, or a numbered paragraph.
func begins(b layout.Block) bool {
	switch b := b.(type) {
	case *layout.Heading:
		return true
	case *layout.Paragraph:
		return b.Label != ""
	}
	return false
}

func (w *writer) head(h *layout.Heading, f flat) {
	w.Open("hcontainer", append(w.Foreign(cmp.Or(h.Lang, f.lang)), "name", "section", "eId",
		w.own(cmp.Or(h.Anchor, f.id)))...)
	if h.Number != "" {
		w.Element("num", h.Number)
	}
	w.Open("heading")
	w.inlines(h.Inlines)
	w.End("heading")
}

// content is a numbered paragraph with what belongs to it, or what stands before the first.
func (w *writer) content(list stream) {
	first, is := list[0].Block.(*layout.Paragraph)
	if !is || first.Label == "" {
		w.Open("hcontainer", "name", "text")
		w.Open("content")
		w.blocks(list)
		w.End("content")
		w.End("hcontainer")
		return
	}
	id := cmp.Or(first.Anchor, list[0].id,
		w.piece.ID+"__para_"+strings.Join(strings.Fields(strings.TrimSuffix(first.Label, ".")), "-"))
	w.Open("paragraph", append(w.Foreign(cmp.Or(first.Lang, list[0].lang)), "eId", w.own(id))...)
	w.Element("num", first.Label)
	w.Open("content")
	bare := *first
	bare.Label, bare.Anchor = "", ""
	w.blocks(append(stream{{Block: &bare, lang: list[0].lang}}, list[1:]...))
	w.End("content")
	w.End("paragraph")
}

// blocks writes blocks that stand in no hierarchy. A caption above a table goes into it.
func (w *writer) blocks(list stream) {
	for i := 0; i < len(list); i++ {
		caption, is := list[i].Block.(*layout.Paragraph)
		if is && caption.Role == layout.Caption && i+1 < len(list) {
			if t, ok := list[i+1].Block.(*layout.Table); ok {
				w.table(t, caption, list[i+1].lang)
				i++
				continue
			}
		}
		w.block(list[i])
	}
}

func (w *writer) block(f flat) {
	switch b := f.Block.(type) {
	case *layout.Paragraph:
		w.Open("p", append(w.Foreign(cmp.Or(b.Lang, f.lang)), "eId", w.own(cmp.Or(b.Anchor, f.id)))...)
		if b.Label != "" {
			w.Text(b.Label + " ")
		}
		w.inlines(b.Inlines)
		w.End("p")
	case *layout.Heading: // within a quotation or a list
		w.Open("p", append(w.Foreign(cmp.Or(b.Lang, f.lang)), "eId", w.own(cmp.Or(b.Anchor, f.id)), "class",
			"heading")...)
		w.inlines(b.Inlines)
		w.End("p")
	case *layout.List:
		w.list(b, f)
	case *layout.Quote:
		w.Open("blockContainer", append(w.Foreign(cmp.Or(b.Lang, f.lang)), "class", "quotation", "eId", w.own(f.id))...)
		w.some(b.Blocks)
		w.End("blockContainer")
	case *layout.Definitions:
		w.definitions(b, f)
	case *layout.Table:
		w.table(b, nil, f.lang)
	case *layout.Figure:
		w.figure(b, f)
	case *layout.Roster:
		w.roster(b, f)
	default:
		w.err = cmp.Or(w.err, fmt.Errorf("a %T cannot be written in Akoma Ntoso", b))
	}
}

// some writes blocks where there must be some.
func (w *writer) some(list []layout.Block) {
	all := flatten(list, "")
	if len(all) == 0 {
		all = stream{{Block: &layout.Paragraph{}}}
	}
	w.blocks(all)
}

func (w *writer) list(l *layout.List, f flat) {
	if len(l.Items) == 0 {
		return
	}
	w.Open("blockList", append(w.Foreign(f.lang), "eId", w.own(f.id), "title", l.Name)...)
	for i := range l.Items {
		w.Open("item", "eId", w.own(l.Items[i].Anchor))
		if l.Items[i].Label != "" {
			w.Element("num", l.Items[i].Label)
		}
		w.some(l.Items[i].Blocks)
		w.End("item")
	}
	w.End("blockList")
}

func (w *writer) definitions(d *layout.Definitions, f flat) {
	if len(d.Entries) == 0 {
		return
	}
	w.Open("blockList", append(w.Foreign(f.lang), "class", "definitions", "title", d.Name)...)
	for i := range d.Entries {
		w.Open("item")
		w.Open("heading")
		w.inlines(d.Entries[i].Term)
		w.End("heading")
		w.some(d.Entries[i].Body)
		w.End("item")
	}
	w.End("blockList")
}

// roster writes a body's name over those who came for it.
func (w *writer) roster(r *layout.Roster, f flat) {
	if r.Name != "" {
		w.Element("p", r.Name, append(w.Foreign(f.lang), "eId", w.own(f.id), "class", "body")...)
	}
	if len(r.Members) == 0 {
		return
	}
	w.Open("blockList", append(w.Foreign(f.lang), "eId", w.own(f.id), "class", "roster", "title", r.Name)...)
	for _, m := range r.Members {
		w.Open("item")
		w.paragraph(m)
		w.End("item")
	}
	w.End("blockList")
}

func (w *writer) paragraph(words []layout.Inline) {
	w.Open("p")
	w.inlines(words)
	w.End("p")
}

func (w *writer) figure(f *layout.Figure, at flat) {
	w.Open("p", "class", "figure", "eId", w.own(at.id))
	if f.Picture != nil {
		w.Figure(f)
	}
	w.End("p")
	if len(f.Caption) > 0 {
		w.Open("p", "class", "caption")
		w.inlines(f.Caption)
		w.End("p")
	}
}
