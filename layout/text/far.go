package text

import (
	"reflect"
	"slices"

	"rapporteur/fonts"

	"github.com/go-text/typesetting/font/opentype/tables"
	"github.com/go-text/typesetting/language"
)

// looksFar reports whether the shape of a word in a font depends on the neighbouring words, beyond the space between,
// so that a word cannot be shaped with its spaces alone. Words are then shaped with the words on both sides. A font may
// look that far when a contextual rule names its space; whether it does is found by shaping a sample.
func (s *Setter) looksFar(f *fonts.Font) bool {
	s.sh.mu.RLock()
	far, known := s.sh.far[f]
	s.sh.mu.RUnlock()
	if !known {
		far = s.mayLookFar(f) && s.shapesDiffer(f)
		s.sh.mu.Lock()
		s.sh.far[f] = far
		s.sh.mu.Unlock()
	}
	return far
}

// mayLookFar looks for the space in the rules of GSUB and GPOS that look at several glyphs. Rules for pairs
// of glyphs do not count: a word is shaped with the spaces on both sides, so it has both of its pairs with a space.
func (s *Setter) mayLookFar(f *fonts.Font) bool {
	g, ok := f.Glyph(' ')
	if !ok {
		return false
	}
	face := s.face(f)
	for i := range face.GSUB.Lookups {
		for _, t := range face.GSUB.Lookups[i].Subtables {
			switch t.(type) {
			case tables.LigatureSubs, tables.ContextualSubs, tables.ChainedContextualSubs,
				tables.ReverseChainSingleSubs:
				if names(reflect.ValueOf(t), tables.GlyphID(g)) {
					return true
				}
			}
		}
	}
	for i := range face.GPOS.Lookups {
		for _, t := range face.GPOS.Lookups[i].Subtables {
			switch t.(type) {
			case tables.ContextualPos, tables.ChainedContextualPos:
				if names(reflect.ValueOf(t), tables.GlyphID(g)) {
					return true
				}
			}
		}
	}
	return false
}

// names reports whether a glyph stands in any coverage, class or list of glyphs below v.
func names(v reflect.Value, g tables.GlyphID) bool {
	if v.CanInterface() {
		switch t := v.Interface().(type) {
		case tables.Coverage:
			_, ok := t.Index(g)
			return ok
		case tables.ClassDef:
			class, ok := t.Class(g)
			return ok && class != 0
		case []tables.GlyphID:
			return slices.Contains(t, g)
		case interface{ Cov() tables.Coverage }:
			if _, ok := t.Cov().Index(g); ok {
				return true
			}
		}
	}
	switch v.Kind() {
	case reflect.Interface:
		return !v.IsNil() && names(v.Elem(), g)
	case reflect.Struct:
		for i := range v.NumField() {
			if names(v.Field(i), g) {
				return true
			}
		}
	case reflect.Slice:
		switch v.Type().Elem().Kind() {
		case reflect.Interface, reflect.Struct, reflect.Slice:
			for i := range v.Len() {
				if names(v.Index(i), g) {
					return true
				}
			}
		}
	}
	return false
}

// probes are the letters whose neighbourhoods are tried: the frequent ones, and those with something to collide
// with.
const probes = "aeinorstlfgyTVAW"

// shapesDiffer shapes each pair of letters with a space between them, and each letter between two spaces: in a font
// that looks no further the letters are alike.
func (s *Setter) shapesDiffer(f *fonts.Font) bool {
	var line []rune
	for _, a := range probes {
		for _, b := range probes {
			line = append(line, ' ', a, ' ', b)
		}
	}
	line = append(line, ' ')
	latin := language.Language("") // the font's default for the script
	whole := s.shape(f, line, 0, len(line), false, language.Latin, latin, nil)
	if len(whole) != len(line) {
		return true
	}
	for _, r := range probes {
		alone := s.shape(f, []rune{' ', r, ' '}, 0, 3, false, language.Latin, latin, nil)
		if len(alone) != 3 {
			return true
		}
		for i := range line {
			if line[i] == r && (alone[1].GlyphID != whole[i].GlyphID || alone[1].Advance != whole[i].Advance ||
				alone[1].XOffset != whole[i].XOffset) {
				return true
			}
		}
	}
	return false
}
