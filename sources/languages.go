package sources

import (
	"slices"
	"strings"
)

// Languages are those that a manifest may name: Codes are the tags that a report can be written in, and Named gives the
// tag of a language by its name in any language, "" where it knows none. Named may be nil.
type Languages struct {
	Codes []string
	Named func(name string) string
}

// has reports whether a tag, in its usual form, is one of them, or one with a region, a script and so on.
func (l Languages) has(tag string) bool {
	if slices.Contains(l.Codes, tag) {
		return true
	}
	_, usual := languageTag(tag)
	return usual && Closest(tag, len(l.Codes), func(i int) string { return l.Codes[i] }) >= 0
}

// list is how a hint names them.
func (l Languages) list() string { return strings.Join(l.Codes, ", ") }

// tag gives the tag that is meant by a tag in another spelling ("FR", "pt_BR") or by a name ("French"); what is neither
// comes back as it is.
func (l Languages) tag(written string) string {
	if l.Named != nil {
		if tag := l.Named(written); tag != "" {
			return tag
		}
	}
	if canonical, _ := languageTag(written); canonical != "" {
		return canonical
	}
	return written
}
