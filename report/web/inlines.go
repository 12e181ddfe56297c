package web

import (
	"strings"

	"rapporteur/layout"
	"rapporteur/report/markup"
)

func (w *writer) inlines(list []layout.Inline) { w.Inlines(w, list) }

// Link is the link in which words stand that lead somewhere.
func (w *writer) Link(in *layout.Inline, alone bool) (tag string, pairs []string) {
	to, inside := strings.CutPrefix(in.Link, "#")
	switch {
	case inside:
		to = w.href(to)
	case !safe(to):
		to = ""
	}
	if to == "" {
		return "", nil
	}
	name := ""
	if alone && in.Name != in.Text {
		name = in.Name
	}
	return "a", []string{"href", to, "aria-label", name}
}

// Place writes an element that has the id of a place within words.
func (w *writer) Place(id string) { w.Element("span", "", "id", w.id(id)) }

// Figure writes a picture in a line.
func (w *writer) Figure(f *layout.Figure) { w.picture(f, "inline") }

// Break ends a line.
func (w *writer) Break() { w.Open("br") }

// Foreign gives the attributes of what is in a language: none where it is that around.
func (w *writer) Foreign(lang string) []string {
	if lang == "" || lang == w.lang {
		return nil
	}
	return []string{"lang", lang, "dir", w.e.direction(lang)}
}

// Say is what a reference prints.
func (w *writer) Say(ref layout.Ref) string { return w.e.Pages.Say(ref) }

// emphases are the elements that words of each emphasis stand in.
var emphases = []markup.Emphasis{{Is: layout.Bold, Tag: "strong"}, {Is: layout.Italic, Tag: "em"},
	{Is: layout.SmallCaps, Tag: "span", Class: "small-caps"}, {Is: layout.Superior, Tag: "sup"},
	{Is: layout.Inferior, Tag: "sub"}, {Is: layout.Sans, Tag: "code"}}

// Emphases are the elements of HTML.
func (w *writer) Emphases() []markup.Emphasis { return emphases }

// noteID is what the PDF calls the place of a note; that of its mark begins otherwise.
func (w *writer) noteID(n *layout.Note) string { return "note:" + w.run + ":" + n.ID }

func (w *writer) callID(n *layout.Note) string { return "call:" + w.run + ":" + n.ID }

// Note writes the mark of a note, which leads to its text.
func (w *writer) Note(n *layout.Note) {
	w.notes = append(w.notes, n)
	w.Open("sup", "id", w.id(w.callID(n)), "class", "call")
	w.Element("a", n.Mark, "href", "#"+w.noteID(n), "role", "doc-noteref", "aria-label",
		w.e.Document.Words.Say("note", "n", n.Mark))
	w.End("sup")
}

// endnotes writes the texts of the notes that were called, each with a way back. A note may call another.
func (w *writer) endnotes(title string) {
	if len(w.notes) == 0 {
		return
	}
	back := w.e.Document.Words.Say("note-back")
	w.Open("section", "role", "doc-endnotes", "class", "notes", "aria-label", title)
	w.Open("ol", "role", "list", "class", "labelled")
	for i := 0; i < len(w.notes); i++ {
		n := w.notes[i]
		w.Open("li", "id", w.id(w.noteID(n)))
		w.Element("span", n.Mark, "class", "label")
		w.Text(" ")
		w.Open("div")
		w.blocks(n.Blocks)
		w.Open("p", "class", "back")
		w.Element("a", "↩", "href", "#"+w.callID(n), "role", "doc-backlink", "aria-label", back+" ("+n.Mark+")")
		w.End("p")
		w.End("div")
		w.End("li")
	}
	w.End("ol")
	w.End("section")
	w.Line()
}
