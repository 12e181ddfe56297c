package sources

import (
	"strings"

	"rapporteur/sources/diag"
	"rapporteur/sources/pattern"
)

// What a `:::` block may say of the passage in it: its language, that its paragraphs bear no numbers, that its signs
// mean themselves, that figures and tables stay where they stand. One or several, as in Pandoc's Markdown:
// `::: {lang=fr numbered=false}`.

var (
	divShape     = pattern.Of(`^\{\s*((?:[a-z]+="?[A-Za-z0-9-]+"?\s*)+)\}$`)
	divAttribute = pattern.Of(`([a-z]+)="?([A-Za-z0-9-]+)"?`)
)

// attributes reads what a block says into b; what it may not say is an error.
func (md *markdown) attributes(n *divNode, b *Block) {
	m := divShape.FindStringSubmatch(strings.TrimSpace(n.attributes))
	if m == nil {
		md.add("bad-div", n.Pos(), diag.Args{"found": n.attributes})
		return
	}
	for _, a := range divAttribute.FindAllStringSubmatch(m[1], -1) {
		switch name, value := a[1], a[2]; {
		case name == "lang":
			if md.language(value, n.Pos()) {
				b.Lang = value
			}
		case name == numberedKey.name && value == "false":
			b.Bare = true
		case name == floatName && value == FloatsHere:
			b.Here = true
		case name == literalKey.name && value == proseLiteral:
			b.Literal, md.literal = true, true
		default:
			md.add("bad-div", n.Pos(), diag.Args{"found": n.attributes})
		}
	}
}
