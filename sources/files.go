package sources

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	pathpkg "path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"rapporteur/sources/diag"
	"rapporteur/sources/disk"
	"rapporteur/sources/office"
	"rapporteur/sources/pattern"
)

// What can be wrong with a path that the user gives.
var (
	ErrBadPath  = errors.New("not a path relative to the manifest, written with /")
	ErrOutside  = errors.New("outside the manifest's folder")
	ErrMissing  = errors.New("no such file")
	ErrNotFile  = errors.New("not a regular file")
	ErrTooLarge = errors.New("file too large")
)

// Folder is the manifest's folder. Nothing outside it can be opened through it, by no path and no symbolic link.
// Paths are relative and written with `/`; one in NFC also finds a name that the file system keeps decomposed, and
// the other way round.
type Folder struct {
	root  *disk.Root
	mutex sync.Mutex
	found map[string]bool // every file that was found, by the name that the file system knows

	listed map[string][]fs.DirEntry // of folders in which a file was missing
}

// OpenFolder opens a folder by its path on a disk.
func OpenFolder(on *disk.Disk, dir string) (*Folder, error) {
	root, err := on.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("opening folder: %w", err)
	}
	return &Folder{root: root, found: map[string]bool{}, listed: map[string][]fs.DirEntry{}}, nil
}

// Trouble is the first error on reading the folder that was the machine's, and no fault of who laid out its files; nil
// when there was none.
func (f *Folder) Trouble() error { return f.root.Trouble() }

// Close releases the folder; files opened through it stay open.
func (f *Folder) Close() error { return f.root.Close() }

// list gives what a folder below this one holds; nothing where that cannot be read or is more than anybody looks
// through.
func (f *Folder) list(dir string) []fs.DirEntry {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	entries, known := f.listed[dir]
	if !known {
		var err error
		if entries, err = f.root.ReadDir(dir); err != nil || len(entries) > maxListed {
			entries = nil
		}
		f.listed[dir] = entries
	}
	return entries
}

// Found lists the files that were found through the folder, sorted, written with `/`.
func (f *Folder) Found() []string {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	return slices.Sorted(maps.Keys(f.found))
}

// Check reports whether path names a regular file in the folder: nil, or an error that is ErrBadPath, ErrOutside,
// ErrMissing or ErrNotFile, or the system's.
func (f *Folder) Check(path string) error {
	if file, part := within(path); part != "" {
		_, err := f.part(file, part, maxMedia)
		return err
	}
	_, err := f.find(path)
	return err
}

// within divides the path of a picture in a word processor's file from its name there; part is "" for other paths.
func within(path string) (file, part string) {
	lower := strings.ToLower(path)
	for _, kind := range officeKinds {
		if i := strings.Index(lower, kind+"/"); i > 0 {
			return path[:i+len(kind)], path[i+len(kind)+1:]
		}
	}
	return path, ""
}

// part reads a picture in a word processor's file.
func (f *Folder) part(file, name string, limit int64) ([]byte, error) {
	archive, err := f.Open(file)
	if err != nil {
		return nil, err
	}
	defer archive.Close()
	info, err := archive.Stat()
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", file, err)
	}
	data, err := office.Media(archive, info.Size(), name, limit)
	switch {
	case errors.Is(err, office.ErrBomb):
		return nil, ErrTooLarge
	case err != nil:
		return nil, fmt.Errorf("reading %s: %w", file, err)
	case data == nil:
		return nil, ErrMissing
	}
	return data, nil
}

// Open opens a regular file for reading. Errors are those of Check.
func (f *Folder) Open(path string) (*disk.File, error) {
	name, err := f.find(path)
	if err != nil {
		return nil, err
	}
	file, err := f.root.Open(name)
	if err != nil {
		return nil, f.cause(name, err)
	}
	return file, nil
}

// Read reads a regular file of at most limit bytes, or a picture in a word processor's file (within). Errors are those
// of Check, and ErrTooLarge.
func (f *Folder) Read(path string, limit int64) ([]byte, error) {
	if file, part := within(path); part != "" {
		return f.part(file, part, limit)
	}
	return f.ReadInto(nil, path, limit)
}

// ReadInto reads a regular file as Read does, into the memory of buf where the file finds room in it, whatever stands
// there.
func (f *Folder) ReadInto(buf []byte, path string, limit int64) ([]byte, error) {
	file, err := f.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	if info.Size() > limit {
		return nil, ErrTooLarge
	}
	if room := info.Size() + bytes.MinRead; int64(cap(buf)) < room {
		buf = make([]byte, 0, room)
	}
	data := bytes.NewBuffer(buf[:0])
	if _, err := data.ReadFrom(io.LimitReader(file, limit+1)); err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	if int64(data.Len()) > limit { // it grew meanwhile
		return nil, ErrTooLarge
	}
	return data.Bytes(), nil
}

