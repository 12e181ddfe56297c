package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/guard"
)

// Options of Open.
type Options struct {
	Passwords []string  // tried after the empty one, as user's and as owner's
	Contents  *Contents // keeps what is read of content streams; nil: nothing
}

// Open reads a PDF from its bytes, which the Document keeps and which must not be changed while it is in use. The
// error is a *Fault, or the context's error when ctx is cancelled; it never panics. A file whose pages can be reached
// is opened, whatever else is wrong with it: Repaired says what was mended.
func Open(ctx context.Context, data []byte, o Options) (*Document, error) {
	if len(data) > MaxFile {
		return nil, fault(TooLarge, fmt.Sprintf("%d bytes", len(data)))
	}
	header := headerAt(data)
	if container(data) {
		return nil, &Fault{Kind: NotPDF, Detail: "a file that holds others", Format: formatOf(data)}
	}
	if header < 0 && !bytes.Contains(data, []byte("endobj")) && !bytes.HasPrefix(data, []byte("%PDF")) {
		return nil, &Fault{Kind: NotPDF, Detail: "no %PDF- header and no objects", Format: formatOf(data)}
	}
	doc, err := open(ctx, data, append([]string{""}, o.Passwords...))
	if err != nil {
		return nil, toFault(ctx, err, len(o.Passwords) > 0)
	}
	doc.contents = o.Contents
	switch {
	case header < 0:
		doc.mended(headerMissing)
	case header > 0:
		doc.mended(headerMoved)
	}
	if header >= 0 && !knownVersion(data[header:]) {
		doc.mended(versionUnknown)
	}
	return doc, nil
}

// reading is what one of the readers made of a file.
type reading struct {
	doc   *Document
	whole bool // nothing of the file was lost
	sound bool // the page tree is as it should be
}

