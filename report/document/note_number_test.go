package document

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestNoteNumbers compares what is found by hand with what the expression says that a note's number is.
func TestNoteNumbers(t *testing.T) {
	shape := regexp.MustCompile(`\p{Ll}{4}[.,;:!?]?[”»"’)]?[.,;:!?]?(\d{1,2})(?:\s+\p{Lu}|$)`)
	parts := []string{"a", "é", "word", "Word", "mots", ".", ",", "?", "”", "\"", ")", "’", "1", "2", "12", "123", "٣",
		" ", "\n", "\u00a0", " A", " É", "\xff", "x"}
	random := rand.New(rand.NewPCG(7, 1))
	met := 0
	for range 200_000 {
		var b strings.Builder
		for range 1 + random.IntN(9) {
			b.WriteString(parts[random.IntN(len(parts))])
		}
		words := b.String()
		var want []noteNumber
		for _, m := range shape.FindAllStringSubmatchIndex(words, -1) {
			want = append(want, noteNumber{m[2], m[3], strings.ContainsAny(words[m[0]:m[2]], ".,;:!?”»\"’)")})
		}
		if got := noteNumbers(words); !slices.Equal(got, want) {
			t.Fatalf("%q: found %v, not %v", words, got, want)
		}
		met += len(want)
	}
	if met < 1000 {
		t.Errorf("only %d numbers were met", met)
	}
}
