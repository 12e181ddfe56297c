package assembly

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"testing"

	"rapporteur/layout"
)

func TestTypesetReport(t *testing.T) {
	s := newStory(t, []*layout.Run{chapter("a", 12, "#b-p2"), chapter("b", 5, "https://example.org/é")}, nil)
	b, rep := s.write()
	d := read(t, b)
	if len(d.Pages()) != len(s.plan.Pages) {
		t.Fatalf("%d pages, the plan has %d", len(d.Pages()), len(s.plan.Pages))
	}
	if sum := sha256.Sum256(b); hex.EncodeToString(sum[:]) != rep.SHA256 || int64(len(b)) != rep.Bytes {
		t.Error("the report's hash or size is not the file's")
	}
	again, _ := s.write()
	if !bytes.Equal(b, again) {
		t.Error("written twice, the bytes differ")
	}
}
