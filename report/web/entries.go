package web

import (
	"cmp"
	"strings"

	"rapporteur/layout"
)

// entries writes lines of a contents or an index: each leads to its place, and says after it where that is in the PDF.
func (w *writer) entries(list *layout.Entries) {
	if len(list.Entries) > 0 {
		w.lines(list, 0, 0)
		w.Line()
	}
}

// lines writes a list of the lines from one on, those that stand below one in a list within its item. It gives the
// first line that stands above the level.
func (w *writer) lines(list *layout.Entries, i, level int) int {
	w.Open("ul", "class", "entries", "role", "list")
	for i < len(list.Entries) && list.Entries[i].Level >= level {
		class := ""
		if list.Entries[i].Role == layout.EntryPart {
			class = "part"
		}
		w.Open("li", append(w.Foreign(list.Entries[i].Lang), "class", class)...)
		if list.Entries[i].Level <= level {
			w.entry(list, &list.Entries[i])
			i++
		}
		if i < len(list.Entries) && list.Entries[i].Level > level {
			i = w.lines(list, i, level+1)
		}
		w.End("li")
		w.Line()
	}
	w.End("ul")
	return i
}

func (w *writer) entry(list *layout.Entries, en *layout.Entry) {
	href := ""
	if id, ok := strings.CutPrefix(en.Target, "#"); ok && en.Role != layout.EntryIndex {
		href = w.href(id)
	}
	w.in(en.Lang, func() {
		if href != "" {
			w.Open("a", "href", href)
		}
		if en.Label != "" {
			w.Element("span", en.Label, "class", "number")
			w.Text(w.e.Document.Words.Numbers.Gap(en.Label))
		}
		w.inlines(en.Inlines)
		if href != "" {
			w.End("a")
		}
	})
	w.where(list, en)
}

// where says in which paragraphs, and on which pages of the PDF, a line's place is. In an index the pages are what
// leads there.
func (w *writer) where(list *layout.Entries, en *layout.Entry) {
	comma := cmp.Or(w.e.Document.Words.Marks.Comma, ", ")
	if en.Paragraphs != "" {
		heard := cmp.Or(en.Heard[0], strings.TrimSpace(list.Heads.Paragraphs+" "+en.Paragraphs))
		w.Element("span", comma+heard, "class", "at")
	}
	w.places(en.Pages, comma, en.Heard[1], en.Role == layout.EntryIndex)
	w.places(en.Beside, comma, cmp.Or(en.Heard[2], strings.TrimSpace(list.Heads.Beside+" {n}")), true)
}

// places writes the pages of places after a comma, as they are heard, each with a link where the line does not lead
// there.
func (w *writer) places(refs []layout.Ref, comma, heard string, lead bool) {
	if len(refs) == 0 {
		return
	}
	before, after, _ := strings.Cut(cmp.Or(heard, "{n}"), "{n}")
	w.Open("span", "class", "at")
	w.Text(comma + before)
	for i, r := range refs {
		if i > 0 {
			w.Text(w.e.Document.Words.Joined.Between)
		}
		href := ""
		if lead {
			href = w.href(r.ID)
		}
		if href == "" {
			w.Text(w.e.Pages.Say(r))
			continue
		}
		w.Element("a", w.e.Pages.Say(r), "href", href)
	}
	w.Text(after)
	w.End("span")
}
