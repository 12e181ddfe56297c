package lang

import (
	"bytes"
	"sort"
	"strings"
	"unicode"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// Sorting says what collation does not know of a language: a name is first sorted without the article of its words and
// without marks, with letters that count as others replaced by them.
type Sorting struct {
	Article string
	Marks   bool // marks are left out of account
	Alike   map[string]string
}

// Order sorts names as the language does. It is not safe for concurrent use.
type Order struct {
	collator *collate.Collator
	buffer   collate.Buffer
	rules    Sorting
}

// Order makes an order of names in this language; of one that orders its characters by their sounds or by the number of
// their strokes, by these where strokes is set.
func (l *Language) Order(strokes bool) *Order {
	collation := l.Collation
	if strokes && l.Strokes != "" {
		collation = l.Strokes
	}
	return &Order{collator: collate.New(language.Make(collation)), rules: l.Sorting}
}

// Sort sorts n things by the name that key gives, stable; equal names are ordered by their code points.
func (o *Order) Sort(n int, key func(int) string, permute func(order []int)) {
	type entry struct {
		at       int
		key, tie []byte
		name     string
	}
	entries := make([]entry, n)
	for i := range entries {
		name := key(i)
		e := entry{at: i, name: name}
		if !o.rules.none() {
			first := o.rules.key(name)
			e.key = bytes.Clone(o.collator.KeyFromString(&o.buffer, first))
			o.buffer.Reset()
		}
		e.tie = bytes.Clone(o.collator.KeyFromString(&o.buffer, name))
		o.buffer.Reset()
		entries[i] = e
	}
	sort.SliceStable(entries, func(i, j int) bool {
		a, b := entries[i], entries[j]
		if c := bytes.Compare(a.key, b.key); c != 0 {
			return c < 0
		}
		if c := bytes.Compare(a.tie, b.tie); c != 0 {
			return c < 0
		}
		return a.name < b.name
	})
	order := make([]int, n)
	for i, e := range entries {
		order[i] = e.at
	}
	permute(order)
}

func (s Sorting) none() bool { return s.Article == "" && !s.Marks && len(s.Alike) == 0 }

// key is a name as it is sorted first.
func (s Sorting) key(name string) string {
	if s.Article != "" {
		words := strings.Fields(name)
		for i, w := range words {
			words[i] = strings.TrimPrefix(w, s.Article)
		}
		name = strings.Join(words, " ")
	}
	var b strings.Builder
	for _, r := range name {
		if s.Marks && unicode.Is(unicode.Mn, r) {
			continue
		}
		if other, has := s.Alike[string(r)]; has {
			b.WriteString(other)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}
