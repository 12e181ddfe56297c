package report

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"path"
	"runtime"
	"slices"
	"strconv"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"rapporteur/layout"
	"rapporteur/report/compose"
	"rapporteur/report/conformance"
	"rapporteur/report/document"
	"rapporteur/report/ledger"
	"rapporteur/report/unit"
	"rapporteur/sources"
	"rapporteur/sources/diag"
	"rapporteur/sources/guard"
	"rapporteur/sources/libreoffice"
	"rapporteur/sources/pdf"
)

// keptOriginals is how many bytes of originals are kept from being opened to being linked: all of a small report.
// Those of a larger one are read again, for memory goes by the largest original and not by all of them.
const keptOriginals = 8 << 20

// reusedBuffer is the most bytes of a buffer that the next original is read into: that of a larger one is given free.
const reusedBuffer = 16 << 20

// originals are the files that were handed in: each is opened once, whatever names it and how often, and its units are
// made at once, one for each choice of pages. They belong to all editions.
type originals struct {
	folder   *sources.Folder
	stamped  bool
	attach   bool       // the files themselves are attached too
	heads    bool       // the words of first pages are wanted
	paper    [2]float64 // the report's, width and height in points
	sheet    *layout.Sheet
	sound    pdf.Soundness // of streams, which many files may share
	programs unit.Programs // and of their fonts
	widen    bool          // pages without room for a stamp are widened
	flat     bool          // forms become pictures
	room     atomic.Int64
	crowded  atomic.Bool            // there was no room for all
	office   *libreoffice.Converter // of files that are no PDFs; nil: there is none
	files    []*handedIn
	named    map[string][]*handedIn // by path
	last     *handedIn              // that was read again, with its bytes
	buffer   []byte                 // that those stand in
	of       map[*document.Original]*taken
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
	locked bool   // it opens with one of the passwords only
	fault  string // the code of the diagnostic that says why the file cannot be taken
	why    string
	page   int // that it concerns, from 1; 0 the file

	made *ledger.Converted // the PDF that was made of it, where it is an office program's file
	seen libreoffice.Seen  // in that file
}

// taken is what was made of an original.
type taken struct {
	file        *handedIn
	left        int // how many documents are still to take it
	alt         alt
	blank       bool      // nothing shows on any of its pages
	head        string    // words of the first page, where they may tell whose it is
	unit        unit.Held // nil once it was linked, and where there was no room for it
	made        bool
	findings    []unit.Finding
	pages       []int // of the file, from 0, in order
	sizes       []layout.ForeignPage
	contents    []string         // sums of its pages' content, for the ledger
	pictures    []ledger.Picture // where its pages are pictures
	brackets    []ledger.Bracket
	facts       unit.Facts
	verdict     *conformance.Verdict // of its unit by itself
	removed     []unit.Finding       // what acted in it
	mended      []unit.Finding
	options     unit.Options
	attachments []unit.Attachment
	lost        compose.Lost // pages of the file
	wrong       error        // with the pages that are asked for
}

