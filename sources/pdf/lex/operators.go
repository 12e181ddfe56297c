package lex

import "bytes"

// Operators reads a content stream operator by operator. The zero value reads nothing; Reset gives it content, and
// memory is used again from one content to the next.
type Operators struct {
	// Operands of the last operator, flat: the brackets of arrays and dictionaries are among them. Valid until Next.
	// Of an inline image they are its dictionary, without brackets.
	Operands []Token
	Start    int // offset of the first operand, or of the operator when it has none
	End      int // offset behind the operator

	// More says that the data go on behind what is at hand: then an operator counts only if Sure says so.
	More bool

	l      Lexer
	open   int // strings, arrays and dictionaries that never closed: tried a few times, then given up
	broken int // where the first of them stands; -1 none
	image  unended
	before state
}

// state is where the last operator was looked for from, and what was known there.
type state struct {
	at, open, broken int
	image            unended
}

// Sure reports whether the last operator, or that there is none, is so whatever stands behind the data at hand.
func (o *Operators) Sure() bool { return !o.l.ran && o.l.Pos+lookAhead < len(o.l.Data) }

// Keep is the offset from which the data are still needed: where the last operator was looked for from, or where what
// never closed begins.
func (o *Operators) Keep() int {
	if o.before.broken >= 0 {
		return min(o.before.at, o.before.broken)
	}
	return o.before.at
}

// Again takes the last operator back and goes on with data that begin at Keep of the old and reach further.
func (o *Operators) Again(data []byte) {
	from := o.Keep()
	o.l.Data, o.l.Pos = data, o.before.at-from
	o.open, o.broken, o.image = o.before.open, o.before.broken, o.before.image
	if o.broken >= 0 {
		o.broken -= from
	}
}

const (
	// maxOperands: a line of text is a few hundred tokens; what stands before one operator beyond this is not kept.
	maxOperands = 1 << 16
	// maxBroken: after so many unclosed strings and dictionaries a stream is noise, and trying each to its end would
	// cost the square of its length.
	maxBroken = 50
)

// Reset begins with other content, decoded.
func (o *Operators) Reset(data []byte) {
	o.l = Lexer{Data: data, Tokens: o.l.Tokens[:0], Most: maxOperands}
	o.open, o.broken, o.image = 0, -1, unended{}
}

// Next reads the next operator; nil at the end. An inline image is one operator, "EI".
func (o *Operators) Next() []byte {
	l := &o.l
	o.before = state{l.Pos, o.open, o.broken, o.image}
	l.Tokens, l.ran = l.Tokens[:0], false
	o.Start = -1
	for {
		if o.open > maxBroken {
			if l.Space(); l.Pos < len(l.Data) && opens(l.Data[l.Pos]) {
				l.Pos++
				continue
			}
		}
		kept := len(l.Tokens)
		t := l.slot()
		at := l.from
		if o.Start < 0 {
			o.Start = at
		}
		switch t.Kind {
		case Integer, Real, Name, Literal, Hex:
			continue
		case Word:
			op := t.Text
			switch string(op) {
			case "true", "false", "null":
				continue
			case "BI":
				o.readImage()
				o.Operands, o.End = l.Tokens, l.Pos
				return endImage
			}
			o.Operands, o.End = l.Tokens[:kept], l.Pos
			return op
		}
		v := *t
		l.Tokens = l.Tokens[:kept]
		switch v.Kind {
		case End:
			o.Operands = nil
			return nil
		case OpenArray, OpenDict, Broken:
			if !l.value(&v, 0) {
				l.Tokens, l.Pos = l.Tokens[:kept], at+1 // its bracket is taken for noise
				o.open++
				if o.broken < 0 {
					o.broken = at
				}
			}
		}
	}
}

func opens(c byte) bool { return c == '(' || c == '<' || c == '[' }

var endImage = []byte("EI")

