package report

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rapporteur/report/ledger"
)

// The files that a build makes, in the order in which they are put in place.
const (
	reportFile = "report.pdf"
	ledgerFile = "report.json"
	sumsFile   = "SHA256SUMS"
)

// suffix marks a file that is being written or kept back; what a killed build left of them is removed by the next.
const suffix = ".rapporteur-part"

// output writes files beside the old ones and puts them in their place when all are whole: a build that is killed leaves each file old or new, one
// that fails leaves all of them old.
type output struct {
	dir    string
	made   []string // folders that are ours, the outermost first
	unlock func()
	open   map[string]*os.File
	names  []string
}

// openOutput takes a folder for one build alone. Errors are OutputError and LockedError.
func openOutput(dir string) (*output, error) {
	o := &output{dir: dir, open: map[string]*os.File{}}
	for range 4 { // a build that ends beside this one may remove the folder again
		if err := o.makeFolders(); err != nil {
			return nil, &OutputError{dir, err}
		}
		unlock, err := lock(filepath.Join(dir, "lock"+suffix))
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		if errors.Is(err, errLocked) {
			return nil, &LockedError{dir}
		}
		if err != nil {
			o.removeFolders()
			return nil, &OutputError{dir, err}
		}
		o.unlock = unlock
		if err := o.clean(); err != nil {
			o.discard()
			return nil, &OutputError{dir, err}
		}
		return o, nil
	}
	return nil, &LockedError{dir}
}

// makeFolders makes the folder and those above it, and notes which were not there.
func (o *output) makeFolders() error {
	var missing []string
	for dir := filepath.Clean(o.dir); ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) || dir == filepath.Dir(dir) {
			break
		}
		missing = append(missing, dir)
	}
	slices.Reverse(missing)
	o.made = missing
	return os.MkdirAll(o.dir, 0o777)
}

func (o *output) removeFolders() {
	for _, dir := range slices.Backward(o.made) {
		os.Remove(dir) // only if it is empty
	}
}

// clean removes what killed builds left. The lock is held: no other build's files are among them.
func (o *output) clean() error {
	left, err := os.ReadDir(o.dir)
	if err != nil {
		return err
	}
	for _, f := range left {
		if strings.HasSuffix(f.Name(), suffix) && f.Name() != "lock"+suffix {
			os.Remove(filepath.Join(o.dir, f.Name()))
		}
	}
	return nil
}

func (o *output) path(name string) string { return filepath.Join(o.dir, name) }

func (o *output) temporary(name string) string { return o.path(name + suffix) }

// backup is where the old file stands while the new ones are put in place.
func (o *output) backup(name string) string { return o.path(name + ".old" + suffix) }

// create begins a file.
func (o *output) create(name string) (*os.File, error) {
	f, err := os.Create(o.temporary(name))
	if err != nil {
		return nil, &OutputError{o.dir, err}
	}
	o.open[name] = f
	o.names = append(o.names, name)
	return f, nil
}

// finish brings a file to the disk.
func (o *output) finish(name string) error {
	f := o.open[name]
	delete(o.open, name)
	if err := f.Sync(); err != nil {
		f.Close()
		return &OutputError{o.dir, err}
	}
	if err := f.Close(); err != nil {
		return &OutputError{o.dir, err}
	}
	return nil
}

// failure tells a full disk, and what else keeps the system from writing, from faults of the program while doing something.
func (o *output) failure(doing string, err error) error {
	var refused *fs.PathError
	if errors.As(err, &refused) && refused.Op == "write" {
		return &OutputError{o.dir, err}
	}
	return fmt.Errorf("%s: %w", doing, err)
}

// publish writes the ledger and the sums and puts all in place: the PDF, the ledger, the sums. Files that the old sums name and this build did not
// make are removed, but for sources, which are paths of what the report is made from.
func (o *output) publish(l *ledger.Ledger, sources []string) error {
	var account bytes.Buffer
	if err := l.Write(&account); err != nil {
		return err
	}
	sums := sumLine(l.SHA256, reportFile) + sumLine(sum(account.Bytes()), ledgerFile)
	for _, f := range []struct {
		name string
		data []byte
	}{{ledgerFile, account.Bytes()}, {sumsFile, []byte(sums)}} {
		w, err := o.create(f.name)
		if err != nil {
			return err
		}
		if _, err := w.Write(f.data); err != nil {
			return &OutputError{o.dir, err}
		}
		if err := o.finish(f.name); err != nil {
			return err
		}
	}
	old := o.superseded(sources)
	if err := o.replace(); err != nil {
		return err
	}
	for _, name := range old {
		os.Remove(o.path(name))
	}
	return nil
}

