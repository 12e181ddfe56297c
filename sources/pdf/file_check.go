package pdf

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"rapporteur/sources/pdf/lex"
)

// check looks at every object of a file in memory without making any: that it stands where the table says, that a
// stream ends where its Length says, that it lies in its object stream. The error is the context's, a Fault, or all
// that is not so, *flawed; what stands in nobody's way is noted in unended. Objects that do not overlap are passed over
// once: no file can make reading them cost more than its size.
func (f *File) check(ctx context.Context) error {
	left := 2 * int(f.in.size)
	p := parser{Lexer: lex.Lexer{Data: f.in.data, Most: keptTokens, InFile: true}} // a stream's dictionary is shorter
	var flaws flawed
	broken := map[int]bool{} // object streams
	for n, e := range f.entries {
		if n == 0 {
			continue
		}
		if n&0xFF == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		switch e.kind {
		case inStream:
			if broken[int(e.at)] {
				continue
			}
			in, err := f.pack(int(e.at))
			var large *Fault
			switch {
			case errors.As(err, &large):
				return err
			case err != nil:
				broken[int(e.at)] = true
				flaws.add(objectsLost, err)
			case !in.holds(n, int(e.index)):
				flaws.add(indexWrong, fmt.Errorf("object %d is not in object stream %d", n, e.at))
			}
		case atOffset:
			end, word, err := f.checkPlain(&p, n, e)
			if err != nil {
				flaws.add(word, fmt.Errorf("object %d: %w", n, err))
			}
			if left -= max(end-int(e.at), 0); left < 0 {
				flaws.add(indexWrong, errors.New("objects lie within each other"))
				return &flaws
			}
		}
	}
	if flaws.first == nil {
		return nil
	}
	return &flaws
}

// checkPlain passes over object n and gives the position behind it, or behind the stream's dictionary; with an error,
// the word for what is wrong.
func (f *File) checkPlain(p *parser, n int, e entry) (end int, word string, err error) {
	if e.at <= 0 || e.at >= f.in.size {
		return 0, indexWrong, errOutside
	}
	p.Pos, p.Tokens = int(e.at), p.Tokens[:0]
	number, generation, ok := p.head()
	if midNumber(f.in.data, e.at) || !ok || number != n || generation != int(e.index) {
		return 0, indexWrong, errors.New("another stands there, or none")
	}
	p.Passed = false
	if !p.Object() {
		return p.Pos, objectsLost, errSyntax
	}
	if p.Passed && !slices.Contains(f.unended, misspelled) {
		f.unended = append(f.unended, misspelled)
	}
	end = p.Pos
	if p.Tokens[0].Kind != lex.OpenDict || !p.stream() {
		f.checkEnd(end, false)
		return end, "", nil
	}
	length, err := f.checkLength(p.Tokens)
	if err == nil && !endsAt(f.in.data, p.Pos, length) {
		err = fmt.Errorf("no endstream behind the stream's %d bytes", length)
	}
	if err == nil {
		f.checkEnd(p.Pos+length, true)
	}
	return p.Pos, lengthWrong, err
}

// midNumber reports whether an offset leads into the middle of a number: 2 0 obj is a part of 12 0 obj.
func midNumber(data []byte, at int64) bool {
	return at > 0 && at < int64(len(data)) && data[at-1] >= '0' && data[at-1] <= '9'
}

// checkEnd notes where the keywords that end an object are missing: what it holds is known all the same.
func (f *File) checkEnd(at int, stream bool) {
	endstream, endobj := ending(f.in.data, at, stream)
	if !endstream && !slices.Contains(f.unended, endstreamMissing) {
		f.unended = append(f.unended, endstreamMissing)
	}
	if !endobj && !slices.Contains(f.unended, endobjMissing) {
		f.unended = append(f.unended, endobjMissing)
	}
}

// checkLength finds the Length in the tokens of a stream's dictionary.
func (f *File) checkLength(dict []lex.Token) (int, error) {
	depth := 0
	for i, t := range dict[:len(dict)-1] {
		switch t.Kind {
		case lex.OpenDict, lex.OpenArray:
			depth++
		case lex.CloseDict, lex.CloseArray:
			depth--
		case lex.Name:
			if depth != 1 || string(t.Text) != "Length" {
				continue
			}
			switch v := dict[i+1]; v.Kind {
			case lex.Integer:
				return int(v.Number), nil
			case lex.Reference:
				if n, ok := (&Document{source: f.object}).Int(reference(int(v.Number))); ok {
					return n, nil
				}
			}
		}
	}
	return 0, errors.New("the stream has no Length")
}

// unlock finds the key of an encrypted file.
func (f *File) unlock(passwords []string) error {
	o, has := f.trailer["Encrypt"]
	if !has {
		return nil
	}
	d := &Document{source: f.object}
	dict := d.Dict(o)
	if dict == nil {
		return errors.New("the table does not lead to the encryption dictionary")
	}
	var id []byte
	if a := d.Array(f.trailer["ID"]); len(a) > 0 {
		id, _ = d.String(a[0])
	}
	c, err := newCrypt(d, dict, id, passwords)
	if err != nil {
		return err
	}
	c.doc = &Document{} // a stream's filters may lead to the stream: they count as far as they are direct
	f.lock, f.lockAt = c, RefNumber(o)
	return nil
}
