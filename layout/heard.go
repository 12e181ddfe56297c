package layout

import "strings"

// What is said to those who hear a page, and not printed: a note's name, an empty cell, the columns of the contents.

// heard gives words of a language that are not printed. A language that has none says the report's; tag is then that
// language's, and "" otherwise.
func (s *stack) heard(lang *Language, key string, pairs ...string) (words, tag string) {
	if lang.Strings[key] == "" {
		lang, tag = s.sheet.Lang, s.sheet.Lang.Tag
	}
	return lang.Say(key, pairs...), tag
}

// sayEmpty says of a cell that it is empty, which is otherwise heard as if it were not there.
func (s *stack) sayEmpty(cell Node, lang *Language) {
	e := &s.tree.Nodes[cell]
	words, tag := s.heard(lang, "empty-cell")
	a := e.Attr()
	a.Actual = words
	if e.Attrs = &a; tag != "" {
		e.Lang = tag
	}
}

// heard gives what an entry's columns say: what stands over them and in them, where the entry has no words for it; ""
// of those that are not there.
func (r *register) heard(en *Entry) [3]string {
	out, printed := en.Heard, [3]string{en.Paragraphs, r.said(en.Pages, r.s.say), r.said(en.Beside, r.s.say)}
	if en.Target == "" { // each page is then a link, and says so itself
		printed[1] = ""
	}
	heads := [3]string{r.Heads.Paragraphs, r.Heads.Pages, r.Heads.Beside}
	for i := range out {
		switch {
		case printed[i] == "":
			out[i] = ""
		case out[i] == "":
			out[i] = strings.TrimSpace(heads[i] + " {n}")
		}
	}
	out[0] = strings.ReplaceAll(out[0], "{n}", printed[0])
	out[1] = strings.ReplaceAll(out[1], "{n}", printed[1])
	return out // each page of the last column is said for itself
}

// heardAs gives the element that a column's words go into: one that says words in their place, in the language around.
func (r *register) heardAs(node Node, en *Entry, words string) Node {
	if words == "" {
		return node
	}
	e := Element{Tag: "Span", Alt: r.comma() + words} // a pause, as in the link's description
	if r.s.in(en.Lang) != r.s.lang {
		e.Lang = r.s.lang.Tag
	}
	return r.s.tree.Add(node, e)
}

// described is what an entry's link says: all of the line, with the columns as they are heard.
func (r *register) described(en *Entry) string {
	words, columns := r.named(en), r.heard(en)
	for _, column := range columns[:2] {
		if column != "" {
			words += r.comma() + column
		}
	}
	return words
}

// named is the words of an entry with its label.
func (r *register) named(en *Entry) string {
	words := strings.TrimSpace(knownText(en.Inlines))
	switch {
	case en.Label == "":
	case r.s.sheet.Lang.Numbers.Gap(en.Label) == "": // a Chinese numeral ends in a sign that brings its own
		words = en.Label + words
	default:
		words = en.Label + " " + words
	}
	return words
}

// comma stands between what is said of an entry.
func (r *register) comma() string {
	if mark := r.s.lang.Marks.Comma; mark != "" {
		return mark
	}
	return ", "
}
