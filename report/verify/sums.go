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
func (c *checker) sums(ctx context.Context, path string, of scope) error {
	sum, err := hashFile(ctx, c.disk, path)
	if err != nil {
		return err
	}
	if sum != strings.ToLower(c.ledger.SHA256) {
		c.other = true
		return nil
	}
	if of == noneBeside {
		return nil
	}
	return c.beside(ctx, path, sum, of)
}

// Beside compares what lies beside a report whose ledger cannot be read, and the two themselves, with SHA256SUMS: what
// else was changed, or is as it was, is worth knowing all the more. among says that all the reports of the folder are
// verified, as CheckAmong has it. The error is the machine's.
func Beside(ctx context.Context, pdfPath string, among bool) ([]Finding, error) {
	c := &checker{ledger: &ledger.Ledger{File: filepath.Base(pdfPath)}}
	of := allBeside
	if among {
		of = untoldBeside
	}
	sum, err := hashFile(ctx, nil, pdfPath)
	if err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, errNotRegular) {
		return nil, err
	}
	if err := c.beside(ctx, pdfPath, sum, of); err != nil {
		return nil, err
	}
	return c.sorted(), nil
}

// beside compares the files beside the report, whose sum is given, with the list of sums.
func (c *checker) beside(ctx context.Context, path, sum string, of scope) error {
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
	return c.compareSums(ctx, folder{dir, below, publish.ParseSums(string(data)), of}, sum)
}

// folder is where a report was published, with its list of sums.
type folder struct {
	dir   string
	below string // where the file lies in it, with a slash; "" in the folder itself
	sums  []publish.Sum
	of    scope
}

// others reports whether what lies beside the file is looked at with it; what belongs to another report never is where
// all of them are verified, nor what is told with the first of them.
func (f *folder) others(file string) func(name string) bool {
	reports := f.reports()
	first := slices.IndexFunc(f.sums, func(s publish.Sum) bool { return reports[s.Name] && isPDF(s.Name) })
	switch {
	case f.below != "" || f.of == untoldBeside && first >= 0 && f.sums[first].Name != file:
		return func(string) bool { return false }
	case f.of == untoldBeside:
		return func(name string) bool { return !reports[name] }
	}
	return func(string) bool { return true }
}

// reports are the reports that are listed together with their ledgers, and those.
func (f *folder) reports() map[string]bool {
	listed, reports := map[string]bool{}, map[string]bool{}
	for _, s := range f.sums {
		listed[s.Name] = true
	}
	for name := range listed {
		if account := ledger.Beside(name); isPDF(name) && listed[account] {
			reports[name], reports[account] = true, true
		}
	}
	return reports
}

func isPDF(name string) bool { return strings.HasSuffix(name, ".pdf") }

// compareSums compares the files of a folder with its list of sums; sum is the report's, which may have got a name of
// its own since. The report and its ledger must be among them: a list that leaves them out says nothing. Of what lies
// beside a document in a folder of its own the report tells.
func (c *checker) compareSums(ctx context.Context, f folder, sum string) error {
	file := f.below + c.ledger.File
	needed, others := map[string]bool{file: true, ledger.Beside(file): true}, f.others(file)
	for _, listed := range f.sums {
		if !needed[listed.Name] && !others(listed.Name) {
			continue
		}
		delete(needed, listed.Name)
		got := sum
		if listed.Name != file {
			var err error
			got, err = hashFile(ctx, c.disk, filepath.Join(f.dir, filepath.FromSlash(listed.Name)))
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
	return c.documents(ctx, f)
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
