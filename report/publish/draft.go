package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"rapporteur/sources/disk"
)

// Draft is an artifact that is being written. Drafts of one folder may be written at the same time.
type Draft struct {
	folder *Folder
	name   string
	file   *disk.File // while it is open
	sum    string     // SHA-256, hexadecimal, once it is finished
}

// Create begins an artifact of the list. The error is an OutputError, or ours where the list has no such name.
func (f *Folder) Create(name string) (*Draft, error) {
	f.turn.Lock()
	defer f.turn.Unlock()
	return f.create(name)
}

// create is Create for who has the turn.
func (f *Folder) create(name string) (*Draft, error) {
	if err := f.open(); err != nil {
		return nil, err
	}
	for _, d := range f.drafts {
		if d.name != name {
			continue
		}
		if d.file != nil || d.sum != "" {
			return nil, fmt.Errorf("publish: %s is begun twice", name)
		}
		file, err := f.root.Create(temporary(name))
		if err != nil {
			return nil, &OutputError{f.dir, err}
		}
		d.file = file
		return d, nil
	}
	return nil, fmt.Errorf("publish: %s is not on the list of artifacts", name)
}

// Put makes a small artifact of the list at once. Errors are those of Create.
func (f *Folder) Put(name string, data []byte) error {
	f.turn.Lock()
	defer f.turn.Unlock()
	return f.put(name, data)
}

// put is Put for who has the turn.
func (f *Folder) put(name string, data []byte) error {
	d, err := f.create(name)
	if err != nil {
		return err
	}
	if _, err := d.write(data); err != nil {
		return err
	}
	file := d.file
	d.file = nil
	return d.finish(file, SumOf(data))
}

// Write implements io.Writer. The error is an OutputError: a full disk, as a rule.
func (d *Draft) Write(p []byte) (n int, err error) {
	d.folder.turn.Lock()
	defer d.folder.turn.Unlock()
	return d.write(p)
}

func (d *Draft) write(p []byte) (n int, err error) {
	if err := d.folder.open(); err != nil {
		return 0, err
	}
	if n, err = d.file.Write(p); err != nil {
		return n, &OutputError{d.folder.dir, err}
	}
	return n, nil
}

// Finish brings the draft to the disk. sum is the SHA-256 of what was written, in hexadecimal: who writes a large
// file knows it, so that nobody has to read the file again. The error is an OutputError.
func (d *Draft) Finish(sum string) error {
	d.folder.turn.Lock()
	file := d.file
	d.file = nil
	err := d.folder.open()
	d.folder.turn.Unlock()
	if err != nil {
		return err
	}
	return d.finish(file, sum)
}

// finish needs no turn: a disk may take long to take a large file, and the folder can be closed meanwhile.
func (d *Draft) finish(file *disk.File, sum string) error {
	err := file.Sync()
	if closed := file.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return &OutputError{d.folder.dir, err}
	}
	d.sum = sum
	return nil
}

// Path is the machine's path of the draft: what is there may be read and judged before it is published.
func (d *Draft) Path() string { return d.folder.path(temporary(d.name)) }

// SumOf is the SHA-256 of bytes, in hexadecimal.
func SumOf(data []byte) string {
	hash := sha256.Sum256(data)
	return hex.EncodeToString(hash[:])
}
