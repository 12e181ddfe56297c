package fonts

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// A recorded line: what was shaped, and HarfBuzz's glyphs.
type recorded struct{ font, lang, script, features, text, run string }

func harfbuzzLines(t testing.TB) []recorded {
	f, err := os.Open("testdata/harfbuzz.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []recorded
	for s := bufio.NewScanner(f); s.Scan(); {
		if p := strings.Split(s.Text(), "\t"); len(p) == 6 {
			out = append(out, recorded{p[0], p[1], p[2], p[3], p[4], p[5]})
		}
	}
	return out
}

// shape writes a line's glyphs as the recording does, in font units.
func shape(t testing.TB, face *font.Face, r recorded) string {
	script, err := language.ParseScript(r.script)
	if err != nil {
		t.Fatal(err)
	}
	in := shaping.Input{Text: []rune(r.text), Face: face, Size: fixed.I(int(face.Upem())), Script: script,
		Language: language.NewLanguage(r.lang)}
	in.RunEnd = len(in.Text)
	if r.script == "Arab" {
		in.Direction = di.DirectionRTL
	}
	if r.features != "-" {
		for f := range strings.SplitSeq(r.features, ",") {
			in.FontFeatures = append(in.FontFeatures, shaping.FontFeature{Tag: ot.MustNewTag(f), Value: 1})
		}
	}
	var sh shaping.HarfbuzzShaper
	var run []string
	for _, g := range sh.ShapeNoExtents(in).Glyphs {
		run = append(run, fmt.Sprintf("%d,%d,%d,%d,%d", g.GlyphID, g.TextIndex(), g.Advance.Round(), g.XOffset.Round(),
			g.YOffset.Round()))
	}
	return strings.Join(run, " ")
}

// Shaping with our faces gives HarfBuzz's glyphs, advances and offsets.
func TestShapedAsHarfBuzz(t *testing.T) {
	lines := harfbuzzLines(t)
	if len(lines) < 40 {
		t.Fatalf("%d recorded lines", len(lines))
	}
	seen := map[string]bool{}
	for _, r := range lines {
		f := Embedded(r.font)
		if f == nil {
			t.Fatalf("no font %s", r.font)
		}
		seen[r.font] = true
		if got := shape(t, f.Face(), r); got != r.run {
			t.Errorf("%s %s %s %q:\n got %s\nwant %s", r.font, r.lang, r.features, r.text, got, r.run)
		}
	}
	for name := range embedded {
		if !seen[name] {
			t.Errorf("no line is recorded for %s", name)
		}
	}
}

// The repair of the coverages is what the equality rests on: as go-text parses the fonts, lines differ. When this
// fails, go-text has mended its digest and mendCoverages can go.
func TestWithoutTheRepairLinesDiffer(t *testing.T) {
	differ := 0
	for _, r := range harfbuzzLines(t) {
		face, err := font.ParseTTF(strings.NewReader(stringOf(Embedded(r.font))))
		if err != nil {
			t.Fatal(err)
		}
		if shape(t, face, r) != r.run {
			differ++
		}
	}
	if differ == 0 {
		t.Error("no line differs without the repair")
	}
	t.Logf("%d lines differ without the repair", differ)
}

func stringOf(f *Font) string { return string(f.data()) }
