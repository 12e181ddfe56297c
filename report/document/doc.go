// Package document holds the meaning of a report: from the manifest as written into the Document. It finds
// delegations, people, ids and references, gives chapters, headings and paragraphs their numbers, and lists the parts
// that the report consists of, in order: the spine, which everything that walks the report walks.
//
// A Document is made once, by Resolve, and then nobody changes it. It owns all that it holds; nothing in it points
// into the manifest. It holds what the manifest says and nothing that is found by opening an original or a picture:
// that is the driver's, which gives it to those who need it beside the document. How things look, and on which page
// they stand, is not known here.
package document
