package document

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"rapporteur/layout/lang"
	"rapporteur/sources"
	"rapporteur/sources/diag"
	"rapporteur/sources/pattern"
)

// longestCaption is how many characters a paragraph has at most that is taken for a caption.
const longestCaption = 300

// captionedByHand joins to tables and figures the paragraphs beside them that were typed as their captions, "Table 3.
// Catches", "Fig. 1 – Map": above or below. Where the report counts, their
// numbers are the report's.
func captionedByHand(list []Block, l *lang.Language) []Block {
	if !slices.ContainsFunc(list, func(b Block) bool { return b.Table != nil || b.Image != nil || len(b.Blocks) > 0 }) {
		return list
	}
	var out []Block
	for i := range list {
		b := list[i]
		b.Blocks = captionedByHand(b.Blocks, l)
		below := i+1 < len(list) && list[i+1].Table != nil && list[i+1].Table.Caption == nil
		n := len(out)
		above := n > 0 && out[n-1].Table != nil && out[n-1].Table.Caption == nil
		figure := n > 0 && out[n-1].Kind == sources.Figure && out[n-1].Image.Caption == nil
		if below || above {
			if c := captionTyped(&b, l, "table"); c != nil && below {
				list[i+1].Table.Caption, list[i+1].ID = c, cmp.Or(list[i+1].ID, b.ID)
				continue
			} else if c != nil {
				out[n-1].Table.Caption, out[n-1].ID = c, cmp.Or(out[n-1].ID, b.ID)
				continue
			}
		}
		if !figure && i+1 < len(list) && list[i+1].Kind == sources.Figure && list[i+1].Image.Caption == nil &&
			(i+2 == len(list) || captionTyped(&list[i+2], l, "figure") == nil) {
			if c := captionTyped(&b, l, "figure"); c != nil {
				list[i+1].Image.Caption, list[i+1].ID = c, cmp.Or(list[i+1].ID, b.ID)
				continue
			}
		}
		if figure {
			if c := captionTyped(&b, l, "figure"); c != nil {
				out[n-1].Image.Caption, out[n-1].ID = c, cmp.Or(out[n-1].ID, b.ID)
				continue
			}
		}
		out = append(out, b)
	}
	return out
}

// captionShape is how a language begins a caption: its word, a number, and a sign between it and the words. Nil where
// the language has no such words.
func captionShape(l *lang.Language, key string) *pattern.Pattern {
	before, after, found := strings.Cut(l.Strings[key], "{n}")
	if !found {
		return nil
	}
	word, end := regexp.QuoteMeta(strings.TrimSpace(before)), regexp.QuoteMeta(strings.TrimSpace(after))
	short := regexp.QuoteMeta(string([]rune(word + "    ")[:3])) // Fig., Tab., Табл.
	return pattern.Of(`^(?i:` + word + `|` + short + `\pL?\.)[ \x{a0}]?` +
		`(?:\p{Nd}{1,3}(?:\.\p{Nd}{1,3})?|[IVXL]{1,6})` + end + `[ \x{a0}]?[.:：–—-][ \x{a0}]*`)
}

// ownNumber is the number in what a caption begins with.
var ownNumber = pattern.Of(`\p{Nd}+(?:\.\p{Nd}+)?|\b[IVXL]+\b`)

// recaptioned tells of captions whose number in the list of tables or figures is not the one that was typed: sentences
// may name that.
func (r *resolver) recaptioned() {
	for i := range r.d.Parts {
		p := &r.d.Parts[i]
		for _, c := range p.Captions {
			own := ownNumber.FindString(c.Own)
			n := strconv.Itoa(c.Number)
			if own == "" || sources.Figures(own) == n || own == lang.Roman(c.Number) || len(c.Words) == 0 {
				continue
			}
			key := map[string]string{tables: "table", figures: "figure"}[p.List]
			r.bag.Add("caption-renumbered", c.Words[0].Pos,
				diag.Args{"found": c.Own + " " + c.Plain(), "number": r.d.Words.Say(key, "n", n), "list": p.List})
		}
	}
}

// captionTyped gives the caption that a paragraph is, of a table or of a figure; nil where it is none.
func captionTyped(b *Block, l *lang.Language, key string) *Caption {
	if b.Kind != sources.Paragraph {
		return nil
	}
	words := Plain(b.Inlines)
	if utf8.RuneCountInString(words) > longestCaption {
		return nil
	}
	shape := captionShape(l, key)
	if shape == nil {
		return nil
	}
	own := shape.FindString(words)
	if own == "" || len(own) == len(words) {
		return nil
	}
	return &Caption{Own: strings.TrimSpace(own), Words: behind(b.Inlines, len(own))}
}
