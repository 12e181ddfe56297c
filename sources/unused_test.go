package sources

import (
	"slices"
	"testing"
)

// TestUnusedTexts: a text beside one that is used is told, what no one means to print is not.
func TestUnusedTexts(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"texts/a.md", "texts/b.md", "texts/c.docx", "texts/~$c.docx", "texts/README.md",
		"texts/map.png", "old/d.md", "e.md", "texts/day 1/chad.md", "texts/day 1/two/mali.rtf", "texts/peru.doc",
		"texts/.git/x.md", "texts/ru/a.md", "texts/fr/b.md", "texts/en/c.md"} {
		write(t, dir, name, "Words.")
	}
	_, found := manifestIn(t, dir, base+"front: [{title: A, text: texts/a.md}]\n")
	var names []string
	for _, d := range found {
		if d.Code == "file-unused" {
			names = append(names, d.Args["file"])
		}
	}
	if want := []string{"texts/b.md", "texts/c.docx", "texts/day 1/chad.md", "texts/day 1/two/mali.rtf",
		"texts/en/c.md", "texts/peru.doc"}; !slices.Equal(names, want) {
		t.Errorf("%v, want %v", names, want)
	}
}
