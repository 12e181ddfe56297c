package sources

import (
	"path/filepath"

	"rapporteur/sources/diag"
)

// ReadText reads one text by its path on the machine, without a manifest; changes is what becomes of tracked changes,
// "" for the usual. What is wrong goes into bag, with places relative to the text's folder. The Version is nil where
// the file is none that a text may stand in, or cannot be read.
func ReadText(file, changes string, bag *diag.Bag) *Version {
	dir, name := filepath.Dir(file), filepath.Base(file)
	at := diag.Pos{File: name}
	folder, err := OpenFolder(nil, dir)
	if err != nil {
		bag.Add("file-missing", at, diag.Args{"file": filepath.ToSlash(file)})
		return nil
	}
	defer folder.Close()
	r := &reader{bag: bag, folder: folder, changes: changes}
	v := &Version{}
	if !r.filePath(name, at, "", &kind{allowed: textKinds}) {
		return nil
	}
	r.textFile(v, name, at, "")
	if len(v.Blocks) == 0 {
		return nil
	}
	return v
}

// ChangesWords are the words for what may become of tracked changes.
func ChangesWords() []string { return changesWords }

// TextKinds are the endings of files that a text may stand in.
func TextKinds() []string { return textKinds }
