package states

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestIndex: names are found by the roots of their first words as they are by going through all of them, with what may
// stand before and after their words in Arabic and Russian.
func TestIndex(t *testing.T) {
	straight := func(words []string) (found *Party, most int) {
		for _, p := range All() {
			for _, name := range p.names {
				if len(name) > most && begins(words, name) {
					found, most = p, len(name)
				}
			}
		}
		return found, most
	}
	r := rand.New(rand.NewPCG(1, 2))
	after := append([]string{"", "ية", "يه", "x"}, endings...)
	found := 0
	for range 2_000 {
		names := All()[r.IntN(len(All()))].names
		words := slices.Clone(names[r.IntN(len(names))])
		first := []rune(words[0])
		words[0] = articles[r.IntN(len(articles))] + string(first[:max(1, len(first)-r.IntN(3))])
		if r.IntN(2) == 0 {
			words[0] += after[r.IntN(len(after))]
		}
		wantParty, wantMost := straight(words)
		party, most := At(words)
		if party != wantParty || most != wantMost {
			t.Fatalf("%q: %v of %d words, want %v of %d", words, party, most, wantParty, wantMost)
		}
		if party != nil {
			found++
		}
	}
	if found < 100 {
		t.Fatalf("only %d were found", found)
	}
}
