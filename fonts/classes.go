package fonts

import (
	"slices"
	"strings"
	"unicode"
)

// Habit is what a script expects of characters that it shares with others: from which font spaces, stops, brackets and
// quotation marks come.
type Habit int

// The habits. A text in no script in particular has that of Latin.
const (
	Western Habit = iota
	Square        // signs stand on the square of the Chinese characters
	Arabic        // spaces and stops belong to the Arabic letters
	habits
)

// HabitOf gives the habit of a script by ISO 15924.
func HabitOf(script string) Habit {
	switch script {
	case "Hani", "Hans", "Hant", "Hira", "Hrkt", "Jpan", "Kana":
		return Square
	case "Arab", "Aran":
		return Arabic
	}
	return Western
}

// isHan reports whether r belongs to the square of Chinese text in any language: ideographs, kana, their
// punctuation, full-width forms.
func isHan(r rune) bool {
	switch {
	case r < 0x2E80:
		return false
	case r <= 0x2FDF, r >= 0x2FF0 && r <= 0x312F, r >= 0x31C0 && r <= 0x31EF, r >= 0x3200 && r <= 0x4DBF, r >= 0x4E00 &&
		r <= 0x9FFF:
		return true
	case r >= 0xF900 && r <= 0xFAFF, r >= 0xFE30 && r <= 0xFE4F, r >= 0xFF00 && r <= 0xFFEF, r >= 0x20000 &&
		r <= 0x3FFFF:
		return true
	}
	return false
}

// isWideSign names the signs that Chinese shares with Latin and sets full-width (GB/T 15834).
func isWideSign(r rune) bool {
	switch r {
	case '“', '”', '‘', '’', '—', '…', '·', '⸺':
		return true
	}
	return false
}

func isArabic(r rune) bool { return r >= 0x600 && unicode.Is(unicode.Arabic, r) }

// foreignInArabic tells which characters keep the Latin font in Arabic text: letters of other scripts, and signs that
// stand among them. Figures, spaces, stops, brackets and quotation marks belong to the Arabic.
func foreignInArabic(r rune) bool {
	if r < 0x80 {
		return r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || strings.ContainsRune("#$&*@^_`|~", r)
	}
	return unicode.IsLetter(r) && !isArabic(r) || unicode.In(r, unicode.Sc, unicode.Sm, unicode.No)
}

// sets are signs that stand beside each other and look odd from two fonts: one font sets the whole set or is passed
// over.
var sets = [...][]rune{[]rune("☐☑☒"), []rune("✓✗"), []rune("★☆"), []rune("●○"), []rune("■□"), []rune("◆◇"),
	[]rune("▲△▼▽")}

func setOf(r rune) []rune {
	if r < 0x2500 || r > 0x27BF {
		return nil
	}
	for _, s := range sets {
		if slices.Contains(s, r) {
			return s
		}
	}
	return nil
}

// isSpace names the spaces that HarfBuzz, and go-text after it, draw as a word space with another width where a font
// lacks them (hb-unicode.hh, space_fallback_type). The ideographic space is not among them here: it belongs to the
// square.
func isSpace(r rune) bool {
	return r == 0xA0 || r >= 0x2000 && r <= 0x200A || r == 0x202F || r == 0x205F
}

// ignorable reports whether nothing is drawn for r where a font lacks it: Default_Ignorable_Code_Point (UAX #44), less
// the Hangul fillers.
func ignorable(r rune) bool {
	if r < 0xAD {
		return false
	}
	return unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r) &&
		!(r >= 0x115F && r <= 0x1160 || r == 0x3164 || r == 0xFFA0) ||
		unicode.Is(unicode.Variation_Selector, r) || unicode.Is(unicode.Cf, r) && !prepended(r)
}

// prepended names the format characters that are drawn: Arabic number signs and the like, interlinear marks, hieroglyph
// joiners.
func prepended(r rune) bool {
	switch {
	case r >= 0x600 && r <= 0x605, r == 0x6DD, r == 0x70F, r == 0x890, r == 0x891, r == 0x8E2, r >= 0xFFF9 &&
		r <= 0xFFFB, r == 0x110BD, r == 0x110CD:
		return true
	}
	return r >= 0x13430 && r <= 0x1343F
}
