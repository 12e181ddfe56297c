// Package diag holds what the editor can mend: a diagnostic has a stable code, a place, and a message with a hint in
// the editor's language.
//
// From the passes, which add what they find to a Bag, into the sorted list that the command line prints and the ledger
// keeps. The words of every code lie in messages/*.yaml, one block per code. What is ours or the machine's failure is
// an error, and not this package's task.
package diag

import (
	"cmp"
	"strconv"
)

// Severity says what a diagnostic does to the build.
type Severity int

// A Note informs, a Warning fails a strict build, an Error fails every build.
const (
	Note Severity = iota
	Warning
	Error
)

// String gives the severity's stable name, as the ledger writes it.
func (s Severity) String() string {
	switch s {
	case Note:
		return "note"
	case Warning:
		return "warning"
	}
	return "error"
}

// Pos is a place in one of the user's files. File is written with `/`, below the manifest's folder. Lines and columns
// count from 1, columns in characters; 0 is unknown. A word processor's file has no lines: there Line is the number of
// the paragraph, and Near its first words.
type Pos struct {
	File         string
	Line, Column int
	Near         string
}

// String gives file:line:column, as far as each is known.
func (p Pos) String() string {
	s := p.File
	if p.Line > 0 {
		s += ":" + strconv.Itoa(p.Line)
		if p.Column > 0 {
			s += ":" + strconv.Itoa(p.Column)
		}
	}
	return s
}

// IsZero reports whether nothing is known of the place.
func (p Pos) IsZero() bool { return p == Pos{} }

// Args are the values of a message's {name} placeholders.
type Args map[string]string

// Diagnostic is one finding.
type Diagnostic struct {
	Code     string
	Severity Severity
	Pos      Pos
	Item     string // id of the report's item that it concerns, "" for none
	Args     Args
	Advice   string // the code whose hint it has, "" its own
	Count    int    // of findings alike that it stands for, being their first (Group); 0 where it is one

	script string // of all characters that it stands for, where it is about characters
}

// Message says in lang what is wrong; in English where lang has no words for the code.
func (d Diagnostic) Message(lang string) string {
	if d.Count > 1 {
		return d.grouped(lang)
	}
	e := entryFor(lang, d.Code)
	return fill(e.message(d.Args), e.translated(d.Args))
}

// Hint says in lang how to mend it; "" where there is nothing to add.
func (d Diagnostic) Hint(lang string) string {
	return fill(entryFor(lang, cmp.Or(d.Advice, d.Code)).Hint.fitting(d.Args), d.Args)
}
