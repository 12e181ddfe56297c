package fonts

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path"
	"strings"
	"testing"

	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// The embedded files are those that SHA256SUMS names, all of them, each family with its licence; none forbids
// embedding.
func TestEmbeddedFiles(t *testing.T) {
	entries, err := os.ReadDir("files")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, e := range entries {
		ext := path.Ext(e.Name())
		if ext != ".otf" && ext != ".ttf" {
			continue
		}
		n++
		name := strings.TrimSuffix(e.Name(), ext)
		f := Embedded(name)
		if f == nil {
			t.Errorf("%s is not embedded", e.Name())
			continue
		}
		sum := sha256.Sum256(f.data())
		if want := hex.EncodeToString(sum[:])[:16] + "#0"; f.Key() != want {
			t.Errorf("%s: key %s, want %s", name, f.Key(), want)
		}
		if _, err := Parse(name, f.data(), 0); err != nil {
			t.Error(err)
		}
		if f.CFF() != (ext == ".otf") || !f.Bold() == strings.Contains(strings.ToLower(name), "bold") ||
			!f.Italic() == strings.Contains(name, "It") {
			t.Errorf("%s: CFF %v, bold %v, italic %v", name, f.CFF(), f.Bold(), f.Italic())
		}
	}
	if n != len(embedded) || n != 22 {
		t.Errorf("%d files, %d embedded", n, len(embedded))
	}
	for _, family := range []string{"SourceSerif4", "SourceSans3", "Amiri", "NotoCJK", "NotoSerif", "STIXTwoMath"} {
		if b, err := os.ReadFile("files/LICENCES/" + family + "-OFL.txt"); err != nil ||
			!strings.Contains(string(b), "SIL OPEN FONT LICENSE") {
			t.Errorf("no licence of %s", family)
		}
	}
	if Embedded("SourceSerif4") != nil {
		t.Error("a font that is none")
	}
}

func TestMeasures(t *testing.T) {
	f := Embedded("SourceSerif4-It")
	m := f.Metrics()
	if f.Upem() != 1000 || f.Name() != "SourceSerif4-It" || m.Ascent != 1036 || m.Descent != -335 ||
		m.CapHeight != 670 || m.ItalicAngle >= 0 || m.ItalicAngle < -20 ||
		m.Flags&flagItalic == 0 || m.Flags&flagSymbolic == 0 || m.Flags&flagFixedPitch != 0 || m.BBox[0] >= 0 ||
		m.BBox[3] < 900 {
		t.Errorf("%s, %d units: %+v", f.Name(), f.Upem(), m)
	}
	if m := Embedded("NotoSerifCJKsc-Bold").Metrics(); m.StemV < 120 || m.Flags&flagForceBold == 0 ||
		m.ItalicAngle != 0 || m.Ascent != 1151 {
		t.Errorf("%+v", m)
	}
	// Widths as go-text reads them, short hmtx included.
	for _, name := range []string{"SourceSerif4-Regular", "Amiri-Regular", "NotoSerifCJKsc-Regular",
		"STIXTwoMath-Regular"} {
		f := Embedded(name)
		face := f.Face()
		for g := 0; g < f.read().glyphs; g += 7 {
			if a, w := f.Advance(GID(g)), face.HorizontalAdvance(ot.GID(g)); a != int(w) {
				t.Errorf("%s: glyph %d: %d, want %v", name, g, a, w)
			}
		}
		if f.Advance(0xFFFF) != 0 {
			t.Errorf("%s: a glyph that is none has a width", name)
		}
	}
}

func TestPostScriptName(t *testing.T) {
	for file, want := range map[string]string{"a/b/Öl (x)-1.ttf": "lx-1", `c:\d\e.otf`: "e", "…": "Font",
		strings.Repeat("x", 99): strings.Repeat("x", 63)} {
		if got := postScriptName(nil, file); got != want {
			t.Errorf("%q: %q, want %q", file, got, want)
		}
	}
}

// changed gives a copy of an embedded font with some of its bytes overwritten: at a table's offset, or in the directory
// (tag "").
func changed(t *testing.T, name, tag string, at int, b ...byte) []byte {
	data := []byte(stringOf(Embedded(name)))
	if tag != "" {
		at += tableOffset(t, data, tag)
	}
	copy(data[at:], b)
	return data
}

// moved has the directory say that a table is elsewhere.
func moved(t *testing.T, name, tag string, to uint32) []byte {
	data := []byte(stringOf(Embedded(name)))
	for r := data[12:]; len(r) >= 16; r = r[16:] {
		if string(r[:4]) == tag {
			be.PutUint32(r[8:], to)
			return data
		}
	}
	t.Fatalf("%s has no table %s", name, tag)
	return nil
}

func tableOffset(t *testing.T, data []byte, tag string) int {
	for r := data[12:]; len(r) >= 16; r = r[16:] {
		if string(r[:4]) == tag {
			return int(be.Uint32(r[8:]))
		}
	}
	t.Fatalf("no table %s", tag)
	return 0
}

