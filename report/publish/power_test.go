package publish

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapporteur/sources/disk"
)

// platter is a disk as it stands after a power cut, made from the log of a build's calls. What was brought to the disk
// is there; of all else any part may be: of the bytes of a file a beginning, or noughts in their place, and of the
// changes of names any, in no order, each whole.
type platter struct {
	names   map[string]int // what a name is the name of; 0 a folder, from 1 a file
	files   []*platterFile
	pending []change
}

type platterFile struct {
	data   []byte
	synced int // bytes of it that are on the disk
}

// change is a change of names in a folder that is not yet on the disk.
type change struct {
	folder string
	names  map[string]int // gone: none
}

const gone = -1

// platterOf is a folder that has stood for long.
func platterOf(t *testing.T, dir string) *platter {
	p := &platter{names: map[string]int{}}
	for name, text := range contents(t, dir) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if strings.HasSuffix(name, "/") {
			p.names[path] = 0
			continue
		}
		p.files = append(p.files, &platterFile{[]byte(text), len(text)})
		p.names[path] = len(p.files)
	}
	return p
}

// known is what a name is the name of for the running system, which sees all changes.
func (p *platter) known(path string) int {
	n, ok := p.names[path]
	if !ok {
		n = gone
	}
	for _, c := range p.pending {
		if m, ok := c.names[path]; ok {
			n = m
		}
	}
	return n
}

// obey does a call of a build.
func (p *platter) obey(c disk.Call) {
	rename := func(names map[string]int) {
		to := c.Path
		if c.To != "" {
			to = c.To
		}
		p.pending = append(p.pending, change{filepath.Dir(to), names})
	}
	switch n := p.known(c.Path); c.Doing {
	case disk.Create, disk.Append:
		if n <= 0 {
			p.files = append(p.files, &platterFile{})
			rename(map[string]int{c.Path: len(p.files)})
		} else if c.Doing == disk.Create {
			*p.files[n-1] = platterFile{}
		}
	case disk.Write:
		p.files[n-1].data = append(p.files[n-1].data, c.Data...)
	case disk.Sync:
		if n > 0 {
			p.files[n-1].synced = len(p.files[n-1].data)
			return
		}
		p.pending = slices.DeleteFunc(p.pending, func(c2 change) bool {
			if c2.folder == c.Path {
				maps.Copy(p.names, c2.names)
			}
			return c2.folder == c.Path
		})
	case disk.Folder:
		rename(map[string]int{c.Path: 0})
	case disk.Rename:
		rename(map[string]int{c.Path: gone, c.To: n})
	case disk.Link:
		rename(map[string]int{c.To: n})
	case disk.Remove:
		rename(map[string]int{c.Path: gone})
	}
}

// cut gives what is found after a power cut: chance decides of what may be there or not.
func (p *platter) cut(chance *rand.Rand) map[string]string {
	names := maps.Clone(p.names)
	how := chance.IntN(4) // now and then all of the changes are there, or none
	for _, c := range p.pending {
		if how == 0 || how != 1 && chance.IntN(2) == 0 {
			maps.Copy(names, c.names)
		}
	}
	found := map[string]string{}
	for path, n := range names {
		if above, ok := names[filepath.Dir(path)]; n == gone || ok && above == gone {
			continue
		}
		if n == 0 {
			found[path+"/"] = ""
			continue
		}
		f := p.files[n-1]
		data := slices.Clone(f.data[:f.synced+chance.IntN(len(f.data)-f.synced+1)])
		if chance.IntN(3) == 0 {
			data = append(data, bytes.Repeat([]byte{0}, len(f.data)-len(data))...)
		}
		found[path] = string(data)
	}
	return found
}

