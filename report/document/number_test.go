package document

import (
	"testing"

	"rapporteur/layout/lang"
)

// TestNoTwoSectionsBearOneLetter: a chapter may have more sections than the alphabet has letters.
func TestNoTwoSectionsBearOneLetter(t *testing.T) {
	for _, code := range lang.Embedded().Codes() {
		var c counters
		seen := map[string]int{}
		for i := range 80 {
			number := c.up(1, lang.Embedded().Of(code).Numbers, new(string))
			if before, ok := seen[number]; ok {
				t.Fatalf("%s: sections %d and %d are both %q", code, before+1, i+1, number)
			}
			seen[number] = i
		}
	}
}
