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

	"rapporteur/report/publish"
)

// maxSums bounds it: a line a file.
const maxSums = 16 << 20

// sums compares the file with the sum in the ledger, which tells a set that a killed build left mixed, and with those
// in SHA256SUMS beside it.
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
	f, err := os.Open(filepath.Join(dir, publish.Sums))
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
	return c.compareSums(ctx, dir, string(data), sum)
}

// compareSums compares the sums of a SHA256SUMS in dir; sum is the report's.
func (c *checker) compareSums(ctx context.Context, dir, list, sum string) error {
	named := false
	for _, listed := range publish.ParseSums(list) {
		got := sum
		if listed.Name == c.ledger.File {
			named = true
		} else {
			var err error
			got, err = hashFile(ctx, filepath.Join(dir, filepath.FromSlash(listed.Name)))
			if err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
		}
		if got != listed.SHA256 {
			c.add(Finding{Code: SumsDiffer, Args: map[string]string{"file": listed.Name}})
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
