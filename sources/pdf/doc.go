// Package pdf opens a PDF that somebody else made and gives its objects, pages and facts.
//
// From bytes into a Document: pdfcpu's parser reads first, without validation, under lowered limits and a
// recover. What it refuses, skips or misreads (a broken cross-reference table, a header version that never
// existed, a stream whose Length is wrong, an indirect Filter, an encryption dictionary without its filters) is
// read again by a scan of our own, and the Document says what was mended. The object model is pdfcpu's types
// either way: streams keep their bytes as received, decrypted and still encoded, and are slices of the file
// where nothing had to be decrypted; strings are decrypted.
//
// It is not the task of this package to write a PDF, to judge what a report may take over, or to read a whole
// report back: it loads every object of a file.
package pdf
