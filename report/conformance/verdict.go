package conformance

import "slices"

// Verdict is how far a unit conforms, and what it holds that concerns the whole.
type Verdict struct {
	Levels  Levels
	Reasons []Reason // why not all of them, in the order in which the reasons were met

	Objects   int
	Headings  []int      // the levels of its headings, in order; 0 for H
	Colorants []Colorant // of its Separation colour spaces
}

// Reason is a rule that is broken: first on a page, from 1 in the file, 0 where the file as a whole is meant; how
// often; and by what, where it has a name.
type Reason struct {
	Rule  *Rule
	Page  int
	Count int
	What  string
}

// Colorant is a colour of a name (ISO 32000-1, 8.6.6.4), and a sum of how it is mixed where it is not at hand.
type Colorant struct{ Name, Sum string }

// Spoiled are the levels that reasons keep from being reached.
func Spoiled(reasons []Reason) Levels {
	var l Levels
	for i := range reasons {
		l |= reasons[i].Rule.Spoils()
	}
	return l
}

// breaks notes that a rule is broken, count times.
func (v *Verdict) breaks(name string, page, count int, what string) {
	i := slices.IndexFunc(v.Reasons, func(r Reason) bool { return r.Rule.Name == name })
	if i < 0 {
		v.Reasons = append(v.Reasons, Reason{Rule: rule(name), Page: page, Count: count, What: what})
		return
	}
	r := &v.Reasons[i]
	r.Count += count
	if page > 0 && (r.Page == 0 || page < r.Page) {
		r.Page, r.What = page, what
	}
}
