package verify

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"rapporteur/report/ledger"
	"rapporteur/report/publish"
	"rapporteur/sources/disk"
)

// maxSums bounds it: a line a file.
const maxSums = 16 << 20

// errNotRegular is a folder, a pipe or a device in the place of a file: opening a pipe would wait for ever.
var errNotRegular = errors.New("it is not a regular file")

// sums compares the file with the sum in the ledger, which tells a set that a killed build left mixed, and, of a report
// that is published, the files beside it with SHA256SUMS.
func (c *checker) sums(ctx context.Context, path string, published bool) error {
	sum, err := hashFile(ctx, c.disk, path)
	if err != nil {
		return err
	}
	if sum != strings.ToLower(c.ledger.SHA256) {
		c.other = true
		return nil
	}
	if !published {
		return nil
	}
	dir, below := filepath.Dir(path), ""
	f, err := openRegular(c.disk, filepath.Join(dir, publish.Sums))
	if errors.Is(err, fs.ErrNotExist) { // a document of its own has it in the folder above
		dir, below = filepath.Dir(dir), filepath.Base(dir)+"/"
		f, err = openRegular(c.disk, filepath.Join(dir, publish.Sums))
	}
	if errors.Is(err, fs.ErrNotExist) {
		c.add(Finding{Code: SumsMissing, Warning: true, Args: map[string]string{"file": publish.Sums}})
		return nil
	}
	if err != nil {
		return err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxSums))
	if err != nil {
		return err
	}
	return c.compareSums(ctx, dir, below, string(data), sum)
}

// compareSums compares the sums of a SHA256SUMS in dir, below which the file lies in the folder below, "" in dir
// itself; sum is the file's, which may have got a name of its own since. The file and its ledger must be among them: a
// list that leaves them out says nothing. Of what lies beside a document in a folder of its own the report tells.
func (c *checker) compareSums(ctx context.Context, dir, below, list, sum string) error {
	file := below + c.ledger.File
	needed := map[string]bool{file: true, ledger.Beside(file): true}
	for _, listed := range publish.ParseSums(list) {
		if below != "" && !needed[listed.Name] {
			continue
		}
		delete(needed, listed.Name)
		got := sum
		if listed.Name != file {
			var err error
			got, err = hashFile(ctx, c.disk, filepath.Join(dir, filepath.FromSlash(listed.Name)))
			if err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, errNotRegular) {
				return err
			}
		}
		if got != listed.SHA256 {
			c.add(Finding{Code: SumsDiffer, Args: map[string]string{"file": listed.Name}})
		}
	}
	for _, name := range slices.Sorted(maps.Keys(needed)) {
		c.add(Finding{Code: SumsDiffer, Args: map[string]string{"file": name}})
	}
	return nil
}

// openRegular opens a file, and nothing that only looks like one.
func openRegular(on *disk.Disk, path string) (*disk.File, error) {
	info, err := on.Stat(path)
	if err == nil && !info.Mode().IsRegular() {
		err = &fs.PathError{Op: "open", Path: path, Err: errNotRegular}
	}
	if err != nil {
		return nil, err
	}
	return on.Open(path)
}

// hashFile is the SHA-256 of a file, in hexadecimal.
func hashFile(ctx context.Context, on *disk.Disk, path string) (string, error) {
	f, err := openRegular(on, path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	buf := make([]byte, 1<<18)
	for {
		if err := ctx.Err(); err != nil {
			return "", err
		}
		n, err := f.Read(buf)
		h.Write(buf[:n])
		if err == io.EOF {
			return hex.EncodeToString(h.Sum(nil)), nil
		}
		if err != nil {
			return "", err
		}
	}
}
