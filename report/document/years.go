package document

import (
	"slices"
	"strconv"

	"rapporteur/sources"
)

// withoutYears makes paragraphs again of the lists that Markdown saw in sentences which begin with a year: "1968. A
// great year." A number of four figures is an item's only where another goes on with it.
func withoutYears(list []Block) []Block {
	numbers := map[int]bool{}
	for i := range list {
		if b := &list[i]; b.Kind == sources.List && b.Ordered {
			for k := range b.Blocks {
				numbers[b.Start+k] = true
			}
		}
	}
	var out []Block
	for i := range list {
		b := list[i]
		b.Blocks = withoutYears(b.Blocks)
		if !yearAlone(&b) || numbers[b.Start-1] || numbers[b.Start+1] {
			out = append(out, b)
			continue
		}
		inner := b.Blocks[0].Blocks
		year := Inline{Kind: sources.Run, Pos: b.Pos, Text: strconv.Itoa(b.Start) + string(rune(b.Delimiter)) + " "}
		inner[0].Inlines, inner[0].Pos = slices.Insert(inner[0].Inlines, 0, year), b.Pos
		out = append(out, inner...)
	}
	return out
}

// yearAlone reports whether a list has one item only, and a year for its number.
func yearAlone(b *Block) bool {
	return b.Kind == sources.List && b.Ordered && b.Start >= 1000 && b.Start <= 9999 && len(b.Blocks) == 1 &&
		b.Blocks[0].Label == "" && len(b.Blocks[0].Blocks) > 0 && b.Blocks[0].Blocks[0].Kind == sources.Paragraph
}
