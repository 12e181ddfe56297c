package fonts

import (
	"errors"
	"reflect"
	"unsafe"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// mendCoverages rewrites every coverage table given as ranges of glyphs to the list of those glyphs, in the parsed
// font.
//
// go-text v0.3.5 sums up coverages in a digest that it asks before any lookup; for a long range the digest's addRange
// stops as soon as one of its three masks is full, and denies glyphs that are covered: kerning, small capitals and
// marks are lost. Glyph by glyph the digest is right. A font may share and nest tables, hence the two caps.
func mendCoverages(f *font.Font) error {
	m := mender{left: maxCovered, coverage: reflect.TypeFor[tables.Coverage]()}
	for i := range f.GSUB.Lookups {
		m.walk(reflect.ValueOf(&f.GSUB.Lookups[i].Subtables).Elem(), 0)
	}
	for i := range f.GPOS.Lookups {
		m.walk(reflect.ValueOf(&f.GPOS.Lookups[i].Subtables).Elem(), 0)
	}
	return m.err
}

type mender struct {
	left     int // glyphs that may still be listed
	coverage reflect.Type
	err      error
}

// walk mends what v holds, which is addressable.
func (m *mender) walk(v reflect.Value, depth int) {
	if m.err != nil {
		return
	}
	if depth > maxNesting {
		m.err = errors.New("layout tables are nested too deeply")
		return
	}
	switch v.Kind() {
	case reflect.Interface:
		if v.IsNil() {
			return
		}
		if v.Type() == m.coverage {
			if c, ok := v.Interface().(tables.Coverage2); ok {
				v.Set(reflect.ValueOf(m.list(c)))
			}
			return
		}
		if !holdsTables(v.Elem().Type()) {
			return
		}
		in := reflect.New(v.Elem().Type()).Elem() // what an interface holds cannot be changed in place
		in.Set(v.Elem())
		m.walk(in, depth+1)
		v.Set(in)
	case reflect.Struct:
		for i := range v.NumField() {
			// The fields of go-text's tables are partly unexported; this is their one way in.
			f := v.Field(i)
			if holdsTables(f.Type()) {
				m.walk(reflect.NewAt(f.Type(), unsafe.Pointer(f.UnsafeAddr())).Elem(), depth+1)
			}
		}
	case reflect.Slice:
		if holdsTables(v.Type().Elem()) {
			for i := range v.Len() {
				m.walk(v.Index(i), depth+1)
			}
		}
	}
}

// holdsTables reports whether values of a type can hold a coverage below them: numbers, and slices of numbers, cannot.
func holdsTables(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Interface, reflect.Struct:
		return true
	case reflect.Slice:
		return holdsTables(t.Elem())
	}
	return false
}

// list gives the glyphs of a coverage's ranges, in order. Coverages are ascending and disjoint (OpenType, "Coverage
// Table").
func (m *mender) list(c tables.Coverage2) tables.Coverage1 {
	n, next := 0, 0
	for _, r := range c.Ranges {
		if int(r.StartGlyphID) < next || r.EndGlyphID < r.StartGlyphID {
			m.err = errors.New("a coverage's ranges overlap or descend")
			return tables.Coverage1{}
		}
		n, next = n+int(r.EndGlyphID)-int(r.StartGlyphID)+1, int(r.EndGlyphID)+1
	}
	if m.left -= n; m.left < 0 {
		m.err = errors.New("layout tables cover too many glyphs")
		return tables.Coverage1{}
	}
	a := tables.Coverage1{Glyphs: make([]tables.GlyphID, 0, n)}
	for _, r := range c.Ranges {
		for g := int(r.StartGlyphID); g <= int(r.EndGlyphID); g++ {
			a.Glyphs = append(a.Glyphs, tables.GlyphID(g))
		}
	}
	return a
}
