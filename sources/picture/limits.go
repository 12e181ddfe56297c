package picture

// The limits of everything that a hostile file could make large.
const (
	// maxSide and maxPixels: a map of format A0 at 600 dots an inch has 19,900 by 28,100 samples.
	maxSide   = 200_000
	maxPixels = 600_000_000
	// maxDecoded: bytes of a page's samples that are decoded and packed again; they pass row by row.
	maxDecoded = 512 << 20
	// maxDecodedOfFile: those of all pages of a file that are taken, and mostOfByte: as many more for each byte of the
	// file, so that many pages cannot name one bomb, and two hundred scanned pages are no bomb.
	maxDecodedOfFile = 1 << 30
	mostOfByte       = 32
	// maxFrame: bytes of samples that must be held at once: an interlaced PNG, a JPEG within a TIFF.
	maxFrame = 192 << 20
	// maxPages of a TIFF: a scanner's stack of paper has some hundred.
	maxPages = 5_000
	// maxEntries of one directory of a TIFF: a few dozen are common.
	maxEntries = 4_096
	// maxAcross: tiles, or planes, that stand beside each other.
	maxAcross = 1_024
	// maxProfile: bytes of an ICC profile; those of printing presses have two megabytes.
	maxProfile = 8 << 20
	// mostPacked: decoded bytes that an encoded byte can stand for: deflate's limit is 1,032, LZW's some more. A file
	// that claims more samples than its data can hold is refused before they are waited for.
	mostPacked = 1_500
	// slack is added to what is reckoned so.
	slack = 64 << 10
	// asked is after how many rows the context is asked.
	asked = 256
)
