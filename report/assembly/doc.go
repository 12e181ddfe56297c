// Package assembly is the linker: it joins the runs of a report, typeset and received, into one PDF.
//
// From a Plan (every page, one line each), the painted runs and the originals into the report's bytes and a Report of what was left out. Each run
// arrives as a small PDF with its tables, or as the PDF that a delegation handed in; both are read by sources/pdf, their objects are numbered,
// patched and written as soon as they are known, and forgotten. What belongs to the whole (fonts, structure, outline, names, labels, layers, metadata)
// is gathered as an index and written last. Numbers of pages are given up front, so that anything may point at a page that is not there yet.
//
// Not its task: deciding what stands on which page (report), setting or painting text (layout), judging the result (report/verify).
package assembly
