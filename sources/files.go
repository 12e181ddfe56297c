package sources

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// What can be wrong with a path that the user gives.
var (
	ErrBadPath  = errors.New("not a path relative to the manifest, written with /")
	ErrOutside  = errors.New("outside the manifest's folder")
	ErrMissing  = errors.New("no such file")
	ErrNotFile  = errors.New("not a regular file")
	ErrTooLarge = errors.New("file too large")
)

// Folder is the manifest's folder. Nothing outside it can be opened through it, by no path and no symbolic link. Paths are relative and written
// with `/`; one in NFC also finds a name that the file system keeps decomposed, and the other way round.
type Folder struct{ root *os.Root }

// OpenFolder opens a folder by its path on the machine.
func OpenFolder(dir string) (*Folder, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("opening folder: %w", err)
	}
	return &Folder{root}, nil
}

// Close releases the folder; files opened through it stay open.
func (f *Folder) Close() error { return f.root.Close() }

// Check reports whether path names a regular file in the folder: nil, or an error that is ErrBadPath, ErrOutside, ErrMissing or ErrNotFile, or the system's.
func (f *Folder) Check(path string) error {
	_, err := f.find(path)
	return err
}

// Open opens a regular file for reading. Errors are those of Check.
func (f *Folder) Open(path string) (*os.File, error) {
	name, err := f.find(path)
	if err != nil {
		return nil, err
	}
	file, err := f.root.Open(name)
	if err != nil {
		return nil, cause(err)
	}
	return file, nil
}

// Read reads a regular file of at most limit bytes. Errors are those of Check, and ErrTooLarge.
func (f *Folder) Read(path string, limit int64) ([]byte, error) {
	file, err := f.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	if info.Size() > limit {
		return nil, ErrTooLarge
	}
	data := bytes.NewBuffer(make([]byte, 0, info.Size()+bytes.MinRead))
	if _, err := data.ReadFrom(io.LimitReader(file, limit+1)); err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	if int64(data.Len()) > limit { // it grew meanwhile
		return nil, ErrTooLarge
	}
	return data.Bytes(), nil
}

// find gives the name under which the file system knows the path. The kind is asked for before anything is opened: opening a pipe would wait for ever.
func (f *Folder) find(path string) (string, error) {
	if path == "" || strings.ContainsAny(path, "\\\x00") || strings.Contains(path, "://") {
		return "", ErrBadPath
	}
	local := filepath.FromSlash(path)
	if strings.HasPrefix(path, "/") || !filepath.IsLocal(local) {
		return "", ErrOutside
	}
	first := ErrMissing
	for i, name := range []string{local, norm.NFC.String(local), norm.NFD.String(local)} {
		info, err := f.root.Stat(name)
		if err == nil {
			if !info.Mode().IsRegular() {
				return "", ErrNotFile
			}
			return name, nil
		}
		if i == 0 {
			first = cause(err)
		}
	}
	return "", first
}

// cause tells apart what os.Root answers; it exports no error for a path that escapes.
func cause(err error) error {
	var path *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist), strings.Contains(err.Error(), "not a directory"):
		return ErrMissing
	case errors.As(err, &path) && strings.Contains(path.Err.Error(), "escapes"):
		return ErrOutside
	}
	return err
}
