// Package subset goes from a font's outline tables and a list of glyphs to the smallest font program that a PDF can
// embed: a bare CID-keyed CFF whose charset holds the original glyph numbers, or a TrueType font of six tables and
// the
// map from glyph numbers to its own. Hinting programs of TrueType are dropped, CFF hints are kept, CFF subroutines
// are
// written out where they are called.
//
// Not its task: which glyphs are needed, character maps, names, and anything about PDF objects. Fonts are hostile:
// every offset is checked, every recursion and every size has a cap, and the result is a function of the arguments
// alone.
package subset

import (
	"encoding/binary"
	"errors"
)

var be = binary.BigEndian

const (
	maxProgram    = 64 << 20 // bytes of a subset: outlines may share bytes in the font, but are written one by one
	maxDepth      = 10       // subroutines in subroutines (Adobe technical note 5177, appendix B)
	maxCalls      = 4096     // subroutine calls of one glyph; the busiest of the embedded fonts makes some dozens
	maxStack      = 192      // operands; note 5177 allows 48, some fonts use more
	maxCharstring = 65535    // bytes of one glyph written out (note 5177, appendix B)
	maxComponents = 16       // composite glyphs in composite glyphs
	maxParts      = 256      // components of one composite glyph
)

var (
	errShort     = errors.New("a table ends too early")
	errTooLarge  = errors.New("the subset would be too large")
	errNoNotdef  = errors.New("the list of glyphs must ascend from 0")
	errOperators = errors.New("a charstring is malformed")
)

// ascending reports whether a list begins with glyph 0 and ascends without doubles.
func ascending(glyphs []uint16) bool {
	if len(glyphs) == 0 || glyphs[0] != 0 {
		return false
	}
	for i := 1; i < len(glyphs); i++ {
		if glyphs[i] <= glyphs[i-1] {
			return false
		}
	}
	return true
}