// renamed gives a copy with one table's tag changed.
func renamed(t *testing.T, name, from, to string) []byte {
	data := []byte(stringOf(Embedded(name)))
	for i := 12; i+16 <= len(data); i += 16 {
		if string(data[i:i+4]) == from {
			copy(data[i:], to)
			return data
		}
	}
	t.Fatalf("no table %s", from)
	return nil
}

func TestParseRefuses(t *testing.T) {
	const f, g = "SourceSerif4-It", "Amiri-Regular"
	whole := []byte(stringOf(Embedded(f)))
	for _, c := range []struct {
		what  string
		data  []byte
		index int
		kind  Kind
	}{
		{"nothing", nil, 0, NotFont},
		{"a text", []byte("Dear Representative of Norway"), 0, NotFont},
		{"WOFF2", append([]byte("wOF2"), whole[4:]...), 0, NotFont},
		{"Type 1", append([]byte("%!PS-AdobeFont-1.0"), whole...), 0, NotFont},
		{"a second face", whole, 1, NoMember},
		{"face -1", whole, -1, NoMember},
		{"fsType restricted", changed(t, f, "OS/2", 8, 0, 2), 0, Restricted},
		{"fsType no subsetting", changed(t, f, "OS/2", 8, 1, 4), 0, Restricted},
		{"fsType bitmaps only", changed(t, f, "OS/2", 8, 2, 8), 0, Restricted},
		{"a variable font", renamed(t, f, "GDEF", "fvar"), 0, Variable},
		{"CFF2", renamed(t, f, "CFF ", "CFF2"), 0, Variable},
		{"gvar", renamed(t, g, "GDEF", "gvar"), 0, Variable},
		{"beyond 65,535 glyphs", renamed(t, g, "GDEF", "MAXP"), 0, TooManyGlyphs},
		{"no outlines", renamed(t, f, "CFF ", "CBDT"), 0, NoOutlines},
		{"glyf without loca", renamed(t, g, "loca", "lOca"), 0, NoOutlines},
		{"no character map", renamed(t, f, "cmap", "Cmap"), 0, NoCharacters},
		{"a character map of nonsense", changed(t, f, "cmap", 0, make([]byte, 400)...), 0, NoCharacters},
		{"half a file", whole[:len(whole)/2], 0, Damaged},
		{"no head", renamed(t, f, "head", "Head"), 0, Damaged},
		{"a table twice", renamed(t, f, "GDEF", "GPOS"), 0, Damaged},
		{"widths within outlines", moved(t, f, "hmtx", 1<<15), 0, Damaged},
		{"widths of nonsense", changed(t, f, "hmtx", 0, bytes.Repeat([]byte{0x7F, 0xFF}, 4000)...), 0, Damaged},
		{"0 units an em", changed(t, f, "head", 18, 0, 0), 0, Damaged},
		{"more widths than hmtx", changed(t, f, "maxp", 4, 0xFF, 0xFF), 0, Damaged},
		{"CFF of nonsense", changed(t, f, "CFF ", 0, make([]byte, 64)...), 0, Damaged},
		{"an outline of nonsense", changed(t, f, "CFF ", 60_000, make([]byte, 200)...), 0, Damaged},
		{"loca out of order", changed(t, g, "loca", 0, 0xFF, 0xFF, 0xFF, 0xFF), 0, Damaged},
	} {
		font, err := Parse("fonts/x.otf", c.data, c.index)
		var fault *FaultError
		if !errors.As(err, &fault) || font != nil {
			t.Errorf("%s: %v", c.what, err)
			continue
		}
		if fault.Kind != c.kind || fault.Name != "fonts/x.otf" || !strings.Contains(err.Error(), c.kind.String()) {
			t.Errorf("%s: %v, want %s", c.what, err, c.kind)
		}
		if (fault.FsType != 0) != (c.kind == Restricted) {
			t.Errorf("%s: fsType %#x", c.what, fault.FsType)
		}
	}
	// Preview and editable embedding allow what we do; the least restrictive bit counts.
	for _, bits := range []byte{0, 4, 8, 2 | 8} {
		if _, err := Parse("x", changed(t, f, "OS/2", 8, 0, bits), 0); err != nil {
			t.Errorf("fsType %d: %v", bits, err)
		}
	}
}

// collection packs whole font files into a TTC.
func collection(files ...string) []byte {
	at := 12 + 4*len(files)
	out := append([]byte("ttcf"), 0, 1, 0, 0, 0, 0, 0, byte(len(files)))
	var body []byte
	for _, f := range files {
		out = be.AppendUint32(out, uint32(at+len(body)))
		b := []byte(f)
		for i := range int(be.Uint16(b[4:])) {
			r := b[12+16*i:]
			be.PutUint32(r[8:], be.Uint32(r[8:])+uint32(at+len(body)))
		}
		body = append(body, b...)
	}
	return append(out, body...)
}

