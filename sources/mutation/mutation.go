// Package mutation damages files as mail, disks, careless programs and attackers do, for the tests of report and its
// rooms.
//
// From a seed, a file's name and its bytes into other bytes, the same for the same seed, and the words for what was
// done. The kind of file that the name ends in says which ways there are beside those that meet any file. What becomes
// of a damaged file is what the tests are about.
package mutation

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"path"
	"strings"
)

// way is one way to damage a file. do may write into what it is given; it gives nil where the file has nothing that can
// be damaged so.
type way struct {
	name string
	do   func(r *rand.Rand, data []byte) []byte
}

// Mutate damages a file: mostly once, sometimes up to four times.
func Mutate(seed uint64, name string, data []byte) (mutated []byte, done string) {
	r := rand.New(rand.NewPCG(seed, 2012))
	ways := waysOf(name)
	times := 1
	if r.IntN(4) == 0 {
		times += r.IntN(4)
	}
	mutated = bytes.Clone(data)
	var names []string
	for tries := 0; len(names) < times && tries < 40; tries++ {
		w := ways[r.IntN(len(ways))]
		if other := w.do(r, bytes.Clone(mutated)); other != nil && !bytes.Equal(other, mutated) {
			mutated, names = other, append(names, w.name)
		}
	}
	return mutated, fmt.Sprintf("%s, seed %d: %s", name, seed, strings.Join(names, ", "))
}

// waysOf lists the ways to damage a file of a name.
func waysOf(name string) []way {
	switch strings.ToLower(path.Ext(name)) {
	case ".pdf":
		return append(append([]way{}, anyFile...), pdfFile...)
	case ".docx", ".odt":
		return append(append([]way{}, anyFile...), packedFile...)
	case ".yaml", ".md", ".txt", ".csv":
		return append(append([]way{}, anyFile...), textFile...)
	case ".png", ".jpg", ".tif", ".ttf", ".otf":
		return append(append([]way{}, anyFile...), binaryFile...)
	}
	return anyFile
}

// anyFile are the ways to damage a file that know nothing of it.
var anyFile = []way{
	{"a bit is flipped", func(r *rand.Rand, b []byte) []byte {
		if len(b) > 0 {
			b[r.IntN(len(b))] ^= 1 << r.IntN(8)
		}
		return b
	}},
	{"a byte is another", func(r *rand.Rand, b []byte) []byte {
		if len(b) > 0 {
			b[r.IntN(len(b))] = byte(r.IntN(256))
		}
		return b
	}},
	{"the end is missing", func(r *rand.Rand, b []byte) []byte { return b[:r.IntN(len(b)+1)] }},
	{"some bytes are missing", func(r *rand.Rand, b []byte) []byte {
		from, to := stretch(r, b)
		return splice(b, from, to, nil)
	}},
	{"some bytes stand twice", func(r *rand.Rand, b []byte) []byte {
		from, to := stretch(r, b)
		return splice(b, to, to, b[from:to])
	}},
	{"some bytes stand elsewhere", func(r *rand.Rand, b []byte) []byte {
		from, to := stretch(r, b)
		at := r.IntN(len(b) + 1)
		return splice(b, at, at, b[from:to])
	}},
	{"a sector is noughts", func(r *rand.Rand, b []byte) []byte {
		if len(b) > 0 {
			at := r.IntN(len(b))
			clear(b[at:min(len(b), at+512)])
		}
		return b
	}},
}

// stretch chooses a part of the bytes, mostly a short one.
func stretch(r *rand.Rand, b []byte) (from, to int) {
	from = r.IntN(len(b) + 1)
	most := 8 << (2 * r.IntN(6))
	return from, min(len(b), from+1+r.IntN(most))
}

// splice gives bytes with others in the place of those between from and to.
func splice(b []byte, from, to int, with []byte) []byte {
	return bytes.Join([][]byte{b[:from], with, b[to:]}, nil)
}

// one chooses one of a list.
func one[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }
