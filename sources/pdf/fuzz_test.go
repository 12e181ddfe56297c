package pdf

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// slow is in files whose passwords are hashed as ISO 32000-2 has it, 7.6.4.3.4: that takes a hundred times as long as
// all else of a small file, and a fuzzing engine would do little but hash.
var slow = []byte("/R 6")

// seeds are small files of each kind.
func seeds(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.pdf")
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		if !bytes.Contains(b, slow) {
			f.Add(b)
		}
	}
	f.Add(onePage().bytes())
	f.Add([]byte("%PDF-1.5\n1 0 obj<</Type/ObjStm/N 1/First 4/Length 9>>stream\n3 0 <<>>\nendstream endobj " +
		"trailer<</Root 3 0 R>>"))
}

// FuzzOpen is to be run with -fuzzminimizetime 1x, as .ci/run does: else go test spends up to a minute on making each
// input smaller that reaches new code, and tries next to nothing. Any bytes give a Document with pages or a Fault, and
// everything can be asked of the Document.
func FuzzOpen(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		if bytes.Contains(data, slow) {
			t.Skip()
		}
		before := bytes.Clone(data)
		d, err := Open(context.Background(), data, Options{Passwords: []string{"user"}})
		if err != nil {
			var fault *Fault
			if !errors.As(err, &fault) || fault.Kind == 0 {
				t.Fatalf("%v is no Fault", err)
			}
		} else {
			askAll(t, d)
		}
		if !bytes.Equal(before, data) {
			t.Fatal("the file's bytes were changed")
		}
	})
}

// FuzzRepair is FuzzOpen of the reader that looks for the objects of a damaged file.
func FuzzRepair(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		if bytes.Contains(data, slow) {
			t.Skip()
		}
		before := bytes.Clone(data)
		if s, err := scan(context.Background(), data, []string{""}); err == nil {
			s.findNames()
			if _, err := s.walk(); err == nil {
				s.Facts()
			}
		}
		if !bytes.Equal(before, data) {
			t.Fatal("the file's bytes were changed")
		}
	})
}

func askAll(t *testing.T, d *Document) {
	if len(d.Pages()) == 0 {
		t.Fatal("opened without a page")
	}
	d.Facts()
	for i, p := range d.Pages() {
		if p.Rotate%90 != 0 || p.CropBox.X0 >= p.CropBox.X1 || p.CropBox.Y0 >= p.CropBox.Y1 {
			t.Fatalf("page %d: %+v", i, p)
		}
		if i < 20 {
			d.Scan(p, nil)
		}
	}
	d.Outline()
	for _, o := range d.Destinations() {
		if page, _, ok := d.Destination(o); ok && (page < 0 || page >= len(d.Pages())) {
			t.Fatalf("destination leads to page %d", page)
		}
	}
	d.NumberTree(d.Catalog()["PageLabels"], func(int, types.Object) {})
}

// FuzzScan: any bytes are content.
func FuzzScan(f *testing.F) {
	f.Add([]byte("q 1 0 0 1 5 6 cm /P<</MCID 0>>BDC BT(a)Tj ET EMC BI/W 1/H 1 ID x EI Q"))
	f.Add([]byte("[(a)-2<62>]TJ <</a[1 2]>> {}() \\ % x"))
	f.Fuzz(func(t *testing.T, data []byte) {
		b := balanceOf(data)
		if b.UnclosedQ < 0 || b.OpenMarks < 0 {
			t.Fatalf("%+v", b)
		}
	})
}
