package mutation

import (
	"bytes"
	"math/rand/v2"
	"regexp"
	"strings"
)

// oddWords are what texts seldom hold.
var oddWords = []string{"", " ", "\x00", "\x07", "\xff\xfe", "\u202e", "\ufeff", "\u2028", "\U0001F600",
	"a\u0301\u0302\u0303", "\u200d\u200c", "\uE000", "\uFFFD", "نص", "文本", "&#0;", "{{", "[@", "[^", "|",
	"\\", "`", "~~~", ":::", "<!--",
	strings.Repeat("é", 600), strings.Repeat("word ", 2000), strings.Repeat("x", 5000)}

// marks are what manifests, Markdown and tables give a meaning to.
var marks = regexp.MustCompile(`[-\[\]{}():#*_|"'>!,;&@^\x60~=\n\t ]`)

// textFile are the ways to damage a text that a person writes: a manifest, Markdown, a table.
var textFile = []way{
	instead("a mark is gone", marks, func(*rand.Rand, []byte, []byte) []byte { return nil }),
	instead("a mark is another", marks, func(r *rand.Rand, b, _ []byte) []byte {
		from, to, _ := hole(r, marks, b)
		return b[from:to]
	}),
	instead("a mark without end", marks, func(r *rand.Rand, _, old []byte) []byte {
		return bytes.Repeat(old, 2+r.IntN(3000))
	}),
	instead("a word is odd", regexp.MustCompile(`[\pL\pN]+`), func(r *rand.Rand, _, _ []byte) []byte {
		return []byte(one(r, oddWords))
	}),
	instead("a word is another", regexp.MustCompile(`[\pL\pN]+`), func(r *rand.Rand, b, _ []byte) []byte {
		from, to, _ := hole(r, regexp.MustCompile(`[\pL\pN.-]+`), b)
		return b[from:to]
	}),
	instead("a number is odd", regexp.MustCompile(`\d+`), func(r *rand.Rand, _, _ []byte) []byte {
		return []byte(one(r, oddNumbers))
	}),
	instead("a line is gone", regexp.MustCompile(`(?m)^.*\n`), func(*rand.Rand, []byte, []byte) []byte { return nil }),
	instead("a line stands elsewhere", regexp.MustCompile(`(?m)^()`), func(r *rand.Rand, b, _ []byte) []byte {
		from, to, _ := hole(r, regexp.MustCompile(`(?m)^.*\n?`), b)
		return b[from:to]
	}),
	instead("a line is moved in or out", regexp.MustCompile(`(?m)^( *)`), func(r *rand.Rand, _, _ []byte) []byte {
		return []byte(strings.Repeat(" ", r.IntN(12)))
	}),
	instead("text in nests", regexp.MustCompile(`[\pL\pN]+`), func(r *rand.Rand, _, old []byte) []byte {
		pair := one(r, [][2]string{{"[", "]"}, {"[a](", ")"}, {"*", "*"}, {"> ", "\n"}, {"{a: ", "}"}, {"- ", "\n"},
			{"![", "]("}})
		n := 1 + r.IntN(400)
		return []byte(strings.Repeat(pair[0], n) + string(old) + strings.Repeat(pair[1], n))
	}),
}
