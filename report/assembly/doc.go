// Package assembly is the linker: it joins the units of a report into one PDF.
//
// From a Plan (every page, one line each) and the units, in the order of the plan, into the report's bytes and their
// sum. A unit's objects are numbered, its symbols become numbers and names, its streams are written once each, and the
// unit is forgotten. What belongs to the whole (fonts, the trunk of the structure tree, outline, names, labels, layers,
// metadata) is gathered as an index and written last. Numbers of pages are given up front, so that anything may point
// at a page that is not there yet.
//
// Not its task: deciding what stands on which page (report), making units (report/unit), setting or painting text
// (layout), judging the result (report/verify).
package assembly
