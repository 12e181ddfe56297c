package verify

import "testing"

func TestOutline(t *testing.T) {
	runFaults(t, []fault{
		{"an item is missing", func(t *testing.T, k *kit) { k.swap(t, "o1", "/Next @o2", "/Next @o3") },
			ItemOutline + " " + OutlineMissing, 4},
		{"the outline is gone", func(t *testing.T, k *kit) { k.swap(t, "catalog", "/Outlines", "/NoOutlines") },
			ItemOutline + " " + OutlineMissing, 3},
		{"an item that nobody planned", func(t *testing.T, k *kit) {
			k.object("extra", "<</Title(More)/Parent @o4/Dest[@page7/Fit]>>")
			k.swap(t, "o4", "/Parent", "/First @extra/Parent")
		}, OutlineExtra, 7},
		{"items change places", func(t *testing.T, k *kit) {
			k.swap(t, "o1", "Opening", "X")
			k.swap(t, "o4", "Recommendations", "Opening")
			k.swap(t, "o1", "X", "Recommendations")
		}, OutlineExtra + " " + OutlineMissing, 3},
		{"an item leads to another page", func(t *testing.T, k *kit) { k.swap(t, "o4", "@page9", "@page3") },
			OutlinePage, 9},
		{"an item leads nowhere", func(t *testing.T, k *kit) { k.swap(t, "o4", "/Dest[@page9/Fit]", "") }, OutlinePage,
			9},
		{"an item is nested", func(t *testing.T, k *kit) {
			k.swap(t, "o3", "/Next @o4", "/First @o4")
		}, OutlineLevel, 9},
		{"an original's item leads into another's",
			func(t *testing.T, k *kit) { k.swap(t, "theirs1", "@page7", "@page8") }, LinkAstray, 6},
		{"an original's item leads to a web address",
			func(t *testing.T, k *kit) { k.swap(t, "theirs1", "/Dest[@page7/Fit]", "/A<</S/URI/URI(http://a)>>") }, "",
			0},
		{"the outline leads in a circle", func(t *testing.T, k *kit) { k.swap(t, "o4", "/Parent", "/Next @o1/Parent") },
			"", 0},
	})
}
