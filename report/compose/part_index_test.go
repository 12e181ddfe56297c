package compose

import (
	"strings"
	"testing"
)

// TestIndexHasRanges: paragraphs that follow each other are one line of the index, with the pages of the first and the
// last; others stand alone.
func TestIndexHasRanges(t *testing.T) {
	index := ""
	for id, run := range blocksOf(t, `rapporteur: 1
report: {title: Seminar, language: en, date: 2012-03-01}
introduction:
  - title: Background
    text: |
      As [@norway] said.

      Nobody else spoke.

      As [@norway] said again.

      And as [@norway] said.

      Nothing more.

      And [@norway] was right.
sessions:
  - id: opening
    title: Opening
    statements: [{id: norway, speaker: {role: Representative, delegation: Norway}, text: "Thank you."}]
`) {
		if strings.Contains(id, "index") {
			index = run
		}
	}
	index = strings.ReplaceAll(index, "\u00a0", " ")
	for _, want := range []string{"para. 1 (", "paras. 3–4 (", "para. 6 (", `"To":"`} {
		if !strings.Contains(index, want) {
			t.Errorf("the index lacks %q: %s", want, index)
		}
	}
	if strings.Contains(index, "para. 4") || strings.Contains(index, "3–6") {
		t.Error(index)
	}
}
