package verify

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// sumsName is the file of sums beside the report.
const sumsName = "SHA256SUMS"

// maxSums bounds it: a line a file.
const maxSums = 1 << 20

// sums compares the file with the sum in the ledger, which tells a set that a killed build left mixed, and with those in SHA256SUMS beside it.
func (c *checker) sums(ctx context.Context, path string) error {
	sum, err := hashFile(ctx, path)
	if err != nil {
		return err
	}
	if sum != strings.ToLower(c.ledger.SHA256) {
		c.other = true
		return nil
	}
	if filepath.Base(path) != c.ledger.File {
		return nil
	}
	dir := filepath.Dir(path)
	f, err := os.Open(filepath.Join(dir, sumsName))
	if errors.Is(err, fs.ErrNotExist) {
		c.add(Finding{Code: SumsMissing, Warning: true, Args: map[string]string{"file": sumsName}})
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
	return c.compareSums(ctx, dir, string(data), sum)
}

// compareSums compares the sums of a SHA256SUMS in dir; sum is the report's.
func (c *checker) compareSums(ctx context.Context, dir, list, sum string) error {
	named := false
	for line := range strings.Lines(list) {
		want, name, ok := strings.Cut(strings.TrimRight(line, "\r\n"), "  ")
		if !ok || filepath.Base(name) != name || !filepath.IsLocal(name) {
			continue // not a line of ours
		}
		got := sum
		if name == c.ledger.File {
			named = true
		} else {
			var err error
			if got, err = hashFile(ctx, filepath.Join(dir, name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
		}
		if got != strings.ToLower(want) {
			c.add(Finding{Code: SumsDiffer, Args: map[string]string{"file": name}})
		}
	}
	if !named {
		c.add(Finding{Code: SumsDiffer, Args: map[string]string{"file": c.ledger.File}})
	}
	return nil
}

// hashFile is the SHA-256 of a file, in hexadecimal.
func hashFile(ctx context.Context, path string) (string, error) {
	f, err := os.Open(path)
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
