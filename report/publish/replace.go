package publish

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// Publish writes the sums and puts all artifacts in their places in the order of the list, the sums last; what an
// earlier build listed and this one does not make goes before them. All artifacts must be finished. Errors are
// OutputError and BusyError, or the context's; after one, all files are as they were.
func (f *Folder) Publish() error {
	old, err := f.superseded() // first: it may read long, and the folder can be closed meanwhile
	f.turn.Lock()
	defer f.turn.Unlock()
	if closed := f.open(); closed != nil {
		return closed
	}
	if err != nil {
		return &OutputError{f.dir, err}
	}
	artifacts := f.drafts[:len(f.drafts)-1]
	var list strings.Builder
	for _, d := range artifacts {
		if d.sum == "" {
			return fmt.Errorf("publish: %s is not finished", d.name)
		}
		list.WriteString(Sum{d.name, d.sum}.line())
	}
	if f.rules.Keep {
		for _, s := range old {
			list.WriteString(s.line())
		}
		old = nil
	}
	if err := f.put(Sums, []byte(list.String())); err != nil {
		return err
	}
	for _, d := range f.drafts {
		if err := f.prepare(d.name); err != nil {
			return err
		}
	}
	if err := f.ready(); err != nil {
		return &OutputError{f.dir, err}
	}
	for i, d := range f.drafts {
		if d.name == Sums {
			f.putAside(old)
		}
		from := temporary(d.name)
		if d.name == Sums {
			from = readySums
		}
		if err := f.root.Rename(from, d.name); err != nil {
			f.putBack(f.drafts[:i])
			return &BusyError{f.path(d.name), err}
		}
	}
	if err := f.settle(); err != nil {
		f.putBack(f.drafts)
		return &OutputError{f.dir, err}
	}
	f.done = true
	return nil
}

// ready brings the names of the drafts and of what is kept to the disk, and then says so by the name of the list of
// sums: whatever happens from here on, the next build finds all of the new files or all of the old ones.
func (f *Folder) ready() error {
	for _, sub := range f.subs {
		if err := f.root.SyncFolder(path.Dir(sub)); err != nil {
			return err
		}
	}
	if err := f.root.SyncFolder("."); err != nil {
		return err
	}
	if err := f.root.Rename(temporary(Sums), readySums); err != nil {
		return err
	}
	return f.root.SyncFolder(".")
}

// settle brings the new names to the disk: what is said to be published is there after a power cut. Until then the old
// files are kept, and what an earlier build made beyond this one's.
func (f *Folder) settle() error {
	synced := map[string]bool{}
	for _, name := range append(f.names(), f.gone...) {
		for dir := path.Dir(name); !synced[dir]; dir = path.Dir(dir) {
			synced[dir] = true
			if err := f.root.SyncFolder(dir); err != nil {
				return err
			}
		}
	}
	for _, dir := range f.made {
		if err := f.disk.SyncFolder(filepath.Dir(dir)); err != nil {
			return err
		}
	}
	return nil
}

// names are those of the artifacts and the sums.
func (f *Folder) names() (list []string) {
	for _, d := range f.drafts {
		list = append(list, d.name)
	}
	return list
}

// prepare makes the sub-folders of an artifact and keeps the old file. The errors are OutputError and BusyError.
func (f *Folder) prepare(name string) error {
	for at, c := range name {
		if c != '/' {
			continue
		}
		sub := name[:at]
		info, err := f.root.Stat(sub)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			if err := f.root.Mkdir(sub); err != nil {
				return &OutputError{f.dir, err}
			}
			f.subs = append(f.subs, sub)
		case err != nil:
			return &OutputError{f.dir, err}
		case !info.IsDir():
			return &BusyError{f.path(sub), ErrFile}
		}
	}
	if err := f.keep(name); err != nil {
		return &BusyError{f.path(name), err}
	}
	return nil
}

// keep gives the old file a second name, where there is one. File systems without links, and systems that forbid them
// to others than the owner, get a copy.
func (f *Folder) keep(name string) error {
	info, err := f.root.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case info.IsDir():
		return ErrFolder
	}
	if f.root.Link(name, backup(name)) == nil {
		return nil
	}
	from, err := f.root.Open(name)
	if err != nil {
		return err
	}
	defer from.Close()
	to, err := f.root.Create(backup(name))
	if err != nil {
		return err
	}
	if _, err := io.Copy(to, from); err != nil {
		to.Close()
		return err
	}
	return to.Close()
}

// superseded lists the artifacts that an earlier build made here and this one does not. Of lists of sums only those
// of an earlier build are believed, and only a file that is still as one of them says is listed. The error is the
// machine's.
func (f *Folder) superseded() ([]Sum, error) {
	sums, err := f.listed(Sums)
	if err != nil {
		return nil, err
	}
	left, err := f.listed(leftSums)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, s := range sums {
		names = append(names, s.Name)
	}
	if f.rules.Ours == nil || !f.rules.Ours(names) {
		sums = nil
	}
	var old []Sum
	for _, s := range append(sums, left...) {
		if !f.makes(s.Name) && f.unchanged(s) && !slices.Contains(old, s) {
			old = append(old, s)
		}
	}
	return old, nil
}

// makes reports whether an artifact of this build takes the place of the file: it has the same name, or one that this
// file system does not tell from it.
func (f *Folder) makes(name string) bool {
	return slices.ContainsFunc(f.drafts, func(d *Draft) bool {
		same := func() bool { return len(Same(f.disk, f.path(d.name), []string{f.path(name)})) > 0 }
		return d.name == name || strings.EqualFold(d.name, name) && same()
	})
}

// putAside takes files out of their places. One that will not go stays: on Windows a reader may have it open, and it
// is nobody's promise any more.
func (f *Folder) putAside(old []Sum) {
	for _, s := range old {
		if f.root.Rename(s.Name, backup(s.Name)) == nil {
			f.gone = append(f.gone, s.Name)
		}
	}
}

// putBack undoes what was done of a publication.
func (f *Folder) putBack(done []*Draft) {
	for _, name := range slices.Backward(f.gone) {
		f.root.Rename(backup(name), name)
	}
	f.gone = nil
	for _, d := range slices.Backward(done) {
		if err := f.root.Rename(backup(d.name), d.name); errors.Is(err, fs.ErrNotExist) {
			f.root.Remove(d.name) // there was none
		}
	}
}
