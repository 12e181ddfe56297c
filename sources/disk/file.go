package disk

import (
	"io/fs"
	"os"
)

// File is an open file.
type File struct {
	pass func(c Call, act func() error) error
	path string
	file *os.File
}

// Read implements io.Reader.
func (f *File) Read(p []byte) (n int, err error) {
	err = f.pass(Call{Doing: Read, Path: f.path}, func() error {
		n, err = f.file.Read(p)
		return err
	})
	return n, err
}

// ReadAt implements io.ReaderAt.
func (f *File) ReadAt(p []byte, at int64) (n int, err error) {
	err = f.pass(Call{Doing: Read, Path: f.path}, func() error {
		n, err = f.file.ReadAt(p, at)
		return err
	})
	return n, err
}

// Write implements io.Writer.
func (f *File) Write(p []byte) (n int, err error) {
	err = f.pass(Call{Doing: Write, Path: f.path, Data: p}, func() error {
		n, err = f.file.Write(p)
		return err
	})
	return n, err
}

// Sync brings the file to the disk.
func (f *File) Sync() error { return f.pass(Call{Doing: Sync, Path: f.path}, f.file.Sync) }

// Stat says what the file is.
func (f *File) Stat() (info fs.FileInfo, err error) {
	err = f.pass(Call{Doing: Look, Path: f.path}, func() error {
		info, err = f.file.Stat()
		return err
	})
	return info, err
}

// Close closes the file. It is closed whatever a watch answers.
func (f *File) Close() error {
	err := f.pass(Call{Doing: Close, Path: f.path}, func() error { return nil })
	if closed := f.file.Close(); err == nil {
		err = closed
	}
	return err
}
