package received

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed strings.txt
var stringList string

//go:embed expert.txt
var expertList string

//go:embed expertsubset.txt
var expertSubsetList string

//go:embed macintosh.txt
var macintoshList string

// The names that programs know by number: the strings of CFF, two charsets of it, and the glyphs of the Macintosh.
var (
	standardStrings   = sync.OnceValue(func() []string { return words(stringList) })
	expertNames       = sync.OnceValue(func() []string { return words(expertList) })
	expertSubsetNames = sync.OnceValue(func() []string { return words(expertSubsetList) })
	macintosh         = sync.OnceValue(func() []string { return words(macintoshList) })
)

// words are the names in a list, without its first line, which says what they are.
func words(list string) []string {
	_, list, _ = strings.Cut(list, "\n")
	return strings.Fields(list)
}
