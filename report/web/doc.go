// Package web makes what of a report is read in a browser: the HTML edition, a page for each part, and the publication
// page, which lists all documents.
//
// From an Edition, the runs of blocks that the PDF is typeset from with the places that settling found, into files and
// their bytes. HTML is one more way of showing blocks, beside paper and speech: what is numbered, what a reference
// says and which words are fixed was settled when they were composed, and every place has the id that the PDF gives
// it. Pages need no script, and nothing from elsewhere: they work from a disk as from a server.
//
// Not its task: which files a build makes, and what they are called (report); how paper looks (layout).
package web
