package pdf

import (
	"errors"
	"io"
	"sync"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf/lex"
)

// Balance is what a content stream leaves open or closes too often, and whether it shows text.
type Balance struct {
	UnclosedQ  int      // q left open at the end
	ExtraQ     []Matrix // for each Q without a q before it, what the content has made of its coordinates there
	OpenMarks  int      // BMC and BDC left open
	ExtraEMC   int      // EMC without a BMC or BDC before it
	Artifacts  bool     // something in it is marked as an artifact
	Inks       bool     // it names colours of a press (DeviceCMYK)
	OpenText   bool     // BT left open
	Unfinished []byte   // what ends a string, array, dictionary or inline image in which the content breaks off
	UsesText   bool     // shows text
	Uses       []Use    // the resources that it asks for, each once
	Vast       bool     // an inline image says that it is larger than readers can show
}

// balance reads the decoded content of a page (all its streams, joined by a blank) and says how it is balanced. It
// holds a piece of the content at a time: as much as one operator takes, or from where something never closes. The
// error is ErrTooLong where that would be more than is held; what stands there and behind is then not looked at. see is
// shown every operator, and may be nil.
func balance(in io.Reader, see See) (Balance, error) {
	room := rooms.Get().(*roomToRead)
	defer rooms.Put(room)
	w := &window{in: in, data: room.piece[:0]}
	w.fill(0)
	return w.balance(see, &room.ops)
}

// See is shown an operator with its operands, which are valid until it returns. An inline image is one operator, "EI".
type See func(op []byte, operands []lex.Token)

// roomToRead is memory for content that is read through: nearly all pages have less than a piece holds.
type roomToRead struct {
	piece [maxPiece]byte
	ops   lex.Operators
}

var rooms = sync.Pool{New: func() any { return new(roomToRead) }}

// balance says how the content is balanced, whose first piece is held.
func (w *window) balance(see See, ops *lex.Operators) (Balance, error) {
	var b Balance
	ops.Reset(w.data)
	ops.More = !w.whole
	now := Identity // outside of any q; within, the matrix comes back
	var asked uses
	for {
		op := ops.Next()
		if ops.More && !ops.Sure() {
			ops.Again(w.fill(ops.Keep()))
			ops.More = !w.whole
			continue
		}
		if op == nil {
			break
		}
		if see != nil {
			see(op, ops.Operands)
		}
		switch string(op) {
		case "q":
			b.UnclosedQ++
		case "Q":
			if b.UnclosedQ > 0 {
				b.UnclosedQ--
			} else if len(b.ExtraQ) < maxExtraQ {
				b.ExtraQ = append(b.ExtraQ, now)
			}
		case "cm":
			if b.UnclosedQ == 0 {
				if m, ok := MatrixOf(ops.Operands); ok {
					now = m.Of(now)
				}
			}
		case "BMC", "BDC":
			b.OpenMarks++
			b.Artifacts = b.Artifacts || len(ops.Operands) > 0 && artifact(&ops.Operands[0])
		case "EMC":
			if b.OpenMarks > 0 {
				b.OpenMarks--
			} else {
				b.ExtraEMC++
			}
		case "BT":
			b.OpenText = true
		case "ET":
			b.OpenText = false
		case "Tj", "TJ", "'", "\"":
			b.UsesText = true
		case "k", "K":
			b.Inks = true
		case "cs", "CS":
			n := len(ops.Operands)
			b.Inks = b.Inks || n > 0 && string(ops.Operands[n-1].Text) == "DeviceCMYK"
			asked.see(op, ops.Operands)
		case "EI":
			b.Inks = b.Inks || inkImage(ops.Operands)
			b.Vast = b.Vast || vastInline(ops.Operands)
		default:
			asked.see(op, ops.Operands)
		}
	}
	b.Uses = asked.list
	b.Unfinished = ops.Unfinished()
	return b, w.cut
}

// inkImage reports whether the dictionary of an inline image names DeviceCMYK.
func inkImage(dict []lex.Token) bool {
	for _, t := range dict {
		if t.Kind == lex.Name && (string(t.Text) == "CMYK" || string(t.Text) == "DeviceCMYK") {
			return true
		}
	}
	return false
}

// artifact reports whether a mark's tag is that of artifacts (ISO 32000-1, 14.8.2.2).
func artifact(tag *lex.Token) bool { return tag.Kind == lex.Name && string(tag.Text) == "Artifact" }

// window is the part of a page's content that is held.
type window struct {
	in    io.Reader
	data  []byte
	whole bool  // it reaches to the end of what is read
	cut   error // ErrTooLong: that is not the end of the content
}

