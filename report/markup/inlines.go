package markup

import "rapporteur/layout"

// Vocabulary is what inlines become in a language of markup.
type Vocabulary interface {
	// Link is the element in which words stand that lead somewhere, "" where they lead nowhere; alone says that no
	// neighbour leads there too.
	Link(in *layout.Inline, alone bool) (tag string, pairs []string)
	// Place writes what has the id of a place that is here.
	Place(id string)
	// Note writes a note that is called here.
	Note(n *layout.Note)
	// Figure writes a picture that stands in the line.
	Figure(f *layout.Figure)
	// Break ends a line.
	Break()
	// Foreign gives the attributes of words in a language, none where it is that around.
	Foreign(lang string) []string
	// Say is what a reference prints.
	Say(ref layout.Ref) string
	// Emphases are the elements that words of each emphasis stand in, the outermost first.
	Emphases() []Emphasis
}

// Emphasis is the element that words stand in which are emphasized so.
type Emphasis struct {
	Is         layout.Emphasis
	Tag, Class string
}

// Inlines writes words. Neighbours that lead to one place are one link.
func (w *Writer) Inlines(v Vocabulary, list []layout.Inline) {
	for i := 0; i < len(list); {
		tag, pairs, k := "", []string(nil), i+1
		if leads(&list[i]) {
			for k < len(list) && leads(&list[k]) && list[k].Link == list[i].Link {
				k++
			}
			tag, pairs = v.Link(&list[i], k == i+1)
		}
		if tag != "" {
			w.Open(tag, pairs...)
		}
		for ; i < k; i++ {
			w.inline(v, &list[i])
		}
		if tag != "" {
			w.End(tag)
		}
	}
}

// leads reports whether words lead somewhere; a note's mark leads to the note.
func leads(in *layout.Inline) bool { return in.Link != "" && in.Note == nil }

func (w *Writer) inline(v Vocabulary, in *layout.Inline) {
	if in.Anchor != "" {
		v.Place(in.Anchor)
	}
	switch {
	case in.Note != nil:
		v.Note(in.Note)
	case in.Figure != nil:
		if in.Figure.Picture != nil {
			v.Figure(in.Figure)
		}
	case in.Ref != nil:
		w.words(v, in, v.Say(*in.Ref))
	default:
		w.words(v, in, in.Text)
	}
	if in.Break {
		v.Break()
	}
}

// words writes words in the elements of their language and of their emphases.
func (w *Writer) words(v Vocabulary, in *layout.Inline, text string) {
	if text == "" {
		return
	}
	var open []string
	within := func(tag string, pairs ...string) {
		w.Open(tag, pairs...)
		open = append(open, tag)
	}
	if foreign := v.Foreign(in.Lang); foreign != nil {
		within("span", foreign...)
	}
	for _, e := range v.Emphases() {
		if in.Emph&e.Is != 0 {
			within(e.Tag, "class", e.Class)
		}
	}
	w.Text(text)
	for i := len(open) - 1; i >= 0; i-- {
		w.End(open[i])
	}
}
