package verify

import "testing"

// TestOriginals: what was received stands between our streams byte for byte, or verify says so.
func TestOriginals(t *testing.T) {
	runFaults(t, []fault{
		{"a byte is changed", func(t *testing.T, k *kit) { k.swap(t, "first", "Mr.", "Ms.") }, OriginalContent, 6},
		{"a stream is decoded", func(t *testing.T, k *kit) {
			k.streams["second"] = secondPart
			k.objects["second"] = ""
		}, OriginalContent, 6},
		{"two streams are joined", func(t *testing.T, k *kit) {
			k.streams["first"] += "\n" + secondPart
			k.swap(t, "page6", "@first @second", "@first")
		}, OriginalContent, 6},
		{"a stream is left out", func(t *testing.T, k *kit) { k.swap(t, "page6", "@first @second", "@first") },
			OriginalContent, 6},
		{"streams change places", func(t *testing.T, k *kit) { k.swap(t, "page6", "@first @second", "@second @first") },
			OriginalContent, 6},
		{"a stream of ours stands between",
			func(t *testing.T, k *kit) { k.swap(t, "page6", "@first @second", "@first @before @second") },
			OriginalContent, 6},
		{"two pages change places", func(t *testing.T, k *kit) {
			k.swap(t, "page6", "@first @second", "@last")
			k.swap(t, "page7", "@last", "@first @second")
		}, OriginalContent, 6},
		{"one stream before and none after", func(t *testing.T, k *kit) {
			k.swap(t, "page7", "@last @after5", "@last")
			k.swap(t, "page7", "@before", "@after5")
		}, OriginalAround, 7},
		{"nothing around it, no stamps anywhere", func(t *testing.T, k *kit) {
			unstamp(t, k)
			for i := range k.ledger.Statements {
				k.ledger.Statements[i].Originals[0].Stamps = nil
			}
			k.ledger.Annexes[0].Originals[0].Stamps = nil
		}, "", 0},
		{"all stamps taken away", unstamp, StampMissing, 6},
		{"stamps that the ledger knows nothing of", func(t *testing.T, k *kit) {
			k.ledger.Statements[0].Originals[0].Stamps = nil
		}, OriginalAround, 6},
	})
}

func unstamp(t *testing.T, k *kit) {
	k.swap(t, "page7", "@before @last @after5", "@last")
	k.swap(t, "page6", "@before2 @first @second @after4", "@first @second")
	k.swap(t, "page8", "[@before @tagged @after6]", " @tagged")
}
