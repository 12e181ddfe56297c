package content

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode/utf16"
)

// glyphList is the Adobe Glyph List, as Adobe publishes it; its licence stands at its head.
//
//go:embed glyphlist.txt
var glyphList string

// texNames are the names that the fonts of TeX have for signs of mathematics beside those of Adobe's list.
//
//go:embed texnames.txt
var texNames string

// adobeNames and otherNames are the texts of the names of the lists.
var (
	adobeNames = sync.OnceValue(func() map[string]string { return readNames(glyphList) })
	otherNames = sync.OnceValue(func() map[string]string { return readNames(texNames) })
)

func readNames(list string) map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(list) {
		name, points, ok := strings.Cut(strings.TrimSpace(line), ";")
		if !ok || strings.HasPrefix(name, "#") {
			continue
		}
		text := ""
		for _, p := range strings.Fields(points) {
			if n, err := strconv.ParseUint(p, 16, 32); err == nil {
				text += string(rune(n))
			}
		}
		out[name] = text
	}
	return out
}

// GlyphText is the text of a glyph by its name, "" where it is not known (Adobe Glyph List Specification, clause 2).
// What stands for a large, an extended or a part of a sign of mathematics is that sign.
func GlyphText(glyph string) string {
	glyph, _, _ = strings.Cut(glyph, ".")
	if !strings.Contains(glyph, "_") {
		return ligatures.Replace(partText(glyph))
	}
	text := ""
	for part := range strings.SplitSeq(glyph, "_") {
		t := partText(part)
		if t == "" {
			return ""
		}
		text += t
	}
	return text
}

// InGlyphList reports whether a name is of Adobe's list, which all readers know.
func InGlyphList(name string) bool {
	_, ok := adobeNames()[name]
	return ok
}

// ligatures are told by their letters, for that is what a reader copies and looks for.
var ligatures = strings.NewReplacer("\uFB00", "ff", "\uFB01", "fi", "\uFB02", "fl", "\uFB03", "ffi", "\uFB04", "ffl")

// sizes are what the names of TeX's signs of several sizes end in.
var sizes = []string{"bigg", "Bigg", "big", "Big", "display", "text", "wider", "widest", "wide", "tp", "bt", "ex",
	"mid", "left", "right", "vertex", "v", "x"}

// partText is the text of a name without underscores.
func partText(name string) string {
	for _, names := range [2]map[string]string{adobeNames(), otherNames()} {
		if t, ok := names[name]; ok {
			return t
		}
	}
	if hex, ok := strings.CutPrefix(name, "uni"); ok && len(hex)%4 == 0 && len(hex) > 0 {
		var u []uint16
		for ; len(hex) > 0; hex = hex[4:] {
			n, err := strconv.ParseUint(hex[:4], 16, 16)
			if err != nil {
				return ""
			}
			u = append(u, uint16(n))
		}
		return string(utf16.Decode(u))
	}
	if hex, ok := strings.CutPrefix(name, "u"); ok && len(hex) >= 4 && len(hex) <= 6 {
		if n, err := strconv.ParseUint(hex, 16, 32); err == nil && n <= 0x10FFFF && n>>11 != 0x1B {
			return string(rune(n))
		}
	}
	for _, size := range sizes {
		if base, ok := strings.CutSuffix(name, size); ok && len(base) > 3 {
			if t := partText(base); t != "" {
				return t
			}
		}
	}
	return ""
}
