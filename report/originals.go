package report

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"rapporteur/layout"
	"rapporteur/report/unit"
	"rapporteur/sources"
	"rapporteur/sources/diag"
	"rapporteur/sources/pdf"
)

const (
	// maxOriginal caps an original's size in bytes.
	maxOriginal = 512 << 20
	// keptOriginals is how many bytes of originals are kept from being opened to being linked: those of most reports.
	// The bytes of the others are read again, for memory goes by the largest original and not by all of them.
	keptOriginals = 32 << 20
)

// originals are the files that were handed in: each is opened, read and hashed once, whatever names it and how often, and
// its units are made at once, one for each choice of pages. They belong to no edition.
type originals struct {
	folder  *sources.Folder
	stamped bool
	room    atomic.Int64
	files   []*handedIn
	units   map[*Original]*taken
}

// handedIn is a file, with the passwords that it is opened with.
type handedIn struct {
	path      string
	passwords []string
	uses      []*Original // what of the manifest names it

	sha256 string
	data   []byte // nil where there was no room for it
	pages  int
	fault  string // the code of the diagnostic that says why the file cannot be taken
	why    string
}

// taken is what was made of an original.
type taken struct {
	file     *handedIn
	unit     *unit.Unit
	pages    []int // as the unit's Options have them
	sizes    []layout.ForeignPage
	contents []string // sums of its pages' content, for the ledger
	facts    unit.Facts
	missing  int // a page that is asked for and that the file does not have; 0 none
}

// receive opens the originals of a document and makes their units, in parallel. What is wrong with one stands at its line
// of the manifest, as does what was found on the way. The error is the context's, or ours.
func receive(ctx context.Context, folder *sources.Folder, d *Document, bag *diag.Bag) (*originals, error) {
	os := &originals{folder: folder, stamped: d.Settings.Stamp.Value != "none", units: map[*Original]*taken{}}
	os.room.Store(keptOriginals)
	for _, e := range d.allOriginals() {
		if e.original.File != "" { // else the reader has said why
			os.use(e.original)
		}
	}
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, f := range os.files {
		group.Go(func() error {
			return guarded("reading "+f.path, func() error { return os.open(ctx, f) })
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	for _, e := range d.allOriginals() {
		if r := os.units[e.original]; r != nil {
			r.tell(e.original, e.item, bag)
		}
	}
	return os, nil
}

// use notes that the manifest names a file.
func (os *originals) use(o *Original) {
	i := slices.IndexFunc(os.files, func(f *handedIn) bool { return f.path == o.File && slices.Equal(f.passwords, o.passwords) })
	if i < 0 {
		i = len(os.files)
		os.files = append(os.files, &handedIn{path: o.File, passwords: o.passwords})
	}
	f := os.files[i]
	f.uses = append(f.uses, o)
	os.units[o] = &taken{file: f}
}

// open reads a file and makes the units of all that names it.
func (os *originals) open(ctx context.Context, f *handedIn) error {
	data, err := os.folder.Read(f.path, maxOriginal)
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
		f.fault, f.why = faultCode(fault.Kind), fault.Detail
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
	}
	return nil
}

// make makes the unit of one use of a file, unless an earlier one takes the same pages.
func (os *originals) make(ctx context.Context, f *handedIn, doc *pdf.Document, data []byte, o *Original, earlier []*Original) error {
	r := os.units[o]
	for _, p := range o.Chosen {
		if p >= f.pages {
			r.missing = p + 1
			return nil
		}
	}
	for _, e := range earlier {
		if slices.Equal(e.Chosen, o.Chosen) {
			*r = *os.units[e]
			return nil
		}
	}
	u, err := unit.Original(ctx, doc, data, unit.Options{Pages: o.Chosen, Stamped: os.stamped})
	if err != nil {
		return err
	}
	r.unit, r.pages, r.facts = u, o.Chosen, u.Facts
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
	data, err := os.folder.Read(f.path, maxOriginal)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.path, err)
	}
	if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != f.sha256 {
		return nil, fmt.Errorf("%s has changed since it was read", f.path)
	}
	return data, nil
}

// sizes are the sizes of the pages of an original that are taken, as they are shown.
func (os *originals) sizes(o *Original) []layout.ForeignPage { return os.units[o].sizes }

// tell says what is wrong with an original, or what was found when its unit was made.
func (r *taken) tell(o *Original, item string, bag *diag.Bag) {
	say := func(code string, args diag.Args) {
		args["file"] = o.File
		bag.AddItem(code, o.Pos, item, args)
	}
	f := r.file
	if o.SHA256 != "" && f.sha256 != "" && o.SHA256 != f.sha256 {
		say("original-other-hash", diag.Args{"want": o.SHA256, "got": f.sha256})
	}
	switch {
	case f.fault != "":
		say(f.fault, diag.Args{"why": f.why})
		return
	case r.missing > 0:
		say("original-no-such-page", diag.Args{"page": decimal(r.missing), "pages": decimal(f.pages)})
		return
	}
	for _, x := range r.unit.Findings {
		if x.Code == unit.AttachmentLeftOut && x.What == "" {
			x.Code = "original-attachment-nameless"
		}
		say(x.Code, diag.Args{"what": x.What, "count": decimal(x.Count), "of": decimal(x.Of), "page": decimal(x.Page)})
	}
}

// faultCode gives the diagnostic for what keeps a file from being opened.
func faultCode(k pdf.Kind) string {
	switch k {
	case pdf.NotPDF:
		return "original-not-pdf"
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

type itemOriginal struct {
	item     string
	original *Original
}

func (d *Document) allOriginals() []itemOriginal {
	var out []itemOriginal
	add := func(item string, list []*Original) {
		for _, o := range list {
			out = append(out, itemOriginal{item, o})
		}
	}
	if d.Summary != nil {
		add("summary", d.Summary.Originals)
	}
	for _, s := range d.Statements {
		add(s.ID, s.Originals)
	}
	for _, a := range d.Annexes {
		add(a.ID, a.Originals)
	}
	return out
}
