package akn

import (
	"strings"

	"rapporteur/layout"
)

// inlines writes words. Neighbours that lead to one place are one reference.
func (w *writer) inlines(list []layout.Inline) {
	for i := 0; i < len(list); {
		tag, href := w.link(&list[i])
		k := i + 1
		for k < len(list) && tag != "" && list[k].Link == list[i].Link && list[k].Note == nil {
			k++
		}
		if tag != "" {
			w.open(tag, "href", href)
		}
		for ; i < k; i++ {
			w.inline(&list[i])
		}
		if tag != "" {
			w.end(tag)
		}
	}
}

// link is what words that lead somewhere stand in: a reference within the collection, or out of it. A place that is
// not in the collection, as a page of the contents is not, is none.
func (w *writer) link(in *layout.Inline) (tag, href string) {
	if in.Note != nil || in.Link == "" {
		return "", ""
	}
	id, inside := strings.CutPrefix(in.Link, "#")
	if !inside {
		return "a", in.Link
	}
	if to := w.alias[id]; to != "" {
		id = to
	}
	if w.ids[id] {
		return "ref", "#" + id
	}
	return "", ""
}

// emphases are the elements that words of each emphasis stand in.
var emphases = []struct {
	is    layout.Emphasis
	tag   string
	class string
}{{layout.Bold, "b", ""}, {layout.Italic, "i", ""}, {layout.SmallCaps, "span", "small-caps"},
	{layout.Superior, "sup", ""}, {layout.Inferior, "sub", ""}, {layout.Sans, "span", "code"}}

func (w *writer) inline(in *layout.Inline) {
	switch {
	case in.Note != nil:
		w.open("authorialNote", "marker", in.Note.Mark, "placement", "bottom", "eId",
			w.own("note:"+w.piece.Run+":"+in.Note.ID))
		w.some(in.Note.Blocks)
		w.end("authorialNote")
	case in.Figure != nil:
		w.picture(in.Figure)
	default:
		w.words(in)
	}
	if in.Break {
		w.empty("eol")
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
	var open []string
	if foreign, id := w.foreign(in.Lang), w.own(in.Anchor); foreign != nil || id != "" {
		w.open("span", append(foreign, "eId", id)...)
		open = append(open, "span")
	}
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
}

// picture writes a picture, or what it shows where it is not published as a file.
func (w *writer) picture(f *layout.Figure) {
	if f.Picture == nil {
		return
	}
	if address := w.e.Pictures(f.Picture); address != "" {
		w.empty("img", "src", address, "alt", f.Alt)
		return
	}
	w.text("[" + f.Alt + "]")
}
