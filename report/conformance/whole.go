package conformance

import "slices"

// Received is the unit of an original in the report.
type Received struct {
	Verdict *Verdict
	Depth   int  // the level of the heading that stands before it
	Spoken  bool // its words can be heard: it came with tags, its text is set too, or words speak for it
}

// mostObjects is how many objects a file may have (ISO 19005-3, 6.1.13), with room for the report's own.
const mostObjects = 8_000_000

// Whole judges the originals of a report together, in their order: each gets a verdict of its own, which says what it
// would keep the report from. What it says is in addition to what its unit's says.
func Whole(list []Received) []*Verdict {
	out := make([]*Verdict, len(list))
	mixed := map[string]string{} // by the name of the colour
	objects := 0
	for i, r := range list {
		v := *r.Verdict
		v.Reasons = slices.Clone(v.Reasons)
		out[i] = &v
		if len(v.Headings) > 0 && v.Headings[0] > r.Depth+1 {
			v.breaks("heading-enters", 0, 1, "")
		}
		if !r.Spoken {
			v.breaks("no-text", 0, 1, "")
		}
		for _, c := range v.Colorants {
			if sum, known := mixed[c.Name]; !known {
				mixed[c.Name] = c.Sum
			} else if sum != c.Sum {
				v.breaks("colorant-differs", 0, 1, c.Name)
			}
		}
		if objects += v.Objects; objects > mostObjects {
			v.breaks("objects-many", 0, 1, "")
		}
		v.Levels = All &^ Spoiled(v.Reasons)
	}
	return out
}
