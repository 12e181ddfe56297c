package gather

import (
	"context"
	"crypto/sha256"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/layout/lang"
	"rapporteur/sources"
	"rapporteur/sources/diag"
	"rapporteur/sources/pdf"
	"rapporteur/sources/picture"
)

// kind is what a file can be in a report.
type kind int

const (
	text kind = iota
	original
	table
)

// file is one that a report may take.
type file struct {
	path string // below the folder, written with `/`
	kind kind
	sum  [sha256.Size]byte
	label
	sure  bool   // the name says whose it is
	head  string // its first words
	lang  string // of them; "" where that cannot be told
	title string // the session's that it lies in
	home  string // folder of that session; "" for none
}

// walker goes through a folder.
type walker struct {
	ctx       context.Context
	dir       string
	languages *lang.Set
	bag       *diag.Bag
	files     []*file
	left      []string // files that nobody means to print
}

// walk lists what a report may take of the folder, in order of the paths. What it may not take is told.
func (w *walker) walk() error {
	err := filepath.WalkDir(w.dir, func(name string, entry fs.DirEntry, err error) error {
		rel, relErr := filepath.Rel(w.dir, name)
		switch {
		case w.ctx.Err() != nil:
			return w.ctx.Err()
		case relErr != nil:
			return relErr
		case rel == ".":
			return err
		case err != nil:
			w.tell("import-unreadable", filepath.ToSlash(rel), nil)
			return nil
		case entry.IsDir():
			return w.folder(filepath.ToSlash(rel), name)
		}
		return w.file(filepath.ToSlash(rel), name, entry)
	})
	if len(w.left) > 0 {
		w.tell("import-by-the-way", "", diag.Args{"files": strings.Join(w.left, ", ")})
	}
	return err
}

func (w *walker) tell(code, file string, more diag.Args) {
	args := diag.Args{"file": file}
	for key, value := range more {
		args[key] = value
	}
	w.bag.Add(code, diag.Pos{File: file}, args)
}

// folder passes over those of programs, and of reports that were made already.
func (w *walker) folder(rel, name string) error {
	base := path.Base(rel)
	if strings.HasPrefix(base, ".") || base == "__MACOSX" {
		w.left = append(w.left, rel+"/")
		return fs.SkipDir
	}
	if _, err := os.Stat(filepath.Join(name, "report.json")); err == nil {
		w.left = append(w.left, rel+"/")
		return fs.SkipDir
	}
	return nil
}

// file takes a file, or tells why not.
func (w *walker) file(rel, name string, entry fs.DirEntry) error {
	base, ending := path.Base(rel), strings.ToLower(path.Ext(rel))
	lower := strings.ToLower(base)
	switch {
	case rel == Manifest:
		return nil
	case strings.HasPrefix(base, ".") || strings.HasPrefix(base, "~") || strings.HasSuffix(base, "~") ||
		slices.Contains(litter, lower) || slices.Contains(litter, ending) || strings.HasPrefix(lower, "readme"):
		w.left = append(w.left, rel)
		return nil
	case !entry.Type().IsRegular():
		w.tell("import-no-file", rel, nil)
		return nil
	case !utf8.ValidString(rel) || strings.ContainsFunc(rel, func(r rune) bool {
		return r == '\\' || unicode.IsControl(r)
	}):
		w.tell("import-bad-name", rel, nil)
		return nil
	}
	if info, err := entry.Info(); err != nil || info.Size() > pdf.MaxFile {
		w.tell("import-unreadable", rel, nil)
		return nil
	}
	data, err := os.ReadFile(name)
	if err != nil {
		w.tell("import-unreadable", rel, nil)
		return nil
	}
	f := &file{path: rel, sum: sha256.Sum256(data), label: labelOf(rel, w.languages)}
	switch {
	case len(data) == 0:
		w.tell("import-empty", rel, nil)
		return nil
	case slices.Contains(sources.TextKinds(), ending):
		f.kind = text
	case ending == ".csv":
		f.kind = table
	case strings.Contains(string(data[:min(len(data), 1024)]), "%PDF-") || picture.Is(data):
		f.kind = original
	case ending == ".pdf":
		w.tell("import-not-pdf", rel, nil)
		return nil
	default:
		w.otherKind(rel, ending)
		return nil
	}
	if f.kind == original && logo(f) {
		w.tell("import-emblem", rel, nil)
		return nil
	}
	f.home, f.title = sessionOf(path.Dir(rel))
	for _, part := range strings.Split(path.Dir(rel), "/") {
		if p := wholeParty(part); p != nil && f.party == nil {
			f.party, f.role = p, ""
		}
	}
	f.sure = f.party != nil
	w.files = append(w.files, f)
	return w.look(f, name, data)
}

// litter are files that systems and programs leave.
var litter = []string{"thumbs.db", "desktop.ini", "sha256sums", ".lnk", ".tmp", ".bak", ".crdownload", ".part", ".url"}

// otherKind tells of a file that a report has no place for, and what can be made of it.
func (w *walker) otherKind(rel, ending string) {
	args := diag.Args{"ending": ending}
	switch ending {
	case ".doc", ".rtf", ".wpd":
		args["text"] = "Word"
	case ".pages":
		args["pages"] = "Pages"
	case ".eml", ".msg", ".zip", ".rar", ".7z":
		args["holds"] = ending
	}
	w.tell("import-other-kind", rel, args)
}

// logo reports whether a picture is an emblem by its name.
func logo(f *file) bool {
	return path.Ext(f.path) != ".pdf" && slices.ContainsFunc(folded(bareName(f.path)), func(word string) bool {
		return slices.Contains([]string{"emblem", "embleme", "logo", "emblema", "letterhead"}, word)
	})
}
