package compose

import (
	"path/filepath"
	"slices"
	"testing"

	"rapporteur/layout"
	"rapporteur/layout/kinds"
)

// TestAnchors: ids are found in every kind of block that has words or holds blocks.
func TestAnchors(t *testing.T) {
	at := func(id string) []layout.Inline { return []layout.Inline{{Text: "x", Anchor: id}} }
	in := func(id string) []layout.Block { return []layout.Block{&layout.Paragraph{Anchor: id}} }
	holding := map[string]layout.Block{
		"Group": &layout.Group{Blocks: in("Group")}, "Section": &layout.Section{Blocks: in("Section")},
		"Heading": &layout.Heading{Inlines: at("Heading")}, "Paragraph": &layout.Paragraph{Inlines: at("Paragraph")},
		"List":  &layout.List{Items: []layout.Item{{Blocks: in("List")}}},
		"Quote": &layout.Quote{Blocks: in("Quote")}, "Columns": &layout.Columns{Blocks: in("Columns")},
		"Float":       &layout.Float{Blocks: in("Float")},
		"Definitions": &layout.Definitions{Entries: []layout.DefinitionEntry{{Term: at("Definitions")}}},
		"Table": &layout.Table{Rows: []layout.TableRow{{Cells: []layout.TableCell{
			{More: [][]layout.Inline{at("Table")}}}}}},
		"Figure":  &layout.Figure{Caption: at("Figure")},
		"Roster":  &layout.Roster{Members: [][]layout.Inline{at("Roster")}},
		"Entries": &layout.Entries{Entries: []layout.Entry{{Inlines: at("Entries")}}},
	}
	found, err := kinds.In(filepath.Join("..", "..", "layout"))
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range found {
		var ids []string
		switch b := holding[kind]; {
		case b != nil:
			Anchors([]layout.Block{b}, func(id string) { ids = append(ids, id) })
			if !slices.Equal(ids, []string{kind}) {
				t.Errorf("a %s has the ids %v", kind, ids)
			}
		case !slices.Contains([]string{"Space", "Rule", "PageBreak"}, kind):
			t.Errorf("nobody has tried a %s", kind)
		}
	}
}
