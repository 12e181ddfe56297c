package conformance

// fontRules are about fonts and their programs.
var fontRules = []Rule{
	{Name: "font-not-embedded", UA: "7.21.4.1-1", A: "6.2.11.4.1-1", Words: "conformance-font-not-embedded"},
	{Name: "font-dictionary", A: "6.2.11.2-1", Words: "conformance-font-damaged"},
	{Name: "cid-system", UA: "7.21.3.1-1", A: "6.2.11.3.1-1", Words: "conformance-font-damaged"},
	{Name: "cidtogidmap", UA: "7.21.3.2-1", A: "6.2.11.3.2-1", Words: "conformance-font-damaged"},
	{Name: "cmap-unknown", UA: Ours + "7.21.3.3-1", A: Ours + "6.2.11.3.3-1", Words: "conformance-font-unknown"},
	{Name: "cmap-mode", UA: "7.21.3.3-2", A: "6.2.11.3.3-2", Words: "conformance-font-damaged"},
	{Name: "cid-large", A: "6.1.13-10", Words: "conformance-font-damaged"},
	{Name: "charset", UA: "7.21.4.2-1", A: "6.2.11.4.2-1", Words: "conformance-font-damaged"},
	{Name: "cidset", UA: "7.21.4.2-2", A: "6.2.11.4.2-2", Words: "conformance-font-damaged"},
	{Name: "truetype-maps", UA: "7.21.6-1", A: "6.2.11.6-1", Words: "conformance-font-damaged"},
	{Name: "truetype-encoding", UA: "7.21.6-2", A: "6.2.11.6-2", Words: "conformance-font-damaged"},
	{Name: "truetype-symbolic-encoding", UA: "7.21.6-3", A: "6.2.11.6-3", Words: "conformance-font-damaged"},
	{Name: "truetype-symbolic-maps", UA: "7.21.6-4", A: "6.2.11.6-4", Words: "conformance-font-damaged"},
}

// textRules are about the glyphs that text is set in, and what they stand for.
var textRules = []Rule{
	{Name: "glyph-missing", UA: "7.21.4.1-2", A: "6.2.11.4.1-2", Words: "conformance-glyph-missing"},
	{Name: "notdef", UA: "7.21.8-1", A: "6.2.11.8-1", Words: "conformance-glyph-missing"},
	{Name: "glyph-width", UA: "7.21.5-1", A: "6.2.11.5-1", Words: "conformance-font-damaged"},
	{Name: "glyph-without-text", UA: "7.21.7-1", A: "6.2.11.7.2-1", At: A3U, Words: "conformance-glyph-without-text"},
	{Name: "glyph-unfit-text", UA: "7.21.7-2", A: "6.2.11.7.2-2", At: A3U, Words: "conformance-glyph-without-text"},
	{Name: "glyph-says-nothing", UA: Ours + "7.21.7", A: Ours + "6.2.11.7.2", At: A3U,
		Words: "conformance-glyph-without-text"},
	{Name: "private-character", A: "6.2.11.7.3-1", At: A3A, Words: "conformance-private-character"},
}