// receive opens the originals of the editions of a document and makes their units, in parallel: once what several
// editions take alike. sheet has the fonts of the report. The error is the context's, or ours; what is wrong with an
// original, tell says.
func receive(ctx context.Context, folder *sources.Folder, editions []*document.Document, sheet *layout.Sheet,
	office *libreoffice.Converter) (*originals, error) {
	d := editions[0]
	way := d.Settings.Stamp.Value
	os := &originals{folder: folder, stamped: way != "none", widen: way == "widen", attach: d.Settings.Attach.On,
		heads: delegated(d), office: office,
		flat: d.Settings.Forms.Value == "flatten", paper: compose.Paper(d), sheet: sheet,
		named: map[string][]*handedIn{}, of: map[*document.Original]*taken{}}
	os.room.Store(keptOriginals)
	for _, d := range editions {
		for _, o := range d.Originals() {
			if o.File != "" { // else the reader has said why
				os.use(o)
			}
		}
		os.name(d)
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
	if os.crowded.Load() {
		os.forgetBytes()
	}
	return os, nil
}

// tell says what is wrong with the originals of a document, each at its line of the manifest, and what was found on
// the way.
func (os *originals) tell(d *document.Document, bag *diag.Bag) {
	for _, o := range d.Originals() {
		if r := os.of[o]; r != nil {
			r.tell(o, bag)
		}
	}
	os.tellOffice(d, bag)
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
	os.of[o] = &taken{file: f, left: 1, alt: alt{text: o.Alt}}
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
	opened, err := os.read(ctx, f, data)
	if err != nil {
		return nil, err
	}
	if f.fault == "" && os.room.Add(-int64(len(opened))) >= 0 {
		f.data = bytes.Clone(opened)
	} else if f.fault == "" {
		os.room.Add(int64(len(opened)))
		os.crowded.Store(true)
	}
	if cap(data) > reusedBuffer {
		return nil, nil
	}
	return data, nil
}

// read makes the units of all that names a file with these bytes; nothing of them is kept. It gives the bytes that were
// opened: those, or the PDF that was made of them.
func (os *originals) read(ctx context.Context, f *handedIn, data []byte) ([]byte, error) {
	sum := sha256.Sum256(data)
	f.sha256 = hex.EncodeToString(sum[:])
	read, err := opened(ctx, f, data)
	if fromOffice(err, data) {
		handed := data
		if data, err = os.convert(ctx, f, data); err != nil || data == nil {
			return nil, err
		}
		if read, err = opened(ctx, f, data); err == nil {
			read.handed = handed
		}
	}
	if err != nil {
		return nil, f.refused(err)
	}
	f.pages = read.count()
	if slices.ContainsFunc(f.uses, os.attaches) && read.pdf != nil && read.pdf.Encrypted() {
		f.locked = !opensWithout(ctx, data)
	}
	for i, o := range f.uses {
		if err := os.make(ctx, f, read, o, f.uses[:i]); err != nil {
			return nil, f.refused(err)
		}
	}
	return data, nil
}

// make makes the unit of one use of a file, unless an earlier one takes the same pages, and says the same of them.
func (os *originals) make(ctx context.Context, f *handedIn, read *received, o *document.Original,
	earlier []*document.Original) error {
	r := os.of[o]
	if r.pages, r.wrong = o.Take(f.pages); r.wrong != nil {
		return nil
	}
	if os.heads && len(r.pages) > 0 && read.pdf != nil {
		r.head = unit.Head(read.pdf, r.pages[0], &os.programs)
	}
	r.blank = read.pdf != nil && len(r.pages) > 0 && r.head == "" &&
		!slices.ContainsFunc(r.pages, func(page int) bool { return !unit.Blank(read.pdf, page) })
	r.options = os.options(r, o, read)
	for _, e := range earlier {
		if other := os.of[e]; other.made && other.options.Same(r.options) {
			*r = *other
			return nil
		}
	}
	options := r.options
	options.Programs = &os.programs
	u, err := read.unit(ctx, options)
	if err != nil {
		return err
	}
	r.made, r.facts, r.findings, r.lost = true, u.Facts, u.Findings, lostOf(u.Findings)
	r.removed, r.mended, r.attachments = u.Active(), u.Mended, u.Attachments
	for i := range u.Pages {
		w, h := u.Pages[i].Shown.Size()
		r.sizes = append(r.sizes, layout.ForeignPage{Width: layout.Length(w * 1000), Height: layout.Length(h * 1000)})
		r.contents = append(r.contents, u.Pages[i].Content)
		if b, needed := bracket(&u.Pages[i].Brackets, i); needed {
			r.brackets = append(r.brackets, b)
		}
	}
	r.pictures = picturesOf(u)
	if len(earlier) == len(f.uses)-1 {
		read.pdf = nil // what is kept of its objects gives room to those of the unit, which are read next
	}
	if r.verdict, err = conformance.Unit(ctx, u, read.data, &read.contents, options.Programs,
		numbersOf(r.pages)); err != nil {
		return err
	}
	r.unit = u.Hold()
	if size := int64(len(r.unit)); read.picture != nil && os.room.Add(-size) < 0 {
		os.room.Add(size)
		r.unit = nil
	}
	return nil
}

// facsimile reports whether pages of the original have no tags of their own: what stands on them is heard only in the
// words of the item's text.
func (r *taken) facsimile() bool {
	return slices.ContainsFunc(r.brackets, func(b ledger.Bracket) bool {
		return b.As == "figure" || b.As == "artifact"
	})
}

// options says what is taken of a file for one of its uses.
func (os *originals) options(r *taken, o *document.Original, read *received) unit.Options {
	f := r.file
	opts := unit.Options{Pages: r.pages, Stamped: os.stamped, Widen: os.widen, Flat: os.flat, Substitute: o.Substitute,
		TakeActive: o.AttachmentsAccepted, Sound: &os.sound, Sheet: os.sheet, Alt: o.Alt}
	if read.picture != nil {
		opts.Alt, opts.Unnamed, opts.Paper = r.alt.text, r.alt.unnamed, os.paper
	}
	if os.attaches(o) {
		opts.Handed = bytes.Clone(read.handed)
		opts.Attach, opts.SHA256 = path.Base(f.path), f.sha256
		opts.Locked, opts.AttachActive = f.locked, o.AttachAccepted
	}
	return opts
}

// attaches reports whether the file of an original is attached: all are, or what it names is to be even where it acts.
func (os *originals) attaches(o *document.Original) bool { return os.attach || o.AttachAccepted }

// opensWithout reports whether an encrypted file opens without a password.
func opensWithout(ctx context.Context, data []byte) bool {
	_, err := pdf.Open(ctx, data, pdf.Options{})
	return err == nil
}

// sizes are the sizes of the pages of an original that are taken, as they are shown.
func (os *originals) sizes(o *document.Original) []layout.ForeignPage { return os.of[o].sizes }

// signed reports whether the pages of an original that are taken bear a digital signature.
func (os *originals) signed(o *document.Original) bool { return os.of[o].facts.Signatures > 0 }

// attachedTo gives the names of the files that came attached to an original and are in the report.
func (os *originals) attachedTo(o *document.Original) (names []string) {
	if r := os.of[o]; r != nil {
		for _, a := range r.attachments {
			if !a.Whole {
				names = append(names, a.Name)
			}
		}
	}
	return names
}

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
	case f.fault == noOffice: // tellOffice says it of all such files
		return
	case f.fault != "":
		say(f.fault, diag.Args{"why": f.why, "page": decimal(f.page)})
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
	described := func(f unit.Finding) bool { return f.Code == unit.MendedAlt }
	if o.Alt != "" && r.facts.Format == "" && !slices.ContainsFunc(r.mended, described) {
		say("original-alt-idle", diag.Args{})
	}
	for _, x := range r.findings {
		args := diag.Args{"what": x.What, "count": decimal(x.Count), "of": promised(x.Of), "pages": ranges(x.Pages),
			"why": x.Why}
		if len(x.Pages) > 0 {
			args["page"], args["others"] = decimal(x.Pages[0]), ranges(x.Pages[1:])
		}
		if x.Count > len(x.Pages) {
			args["places"] = decimal(x.Count)
		}
		say(damageCode(x.Code, o), args)
	}
}

// ranges says numbers in order, such as 1, 3-5.
func ranges(numbers []int) string {
	var b []byte
	for i := 0; i < len(numbers); i++ {
		if i > 0 {
			b = append(b, ", "...)
		}
		b = strconv.AppendInt(b, int64(numbers[i]), 10)
		from := i
		for i+1 < len(numbers) && numbers[i+1] == numbers[i]+1 {
			i++
		}
		if i > from {
			b = strconv.AppendInt(append(b, '-'), int64(numbers[i]), 10)
		}
	}
	return string(b)
}
