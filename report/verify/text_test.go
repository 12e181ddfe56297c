package verify

import (
	"strings"
	"testing"
)

func TestText(t *testing.T) {
	runFaults(t, []fault{
		{"the missing glyph is shown", func(t *testing.T, k *kit) { k.inflate(t, "body4", "[<004D", "[<0000004D") },
			GlyphZero, 4},
		{"a text that is empty",
			func(t *testing.T, k *kit) { k.swap(t, "tounicode", "<0021><0021>\nendbfchar", "<0021><>\nendbfchar") }, "",
			0},
		{"a shown text that is empty", func(t *testing.T, k *kit) {
			k.swap(t, "tounicode", "<0021><0021>", "<0021><>")
			k.inflate(t, "body4", "[<004D", "[<0021004D")
		}, TextEmpty, 4},
		{"a text that says it is unknown", func(t *testing.T, k *kit) {
			k.swap(t, "tounicode", "<0021><0021>", "<0021><FFFD>")
			k.inflate(t, "body4", "[<004D", "[(\\000\\041)<004D")
		}, TextReplacement, 4},
		{"a text of a lone surrogate", func(t *testing.T, k *kit) {
			k.swap(t, "tounicode", "<0021><0021>", "<0021><D800>")
			k.inflate(t, "body4", "[<004D", "[(\\000!)<004D")
		}, TextReplacement, 4},
		{"a text that is no character", func(t *testing.T, k *kit) {
			k.swap(t, "tounicode", "<0021><0021>", "<0021><FEFF>")
			k.inflate(t, "body4", "[<004D", "[<0021004D")
		}, TextUnmapped, 4},
		{"a glyph without a text", func(t *testing.T, k *kit) { k.inflate(t, "body4", "[<004D", "[<1234004D") },
			TextUnmapped, 4},
		{"a font without texts", func(t *testing.T, k *kit) {
			k.object("font2", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
			k.swap(t, "resources", "/F0.0 @font", "/F0.0 @font/F1 @font2")
			k.inflate(t, "body4", "/F0.0", "/F1")
		}, TextUnmapped, 4},
		{"a font that is not there", func(t *testing.T, k *kit) { k.inflate(t, "body4", "/F0.0", "/F9") }, TextUnmapped,
			4},
		{"the missing glyph in a stamp", func(t *testing.T, k *kit) { k.swap(t, "stamp5", "<0035", "<00350000") },
			GlyphZero + " " + StampChanged, 7},
		{"content that cannot be decoded", func(t *testing.T, k *kit) {
			k.streams["body4"] = k.streams["body4"][:12] + strings.Repeat("x", 30)
		}, ClaimEmpty + " " + ContentBroken, 4},
		{"content that is no stream", func(t *testing.T, k *kit) { k.swap(t, "page4", "@body4", "@body4 @cid") },
			ContentBroken, 4},
	})
}
