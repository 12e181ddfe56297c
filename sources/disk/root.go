package disk

import (
	"io/fs"
	"os"
	"path/filepath"
	"sync/atomic"
)

// Root is an open folder that no name and no symbolic link leads out of, as os.Root has it. Names are relative to it.
type Root struct {
	disk    *Disk
	dir     string
	root    *os.Root
	trouble atomic.Pointer[error] // the first that was the machine's
}

// Trouble is the first error of a call by this folder, or by a file that was opened through it, that was the machine's;
// nil when there was none. Who reads many files need not ask of each whose fault it is that it cannot be read.
func (r *Root) Trouble() error {
	if err := r.trouble.Load(); err != nil {
		return *err
	}
	return nil
}

// pass is that of the disk; what goes wrong is noted.
func (r *Root) pass(c Call, act func() error) error {
	err := r.disk.pass(c, act)
	if err != nil && Failed(err) {
		r.trouble.CompareAndSwap(nil, &err)
	}
	return err
}

// open opens a file by a call of the machine's.
func (r *Root) open(doing Doing, name string, act func() (*os.File, error)) (f *File, err error) {
	path := r.path(name)
	err = r.pass(Call{Doing: doing, Path: path}, func() error {
		file, err := act()
		f = &File{r.pass, path, file}
		return err
	})
	if err != nil {
		return nil, err
	}
	return f, nil
}

// OpenRoot opens a folder.
func (d *Disk) OpenRoot(dir string) (r *Root, err error) {
	err = d.pass(Call{Doing: Open, Path: dir}, func() error {
		root, err := os.OpenRoot(dir)
		r = &Root{disk: d, dir: dir, root: root}
		return err
	})
	if err != nil {
		return nil, err
	}
	return r, nil
}

// Close releases the folder, whatever a watch answers; files opened through it stay open.
func (r *Root) Close() error {
	_ = r.pass(Call{Doing: Release, Path: r.dir}, func() error { return nil })
	return r.root.Close()
}

func (r *Root) path(name string) string { return filepath.Join(r.dir, filepath.FromSlash(name)) }

// do makes a call of one name.
func (r *Root) do(doing Doing, name string, act func(name string) error) error {
	return r.pass(Call{Doing: doing, Path: r.path(name)}, func() error { return act(name) })
}

// Stat is os.Root.Stat.
func (r *Root) Stat(name string) (info fs.FileInfo, err error) {
	err = r.do(Look, name, func(name string) error {
		info, err = r.root.Stat(name)
		return err
	})
	return info, err
}

// Lstat is os.Root.Lstat.
func (r *Root) Lstat(name string) (info fs.FileInfo, err error) {
	err = r.do(Look, name, func(name string) error {
		info, err = r.root.Lstat(name)
		return err
	})
	return info, err
}

// Readlink is os.Root.Readlink.
func (r *Root) Readlink(name string) (target string, err error) {
	err = r.do(Look, name, func(name string) error {
		target, err = r.root.Readlink(name)
		return err
	})
	return target, err
}

// ReadDir lists a folder in it.
func (r *Root) ReadDir(name string) (entries []fs.DirEntry, err error) {
	err = r.do(List, name, func(name string) error {
		entries, err = fs.ReadDir(r.root.FS(), name)
		return err
	})
	return entries, err
}

// Open opens a file for reading.
func (r *Root) Open(name string) (*File, error) {
	return r.open(Open, name, func() (*os.File, error) { return r.root.Open(name) })
}

// Create makes a file, or empties it, and opens it.
func (r *Root) Create(name string) (*File, error) {
	return r.open(Create, name, func() (*os.File, error) { return r.root.Create(name) })
}

// Append opens a file for writing at its end, and makes it where it is missing.
func (r *Root) Append(name string) (*File, error) {
	return r.open(Append, name, func() (*os.File, error) {
		return r.root.OpenFile(name, os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o666)
	})
}

// Mkdir makes a folder.
func (r *Root) Mkdir(name string) error {
	return r.do(Folder, name, func(name string) error { return r.root.Mkdir(name, 0o777) })
}

// Remove removes a file or an empty folder.
func (r *Root) Remove(name string) error { return r.do(Remove, name, r.root.Remove) }

// Rename gives a file another name, in the place of what has it.
func (r *Root) Rename(from, to string) error {
	return r.pass(Call{Doing: Rename, Path: r.path(from), To: r.path(to)},
		func() error { return r.root.Rename(from, to) })
}

// Link gives a file a second name.
func (r *Root) Link(from, to string) error {
	return r.pass(Call{Doing: Link, Path: r.path(from), To: r.path(to)},
		func() error { return r.root.Link(from, to) })
}

// SyncFolder brings the names in a folder to the disk, where the machine can be asked to.
func (r *Root) SyncFolder(name string) error {
	return r.do(Sync, name, func(name string) error {
		return syncFolder(func() (*os.File, error) { return r.root.Open(name) })
	})
}
