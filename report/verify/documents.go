package verify

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"

	"rapporteur/report/ledger"
)

// documents compares what the ledger says of the files that were published beside the report with its list of sums,
// with the files and with their own ledgers. A file that is gone or changed is told by its sum.
func (c *checker) documents(ctx context.Context, f folder) error {
	sums := map[string]string{}
	for _, s := range f.sums {
		sums[s.Name] = s.SHA256
	}
	for i := range c.ledger.Documents {
		d := &c.ledger.Documents[i]
		if listed := sums[d.File]; listed != d.SHA256 {
			c.notPublished("sha256", d.File, listed, d.SHA256)
			continue
		}
		path := filepath.Join(f.dir, filepath.FromSlash(d.File))
		size, same, err := c.sized(ctx, path, d)
		if err != nil {
			return err
		}
		if !same {
			continue
		}
		if size != d.Bytes {
			c.notPublished("bytes", d.File, strconv.FormatInt(size, 10), strconv.FormatInt(d.Bytes, 10))
		}
		if err := c.document(d, path); err != nil {
			return err
		}
	}
	return nil
}

// sized is the size of a file in bytes, and whether it is the document: its sum is looked at where the size is not what
// the ledger says.
func (c *checker) sized(ctx context.Context, path string, d *ledger.Document) (size int64, same bool, err error) {
	info, err := c.disk.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return 0, false, nil
	}
	if err != nil {
		return 0, false, err
	}
	if info.Size() == d.Bytes || !info.Mode().IsRegular() {
		return info.Size(), info.Mode().IsRegular(), nil
	}
	sum, err := hashFile(ctx, c.disk, path)
	return info.Size(), sum == d.SHA256, err
}

// document compares what is said of one of our documents with what its own ledger says.
func (c *checker) document(d *ledger.Document, path string) error {
	if !isPDF(path) {
		return nil
	}
	in, err := openRegular(c.disk, ledger.Beside(path))
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, errNotRegular) {
		return nil
	}
	if err != nil {
		return err
	}
	defer in.Close()
	own, err := ledger.Read(in)
	if err != nil {
		return nil // which is told of it
	}
	for _, m := range []struct{ key, found, planned string }{
		{"pages", strconv.Itoa(own.Pages), strconv.Itoa(d.Pages)},
		{"language", own.Language, d.Language},
		{"title", own.Title, d.Title},
	} {
		if m.found != m.planned && (m.key != "title" || d.Kind != "volumes" || !strings.HasPrefix(d.Title, own.Title)) {
			c.notPublished(m.key, d.File, m.found, m.planned)
		}
	}
	return nil
}

// notPublished tells what the ledger says of a published file that is otherwise.
func (c *checker) notPublished(key, file, found, planned string) {
	c.add(Finding{Code: DocumentDiffers,
		Args: map[string]string{"key": key, "file": file, "found": found, "planned": planned}})
}
