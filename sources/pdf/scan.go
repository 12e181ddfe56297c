package pdf

import (
	"bytes"
	"context"
	"errors"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf/lex"
)

// scanner reads a file without its cross-reference table: every "n g obj" in the order of the file, the later of two
// with the same number holds, object streams stand where their stream stands.
type scanner struct {
	data    []byte
	doc     *Document
	found   []indirect // in order of the file
	order   []int      // numbers of the objects in that order, those in object streams where their stream stands
	wrong   int        // streams whose Length was wrong
	lost    int        // objects that could not be parsed
	odd     int        // objects in which something was passed over
	unended [2]int     // streams without endstream, objects without endobj

	broken int // bytes spent on those
}

// scan reads data by its objects. The document has no pages yet.
func scan(ctx context.Context, data []byte, passwords []string) (*Document, error) {
	s := &scanner{data: data, doc: &Document{data: data, objects: map[int]types.Object{}}}
	if err := s.sweep(ctx); err != nil {
		return nil, err
	}
	if len(s.found) == 0 {
		return nil, fault(Damaged, "no objects found")
	}
	d := s.doc
	for _, in := range s.found {
		d.objects[in.Number] = in.Object
	}
	s.lengths()
	trailers := s.trailers()
	c, encryptAt, err := s.unlock(trailers, passwords)
	if err != nil {
		return nil, err
	}
	if c != nil {
		d.encrypted, d.keyless = true, c.key == nil
		for i := range s.found {
			in := &s.found[i]
			if in.Number == encryptAt {
				continue
			}
			if st, ok := in.Object.(types.StreamDict); ok {
				st.Raw = c.stream(st, in.Number, in.Generation)
				st.Dict["Length"] = types.Integer(len(st.Raw))
				in.Object = st
			}
			in.Object = c.object(in.Object, in.Number, in.Generation)
		}
		if c.lenient {
			d.mended(encryptionMended)
		}
	}
	if err := s.place(ctx); err != nil {
		return nil, err
	}
	d.order = s.order
	s.root(trailers)
	s.survey(d)
	return d, nil
}

// sweep finds the objects. It steps over the data of a stream whose direct Length leads to endstream, so that a PDF
// inside a PDF is not taken apart.
func (s *scanner) sweep(ctx context.Context) error {
	data, pos := s.data, 0
	for {
		i := bytes.Index(data[pos:], []byte("obj"))
		if i < 0 {
			return nil
		}
		at := pos + i
		pos = at + 3
		n, g, ok := s.before(at)
		if !ok {
			continue
		}
		if len(s.found)&0xFF == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if len(s.found) >= maxObjects {
			return fault(TooLarge, "too many objects")
		}
		in := indirect{Number: n, Generation: g}
		p := newParser(data, pos)
		err, stopped := p.body(&in), p.Pos
		if err == nil && p.Passed {
			s.odd++
		}
		p.free()
		if err != nil {
			// The parser stops at the next keyword, but an unclosed string runs to the end of the file each time.
			s.lost++
			if s.broken += stopped - pos; s.broken > maxBrokenBytes {
				return fault(TooLarge, "too many broken objects")
			}
			continue
		}
		st, is := in.Object.(types.StreamDict)
		if is {
			in.Object, pos = s.extent(st)
		} else {
			pos = max(pos, in.End)
		}
		s.note(pos, is)
		s.found = append(s.found, in)
	}
}

// note counts the keywords that are missing at the end of an object.
func (s *scanner) note(at int, stream bool) {
	endstream, endobj := ending(s.data, at, stream)
	if !endstream {
		s.unended[0]++
	}
	if !endobj {
		s.unended[1]++
	}
}

// before reads the two numbers in front of the keyword obj at position at.
func (s *scanner) before(at int) (number, generation int, ok bool) {
	data := s.data
	back := func(i int) (n, from int, ok bool) {
		end := i
		for end > 0 && lex.Blank(data[end-1]) {
			end--
		}
		from = end
		for from > 0 && end-from < 10 && data[from-1] >= '0' && data[from-1] <= '9' {
			from--
		}
		for _, c := range data[from:end] {
			n = n*10 + int(c-'0')
		}
		return n, from, from < end
	}
	g, i, ok := back(at)
	if !ok || i == 0 || !lex.Blank(data[i-1]) {
		return 0, 0, false
	}
	n, _, ok := back(i)
	return n, g, ok && n > 0 && n <= maxNumber && g <= maxGeneration
}

// extent gives the stream its bytes: by its Length if that leads to endstream, else up to the next endstream. An
// indirect Length is looked at when all objects are known.
func (s *scanner) extent(st types.StreamDict) (types.StreamDict, int) {
	from := int(st.StreamOffset)
	if n, ok := st.Dict["Length"].(types.Integer); ok && s.ends(from, int(n)) {
		st.Raw = s.data[from : from+int(n) : from+int(n)]
		return st, from + int(n)
	}
	if RefNumber(st.Dict["Length"]) == 0 {
		s.wrong++
	}
	end := endOfStream(s.data, from)
	st.Raw = s.data[from:end:end]
	return st, end
}