// find gives the name under which the file system knows the path. The kind is asked for before anything is opened:
// opening a pipe would wait for ever.
func (f *Folder) find(path string) (string, error) {
	if driveLetter.MatchString(path) { // on every system: a manifest means the same everywhere
		return "", ErrOutside
	}
	if path == "" || strings.ContainsFunc(path, func(r rune) bool { return r == '\\' || unicode.IsControl(r) }) ||
		strings.Contains(path, "://") {
		return "", ErrBadPath
	}
	local := filepath.FromSlash(path)
	if strings.HasPrefix(path, "/") || !filepath.IsLocal(local) {
		return "", ErrOutside
	}
	first := ErrMissing
	for i, name := range []string{local, norm.NFC.String(local), norm.NFD.String(local)} {
		info, err := f.root.Stat(name)
		if name = filepath.Clean(name); err == nil {
			if !info.Mode().IsRegular() {
				return "", ErrNotFile
			}
			f.mutex.Lock()
			f.found[filepath.ToSlash(name)] = true
			f.mutex.Unlock()
			return name, nil
		}
		if i == 0 {
			first = f.cause(name, err)
		}
	}
	return "", first
}

// cause tells apart why the system does not give a file. A file that is used as a folder holds no such file.
func (f *Folder) cause(name string, err error) error {
	var path *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return ErrMissing
	case f.leadsOut(name):
		return ErrOutside
	case errors.As(err, &path):
		return path.Err // the path is in the diagnostic already
	}
	return err
}

// leadsOut reports whether a symbolic link on the way to a file leads out of the folder. os.Root refuses such a way,
// but has no error that says why: so it is gone again link by link.
func (f *Folder) leadsOut(name string) bool {
	way := strings.Split(filepath.ToSlash(name), "/")
	at := "."
	for links := 0; len(way) > 0 && links < maxLinks; {
		part := way[0]
		way = way[1:]
		if part == ".." {
			if at == "." {
				return true
			}
			at = filepath.Dir(at)
			continue
		}
		next := filepath.Join(at, part)
		info, err := f.root.Lstat(next)
		if err != nil {
			return false
		}
		if info.Mode()&fs.ModeSymlink == 0 {
			at = next
			continue
		}
		links++
		target, err := f.root.Readlink(next)
		if err != nil {
			return false
		}
		rooted := target != "" && os.IsPathSeparator(target[0])
		if rooted || filepath.IsAbs(target) || filepath.VolumeName(target) != "" {
			return true
		}
		way = append(strings.Split(filepath.ToSlash(target), "/"), way...)
	}
	return false
}

var driveLetter = pattern.Of(`^[A-Za-z]:[/\\]`)

// straightPath is a path in NFC without what leads nowhere: ./texts//kenya.md is texts/kenya.md. An address stays.
func straightPath(name string) string {
	name = norm.NFC.String(name)
	if strings.HasPrefix(name, "./") || strings.Contains(name, "/./") || !strings.Contains(name, "://") &&
		strings.Contains(name, "//") {
		return pathpkg.Clean(name)
	}
	return name
}

// Nearest gives the file in the folder that path was probably meant to name: written with other capitals, with a
// letter or two wrong, with the second extension that some systems hide, or as Windows writes paths; else the one of
// that name in another folder; "" if there is none.
func (f *Folder) Nearest(path string) string {
	path = norm.NFC.String(strings.ReplaceAll(path, `\`, "/"))
	if near := f.alike(path); near != "" {
		return near
	}
	base := pathpkg.Base(path)
	if found := f.elsewhere(base); found != "" {
		return found
	}
	kind := strings.ToLower(pathpkg.Ext(base))
	if slices.Contains(textKinds, kind) || slices.Contains(documents, kind) {
		for _, other := range textKinds { // saved in another form than it is said to be
			if found := f.alike(strings.TrimSuffix(path, pathpkg.Ext(path)) + other); found != "" {
				return found
			}
		}
	}
	return ""
}

// alike follows a path by names that are much like its own.
func (f *Folder) alike(path string) string {
	at := "."
	parts := strings.Split(path, "/")
	for i, part := range parts {
		var names []string
		for _, e := range f.list(at) {
			if last := i == len(parts)-1; last != e.IsDir() {
				names = append(names, e.Name())
			}
		}
		name := diag.Nearest(part, names, len(part)/6)
		if name == "" {
			hidden := func(name string) bool {
				return strings.HasPrefix(strings.ToLower(name), strings.ToLower(part)+".")
			}
			if i := slices.IndexFunc(names, hidden); i >= 0 {
				name = names[i]
			}
		}
		if name == "" {
			return ""
		}
		at = pathpkg.Join(at, name)
	}
	return at
}

// elsewhere gives a file of a name from the manifest's folder, or else a folder in it.
func (f *Folder) elsewhere(name string) string {
	folders := []string{"."}
	for i := 0; i < len(folders); i++ {
		for _, e := range f.list(folders[i]) {
			switch {
			case e.IsDir() && i == 0:
				folders = append(folders, e.Name())
			case !e.IsDir() && strings.EqualFold(norm.NFC.String(e.Name()), name):
				return pathpkg.Join(folders[i], e.Name())
			}
		}
	}
	return ""
}
