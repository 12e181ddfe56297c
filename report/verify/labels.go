package verify

import (
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// pageLabels expands the number tree of page labels, as a viewer does, and compares it with the ledger's.
func (c *checker) pageLabels() {
	c.labels = expandLabels(c.doc, len(c.pages))
	for i, label := range c.labels {
		if want := c.planned(i + 1); want != label {
			c.fault(PageLabel, i+1, "found", label, "planned", want)
		}
	}
}

// expandLabels gives each of n pages its label (ISO 32000-1, 12.4.2); without labels pages count from 1.
func expandLabels(doc *pdf.Document, n int) []string {
	type labelling struct {
		style, prefix string
		start         int
	}
	ranges := map[int]labelling{0: {style: "D", start: 1}}
	doc.NumberTree(doc.Catalog()["PageLabels"], func(first int, v types.Object) {
		d := doc.Dict(v)
		r := labelling{style: doc.Name(d["S"]), start: 1}
		if b, ok := doc.String(d["P"]); ok {
			r.prefix = pdf.Text(b)
		}
		if k, ok := doc.Int(d["St"]); ok {
			r.start = k
		}
		ranges[first] = r
	})
	out := make([]string, n)
	var r labelling
	from := 0
	for i := range out {
		if next, ok := ranges[i]; ok {
			r, from = next, i
		}
		out[i] = r.prefix + numeral(r.style, r.start+i-from)
	}
	return out
}

// numeral writes a number in a style of labels.
func numeral(style string, n int) string {
	switch style {
	case "D":
		return itoa(n)
	case "R":
		return romanNumeral(n)
	case "r":
		return strings.ToLower(romanNumeral(n))
	case "A":
		return letters(n)
	case "a":
		return strings.ToLower(letters(n))
	}
	return ""
}

// largestRoman: beyond it a row of M would be no numeral to read.
const largestRoman = 100_000

func romanNumeral(n int) string {
	if n > largestRoman {
		return itoa(n)
	}
	var b strings.Builder
	for _, d := range []struct {
		value int
		digit string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"},
		{9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= d.value; n -= d.value {
			b.WriteString(d.digit)
		}
	}
	return b.String()
}

// letters writes A to Z, AA to ZZ, and so on.
func letters(n int) string {
	if n < 1 || n > 26*100 {
		return itoa(n)
	}
	return strings.Repeat(string(rune('A'+(n-1)%26)), (n-1)/26+1)
}

// folios compares the label that each page has printed with the one that viewers show: in the foot of ours, in the
// stamp of an original's, there with its number among the original's own.
func (c *checker) folios() {
	for i := range c.pages {
		p := &c.pages[i]
		if p.foreign && p.original == nil {
			continue
		}
		differs, missing, needed, planned := Folio, FolioMissing, !c.runs[p.run].kind.Bare(), c.labels[i]
		if p.foreign {
			differs, missing, needed, planned = StampDiffers, StampMissing, p.original.Stamps != nil, c.stampPlanned(i)
		}
		switch {
		case p.printed == planned:
		case p.printed != "":
			c.fault(differs, i+1, "found", p.printed, "planned", planned)
		case needed:
			c.fault(missing, i+1, "planned", planned)
		}
	}
}
