package verify

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/report/ledger"
)

// TestPanics: a panic in a goroutine of verify is an error that says what was being done, not the end of the program.
func TestPanics(t *testing.T) {
	path := filepath.Join(t.TempDir(), "report.pdf")
	if err := writeFile(path, newKit().bytes()); err != nil {
		t.Fatal(err)
	}
	broken := filepath.Join(t.TempDir(), "broken.pdf")
	if err := writeFile(broken, []byte("no PDF")); err != nil {
		t.Fatal(err)
	}
	opened := func(pages int) *checker {
		c := &checker{ledger: newKit().ledger}
		if err := c.open(path); err != nil || c.file == nil {
			t.Fatal(err, c.found)
		}
		t.Cleanup(func() { c.file.Close() })
		c.parents = c.parentTree()
		c.pages = make([]page, pages)
		for i := range c.pages {
			c.pages[i] = page{foreign: true}
		}
		return c
	}
	for _, f := range []struct {
		doing string
		run   func() error
	}{
		{"comparing sums", func() error { // there is no ledger to compare with
			_, err := Check(context.Background(), broken, nil)
			return err
		}},
		{"reading the structure tree", func() error { // its elements are on pages that there is no room for
			_, err := opened(0).read(context.Background())
			return err
		}},
		{"reading pages", func() error { // an original without the sum of its page
			c := opened(9)
			c.pages[4].original = &ledger.Original{First: 5}
			_, err := c.read(context.Background())
			return err
		}},
	} {
		if err := f.run(); err == nil || !strings.HasPrefix(err.Error(), f.doing+": ") {
			t.Errorf("%s: %v", f.doing, err)
		}
	}
}
