package document

import (
	"math"
	"strconv"
	"unicode/utf8"

	"rapporteur/sources/diag"
)

// Editions are cited by the numbers of their paragraphs, which must be the same in all of them.

// Parallel compares the numbered paragraphs of an edition with those of the first. A text that has more or fewer is an
// error, at the first paragraph that differs.
func Parallel(first, other *Document, bag *diag.Bag) {
	texts := map[string][]*Text{} // of the first, by part
	for i := range first.Parts {
		texts[first.Parts[i].ID] = first.Parts[i].Texts
	}
	for i := range other.Parts {
		p := &other.Parts[i]
		if !p.Kind.Numbered() {
			continue
		}
		for k, t := range p.Texts {
			if list := texts[p.ID]; len(list) == len(p.Texts) { // else one is missing, and that is told
				parallel(list[k], t, bag)
			}
		}
	}
}

// parallel compares two texts.
func parallel(first, other *Text, bag *diag.Bag) {
	a, b := first.numbered(), other.numbered()
	i, k := differ(a, b)
	if i < 0 {
		return
	}
	args := diag.Args{"count": strconv.Itoa(len(b)), "other": strconv.Itoa(len(a)), "file": first.file()}
	at := diag.Pos{File: other.file(), Line: 1, Column: 1}
	if k < len(b) {
		at, args["number"] = b[k].Pos, b[k].cited()
	} else if len(b) > 0 {
		at = b[len(b)-1].Pos
	} else if len(other.Blocks) > 0 {
		at = other.Blocks[0].Pos
	}
	if i < len(a) {
		args["number"], args["place"] = a[i].cited(), place(a[i].Pos)
	}
	bag.AddItem("paragraphs-differ", at, other.Item, args)
}

// cited is the number of a paragraph with its ordinal: "12 bis".
func (b *Block) cited() string { return inserted(strconv.Itoa(b.Paragraph), " ", b.Ordinal) }

// place is a line of a file.
func place(p diag.Pos) string { return p.File + ":" + strconv.Itoa(p.Line) }

// file is the one that a text stands in.
func (t *Text) file() string {
	if len(t.Blocks) == 0 {
		return ""
	}
	return t.Blocks[0].Pos.File
}

// numbered are the paragraphs of a text that bear numbers.
func (t *Text) numbered() []*Block {
	var list []*Block
	walkBlocks(t.Blocks, func(b *Block) {
		if b.Paragraph > 0 {
			list = append(list, b)
		}
	})
	return list
}

// maxAligned bounds the paragraphs of two texts that are compared with each other; of more only the counts are.
const maxAligned = 500

// differ gives the first paragraphs of two texts that are not each other's translation, where the texts have not the
// same number of them, or keep numbers of their own that differ; -1 where they have.
func differ(a, b []*Block) (int, int) {
	if len(a) == len(b) {
		for i := range a {
			if a[i].Typed+b[i].Typed > 0 && a[i].cited() != b[i].cited() {
				return i, i
			}
		}
		return -1, -1
	}
	if len(a) > maxAligned || len(b) > maxAligned || len(a)*len(b) == 0 {
		return min(len(a), len(b)), min(len(a), len(b))
	}
	return unlike(lengths(a), lengths(b))
}

func lengths(list []*Block) []float64 {
	out := make([]float64, len(list))
	for i, b := range list {
		out[i] = float64(utf8.RuneCountInString(Plain(b.Inlines)) + 1)
	}
	return out
}

// beads are the ways in which so many paragraphs of one text become so many of another, with what each costs beside
// their lengths, in hundredths of a logarithm of how rare it is (Gale and Church, A Program for Aligning Sentences in
// Bilingual Corpora, 1993). Paragraphs are left out or added more often than sentences, whatever their length.
var beads = []struct {
	of, in int
	cost   float64
}{{1, 1, 0}, {1, 0, 300}, {0, 1, 300}, {2, 1, 400}, {1, 2, 400}, {2, 2, 700}}

// spread is the variance of the number of characters of a translation for each of the original (as above).
const spread = 6.8

// stretches are how much longer a translation may be than all its characters say, as paragraphs may be missing in it,
// likeliest first.
var stretches = []float64{1, 0.9, 1.1, 0.8, 1.25, 0.7, 1.4}

// unlike aligns two texts by the lengths of their paragraphs, as Gale and Church do, and gives the first paragraphs
// that do not stand for one another.
func unlike(a, b []float64) (int, int) {
	best, first, second := math.Inf(1), len(a), len(b)
	for _, stretch := range stretches {
		cost, i, k := align(a, b, stretch*total(b)/total(a))
		if cost < best {
			best, first, second = cost, i, k
		}
	}
	return first, second
}

// align aligns two texts of which the second is ratio times as long, and gives what that costs.
func align(a, b []float64, ratio float64) (least float64, first, second int) {
	width := len(b) + 1
	cost, from := make([]float64, (len(a)+1)*width), make([]int, (len(a)+1)*width)
	for at := 1; at < len(cost); at++ {
		i, k := at/width, at%width
		cost[at] = math.Inf(1)
		for n, bead := range beads {
			if i < bead.of || k < bead.in {
				continue
			}
			c := cost[(i-bead.of)*width+k-bead.in] + bead.cost
			if bead.of*bead.in > 0 {
				c += apart(total(a[i-bead.of:i])*ratio, total(b[k-bead.in:k]))
			}
			if c < cost[at] {
				cost[at], from[at] = c, n
			}
		}
	}
	first, second = len(a), len(b)
	for i, k := len(a), len(b); i > 0 || k > 0; {
		bead := beads[from[i*width+k]]
		i, k = i-bead.of, k-bead.in
		if bead.of != bead.in {
			first, second = i, k
		}
	}
	return cost[len(cost)-1], first, second
}

func total(list []float64) (sum float64) {
	for _, n := range list {
		sum += n
	}
	return sum
}

// apart is what it costs to take a length for the translation of another: how rarely two are so far apart.
func apart(expected, length float64) float64 {
	mean := (expected + length) / 2
	delta := math.Abs(length-expected) / math.Sqrt(mean*spread)
	rare := math.Erfc(delta / math.Sqrt2)
	return min(-100*math.Log(max(rare, 1e-300)), 6e4)
}
