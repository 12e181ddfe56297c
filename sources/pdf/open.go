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
	header := bytes.Index(data[:min(len(data), 1024)], []byte("%PDF-"))
	if header < 0 && !bytes.Contains(data, []byte("endobj")) {
		return nil, fault(NotPDF, "no %PDF- header and no objects")
	}
	if _, ok := ctx.Deadline(); !ok {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, openDeadline)
		defer cancel()
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

// open takes pdfcpu's reading when it is whole and its page tree sound, else the scan's. Of two readings the one with more pages
// holds; of equals the one by the table, unless it lost something.
func open(ctx context.Context, data []byte, passwords []string) (*Document, error) {
	var first *Document
	var whole bool
	if !crowded(data) {
		var sound bool
		var err error
		first, whole, sound, err = readFirst(ctx, data, passwords)
		if err == nil && whole && sound {
			return first, nil
		}
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	second, err2 := guard(func() (*Document, error) {
		d, err := scan(ctx, data, passwords)
		if err != nil {
			return nil, err
		}
		d.findNames()
		ok, err := d.walk()
		if !ok {
			d.mended("page-tree")
		}
		return d, err
	})
	switch {
	case err2 != nil && first != nil && len(first.pages) > 0:
		return first, nil
	case err2 != nil:
		return nil, err2
	case first != nil && (len(first.pages) > len(second.pages) || whole && len(first.pages) > 0 && len(first.pages) == len(second.pages)):
		return first, nil
	case len(second.pages) > 0:
		return second, nil
	case second.Catalog() == nil || second.Dict(second.Catalog()["Pages"]) == nil:
		return nil, fault(Damaged, "no page tree found")
	case second.lostKids():
		return nil, fault(Damaged, "the page tree leads to no page")
	}
	return nil, fault(NoPages, "the page tree is empty")
}

// lostKids reports whether the page tree names kids although no page was reached.
func (d *Document) lostKids() bool {
	tree := d.Dict(d.Catalog()["Pages"])
	n, _ := d.Int(tree["Count"])
	return n > 0 || len(d.Array(tree["Kids"])) > 0
}

// readFirst is pdfcpu's reading: whole when nothing of the file was lost, sound when the page tree is as it should be.
func readFirst(ctx context.Context, data []byte, passwords []string) (d *Document, whole, sound bool, err error) {
	encrypted := bytes.Contains(data, []byte("/Encrypt"))
	for i, p := range passwords {
		if i > 0 && !encrypted {
			break
		}
		// A wrong password has no one error: versions differ in which of their checks fails first.
		if d, err = guard(func() (*Document, error) { return readTable(ctx, data, p) }); err == nil {
			break
		}
	}
	if err != nil {
		return nil, false, false, err
	}
	whole = d.settle() && tableStands(data)
	d.findNames()
	if sound, err = d.walk(); err != nil {
		return nil, false, false, err
	}
	if !sound {
		d.mended("page-tree")
	}
	return d, whole, sound && len(d.pages) > 0, nil
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
func guard(f func() (*Document, error)) (d *Document, err error) {
	defer func() {
		if r := recover(); r != nil {
			d, err = nil, fmt.Errorf("parser gave up: %v", r)
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
				in, err := ParseIndirect(d.data, int(v))
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
	p := parser{data: data, pos: i + len("startxref")}
	at, ok := p.natural()
	if !ok {
		return false
	}
	header := max(bytes.Index(data[:min(len(data), 1024)], []byte("%PDF-")), 0)
	for _, at := range []int{at, at + header} {
		if at >= len(data) {
			continue
		}
		p.pos = at
		if p.space(); p.word("xref") {
			return true
		}
		if in, err := ParseIndirect(data, at); err == nil {
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
		return &Fault{TooLarge, "not read within its time", ctx.Err()}
	case errors.Is(err, errPassword) && given:
		return fault(PasswordWrong, "")
	case errors.Is(err, errPassword):
		return fault(PasswordNeeded, "")
	case errors.Is(err, errHandler):
		return fault(Unsupported, err.Error())
	}
	return &Fault{Damaged, err.Error(), err}
}
