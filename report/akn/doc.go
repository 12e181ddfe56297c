// Package akn writes a report in Akoma Ntoso (OASIS Akoma Ntoso 1.0, 2018), as the United Nations use it
// (AKN4UN, Guidelines for the mark-up of UN normative, parliamentary and judicial documents): a publication, which
// collects documents, of which sessions are records of debates, statements are statements, and recommendations
// deliberative documents.
//
// From an Edition, the blocks that the PDF is typeset from, into bytes. Numbers, references and fixed words are those
// of the blocks, and elements have the ids that places have in the PDF. What lists others (contents, index) and what
// opens them (cover, half-titles, dividers) has no words of its own and is left out; an original is referred to where
// it stands in the PDF.
package akn
