package fonts

// Limits on a font that somebody hands us. A font of the field passes them all by far.
const (
	maxFile    = 256 << 20 // bytes; the whole of Noto Serif CJK, every region in one collection, is 140 MB
	maxMembers = 256       // faces of a collection; the fullest of the field has 32
	maxTables  = 128       // tables of a face; OpenType defines about 60

	// maxCovered caps the glyphs that repairing the coverages of one font may list. Tables may share bytes, so that a
	// file of some kilobytes could ask for gigabytes; the embedded fonts list at most some hundred thousand.
	maxCovered = 8 << 20

	// maxNesting caps the depth of the layout tables as parsed, which are trees: ours are 12 deep at most.
	maxNesting = 64

	maxNameLength = 63 // bytes of a PostScript name (OpenType, name table, id 6)
)
