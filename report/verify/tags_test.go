package verify

import "testing"

// TestTags: both ways from marks and annotations to elements, and from elements to what they claim.
func TestTags(t *testing.T) {
	runFaults(t, []fault{
		{"no tree", func(t *testing.T, k *kit) { k.swap(t, "catalog", "/StructTreeRoot", "/NoTree") }, TreeMissing, 0},
		{"not marked", func(t *testing.T, k *kit) { k.swap(t, "catalog", "/Marked true", "/Marked false") },
			TreeMissing, 0},
		{"a page has no key", func(t *testing.T, k *kit) { k.swap(t, "page4", "/StructParents 3", "") }, MarkOrphan, 4},
		{"a page has another's key",
			func(t *testing.T, k *kit) { k.swap(t, "page4", "/StructParents 3", "/StructParents 4") },
			MarkAstray + " " + MarkUnclaimed, 4},
		{"two pages change keys", func(t *testing.T, k *kit) {
			k.swap(t, "page4", "/StructParents 3", "/StructParents 4")
			k.swap(t, "page5", "/StructParents 4", "/StructParents 3")
		}, MarkAstray + " " + MarkUnclaimed, 4},
		{"a mark that the parent tree does not know",
			func(t *testing.T, k *kit) { k.swap(t, "nums1", "[@debate @see @see2]", "[@debate @see]") }, MarkOrphan, 3},
		{"a mark leads to a neighbour's element",
			func(t *testing.T, k *kit) { k.swap(t, "nums1", "[@debate @see @see2]", "[@debate @see2 @see]") },
			MarkUnclaimed, 3},
		{"a mark leads to an element outside the tree",
			func(t *testing.T, k *kit) { k.swap(t, "document", " @speech", "") }, MarkUnclaimed, 4},
		{"an element does not claim its mark", func(t *testing.T, k *kit) { k.swap(t, "speech", "/K[0]", "/K[]") },
			MarkUnclaimed, 4},
		{"an element claims it on another page", func(t *testing.T, k *kit) { k.swap(t, "speech", "@page4", "@page5") },
			MarkAstray + " " + MarkUnclaimed, 4},
		{"an element claims a mark that is not there",
			func(t *testing.T, k *kit) { k.swap(t, "speech", "/K[0]", "/K[0 1]") }, ClaimEmpty, 4},
		{"a mark is gone from the page", func(t *testing.T, k *kit) {
			k.inflate(t, "body4", "/P<</MCID 0>>BDC", "/Artifact BMC")
		}, ClaimEmpty, 4},
		{"a mark stands twice", func(t *testing.T, k *kit) { k.inflate(t, "body3", "/MCID 2", "/MCID 1") },
			ClaimEmpty + " " + MarkTwice, 3},
		{"two elements claim a mark", func(t *testing.T, k *kit) { k.swap(t, "see2", "/K[2", "/K[1 2") }, MarkUnclaimed,
			3},
		{"an element stands in the tree twice",
			func(t *testing.T, k *kit) { k.swap(t, "document", "@cover", "@cover @cover") }, TreeParent, 1},
		{"an element names another parent", func(t *testing.T, k *kit) { k.swap(t, "speech", "@document", "@part") },
			TreeParent, 4},
		{"the tree leads in a circle", func(t *testing.T, k *kit) { k.swap(t, "speech", "/K[0]", "/K[0 @document]") },
			TreeParent, 0},
		{"a link without a key", func(t *testing.T, k *kit) { k.swap(t, "web", "/StructParent 16", "") },
			ObjectOrphan + " " + ObjectUnclaimed, 3},
		{"a link whose key leads nowhere",
			func(t *testing.T, k *kit) { k.swap(t, "web", "/StructParent 16", "/StructParent 17") }, ObjectOrphan, 3},
		{"a link that its element does not claim",
			func(t *testing.T, k *kit) { k.swap(t, "see2", "<</Type/OBJR/Obj @web>>", "") }, ObjectUnclaimed, 3},
		{"two links change elements",
			func(t *testing.T, k *kit) { k.swap(t, "nums2", "15 @see 16 @see2", "15 @see2 16 @see") }, ObjectUnclaimed,
			3},
		{"an element claims a link that is on no page",
			func(t *testing.T, k *kit) { k.swap(t, "page3", "@link @web", "@link") }, ObjectUnclaimed, 3},
		{"two elements claim a link", func(t *testing.T, k *kit) {
			k.swap(t, "see", "<</Type/OBJR/Obj @link>>", "<</Type/OBJR/Obj @link>> <</Type/OBJR/Obj @web>>")
		}, ObjectUnclaimed, 3},
	})
}

// TestTagsReceived: on an original's page what leads nowhere is a warning, once an original; what leads into another's
// pages is an error.
func TestTagsReceived(t *testing.T) {
	runFaults(t, []fault{
		{"its marks are not in the parent tree",
			func(t *testing.T, k *kit) { k.swap(t, "nums2", "20[@theirp @theirp]", "20[@theirp null]") },
			"(" + ReceivedTags + ")", 8},
		{"its element claims what is not there",
			func(t *testing.T, k *kit) { k.swap(t, "theirp", "/K[0 1]", "/K[0 1 2 3]") }, "(" + ReceivedTags + ")", 8},
		{"its element does not claim a mark", func(t *testing.T, k *kit) { k.swap(t, "theirp", "/K[0 1]", "/K[0]") },
			"(" + ReceivedTags + ")", 8},
		{"its field is not claimed",
			func(t *testing.T, k *kit) { k.swap(t, "theirform", "<</Type/OBJR/Obj @field>>", "") },
			"(" + ReceivedTags + ")", 8},
		{"its field has neither key nor page, and its element no page", func(t *testing.T, k *kit) {
			k.swap(t, "field", "/StructParent 21", "")
			k.swap(t, "nums2", " 21 @theirform", "")
			k.swap(t, "theirform", "/Pg @page8", "")
		}, "(" + ReceivedTags + ")", 8},
		{"its key is one of ours",
			func(t *testing.T, k *kit) { k.swap(t, "page8", "/StructParents 20", "/StructParents 2") },
			"(" + ReceivedTags + ") " + MarkAstray, 8},
		{"its field has a key of ours",
			func(t *testing.T, k *kit) { k.swap(t, "field", "/StructParent 21", "/StructParent 15") }, ObjectUnclaimed,
			8},
		{"our mark around it leads nowhere", func(t *testing.T, k *kit) {
			k.object("wrap", "")
			k.stream("wrap", "", "/P<</MCID 0>>BDC q\n")
			k.swap(t, "page7", "@before", "@wrap")
		}, MarkOrphan + " " + OriginalAround, 7},
	})
}
