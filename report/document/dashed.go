package document

import (
	"slices"
	"strings"
	"unicode/utf8"

	"rapporteur/sources"
)

// A list that begins with hyphens and goes on with dashes, as Word makes them of hyphens while one types, is one list:
// to Markdown the lines with dashes are words of the item before.

// dashed makes items of such lines.
func (s *sublists) dashed(list *Block) {
	if list.Ordered {
		return
	}
	var items []Block
	for _, item := range list.Blocks {
		items = append(items, s.divided(item)...)
	}
	list.Blocks = items
}

// divided gives an item, or several in its place. What stands below its lines belongs to the last.
func (s *sublists) divided(item Block) []Block {
	if len(item.Blocks) == 0 || item.Blocks[0].Kind != sources.Paragraph {
		return []Block{item}
	}
	first, below := item.Blocks[0], item.Blocks[1:]
	lines := linesOf(first.Inlines)
	for i := 1; i < len(lines); i++ {
		if !s.itemLike(lines[i-1], lines[i]) {
			return []Block{item}
		}
	}
	items := make([]Block, len(lines))
	for i, line := range lines {
		words := first
		if i > 0 {
			t, _ := s.labelAt(line)
			words.ID, words.Pos, line = "", line[0].Pos, behind(line, t.size)
		}
		if i < len(lines)-1 {
			line = trimLine(line)
		}
		words.Inlines = line
		items[i] = item
		items[i].Pos, items[i].Blocks = words.Pos, []Block{words}
	}
	items[0].Pos = item.Pos
	last := &items[len(items)-1]
	last.Blocks = append(last.Blocks, below...)
	return items
}

// fullLine is how many characters a line has that may have been broken because it was full.
const fullLine = 60

// itemLike reports whether a line begins with a dash or bullet as an item does, and not as words between dashes do
// where a full line was broken.
func (s *sublists) itemLike(before, line []Inline) bool {
	t, is := s.labelAt(line)
	if !is || len(t.readings) > 0 {
		return false
	}
	ended := strings.ContainsRune(".,;:!?", lastRune(strings.TrimSpace(Plain(before))))
	words := strings.TrimSpace(Plain(behind(line, t.size)))
	return (ended || utf8.RuneCountInString(Plain(before)) < fullLine) && !slices.ContainsFunc([]string{" – ", " — "},
		func(dash string) bool { return strings.Contains(words, dash) })
}

// linesOf divides inlines where lines begin.
func linesOf(list []Inline) (lines [][]Inline) {
	from := 0
	for i := 1; i < len(list); i++ {
		if newLine(list, i) {
			lines, from = append(lines, list[from:i]), i
		}
	}
	return append(lines, list[from:])
}
