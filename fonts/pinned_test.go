package fonts

import (
	"os"
	"strings"
	"testing"
)

// TestShapingLibraryIsPinned: mendCoverages writes through unexported fields of this very version, to work round a
// fault of it, and package text reads its tables by reflection (text/far.go). With another version, see first whether
// addRange in harfbuzz/set_digest.go is mended, in which case coverage.go can go, then run TestShapedAsHarfBuzz and the
// tests of layout/text, and change the version here.
func TestShapingLibraryIsPinned(t *testing.T) {
	const version = "github.com/go-text/typesetting v0.3.5"
	file, err := os.ReadFile("../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(file), version+"\n") {
		t.Fatalf("go.mod does not name %s: read the comment on this test before anything else", version)
	}
}
