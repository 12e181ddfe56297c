package sources

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"rapporteur/sources/diag"
)

// Links from one place of a text to another: in Markdown `[words](#id)`, where `{#id}` ends the heading or paragraph
// that they lead to.

// within notes a link to a place of the same text, which there must be: see tellLost.
func (md *markdown) within(n ast.Node, target string) (string, bool) {
	id, is := strings.CutPrefix(target, "#")
	if !is || !idShape.MatchString(id) {
		return "", false
	}
	md.leads = append(md.leads, lead{id, max(n.Pos(), 0)})
	return target, true
}

// lead is such a link: its id, and where it stands in the source.
type lead struct {
	id     string
	offset int
}

// tellLost tells of the links whose place is not in the text.
func (md *markdown) tellLost(v *Version) {
	if len(md.leads) == 0 {
		return
	}
	ids := map[string]bool{}
	eachBlock(v.Blocks, func(b *Block) { ids[b.ID] = true })
	for _, l := range md.leads {
		if !ids[l.id] {
			md.add("bad-url", l.offset, diag.Args{"url": "#" + l.id})
		}
	}
}

// eachBlock visits blocks, and those within them.
func eachBlock(list []Block, visit func(*Block)) {
	for i := range list {
		visit(&list[i])
		eachBlock(list[i].Blocks, visit)
	}
}

// ledTo gives the ids of the places that links within a text lead to.
func (v *Version) ledTo() map[string]bool {
	ids := map[string]bool{}
	var look func(list []Inline)
	look = func(list []Inline) {
		for i := range list {
			if id, is := strings.CutPrefix(list[i].Target, "#"); is && list[i].Kind == Hyperlink {
				ids[id] = true
			}
			look(list[i].Inlines)
		}
	}
	visit := func(b *Block) {
		look(b.Inlines)
		if b.Table != nil {
			look(b.Table.Caption)
			for _, row := range append(b.Table.Head[:len(b.Table.Head):len(b.Table.Head)], b.Table.Rows...) {
				for k := range row {
					look(row[k].Inlines)
				}
			}
		}
	}
	eachBlock(v.Blocks, visit)
	for i := range v.Notes {
		eachBlock(v.Notes[i].Blocks, visit)
	}
	return ids
}
