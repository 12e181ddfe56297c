package sources

import (
	"strings"
	"unicode/utf8"
)

// captionMark begins a paragraph that is the caption of the table beside it, as in Pandoc's Markdown.
const captionMark = "Table:"

// captioned joins captions to their tables: to the one before, unless that has a caption already, else to the one
// after; the id of a caption is the table's. Where no table stands beside it a paragraph that begins like a caption is
// a paragraph.
func captioned(list []Block) []Block {
	var out []Block
	for i, b := range list {
		words := captionOf(b)
		switch n := len(out); {
		case words != nil && n > 0 && out[n-1].Kind == TableBlock && out[n-1].Table.Caption == nil:
			out[n-1].Table.Caption, out[n-1].ID = words, b.ID
		case words != nil && i+1 < len(list) && list[i+1].Kind == TableBlock:
			list[i+1].Table.Caption, list[i+1].ID = words, b.ID
		default:
			out = append(out, b)
		}
	}
	return out
}

// captionOf gives the words of a caption, nil where a block is none.
func captionOf(b Block) []Inline {
	if b.Kind != Paragraph || len(b.Inlines) == 0 || b.Inlines[0].Kind != Run {
		return nil
	}
	rest, is := strings.CutPrefix(b.Inlines[0].Text, captionMark)
	if !is {
		return nil
	}
	words := append([]Inline(nil), b.Inlines...)
	words[0].Text = strings.TrimLeft(rest, " ")
	words[0].Pos.Column += utf8.RuneCountInString(b.Inlines[0].Text) - utf8.RuneCountInString(words[0].Text)
	if words[0].Text == "" {
		words = words[1:]
	}
	return words
}
