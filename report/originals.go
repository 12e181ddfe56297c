package report

import (
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

// keptOriginals is how many bytes of originals are kept from being opened to being linked: those of most reports.
// The bytes of the others are read again, for memory goes by the largest original and not by all of them.
const keptOriginals = 32 << 20

// originals are the files that were handed in: each is opened once, whatever names it and how often, and its units are
// made at once, one for each choice of pages. They belong to no edition.
type originals struct {
	folder  *sources.Folder
	stamped bool
	flat    bool // forms become pictures
	room    atomic.Int64
	files   []*handedIn
	again   *handedIn // the last file that was read again, with its bytes
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

// taken is what was made of an original.
type taken struct {
	file     *handedIn
	unit     *unit.Unit
	pages    []int // of the file, from 0, in order
	sizes    []layout.ForeignPage
	contents []string // sums of its pages' content, for the ledger
	facts    unit.Facts
	wrong    error // with the pages that are asked for
}

// receive opens the originals of a document and makes their units, in parallel. What is wrong with one stands at its line
// of the manifest, as does what was found on the way. The error is the context's, or ours.
func receive(ctx context.Context, folder *sources.Folder, d *document.Document, bag *diag.Bag) (*originals, error) {
	os := &originals{folder: folder, stamped: d.Settings.Stamp.Value != "none",
		flat: d.Settings.Forms.Value == "flatten", of: map[*document.Original]*taken{}}
	os.room.Store(keptOriginals)
	for _, o := range d.Originals() {
		if o.File != "" { // else the reader has said why
			os.use(o)
		}
	}
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, f := range os.files {
		group.Go(func() error {
			return guard.Do("reading "+f.path, func() error { return os.open(ctx, f) })
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
	i := slices.IndexFunc(os.files, func(f *handedIn) bool { return f.path == o.File && slices.Equal(f.passwords, o.Passwords) })
	if i < 0 {
		i = len(os.files)
		os.files = append(os.files, &handedIn{path: o.File, passwords: o.Passwords})
	}
	f := os.files[i]
	f.uses = append(f.uses, o)
	f.left++
	os.of[o] = &taken{file: f}
}

// open reads a file and makes the units of all that names it.
func (os *originals) open(ctx context.Context, f *handedIn) error {
	data, err := os.folder.Read(f.path, pdf.MaxFile)
	switch {
	case errors.Is(err, sources.ErrTooLarge):
		f.fault = "original-too-large"
		return nil
	case err != nil:
		f.fault, f.why = "original-unreadable", err.Error()
		return nil
	}
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
	if os.room.Add(-int64(len(data))) >= 0 {
		f.data = data
	} else {
		os.room.Add(int64(len(data)))
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
	u, err := unit.Original(ctx, doc, data, unit.Options{Pages: r.pages, Stamped: os.stamped, Flat: os.flat})
	if err != nil {
		return err
	}
	r.unit, r.facts = u, u.Facts
	for i := range u.Pages {
		w, h := u.Pages[i].Shown.Size()
		r.sizes = append(r.sizes, layout.ForeignPage{Width: layout.Length(w * 1000), Height: layout.Length(h * 1000)})
		r.contents = append(r.contents, u.Pages[i].Content)
	}
	return nil
}

// bytes gives the bytes of an original's file: as they were kept, or read again and seen to be the same.
func (os *originals) bytes(f *handedIn) ([]byte, error) {
	if f.data != nil {
		return f.data, nil
	}
	if os.again != nil { // one at a time
		os.again.data, os.again = nil, nil
	}
	data, err := os.folder.Read(f.path, pdf.MaxFile)
	if err != nil {
		return nil, &changedError{f}
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

// signed reports whether the pages of an original that are taken bear a digital signature.
func (os *originals) signed(o *document.Original) bool { return os.of[o].facts.Signatures > 0 }

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
	for _, x := range r.unit.Findings {
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
