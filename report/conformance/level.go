package conformance

import (
	"fmt"
	"slices"
	"strings"
)

// Levels is a set of levels of conformance.
type Levels uint8

// The levels. Each level of PDF/A-3 holds the ones below it: a the others, u b.
const (
	A3B Levels = 1 << iota
	A3U
	A3A
	UA1

	None Levels = 0
	All         = A3B | A3U | A3A | UA1
)

// names are the levels as the manifest names them and as the standards do, the highest first.
var names = []struct {
	level    Levels
	short    string
	standard string
}{
	{UA1, "ua1", "PDF/UA-1"}, {A3A, "a3a", "PDF/A-3a"}, {A3U, "a3u", "PDF/A-3u"}, {A3B, "a3b", "PDF/A-3b"},
}

// below are the levels that a level holds.
func below(l Levels) Levels {
	switch l {
	case A3A:
		return A3A | A3U | A3B
	case A3U:
		return A3U | A3B
	}
	return l
}

// Parse reads levels as the manifest asks for them, such as ua1+a3a. The error names what is no level.
func Parse(s string) (Levels, error) {
	var all Levels
	for word := range strings.SplitSeq(s, "+") {
		i := slices.IndexFunc(names, func(n struct {
			level    Levels
			short    string
			standard string
		}) bool {
			return n.short == word
		})
		if i < 0 {
			return None, fmt.Errorf("no level is called %q", word)
		}
		all |= below(names[i].level)
	}
	return all, nil
}

// Has reports whether the set has all of other.
func (l Levels) Has(other Levels) bool { return l&other == other }

// Claims names the standards that a file of these levels may name: PDF/UA-1, and of PDF/A-3 the highest level.
func (l Levels) Claims() []string {
	out := []string{}
	for i, n := range names {
		if l.Has(n.level) {
			if out = append(out, n.standard); i > 0 {
				break
			}
		}
	}
	return out
}

// List names all levels of the set, the highest first.
func (l Levels) List() []string {
	out := []string{}
	for _, n := range names {
		if l.Has(n.level) {
			out = append(out, n.standard)
		}
	}
	return out
}

// EachLevel gives the levels one by one, the highest first.
func EachLevel() []Levels { return []Levels{UA1, A3A, A3U, A3B} }
