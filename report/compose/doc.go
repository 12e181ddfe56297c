// Package compose turns a Document into runs of blocks: one part of the report, one file. All numbers but those of
// pages are fixed when it has done; none of its runs knows where it will stand.
//
// It cannot fail: what could be wrong with a manifest was found when the document was resolved. It opens no file:
// pictures, and the sizes of the pages that are taken of originals, are given to it. How blocks become lines and
// pages is layout's.
package compose
