package verify

import (
	"crypto/sha256"
	"encoding/hex"
	"testing"

	"rapporteur/report/ledger"
)

// TestMarksOfOurs: our marks around an original's page, and between its operators, are what the ledger calls for, and
// nothing else was changed with them.
func TestMarksOfOurs(t *testing.T) {
	parts := func(k *kit, content string) {
		sum := sha256.Sum256([]byte(lastPart))
		o := &k.ledger.Statements[0].Originals[0]
		o.Brackets = append(o.Brackets, ledger.Bracket{Page: 7, As: "parts"})
		o.ContentSHA256[1] = hex.EncodeToString(sum[:])
		k.streams["last"] = content
	}
	const open, end = "\n/Artifact BMC %rapporteur\n", "\nEMC %rapporteur\n"
	runFaults(t, []fault{
		{"marks between operators", func(t *testing.T, k *kit) { parts(k, open+lastPart+end) }, "", 0},
		{"and a byte is changed", func(t *testing.T, k *kit) { parts(k, open+"0 0 11 10 re f"+end) },
			OriginalContent, 7},
		{"and something is drawn beside them", func(t *testing.T, k *kit) {
			parts(k, open+lastPart+end+"0 0 1 1 re f")
		}, OriginalContent, 7},
		{"and a line of ours does more", func(t *testing.T, k *kit) {
			parts(k, "\n/Artifact BMC 1 w %rapporteur\n"+lastPart+end)
		}, OriginalContent, 7},
		{"a figure in the ledger, and none in the file", func(t *testing.T, k *kit) {
			o := &k.ledger.Statements[0].Originals[0]
			o.Brackets = append(o.Brackets, ledger.Bracket{Page: 7, As: "figure"})
		}, OriginalAround, 7},
		{"an artifact of which the ledger knows nothing", func(t *testing.T, k *kit) {
			k.stream("artifact", "", "q\n/Artifact BMC\n")
			k.swap(t, "page7", "@before ", "@artifact ")
		}, OriginalAround, 7},
	})
}
