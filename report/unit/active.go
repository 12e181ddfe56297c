package unit

import "slices"

// activeCodes are the findings about what acts, plays or reaches out of an original, and was removed.
var activeCodes = []string{ActionRemoved, AddressRemoved, LinkToFile, MediaRemoved, ExternalData}

// Active is what was removed from an original because it acts, plays or reaches out of it: on the pages that are taken
// and in the file as a whole. Whoever hands the file on as it was received hands this on, too.
func (u *Unit) Active() []Finding {
	var out []Finding
	for _, f := range u.Findings {
		if slices.Contains(activeCodes, f.Code) {
			out = append(out, f)
		}
	}
	return out
}
