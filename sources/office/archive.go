package office

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// What can be wrong with a file as a whole.
var (
	ErrNotArchive = errors.New("not a ZIP archive")
	ErrBomb       = errors.New("unpacks to far more than a text needs")
	ErrBroken     = errors.New("its XML is broken")
	ErrDoctype    = errors.New("its XML has a document type, which no word processor writes")
	ErrNested     = errors.New("its tables are nested too deeply")
	ErrTooMuch    = errors.New("it has more paragraphs or elements than any text")
	ErrNoText     = errors.New("it has no text part")
	ErrEncrypted  = errors.New("it is protected by a password")
	ErrOldWord    = errors.New("it is a file of Word before 2007 (.doc)")
	ErrBadName    = errors.New("a name in it leads out of the archive")
)

// archive is an open file of a word processor.
type archive struct {
	files map[string]*zip.File // by name, in lower case: Windows knows no other
	read  int64                // bytes unpacked so far
}

// openArchive opens the archive that file is, of size bytes. Names that lead out of it are refused: nothing is ever
// written by them, but no word processor makes them.
func openArchive(file io.ReaderAt, size int64) (*archive, error) {
	reader, err := zip.NewReader(file, size)
	if errors.Is(err, zip.ErrInsecurePath) {
		return nil, ErrBadName
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNotArchive, err)
	}
	if len(reader.File) > maxEntries {
		return nil, ErrTooMuch
	}
	a := &archive{files: map[string]*zip.File{}}
	for _, f := range reader.File {
		if name := f.Name; strings.Contains(name, `\`) || path.IsAbs(name) || name != "" && name[0] == '.' ||
			strings.Contains("/"+name+"/", "/../") {
			return nil, ErrBadName
		}
		a.files[strings.ToLower(f.Name)] = f
	}
	return a, nil
}

// has reports whether there is a part of that name.
func (a *archive) has(name string) bool { return a.files[strings.ToLower(name)] != nil }

// open unpacks a part as it is read; nil where there is none. Reading fails with ErrBomb where it is too much.
func (a *archive) open(name string) (io.ReadCloser, error) {
	f := a.files[strings.ToLower(name)]
	if f == nil {
		return nil, nil
	}
	body, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBroken, err)
	}
	most := max(int64(fairPart), int64(min(f.CompressedSize64, maxPart))*maxRatio)
	return &part{ReadCloser: body, left: min(most, maxPart), archive: a}, nil
}

// bytes unpacks a part of at most limit bytes.
func (a *archive) bytes(name string, limit int64) ([]byte, error) {
	body, err := a.open(name)
	if err != nil || body == nil {
		return nil, err
	}
	defer body.Close()
	data, err := io.ReadAll(io.LimitReader(body, limit+1))
	if err == nil && int64(len(data)) > limit {
		err = ErrBomb
	}
	return data, err
}

// part counts what is unpacked.
type part struct {
	io.ReadCloser
	left    int64
	archive *archive
}

// Read implements io.Reader.
func (p *part) Read(b []byte) (int, error) {
	n, err := p.ReadCloser.Read(b)
	p.left -= int64(n)
	p.archive.read += int64(n)
	if p.left < 0 || p.archive.read > maxTotal {
		return 0, ErrBomb
	}
	return n, err
}

// Media gives the bytes of a part of a file of size bytes, a picture for instance: nil where there is no such part,
// ErrBomb where it has more than limit bytes.
func Media(file io.ReaderAt, size int64, name string, limit int64) ([]byte, error) {
	a, err := openArchive(file, size)
	if err != nil {
		return nil, err
	}
	return a.bytes(name, limit)
}
