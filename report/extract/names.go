package extract

import (
	"path"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxName in bytes leaves room for what is put behind a name, in the 255 that file systems take.
const maxName = 200

// device is a name that Windows keeps for a device, with any ending (Naming Files, Paths, and Namespaces).
var device = regexp.MustCompile(`(?i)^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)`)

// placed gives each file its path: the item's id as a folder, and its name. Names that would meet, where capitals do
// not count, are numbered.
func placed(list []embedded) []string {
	used := map[string]bool{}
	out := make([]string, len(list))
	for i, e := range list {
		name := safe(e.Name)
		end := path.Ext(name)
		for n := 1; ; n++ {
			at := name
			if n > 1 {
				at = strings.TrimSuffix(name, end) + " (" + strconv.Itoa(n) + ")" + end
			}
			if e.item != "" {
				folder := e.item
				if device.MatchString(folder) {
					folder = "_" + folder
				}
				at = folder + "/" + at
			}
			if k := strings.ToLower(at); !used[k] {
				used[k], out[i] = true, at
				break
			}
		}
	}
	return out
}

// safe makes a name that every file system can keep and no program takes for something else: it has no folders, none of
// the signs that Windows forbids, no dot in front, which hides files, no hyphen there, which makes options, and neither
// dots nor blanks at its end, which Windows drops.
func safe(name string) string {
	name = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r), r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r == 0x200E, r == 0x200F,
			r == utf8.RuneError:
			return -1
		case strings.ContainsRune(`<>:"/\|?*`, r):
			return '_'
		}
		return r
	}, name)
	name = strings.TrimRight(strings.TrimSpace(name), ". ")
	if len(name) > maxName {
		end := path.Ext(name)
		if len(end) > 20 {
			end = ""
		}
		name = strings.TrimRight(strings.ToValidUTF8(name[:maxName-len(end)], ""), ". ") + end
	}
	switch {
	case name == "":
		return "file"
	case name[0] == '.' || name[0] == '-' || device.MatchString(name):
		return "_" + name
	}
	return name
}
