package report

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"runtime"
	"slices"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"rapporteur/layout"
	"rapporteur/report/document"
	"rapporteur/report/unit"
	"rapporteur/sources"
	"rapporteur/sources/diag"
	"rapporteur/sources/guard"
	"rapporteur/sources/pdf"
)

// keptOriginals is how many bytes of originals are kept from being opened to being linked: those of a small report.
// The bytes of the others are read again, for memory goes by the largest original and not by all of them.
const keptOriginals = 8 << 20

// reusedBuffer is the most bytes of a buffer that the next original is read into: that of a larger one is given free.
const reusedBuffer = 16 << 20

// originals are the files that were handed in: each is opened once, whatever names it and how often, and its units are
// made at once, one for each choice of pages. They belong to no edition.
type originals struct {
	folder  *sources.Folder
	stamped bool
	room    atomic.Int64
	files   []*handedIn
	named   map[string][]*handedIn // by path
	again   *handedIn              // the last file that was read again, with its bytes
	buffer  []byte                 // that those stand in
	of      map[*document.Original]*taken
}

// handedIn is a file, with the passwords that it is opened with.
type handedIn struct {
	path      string
	passwords []string
	uses      []*document.Original // what of the manifest names it

	sha256 string
	data   []byte // nil where there was no room for it
	left   int    // how many uses are still to be linked
	pages  int
	fault  string // the code of the diagnostic that says why the file cannot be taken
	why    string
}

// taken is what was made of an original. Its unit is held encoded: so it takes half the room, and the collector of
// garbage has nothing to look for in it.
type taken struct {
	file     *handedIn
	unit     []byte
	findings []unit.Finding
	pages    []int // of the file, from 0, in order
	sizes    []layout.ForeignPage
	contents []string // sums of its pages' content, for the ledger
	facts    unit.Facts
	wrong    error // with the pages that are asked for
}

