// Package conformance judges: from the units of a report into how far each, and the report as a whole, is as PDF/UA-1
// (ISO 14289-1) and PDF/A-3 (ISO 19005-3, levels a, u and b) ask, and why no farther.
//
// What it asks for is a table of rules, those of the two standards that what a unit holds can break, and a few that
// validators do not see: tags that belong to another page, glyphs that show nothing, words that say nothing. A unit
// is
// linked by itself in memory and read as a document; what concerns several units is judged over what each of them was
// found to hold.
//
// It mends nothing, and knows nothing of what has been mended. What the linker writes by itself, the catalog, the
// metadata, the report's fonts, is right by construction and not judged here.
package conformance
