package states

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

// Party is a State or another body that hands in statements.
type Party struct {
	Key   string
	Usual string            // its name in the language of the tables' first names
	Codes []string          // of ISO 3166-1, or what a body is called for short
	State bool              // not a body
	Named map[string]string // by language
	names [][]string        // all of its names, as they are compared
}

// Nations is the key of the body whose name stands at the head of most documents, whoever speaks.
const Nations = "un"

// All reads the two tables.
var All = sync.OnceValue(func() (all []*Party) {
	for table, data := range [][]byte{statesCSV, bodiesCSV} {
		rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
		if err != nil {
			panic(err) // the files are embedded
		}
		head := rows[0]
		for _, row := range rows[1:] {
			p := &Party{Key: row[0], Usual: row[2], Codes: strings.Fields(row[1]), Named: map[string]string{},
				State: table == 0}
			for i := 2; i < len(row)-1; i++ {
				p.Named[head[i]] = row[i]
			}
			for _, name := range append(slices.Clone(row[2:len(row)-1]), strings.Split(row[len(row)-1], " | ")...) {
				if f := Folded(name); len(f) > 0 {
					p.names = append(p.names, f)
				}
			}
			p.names = append(p.names, Folded(p.Key))
			all = append(all, p)
		}
	}
	return all
})

// Name gives the party's name in a language, or its usual one.
func (p *Party) Name(lang string) string {
	base, _, _ := strings.Cut(lang, "-")
	return cmp.Or(p.Named[base], p.Usual)
}

// Called reports whether a text is one of the party's names, or its key.
func (p *Party) Called(text string) bool {
	f := Folded(text)
	return slices.ContainsFunc(p.names, func(name []string) bool { return slices.Equal(name, f) })
}

// In finds the party that a text names first, by the longest of its names there; the United Nations only where
// nobody else is named. The first and last words of the name are given by their numbers.
func In(words []string) (found *Party, from, to int) {
	for i := 0; i < len(words); i++ {
		p, n := At(words[i:])
		if p == nil {
			continue
		}
		if p.Key != Nations {
			return p, i, i + n
		}
		if found == nil {
			found, from, to = p, i, i+n
		}
		i += n - 1
	}
	return found, from, to
}

// entry is a name of a party in the index.
type entry struct {
	party *Party
	name  []string
}

// index has all names by the roots of their first words: a text is looked through word by word, and each is the first
// word of few names.
var index = sync.OnceValue(func() map[string][]entry {
	by := map[string][]entry{}
	for _, p := range All() {
		for _, name := range p.names {
			r := root(name[0])
			by[r] = append(by[r], entry{p, name})
		}
	}
	return by
})

// At finds the party whose name a text begins with, and the number of the name's words: by the longest name. No name of
// one party is that of another, in whichever case.
func At(words []string) (*Party, int) {
	if len(words) == 0 {
		return nil, 0
	}
	var best entry
	for _, r := range roots(words[0]) {
		for _, e := range index()[r] {
			if len(e.name) > len(best.name) && begins(words, e.name) {
				best = e
			}
		}
	}
	return best.party, len(best.name)
}

// Whole finds the party that a name is of, and of nothing else, as of a folder of what one delegation sent.
func Whole(name string) *Party {
	words := Folded(name)
	if p, n := At(words); n == len(words) {
		return p
	}
	return nil
}

// formal are words of the long forms of States' names.
var formal = strings.Fields(`the of republic kingdom state commonwealth principality grand duchy federal islamic
	la le les l du de d des republique royaume etat principaute republica reino estado el
	республика королевство государство جمهورية مملكة دولة 共 和 国 王`)

// Formal finds the party that a name is of, as the tables have it or in a long form: "Norway (Kingdom of)".
func Formal(name string) *Party {
	if p := Whole(name); p != nil {
		return p
	}
	short := slices.DeleteFunc(Folded(name), func(word string) bool { return slices.Contains(formal, word) })
	if p, n := At(short); n == len(short) {
		return p
	}
	return nil
}

// Coded finds the party of a code as file names have it: three or more capital letters, or two that are not a
// language's. What a body is called for short goes before the code of a State: AU is the African Union.
func Coded(token string) *Party {
	for _, p := range slices.Backward(All()) {
		if slices.Contains(p.Codes, token) {
			return p
		}
	}
	return nil
}