// replace puts all files in their places, or none: where one cannot be replaced, those before it are put back.
func (o *output) replace() error {
	for _, name := range o.names {
		if err := keep(o.path(name), o.backup(name)); err != nil {
			return &BusyError{o.path(name), err}
		}
	}
	for i, name := range o.names {
		if err := os.Rename(o.temporary(name), o.path(name)); err != nil {
			for _, done := range o.names[:i] {
				if back := os.Rename(o.backup(done), o.path(done)); errors.Is(back, os.ErrNotExist) {
					os.Remove(o.path(done)) // there was none
				}
			}
			return &BusyError{o.path(name), err}
		}
	}
	return nil
}

// keep gives a file a second name, where there is such a file. File systems without links, and systems that forbid them to others than the owner, get a copy.
func keep(file, second string) error {
	info, err := os.Lstat(file)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil
	case err != nil:
		return err
	case info.IsDir():
		return ErrFolder
	}
	if os.Link(file, second) == nil {
		return nil
	}
	from, err := os.Open(file)
	if err != nil {
		return err
	}
	defer from.Close()
	to, err := os.Create(second)
	if err != nil {
		return err
	}
	if _, err := io.Copy(to, from); err != nil {
		to.Close()
		return err
	}
	return to.Close()
}

// ErrFolder is a folder in the place of a file of the report.
var ErrFolder = errors.New("it is a folder")

// errLocked is what lock answers where another build has the file.
var errLocked = errors.New("locked by another build")

// OutputError is an output folder that cannot be made or written into.
type OutputError struct {
	Dir   string
	cause error
}

// Error implements error.
func (e *OutputError) Error() string { return fmt.Sprintf("writing into %s: %v", e.Dir, e.cause) }

// Unwrap gives the system's error.
func (e *OutputError) Unwrap() error { return e.cause }

// LockedError is an output folder that another build is writing into.
type LockedError struct{ Dir string }

// Error implements error.
func (e *LockedError) Error() string { return "another build is writing into " + e.Dir }

// BusyError is a file that could not be replaced: on Windows, as a rule, because a reader has it open.
type BusyError struct {
	File  string
	cause error
}

// Error implements error.
func (e *BusyError) Error() string { return fmt.Sprintf("replacing %s: %v", e.File, e.cause) }

// Unwrap gives the system's error.
func (e *BusyError) Unwrap() error { return e.cause }

func sumLine(sum, name string) string { return sum + "  " + name + "\n" }

func sum(data []byte) string {
	hash := sha256.Sum256(data)
	return hex.EncodeToString(hash[:])
}

// superseded lists the files that an earlier build made here and this one does not. Only sums that name a report and its ledger are an earlier build's, and
// only a file that is still as they say is removed: someone may have made a list of that name of files of his own.
func (o *output) superseded(sources []string) []string {
	data, err := os.ReadFile(o.path(sumsFile))
	if err != nil {
		return nil
	}
	listed := map[string]string{}
	for line := range strings.Lines(string(data)) {
		hash, name, ok := strings.Cut(strings.TrimRight(line, "\r\n"), "  ")
		if ok && filepath.IsLocal(name) && filepath.Base(name) == name {
			listed[name] = hash
		}
	}
	if listed[reportFile] == "" || listed[ledgerFile] == "" {
		return nil
	}
	var old []string
	for name, hash := range listed {
		if slices.Contains(o.names, name) || sameAsAny(o.path(name), sources) {
			continue
		}
		if data, err := os.ReadFile(o.path(name)); err == nil && sum(data) == hash {
			old = append(old, name)
		}
	}
	slices.Sort(old)
	return old
}

// sameAsAny reports whether a path leads to one of the files, by whatever name.
func sameAsAny(path string, files []string) bool {
	info, err := os.Stat(path)
	if err != nil {
		return false
	}
	return slices.ContainsFunc(files, func(file string) bool {
		other, err := os.Stat(file)
		return err == nil && os.SameFile(info, other)
	})
}

func (o *output) paths() []string {
	var paths []string
	for _, n := range o.names {
		paths = append(paths, o.path(n))
	}
	return paths
}

// discard removes what is unfinished and gives the folder free; after publish there is nothing but old files to remove.
func (o *output) discard() {
	for name, f := range o.open {
		f.Close()
		delete(o.open, name)
	}
	for _, name := range o.names {
		os.Remove(o.temporary(name))
		os.Remove(o.backup(name))
	}
	o.unlock()
	o.removeFolders()
}
