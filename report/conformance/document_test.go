package conformance

import (
	"fmt"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/report/unit"
)

// TestManyObjects: of the objects of a unit only some are kept as they were read, and each is what it was when it is
// asked for again.
func TestManyObjects(t *testing.T) {
	const count = 2*mostKept + 7
	u := &unit.Unit{Pages: []unit.Page{{Piece: unit.Piece{Bytes: []byte("<</Type/Page/MediaBox[0 0 9 9]>>")}}}}
	for i := range count {
		u.Objects = append(u.Objects, unit.Object{Piece: unit.Piece{Bytes: fmt.Appendf(nil, "<</N %d>>", i)}})
	}
	l, err := link(u, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		for i := range count {
			if n, _ := l.Int(l.Dict(ref(l.local(i + 1)))["N"]); n != i {
				t.Fatalf("object %d is %v", i, l.Object(l.local(i+1)))
			}
			if len(l.kept) > mostKept {
				t.Fatalf("%d objects are kept", len(l.kept))
			}
		}
	}
	if d, ok := l.Object(catalogNumber).(types.Dict); !ok || d["Pages"] == nil || l.Object(l.numbers.links) != nil {
		t.Error("the catalog is", d)
	}
}