// fill drops what stands before an offset and reads on: at least as much as is kept, so that what is read again and
// again for an operator that is long costs no more than twice its length.
func (w *window) fill(from int) []byte {
	kept := copy(w.data, w.data[from:])
	size := max(maxPiece, 2*kept)
	if size > maxHeld {
		if size = maxHeld; kept >= size {
			w.whole, w.cut = true, ErrTooLong
			return w.data[:kept]
		}
	}
	if cap(w.data) < size {
		w.data = append(make([]byte, 0, size), w.data[:kept]...)
	}
	n, err := io.ReadFull(w.in, w.data[kept:size])
	w.data = w.data[:kept+n]
	w.whole = err != nil
	return w.data
}

// MatrixOf is the matrix that the operands of cm or Tm are; false where they are none.
func MatrixOf(operands []lex.Token) (m Matrix, ok bool) {
	if len(operands) < len(m) {
		return Identity, false
	}
	for i, t := range operands[len(operands)-len(m):] {
		if t.Kind != lex.Integer && t.Kind != lex.Real {
			return Identity, false
		}
		m[i] = t.Number
	}
	return m, true
}

// MarkID is the marked-content identifier that the operands of BDC give (ISO 32000-1, 14.7.4.2); property finds the
// property list that they may name, and may be nil.
func MarkID(operands []lex.Token, property func(name string) types.Dict) (int, bool) {
	n := len(operands)
	if n < 2 {
		return 0, false
	}
	if last := &operands[n-1]; last.Kind == lex.Name && property != nil {
		id, ok := property(name(last))["MCID"].(types.Integer)
		return int(id), ok && id >= 0
	}
	for i, depth := n-1, 0; i > 0; i-- {
		switch operands[i].Kind {
		case lex.CloseDict, lex.CloseArray:
			depth++
		case lex.OpenDict, lex.OpenArray:
			depth--
		case lex.Integer:
			if key := &operands[i-1]; depth == 1 && key.Kind == lex.Name && string(key.Text) == "MCID" {
				return int(operands[i].Number), operands[i].Number >= 0
			}
		}
		if depth == 0 {
			break
		}
	}
	return 0, false
}

// PageContent is the decoded content of a page, its streams joined by line feeds, at most max bytes. A stream that
// breaks off gives what it had, and the error is the first met.
func (d *Document) PageContent(p Page, max int) ([]byte, error) {
	var out []byte
	var broken error
	for _, s := range d.Contents(p) {
		if len(s.Raw) == 0 {
			continue // nothing is nothing, whatever its filter
		}
		b, whole := d.content(s, max-len(out))
		if whole && out == nil && len(b)+1 < max {
			out = b[: len(b)+1 : len(b)+1] // most pages have one stream, and a line feed stands behind it
			continue
		}
		var err error
		if !whole {
			b, err = d.Decode(s, max-len(out))
		}
		if err != nil && broken == nil {
			broken = err
		}
		if decoded := len(b) > 0 && len(s.Raw) > 0 && &b[0] != &s.Raw[0]; out == nil && decoded && !whole {
			out = b // most pages have one stream: it is not copied, unless it is the file's own bytes
		} else {
			out = append(out, b...)
		}
		out = append(out, '\n')
		if len(out) >= max {
			return out[:max], broken
		}
	}
	return out, broken
}

// Scan says how a page's content is balanced, of at most 64 MiB of it. The error is that of PageContent, or ErrTooLong.
// Whoever wants to know more of the content passes see, and need not read it a second time.
func (d *Document) Scan(p Page, see See) (Balance, error) {
	in := contentReader{d: d, streams: d.Contents(p), left: maxDecoded}
	defer in.close()
	b, err := balance(&in, see)
	if in.broken != nil {
		err = in.broken
	}
	if o := p.Dict["Contents"]; o != nil && len(in.streams) == 0 && len(d.Contents(p)) == 0 {
		if list, is := d.Resolve(o).(types.Array); !is || len(list) > 0 {
			err = errNoContent
		}
	}
	return b, err
}

// Deflated reports whether a stream has the one filter FlateDecode, and no predictor: a Scan tells then all that is
// wrong with its data.
func (d *Document) Deflated(s types.StreamDict) bool {
	filters, parms := d.filters(s.Dict)
	return len(filters) == 1 && filters[0] == "FlateDecode" && parms[0]["Predictor"] == nil
}

// errNoContent is a page whose /Contents lead to no stream.
var errNoContent = errors.New("pdf: the page's contents lead nowhere")

// Undecodable reports whether an error of Scan means that viewers show nothing of a stream, or only how it begins. What
// is longer than we read is whole all the same, and so is what only a sum speaks against.
func Undecodable(err error) bool {
	return err != nil && !errors.Is(err, ErrTooLong) && !errors.Is(err, ErrSum)
}
