// Package office reads the texts of word processors: Office Open XML (ECMA-376, .docx) and OpenDocument (.odt).
//
// From the bytes of a file into a Document: paragraphs and tables in their order, each paragraph with its number, its
// part (heading, item of a list, quotation) and its runs with how they look. What such a file holds and a report
// cannot print is told, with the words that are lost. What a report makes of it (blocks, levels of headings, checks of
// links and pictures) is not its task, nor is the look of the pages: fonts, colours, margins, headers.
package office
