package libreoffice

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"
)

// ErrNone says that no LibreOffice was found on the machine.
var ErrNone = errors.New("LibreOffice is not installed")

// Reason is why a file did not become a PDF.
type Reason string

// What can go wrong with one file.
const (
	TooLong  Reason = "time"    // it took longer than a file of its size may
	NoPages  Reason = "nothing" // the program made nothing of it
	Crashed  Reason = "crash"
	TooLarge Reason = "size" // of what it unpacks to, or of the PDF
)

// Fault is a file that did not become a PDF. Said is what the program said of it; After, how long it had been given.
type Fault struct {
	Reason Reason
	Said   string
	After  time.Duration
}

// Error implements error.
func (f *Fault) Error() string { return "no PDF was made (" + string(f.Reason) + "): " + f.Said }

// Made is a PDF that was made of a file.
type Made struct {
	PDF     []byte
	Program string // that made it, with its version
	Seen    Seen   // what the file has that its pages may not show as it was
}

const (
	// mostPDF is how many bytes a PDF may have.
	mostPDF = 512 << 20
	// mostAtOnce is how many processes run at a time; each takes some 250 MB.
	mostAtOnce = 4
)

// Converter makes PDFs of files. Its methods may be called from several goroutines at once.
type Converter struct {
	// Program is the path of the program; "" looks for it.
	Program string
	// Cache is the folder in which PDFs are kept for the next time; "" keeps none for longer than the Converter.
	Cache string
	// Patience is how long one file may take; 0 is what its size asks for.
	Patience time.Duration

	mutex sync.Mutex
	work  string // a folder of its own, "" until it is needed
	asked bool
	found *program
	turns chan struct{}
}

// Close removes what the converter wrote beside its cache.
func (c *Converter) Close() error {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if c.work == "" {
		return nil
	}
	err := os.RemoveAll(c.work)
	c.work = ""
	return err
}

// PDF makes the PDF of a file, or gives that which was made of it before. name is the file's, without folders; its end
// says what it is. The error is ErrNone, a *Fault, the context's, or the machine's.
func (c *Converter) PDF(ctx context.Context, name string, data []byte) (*Made, error) {
	p, work, err := c.ready(ctx)
	if err != nil {
		return nil, err
	}
	name = safeName(name)
	held, seen, err := hold(data)
	if err != nil {
		return nil, &Fault{Reason: TooLarge, Said: err.Error()}
	}
	stores := []store{{filepath.Join(work, "made")}} // where that of the user is full or locked
	if c.Cache != "" {
		stores = append([]store{{c.Cache}}, stores...)
	}
	key := keyOf(p.name, name, held)
	made := &Made{Program: p.name, Seen: seen}
	for _, s := range stores {
		if made.PDF = s.get(key); made.PDF != nil {
			return made, nil
		}
	}
	select {
	case c.turns <- struct{}{}:
		defer func() { <-c.turns }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if made.PDF, err = c.make(ctx, p, work, name, held); err != nil {
		return nil, err
	}
	for _, s := range stores {
		if err = s.put(key, made.PDF); err == nil {
			return made, nil
		}
	}
	return nil, fmt.Errorf("keeping the PDF of %s: %w", name, err)
}

// keyOf names a PDF by all that it is made from.
func keyOf(program, name string, data []byte) string {
	h := sha256.New()
	for _, part := range []string{"1", program, name} { // 1: these settings
		fmt.Fprintf(h, "%d %s\n", len(part), part)
	}
	h.Write(data)
	return hex.EncodeToString(h.Sum(nil))
}

// ready finds the program and makes the folder in which it works, once.
func (c *Converter) ready(ctx context.Context) (*program, string, error) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if c.work == "" {
		dir, err := os.MkdirTemp("", "rapporteur-")
		if err != nil {
			return nil, "", fmt.Errorf("making a folder to convert files in: %w", err)
		}
		c.work, c.turns = dir, make(chan struct{}, mostAtOnce)
	}
	if !c.asked {
		list := candidates(runtime.GOOS)
		if c.Program != "" {
			list = []string{c.Program}
		}
		found, err := find(ctx, list, c.work)
		if err != nil {
			return nil, "", err
		}
		c.asked, c.found = true, found
	}
	if c.found == nil {
		return nil, "", ErrNone
	}
	return c.found, c.work, nil
}

// make lets the program make a PDF, in a folder of its own that is gone afterwards.
func (c *Converter) make(ctx context.Context, p *program, work, name string, data []byte) ([]byte, error) {
	dir, err := os.MkdirTemp(work, "file-")
	if err != nil {
		return nil, fmt.Errorf("making a folder to convert %s in: %w", name, err)
	}
	defer os.RemoveAll(dir)
	if err := writeProfile(dir); err != nil {
		return nil, fmt.Errorf("writing the profile of LibreOffice: %w", err)
	}
	file, out := filepath.Join(dir, name), filepath.Join(dir, "out")
	if err := errors.Join(os.WriteFile(file, data, 0o600), os.Mkdir(out, 0o700)); err != nil {
		return nil, fmt.Errorf("converting %s: %w", name, err)
	}
	patience := c.Patience
	if patience == 0 {
		patience = patienceFor(data)
	}
	limited, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	said, err := p.run(limited, dir, "--convert-to", "pdf", "--outdir", out, file)
	said = told(said, dir)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case limited.Err() != nil:
		return nil, &Fault{Reason: TooLong, Said: said, After: patience}
	case err != nil:
		return nil, &Fault{Reason: Crashed, Said: strings.TrimSpace(said + "\n" + err.Error())}
	}
	pdf := strings.TrimSuffix(name, filepath.Ext(name)) + ".pdf"
	return readMade(filepath.Join(out, pdf), said)
}

// told is what the program said, without the path of the folder and without warnings, which are about the machine.
func told(said, dir string) string {
	said = strings.ReplaceAll(said, dir+string(filepath.Separator), "")
	lines := slices.DeleteFunc(strings.Split(said, "\n"), func(line string) bool {
		return strings.TrimSpace(line) == "" || strings.HasPrefix(line, "Warning:")
	})
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// readMade reads what the program made.
func readMade(path, said string) ([]byte, error) {
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist), err == nil && !info.Mode().IsRegular():
		return nil, &Fault{Reason: NoPages, Said: said}
	case err != nil:
		return nil, fmt.Errorf("reading the PDF: %w", err)
	case info.Size() > mostPDF:
		return nil, &Fault{Reason: TooLarge}
	}
	data, err := os.ReadFile(path)
	if err == nil && !strings.HasPrefix(string(data[:min(len(data), 5)]), "%PDF-") {
		return nil, &Fault{Reason: NoPages, Said: said}
	}
	return data, err
}

// unsafeInName is what names of files may not have on some system, and what the program would take for an option.
var unsafeInName = regexp.MustCompile(`[\x00-\x1f\x7f<>:"/\\|?*]|^[-.~ ]+`)

// safeName is a file's name as every system takes it: fields of the document may print it.
func safeName(name string) string {
	name = unsafeInName.ReplaceAllString(strings.ToValidUTF8(name, "_"), "_")
	end := filepath.Ext(name)
	stem := strings.TrimRight(strings.TrimSuffix(name, end), ". ")
	for len(stem) > mostName {
		stem = stem[:len(stem)-1]
	}
	stem = strings.ToValidUTF8(stem, "")
	if stem == "" || stem == profileFolder || stem == "out" {
		stem = "document"
	}
	return stem + end
}

// mostName is how many bytes of a name are kept: the whole path must fit what Windows takes.
const mostName = 80
