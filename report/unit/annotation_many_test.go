package unit

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// TestAnnotationsBeyondAllMeasure: of more annotations than any program writes all stay on the page, as many as are
// looked at are given elements and looks, and the others are told of. As many as are looked at are nothing to tell.
func TestAnnotationsBeyondAllMeasure(t *testing.T) {
	const square = "<</Type/Annot/Subtype/Square/Rect[0 0 9 9]/C[1 0 0]/Contents(A)>>"
	for count, told := range map[int]bool{maxSettled: false, maxSettled + 3: true} {
		u := unitOf(t, originalOf("", "/Annots["+strings.Repeat(square, count)+"]"))
		list, looks := annots(t, u), 0
		for _, d := range list {
			if _, has := d["AP"].(types.Dict); has {
				looks++
			}
		}
		elements := 0
		u.eachPiece(func(p *Piece) {
			if bytes.Contains(p.Bytes, []byte("/Type/OBJR")) {
				elements++
			}
		})
		if len(list) != count || looks != maxSettled || elements != maxSettled {
			t.Errorf("of %d annotations %d stay, %d have looks and %d elements", count, len(list), looks, elements)
		}
		many := func(f Finding) bool { return f.Code == AnnotationsMany && f.Count == 3 }
		if got := slices.ContainsFunc(u.Findings, many); got != told {
			t.Errorf("%d annotations are told of: %t", count, got)
		}
	}
}
