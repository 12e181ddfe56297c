// Package unit makes the object files of a report: a run, typeset or received, ends in one value of one shape, a Unit.
//
// From what paint made of a run (Typeset), or from an original that was opened and the pages of it that are taken
// (Original), into encoded objects with symbolic patches where the report's own numbers will stand, beside them the
// pages, anchors, links, outline, structure, layers, glyphs by font, and what was found on the way. A unit is plain
// data: it encodes and decodes (encode.go), prints (dump.go), and has a key (key.go). It knows no page number of the
// report, no object number, no neighbour, and no line of the manifest, so that one is as good in another report.
//
// Not its task: numbering, patching and writing (report/assembly), and saying in words what was found (report).
package unit
