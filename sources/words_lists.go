package sources

import (
	"strconv"

	"rapporteur/sources/office"
)

// lists converts items, each with what belongs to it, into one list or several. after says that a list stands before
// them.
func (w *words) lists(stretch []office.Block, after bool) []Block {
	if w.depth >= maxDepth {
		return nil
	}
	w.depth++
	w.inside++
	defer func() { w.depth--; w.inside-- }()
	var out []Block
	for i := 0; i < len(stretch); {
		first := stretch[i].Para
		level := first.Item.Level
		list := Block{Kind: List, Pos: w.pos(first.At), Ordered: first.Item.Label != ""}
		var items []*office.Item
		for i < len(stretch) {
			p := stretch[i].Para
			n := len(list.Blocks)
			if p.Item == nil {
				list.Blocks[n-1].Blocks = w.passage(list.Blocks[n-1].Blocks, p)
				i++
				continue
			}
			if p.Item.Level > level && n > 0 {
				end := i + 1
				for end < len(stretch) && (stretch[end].Para.Item == nil || stretch[end].Para.Item.Level > level) {
					end++
				}
				last := &list.Blocks[n-1]
				last.Blocks = append(last.Blocks, w.lists(stretch[i:end], false)...)
				i = end
				continue
			}
			if p.Item.Level != level || n > 0 && !follows(items[len(items)-1], p.Item) {
				break
			}
			items = append(items, p.Item)
			list.Blocks = append(list.Blocks, Block{Kind: Item, Pos: w.pos(p.At), Blocks: w.itemWords(p)})
			i++
		}
		numbered(&list, items)
		list.Tight = tight(&list)
		if !list.Ordered && list.Delimiter == '-' && after {
			list.Delimiter = '*'
		}
		after = list.Delimiter == '-' // two lists side by side are told apart by their signs, as in Markdown
		out = append(out, list)
	}
	return out
}

// follows reports whether an item goes on with the list of the one before.
func follows(before, it *office.Item) bool {
	if before.Label == "" || it.Label == "" {
		return before.Label == it.Label
	}
	return before.Format == it.Format && it.Number == before.Number+1
}

// numbered says how a list counts: as Markdown does where it can, else every item has its label.
func numbered(list *Block, items []*office.Item) {
	list.Delimiter = '-'
	if !list.Ordered {
		return
	}
	list.Start, list.Delimiter = items[0].Number, '.'
	for _, delimiter := range []byte{'.', ')'} {
		plain := items[0].Number >= 0
		for i, it := range items {
			plain = plain && it.Label == strconv.Itoa(items[0].Number+i)+string(rune(delimiter))
		}
		if plain {
			list.Delimiter = delimiter
			return
		}
	}
	for i, it := range items {
		list.Blocks[i].Label = it.Label
	}
}

// tight reports whether a list is one of single lines, with lists in them at most.
func tight(list *Block) bool {
	for _, item := range list.Blocks {
		for i, b := range item.Blocks {
			if i == 0 && b.Kind != Paragraph || i > 0 && b.Kind != List {
				return false
			}
			if b.Kind == List && !b.Tight {
				return false
			}
		}
	}
	return true
}
