package unit

import (
	"hash/maphash"
	"sync"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/fonts/received"
	"rapporteur/sources/pdf"
)

// Programs are what was read of the fonts of a report's originals, their programs and the maps of their codes, each
// once for all who ask: whoever makes a unit, and whoever judges it. A conference hands in a hundred files with the
// same letterhead. It may be used from several goroutines. The zero value has nothing yet; nil reads each anew.
type Programs struct {
	mu   sync.Mutex
	seed maphash.Seed
	read map[fontData]any
	data map[fontData][]byte // that were decoded when they were looked at, and that nobody has read
	held int                 // bytes that what is kept was read from
}

// fontData is the data of a stream that belongs to a font, how it is packed, and what it is read as.
type fontData struct {
	sum    uint64
	length int
	filter string
	as     any
}

const (
	// maxFontProgram bounds a decoded font program.
	maxFontProgram = 64 << 20
	// mostHeld is from how many bytes on all that was kept is forgotten.
	mostHeld = 24 << 20
)

// ReadOnce reads the stream of a font as something, at most max bytes of it, unless an equal one was read so before. as
// tells apart what a stream can be read as. read gets the decoded data, and why there are no more of them; what it
// gives is shared, and changed by nobody.
func ReadOnce[T any](ps *Programs, doc *pdf.Document, s *types.StreamDict, as any, max int,
	read func(data []byte, short error) T) T {
	key, ok := ps.key(doc, s)
	if !ok {
		return read(doc.Decode(*s, max))
	}
	key.as = as
	ps.mu.Lock()
	known, ok := ps.read[key].(T)
	ps.mu.Unlock()
	if ok {
		return known
	}
	data, short := ps.taken(key), error(nil)
	fresh := data == nil
	if fresh || len(data) > max {
		data, short = doc.Decode(*s, max)
	}
	out := read(data, short)
	ps.mu.Lock()
	defer ps.mu.Unlock()
	if fresh {
		ps.keeps(len(data))
	}
	ps.read[key] = out
	return out
}

// key is what data are known by; false where nothing of them is kept.
func (ps *Programs) key(doc *pdf.Document, s *types.StreamDict) (fontData, bool) {
	filter := doc.Name(s.Dict["Filter"])
	if ps == nil || len(s.Raw) == 0 || s.Dict["DecodeParms"] != nil || filter == "" && s.Dict["Filter"] != nil {
		return fontData{}, false
	}
	ps.mu.Lock()
	if ps.read == nil {
		ps.read, ps.data, ps.seed = map[fontData]any{}, map[fontData][]byte{}, maphash.MakeSeed()
	}
	ps.mu.Unlock()
	return fontData{sum: maphash.Bytes(ps.seed, s.Raw), length: len(s.Raw), filter: filter}, true
}

// keeps makes room for so many bytes: memory goes by the largest original.
func (ps *Programs) keeps(n int) {
	if ps.held += n; ps.held > mostHeld {
		clear(ps.read)
		clear(ps.data)
		ps.held = n
	}
}

// lists notes that so many texts were listed of what is kept: a line of a file may map all codes there are.
func (ps *Programs) lists(texts int) {
	const each = 64 // bytes that one takes, about
	if ps != nil {
		ps.mu.Lock()
		defer ps.mu.Unlock()
		ps.keeps(each * texts)
	}
}

// hold keeps the decoded data of a font's stream, which are sound, for whoever reads it first; nil keeps nothing.
func (ps *Programs) hold(doc *pdf.Document, s *types.StreamDict, data []byte) {
	if key, ok := ps.key(doc, s); ok && len(data) > 0 && len(data) <= mostHeld {
		ps.mu.Lock()
		defer ps.mu.Unlock()
		ps.keeps(len(data))
		ps.data[key] = data
	}
}

// taken gives the decoded data that are held, once; nil where there are none.
func (ps *Programs) taken(key fontData) []byte {
	key.as = nil
	ps.mu.Lock()
	defer ps.mu.Unlock()
	data := ps.data[key]
	delete(ps.data, key)
	return data
}

type readProgram struct {
	program *received.Program
	err     error
}

// Open reads the program in a stream. The error says that it is damaged; what could be read of it is there still.
func (ps *Programs) Open(doc *pdf.Document, s *types.StreamDict, form received.Form) (*received.Program, error) {
	r := ReadOnce(ps, doc, s, form, maxFontProgram, func(data []byte, short error) readProgram {
		p, err := received.Open(data, form)
		if short != nil {
			err = short
		}
		return readProgram{p, err}
	})
	return r.program, r.err
}

// program reads the font program that stands under the first of some keys of a descriptor that has one, as far as it
// can be read; one without anything where there is none.
func (s *source) program(descriptor types.Dict, keys ...string) *received.Program {
	for _, key := range keys {
		if v, ok := s.doc.Stream(descriptor[key]); ok {
			form, _ := received.FormOf(key, s.doc.Name(v.Dict["Subtype"]))
			p, _ := s.options.Programs.Open(s.doc, v, form)
			return p
		}
	}
	return &received.Program{}
}
