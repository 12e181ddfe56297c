package akn

import (
	"strings"

	"rapporteur/layout"
	"rapporteur/report/markup"
)

func (w *writer) inlines(list []layout.Inline) { w.Inlines(w, list) }

// Link is what words that lead somewhere stand in: a reference within the collection, or out of it. A place that is
// not in the collection, as a page of the contents is not, is none.
func (w *writer) Link(in *layout.Inline, _ bool) (tag string, pairs []string) {
	id, inside := strings.CutPrefix(in.Link, "#")
	if !inside {
		return "a", []string{"href", in.Link}
	}
	if to := w.alias[id]; to != "" {
		id = to
	}
	if w.ids[id] {
		return "ref", []string{"href", "#" + id}
	}
	return "", nil
}

// Place writes an element that has the id of a place within words.
func (w *writer) Place(id string) {
	if id = w.own(id); id != "" {
		w.Element("marker", "", "name", "place", "eId", id)
	}
}

// Note writes a note where it is called.
func (w *writer) Note(n *layout.Note) {
	w.Open("authorialNote", "marker", n.Mark, "placement", "bottom", "eId", w.own("note:"+w.piece.Run+":"+n.ID))
	w.some(n.Blocks)
	w.End("authorialNote")
}

// Figure writes a picture, or what it shows where it is not published as a file.
func (w *writer) Figure(f *layout.Figure) {
	if address := w.e.Pictures(f.Picture); address != "" {
		w.Element("img", "", "src", address, "alt", f.Alt)
		return
	}
	w.Text("[" + f.Alt + "]")
}

// Break ends a line.
func (w *writer) Break() { w.Element("eol", "") }

// Foreign gives the attribute of what is in another language than what stands around.
func (w *writer) Foreign(lang string) []string {
	if lang == "" || lang == w.lang {
		return nil
	}
	return []string{"xml:lang", lang}
}

// Say is what a reference prints.
func (w *writer) Say(ref layout.Ref) string { return w.e.Pages.Say(ref) }

// emphases are the elements that words of each emphasis stand in.
var emphases = []markup.Emphasis{{Is: layout.Bold, Tag: "b"}, {Is: layout.Italic, Tag: "i"},
	{Is: layout.SmallCaps, Tag: "span", Class: "small-caps"}, {Is: layout.Superior, Tag: "sup"},
	{Is: layout.Inferior, Tag: "sub"}, {Is: layout.Sans, Tag: "span", Class: "code"}}

// Emphases are the elements of Akoma Ntoso.
func (w *writer) Emphases() []markup.Emphasis { return emphases }