func TestCollection(t *testing.T) {
	a, b := Embedded("SourceSerif4-It"), Embedded("Amiri-Bold")
	data := collection(stringOf(a), stringOf(b))
	if n, err := Members(data); n != 2 || err != nil {
		t.Fatalf("%d members, %v", n, err)
	}
	if n, err := Members(a.data()); n != 1 || err != nil {
		t.Errorf("%d members, %v", n, err)
	}
	if _, err := Members([]byte("no font at all")); err == nil {
		t.Error("a text has members")
	}
	var keys []string
	for i, want := range []*Font{a, b} {
		f, err := Parse("c.ttc", data, i)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name() != want.Name() || f.CFF() != want.CFF() || f.Advance(40) != want.Advance(40) ||
			f.Face().Upem() != uint16(want.Upem()) {
			t.Errorf("face %d is %s", i, f.Name())
		}
		p, err := f.Subset([]GID{20, 30})
		q, _ := want.Subset([]GID{20, 30})
		if err != nil || string(p.Data[64:]) == "" || len(p.Data) != len(q.Data) {
			t.Errorf("face %d: %d bytes for %d, %v", i, len(p.Data), len(q.Data), err)
		}
		keys = append(keys, f.Key())
	}
	if keys[0] == keys[1] || !strings.HasSuffix(keys[1], "#1") {
		t.Errorf("keys %v", keys)
	}
	data[11] = 200 // more faces than offsets
	if _, err := Parse("c.ttc", data, 0); err == nil {
		t.Error("a collection with false offsets was taken")
	}
}

// small builds a whole font of some hundred bytes: three glyphs, a character map, and a substitution covered by ranges.
func small(t testing.TB, ranges ...byte) []byte {
	p, err := Embedded("NotoSerif-Regular").Subset([]GID{3, 4, 5})
	if err != nil {
		t.Fatal(err)
	}
	s, fault := readSfnt(p.Data, 0)
	if fault != nil {
		t.Fatal(fault)
	}
	s.tables["cmap"] = []byte{0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0, 0, 0, 0, 28, 0, 0, 0, 0, 0, 0, 0, 1, 0,
		0, 0, 'a', 0, 0, 0, 'c', 0, 0, 0, 1}
	s.tables["GSUB"] = append([]byte{0, 1, 0, 0, 0, 10, 0, 12, 0, 14, 0, 0, 0, 0, 0, 1, 0, 4, 0, 1, 0, 0, 0, 1, 0, 8, 0,
		1, 0, 6, 0, 1, 0, 2, 0, byte(len(ranges) / 6)}, ranges...)
	var all []ot.Table
	for _, tag := range []string{"GSUB", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp"} {
		all = append(all, ot.Table{Content: s.tables[tag], Tag: ot.MustNewTag(tag)})
	}
	return ot.WriteTTF(all)
}

// Coverages become lists; those that would unfold without end, or contradict themselves, are refused.
func TestCoveragesAreMended(t *testing.T) {
	f, err := Parse("small.ttf", small(t, 0, 1, 0, 2, 0, 0), 0)
	if err != nil {
		t.Fatal(err)
	}
	cov := f.Face().GSUB.Lookups[0].Subtables[0].Cov()
	if list, ok := cov.(tables.Coverage1); !ok || len(list.Glyphs) != 2 || list.Glyphs[1] != 2 {
		t.Errorf("%#v", cov)
	}
	if g, ok := f.Glyph('b'); !ok || g != 2 || f.Name() != "small" {
		t.Errorf("glyph %d of b in %s", g, f.Name())
	}
	if _, err = Parse("small.ttf", small(t, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0), 0); err == nil {
		t.Error("ranges that overlap were taken")
	}
	all := tables.Coverage2{Ranges: []tables.RangeRecord{{StartGlyphID: 0, EndGlyphID: 0xFFFF}}}
	m := mender{left: maxCovered}
	for range maxCovered/0x10000 + 1 {
		m.list(all)
	}
	if m.err == nil {
		t.Error("coverages beyond the limit were listed")
	}
}

// Whatever the bytes, Parse returns a *FaultError or a font that can be asked everything but to shape.
func FuzzParse(f *testing.F) {
	font := small(f, 0, 1, 0, 2, 0, 0)
	f.Add(font, 0)
	f.Add(collection(string(font), string(font)), 1)
	f.Fuzz(func(t *testing.T, data []byte, index int) {
		font, err := Parse("fuzz", data, index)
		if err != nil {
			var fault *FaultError
			if !errors.As(err, &fault) {
				t.Errorf("%T", err)
			}
			return
		}
		font.Face()
		_ = font.Metrics()
		for _, r := range []rune{'a', '中', 0xFFFF, 0x10FFFF} {
			if g, ok := font.Glyph(r); ok {
				font.Advance(g)
				_, _ = font.Subset([]GID{g})
			}
		}
		if font.Name() == "" || len(font.Key()) < 18 {
			t.Error("no name or key")
		}
	})
}
