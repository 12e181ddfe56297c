package fonts

import (
	"bytes"
	"fmt"
	"slices"
	"testing"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/cff"
	ot "github.com/go-text/typesetting/font/opentype"
)

// outlines gives a glyph's segments.
type outlines func(g GID) ([]ot.Segment, error)

// originalOutlines reads the font as given.
func originalOutlines(t testing.TB, f *Font) outlines {
	if f.CFF() {
		return cffOutlines(t, f.read().tables["CFF "])
	}
	return glyfOutlines(f.Face())
}

func cffOutlines(t testing.TB, table []byte) outlines {
	c, err := cff.Parse(table)
	if err != nil {
		t.Fatal(err)
	}
	return func(g GID) ([]ot.Segment, error) {
		s, _, err := c.LoadGlyph(g)
		return s, err
	}
}

func glyfOutlines(face *font.Face) outlines {
	return func(g GID) ([]ot.Segment, error) {
		o, ok := face.GlyphDataOutline(font.GID(g))
		if !ok {
			return nil, fmt.Errorf("no outline of glyph %d", g)
		}
		return o.Segments, nil
	}
}

// programOutlines reads a subset by the glyph numbers of the font as given.
func programOutlines(t testing.TB, f *Font, p Program, glyphs []GID) outlines {
	if p.CFF {
		in := cffOutlines(t, p.Data)
		return func(g GID) ([]ot.Segment, error) {
			n, _ := slices.BinarySearch(glyphs, g)
			return in(GID(n)) // that the charset says so is a test of package subset
		}
	}
	in := glyfOutlines(withCmap(t, f, p.Data))
	return func(g GID) ([]ot.Segment, error) { return in(be.Uint16(p.CIDToGID[2*g:])) }
}

// withCmap gives a TrueType subset the character map that go-text insists on.
func withCmap(t testing.TB, f *Font, program []byte) *font.Face {
	s, fault := readSfnt(program, 0)
	if fault != nil {
		t.Fatal(fault)
	}
	tables := []ot.Table{{Content: f.read().tables["cmap"], Tag: ot.MustNewTag("cmap")}}
	for _, tag := range []string{"glyf", "head", "hhea", "hmtx", "loca", "maxp"} {
		tables = append(tables, ot.Table{Content: s.tables[tag], Tag: ot.MustNewTag(tag)})
	}
	face, err := font.ParseTTF(bytes.NewReader(ot.WriteTTF(tables)))
	if err != nil {
		t.Fatal(err)
	}
	return face
}

// Every outline of a subset is the original's, in every embedded font: all glyphs of small fonts, 2,000 of large ones.
func TestSubsetKeepsOutlines(t *testing.T) {
	for _, name := range embeddedNames {
		f := Embedded(name)
		n := f.read().glyphs
		var glyphs []GID
		for g := 0; g < n; g += max(1, n/2000) {
			glyphs = append(glyphs, GID(g))
		}
		shuffled := append(slices.Clone(glyphs[1:]), glyphs[len(glyphs)/2], 0)
		slices.Reverse(shuffled)
		p, err := f.Subset(shuffled)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		again, _ := f.Subset(glyphs)
		if !bytes.Equal(p.Data, again.Data) || p.Name != again.Name || !bytes.Equal(p.CIDToGID, again.CIDToGID) {
			t.Errorf("%s: the subset depends on the order of the list", name)
		}
		want, got := originalOutlines(t, f), programOutlines(t, f, p, glyphs)
		segments := 0
		for _, g := range glyphs {
			w, err := want(g)
			if err != nil {
				t.Fatalf("%s: glyph %d: %v", name, g, err)
			}
			o, err := got(g)
			if err != nil {
				t.Errorf("%s: glyph %d of the subset: %v", name, g, err)
			} else if !slices.Equal(w, o) {
				t.Errorf("%s: glyph %d: %d segments for %d", name, g, len(o), len(w))
			}
			segments += len(w)
		}
		if segments < 1000 {
			t.Errorf("%s: only %d segments were compared", name, segments)
		}
	}
}

func TestSubsetNameAndFaults(t *testing.T) {
	f := Embedded("SourceSerif4-Regular")
	a, err := f.Subset([]GID{5, 6})
	if err != nil {
		t.Fatal(err)
	}
	b, _ := f.Subset([]GID{5, 7})
	c, _ := Embedded("SourceSerif4-Bold").Subset([]GID{5, 6})
	if a.Name == b.Name || a.Name[:7] == c.Name[:7] || a.Name[6:] != "+SourceSerif4-Regular" {
		t.Errorf("names %s, %s, %s", a.Name, b.Name, c.Name)
	}
	if _, err = f.Subset([]GID{GID(f.read().glyphs)}); err == nil {
		t.Error("a glyph that the font has not was taken")
	}
	if p, err := f.Subset(nil); err != nil || len(p.Data) == 0 {
		t.Errorf("the empty list: %v", err)
	}
}

func BenchmarkSubsetHan2000(b *testing.B) {
	f := Embedded("NotoSerifCJKsc-Regular")
	var glyphs []GID
	for g := 0; g < 16000; g += 8 {
		glyphs = append(glyphs, GID(g))
	}
	for b.Loop() {
		p, err := f.Subset(glyphs)
		if err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(len(p.Data)))
	}
}