// receive opens the originals of a document and makes their units, in parallel. What is wrong with one stands at its line
// of the manifest, as does what was found on the way. The error is the context's, or ours.
func receive(ctx context.Context, folder *sources.Folder, d *document.Document, bag *diag.Bag) (*originals, error) {
	os := &originals{folder: folder, stamped: d.Settings.Stamp.Value != "none", named: map[string][]*handedIn{},
		of: map[*document.Original]*taken{}}
	os.room.Store(keptOriginals)
	for _, o := range d.Originals() {
		if o.File != "" { // else the reader has said why
			os.use(o)
		}
	}
	group, ctx := errgroup.WithContext(ctx)
	var next atomic.Int64
	for range min(runtime.GOMAXPROCS(0), len(os.files)) {
		group.Go(func() error {
			var buf []byte
			for ctx.Err() == nil {
				k := int(next.Add(1)) - 1
				if k >= len(os.files) {
					return nil
				}
				f := os.files[k]
				err := guard.Do("reading "+f.path, func() (err error) {
					buf, err = os.open(ctx, f, buf)
					return err
				})
				if err != nil {
					return err
				}
			}
			return ctx.Err()
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	for _, o := range d.Originals() {
		if r := os.of[o]; r != nil {
			r.tell(o, bag)
		}
	}
	return os, nil
}

// use notes that the manifest names a file.
func (os *originals) use(o *document.Original) {
	named := os.named[o.File]
	i := slices.IndexFunc(named, func(f *handedIn) bool { return slices.Equal(f.passwords, o.Passwords) })
	if i < 0 {
		i = len(named)
		named = append(named, &handedIn{path: o.File, passwords: o.Passwords})
		os.named[o.File], os.files = named, append(os.files, named[i])
	}
	f := named[i]
	f.uses = append(f.uses, o)
	f.left++
	os.of[o] = &taken{file: f}
}

// open reads a file into buf and makes the units of all that names it. It gives what the next may be read into.
func (os *originals) open(ctx context.Context, f *handedIn, buf []byte) ([]byte, error) {
	data, err := os.folder.ReadInto(buf, f.path, pdf.MaxFile)
	switch {
	case errors.Is(err, sources.ErrTooLarge):
		f.fault = "original-too-large"
		return buf, nil
	case err != nil:
		f.fault, f.why = "original-unreadable", err.Error()
		return buf, nil
	}
	if err := os.read(ctx, f, data); err != nil {
		return nil, err
	}
	if f.fault == "" && os.room.Add(-int64(len(data))) >= 0 {
		f.data = bytes.Clone(data)
	} else if f.fault == "" {
		os.room.Add(int64(len(data)))
	}
	if cap(data) > reusedBuffer {
		return nil, nil
	}
	return data, nil
}

// read makes the units of all that names a file with these bytes; nothing of them is kept.
func (os *originals) read(ctx context.Context, f *handedIn, data []byte) error {
	sum := sha256.Sum256(data)
	f.sha256 = hex.EncodeToString(sum[:])
	doc, err := pdf.Open(ctx, data, pdf.Options{Passwords: f.passwords})
	if err != nil {
		var fault *pdf.Fault
		if !errors.As(err, &fault) {
			return err
		}
		f.fault, f.why = faultCode(fault), fault.Detail
		return nil
	}
	f.pages = len(doc.Pages())
	for i, o := range f.uses {
		if err := os.make(ctx, f, doc, data, o, f.uses[:i]); err != nil {
			return err
		}
	}
	return nil
}

// make makes the unit of one use of a file, unless an earlier one takes the same pages.
func (os *originals) make(ctx context.Context, f *handedIn, doc *pdf.Document, data []byte, o *document.Original, earlier []*document.Original) error {
	r := os.of[o]
	if r.pages, r.wrong = o.Take(f.pages); r.wrong != nil {
		return nil
	}
	for _, e := range earlier {
		if other := os.of[e]; other.unit != nil && slices.Equal(other.pages, r.pages) {
			*r = *other
			return nil
		}
	}
	u, err := unit.Original(ctx, doc, data, unit.Options{Pages: r.pages, Stamped: os.stamped})
	if err != nil {
		return err
	}
	r.unit, r.facts, r.findings = u.Encode(), u.Facts, u.Findings
	for i := range u.Pages {
		w, h := u.Pages[i].Shown.Size()
		r.sizes = append(r.sizes, layout.ForeignPage{Width: layout.Length(w * 1000), Height: layout.Length(h * 1000)})
		r.contents = append(r.contents, u.Pages[i].Content)
	}
	return nil
}

// bytes gives the bytes of an original's file, as they were kept, or read again and seen to be the same. They are there
// until those of the next are asked for.
func (os *originals) bytes(f *handedIn) ([]byte, error) {
	if f.data != nil {
		return f.data, nil
	}
	if os.again != nil { // one at a time
		os.again.data, os.again = nil, nil
	}
	data, err := os.folder.ReadInto(os.buffer, f.path, pdf.MaxFile)
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
	f.data, os.again = data, f
	return data, nil
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

// sizes are the sizes of the pages of an original that are taken, as they are shown.
func (os *originals) sizes(o *document.Original) []layout.ForeignPage { return os.of[o].sizes }

// tell says what is wrong with an original, or what was found when its unit was made.
func (r *taken) tell(o *document.Original, bag *diag.Bag) {
	say := func(code string, args diag.Args) {
		args["file"] = o.File
		bag.AddItem(code, o.Pos, o.Item, args)
	}
	f := r.file
	if o.SHA256 != "" && f.sha256 != "" && o.SHA256 != f.sha256 {
		say("original-other-hash", diag.Args{"want": o.SHA256, "got": f.sha256})
	}
	switch {
	case f.fault != "":
		say(f.fault, diag.Args{"why": f.why})
		return
	case r.wrong != nil:
		var none *document.NoPageError
		if errors.As(r.wrong, &none) {
			say("original-no-such-page", diag.Args{"page": decimal(none.Page), "pages": decimal(f.pages)})
		} else {
			say("original-too-many-pages", diag.Args{})
		}
		return
	}
	for _, x := range r.findings {
		say(x.Code, diag.Args{"what": x.What, "count": decimal(x.Count), "of": decimal(x.Of), "page": decimal(x.Page)})
	}
}

// faultCode gives the diagnostic for what keeps a file from being opened.
func faultCode(f *pdf.Fault) string {
	switch f.Kind {
	case pdf.NotPDF:
		return notPDF(f.Format)
	case pdf.PasswordNeeded:
		return "original-password-needed"
	case pdf.PasswordWrong:
		return "original-password-wrong"
	case pdf.NoPages:
		return "original-no-pages"
	case pdf.TooLarge:
		return "original-too-large"
	case pdf.Unsupported:
		return "original-unsupported"
	}
	return "original-damaged"
}

// notPDF gives the diagnostic for a file that is no PDF, by what it is.
func notPDF(format string) string {
	switch format {
	case "empty":
		return "original-not-pdf-empty"
	case "doc", "docx", "rtf":
		return "original-not-pdf-word"
	case "html":
		return "original-not-pdf-html"
	case "picture":
		return "original-not-pdf-picture"
	case "zip":
		return "original-not-pdf-archive"
	}
	return "original-not-pdf"
}
