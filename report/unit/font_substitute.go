package unit

import "strings"

// substituted is the family of a font that need not be embedded, by its name; "" of another.
func substituted(name string) string {
	if i := strings.IndexByte(name, '+'); i == 6 {
		name = name[7:]
	}
	for _, family := range []string{"ZapfDingbats", "Symbol"} {
		if strings.HasPrefix(name, family) {
			return family
		}
	}
	return ""
}
