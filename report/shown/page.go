package shown

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// The aspects of a page, in the order in which the ledger has their sums.
const (
	Contents    = iota // its content streams
	Resources          // fonts, pictures and all else that they draw with
	Measures           // its boxes, its turn and its unit
	Annotations        // what lies over it
	Other              // any other entry
	Aspects
)

// measures are the entries that say how large a page is and which way is up.
var measures = []string{"MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox", "Rotate", "UserUnit"}

// pageShape is a page, aspect by aspect.
type pageShape [Aspects]Shape

// empty is the length of a dictionary without entries, as shapes have it.
const empty = 2

// pageOf is the shape of a page. Its place in the tree of pages says nothing of what it shows.
func (s *shaper) pageOf(d types.Dict) (p pageShape) {
	for aspect := range p {
		s.begin()
		s.entries(d, func(k string) bool { return k != "Type" && k != "Parent" && aspectOf(k) == aspect })
		if len(s.buf) > empty {
			p[aspect] = s.end(sha256.Sum256(s.buf))
		}
	}
	return p
}

func aspectOf(key string) int {
	switch {
	case key == "Contents":
		return Contents
	case key == "Resources":
		return Resources
	case key == "Annots":
		return Annotations
	case slices.Contains(measures, key):
		return Measures
	}
	return Other
}

// PageSums are the sums of a page: of each of its aspects, the zero Sum of one that it does not have.
type PageSums [Aspects]Sum

// Line is how the ledger has them: the sum over all, which is what is promised, and the first figures of each, which
// say where a difference lies.
func (p *PageSums) Line() string {
	var all []byte
	for _, s := range p {
		all = append(all, s[:]...)
	}
	sum := half(all)
	line := hex.EncodeToString(sum[:])
	for _, s := range p {
		if s == (Sum{}) {
			line += " -"
		} else {
			line += " " + hex.EncodeToString(s[:4])
		}
	}
	return line
}
