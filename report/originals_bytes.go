package report

import (
	"crypto/sha256"
	"encoding/hex"

	"rapporteur/sources/diag"
	"rapporteur/sources/disk"
	"rapporteur/sources/pdf"
)

// bytes gives the bytes of an original's file, as they were kept, or read again and seen to be the same. They are there
// until those of the next are asked for.
func (os *originals) bytes(f *handedIn) ([]byte, error) {
	if f.data != nil {
		return f.data, nil
	}
	if os.last != nil { // one at a time: what was linked is written, and its memory free
		os.last.data, os.last = nil, nil
	}
	data, err := os.folder.ReadInto(os.buffer, f.path, pdf.MaxFile)
	if disk.Failed(err) {
		return nil, err
	}
	if err != nil {
		return nil, &changedError{f}
	}
	os.buffer = nil
	if cap(data) <= reusedBuffer {
		os.buffer = data
	}
	if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != f.sha256 {
		return nil, &changedError{f}
	}
	if data, err = os.again(f, data); err != nil {
		return nil, err
	}
	f.data, os.last = data, f
	return data, nil
}

// forgetBytes forgets those that are as fast read again, but not what a program has made of an office file.
func (os *originals) forgetBytes() {
	for _, f := range os.files {
		if f.made == nil {
			f.data = nil
		}
	}
}

// linked notes that a use of a file was linked: after the last its bytes are forgotten.
func (os *originals) linked(f *handedIn) {
	if f.left--; f.left == 0 {
		f.data = nil
	}
}

// changedError is an original that is no longer as it was read: somebody is at work on it, and can say when it is done.
type changedError struct{ file *handedIn }

// Error implements error.
func (e *changedError) Error() string { return e.file.path + " has changed since it was read" }

// tell says it at each place that names the original.
func (e *changedError) tell(bag *diag.Bag) {
	for _, o := range e.file.uses {
		bag.AddItem("original-changed", o.Pos, o.Item, diag.Args{"file": o.File})
	}
}
