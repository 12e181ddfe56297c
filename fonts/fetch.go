package fonts

import (
	"slices"
	"strings"
	"unicode"
)

// For each script that the program's fonts do not have there is an open font of the Noto project. It is named to
// whoever lacks it.

// ours are the scripts that the program's fonts have; a letter of theirs that is missing is a rare one.
var ours = []string{"Arabic", "Bopomofo", "Cyrillic", "Greek", "Han", "Hiragana", "Katakana", "Latin"}

// notoOf are the scripts whose font is not called as Unicode calls the script.
var notoOf = map[string]string{
	"Hangul": "Noto Sans KR", "Nko": "Noto Sans NKo", "Phags_Pa": "Noto Sans PhagsPa", "Tibetan": "Noto Serif Tibetan",
	"Braille": "Noto Sans Symbols 2",
}

// ToFetch names the script of a character that no font has, the font that has it, such as "Noto Sans Devanagari", and
// the file of its regular style, "NotoSansDevanagari-Regular.ttf"; "" for a rare letter of the scripts that the program
// has fonts for, and for a sign that belongs to no script, such as a pictograph.
func ToFetch(r rune) (script, family, file string) {
	for name, table := range unicode.Scripts { // a character has one script: the order does not matter
		if unicode.Is(table, r) {
			script = name
		}
	}
	if script == "" || script == "Common" || script == "Inherited" || slices.Contains(ours, script) {
		return "", "", ""
	}
	script = strings.ReplaceAll(script, "_", " ")
	if family = notoOf[strings.ReplaceAll(script, " ", "_")]; family == "" {
		family = "Noto Sans " + script
	}
	return script, family, strings.ReplaceAll(family, " ", "") + "-Regular.ttf"
}
