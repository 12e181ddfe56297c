// Package publish puts the files that a build makes into its output folder, all of them or none.
//
// From a list of names and the bytes of each into files in a folder and its sub-folders, with SHA256SUMS over them.
// Drafts are written beside the old files; when all are whole, each takes the place of the old one by a rename, in
// the order of the list, the sums last. A build that fails leaves all files as they were; one that is killed leaves
// each of them old or new, and the next build removes what else it left. What an earlier build listed and this one
// does not make is removed. Not its task: what the files say, or how they are named beyond being names that every
// system can keep.
package publish

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"rapporteur/sources/disk"
)

// suffix marks files that are being written or kept back. They stand in the folder itself, whatever sub-folder their
// file belongs to: so the next build finds what a killed one left without searching folders that may be somebody
// else's.
const suffix = ".rapporteur-part"

// lockFile is held while a build is at work. Plus signs stand in no name of an artifact: it cannot be mistaken for
// one that is being written.
const lockFile = "lock" + suffix

// Rules say what a build may remove.
type Rules struct {
	// Sources are the paths of all files that the build was made from. None of them is ever removed.
	Sources []string
	// Ours reports whether a list of sums over these files was made by an earlier build: someone may keep a list of
	// that name of files of his own.
	Ours func(names []string) bool
	// Keep says that what an earlier build made and this one does not stays, and stays listed.
	Keep bool
	// Disk is where the folder is; nil is the machine's.
	Disk *disk.Disk
}

// Folder is an output folder that one build has for itself, until its context is done.
type Folder struct {
	ctx    context.Context
	turn   sync.Mutex // whoever changes the folder or the fields below has it
	closed bool
	forgo  func() bool // the context no longer closes the folder
	dir    string
	rules  Rules
	disk   *disk.Disk
	root   *disk.Root // so that no symbolic link leads a file out of the folder
	made   []string   // folders that were not there, the outermost first: the output folder and those above it
	subs   []string   // sub-folders that were not there, each after the one that it is in
	unlock func()
	drafts []*Draft // one an artifact, in the order of the list, and the sums
	gone   []string // artifacts of an earlier build that were put aside
	done   bool     // all is published
}

// Open takes a folder for one build alone, and makes it where it is missing. names is the list of artifacts, relative
// to the folder and written with `/`, in the order in which they are published. Errors are OutputError and
// LockedError, or ours where a name is none.
//
// As soon as ctx is done the folder is closed, even if the build is busy elsewhere or waits for a slow disk: nothing of
// it is left when the process ends then. What is asked of the folder afterwards fails with the context's error.
func Open(ctx context.Context, dir string, names []string, rules Rules) (*Folder, error) {
	if err := checkNames(names); err != nil {
		return nil, err
	}
	f := &Folder{ctx: ctx, dir: dir, rules: rules, disk: rules.Disk}
	for range 4 { // a build that ends beside this one may remove the folder again
		err := f.makeFolders()
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, &OutputError{dir, err}
		}
		unlock, err := f.disk.Lock(filepath.Join(dir, lockFile), lock)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if errors.Is(err, errLocked) {
			return nil, &LockedError{dir}
		}
		if err != nil {
			f.removeFolders()
			return nil, &OutputError{dir, err}
		}
		f.unlock = unlock
		if f.root, err = f.disk.OpenRoot(dir); err == nil {
			err = f.clean()
		}
		if err != nil {
			f.Close()
			return nil, &OutputError{dir, err}
		}
		for _, name := range append(slices.Clone(names), Sums) {
			f.drafts = append(f.drafts, &Draft{folder: f, name: name})
		}
		f.turn.Lock()
		defer f.turn.Unlock()
		f.forgo = context.AfterFunc(ctx, f.Close)
		return f, nil
	}
	return nil, &LockedError{dir}
}

// Close removes what is unfinished, or kept back from before a publication, and lets other builds into the folder.
func (f *Folder) Close() {
	f.turn.Lock()
	defer f.turn.Unlock()
	if f.closed {
		return
	}
	f.closed = true
	if f.forgo != nil {
		f.forgo()
	}
	for _, d := range f.drafts {
		if d.file != nil {
			d.file.Close()
		}
	}
	if !f.done {
		// Before drafts: one that is left by a kill names the folders to be removed.
		for _, sub := range slices.Backward(f.subs) {
			f.root.Remove(sub)
		}
	}
	for _, d := range f.drafts {
		f.root.Remove(temporary(d.name))
		f.root.Remove(backup(d.name))
	}
	for _, name := range f.gone {
		f.removeEmpty(name)
		f.root.Remove(backup(name))
	}
	if f.done {
		f.root.Remove(leftSums)
	}
	if f.root != nil {
		f.root.Remove(readySums)
		f.root.Close()
	}
	f.unlock()
	f.removeFolders()
}

// Paths are the machine's paths of all artifacts and the sums, in the order of the list.
func (f *Folder) Paths() []string {
	var paths []string
	for _, d := range f.drafts {
		paths = append(paths, f.path(d.name))
	}
	return paths
}

// makeFolders makes the folder and those above it, and notes which were not there.
func (f *Folder) makeFolders() error {
	var missing []string
	for dir := filepath.Clean(f.dir); ; dir = filepath.Dir(dir) {
		if _, err := f.disk.Stat(dir); !errors.Is(err, fs.ErrNotExist) || dir == filepath.Dir(dir) {
			break
		}
		missing = append(missing, dir)
	}
	f.made = nil
	for _, dir := range slices.Backward(missing) {
		err := f.disk.Mkdir(dir)
		if errors.Is(err, fs.ErrExist) {
			continue // a build beside this one was faster
		}
		if err != nil {
			f.removeFolders()
			return err
		}
		f.made = append(f.made, dir)
	}
	return nil
}

func (f *Folder) removeFolders() {
	for _, dir := range slices.Backward(f.made) {
		f.disk.Remove(dir) // only if it is empty
	}
}

// removeEmpty removes the sub-folders that an artifact stands in, as far as nothing else does.
func (f *Folder) removeEmpty(name string) {
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		info, err := f.root.Lstat(dir)
		if err == nil && !info.IsDir() { // somebody's file stands in the way: Remove would take it
			return
		}
		if err == nil && f.root.Remove(dir) != nil {
			return
		}
	}
}

// open is whether the folder may still be changed: the error is the context's. It is asked with the turn in hand.
func (f *Folder) open() error {
	if f.closed {
		return cmp.Or(f.ctx.Err(), os.ErrClosed)
	}
	return nil
}

func (f *Folder) path(name string) string { return filepath.Join(f.dir, filepath.FromSlash(name)) }

// temporary is where an artifact is written.
func temporary(name string) string { return strings.ReplaceAll(name, "/", "+") + suffix }

// backup is where an old file stands while new ones are put in place.
func backup(name string) string { return strings.ReplaceAll(name, "/", "+") + "~" + suffix }

// artifact is the name of the artifact that a temporary file or a backup belongs to; ok is false for other files.
func artifact(file string) (name string, ok bool) {
	stem, ok := strings.CutSuffix(file, suffix)
	own := file == lockFile || file == leftSums || file == readySums
	return strings.ReplaceAll(strings.TrimSuffix(stem, "~"), "+", "/"), ok && !own
}
