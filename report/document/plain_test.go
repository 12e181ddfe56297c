package document

import (
	"math/rand/v2"
	"strings"
	"testing"

	"rapporteur/sources"
)

// TestPlainHasSingleSpaces makes words of one run, with white space of all kinds.
func TestPlainHasSingleSpaces(t *testing.T) {
	parts := []string{"a", "mot", "é", "كلمة", " ", " ", "\n", "\t", "\u00a0", "\u2003", "\u200b", "\xff", "."}
	random := rand.New(rand.NewPCG(3, 5))
	for range 50_000 {
		var b strings.Builder
		for range random.IntN(8) {
			b.WriteString(parts[random.IntN(len(parts))])
		}
		words := b.String()
		got := Plain([]Inline{{Kind: sources.Run, Text: words}})
		if want := strings.Join(strings.Fields(words), " "); got != want {
			t.Fatalf("%q: %q, not %q", words, got, want)
		}
	}
}
