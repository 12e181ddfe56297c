// Package akn writes a report in Akoma Ntoso (OASIS Akoma Ntoso 1.0, 2018), as the United Nations use it (AKN4UN): a
// collection of documents, of which sessions are reports of debates and statements are statements; and it writes what
// bibliographies take of the statements, BibTeX and CSL-JSON.
//
// From an Edition, the blocks that the PDF is typeset from, into bytes. Numbers, references and fixed words are those
// of the blocks, and elements have the ids that places have in the PDF. What lists others (contents, index) and what
// opens them (cover, half-titles, dividers) has no words of its own and is left out; an original is referred to where
// it stands in the PDF.
package akn
