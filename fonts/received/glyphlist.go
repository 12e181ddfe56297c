package received

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

// glyphList is the Adobe Glyph List, as Adobe publishes it; its licence stands at its head.
//
//go:embed glyphlist.txt
var glyphList string

// Text is the text of a glyph by its name, as the Adobe Glyph List has it; false for a name that is not in the list.
// All readers know these names.
func Text(glyph string) (string, bool) {
	t, ok := adobeNames()[glyph]
	return t, ok
}

var adobeNames = sync.OnceValue(func() map[string]string { return textsOf(glyphList) })

// textsOf reads a list of names and the code points of their texts: "name;0041 0301".
func textsOf(list string) map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(list) {
		name, points, ok := strings.Cut(strings.TrimSpace(line), ";")
		if !ok || strings.HasPrefix(name, "#") {
			continue
		}
		text := ""
		for point := range strings.FieldsSeq(points) {
			if n, err := strconv.ParseUint(point, 16, 32); err == nil {
				text += string(rune(n))
			}
		}
		out[name] = text
	}
	return out
}
