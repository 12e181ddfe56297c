package fonts

import (
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// Outlines gives the outlines of a font's glyphs. It is for one goroutine.
type Outlines struct{ face *font.Face }

// Point is a place in units of the font; y grows upwards.
type Point struct{ X, Y float32 }

// Stroke is a part of an outline: the beginning of a contour with one point, a line to one, a curve of the third degree
// with three, the last of which is its end.
type Stroke struct {
	Begins bool
	Points []Point
}

// Outlines makes ready to read outlines, which costs as much as Face.
func (f *Font) Outlines() *Outlines { return &Outlines{f.Face()} }

// Glyph gives the outline of a glyph, none where it shows nothing.
func (o *Outlines) Glyph(id GID) []Stroke {
	outline, _ := o.face.GlyphDataOutline(opentype.GID(id))
	strokes := make([]Stroke, 0, len(outline.Segments))
	var at Point
	for i := range outline.Segments {
		s := &outline.Segments[i]
		var points []Point
		for _, p := range s.ArgsSlice() {
			points = append(points, Point{p.X, p.Y})
		}
		if s.Op == opentype.SegmentOpQuadTo { // the same curve as one of the third degree
			points = []Point{toward(at, points[0]), toward(points[1], points[0]), points[1]}
		}
		strokes = append(strokes, Stroke{s.Op == opentype.SegmentOpMoveTo, points})
		at = points[len(points)-1]
	}
	return strokes
}

// toward is two thirds of the way from one point to another.
func toward(from, to Point) Point {
	return Point{from.X + (to.X-from.X)*2/3, from.Y + (to.Y-from.Y)*2/3}
}