// ends reports whether a stream of n bytes from there is followed by endstream.
func (s *scanner) ends(from, n int) bool { return endsAt(s.data, from, n) }

func endsAt(data []byte, from, n int) bool {
	if n < 0 || from < 0 || n > len(data)-from {
		return false
	}
	l := lex.Lexer{Data: data, Pos: from + n}
	limit := min(len(data), l.Pos+maxBlanks)
	for l.Pos < limit && lex.Blank(data[l.Pos]) {
		l.Pos++
	}
	return l.Accept("endstream") || l.Accept("endobj")
}

// endOfStream is where the data ends that begins at from: before the line end before endstream or endobj, whichever
// is nearer, or at the end of the file. Where endstream is misspelled, the next one is another stream's; where it is a
// word of the content, it begins no line, and no endobj follows.
func endOfStream(data []byte, from int) int {
	end := len(data)
	for _, word := range []string{"endstream", "endobj"} {
		if i := keyword(data[from:end], word, true); i >= 0 {
			end = from + i
		}
	}
	if end == len(data) {
		for _, word := range []string{"endstream", "endobj"} {
			if i := keyword(data[from:end], word, false); i >= 0 {
				end = from + i
			}
		}
	}
	if end > from && data[end-1] == '\n' {
		end--
	}
	if end > from && data[end-1] == '\r' {
		end--
	}
	return end
}

// inContent reports whether the keyword that ends a stream at a place is a word of its content: it begins no line, and
// no endobj follows.
func inContent(data []byte, at int) bool {
	for at < len(data) && lex.Blank(data[at]) {
		at++
	}
	const word = "endstream"
	if !bytes.HasPrefix(data[at:], []byte(word)) || at == 0 || data[at-1] == '\n' || data[at-1] == '\r' {
		return false
	}
	behind := bytes.TrimLeft(data[at+len(word):min(len(data), at+len(word)+maxBlanks)], "\r\n\t ")
	return !bytes.HasPrefix(behind, []byte("endobj"))
}

// keyword finds where a keyword stands in data, -1 where nowhere. strict passes over those that neither begin a line
// nor have endobj behind them.
func keyword(data []byte, word string, strict bool) int {
	for from := 0; ; {
		i := bytes.Index(data[from:], []byte(word))
		if i < 0 {
			return -1
		}
		at := from + i
		behind := bytes.TrimLeft(data[at+len(word):min(len(data), at+len(word)+maxBlanks)], "\r\n\t ")
		if !strict || at == 0 || data[at-1] == '\n' || data[at-1] == '\r' || bytes.HasPrefix(behind, []byte("endobj")) {
			return at
		}
		from = at + len(word)
	}
}

// lengths settles the streams with an indirect Length and writes the true length into every stream.
func (s *scanner) lengths() {
	d := s.doc
	for i := range s.found {
		st, ok := s.found[i].Object.(types.StreamDict)
		if !ok {
			continue
		}
		if RefNumber(st.Dict["Length"]) > 0 {
			from := int(st.StreamOffset)
			if n, ok := d.Int(st.Dict["Length"]); ok && s.ends(from, n) {
				st.Raw = s.data[from : from+n : from+n]
			} else {
				s.wrong++
			}
		}
		st.Dict["Length"] = types.Integer(len(st.Raw))
		s.found[i].Object = st
		d.objects[s.found[i].Number] = st
	}
}

// place numbers the objects, those in object streams included.
func (s *scanner) place(ctx context.Context) error {
	d := s.doc
	d.objects = make(map[int]types.Object, len(s.found))
	left := maxObjectStreams
	for _, in := range s.found {
		st, ok := in.Object.(types.StreamDict)
		if !ok || d.Name(st.Dict["Type"]) != "ObjStm" {
			d.objects[in.Number] = in.Object
			s.order = append(s.order, in.Number)
			continue
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		b, err := d.Decode(st, min(maxDecoded, left))
		if errors.Is(err, ErrTooLong) {
			return fault(TooLarge, "object streams decode to too many bytes")
		}
		left -= len(b)
		n, _ := d.Int(st.Dict["N"])
		head, _ := d.Int(st.Dict["First"])
		for _, e := range objectStream(b, n, head) {
			if o, _, err := ParseObject(b[:e.end], e.from); err == nil {
				d.objects[e.number] = o
				s.order = append(s.order, e.number)
			}
		}
		if len(d.objects) > maxObjects {
			return fault(TooLarge, "too many objects")
		}
	}
	return nil
}
