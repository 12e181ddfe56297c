package publish

import (
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"rapporteur/sources/disk"
)

// many is a list of five artifacts, in the folder and two sub-folders; former is what a build before made, of which
// three are made again.
var (
	many   = []string{"report.pdf", "report.json", "statements/a.fr.pdf", "statements/b.fr.pdf", "html/fr/index.html"}
	former = []string{"report.pdf", "report.json", "statements/a.fr.pdf", "statements/old.fr.pdf",
		"sessions/opening.fr.pdf"}
)

// startingPoints make a folder that is not there, or one with the former artifacts beside files of somebody else.
func startingPoints(t *testing.T) map[string]func() string {
	return map[string]func() string{
		"a new folder": func() string { return filepath.Join(t.TempDir(), "dist") },
		"a folder with an earlier build": func() string {
			dir := t.TempDir()
			if err := publishInto(t, dir, former, "old"); err != nil {
				t.Fatal(err)
			}
			put(t, dir, map[string]string{"own/notes.txt": "theirs", "sessions/notes.txt": "theirs"})
			return dir
		},
	}
}

// TestFailureAtEachCall: whichever call to the disk is refused, all files and folders are as they were, or, where the
// build can do without it, new; and the next build leaves nothing else.
func TestFailureAtEachCall(t *testing.T) {
	t.Parallel()
	for start, folder := range startingPoints(t) {
		list := callsOf(t, folder(), many)
		if len(list) < 10*len(many) {
			t.Fatalf("%s: only %d calls", start, len(list))
		}
		failed := 0
		for n, call := range list {
			dir := folder()
			before := contents(t, dir)
			err := publishOn(failing(n, syscall.ENOSPC, false), dir, many, "new")
			where := fmt.Sprintf("%s, failing at call %d, %s %s", start, n, call.Doing, call.Path)
			var refused *OutputError
			var busy *BusyError
			after := contents(t, dir)
			if call.Doing == disk.Remove { // the next build does what could not be done
				maps.DeleteFunc(after, func(name, _ string) bool { return strings.HasSuffix(name, suffix) })
			}
			switch {
			case err == nil:
				for name, text := range built(many, "new") {
					if after[name] != text {
						t.Errorf("%s: it succeeds, and %s is %q", where, name, after[name])
					}
				}
			case !errors.Is(err, syscall.ENOSPC) || !errors.As(err, &refused) && !errors.As(err, &busy):
				t.Errorf("%s: %v", where, err)
			default:
				failed++
				if !maps.Equal(before, after) && !(len(before) == 0 && call.Doing == disk.Remove) {
					t.Errorf("%s: before %v, after %v", where, before, after)
				}
			}
			if next := publishInto(t, dir, many, "new"); next != nil {
				t.Errorf("%s, and the next: %v", where, next)
			}
			want := built(many, "new")
			for name, text := range before {
				if text == "theirs" {
					want[name] = text
				}
			}
			got := filesOf(t, dir)
			// What an earlier build made, and nobody could look at, stays.
			maps.DeleteFunc(got, func(name, text string) bool {
				return text == "old "+name && err == nil && !slices.Contains(many, name)
			})
			if !maps.Equal(got, want) {
				t.Errorf("%s: after the next build the folder holds %v", where, slices.Sorted(maps.Keys(got)))
			}
		}
		t.Logf("%s: %d calls, %d of which a build cannot do without", start, len(list), failed)
		if failed < len(list)/3 {
			t.Errorf("%s: only %d of %d failures were noticed", start, failed, len(list))
		}
	}
}

// contents is folderOf, of a folder that need not be there.
func contents(t *testing.T, dir string) map[string]string {
	if _, err := filepath.EvalSymlinks(dir); err != nil {
		return nil
	}
	return folderOf(t, dir)
}

