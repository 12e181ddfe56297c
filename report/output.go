package report

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"rapporteur/report/ledger"
)

// suffix marks a file that is being written; what a killed build left of them is removed by the next.
const suffix = ".rapporteur-part"

// output writes files beside the old ones and puts them in their place when all are whole: a build that is killed leaves each file old or new.
type output struct {
	dir   string
	made  bool // the folder is ours
	open  map[string]*os.File
	names []string
}

func openOutput(dir string) (*output, error) {
	_, err := os.Stat(dir)
	made := errors.Is(err, os.ErrNotExist)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, fmt.Errorf("making the output folder: %w", err)
	}
	left, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("reading the output folder: %w", err)
	}
	for _, f := range left {
		if strings.HasSuffix(f.Name(), suffix) {
			os.Remove(filepath.Join(dir, f.Name()))
		}
	}
	return &output{dir: dir, made: made, open: map[string]*os.File{}}, nil
}

func (o *output) temporary(name string) string { return filepath.Join(o.dir, name+suffix) }

// create begins a file.
func (o *output) create(name string) (*os.File, error) {
	f, err := os.Create(o.temporary(name))
	if err != nil {
		return nil, fmt.Errorf("writing %s: %w", name, err)
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
		return fmt.Errorf("writing %s: %w", name, err)
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	return nil
}

// publish writes the ledger and the sums and puts all in place: the PDF, the ledger, the sums. Files that the old sums name and this build did not make are removed.
func (o *output) publish(l *ledger.Ledger) error {
	var account bytes.Buffer
	if err := l.Write(&account); err != nil {
		return err
	}
	sums := sumLine(l.SHA256, "report.pdf")
	hash := sha256.Sum256(account.Bytes())
	sums += sumLine(hex.EncodeToString(hash[:]), "report.json")
	for _, f := range []struct {
		name string
		data []byte
	}{{"report.json", account.Bytes()}, {"SHA256SUMS", []byte(sums)}} {
		w, err := o.create(f.name)
		if err != nil {
			return err
		}
		if _, err := w.Write(f.data); err != nil {
			return fmt.Errorf("writing %s: %w", f.name, err)
		}
		if err := o.finish(f.name); err != nil {
			return err
		}
	}
	old := o.oldNames()
	for _, name := range o.names {
		if err := os.Rename(o.temporary(name), filepath.Join(o.dir, name)); err != nil {
			return &BusyError{filepath.Join(o.dir, name), err}
		}
	}
	for _, name := range old {
		os.Remove(filepath.Join(o.dir, name))
	}
	return nil
}

// BusyError is a file that could not be replaced: on Windows, as a rule, because a reader has it open.
type BusyError struct {
	File  string
	cause error
}

func (e *BusyError) Error() string { return fmt.Sprintf("replacing %s: %v", e.File, e.cause) }

// Unwrap gives the system's error.
func (e *BusyError) Unwrap() error { return e.cause }

func sumLine(sum, name string) string { return sum + "  " + name + "\n" }

// oldNames lists the files that an earlier build made here and this one does not.
func (o *output) oldNames() []string {
	data, err := os.ReadFile(filepath.Join(o.dir, "SHA256SUMS"))
	if err != nil {
		return nil
	}
	now := map[string]bool{}
	for _, n := range o.names {
		now[n] = true
	}
	var old []string
	for _, line := range strings.Split(string(data), "\n") {
		_, name, ok := strings.Cut(line, "  ")
		if ok && !now[name] && filepath.IsLocal(name) && filepath.Base(name) == name {
			old = append(old, name)
		}
	}
	sort.Strings(old)
	return old
}

func (o *output) paths() []string {
	var paths []string
	for _, n := range o.names {
		paths = append(paths, filepath.Join(o.dir, n))
	}
	return paths
}

// discard removes what is unfinished; after publish there is nothing.
func (o *output) discard() {
	for name, f := range o.open {
		f.Close()
		delete(o.open, name)
	}
	for _, name := range o.names {
		os.Remove(o.temporary(name))
	}
	if o.made {
		os.Remove(o.dir) // only if it is empty
	}
}
