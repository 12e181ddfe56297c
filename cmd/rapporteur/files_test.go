//go:build !windows

package main

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"syscall"
	"testing"
)

// TestFilesSpent has the program fail for want of files, wherever it may: it says so, and what to do.
func TestFilesSpent(t *testing.T) {
	for _, language := range []string{"en", "fr"} {
		for _, cause := range []error{syscall.EMFILE, syscall.ENFILE} {
			var out bytes.Buffer
			a := &app{talk: newTalk(&out, language)}
			code := a.fail(fmt.Errorf("summing a.md: %w", &os.PathError{Op: "open", Path: "a.md", Err: cause}))
			if said := out.String(); code != broken || !strings.Contains(said, "ulimit -n 256") ||
				!strings.Contains(said, "a.md") {
				t.Errorf("%s, %v: code %d, said %q", language, cause, code, said)
			}
		}
	}
}
