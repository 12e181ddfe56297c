package pdf

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
)

// MaxFile is the most bytes of a file that Open takes: a delegation's original of 512 MB is a mistake, and the bytes
// are held in memory while it is open.
const MaxFile = 512 << 20

// The limits of everything that a hostile file could make large.
const (
	// maxObjects: real originals of 2,000 pages stay below 300,000 objects.
	maxObjects = 2_000_000
	// maxNumber: the highest object number that is believed (ISO 32000-1 annex C names 8,388,607).
	maxNumber = 8_388_607
	// maxGeneration of an object in use.
	maxGeneration = 65535
	// MaxPages: no conference hands in 50,000 pages at once, nor publishes more; each costs a dictionary.
	MaxPages = 50_000
	// maxDepth: nesting of arrays and dictionaries, of page tree, name tree and outline. Deep enough for
	// any producer, shallow enough for the stack.
	maxDepth = 100
	// maxTreeDepth: page trees written as a chain are met in the wild (one node a page); nodes are
	// visited once, so that the depth alone costs stack.
	maxTreeDepth = 2_000
	// maxHops: references to references; real files have one.
	maxHops = 32
	// maxEntries: keys of a name or number tree.
	maxEntries = 500_000
	// maxObjectStreams: decoded bytes of all object streams together when a file is scanned.
	maxObjectStreams = 256 << 20
	// maxDecoded: decoded bytes of one object stream or cross-reference stream.
	maxDecoded = 64 << 20
	// maxContentBytes and maxContentStreams: encoded content of all pages together, a stream counted as often as
	// pages name it. A letterhead that 2,000 pages share stays far below.
	maxContentBytes   = 2 << 30
	maxContentStreams = 2_000_000
	// maxBrokenBytes: bytes that a scan may spend on objects that do not parse; it ends files made to be tried again
	// and again.
	maxBrokenBytes = 1 << 30
	// maxTrailer: a trailer dictionary is a few hundred bytes.
	maxTrailer = 64 << 10
	// maxExtraQ: Q without a q in one page's content; more are noise, and each costs memory.
	maxExtraQ = 1 << 16
	// maxBlanks: between the data of a stream and endstream.
	maxBlanks = 256
	// maxStrings: literal strings of one object that pdfcpu still reads in well under a second.
	maxStrings = 50_000
	// maxFilters: filters on one stream; two are common, more than a few only make a bomb.
	maxFilters = 8
	// maxSecondOpinion: bytes of a file that pdfcpu's reader is asked about. Its work is not bounded by the file's
	// size, and a damaged file beyond this is read by the scan, whose work is.
	maxSecondOpinion = 64 << 20
	// maxObject: bytes of one object that is no stream, in a file on disk. The arrays of a parent tree are the longest.
	maxObject = 16 << 20
	// maxPacked: encoded and decoded bytes of one object stream or cross-reference stream, and of a table.
	maxPacked = 128 << 20
	// cached: decoded bytes of object streams that are kept of a file on disk, so that reading page by page decodes
	// each about once.
	cached = 24 << 20
	// worthKeeping: bytes of an object in one of those that is kept when it was made. Shorter ones are made as fast as
	// found; one of a megabyte that each page names would be made again on each.
	worthKeeping = 1 << 10
	// firstRead: most objects outside object streams are stream dictionaries of a few hundred bytes.
	firstRead = 2 << 10
	// maxPiece: bytes of a stream that are read at a time.
	maxPiece = 256 << 10
	// maxHeld: bytes of a page's content that are held while it is read through. One operator is a few hundred bytes,
	// an inline image rarely a megabyte.
	maxHeld = 32 << 20
	// maxSections of the cross-reference table: a file that was updated has a few.
	maxSections = 100
	// tail: where startxref is looked for, from the end of the file (ISO 32000-1, annex H.3, implementation note 18).
	tail = 1 << 10
)

// readerLimits are the limits handed to pdfcpu's parser.
func readerLimits() model.ResourceLimits {
	l := model.DefaultResourceLimits()
	l.MaxStreamBytes = MaxFile
	l.MaxDecodeBytes = maxDecoded
	l.MaxObjectCount = maxNumber
	l.MaxObjectStreamCount = 200_000
	l.MaxObjectStreamFirst = 4 << 20
	l.MaxXRefEntries = maxNumber
	l.MaxRecursionDepth = maxDepth
	return l
}
