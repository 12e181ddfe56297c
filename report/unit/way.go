package unit

import "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

// way is what a dictionary is by the entries that led to it. Its keys alone do not say it: the names in a resource
// dictionary, of the looks of an annotation, of glyphs and of inks are the author's, and may be any that a key has.
type way int8

const (
	plain       way = iota // its keys are those of ISO 32000-1
	toResources            // a resource dictionary, whose keys are categories (table 33)
	toNames                // its keys are names that the author chose
	toStates               // the same, of graphics state parameter dictionaries
	toState                // a graphics state parameter dictionary, which need not say that it is one (table 58)
	toLooks                // an appearance dictionary, whose entries may be looks by their states (table 168)
)

// named reports whether the keys of a dictionary are names, and say nothing of it.
func (w way) named() bool { return w == toNames || w == toStates }

// below is what the entry of a dictionary leads to.
func (w way) below(d types.Dict, key string) way {
	switch w {
	case toStates:
		return toState
	case toNames:
		return plain
	case toLooks:
		return toNames
	case toResources:
		return ofCategory(key)
	}
	switch key {
	case "Resources", "DR":
		return toResources
	case "AP":
		return toLooks
	case "CharProcs", "Colorants", "PieceInfo":
		return toNames
	case "ExtGState":
		if d["PatternType"] != nil { // of a shading pattern (table 76)
			return toState
		}
	}
	return plain
}

// ofCategory is what an entry of a resource dictionary leads to; ProcSet is none of names.
func ofCategory(category string) way {
	switch category {
	case "ExtGState":
		return toStates
	case "Font", "XObject", "ColorSpace", "Pattern", "Shading", "Properties":
		return toNames
	}
	return plain
}
