package pdf

import (
	"bytes"
	"context"
	"errors"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf/lex"
)

// readPdfcpu is pdfcpu's reading, the second opinion. It is not asked about a file whose strings or size would cost
// it too much.
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
		// It does not see an encryption dictionary that is no object of its own, and would give what is encrypted as
		// it is.
		return reading{}, errors.New("encrypted, and taken for plain")
	}
	return d.read(d.settle() && tableStands(data))
}

// crowded reports whether an object holds so many strings that pdfcpu, which looks behind each of them to the end of
// the object for keywords, would take the square of their number.
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

// readTable reads by the cross-reference table, with pdfcpu. The configuration is made here and whole, so that pdfcpu
// never looks for one in the user's folders. LISTINFO is a command that may read encrypted files.
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
	return slices.ContainsFunc(p.Tokens, func(t lex.Token) bool { return t.Kind == lex.Name && lex.OddName(t.Text) })
}

// skipped stands for an object that pdfcpu left out, until settle has looked.
type skipped int64

func (s skipped) Clone() types.Object { return s }
func (s skipped) String() string      { return "skipped" }
func (s skipped) PDFString() string   { return "null" }

// settle checks pdfcpu's reading against the file: what it skipped must be null, each stream must end where endstream
// stands. Streams become slices of the file where they were not decrypted, so that their copies can go. It reports
// false when the file must be scanned.
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
			// Where Length is wrong pdfcpu looks for the end by itself, in silence, and takes a word of the content for
			// it.
			whole = whole && !inContent(d.data, from+len(v.Raw))
			if at := d.data[from : from+len(v.Raw) : from+len(v.Raw)]; bytes.Equal(at, v.Raw) {
				v.Raw = at
				d.objects[n] = v
			}
		}
	}
	return whole
}

// tableStands reports whether a cross-reference table or stream stands where the end of the file says. pdfcpu mends
// such a file by itself, in silence and with the first of two equal objects; the scan takes the last.
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
