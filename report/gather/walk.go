package gather

import (
	"bytes"
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
	"rapporteur/report/states"
	"rapporteur/sources"
	"rapporteur/sources/diag"
	"rapporteur/sources/pattern"
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

	letter *letter // the message that it came with; nil for none
}

// walker goes through a folder.
type walker struct {
	ctx       context.Context
	dir       string
	languages *lang.Set
	bag       *diag.Bag
	files     []*file
	left      []string           // files that nobody means to print
	shown     map[string]bool    // pictures that texts show
	known     func(string) bool  // whether the manifest names a file
	letters   map[string]*letter // of files that came with messages, by their paths
	opened    map[string]bool    // messages that were read
	list      string             // the file that has the agenda; "" where any may
	agenda    *agenda            // nil until one is found
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
	w.coded()
	w.files = slices.DeleteFunc(w.files, func(f *file) bool { return f.kind == original && w.shown[f.path] })
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
	if rel == Manifest {
		return nil
	}
	if byTheWay(path.Base(rel)) {
		w.left = append(w.left, rel)
		return nil
	}
	if w.opened[rel] {
		return nil
	}
	data, code := w.read(rel, name, entry)
	if code != "" {
		w.tell(code, rel, nil)
		return nil
	}
	f := &file{path: rel, sum: sha256.Sum256(data), label: labelOf(rel, w.languages)}
	if f.role != asParticipants && w.listed(rel, data) {
		return nil
	}
	if f.kind, code = kindOf(rel, data); code != "" {
		if !w.known(rel) { // else it is an emblem, or a font
			w.otherKind(code, rel)
		}
		return nil
	}
	dir := path.Dir(rel)
	if f.letter = w.letters[rel]; f.letter != nil {
		dir = path.Dir(f.letter.folder)
	}
	f.home, f.title = sessionOf(dir)
	for part := range strings.SplitSeq(dir, "/") {
		if p := states.Whole(part); p != nil && f.party == nil {
			f.party, f.role = p, ""
		}
	}
	f.sure = f.party != nil
	f.addressed()
	w.files = append(w.files, f)
	if f.kind == text {
		for _, m := range pictureShape.FindAllSubmatch(data, -1) {
			w.shown[path.Clean(string(m[1]))] = true
		}
	}
	return w.look(f, name, data)
}

// pictureShape is a picture in Markdown.
var pictureShape = pattern.Of(`!\[[^\]]*\]\(<?([^)>"]+?)>?(?: "[^"]*")?\)`)

// read reads a file, or gives the code of what is told of one that cannot be read or named.
func (w *walker) read(rel, name string, entry fs.DirEntry) (data []byte, code string) {
	if !entry.Type().IsRegular() {
		return nil, "import-no-file"
	}
	unsound := func(r rune) bool { return r == '\\' || unicode.IsControl(r) }
	if !utf8.ValidString(rel) || strings.ContainsFunc(rel, unsound) {
		return nil, "import-bad-name"
	}
	info, err := entry.Info()
	if err != nil || info.Size() > pdf.MaxFile {
		return nil, "import-unreadable"
	}
	if data, err = os.ReadFile(name); err != nil {
		return nil, "import-unreadable"
	}
	if len(data) == 0 {
		return nil, "import-empty"
	}
	return data, ""
}

// officeEndings are those of originals of which LibreOffice makes PDFs.
var officeEndings = []string{".doc", ".rtf", ".ppt", ".pptx", ".odp", ".xls", ".xlsx", ".ods"}

// kindOf tells what a file can be, a text by its name, an original by what it holds; or gives the code of what is told
// of one that can be nothing.
func kindOf(rel string, data []byte) (k kind, code string) {
	ending := strings.ToLower(path.Ext(rel))
	isPDF := bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-"))
	switch {
	case slices.Contains(sources.TextKinds(), ending):
		return text, ""
	case ending == ".csv":
		return table, ""
	case picture.Is(data) && logo(rel):
		return 0, "import-emblem"
	case isPDF || picture.Is(data) || slices.Contains(officeEndings, ending) && pdf.Office(data):
		return original, ""
	case ending == ".pdf":
		return 0, "import-not-pdf"
	}
	return 0, "import-other-kind"
}

// byTheWay reports whether a file is one that nobody means to print, by its name.
func byTheWay(base string) bool {
	lower := strings.ToLower(base)
	return strings.HasPrefix(base, ".") || strings.HasPrefix(base, "~") || strings.HasSuffix(base, "~") ||
		strings.HasPrefix(lower, "readme") || slices.Contains(litter, lower) || slices.Contains(litter, path.Ext(lower))
}

// litter are files that systems and programs leave.
var litter = []string{"thumbs.db", "desktop.ini", "sha256sums", ".lnk", ".tmp", ".bak", ".crdownload", ".part", ".url"}

// otherKind tells of a file that a report has no place for as it is, and what can be made of it.
func (w *walker) otherKind(code, rel string) {
	ending := strings.ToLower(path.Ext(rel))
	args := diag.Args{"ending": ending}
	switch ending {
	case ".doc", ".rtf", ".wpd", ".wps":
		args["text"] = "Word"
	case ".pages":
		args["pages"] = "Pages"
	case ".eml", ".msg", ".zip", ".rar", ".7z":
		args["holds"] = ending
	}
	w.tell(code, rel, args)
}

// logo reports whether a picture is an emblem by its name.
func logo(file string) bool {
	return slices.ContainsFunc(states.Folded(bareName(file)), func(word string) bool {
		return slices.Contains([]string{"emblem", "embleme", "logo", "emblema", "letterhead"}, word)
	})
}
