// Package gather makes a manifest of what lies in a folder, or adds to one what is new.
//
// From the files that delegations sent, under the names that they gave them, into lines of report.yaml. Whose a file
// is, in which language, which session it belongs to and which text goes with which original is guessed, from file
// names, folders and first pages; what cannot be guessed is a `?` that the editor writes over. Lines that are there
// already stay as they are, byte for byte.
package gather
