package layout

import (
	"cmp"
	"strings"
)

// table says how large a table is and what it is called, then its rows: cells in order, headers as such.
func (sp *speaker) table(n Node, depth int, lang string) {
	rows, columns := sp.below(n, "TR"), 0
	for _, k := range sp.kids[cmp.Or(first(rows), n)] {
		columns += max(1, sp.s.Tree.Nodes[k].Attr().ColSpan)
	}
	sp.line(depth, lang, "table, ", counted(len(rows), "row"), ", ", counted(columns, "column"),
		called(sp.s.Tree.Nodes[n].Attr().Summary))
	for _, row := range rows {
		var cells []string
		var after []Node
		for _, k := range sp.kids[row] {
			e := &sp.s.Tree.Nodes[k]
			words := sp.words(k, cmp.Or(e.Lang, lang))
			if e.Tag == "TH" {
				words = strings.ToLower(e.Attr().Scope) + " header " + words
			}
			if n := e.Attr().ColSpan; n > 1 {
				words += " (" + counted(n, "column") + ")"
			}
			cells = append(cells, words)
			after = append(after, sp.below(k, "Note")...)
		}
		sp.line(depth+1, lang, strings.Join(cells, " | "))
		for _, note := range after {
			sp.element(note, depth+2, lang)
		}
	}
}

// number counts the elements of a type right below another.
func (sp *speaker) number(n Node, tag Tag) int {
	count := 0
	for _, k := range sp.kids[n] {
		if sp.s.Tree.Nodes[k].Tag == tag {
			count++
		}
	}
	return count
}

func first(list []Node) Node {
	if len(list) == 0 {
		return 0
	}
	return list[0]
}

// below lists the elements of a type below another, but not those below one another.
func (sp *speaker) below(n Node, tag Tag) []Node {
	var out []Node
	for _, k := range sp.kids[n] {
		if sp.s.Tree.Nodes[k].Tag == tag {
			out = append(out, k)
		} else {
			out = append(out, sp.below(k, tag)...)
		}
	}
	return out
}
