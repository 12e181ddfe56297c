package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf/lex"
)

// Options of Open.
type Options struct {
	Passwords []string // tried after the empty one, as user's and as owner's
}

// Open reads a PDF from its bytes, which the Document keeps and which must not be changed while it is in use. The error is a
// *Fault, or the context's error when ctx is cancelled; it never panics. A file whose pages can be reached is opened, whatever else is wrong
// with it: Repaired says what was mended.
func Open(ctx context.Context, data []byte, o Options) (*Document, error) {
	if len(data) > maxFile {
		return nil, fault(TooLarge, fmt.Sprintf("%d bytes", len(data)))
	}
	header := headerAt(data)
	if header < 0 && !bytes.Contains(data, []byte("endobj")) {
		return nil, &Fault{Kind: NotPDF, Detail: "no %PDF- header and no objects", Format: formatOf(data)}
	}
	doc, err := open(ctx, data, append([]string{""}, o.Passwords...))
	if err != nil {
		return nil, toFault(ctx, err, len(o.Passwords) > 0)
	}
	if header != 0 || !knownVersion(data) {
		doc.mended("header")
	}
	return doc, nil
}

// reading is what one of the readers made of a file.
type reading struct {
	doc   *Document
	whole bool // nothing of the file was lost
	sound bool // the page tree is as it should be
}

