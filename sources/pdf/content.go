package pdf

import (
	"bytes"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Lexer reads a content stream one operator at a time. It takes anything: bytes that are no token are passed over.
type Lexer struct {
	p        parser
	Operands []types.Object // of the last operator; reused by Next
	Start    int            // offset of the first operand, or of the operator when it has none
	End      int            // offset behind the operator
	open     int            // strings, arrays and dictionaries that never closed: tried a few times, then given up
	broken   int            // where the first of them stands; -1 none
	noEI     bool           // the last image did not end
	skims    bool           // plain operands are passed over: whoever wants those of an operator reads it again
}

// NewLexer reads the decoded bytes of a content stream.
func NewLexer(data []byte) *Lexer { return &Lexer{p: parser{data: data}, broken: -1} }

// maxOperands: more than any operator takes (ISO 32000-1 annex C says 32 for DeviceN); the oldest are dropped.
const maxOperands = 64

// maxBroken: after so many unclosed strings and dictionaries a stream is noise, and trying each to its end would cost the square of its length.
const maxBroken = 50

// Next reads the next operator; "" at the end. An inline image is one operator, "EI", its dictionary the one operand.
func (l *Lexer) Next() string {
	l.Operands = l.Operands[:0]
	l.Start = -1
	p := &l.p
	for {
		p.space()
		if p.pos >= len(p.data) {
			l.Start = len(p.data)
			return ""
		}
		at := p.pos
		if l.Start < 0 {
			l.Start = at
		}
		c := p.data[at]
		if class[c] == regular && (c < '0' || c > '9') && c != '+' && c != '-' && c != '.' {
			switch w := p.keyword(); w {
			case "true", "false":
				l.add(types.Boolean(w == "true"))
			case "null":
				l.add(nil)
			case "BI":
				l.image()
				l.End = p.pos
				return "EI"
			default:
				l.End = p.pos
				return w
			}
			continue
		}
		if c == '{' || c == '}' || c == ')' || c == '>' || c == ']' {
			p.pos++
			continue
		}
		if (c == '(' || c == '<' || c == '[') && l.open > maxBroken {
			p.pos++
			continue
		}
		if l.skims && c != '/' && c != '<' && p.skim() {
			continue
		}
		var o types.Object
		var err error
		if c >= '0' && c <= '9' {
			o, err = p.number() // no references in content
		} else {
			o, err = p.object(0)
		}
		if err != nil {
			if c == '(' || c == '<' || c == '[' {
				l.open++
				if l.broken < 0 {
					l.broken = at
				}
			}
			p.pos = at + 1
			continue
		}
		if p.pos == at {
			p.pos++
			continue
		}
		l.add(o)
	}
}

func (l *Lexer) add(o types.Object) {
	if len(l.Operands) == maxOperands {
		copy(l.Operands, l.Operands[1:])
		l.Operands = l.Operands[:maxOperands-1]
	}
	l.Operands = append(l.Operands, o)
}

// image passes over an inline image from behind BI to behind EI and leaves its dictionary as the operand.
func (l *Lexer) image() {
	p := &l.p
	d := types.Dict{}
	for {
		p.space()
		if p.pos >= len(p.data) {
			break
		}
		if p.data[p.pos] != '/' {
			if p.keyword() == "ID" {
				break
			}
			if p.pos < len(p.data) && class[p.data[p.pos]] == delimiter && p.data[p.pos] != '/' {
				p.pos++
			}
			continue
		}
		k := p.name()
		o, err := p.object(0)
		if err != nil {
			continue
		}
		d[k] = o
	}
	l.Operands = append(l.Operands[:0], d)
	p.pos = imageEnd(p.data, p.pos, d)
	l.noEI = p.pos == len(p.data) && !bytes.HasSuffix(p.data, []byte("EI"))
}

// unfinished is what would end the token in which the data breaks off: a string, array or dictionary that is open at the end, or an image. A reader that is
// given more takes it for a part of that token.
func (l *Lexer) unfinished() []byte {
	if l.noEI {
		return []byte("EI\n")
	}
	if l.broken < 0 {
		return nil
	}
	const text, dict = ')', '>'
	var open []byte // by what closes them; '<' for a hexadecimal string
	for data := l.p.data[l.broken:]; len(data) > 0; data = data[1:] {
		c, in := data[0], byte(0)
		if n := len(open); n > 0 {
			in = open[n-1]
		}
		pair := len(data) > 1 && data[1] == c
		switch {
		case in == text && c == '\\' && len(data) > 1:
			data = data[1:]
		case c == '(' && in != '<':
			open = append(open, text)
		case in == text && c != text:
		case in == '<' && c == '>', in == text, in == ']' && c == ']':
			open = open[:len(open)-1]
		case in == '<':
		case c == '<' && pair:
			open, data = append(open, dict), data[1:]
		case c == '<':
			open = append(open, '<')
		case in == dict && c == '>' && pair:
			open, data = open[:len(open)-1], data[1:]
		case c == '[':
			open = append(open, ']')
		case c == '%':
			if i := bytes.IndexAny(data, "\r\n"); i >= 0 {
				data = data[i:]
			} else {
				data = data[len(data)-1:]
			}
		}
		if len(open) > maxUnfinished {
			return nil
		}
	}
	if len(open) == 0 {
		return nil
	}
	var out []byte
	for i := len(open) - 1; i >= 0; i-- {
		switch open[i] {
		case dict:
			out = append(out, ">>"...)
		case '<':
			out = append(out, '>')
		default:
			out = append(out, open[i])
		}
	}
	return append(out, '\n')
}

// maxUnfinished: brackets in brackets at the end of a stream; more are noise.
const maxUnfinished = 1_000

// imageEnd finds the position behind the EI of an image whose data begins one blank behind from. Data without a filter
// has a known length; else EI must stand alone and be followed by what looks like content, for compressed bytes hold " EI " by chance.
func imageEnd(data []byte, from int, d types.Dict) int {
	at := from
	if at < len(data) && class[data[at]] == blank {
		at++
	}
	if n, ok := rawLength(d); ok && n <= len(data)-at {
		p := parser{data: data, pos: at + n}
		if p.space(); p.word("EI") && (p.pos == len(data) || class[data[p.pos]] != regular) {
			return p.pos
		}
	}
	for {
		i := bytes.Index(data[min(at, len(data)):], []byte("EI"))
		if i < 0 {
			return len(data)
		}
		i += at
		end := i + 2
		before := i == from || class[data[i-1]] == blank
		after := end == len(data) || class[data[end]] != regular
		if before && after && looksLikeContent(data[end:min(end+24, len(data))]) {
			return end
		}
		at = i + 1
	}
}

// rawLength is the length of an inline image's data when it has no filter.
func rawLength(d types.Dict) (int, bool) {
	if first(d, "F", "Filter") != nil {
		return 0, false
	}
	var nothing Document
	w, ok1 := nothing.Int(first(d, "W", "Width"))
	h, ok2 := nothing.Int(first(d, "H", "Height"))
	bits, ok3 := nothing.Int(first(d, "BPC", "BitsPerComponent"))
	n := 1
	switch nothing.Name(first(d, "CS", "ColorSpace")) {
	case "RGB", "DeviceRGB":
		n = 3
	case "CMYK", "DeviceCMYK":
		n = 4
	}
	if mask, _ := first(d, "IM", "ImageMask").(types.Boolean); bool(mask) {
		bits, ok3, n = 1, true, 1
	}
	if !ok1 || !ok2 || !ok3 || w < 0 || h < 0 || w > 1<<20 || h > 1<<20 || bits < 1 || bits > 16 {
		return 0, false
	}
	return (w*n*bits + 7) / 8 * h, true
}

func looksLikeContent(b []byte) bool {
	for _, c := range b {
		if c >= 0x7F || c < ' ' && class[c] != blank {
			return false
		}
	}
	return true
}

// Balance is what a content stream leaves open or closes too often, and what it marks.
type Balance struct {
	UnclosedQ  int      // q left open at the end
	ExtraQ     []Matrix // for each Q without a q before it, what the content has made of its coordinates there
	OpenMarks  int      // BMC and BDC left open
	ExtraEMC   int      // EMC without a mark before it
	OpenText   bool     // BT left open
	Unfinished []byte   // what ends a string, array, dictionary or inline image in which the content breaks off
	MCIDs      []int    // marked-content identifiers in order of appearance, each once; those in a property list by name are not seen
	UsesText   bool     // shows text
}

// Scan reads the decoded bytes of a page's content (all its streams, joined by a blank) and says how it is balanced.
func Scan(data []byte) Balance { return ScanWith(data, nil) }

// ScanWith is Scan where property finds the property list that a BDC names in the resources (/Properties).
func ScanWith(data []byte, property func(name string) types.Dict) Balance {
	var b Balance
	seen := map[int]bool{}
	l := NewLexer(data)
	l.skims = true
	again := func() []types.Object { // the operands that were passed over
		full := NewLexer(data[l.Start:l.End])
		full.Next()
		return full.Operands
	}
	now := Identity // outside of any q; within, the matrix comes back
	for {
		switch l.Next() {
		case "":
			b.Unfinished = l.unfinished()
			return b
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
				now = matrixOf(again()).Of(now)
			}
		case "BMC":
			b.OpenMarks++
		case "BDC":
			b.OpenMarks++
			if id, ok := markID(again(), property); ok && !seen[id] {
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
}

// maxExtraQ: a stream with more of them is noise, and each costs memory.
const maxExtraQ = 1 << 16

// matrixOf is the matrix that the operands of cm are; the identity where they are none.
func matrixOf(operands []types.Object) Matrix {
	var m Matrix
	if len(operands) < len(m) {
		return Identity
	}
	for i, o := range operands[len(operands)-len(m):] {
		switch v := o.(type) {
		case types.Integer:
			m[i] = float64(v)
		case types.Float:
			m[i] = float64(v)
		default:
			return Identity
		}
	}
	return m
}

func markID(operands []types.Object, property func(string) types.Dict) (int, bool) {
	if len(operands) < 2 {
		return 0, false
	}
	var d types.Dict
	switch v := operands[len(operands)-1].(type) {
	case types.Dict:
		d = v
	case types.Name:
		if property != nil {
			d = property(string(v))
		}
	}
	id, ok := d["MCID"].(types.Integer)
	return int(id), ok && id >= 0
}

// PageContent is the decoded content of a page, its streams joined by line feeds, at most max bytes. A stream that breaks off gives
// what it had, and the error is the first met.
func (d *Document) PageContent(p Page, max int) ([]byte, error) {
	var out []byte
	var broken error
	for _, s := range d.Contents(p) {
		b, err := d.Decode(s, max-len(out))
		if err != nil && broken == nil {
			broken = err
		}
		out = append(append(out, b...), '\n')
		if len(out) >= max {
			return out[:max], broken
		}
	}
	return out, broken
}

// Scan is Scan of a page's content, with its own property lists.
func (d *Document) Scan(p Page) (Balance, error) {
	data, err := d.PageContent(p, maxDecoded)
	props := d.Dict(d.Dict(p.Dict["Resources"])["Properties"])
	return ScanWith(data, func(name string) types.Dict { return d.Dict(props[name]) }), err
}
