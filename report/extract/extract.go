// Package extract gives back the files that a report embeds: originals as they were received, and what was attached to
// them.
//
// From the PDF alone, which it reads and does not trust, into files below one folder: nothing is written outside of it,
// and nothing that stands there is replaced unasked. Not its task: whether the files are those that the ledger names;
// verify says that.
package extract

import (
	"context"
	"crypto/md5"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"rapporteur/sources/pdf"
)

// File is a file that was written: the item of the manifest that it belongs to, "" where the report does not say, its
// path below the folder, written with `/`, and what it holds.
type File struct {
	Item   string
	Path   string
	SHA256 string
	Bytes  int64
}

// UnknownError is an id of which the report embeds nothing.
type UnknownError struct {
	ID    string
	Known []string // those of which it does
}

// Error implements error.
func (e *UnknownError) Error() string { return "the report embeds no file of " + e.ID }

// ExistsError is a file that stands where one is to be written.
type ExistsError struct{ Path string }

// Error implements error.
func (e *ExistsError) Error() string { return e.Path + " exists" }

// UnreadableError is a report that cannot be read as a PDF.
type UnreadableError struct{ cause error }

// Error implements error.
func (e *UnreadableError) Error() string { return e.cause.Error() }

// Unwrap gives what was wrong.
func (e *UnreadableError) Unwrap() error { return e.cause }

// ErrDamaged is an embedded file that is not as the report itself says.
var ErrDamaged = errors.New("it is damaged in the report")

// maxFile bounds the bytes of one file: the largest original.
const maxFile = pdf.MaxFile

// Write writes the files of the items with these ids, of all where none is given, into dir, which is made where it is
// not there. Where one of them stands there already nothing is written at all, unless they are to be replaced. The
// error is one of those above, or the machine's.
func Write(ctx context.Context, report, dir string, ids []string, replace bool) ([]File, error) {
	f, err := pdf.OpenFile(nil, report)
	if err != nil {
		var machine *fs.PathError
		if errors.As(err, &machine) {
			return nil, err
		}
		return nil, &UnreadableError{err}
	}
	defer f.Close()
	doc, err := f.Document()
	if err != nil {
		return nil, &UnreadableError{err}
	}
	list, err := chosen(listed(doc), ids)
	if err != nil || len(list) == 0 {
		return nil, err
	}
	paths := placed(list)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	for _, p := range paths {
		info, err := root.Lstat(p)
		if err == nil && (!replace || !info.Mode().IsRegular()) {
			return nil, &ExistsError{p}
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	var out []File
	for i, e := range list {
		w := writer{ctx: ctx, root: root, file: f}
		written, err := w.write(e, paths[i], replace)
		if err != nil {
			return out, fmt.Errorf("%s: %w", paths[i], err)
		}
		out = append(out, written)
	}
	return out, nil
}

// writer writes one file.
type writer struct {
	ctx  context.Context
	root *os.Root
	file *pdf.File
}

// draft is what a file is called until it is whole.
const draft = ".rapporteur-draft"

// write writes a file under another name first: what has its own is whole.
func (w *writer) write(e embedded, name string, replace bool) (File, error) {
	if err := w.root.MkdirAll(path.Dir(name), 0o777); err != nil {
		return File{}, err
	}
	w.root.Remove(name + draft) // of one that was broken off
	to, err := w.root.OpenFile(name+draft, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return File{}, err
	}
	defer w.root.Remove(name + draft) // where it is still there
	sha, md := sha256.New(), md5.New()
	n, err := w.file.Copy(until{w.ctx, io.MultiWriter(to, sha, md)}, e.Stream, maxFile)
	if cerr := to.Close(); err == nil {
		err = cerr
	}
	var machine *fs.PathError
	switch {
	case w.ctx.Err() != nil:
		return File{}, w.ctx.Err()
	case errors.As(err, &machine):
		return File{}, err
	case err != nil, e.Size >= 0 && int64(e.Size) != n,
		len(e.CheckSum) > 0 && string(md.Sum(nil)) != string(e.CheckSum):
		return File{}, ErrDamaged
	}
	if !replace { // somebody may have been faster
		if _, err := w.root.Lstat(name); err == nil {
			return File{}, &ExistsError{name}
		}
	}
	if err := w.root.Rename(name+draft, name); err != nil {
		return File{}, err
	}
	return File{Item: e.item, Path: name, SHA256: hex.EncodeToString(sha.Sum(nil)), Bytes: n}, nil
}

// until is a writer that ends with its context.
type until struct {
	ctx context.Context
	io.Writer
}

// Write implements io.Writer.
func (u until) Write(b []byte) (int, error) {
	if err := u.ctx.Err(); err != nil {
		return 0, err
	}
	return u.Writer.Write(b)
}

// chosen are the files of the items that are asked for, case ignored as ids are.
func chosen(list []embedded, ids []string) ([]embedded, error) {
	if len(ids) == 0 {
		return list, nil
	}
	of := func(e embedded, id string) bool { return e.item != "" && strings.EqualFold(e.item, id) }
	for _, id := range ids {
		if !slices.ContainsFunc(list, func(e embedded) bool { return of(e, id) }) {
			return nil, &UnknownError{id, itemsOf(list)}
		}
	}
	return slices.DeleteFunc(list, func(e embedded) bool {
		return !slices.ContainsFunc(ids, func(id string) bool { return of(e, id) })
	}), nil
}
