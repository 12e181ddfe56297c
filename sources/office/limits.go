package office

// Caps on what is read. Files are hostile until proved otherwise; each cap lies far above what any text needs.
const (
	maxEntries = 10_000    // files in an archive
	maxPart    = 64 << 20  // bytes of one part, unpacked: a text of 5,000 pages has a tenth of it
	maxTotal   = 160 << 20 // bytes of all parts that are read
	fairPart   = 4 << 20   // bytes of a part that are unpacked however well they were packed
	maxRatio   = 300       // beyond them: how many times larger a part may be than it is packed; texts reach 40
	maxNesting = 256       // elements in each other: tables in tables need six each
	maxNodes   = 1 << 20   // elements of one paragraph, one table or one part of settings that are kept at once
	maxTables  = 8         // tables in each other
	maxParas   = 200_000   // paragraphs of a text
	maxSpan    = 64        // columns of a table
	maxStyles  = 32        // styles that a style is based on, one on the other
	maxFormula = 4096      // elements of a formula: one with more is printed sign by sign
	maxJoined  = 4096      // bytes of a run that is joined with the next, so that many of them are joined soon
	maxDivided = 50_000    // places where runs are divided between two ways of writing
	maxQuoted  = 200       // characters of words that a finding repeats
	maxNear    = 5         // words by which a finding names its paragraph
	nearLetter = 48        // and the characters that they may have
)