// readImage passes over an inline image from behind BI to behind EI and leaves its dictionary as the operands.
func (o *Operators) readImage() {
	l := &o.l
	l.Tokens = l.Tokens[:0]
	begin, ended, bare := l.Pos, false, false // bare: by a key without a value
	for {
		l.Space()
		if l.Pos < len(l.Data) && class[l.Data[l.Pos]] == delimiter && l.Data[l.Pos] != '/' {
			l.Pos++ // noise; if it opens something, what that holds is read for what it is
			continue
		}
		t := l.Next()
		if ended = t.Kind == End; ended || t.Is("ID") {
			break
		}
		if t.Kind != Name {
			continue
		}
		kept := len(l.Tokens)
		l.push(&t)
		v := l.Next()
		bare = v.Kind == End
		if !l.value(&v, 0) && l.Pos < len(l.Data) {
			// where the content breaks off, what there is of it tells the filter
			l.Tokens = l.Tokens[:kept]
		}
	}
	if n, ok := rawLength(l.Tokens); o.More && ok && n+lookAhead > len(l.Data)-l.Pos {
		l.Pos, l.ran = len(l.Data), true // its length is known, and there are more data to come, or its EI
		return
	}
	from := l.Pos
	l.Pos = imageEnd(l.Data, l.Pos, l.Tokens)
	o.image.note(l.Tokens, len(l.Data)-from-1, l.Pos == len(l.Data) && (ended || !bytes.HasSuffix(l.Data, endImage)))
	if ended {
		o.image.headless(l.Data[begin:], bare)
	}
}

// imageEnd finds the position behind the EI of an image whose data begins one blank behind from. Data without a
// filter has a known length; else EI must stand alone and be followed by what looks like content, for compressed
// bytes hold " EI " by chance.
func imageEnd(data []byte, from int, dict []Token) int {
	at := from
	if at < len(data) && class[data[at]] == blank {
		at++
	}
	if n, ok := rawLength(dict); ok && n <= len(data)-at {
		l := Lexer{Data: data, Pos: at + n}
		if l.Space(); l.Accept("EI") && (l.Pos == len(data) || class[data[l.Pos]] > numeric) {
			return l.Pos
		}
	}
	for {
		i := bytes.Index(data[min(at, len(data)):], endImage)
		if i < 0 {
			return len(data)
		}
		i += at
		end := i + 2
		before := i == from || class[data[i-1]] == blank
		after := end == len(data) || class[data[end]] > numeric
		if before && after && looksLikeContent(data[end:min(end+24, len(data))]) {
			return end
		}
		at = i + 1
	}
}

// rawLength is the length of an inline image's data when it has no filter (ISO 32000-1, 8.9.7).
func rawLength(dict []Token) (int, bool) {
	var w, h, bits, colours float64 = -1, -1, -1, 1
	for i := 0; i+1 < len(dict); i++ {
		if dict[i].Kind != Name {
			continue
		}
		value := dict[i+1]
		switch string(dict[i].Text) {
		case "F", "Filter":
			return 0, false
		case "W", "Width":
			w = value.Number
		case "H", "Height":
			h = value.Number
		case "BPC", "BitsPerComponent":
			bits = value.Number
		case "IM", "ImageMask":
			if value.Is("true") {
				bits, colours = 1, 1
			}
		case "CS", "ColorSpace":
			switch string(value.Text) {
			case "RGB", "DeviceRGB":
				colours = 3
			case "CMYK", "DeviceCMYK":
				colours = 4
			}
		}
	}
	if w < 0 || h < 0 || w > 1<<20 || h > 1<<20 || bits < 1 || bits > 16 {
		return 0, false
	}
	return (int(w)*int(colours)*int(bits) + 7) / 8 * int(h), true
}

// lookAhead: bytes behind an operator that may change what it is, those that imageEnd looks at.
const lookAhead = 32

func looksLikeContent(b []byte) bool {
	for _, c := range b {
		if c >= 0x7F || c < ' ' && class[c] != blank {
			return false
		}
	}
	return true
}
