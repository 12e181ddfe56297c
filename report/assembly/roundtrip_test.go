package assembly

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/layout"
	"rapporteur/sources/pdf"
)

// collection is where originals of the field lie, readable and hostile.
const collection = "../../../shared/originals"

// TestRoundTripOfTheField encodes and decodes the unit of each original of the collection and links it, beside one that
// was not: the same bytes.
func TestRoundTripOfTheField(t *testing.T) {
	if _, err := os.Stat(collection); err != nil {
		t.Skip("the collection of originals does not lie beside the project: nothing to try")
	}
	tried := 0
	err := filepath.WalkDir(collection, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".pdf") {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		doc, err := pdf.Open(context.Background(), data, pdf.Options{})
		if err != nil {
			return nil // refused: there is no unit
		}
		pages := make([]int, len(doc.Pages()))
		for i := range pages {
			pages[i] = i
		}
		s := newStory(t, []*layout.Run{chapter("a", 1, "#o"), received("o", len(pages))},
			map[string]*handed{"o": original(filepath.Base(path), data, pages...)})
		decoded, _ := s.write()
		s.straight = true
		if straight, _ := s.write(); !bytes.Equal(decoded, straight) {
			t.Errorf("%s: the unit that was decoded is linked into other bytes", path)
		}
		tried++
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if tried < 130 {
		t.Errorf("%d originals tried", tried)
	}
}
