package publish

import (
	"errors"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"

	"rapporteur/sources/disk"
)

// errSharing is ERROR_SHARING_VIOLATION of Windows.
var errSharing = syscall.Errno(32)

// windows keeps the rules of Windows for files that are open, with the share modes of Go and of most programs there
// (CreateFile, FILE_SHARE_READ and FILE_SHARE_WRITE): such a file is read by others, but it cannot be renamed or
// removed, nor can anything take its place.
type windows struct {
	turn    sync.Mutex
	open    map[string]int
	refused []disk.Call
}

// hold opens a file as a reader of PDFs does.
func (w *windows) hold(path string) { w.open[path]++ }

// disk is one with such rules.
func (w *windows) disk() *disk.Disk {
	lockHeld := ""
	return &disk.Disk{
		Watch: func(c disk.Call) error {
			w.turn.Lock()
			defer w.turn.Unlock()
			fixed := c.Doing == disk.Rename || c.Doing == disk.Remove
			if c.Path == lockHeld { // opened to be removed when it is closed
				return nil
			}
			if fixed && (w.open[c.Path] > 0 || w.open[c.To] > 0) || c.Doing == disk.Create && w.open[c.Path] > 0 {
				w.refused = append(w.refused, c)
				return errSharing
			}
			return nil
		},
		Watched: func(c disk.Call) {
			w.turn.Lock()
			defer w.turn.Unlock()
			switch {
			case filepath.Base(c.Path) == lockFile:
				lockHeld = c.Path
			case c.Doing == disk.Open, c.Doing == disk.Create, c.Doing == disk.Append:
				w.open[c.Path]++
			case c.Doing == disk.Close, c.Doing == disk.Release:
				w.open[c.Path]--
			}
		},
	}
}

// TestNothingOfOursIsHeld: by the rules of Windows a publication is not in its own way: no file is renamed, removed or
// replaced while it is still open.
func TestNothingOfOursIsHeld(t *testing.T) {
	t.Parallel()
	for start, folder := range startingPoints(t) {
		dir := folder()
		w := &windows{open: map[string]int{}}
		if err := publishOn(w.disk(), dir, many, "new"); err != nil || len(w.refused) > 0 {
			t.Errorf("%s: %v, refused are %v", start, err, w.refused)
		}
		for path, n := range w.open {
			if n != 0 {
				t.Errorf("%s: %s is still open", start, path)
			}
		}
		for name, text := range built(many, "new") {
			if filesOf(t, dir)[name] != text {
				t.Errorf("%s: %s is not the new one", start, name)
			}
		}
	}
}

// TestHeldFile: where a reader has an old file open, on Windows, the build fails and names it, all files are as they
// were, and nothing is left; when the file is closed the next build is made.
func TestHeldFile(t *testing.T) {
	t.Parallel()
	for _, held := range append(slices.Clone(former), Sums) {
		dir := startingPoints(t)["a folder with an earlier build"]()
		before := contents(t, dir)
		w := &windows{open: map[string]int{}}
		path := filepath.Join(dir, filepath.FromSlash(held))
		w.hold(path)
		err := publishOn(w.disk(), dir, many, "new")
		after := contents(t, dir)
		if !slices.Contains(many, held) && held != Sums { // nobody's promise any more: it stays
			if err != nil || after[held] != before[held] {
				t.Errorf("%s is open: %v", held, err)
			}
			continue
		}
		var busy *BusyError
		if !errors.As(err, &busy) || busy.File != path || !errors.Is(err, errSharing) {
			t.Errorf("%s is open: %v", held, err)
		}
		if !maps.Equal(before, after) {
			t.Errorf("%s is open: before %v, after %v", held, before, after)
		}
		w.open = map[string]int{}
		if err := publishOn(w.disk(), dir, many, "new"); err != nil {
			t.Errorf("%s was closed: %v", held, err)
		}
		for name := range contents(t, dir) {
			if strings.HasSuffix(name, suffix) {
				t.Errorf("%s was closed: left is %s", held, name)
			}
		}
	}
}
