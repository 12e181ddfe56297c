package document

import (
	"strings"

	"rapporteur/sources"
	"rapporteur/sources/diag"
	"rapporteur/sources/pattern"
)

// What looks like a slip in a text, of whatever file: signs that are printed (see signs.go), headings that are none,
// page numbers left over from another file. `prose: literal` says that all is meant as it stands.

var (
	headingTyped = pattern.Of(`^(#{1,6}\p{L}[^\s]{0,30})`)
	pageNumber   = pattern.Of(`^(?:[-–—] ?)?\d{1,4}(?: ?[-–—])?$|^\d{1,4} ?/ ?\d{1,4}$|` +
		`^(?i:page|p\.|página|pág\.|seite|стр\.?|страница|صفحة|第) ?\d{1,4} ?页?` +
		`(?: ?(?i:of|sur|de|von|из|من|/) ?\d{1,4})?$`)
)

// longestPageNumber is how many bytes a line has at most that may be a page number: "Page 1234 of 1234".
const longestPageNumber = 32

// slips tells of those of a text.
func (r *resolver) slips(t *Text) {
	for _, s := range t.slips {
		if s.id == "" || r.d.Item(s.id) != nil {
			r.bag.AddItem(s.code, s.pos, t.Item, foundAt(s.pos, s.found))
		}
	}
	if t.Literal {
		return
	}
	r.slipsIn(t, t.Blocks, true)
	for i := range t.Notes {
		r.slipsIn(t, t.Notes[i].Blocks, false)
	}
}

// slipsIn looks through blocks; own says that they stand in the text itself and not within another block.
func (r *resolver) slipsIn(t *Text, list []Block, own bool) {
	for i := range list {
		b := &list[i]
		switch {
		case b.Literal || b.Kind == sources.CodeBlock:
			continue
		case b.Kind == sources.List:
			if r.itemsTwice(t, b); numberedList(b) {
				r.outOfOrder(t, b)
			}
		case b.Kind == sources.Paragraph:
			words := Plain(b.Inlines)
			plain := len(b.Inlines) == 1 && b.Inlines[0].Kind == sources.Run
			if own && plain && len(words) <= longestPageNumber && pageNumber.MatchString(words) {
				r.bag.AddItem("page-number-left", b.Pos, t.Item, diag.Args{"found": words})
			}
			r.deliveryTyped(t, b, words)
			if strings.HasPrefix(words, "#") && !b.Inlines[0].Literal {
				if m := headingTyped.FindString(words); m != "" {
					r.bag.AddItem("heading-typed", b.Pos, t.Item, foundAt(b.Pos, m))
				}
			}
		}
		r.slipsIn(t, b.Blocks, own && b.Kind == sources.Div)
	}
}

// foundAt is what a finding says of words at a place. In a word processor's file other things mend it than in Markdown.
func foundAt(pos diag.Pos, words string) diag.Args {
	args := diag.Args{"found": words}
	if pos.Near != "" {
		args["word"] = "Word"
	}
	return args
}

// outOfOrder tells of the numbers of a list that do not count on: Markdown would have renumbered them.
func (r *resolver) outOfOrder(t *Text, list *Block) {
	for i := 1; i < len(list.Blocks); i++ {
		before, _ := numberOf(list, i-1)
		n, ordinal := numberOf(list, i)
		if n != before+1 && (ordinal == "" || n != before) {
			r.bag.AddItem("label-sequence", list.Blocks[i].Pos, t.Item,
				diag.Args{"label": list.Blocks[i].Label, "before": list.Blocks[i-1].Label})
		}
	}
}
