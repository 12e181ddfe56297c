package gather

import (
	"bytes"
	"cmp"
	_ "embed"
	"encoding/csv"
	"slices"
	"strings"
	"sync"
)

//go:embed states.csv
var statesCSV []byte

//go:embed bodies.csv
var bodiesCSV []byte

// party is a State or another body that hands in statements.
type party struct {
	key   string
	state bool
	usual string            // its name in the language of the tables' first names
	codes []string          // of ISO 3166-1, or what a body is called for short
	named map[string]string // by language
	names [][]string        // all of its names, as they are compared
}

// nations is the key of the body whose name stands at the head of most documents, whoever speaks.
const nations = "un"

// parties reads the two tables.
var parties = sync.OnceValue(func() (all []*party) {
	for i, data := range [][]byte{statesCSV, bodiesCSV} {
		rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
		if err != nil {
			panic(err) // the files are embedded
		}
		head := rows[0]
		for _, row := range rows[1:] {
			p := &party{key: row[0], state: i == 0, usual: row[2], codes: strings.Fields(row[1]),
				named: map[string]string{}}
			for c := 2; c < len(row)-1; c++ {
				p.named[head[c]] = row[c]
			}
			for _, name := range append(slices.Clone(row[2:len(row)-1]), strings.Split(row[len(row)-1], " | ")...) {
				if f := folded(name); len(f) > 0 {
					p.names = append(p.names, f)
				}
			}
			p.names = append(p.names, folded(p.key))
			all = append(all, p)
		}
	}
	return all
})

// name gives the party's name in a language, or its usual one.
func (p *party) name(lang string) string {
	base, _, _ := strings.Cut(lang, "-")
	return cmp.Or(p.named[base], p.usual)
}

// called reports whether a text is one of the party's names, or its key.
func (p *party) called(text string) bool {
	f := folded(text)
	return slices.ContainsFunc(p.names, func(name []string) bool { return slices.Equal(name, f) })
}

// partyIn finds the party that a text names first, by the longest of its names there; the United Nations only where
// nobody else is named. The first and last words of the name are given by their numbers.
func partyIn(words []string) (found *party, from, to int) {
	for i := 0; i < len(words); i++ {
		p, n := partyAt(words[i:])
		if p == nil {
			continue
		}
		if p.key != nations {
			return p, i, i + n
		}
		if found == nil {
			found, from, to = p, i, i+n
		}
		i += n - 1
	}
	return found, from, to
}

// partyAt finds the party whose name a text begins with, and the number of the name's words.
func partyAt(words []string) (found *party, most int) {
	exact := false // as it is written goes before another case of another name
	for _, p := range parties() {
		for _, name := range p.names {
			if len(name) < max(most, 1) || !begins(words, name) {
				continue
			}
			if literal := slices.Equal(name, words[:len(name)]); len(name) > most || literal && !exact {
				found, most, exact = p, len(name), literal
			}
		}
	}
	return found, most
}

// wholeParty finds the party that a name is of, and of nothing else, as of a folder of what one delegation sent.
func wholeParty(name string) *party {
	words := folded(name)
	if p, n := partyAt(words); n == len(words) {
		return p
	}
	return nil
}

// partyCoded finds the party of a code as file names have it: three or more capital letters, or two that are not a
// language's. What a body is called for short goes before the code of a State: AU is the African Union.
func partyCoded(token string) *party {
	for _, p := range slices.Backward(parties()) {
		if slices.Contains(p.codes, token) {
			return p
		}
	}
	return nil
}
