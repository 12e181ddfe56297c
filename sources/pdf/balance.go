package pdf

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf/lex"
)

// Balance is what a content stream leaves open or closes too often, what it marks, and whether it shows text.
type Balance struct {
	UnclosedQ  int      // q left open at the end
	ExtraQ     []Matrix // for each Q without a q before it, what the content has made of its coordinates there
	OpenMarks  int      // BMC and BDC left open
	ExtraEMC   int      // EMC without a mark before it
	OpenText   bool     // BT left open
	Unfinished []byte   // what ends a string, array, dictionary or inline image in which the content breaks off
	MCIDs      []int    // marked-content identifiers in order of appearance, each once
	UsesText   bool     // shows text
}

// balance reads the decoded bytes of a page's content (all its streams, joined by a blank) and says how it is balanced.
// property finds the property list that a BDC names in the resources, and may be nil.
func balance(data []byte, property func(name string) types.Dict) Balance {
	var b Balance
	seen := map[int]bool{}
	var ops lex.Operators
	ops.Reset(data)
	now := Identity // outside of any q; within, the matrix comes back
	for op := ops.Next(); op != nil; op = ops.Next() {
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
		case "BMC":
			b.OpenMarks++
		case "BDC":
			b.OpenMarks++
			if id, ok := MarkID(ops.Operands, property); ok && !seen[id] {
				seen[id] = true
				b.MCIDs = append(b.MCIDs, id)
			}
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
		}
	}
	b.Unfinished = ops.Unfinished()
	return b
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
		b, err := d.Decode(s, max-len(out))
		if err != nil && broken == nil {
			broken = err
		}
		if decoded := len(b) > 0 && len(s.Raw) > 0 && &b[0] != &s.Raw[0]; out == nil && decoded {
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

// scanned is what Scan found.
type scanned struct {
	balance Balance
	err     error
}

// Scan is Scan of a page's content, with its own property lists. The error is that of PageContent. The content is
// read once, however often it is asked for; what is returned is shared.
func (d *Document) Scan(p Page) (Balance, error) {
	d.mu.Lock()
	s, ok := d.scans[p.Number]
	d.mu.Unlock()
	if ok && p.Number > 0 {
		return s.balance, s.err
	}
	data, err := d.PageContent(p, maxDecoded)
	props := d.Dict(d.Dict(p.Dict["Resources"])["Properties"])
	s = scanned{balance(data, func(name string) types.Dict { return d.Dict(props[name]) }), err}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.scans == nil {
		d.scans = map[int]scanned{}
	}
	d.scans[p.Number] = s
	return s.balance, s.err
}
