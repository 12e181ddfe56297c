package verify

import (
	"testing"

	"rapporteur/report/ledger"
	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/content"
)

func TestLinks(t *testing.T) {
	runFaults(t, []fault{
		{"an anchor is gone", func(t *testing.T, k *kit) { k.swap(t, "names", "(map)[@page8/Fit]", "") }, AnchorMissing,
			8},
		{"an anchor that links name is gone", func(t *testing.T, k *kit) { k.swap(t, "names", "(r1)[@page9/Fit]", "") },
			AnchorMissing + " " + ContentsPage + " " + LinkDead, 2},
		{"an anchor leads elsewhere", func(t *testing.T, k *kit) { k.swap(t, "names", "(map)[@page8", "(map)[@page4") },
			AnchorPage, 8},
		{"an anchor leads nowhere", func(t *testing.T, k *kit) { k.swap(t, "names", "(map)[@page8", "(map)[@cid") },
			AnchorMissing, 8},
		{"the ledger has another label",
			func(t *testing.T, k *kit) { k.ledger.Anchors["r1"] = ledger.Anchor{Page: 9, Label: "8"} }, PageLabel, 9},
		{"a name that nobody planned",
			func(t *testing.T, k *kit) { k.swap(t, "names", "(map)", "(aa)[@page3/Fit] (map)") }, AnchorUnknown, 0},
		{"a name of an original's",
			func(t *testing.T, k *kit) { k.swap(t, "names", "(map)", "(aa)[@page6/Fit] (map)") }, "", 0},
		{"a link to another place of the report",
			func(t *testing.T, k *kit) { k.swap(t, "link", "/Dest(s1)", "/Dest(map)") }, LinkOther, 3},
		{"a link that leads out of the report instead",
			func(t *testing.T, k *kit) { k.swap(t, "link", "/Dest(s1)", "/A<</S/URI/URI(http://a)>>") }, LinkOther, 3},
		{"a link to a name that is not there",
			func(t *testing.T, k *kit) { k.swap(t, "link", "/Dest(s1)", "/Dest(s9)") }, LinkDead, 3},
		{"a link that names no anchor",
			func(t *testing.T, k *kit) { k.swap(t, "link", "/Dest(s1)", "/Dest[@page4/Fit]") }, LinkUnplanned, 3},
		{"a link to what is no page",
			func(t *testing.T, k *kit) { k.swap(t, "link", "/Dest(s1)", "/A<</S/GoTo/D[@font/Fit]>>") }, LinkDead, 3},
		{"a link without a destination", func(t *testing.T, k *kit) { k.swap(t, "link", "/Dest(s1)", "") }, LinkDead,
			3},
		{"a link of an original from which an action was taken",
			func(t *testing.T, k *kit) { k.swap(t, "theirs", "/Dest[@page7/Fit]", "") }, "", 0},
		{"a link of an original into another's", func(t *testing.T, k *kit) { k.swap(t, "theirs", "@page7", "@page8") },
			LinkAstray, 6},
		{"a link of an original that was dead", func(t *testing.T, k *kit) { k.swap(t, "theirs", "@page7", "@font") },
			"(" + ReceivedLinks + ")", 6},
	})
}

func TestContents(t *testing.T) {
	runFaults(t, []fault{
		{"a line leads to another page", func(t *testing.T, k *kit) { k.swap(t, "line1", "(opening)", "(s1)") },
			ContentsPage + " " + LinkOther, 2},
		{"one row of a line leads to another page",
			func(t *testing.T, k *kit) { k.swap(t, "line2b", "(s1)", "(opening)") }, ContentsPage + " " + LinkOther, 2},
		{"a line prints another label", func(t *testing.T, k *kit) { k.inflate(t, "body2", "[<0037>]", "[<0038>]") },
			ContentsLabel, 2},
		{"a line prints no label", func(t *testing.T, k *kit) { k.inflate(t, "body2", set(480, -80, "7"), "") },
			ContentsLabel, 2},
		{"a line is no link", func(t *testing.T, k *kit) {
			k.swap(t, "page2", " @line4", "")
			k.swap(t, "toc4", "<</Type/OBJR/Obj @line4>>", "")
		}, ContentsLines + " " + LinkOther, 2},
		{"a page moves and the contents do not", func(t *testing.T, k *kit) { k.ledger.Contents[1].Page = 5 },
			ContentsPage, 2},
	})
}

// TestLabelWithin: the label is what stands at the end side of the line, whichever way it runs; leaders and what is
// printed outside are not read.
func TestLabelWithin(t *testing.T) {
	words := []content.Word{
		{Text: "Opening", X0: 50, X1: 100, Y: 10}, {Text: "12", X0: 400, X1: 410, Y: 10},
		{Text: "7", X0: 480, X1: 485, Y: 10},
		{Text: ".", X0: 486, X1: 490, Y: 10, Mark: content.Mark{Artifact: true}}, {Text: "8", X0: 495, X1: 499, Y: 40},
		{Text: "9", X0: 700, X1: 705, Y: 10},
	}
	line := pdf.Rect{X0: 40, Y0: 5, X1: 500, Y1: 20}
	if got := labelWithin(words, line, false); got != "7" {
		t.Errorf("%q", got)
	}
	if got := labelWithin(words, line, true); got != "Opening" {
		t.Errorf("from right to left: %q", got)
	}
	if got := labelWithin(words, pdf.Rect{X0: 40, Y0: 100, X1: 500, Y1: 120}, false); got != "" {
		t.Errorf("an empty line: %q", got)
	}
}
