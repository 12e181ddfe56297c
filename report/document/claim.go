package document

import (
	"slices"
	"strconv"
	"strings"

	"rapporteur/sources"
	"rapporteur/sources/diag"
)

// fold is an id as ids are compared: without regard to case.
func fold(id string) string { return strings.ToLower(id) }

// claim gives an id to an item; an id that is taken already is an error at the second place. Strings that cannot be ids
// have been reported by the reader.
func (r *resolver) claim(it Item) *Item {
	if it.ID == "" {
		return &it
	}
	key := fold(it.ID)
	if old := r.d.items[key]; old != nil {
		r.bag.AddItem("duplicate-id", it.Pos, it.ID, diag.Args{"id": it.ID, "first": old.Pos.String()})
		return old
	}
	r.d.items[key] = &it
	return &it
}

// claimText gives ids to the headings, paragraphs, tables and figures of a text that have one.
func (r *resolver) claimText(t *Text) {
	if t == nil {
		return
	}
	r.languagesOf(t)
	walkBlocks(t.Blocks, func(b *Block) {
		if b.ID == "" {
			return
		}
		it := Item{ID: b.ID, Kind: ParagraphItem, Title: Plain(b.Inlines), Pos: b.Pos}
		switch b.Kind {
		case sources.Heading:
			it.Kind = HeadingItem
		case sources.TableBlock:
			it.Kind, it.Title = TableItem, b.Table.Caption.called()
		case sources.Figure:
			it.Kind, it.Title = FigureItem, b.Image.Caption.called()
		}
		r.claim(it)
	})
}

// idOr is an id as given, or the one that kind and place make where none is.
func idOr(id sources.Text, kind string, n int) string {
	if !id.IsZero() {
		return id.Value
	}
	return kind + "-" + strconv.Itoa(n)
}

// ids lists the ids that there are.
func (r *resolver) ids() []string {
	var ids []string
	for _, it := range r.d.items {
		ids = append(ids, it.ID)
	}
	slices.Sort(ids)
	return ids
}
