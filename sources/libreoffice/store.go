package libreoffice

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// store is a folder of PDFs by their keys. Each begins with a line that has the sum of the rest: one that was damaged
// is as if it were not there.
type store struct{ folder string }

const (
	// sumLine is how many bytes the first line has, with its line feed.
	sumLine = 2*sha256.Size + 1
	// mostKept is how many bytes a store holds; then the longest unused go.
	mostKept = 1 << 30
	// ofStore ends the names of its files.
	ofStore = ".made"
)

// get gives a PDF; nil where there is none.
func (s store) get(key string) []byte {
	path := filepath.Join(s.folder, key+ofStore)
	data, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	if len(data) < sumLine || !bytes.Equal(data[:sumLine], firstLine(data[sumLine:])) {
		_ = os.Remove(path)
		return nil
	}
	now := time.Now()
	_ = os.Chtimes(path, now, now) // it was used
	return data[sumLine:]
}

func firstLine(pdf []byte) []byte {
	sum := sha256.Sum256(pdf)
	return []byte(hex.EncodeToString(sum[:]) + "\n")
}

// put keeps a PDF, whole or not at all.
func (s store) put(key string, pdf []byte) error {
	if err := os.MkdirAll(s.folder, 0o700); err != nil {
		return err
	}
	draft, err := os.CreateTemp(s.folder, "draft-")
	if err != nil {
		return err
	}
	defer os.Remove(draft.Name())
	_, err = draft.Write(slices.Concat(firstLine(pdf), pdf))
	if err = cmp.Or(err, draft.Close()); err != nil {
		return err
	}
	if err := os.Rename(draft.Name(), filepath.Join(s.folder, key+ofStore)); err != nil {
		return err
	}
	s.prune()
	return nil
}

// prune removes what was longest unused, until the store has room again; and drafts of runs that were broken off.
func (s store) prune() {
	type kept struct {
		path string
		size int64
		used time.Time
	}
	var all []kept
	var size int64
	entries, err := os.ReadDir(s.folder)
	if err != nil {
		return
	}
	for _, e := range entries {
		info, err := e.Info()
		if err != nil || !info.Mode().IsRegular() {
			continue
		}
		k := kept{filepath.Join(s.folder, e.Name()), info.Size(), info.ModTime()}
		if filepath.Ext(k.path) != ofStore {
			if time.Since(k.used) > 24*time.Hour {
				_ = os.Remove(k.path)
			}
			continue
		}
		all, size = append(all, k), size+k.size
	}
	slices.SortFunc(all, func(a, b kept) int { return a.used.Compare(b.used) })
	for _, k := range all {
		if size <= mostKept {
			return
		}
		if os.Remove(k.path) == nil {
			size -= k.size
		}
	}
}
