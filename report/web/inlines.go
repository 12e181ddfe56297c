package web

import (
	"strings"

	"rapporteur/layout"
)

// inlines writes words. Neighbours that lead to one place are one link.
func (w *writer) inlines(list []layout.Inline) {
	for i := 0; i < len(list); {
		link := w.target(&list[i])
		k := i + 1
		for k < len(list) && link != "" && list[k].Link == list[i].Link && list[k].Note == nil {
			k++
		}
		if link != "" {
			name := ""
			if k == i+1 && list[i].Name != list[i].Text {
				name = list[i].Name
			}
			w.open("a", "href", link, "aria-label", name)
		}
		for ; i < k; i++ {
			w.inline(&list[i])
		}
		if link != "" {
			w.end("a")
		}
	}
}

// target is where words lead; "" nowhere.
func (w *writer) target(in *layout.Inline) string {
	if in.Note != nil {
		return ""
	}
	if id, inside := strings.CutPrefix(in.Link, "#"); inside {
		return w.href(id)
	}
	if safe(in.Link) {
		return in.Link
	}
	return ""
}

// emphases are the elements that words of each emphasis stand in.
var emphases = []struct {
	is    layout.Emphasis
	tag   string
	class string
}{{layout.Bold, "strong", ""}, {layout.Italic, "em", ""}, {layout.SmallCaps, "span", "small-caps"},
	{layout.Superior, "sup", ""}, {layout.Inferior, "sub", ""}, {layout.Sans, "code", ""}}

func (w *writer) inline(in *layout.Inline) {
	if in.Anchor != "" {
		w.element("span", "", "id", w.id(in.Anchor))
	}
	switch {
	case in.Note != nil:
		w.call(in.Note)
	case in.Figure != nil:
		if in.Figure.Picture != nil {
			w.picture(in.Figure, "inline")
		}
	default:
		w.words(in)
	}
	if in.Break {
		w.open("br")
	}
}

func (w *writer) words(in *layout.Inline) {
	text := in.Text
	if in.Ref != nil {
		text = w.e.Pages.Say(*in.Ref)
	}
	if text == "" {
		return
	}
	foreign := w.foreign(in.Lang)
	if foreign != nil {
		w.open("span", foreign...)
	}
	var open []string
	for _, e := range emphases {
		if in.Emph&e.is != 0 {
			w.open(e.tag, "class", e.class)
			open = append(open, e.tag)
		}
	}
	w.text(text)
	for i := len(open) - 1; i >= 0; i-- {
		w.end(open[i])
	}
	if foreign != nil {
		w.end("span")
	}
}

// noteID is what the PDF calls the place of a note; that of its mark begins otherwise.
func (w *writer) noteID(n *layout.Note) string { return "note:" + w.run + ":" + n.ID }

func (w *writer) callID(n *layout.Note) string { return "call:" + w.run + ":" + n.ID }

// call writes the mark of a note, which leads to its text.
func (w *writer) call(n *layout.Note) {
	w.notes = append(w.notes, n)
	w.open("sup", "id", w.id(w.callID(n)), "class", "call")
	w.element("a", n.Mark, "href", "#"+w.noteID(n), "role", "doc-noteref", "aria-label",
		w.e.Document.Words.Say("note", "n", n.Mark))
	w.end("sup")
}

// endnotes writes the texts of the notes that were called, each with a way back. A note may call another.
func (w *writer) endnotes(title string) {
	if len(w.notes) == 0 {
		return
	}
	back := w.e.Document.Words.Say("note-back")
	w.open("section", "role", "doc-endnotes", "class", "notes", "aria-label", title)
	w.open("ol", "role", "list", "class", "labelled")
	for i := 0; i < len(w.notes); i++ {
		n := w.notes[i]
		w.open("li", "id", w.id(w.noteID(n)))
		w.element("span", n.Mark, "class", "label")
		w.text(" ")
		w.open("div")
		w.blocks(n.Blocks)
		w.open("p", "class", "back")
		w.element("a", "↩", "href", "#"+w.callID(n), "role", "doc-backlink", "aria-label", back+" ("+n.Mark+")")
		w.end("p")
		w.end("div")
		w.end("li")
	}
	w.end("ol")
	w.end("section")
	w.line()
}
