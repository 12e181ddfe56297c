// Package disk is the one door through which a build reads and writes files.
//
// From the calls of a build into those of the machine, one by one. In a test a watch stands at the door: it sees each
// call, lets it pass, or answers in the machine's place, as a disk that is full, a file that somebody holds open or a
// power cut would. Not its task: which files those are, and what becomes of an error.
package disk

import (
	"errors"
	"io/fs"
	"os"
)

// Doing is what a call asks of the machine.
type Doing string

// The calls of a build.
const (
	Open    Doing = "open"
	Create  Doing = "create"
	Append  Doing = "append"
	Read    Doing = "read"
	Write   Doing = "write"
	Sync    Doing = "sync"
	Close   Doing = "close"
	Look    Doing = "look" // at what is there: its kind and size
	List    Doing = "list"
	Folder  Doing = "folder"
	Rename  Doing = "rename"
	Link    Doing = "link"
	Remove  Doing = "remove"
	Release Doing = "release" // a folder that was open
)

// Call is one call: of the file or folder at Path, and of a second one at To where it has two. Data are the bytes that
// are written.
type Call struct {
	Doing    Doing
	Path, To string
	Data     []byte
}

// Disk is the machine's files; nil is them, with nobody at the door.
type Disk struct {
	// Watch is asked before each call; its error is the call's.
	Watch func(Call) error
	// Watched is told of each call that was made and did not fail.
	Watched func(Call)
}

// pass makes a call, unless the watch answers it.
func (d *Disk) pass(c Call, act func() error) error {
	if d == nil {
		return act()
	}
	if d.Watch != nil {
		if err := d.Watch(c); err != nil {
			return &fs.PathError{Op: string(c.Doing), Path: c.Path, Err: err}
		}
	}
	err := act()
	if err == nil && d.Watched != nil {
		d.Watched(c)
	}
	return err
}

// Stat is os.Stat.
func (d *Disk) Stat(path string) (info fs.FileInfo, err error) {
	err = d.pass(Call{Doing: Look, Path: path}, func() error {
		info, err = os.Stat(path)
		return err
	})
	return info, err
}

// Mkdir is os.Mkdir.
func (d *Disk) Mkdir(path string) error {
	return d.pass(Call{Doing: Folder, Path: path}, func() error { return os.Mkdir(path, 0o777) })
}

// SyncFolder brings the names in a folder to the disk, where the machine can be asked to.
func (d *Disk) SyncFolder(path string) error {
	return d.pass(Call{Doing: Sync, Path: path}, func() error {
		return syncFolder(func() (*os.File, error) { return os.Open(path) })
	})
}

// Remove is os.Remove.
func (d *Disk) Remove(path string) error {
	return d.pass(Call{Doing: Remove, Path: path}, func() error { return os.Remove(path) })
}

// Open is os.Open.
func (d *Disk) Open(path string) (f *File, err error) {
	err = d.pass(Call{Doing: Open, Path: path}, func() error {
		file, err := os.Open(path)
		f = &File{d.pass, path, file}
		return err
	})
	if err != nil {
		return nil, err
	}
	return f, nil
}

// Lock takes a file for this process by the machine's means, which take gives: it opens the file, and free closes it.
// unlock removes the file too. The system does both when the process ends, or at least the second.
func (d *Disk) Lock(path string, take func(path string) (free func(), err error)) (unlock func(), err error) {
	var free func()
	err = d.pass(Call{Doing: Create, Path: path}, func() error {
		free, err = take(path)
		return err
	})
	if err != nil {
		return nil, err
	}
	return func() {
		_ = d.Remove(path) // first, or it may be another's by then; on Windows it goes when it is closed
		free()
	}, nil
}

// Failed reports whether an error is the machine's, and no fault of who laid the files out: too many files are open,
// memory is short, the medium is broken.
func Failed(err error) bool {
	for _, fault := range machineFaults {
		if errors.Is(err, fault) {
			return true
		}
	}
	return false
}
