package sources

import (
	"github.com/yuin/goldmark/ast"

	"rapporteur/sources/diag"
	"rapporteur/sources/pattern"
)

// tellMissing tells of the notes that are called and have no text: of each call, or, where a paragraph begins with one
// and has the note's text after it, only of the colon that is missing there.
func (md *markdown) tellMissing() {
	begins, calls := map[string]*marker{}, map[string]int{}
	for _, n := range md.missing {
		calls[n.name]++
		parent := n.Parent()
		if begins[n.name] == nil && parent.FirstChild() == ast.Node(n) && n.NextSibling() != nil &&
			(parent.Kind() == ast.KindParagraph || parent.Kind() == ast.KindTextBlock) {
			begins[n.name] = n
		}
	}
	for _, n := range md.missing {
		switch first := begins[n.name]; {
		case first == nil || calls[n.name] == 1:
			md.add("note-missing", n.Pos(), diag.Args{"label": n.name})
		case first == n:
			md.add("note-colon", n.Pos(), diag.Args{"label": n.name})
		}
	}
}

// frontMatter is what other programs read at the beginning of a file: lines of keys and values between two of hyphens.
var frontMatter = pattern.Of(`^---[ \t]*\n` +
	`(?:[A-Za-z][\w-]*:.*\n|[ \t-]+.*\n|#.*\n|\n)+?(?:---|\.\.\.)[ \t]*(?:\n|$)`)

// headed reports a text that begins so.
func (md *markdown) headed() bool {
	if !frontMatter.Match(md.src.text) {
		return false
	}
	md.add("front-matter", 0, nil)
	return true
}
