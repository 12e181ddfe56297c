package paint

import "errors"

// What layout must not hand to paint: each is a mistake of ours, never the editor's.
var (
	errNotdef = errors.New("glyph 0 was to be painted")
	errLeaf   = errors.New("a leaf that the structure tree does not hold")
	errSize   = errors.New("text without a size")
)
