// Package libreoffice makes PDFs of what office programs wrote, by the LibreOffice that is installed on the machine.
//
// From the bytes of a file into those of a tagged PDF (PDF/UA-1, PDF/A-3b as far as LibreOffice can). Each file is
// handed to a process of its own, with a profile of its own: no macro runs, no link is followed, no address is asked
// for anything, and what takes too long is ended with all that it started. What was made once is kept by the sum of
// what it was made from. Not its task: whether the pages look as the program that wrote the file shows them.
package libreoffice
