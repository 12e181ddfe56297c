package compose

import "rapporteur/layout"

// Anchors gives every id that something may lead to within blocks, but for notes.
func Anchors(list []layout.Block, give func(id string)) {
	put := func(id string) {
		if id != "" {
			give(id)
		}
	}
	words := func(list []layout.Inline) {
		for i := range list {
			put(list[i].Anchor)
		}
	}
	for _, b := range list {
		switch b := b.(type) {
		case *layout.Group:
			put(b.Anchor)
			Anchors(b.Blocks, give)
		case *layout.Section:
			put(b.ID)
			Anchors(b.Blocks, give)
		case *layout.Heading:
			put(b.Anchor)
			words(b.Inlines)
		case *layout.Paragraph:
			put(b.Anchor)
			words(b.Inlines)
		case *layout.List:
			for i := range b.Items {
				put(b.Items[i].Anchor)
				Anchors(b.Items[i].Blocks, give)
			}
		case *layout.Quote:
			Anchors(b.Blocks, give)
		case *layout.Columns:
			Anchors(b.Blocks, give)
		case *layout.Float:
			Anchors(b.Blocks, give)
		case *layout.Definitions:
			for i := range b.Entries {
				words(b.Entries[i].Term)
				Anchors(b.Entries[i].Body, give)
			}
		case *layout.Table:
			cellAnchors(b, words)
		case *layout.Figure:
			words(b.Caption)
		case *layout.Roster:
			for _, m := range b.Members {
				words(m)
			}
		case *layout.Entries:
			for i := range b.Entries {
				words(b.Entries[i].Inlines)
			}
		}
	}
}

// cellAnchors gives the words of all cells.
func cellAnchors(t *layout.Table, words func([]layout.Inline)) {
	for _, rows := range [][]layout.TableRow{t.Head, t.Rows} {
		for i := range rows {
			for k := range rows[i].Cells {
				words(rows[i].Cells[k].Inlines)
				for _, more := range rows[i].Cells[k].More {
					words(more)
				}
			}
		}
	}
}
