package pdf

import (
	"bytes"
	"slices"

	"rapporteur/sources/pdf/lex"
)

// The words of Repaired: what is wrong in a file and was mended when it was read.
const (
	encryptionMended = "encryption"     // the encryption dictionary was incomplete
	endobjMissing    = "endobj"         // an object is not ended
	endstreamMissing = "endstream"      // a stream is not ended
	headerMissing    = "header-missing" // no header, where a PDF begins
	headerMoved      = "header"         // bytes stand before it
	indexWrong       = "index"          // the cross-reference table or stream is gone, or leads astray
	misspelled       = "syntax"         // what has no place in an object was passed over
	objectsLost      = "objects"        // some objects do not parse
	packedWrong      = "packed"         // objects or the index that are packed do not match their sum
	tailLong         = "tail"           // bytes stand behind its end
	treeGone         = "page-tree-gone" // there was none, or it led to no page: the pages were gathered
	treeWrong        = "page-tree"      // a loop, a missing kid, a Count that lies
	lengthWrong      = "stream-length"  // a stream is not as long as it says
	catalogSearched  = "trailer"        // no trailer leads to the catalog: it was searched
	versionUnknown   = "version"        // the header names a version that does not exist
)

// Repaired lists what had to be mended before the file could be read, as stable short words in alphabetical order: the
// constants above. It is empty for a sound file.
func (d *Document) Repaired() []string { return d.repaired }

// mended records repairs.
func (d *Document) mended(words ...string) {
	for _, word := range words {
		if i, ok := slices.BinarySearch(d.repaired, word); !ok {
			d.repaired = slices.Insert(d.repaired, i, word)
		}
	}
}

// flawed is a reading by the table that something in the file stands against: words say what, first is the first that
// was met.
type flawed struct {
	words []string
	first error
}

// Error implements error.
func (f *flawed) Error() string { return f.first.Error() }

// Unwrap gives the first flaw.
func (f *flawed) Unwrap() error { return f.first }

// add notes a flaw.
func (f *flawed) add(word string, err error) {
	if f.first == nil {
		f.first = err
	}
	if !slices.Contains(f.words, word) {
		f.words = append(f.words, word)
	}
}

// survey says what is wrong with the objects of a file whose table cannot be read, as far as a scan sees it. It is
// asked where another reader, which does not tell what it mends, has read the file.
func (s *scanner) survey(d *Document) {
	for word, is := range map[string]bool{
		lengthWrong: s.wrong > 0, objectsLost: s.lost > 0, misspelled: s.odd > 0,
		endstreamMissing: s.unended[0] > 0, endobjMissing: s.unended[1] > 0,
	} {
		if is {
			d.mended(word)
		}
	}
}

// ending reads what stands behind an object, or behind the data of a stream: whether endstream and endobj are where
// they should be.
func ending(data []byte, at int, stream bool) (endstream, endobj bool) {
	l := lex.Lexer{Data: data, Pos: at}
	blanks := func() {
		for limit := min(len(data), l.Pos+maxBlanks); l.Pos < limit && lex.Blank(data[l.Pos]); l.Pos++ {
		}
	}
	endstream = true
	if stream {
		blanks()
		endstream = l.Accept("endstream")
	}
	if blanks(); l.Pos < len(data) && data[l.Pos] == '%' {
		l.Space()
	}
	return endstream, bytes.HasPrefix(data[l.Pos:], []byte("endobj"))
}
