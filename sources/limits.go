package sources

// Caps on what is read. Inputs are hostile until proved otherwise; each cap lies far above what any conference writes.
const (
	maxManifest = 8 << 20  // bytes; a thousand statements with long recommendations stay under one megabyte
	maxText     = 4 << 20  // bytes of one Markdown text: as long as the Bible
	maxOffice   = 64 << 20 // bytes of a word processor's file: pictures make most of it
	maxMedia    = 64 << 20 // bytes of a picture in it
	maxTable    = 16 << 20 // bytes of a table of participants: a row for each of 100,000
	maxAliased  = 100_000  // YAML nodes reached through aliases beyond those written: a "billion laughs" stops here
	maxDepth    = 32       // containers in each other in one Markdown text: quotes in lists in notes
	maxSpan     = 4_000    // bytes of a bracketed span: looking for its end must not grow with the square of a line
	maxDivided  = 50_000   // places where runs of Word are divided between languages: some in each paragraph
	maxMarkers  = 100      // quote and list markers at the head of one line: the parser's work grows with their square
	// bytes that the parser may look through for the ends of links and emphases: some tenths of a second; it looks at
	// so many marks of emphasis in the time that it takes for a byte
	marksAByte  = 20
	maxLooked   = 30 << 20
	maxColumns  = 100     // columns of a table of a text: a page has room for a quarter, and each cell costs memory
	maxEditions = 24      // languages of a report: four times those of the United Nations
	maxRanges   = 10_000  // page ranges of one original
	maxPage     = 1 << 20 // pages of one original: far beyond what the PDF reader opens
	maxPath     = 1024    // bytes of a path; what is longer is a text
	// bytes that the search for a syntax error parses while going backwards: a fifth of a second each two megabytes
	maxBack   = 8 << 20
	maxListed = 2_000 // files of a folder among which the one that was meant is looked for
	maxLinks  = 40    // symbolic links on the way to a file: as many as Linux follows
	maxRepair = 64    // prefixes of the manifest that the search for a syntax error parses in a row
)

// Measures that a page can bear, in thousandths of a point and of a millimetre.
const (
	minSize, maxSize       = 6_000, 24_000
	minLeading, maxLeading = 6_000, 48_000
	minMargin, maxMargin   = 5_000, 100_000
)

// TextSize is the size of text where the manifest gives none, in thousandths of a point.
const TextSize = 10_500

// maxTitle: characters of a title or a name. The longest that a conference ever had fits twice; what is longer is a
// text that stands in the wrong place.
const maxTitle = 500
