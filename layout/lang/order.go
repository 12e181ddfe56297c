package lang

import (
	"bytes"
	"sort"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// Order sorts names as the language does. It is not safe for concurrent use.
type Order struct {
	collator *collate.Collator
	buffer   collate.Buffer
	arabic   bool
}

// Order makes an order of names in this language.
func (l *Language) Order() *Order {
	return &Order{collator: collate.New(language.Make(l.Collation)), arabic: l.Code == "ar"}
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
		if o.arabic {
			e.key = bytes.Clone(o.collator.KeyFromString(&o.buffer, arabicKey(name)))
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

// arabicKey drops the article, marks and tatweel and folds the forms of alef and hamza: the collation data takes them for letters of their own.
func arabicKey(name string) string {
	words := strings.Fields(name)
	for i, w := range words {
		words[i] = strings.TrimPrefix(w, "ال")
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 0x64B && r <= 0x65F, r == 0x640, r == 0x670:
			return -1
		case r == 'أ', r == 'إ', r == 'آ', r == 'ٱ':
			return 'ا'
		case r == 'ؤ':
			return 'و'
		case r == 'ئ':
			return 'ي'
		}
		return r
	}, strings.Join(words, " "))
}
