// Package pattern has regular expressions that are compiled when they are first needed: from their text into matches.
//
// The program has some two hundred and fifty of them. Compiled before main begins they would take longer than a short
// command does, and a build meets few of the slips that most are for.
package pattern

import (
	"regexp"
	"sync"
)

// Pattern is a regular expression. Its methods are those of regexp.Regexp.
type Pattern struct{ compiled func() *regexp.Regexp }

// Of gives the pattern of an expression. One that cannot be compiled panics at its first use: a test compiles all that
// the program has.
func Of(text string) *Pattern {
	return &Pattern{sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(text) })}
}
