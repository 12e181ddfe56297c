//go:build unix

package verify

import (
	"errors"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"rapporteur/report/publish"
)

// TestPipes: a pipe in the place of a file is told, not waited for.
func TestPipes(t *testing.T) {
	k := newKit()
	k.check(t) // ties the report and its ledger, and fills the ledger's sum
	path := filepath.Join(t.TempDir(), "report.pdf")
	if err := writeFile(path, k.bytes()); err != nil {
		t.Fatal(err)
	}
	pipe := func(name string) {
		if err := syscall.Mkfifo(filepath.Join(filepath.Dir(path), name), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	pipe("SHA256SUMS")
	if _, err := Check(t.Context(), path, k.ledger); !errors.Is(err, errNotRegular) {
		t.Errorf("a pipe in the place of the sums: %v", err)
	}
	pipe("report.json")
	c := &checker{ledger: k.ledger}
	list := k.ledger.SHA256 + "  report.pdf\n" + strings.Repeat("0", 64) + "  report.json\n"
	err := c.compareSums(t.Context(), folder{dir: filepath.Dir(path), sums: publish.ParseSums(list), of: allBeside},
		k.ledger.SHA256)
	if err != nil || len(c.found) != 1 {
		t.Errorf("of a pipe in the place of the ledger is told %v, %v", c.found, err)
	}
}
