package verify

import (
	"testing"

	"rapporteur/report/ledger"
)

func TestItems(t *testing.T) {
	runFaults(t, []fault{
		{"a statement without an anchor", func(t *testing.T, k *kit) {
			delete(k.ledger.Anchors, "s1")
			k.swap(t, "names", "(s1)[@page4/Fit]", "")
			for _, link := range []string{"link", "line2", "line2b"} {
				k.swap(t, link, "(s1)", "(opening)")
			}
			k.ledger.Contents[1].Page, k.ledger.Contents[1].Label = 3, "1"
		}, AccountKind + " " + ContentsLabel + " " + ContentsText + " " + ItemAnchor + " " + LinkOther, 2},
		{"a statement whose pages are another's", func(t *testing.T, k *kit) { k.ledger.Account[3].ID = "s2" },
			AccountKind + " " + ItemPage, 4},
		{"a statement that the outline leaves out", func(t *testing.T, k *kit) {
			k.swap(t, "o2", "@page4", "@page5")
			k.ledger.Outline[1].Page = 5
		}, ItemOutline, 4},
		{"an original that the outline leaves out", func(t *testing.T, k *kit) {
			k.swap(t, "o3", "@page8", "@page9")
			k.ledger.Outline[4].Page = 9
		}, ItemOutline, 8},
		{"a recommendation that is nowhere", func(t *testing.T, k *kit) {
			k.ledger.Recommendations = append(k.ledger.Recommendations,
				ledger.Recommendation{ID: "r2", Number: 2, Page: 9})
		}, ItemAnchor, 9},
		{"a recommendation on another page", func(t *testing.T, k *kit) { k.ledger.Recommendations[0].Page = 3 },
			ItemPage, 3},
		{"a summary that is nowhere", func(t *testing.T, k *kit) {
			k.ledger.Summary = &ledger.Item{ID: "summary", Text: &ledger.Range{First: 20, Last: 20}}
		}, ItemAnchor + " " + ItemPage, 20},
		{"a statement that was not received", func(t *testing.T, k *kit) {
			k.ledger.Statements = append(k.ledger.Statements, ledger.Item{ID: "opening", Status: "not-received"})
		}, "", 0},
	})
}
