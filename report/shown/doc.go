// Package shown sums up what a report shows and says, so that two can be compared: the one that was linked and the one
// that is read back.
//
// From objects, as they are given to the writer or as they stand in the file, into the sums of the ledger: of each page
// its contents, resources, measures and annotations, of each run its structure, and of what belongs to the whole its
// outline, names, layers, forms, metadata. A sum is over an object with all that it refers to, in a form that neither
// numbers of objects nor the way in which they are packed have a part in. Not its task: judging what differs (verify).
package shown
