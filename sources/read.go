// Package sources reads what the user wrote: from a manifest, its texts (Markdown, or of a word processor) and its
// tables into one Manifest, true to what is there and with the place of everything.
//
// What anything means (which delegation a key names, where a reference leads) is not its task, nor what is in an
// original: sources/pdf opens those.
package sources

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"runtime"

	"golang.org/x/sync/errgroup"

	"rapporteur/sources/diag"
	"rapporteur/sources/disk"
)

// Read reads the manifest in file, on a disk, and all texts and tables that it names. languages are those that it may
// name. What is wrong goes into bag, with places relative to the manifest's folder. The Manifest is nil where there is
// none to speak of: the file cannot be read, its YAML is broken, or ctx was cancelled. The error is the machine's, or
// the context's: what was found is then worth nothing.
func Read(ctx context.Context, on *disk.Disk, file string, languages Languages,
	bag *diag.Bag,
) (*Manifest, error) {
	dir, name := filepath.Dir(file), filepath.Base(file)
	at := diag.Pos{File: name, Line: 1, Column: 1}
	folder, err := OpenFolder(on, dir)
	if disk.Failed(err) {
		return nil, fmt.Errorf("opening the manifest's folder: %w", err)
	}
	if errors.Is(err, fs.ErrPermission) {
		addFile(bag, nil, at, "", filepath.ToSlash(file), fs.ErrPermission)
		return nil, nil
	}
	if err != nil {
		bag.Add("manifest-missing", at, diag.Args{"file": filepath.ToSlash(file)})
		return nil, nil
	}
	defer folder.Close()
	data, err := folder.Read(name, maxManifest)
	switch {
	case errors.Is(err, ErrMissing) && folder.Nearest(name) != "":
		bag.Add("misspelt-file", at,
			diag.Args{"file": filepath.ToSlash(file),
				"nearest": filepath.ToSlash(filepath.Join(dir, folder.Nearest(name)))})
		return nil, folder.Trouble()
	case errors.Is(err, ErrMissing):
		bag.Add("manifest-missing", at, diag.Args{"file": filepath.ToSlash(file)})
		return nil, folder.Trouble()
	case errors.Is(err, ErrNotFile):
		bag.Add("manifest-is-folder", at, diag.Args{"file": filepath.ToSlash(file)})
		return nil, folder.Trouble()
	case err != nil:
		addFile(bag, folder, at, "", filepath.ToSlash(file), err)
		return nil, folder.Trouble()
	}
	m := readManifest(ctx, name, data, folder, languages, bag)
	if m != nil {
		m.Dir, m.Files = dir, folder.Found()
	}
	return m, cmp.Or(ctx.Err(), folder.Trouble())
}

func readManifest(ctx context.Context, name string, data []byte, folder *Folder, languages Languages,
	bag *diag.Bag,
) *Manifest {
	data, ok := decode(name, data, bag)
	if !ok {
		return nil
	}
	r := &reader{format: &manifestShape, bag: bag, file: name, data: data, lines: lineStarts(data), folder: folder,
		editions: languages}
	root := r.parse()
	if root == nil || !r.printable(root) {
		return nil
	}
	r.lost(root)
	m := r.manifest(root)
	if m == nil || r.budget <= 0 {
		return nil
	}
	m.File, m.text = name, data
	r.changes = m.Layout.Changes.Value
	if r.work(ctx) != nil {
		return nil
	}
	r.unused(m)
	return m
}

// later leaves reading a text or a table as a job. A panic in it is a finding at the place given, where the manifest
// names what is read.
func (r *reader) later(at diag.Pos, item string, job func()) {
	r.jobs = append(r.jobs, func() { guarded(r.bag, at, item, job) })
}

// work does the jobs, in parallel. They fail by diagnostics only: the error is the context's.
func (r *reader) work(ctx context.Context) error {
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, job := range r.jobs {
		group.Go(func() error {
			if ctx.Err() == nil {
				job()
			}
			return nil
		})
	}
	_ = group.Wait()
	return ctx.Err()
}

// lineStarts gives the byte at which each line starts.
func lineStarts(data []byte) []int {
	starts := []int{0}
	for i, c := range data {
		if c == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}
