// Package text turns one paragraph into lines: itemised by script, language and font, shaped glyph by glyph with a
// cache of words, ordered by the bidirectional algorithm, hyphenated, and broken by Knuth and Plass's total fit
// (Software: Practice and Experience 11, 1981).
//
// From Paragraph into []Line. It knows nothing of pages, blocks or PDF.
package text
