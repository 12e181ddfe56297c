package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"

	"rapporteur/sources/disk"
)

// Sums is the name of the list of sums beside the artifacts, in the form of sha256sum.
const Sums = "SHA256SUMS"

// maxSums bounds a list of sums that is read: a line is shorter than 300 bytes, and a report has a few artifacts a
// statement.
const maxSums = 16 << 20

// Sum is a line of SHA256SUMS.
type Sum struct {
	Name   string // of the artifact, with `/`
	SHA256 string // hexadecimal, lower case
}

func (s Sum) line() string { return s.SHA256 + "  " + s.Name + "\n" }

// ParseSums reads a list of sums. Lines that no build writes are left out: nothing outside the list's folder is named
// by what it gives.
func ParseSums(list string) []Sum {
	var sums []Sum
	for line := range strings.Lines(list) {
		hash, name, ok := strings.Cut(strings.TrimRight(line, "\r\n"), "  ")
		if ok && isName(name) {
			sums = append(sums, Sum{name, strings.ToLower(hash)})
		}
	}
	return sums
}

// listed reads a list of sums in the folder; none if there is none. The error is the machine's.
func (f *Folder) listed(file string) ([]Sum, error) {
	in, err := f.regular(file)
	if in == nil {
		return nil, err
	}
	defer in.Close()
	data, err := io.ReadAll(io.LimitReader(in, maxSums))
	return ParseSums(string(data)), err
}

// unchanged reports whether a file is still as a list of sums says, and no source: only such a file may be removed.
func (f *Folder) unchanged(s Sum) bool {
	in, _ := f.regular(s.Name) // what cannot be read stays
	if in == nil {
		return false
	}
	defer in.Close()
	hash := sha256.New()
	if _, err := io.Copy(hash, in); err != nil || hex.EncodeToString(hash.Sum(nil)) != s.SHA256 {
		return false
	}
	return len(Same(f.disk, f.path(s.Name), f.rules.Sources)) == 0
}

// regular opens a regular file of the folder; nil if there is none. A link is somebody else's work, and opening a
// pipe would wait for ever. The error is the machine's.
func (f *Folder) regular(name string) (*disk.File, error) {
	info, err := f.root.Lstat(name)
	if errors.Is(err, fs.ErrNotExist) || err == nil && !info.Mode().IsRegular() {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return f.root.Open(name)
}

// Same lists, by index, those of the files that a path leads to, by whatever names.
func Same(on *disk.Disk, path string, files []string) []int {
	info, err := on.Stat(path)
	if err != nil {
		return nil
	}
	var same []int
	for i, file := range files {
		if other, err := on.Stat(file); err == nil && os.SameFile(info, other) {
			same = append(same, i)
		}
	}
	return same
}
