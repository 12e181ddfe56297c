package compose

import (
	"strconv"
	"strings"
	"unicode"

	"rapporteur/report/document"
)

// mostAttached bounds the names that a divider lists, longestAttached the characters of each: who attached them chose
// both.
const (
	mostAttached    = 12
	longestAttached = 60
)

// attached are the names of the files that came attached to an original, and that readers of the report find among its
// attachments.
func (c *composer) attached(o *document.Original) string {
	if c.found.Attached == nil {
		return ""
	}
	names := c.found.Attached(o)
	more := ""
	if n := len(names) - mostAttached; n > 0 {
		names, more = names[:mostAttached], " (+ "+strconv.Itoa(n)+")"
	}
	shown := make([]string, len(names))
	for i, name := range names {
		shown[i] = shownName(name)
	}
	return strings.Join(shown, c.words.Marks.Semicolon) + more
}

// scripts are those that every report has letters for.
var scripts = []*unicode.RangeTable{unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Nd}

// shownName is a file's name with a stroke for each character that a report may have no letter for, and shortly: a name
// that somebody else gave a file must not keep a report from being made.
func shownName(name string) string {
	list := []rune(name)
	if len(list) > longestAttached {
		list = append(list[:longestAttached-1:longestAttached-1], '…')
	}
	for i, r := range list {
		ascii := r >= ' ' && r < unicode.MaxASCII || r == '…'
		if !ascii && (r > lastShown || !unicode.In(r, scripts...)) {
			list[i] = '_'
		}
	}
	return string(list)
}

// lastShown is the last letter of the blocks of those scripts that languages of today are written in.
const lastShown = 0x52F
