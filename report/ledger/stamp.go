package ledger

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Stamp is the stamp on a page of an original: how it stands there, and the sum of what it is. In the ledger it is one
// line: the sum, and the way where it is not free.
type Stamp struct {
	Sum   string  // StampSum's
	Way   Way     // how its words are kept legible
	Strip float64 // of a widened page: the height of what was added, in points
}

// Way is how the words of a stamp are kept legible.
type Way string

// The ways.
const (
	Free    Way = ""        // they stand where the page paints nothing
	Ground  Way = "ground"  // a white ground lies under them, for nothing was free
	Widened Way = "widened" // the page has a strip more at its foot
	Headed  Way = "headed"  // it has one at its head, for annotations would hide it at the foot
)

// MarshalText implements encoding.TextMarshaler.
func (s Stamp) MarshalText() ([]byte, error) {
	switch s.Way {
	case Free:
		return []byte(s.Sum), nil
	case Widened, Headed:
		return []byte(s.Sum + " " + string(s.Way) + " " + strconv.FormatFloat(s.Strip, 'f', -1, 64)), nil
	}
	return []byte(s.Sum + " " + string(s.Way)), nil
}

// UnmarshalText implements encoding.TextUnmarshaler.
func (s *Stamp) UnmarshalText(b []byte) error {
	parts := strings.Fields(string(b))
	*s = Stamp{}
	switch {
	case len(parts) == 1:
	case len(parts) == 2 && Way(parts[1]) == Ground:
		s.Way = Ground
	case len(parts) == 3 && (Way(parts[1]) == Widened || Way(parts[1]) == Headed):
		strip, err := strconv.ParseFloat(parts[2], 64)
		if err != nil || !(strip > 0) {
			return fmt.Errorf("%q is no height of a strip", parts[2])
		}
		s.Way, s.Strip = Way(parts[1]), strip
	default:
		return fmt.Errorf("%q is no stamp", b)
	}
	s.Sum = parts[0]
	return nil
}

// Number is the number in its file of page k of an original, counted from 0.
func (o *Original) Number(k int) int {
	if k >= 0 && k < len(o.Taken) {
		return o.Taken[k]
	}
	return k + 1
}

// Sound reports whether what an original says of its pages one by one is said of each.
func (o *Original) Sound() bool {
	return (o.Taken == nil || len(o.Taken) == o.Pages) && (o.Stamps == nil || len(o.Stamps) == o.Pages)
}

// Bracket is what an original's page closes too often or leaves open, counted from the streams as received, and what
// our streams around them make up for; and what a page is that has no tags. Pages that have tags and whose content is
// balanced have none. Extra is for each Q without a q, in order.
type Bracket struct {
	Page  int     `json:"page"` // of the report
	Extra []Extra `json:"extra,omitempty"`
	Open  int     `json:"open,omitempty"`  // q left open
	Marks int     `json:"marks,omitempty"` // marked content left open
	Text  bool    `json:"text,omitempty"`  // a text object left open
	// As is what a page without tags is as a whole to those who do not see it, "figure" or "artifact", Mark the
	// identifier of the mark that is then ours, and Ends how many marks it ends that it has not begun.
	As   string `json:"as,omitempty"`
	Mark int    `json:"mark,omitempty"`
	Ends int    `json:"ends,omitempty"`
	// Unfinished is, in base 64, what ends the string, array, dictionary or image that it breaks off in.
	Unfinished []byte `json:"unfinished,omitempty"`
}

// Bracket is what the ledger says of the content of a page of the report, from 1; the zero value where it says nothing.
func (o *Original) Bracket(page int) Bracket {
	i, found := slices.BinarySearchFunc(o.Brackets, page, func(b Bracket, page int) int { return b.Page - page })
	if !found {
		return Bracket{}
	}
	return o.Brackets[i]
}

// Extra is so many Q without a q where the coordinates are those of a matrix; nil is the page's own, and six zeros one
// that cannot be undone.
type Extra struct {
	Times  int       `json:"times"`
	Matrix []float64 `json:"matrix,omitempty"`
}
