package verify

import "testing"

func TestPages(t *testing.T) {
	runFaults(t, []fault{
		{"a page is missing", func(t *testing.T, k *kit) {
			k.swap(t, "pages", " @page5 @page6", " @page6")
			k.swap(t, "pages", "/Count 9", "/Count 8")
		}, PageCount, 0},
		{"the tree counts wrongly", func(t *testing.T, k *kit) { k.swap(t, "pages", "/Count 9", "/Count 8") },
			Unreadable, 0},
		{"an account leaves a page out", func(t *testing.T, k *kit) {
			k.ledger.Account[1].Kind, k.ledger.Account[1].First = "cover", 3
		}, AccountGap + " " + AccountLabels, 3},
		{"two accounts hold a page", func(t *testing.T, k *kit) {
			k.ledger.Account[2].Last, k.ledger.Account[2].Labels = 4, []string{"1", "2"}
		}, AccountGap, 4},
		{"the last account ends early", func(t *testing.T, k *kit) { k.ledger.Pages = 10 },
			AccountGap + " " + PageCount, 0},
		{"a label too few", func(t *testing.T, k *kit) { k.ledger.Account[2].Labels = nil }, AccountLabels, 3},
		{"an original with a page too many",
			func(t *testing.T, k *kit) { k.ledger.Statements[0].Originals[0].Pages = 3 }, OriginalPages, 6},
		{"an original without an account", func(t *testing.T, k *kit) { k.ledger.Annexes[0].Originals[0].First = 7 },
			ItemPage + " " + OriginalPages, 7},
		{"an account without its original", func(t *testing.T, k *kit) { k.ledger.Annexes[0].Originals = nil },
			OriginalPages, 8},
	})
}