// publishKilled publishes until the given call and leaves everything as a killed process does: nothing is undone; only
// the system frees the lock.
func publishKilled(dir string, at int) {
	_ = publishOn(failing(at, syscall.EIO, true), dir, many, "new")
}

// TestKillAtEachCall: whenever a build is killed, each file is the old one or the new one, or was or will be none;
// and the next build, whatever it makes, leaves its own files and those of others alone in the folder. One more call
// than there are stands for a kill when all is in place.
func TestKillAtEachCall(t *testing.T) {
	t.Parallel()
	fewer := []string{"report.pdf", "report.json", "sessions/closing.fr.pdf"}
	for start, folder := range startingPoints(t) {
		old, made := map[string]string{}, built(many, "new")
		if strings.Contains(start, "earlier") {
			old = built(former, "old")
		}
		for n := range len(callsOf(t, folder(), many)) + 1 {
			for _, next := range [][]string{many, fewer} {
				dir := folder()
				theirs := contents(t, dir)
				maps.DeleteFunc(theirs, func(name, text string) bool { return text != "theirs" })
				publishKilled(dir, n)
				for name, text := range filesOf(t, dir) {
					if text != old[name] && text != made[name] && text != theirs[name] &&
						!strings.HasSuffix(name, suffix) {
						t.Errorf("%s, killed at call %d: %s is neither old nor new", start, n, name)
					}
				}
				for name := range old {
					if _, there := filesOf(t, dir)[name]; !there && slices.Contains(many, name) {
						t.Errorf("%s, killed at call %d: %s is gone", start, n, name)
					}
				}
				if err := publishInto(t, dir, next, "next"); err != nil {
					t.Fatal(err)
				}
				want := built(next, "next")
				maps.Copy(want, theirs)
				if got := filesOf(t, dir); !maps.Equal(got, want) {
					t.Errorf("%s, killed at call %d: after the next build the folder holds %v", start, n,
						slices.Sorted(maps.Keys(got)))
				}
				for name := range folderOf(t, dir) {
					below := func(file string) bool { return strings.HasPrefix(file, name) }
					if strings.HasSuffix(name, "/") && !slices.ContainsFunc(slices.Collect(maps.Keys(want)), below) {
						t.Errorf("%s, killed at call %d: after the next build %s is left empty", start, n, name)
					}
				}
			}
		}
	}
}

// TestKillTwice: should the build after a killed one be killed too, or fail, the third still removes what the first
// left.
func TestKillTwice(t *testing.T) {
	t.Parallel()
	for n := range len(callsOf(t, t.TempDir(), many)) {
		for _, again := range []int{0, 3, n} {
			dir := t.TempDir()
			publishKilled(dir, n)
			publishKilled(dir, again)
			mustOpen(t, dir, many, rules()).Close() // fails before it publishes
			if err := publishInto(t, dir, report, "next"); err != nil {
				t.Fatal(err)
			}
			if got, want := folderOf(t, dir), built(report, "next"); !maps.Equal(got, want) {
				t.Errorf("killed at calls %d and %d: the folder holds %v", n, again, slices.Sorted(maps.Keys(got)))
			}
		}
	}
}

// TestStubbornFile: an old artifact that cannot be put aside is left, and the build is made.
func TestStubbornFile(t *testing.T) {
	dir := startingPoints(t)["a folder with an earlier build"]()
	on := &disk.Disk{Watch: func(c disk.Call) error {
		if c.Doing == disk.Rename && c.Path == filepath.Join(dir, "statements", "old.fr.pdf") {
			return syscall.EACCES
		}
		return nil
	}}
	err := publishOn(on, dir, many, "new")
	if err != nil {
		t.Fatal(err)
	}
	got := filesOf(t, dir)
	stays, goes := got["statements/old.fr.pdf"], got["sessions/opening.fr.pdf"]
	if stays == "" || goes != "" || got[Sums] != built(many, "new")[Sums] {
		t.Errorf("left are %v", slices.Sorted(maps.Keys(got)))
	}
}
