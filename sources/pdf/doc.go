// Package pdf is the room that reads PDF: it opens a file that somebody else made, or a report that is to be verified,
// and gives its objects, pages and facts.
//
// From bytes into a Document. Three readers are asked in turn. Our own (File) goes by the cross-reference table or
// stream, through updates, hybrid files and object streams, and reads objects when they are asked for; it says where
// anything is not as the table has it. pdfcpu's reader is the second opinion then. The scan is last: it takes every
// object that stands in the file. The Document says what was mended. All decrypt with the same code but pdfcpu. The
// object model is pdfcpu's types either way: streams keep their bytes as received, decrypted and still encoded, and are
// slices of the file where nothing had to be decrypted; strings are decrypted.
//
// Package lex below it divides bytes into tokens, for objects and for content alike; package content above it says what
// a page shows. It is not the task of this package to write a PDF, or to judge what a report may take over.
package pdf