// open takes our own reading by the table when it is whole and its page tree sound, else pdfcpu's, else the scan's.
// Of readings that are none of this the one with most pages holds; of equals the first that is whole, or the scan's.
// Whichever holds, it tells what our own reading found wrong: the others mend in silence.
func open(ctx context.Context, data []byte, passwords []string) (*Document, error) {
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	var seen []reading
	var flaws []string
	for i, read := range []func(context.Context, []byte, []string) (reading, error){readOwn, readPdfcpu} {
		r, err := guarded(func() (reading, error) { return read(ctx, data, passwords) })
		var f *Fault
		if i == 0 {
			flaws = flawsOf(err)
		}
		switch {
		case err == nil && r.whole && r.sound:
			slipped, err := r.doc.surveyed(ctx, flaws)
			if err != nil {
				return nil, err
			}
			if !slipped {
				r.doc.mended(flaws...)
				return r.doc, nil
			}
			r.whole = false
			seen = append(seen, r)
		case err == nil && len(r.doc.pages) > 0:
			seen = append(seen, r)
		case errors.As(err, &f) && f.Kind == TooLarge:
			return nil, err
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
	}
	last, err := guarded(func() (reading, error) { return readScan(ctx, data, passwords) })
	if err == nil && len(last.doc.pages) == 0 {
		err = noPages(last.doc)
	}
	best := last
	for i := len(seen) - 1; i >= 0; i-- {
		r := seen[i]
		if err != nil || len(r.doc.pages) > len(best.doc.pages) || r.whole && len(r.doc.pages) == len(best.doc.pages) {
			best, err = r, nil
		}
	}
	if err != nil {
		return nil, err
	}
	if len(seen) > 0 && len(best.doc.pages) > len(seen[0].doc.pages) {
		best.doc.mended(indexWrong) // it leads to fewer pages than stand in the file
	}
	best.doc.mended(flaws...)
	return best.doc, nil
}

// flawsOf are the words for what keeps our own reading from being whole.
func flawsOf(err error) []string {
	var f *flawed
	var fault *Fault
	switch {
	case err == nil:
		return nil
	case errors.As(err, &f):
		return f.words
	case errors.As(err, &fault), errors.Is(err, errPassword), errors.Is(err, errHandler),
		errors.Is(err, errEncryptDict):
		return nil
	}
	return []string{indexWrong}
}

// surveyed adds what a scan sees where our own reading saw nothing but that there is no table. It reports whether the
// other reader's table has slipped: then objects are not those that stand in the file under their numbers.
func (d *Document) surveyed(ctx context.Context, flaws []string) (slipped bool, err error) {
	if !slices.Equal(flaws, []string{indexWrong}) {
		return false, nil
	}
	s := &scanner{data: d.data, doc: &Document{data: d.data, objects: map[int]types.Object{}}}
	if err := s.sweep(ctx); err != nil {
		return false, err
	}
	if d.slipped(s.found) {
		return true, nil
	}
	for _, in := range s.found {
		s.doc.objects[in.Number] = in.Object
	}
	s.lengths()
	s.survey(d)
	return false, nil
}

// slipped reports whether an object that stands once in the file is of another kind in the document.
func (d *Document) slipped(found []indirect) bool {
	times := map[int]int{}
	for _, in := range found {
		times[in.Number]++
	}
	kind := func(o types.Object) int {
		switch o.(type) {
		case types.StreamDict:
			return 1
		case types.Dict:
			return 2
		case types.Array:
			return 3
		}
		return 0 // of numbers and strings nothing is said, nor of what the table says is deleted
	}
	return slices.ContainsFunc(found, func(in indirect) bool {
		here, there := kind(in.Object), kind(d.Object(in.Number))
		return times[in.Number] == 1 && here > 0 && there > 0 && here != there
	})
}

// noPages says why a document has none.
func noPages(d *Document) error {
	tree := d.Dict(d.Catalog()["Pages"])
	n, _ := d.Int(tree["Count"])
	switch {
	case tree == nil:
		return fault(Damaged, "no page tree found")
	case n > 0 || len(d.Array(tree["Kids"])) > 0 || d.Name(tree["Type"]) != "Pages" && d.Resolve(tree["Kids"]) == nil:
		return fault(Damaged, "the page tree leads to no page")
	}
	return fault(NoPages, "the page tree is empty")
}

// readOwn is our own reading by the table: whole when every object is where it should be. Where bytes stand before
// the header, offsets may count from either.
func readOwn(ctx context.Context, data []byte, passwords []string) (reading, error) {
	f, err := openOwn(ctx, data, passwords)
	base := 0
	if header := headerAt(data); err != nil && header > 0 {
		f, err = openOwn(ctx, data[header:], passwords)
		base = header
	}
	if err != nil {
		return reading{}, err
	}
	source := func(n int) types.Object {
		o := f.object(n)
		if s, ok := o.(types.StreamDict); ok && base > 0 { // where it stands in the whole file
			s.StreamOffset += int64(base)
			return s
		}
		return o
	}
	d := &Document{data: data, source: source, forget: f.forget, root: f.trailer["Root"], info: f.trailer["Info"]}
	d.encrypted = f.lock != nil
	d.keyless = f.lock != nil && f.lock.key == nil
	if f.lock != nil && f.lock.lenient {
		d.mended(encryptionMended)
	}
	d.mended(f.unended...)
	return d.read(true)
}

func openOwn(ctx context.Context, data []byte, passwords []string) (*File, error) {
	f, err := newFile(inMemory(data))
	if err != nil {
		return nil, err
	}
	if err := f.unlock(passwords); err != nil {
		return nil, err
	}
	return f, f.check(ctx)
}

// readScan is the reading of all objects that stand in the file. Where the page tree leads to no page, pages are
// gathered without it.
func readScan(ctx context.Context, data []byte, passwords []string) (reading, error) {
	d, err := scan(ctx, data, passwords)
	if err != nil {
		return reading{}, err
	}
	r, err := d.read(false)
	var none *Fault
	if err == nil && len(d.pages) == 0 && !(errors.As(noPages(d), &none) && none.Kind == NoPages) {
		d.lost = true
		if d.gather() {
			return d.read(false)
		}
	}
	return r, err
}

// read finds the names and pages of a document whose objects are there.
func (d *Document) read(whole bool) (reading, error) {
	d.findNames()
	sound, err := d.walk()
	if d.gathered {
		d.count = d.promised
	}
	if err == nil && d.tooMuchContent() {
		err = fault(TooLarge, "the pages' contents repeat more bytes than a report can hold")
	}
	if !sound && len(d.pages) > 0 && !d.gathered {
		d.mended(treeWrong)
	}
	return reading{d, whole, sound && len(d.pages) > 0}, err
}

// headerAt is where the header stands, -1 where none does.
func headerAt(data []byte) int { return bytes.Index(data[:min(len(data), 1024)], []byte("%PDF-")) }

// guarded turns a panic of the parser below into an error.
func guarded(f func() (reading, error)) (r reading, err error) {
	err = guard.Do("parser gave up", func() error {
		r, err = f()
		return err
	})
	return r, err
}

// knownVersion reports whether the header names a version of PDF that exists.
func knownVersion(data []byte) bool {
	if len(data) < 8 {
		return false
	}
	v := string(data[5:8])
	return v >= "1.0" && v <= "1.7" || v == "2.0"
}

// toFault gives every error of the readers its kind.
func toFault(ctx context.Context, err error, given bool) error {
	var f *Fault
	switch {
	case errors.As(err, &f):
		return f
	case errors.Is(ctx.Err(), context.Canceled):
		return ctx.Err()
	case ctx.Err() != nil:
		return &Fault{Kind: TooLarge, Detail: "not read within its time", cause: ctx.Err()}
	case errors.Is(err, errPassword) && given:
		return fault(PasswordWrong, "")
	case errors.Is(err, errPassword):
		return fault(PasswordNeeded, "")
	case errors.Is(err, errHandler):
		return fault(Unsupported, err.Error())
	}
	return &Fault{Kind: Damaged, Detail: err.Error(), cause: err}
}
