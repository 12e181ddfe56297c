package received

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode/utf16"
)

// texNames are the names that the fonts of TeX have for signs of mathematics beside those of Adobe's list.
//
//go:embed texnames.txt
var texNames string

var otherNames = sync.OnceValue(func() map[string]string { return textsOf(texNames) })

// Meaning is the text that a glyph is heard and copied as, by its name: of the list, of TeX, or one that says code
// points or puts names together (Adobe Glyph List Specification, clause 2); "" where it is not known.
// What stands for a large, an extended or a part of a sign of mathematics is that sign.
func Meaning(glyph string) string {
	glyph, _, _ = strings.Cut(glyph, ".")
	if !strings.Contains(glyph, "_") {
		text := partText(glyph)
		if len(text) < len("\uFB00") { // there is no ligature in it
			return text
		}
		return ligatures.Replace(text)
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
