package document

import (
	"strings"

	"rapporteur/sources/pattern"
)

// soundISBN reports whether a number is an ISBN of thirteen or ten figures with its check digit (ISO 2108).
func soundISBN(s string) bool {
	s = bareDigits(s, "ISBN")
	switch len(s) {
	case 13:
		sum := 0
		for i, c := range s {
			if c < '0' || c > '9' {
				return false
			}
			sum += int(c-'0') * (1 + i%2*2)
		}
		return sum%10 == 0
	case 10:
		return weighted(s)
	}
	return false
}

// SoundISBN is the ISBN, where it is one: one that is wrong is printed as it was given, and names nothing.
func (p *Publication) SoundISBN() string {
	if soundISBN(p.ISBN) {
		return p.ISBN
	}
	return ""
}

// soundISSN is the ISSN in the same way.
func (p *Publication) soundISSN() string {
	if soundISSN(p.ISSN) {
		return p.ISSN
	}
	return ""
}

// soundISSN does it for an ISSN (ISO 3297).
func soundISSN(s string) bool {
	s = bareDigits(s, "ISSN")
	return len(s) == 8 && weighted(s)
}

// doiShape is the shape of a DOI: the prefix, which is the directory's indicator and four figures or more, and a suffix
// (ISO 26324).
var doiShape = pattern.Of(`^10\.[0-9]{4,9}(\.[0-9]+)*/[^\s\p{C}]+$`)

// soundDOI reports whether a number is a DOI. It has no check digit.
func soundDOI(s string) bool { return doiShape.MatchString(s) }

// bareDigits takes a name before a number off, and the hyphens and spaces in it.
func bareDigits(s, name string) string {
	s = strings.TrimLeft(strings.TrimPrefix(strings.ToUpper(s), name), ": ")
	return strings.NewReplacer("-", "", "–", "", " ", "", "\u00a0", "", "\u2011", "").Replace(s)
}

// weighted sums digits by weights that fall to 1, the last of which may be X for ten: the sum is a multiple of 11.
func weighted(s string) bool {
	sum := 0
	for i, c := range s {
		digit := int(c - '0')
		switch {
		case c == 'X' && i == len(s)-1:
			digit = 10
		case c < '0' || c > '9':
			return false
		}
		sum += digit * (len(s) - i)
	}
	return sum%11 == 0
}