// lay makes in a new folder what is found in another after a power cut.
func lay(t *testing.T, dir string, found map[string]string) string {
	to := filepath.Join(t.TempDir(), "dist")
	for path, text := range found {
		name, err := filepath.Rel(dir, path)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(to, name)
		if strings.HasSuffix(text, "/") {
			continue
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if _, isFolder := found[filepath.Join(dir, name)+"/"]; isFolder {
			if err := os.MkdirAll(path, 0o777); err != nil {
				t.Fatal(err)
			}
		} else if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return to
}

// TestPowerCut cuts the power after each call of a build, in many ways: each file is then whole, the old one or the new
// one, or none where there was or will be none; once the build has said that it is done, all are the new ones. The next
// build leaves its own files alone in the folder.
func TestPowerCut(t *testing.T) {
	t.Parallel()
	chance := rand.New(rand.NewPCG(2011, 9))
	for start, folder := range startingPoints(t) {
		dir := folder()
		p, old, made := platterOf(t, dir), filesOf(t, dir), built(many, "new")
		if dirThere := contents(t, dir) != nil; dirThere {
			p.names[dir] = 0
		}
		p.names[filepath.Dir(dir)] = 0
		unsynced := platterOf(t, dir) // on which nothing is ever brought to the disk: the test must see it
		var log []disk.Call
		on := &disk.Disk{Watched: func(c disk.Call) {
			c.Data = bytes.Clone(c.Data)
			log = append(log, c)
		}}
		if err := publishOn(on, dir, many, "new"); err != nil {
			t.Fatal(err)
		}
		done := slices.IndexFunc(log, func(c disk.Call) bool { // what Close does is after it
			return c.Doing == disk.Rename && c.To == filepath.Join(dir, Sums)
		})
		for done++; log[done].Doing == disk.Sync; done++ {
		}
		states := 0
		for k, call := range log {
			p.obey(call)
			if call.Doing != disk.Sync {
				unsynced.obey(call)
			}
			for range 40 {
				states++
				found := p.cut(chance)
				where := fmt.Sprintf("%s, cut after call %d, %s %s", start, k, call.Doing, call.Path)
				if wrong := afterCut(dir, found, old, made, k >= done-1); wrong != "" {
					t.Fatalf("%s: %s", where, wrong)
				}
				if chance.IntN(20) > 0 {
					continue
				}
				begun := lay(t, dir, found)
				mustOpen(t, begun, many, rules()).Close()
				if set := filesOf(t, begun); !oneSet(set, old) && !oneSet(set, made) {
					t.Fatalf("%s: when the next build has begun there is %v", where, set)
				}
				again := lay(t, dir, found)
				if err := publishInto(t, again, many, "next"); err != nil {
					t.Fatal(where, err)
				}
				for name, text := range filesOf(t, again) {
					if strings.HasSuffix(name, suffix) || text != built(many, "next")[name] && text != old[name] {
						t.Fatalf("%s: after the next build there is %s", where, name)
					}
				}
			}
		}
		seen := false
		for range 40 {
			seen = seen || afterCut(dir, unsynced.cut(chance), old, made, true) != ""
		}
		if !seen {
			t.Errorf("%s: nobody sees that nothing was brought to the disk", start)
		}
		t.Logf("%s: %d calls, %d states of the disk", start, len(log), states)
	}
}

// oneSet reports whether a folder holds all files of a build, its list of sums too, or none where there was none.
func oneSet(found, meant map[string]string) bool {
	if len(meant) == 0 {
		return len(found) == 0
	}
	for name, text := range meant {
		if found[name] != text {
			return false
		}
	}
	return true
}

// afterCut says what is wrong with what is found after a power cut.
func afterCut(dir string, found, old, made map[string]string, done bool) string {
	names := maps.Clone(made)
	maps.Copy(names, old)
	for name := range names {
		text, there := found[filepath.Join(dir, filepath.FromSlash(name))]
		before, was := old[name]
		after, will := made[name]
		theirs := before == "theirs"
		switch {
		case theirs && text == before, will && there && text == after, !will && !there && !theirs:
		case done && !theirs:
			return fmt.Sprintf("%s is %q, and the build was done", name, text)
		case there && was && text == before, !there && !was:
		default:
			return fmt.Sprintf("%s is there: %t, %q", name, there, text)
		}
	}
	return ""
}
