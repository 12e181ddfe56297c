package publish

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
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

// steps runs a publication and counts its changes to the disk, each with what it is.
func steps(t *testing.T, dir string) (list []string) {
	t.Helper()
	f := mustOpen(t, dir, many, rules())
	defer f.Close()
	f.before = func(doing, name string) error {
		list = append(list, doing+" "+name)
		return nil
	}
	if err := write(f, many, "new"); err != nil {
		t.Fatal(err)
	}
	return list
}

// TestFailureAtEachStep: whichever change to the disk is refused, all files and folders are as they were, and the
// next build makes all of them.
func TestFailureAtEachStep(t *testing.T) {
	t.Parallel()
	for start, folder := range startingPoints(t) {
		withEmpty := func() string {
			dir := folder()
			if strings.Contains(start, "earlier") { // a sub-folder that is empty and not ours
				if err := os.Mkdir(filepath.Join(dir, "html"), 0o777); err != nil {
					t.Fatal(err)
				}
			}
			return dir
		}
		list := steps(t, withEmpty())
		if len(list) < 5*len(many) {
			t.Fatalf("%s: only %d steps", start, len(list))
		}
		for n, step := range list {
			if strings.HasPrefix(step, "put aside") {
				continue // a file that will not go stays, and the build succeeds
			}
			dir := withEmpty()
			before := contents(t, dir)
			f := mustOpen(t, dir, many, rules())
			taken := 0
			f.before = func(string, string) error {
				if taken++; taken == n+1 {
					return &fs.PathError{Op: "write", Path: step, Err: syscall.ENOSPC}
				}
				return nil
			}
			err := write(f, many, "new")
			f.Close()
			var refused *OutputError
			var busy *BusyError
			if !errors.Is(err, syscall.ENOSPC) || !errors.As(err, &refused) && !errors.As(err, &busy) {
				t.Errorf("%s, failing at %s: %v", start, step, err)
			}
			if after := contents(t, dir); !maps.Equal(before, after) {
				t.Errorf("%s, failing at %s: before %v, after %v", start, step, before, after)
			}
			if err := publishInto(t, dir, many, "new"); err != nil {
				t.Errorf("%s, after failing at %s: %v", start, step, err)
			}
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

// killed is what a test's machine panics with.
type killed struct{}

// publishKilled writes until the given step and leaves everything as a killed process does: nothing is undone; only
// the system frees the lock.
func publishKilled(t *testing.T, dir string, at int) {
	t.Helper()
	f := mustOpen(t, dir, many, rules())
	taken := 0
	f.before = func(string, string) error {
		if taken++; taken == at+1 {
			panic(killed{})
		}
		return nil
	}
	defer func() {
		if fault := recover(); fault != nil && fault != (killed{}) {
			panic(fault)
		}
		for _, d := range f.drafts {
			if d.file != nil {
				d.file.Close()
			}
		}
		f.root.Close()
		f.unlock()
	}()
	write(f, many, "new")
}

// TestKillAtEachStep: whenever a build is killed, each file is the old one or the new one, or was or will be none;
// and the next build, whatever it makes, leaves its own files and those of others alone in the folder. One more step
// than there are stands for a kill when all is in place.
func TestKillAtEachStep(t *testing.T) {
	t.Parallel()
	fewer := []string{"report.pdf", "report.json", "sessions/closing.fr.pdf"}
	for start, folder := range startingPoints(t) {
		old, made := map[string]string{}, built(many, "new")
		if strings.Contains(start, "earlier") {
			old = built(former, "old")
		}
		for n := range len(steps(t, folder())) + 1 {
			for _, next := range [][]string{many, fewer} {
				dir := folder()
				theirs := contents(t, dir)
				maps.DeleteFunc(theirs, func(name, text string) bool { return text != "theirs" })
				publishKilled(t, dir, n)
				for name, text := range filesOf(t, dir) {
					if text != old[name] && text != made[name] && text != theirs[name] &&
						!strings.HasSuffix(name, suffix) {
						t.Errorf("%s, killed at step %d: %s is neither old nor new", start, n, name)
					}
				}
				for name := range old {
					if _, there := filesOf(t, dir)[name]; !there && slices.Contains(many, name) {
						t.Errorf("%s, killed at step %d: %s is gone", start, n, name)
					}
				}
				if err := publishInto(t, dir, next, "next"); err != nil {
					t.Fatal(err)
				}
				want := built(next, "next")
				maps.Copy(want, theirs)
				if got := filesOf(t, dir); !maps.Equal(got, want) {
					t.Errorf("%s, killed at step %d: after the next build the folder holds %v", start, n,
						slices.Sorted(maps.Keys(got)))
				}
				for name := range folderOf(t, dir) {
					below := func(file string) bool { return strings.HasPrefix(file, name) }
					if strings.HasSuffix(name, "/") && !slices.ContainsFunc(slices.Collect(maps.Keys(want)), below) {
						t.Errorf("%s, killed at step %d: after the next build %s is left empty", start, n, name)
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
	for n := range len(steps(t, t.TempDir())) {
		for _, again := range []int{0, 3, n} {
			dir := t.TempDir()
			publishKilled(t, dir, n)
			publishKilled(t, dir, again)
			mustOpen(t, dir, many, rules()).Close() // fails before it publishes
			if err := publishInto(t, dir, report, "next"); err != nil {
				t.Fatal(err)
			}
			if got, want := folderOf(t, dir), built(report, "next"); !maps.Equal(got, want) {
				t.Errorf("killed at steps %d and %d: the folder holds %v", n, again, slices.Sorted(maps.Keys(got)))
			}
		}
	}
}

// TestStubbornFile: an old artifact that cannot be put aside is left, and the build is made.
func TestStubbornFile(t *testing.T) {
	dir := startingPoints(t)["a folder with an earlier build"]()
	f := mustOpen(t, dir, many, rules())
	f.before = func(doing, name string) error {
		if doing == "put aside" && name == "statements/old.fr.pdf" {
			return syscall.EACCES
		}
		return nil
	}
	err := write(f, many, "new")
	f.Close()
	if err != nil {
		t.Fatal(err)
	}
	got := filesOf(t, dir)
	stays, goes := got["statements/old.fr.pdf"], got["sessions/opening.fr.pdf"]
	if stays == "" || goes != "" || got[Sums] != built(many, "new")[Sums] {
		t.Errorf("left are %v", slices.Sorted(maps.Keys(got)))
	}
}