// open takes our own reading by the table when it is whole and its page tree sound, else pdfcpu's, else the scan's. Of readings that
// are none of this the one with most pages holds; of equals the first that is whole, or the scan's.
func open(ctx context.Context, data []byte, passwords []string) (*Document, error) {
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	var seen []reading
	for _, read := range []func(context.Context, []byte, []string) (reading, error){readOwn, readPdfcpu} {
		r, err := guard(func() (reading, error) { return read(ctx, data, passwords) })
		var f *Fault
		switch {
		case err == nil && r.whole && r.sound:
			return r.doc, nil
		case err == nil && len(r.doc.pages) > 0:
			seen = append(seen, r)
		case errors.As(err, &f) && f.Kind == TooLarge:
			return nil, err
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
	}
	last, err := guard(func() (reading, error) { return readScan(ctx, data, passwords) })
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
	return best.doc, err
}

// noPages says why a document has none.
func noPages(d *Document) error {
	tree := d.Dict(d.Catalog()["Pages"])
	n, _ := d.Int(tree["Count"])
	switch {
	case tree == nil:
		return fault(Damaged, "no page tree found")
	case n > 0 || len(d.Array(tree["Kids"])) > 0:
		return fault(Damaged, "the page tree leads to no page")
	}
	return fault(NoPages, "the page tree is empty")
}

// readOwn is our own reading by the table: whole when every object is where it should be. Where bytes stand before the header, offsets
// may count from either.
func readOwn(ctx context.Context, data []byte, passwords []string) (reading, error) {
	f, err := openOwn(ctx, data, passwords)
	if header := headerAt(data); err != nil && header > 0 {
		f, err = openOwn(ctx, data[header:], passwords)
	}
	if err != nil {
		return reading{}, err
	}
	d := &Document{data: data, source: f.object, root: f.trailer["Root"], info: f.trailer["Info"], encrypted: f.lock != nil}
	if f.lock != nil && f.lock.lenient {
		d.mended("encryption")
	}
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

// readScan is the reading of all objects that stand in the file.
func readScan(ctx context.Context, data []byte, passwords []string) (reading, error) {
	d, err := scan(ctx, data, passwords)
	if err != nil {
		return reading{}, err
	}
	return d.read(false)
}

// read finds the names and pages of a document whose objects are there.
func (d *Document) read(whole bool) (reading, error) {
	d.findNames()
	sound, err := d.walk()
	if err == nil && d.tooMuchContent() {
		err = fault(TooLarge, "the pages' contents repeat more bytes than a report can hold")
	}
	if !sound {
		d.mended("page-tree")
	}
	return reading{d, whole, sound && len(d.pages) > 0}, err
}

// headerAt is where the header stands, -1 where none does.
func headerAt(data []byte) int { return bytes.Index(data[:min(len(data), 1024)], []byte("%PDF-")) }

// readPdfcpu is pdfcpu's reading, the second opinion. It is not asked about a file whose strings or size would cost it too much.
func readPdfcpu(ctx context.Context, data []byte, passwords []string) (reading, error) {
	if len(data) > maxSecondOpinion || crowded(data) {
		return reading{}, errors.New("not asked")
	}
	encrypted := bytes.Contains(data, []byte("/Encrypt"))
	var d *Document
	var err error
	for i, p := range passwords {
		if i > 0 && !encrypted {
			break
		}
		// A wrong password has no one error: versions differ in which of their checks fails first.
		if d, err = readTable(ctx, data, p); err == nil {
			break
		}
	}
	if err != nil {
		return reading{}, err
	}
	if encrypted && !d.encrypted {
		// It does not see an encryption dictionary that is no object of its own, and would give what is encrypted as it is.
		return reading{}, errors.New("encrypted, and taken for plain")
	}
	return d.read(d.settle() && tableStands(data))
}

// crowded reports whether an object holds so many strings that pdfcpu, which looks behind each of them to the end of the object for keywords, would
// take the square of their number.
func crowded(data []byte) bool {
	paren := []byte("(")
	if bytes.Count(data, paren) <= maxStrings {
		return false
	}
	for len(data) > 0 {
		object := data
		if i := bytes.Index(data, []byte("endobj")); i >= 0 {
			object, data = data[:i], data[i+6:]
		} else {
			data = nil
		}
		if i := bytes.Index(object, []byte("stream")); i >= 0 {
			object = object[:i]
		}
		if bytes.Count(object, paren) > maxStrings {
			return true
		}
	}
	return false
}

// guard turns a panic of the parser below into an error.
func guard(f func() (reading, error)) (r reading, err error) {
	defer func() {
		if gone := recover(); gone != nil {
			r, err = reading{}, fmt.Errorf("parser gave up: %v", gone)
		}
	}()
	return f()
}

// readTable reads by the cross-reference table, with pdfcpu. The configuration is made here and whole, so that pdfcpu never looks
// for one in the user's folders. LISTINFO is a command that may read encrypted files.
func readTable(ctx context.Context, data []byte, password string) (*Document, error) {
	c, err := pdfcpu.ReadWithContext(ctx, bytes.NewReader(data), &model.Configuration{
		Reader15:       true,
		ValidationMode: model.ValidationRelaxed,
		Cmd:            model.LISTINFO,
		Offline:        true,
		Eol:            types.EolLF,
		UserPW:         password,
		OwnerPW:        password,
		Limits:         readerLimits(),
	})
	if err != nil {
		return nil, err
	}
	d := &Document{data: data, objects: make(map[int]types.Object, len(c.Table)), encrypted: c.Encrypt != nil}
	if c.Root != nil {
		d.root = *c.Root
	}
	if c.Info != nil {
		d.info = *c.Info
	}
	for n, e := range c.Table {
		if e == nil || e.Free || n <= 0 {
			continue
		}
		if e.Offset != nil && !e.Compressed && hasOddName(data, *e.Offset) {
			return nil, errOddName
		}
		switch o := e.Object.(type) {
		case nil:
			// Null, or an object that pdfcpu skipped because it could not parse it: settle asks again.
			if e.Offset != nil && *e.Offset > 0 && !e.Compressed {
				d.objects[n] = skipped(*e.Offset)
			}
		case types.ObjectStreamDict, types.XRefStreamDict:
		case types.LazyObjectStreamObject:
			// Parsed here and not by pdfcpu, which refuses a dictionary with a key Length in an object stream.
			b, err := o.GetData()
			if err != nil {
				return nil, err
			}
			if v, _, err := ParseObject(b, 0); err == nil {
				d.objects[n] = v
			}
		case *types.StreamDict:
			d.objects[n] = *o
		default:
			d.objects[n] = o
		}
	}
	return d, nil
}

// errOddName: pdfcpu drops the entry of a dictionary whose key it finds wrong, without a word.
var errOddName = errors.New("a name holds a # without its two digits")

// hasOddName looks for such a name in the object at an offset.
func hasOddName(data []byte, at int64) bool {
	if at <= 0 || at >= int64(len(data)) {
		return false
	}
	p := newParser(data, int(at))
	defer p.free()
	if _, _, ok := p.head(); !ok || !p.Object() {
		return false
	}
	return slices.ContainsFunc(p.Tokens, func(t lex.Token) bool { return t.Kind == lex.Name && t.Escaped && lex.OddName(t.Text) })
}

// skipped stands for an object that pdfcpu left out, until settle has looked.
type skipped int64

func (s skipped) Clone() types.Object { return s }
func (s skipped) String() string      { return "skipped" }
func (s skipped) PDFString() string   { return "null" }

// settle checks pdfcpu's reading against the file: what it skipped must be null, each stream must end where endstream stands. Streams become slices of
// the file where they were not decrypted, so that their copies can go. It reports false when the file must be scanned.
func (d *Document) settle() bool {
	whole := true
	for n, o := range d.objects {
		switch v := o.(type) {
		case skipped:
			if whole { // one is enough to know
				in, err := parseIndirect(d.data, int(v))
				whole = err == nil && in.Object == nil
			}
			delete(d.objects, n)
		case types.StreamDict:
			from := int(v.StreamOffset)
			if d.encrypted {
				if v.Raw == nil {
					whole = false
				}
				continue
			}
			if !endsAt(d.data, from, len(v.Raw)) {
				whole = false
				continue
			}
			if at := d.data[from : from+len(v.Raw) : from+len(v.Raw)]; bytes.Equal(at, v.Raw) {
				v.Raw = at
				d.objects[n] = v
			}
		}
	}
	return whole
}

// tableStands reports whether a cross-reference table or stream stands where the end of the file says. pdfcpu mends such a file by
// itself, in silence and with the first of two equal objects; the scan takes the last.
func tableStands(data []byte) bool {
	i := bytes.LastIndex(data, []byte("startxref"))
	if i < 0 {
		return false
	}
	l := lex.Lexer{Data: data, Pos: i + len("startxref")}
	at, ok := l.Natural()
	if !ok {
		return false
	}
	header := max(headerAt(data), 0)
	for _, at := range []int{at, at + header} {
		if at >= len(data) {
			continue
		}
		l.Pos = at
		if l.Space(); l.Accept("xref") {
			return true
		}
		if in, err := parseIndirect(data, at); err == nil {
			if _, ok := in.Object.(types.StreamDict); ok {
				return true
			}
		}
	}
	return false
}

// knownVersion reports whether the header names a version of PDF that exists.
func knownVersion(data []byte) bool {
	if len(data) < 8 {
		return false
	}
	v := string(data[5:8])
	return v >= "1.0" && v <= "1.7" || v == "2.0"
}

// mended records a repair.
func (d *Document) mended(word string) {
	if i, ok := slices.BinarySearch(d.repaired, word); !ok {
		d.repaired = slices.Insert(d.repaired, i, word)
	}
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
