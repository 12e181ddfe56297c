package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"io/fs"
	"os"
	"strings"
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

// listed reads a list of sums in the folder; none if there is none.
func (f *Folder) listed(file string) []Sum {
	in := f.regular(file)
	if in == nil {
		return nil
	}
	defer in.Close()
	data, err := io.ReadAll(io.LimitReader(in, maxSums))
	if err != nil {
		return nil
	}
	return ParseSums(string(data))
}

// unchanged reports whether a file is still as a list of sums says, and no source: only such a file may be removed.
func (f *Folder) unchanged(s Sum) bool {
	in := f.regular(s.Name)
	if in == nil {
		return false
	}
	defer in.Close()
	hash := sha256.New()
	if _, err := io.Copy(hash, in); err != nil || hex.EncodeToString(hash.Sum(nil)) != s.SHA256 {
		return false
	}
	return len(Same(f.path(s.Name), f.rules.Sources)) == 0
}

// regular opens a regular file of the folder; nil if there is none. A link is somebody else's work, and opening a
// pipe would wait for ever.
func (f *Folder) regular(name string) fs.File {
	if info, err := f.root.Lstat(name); err != nil || !info.Mode().IsRegular() {
		return nil
	}
	in, err := f.root.Open(name)
	if err != nil {
		return nil
	}
	return in
}

// Same lists, by index, those of the files that a path leads to, by whatever names.
func Same(path string, files []string) []int {
	info, err := os.Stat(path)
	if err != nil {
		return nil
	}
	var same []int
	for i, file := range files {
		if other, err := os.Stat(file); err == nil && os.SameFile(info, other) {
			same = append(same, i)
		}
	}
	return same
}
