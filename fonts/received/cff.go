package received

import "rapporteur/fonts/subset"

// The charsets that have a number instead of a place (Adobe technical note 5176, 13).
const (
	isoAdobe = iota
	expert
	expertSubset
	isoAdobeGlyphs = 229 // names of the first, which are those of the standard strings
)

// readCFF reads a CFF program: its names and codes, then its widths.
func (p *Program) readCFF(table []byte) error {
	r, err := subset.Read(table)
	if r == nil {
		return err
	}
	p.Kind, p.Widths, p.Count = Type1, r.Widths, r.Count
	if r.ByCID {
		p.Kind, p.CIDs = CID, map[int]int{}
		for g, cid := range r.Charset {
			p.CIDs[cid] = g
		}
		return err
	}
	p.Names, p.Glyphs = namesOf(r), map[string]int{}
	for g, n := range p.Names {
		p.Glyphs[n] = g
	}
	p.Encoding = codesOf(r, p.Names)
	return err
}

// namesOf are the names of the glyphs.
func namesOf(r *subset.Received) []string {
	switch r.Predefined {
	case isoAdobe:
		return standardStrings()[:min(r.Count, isoAdobeGlyphs)]
	case expert:
		return firstOf(expertNames(), r.Count)
	case expertSubset:
		return firstOf(expertSubsetNames(), r.Count)
	}
	names := make([]string, len(r.Charset))
	for g, number := range r.Charset {
		names[g] = stringOf(r, number)
	}
	return names
}

func firstOf(list []string, n int) []string { return list[:min(n, len(list))] }

// stringOf is a string by its number: a standard one, or the program's own.
func stringOf(r *subset.Received, number int) string {
	if standard := standardStrings(); number < len(standard) {
		return standard[number]
	} else if number -= len(standard); number < len(r.Strings) {
		return r.Strings[number]
	}
	return Notdef
}

// codesOf is the encoding of the program.
func codesOf(r *subset.Received, names []string) *[256]string {
	own := new([256]string)
	switch {
	case r.Codes == nil && r.Expert:
		own, _ = Encoding("MacExpertEncoding") // the names of both agree where fonts use them
	case r.Codes == nil:
		own, _ = Encoding("StandardEncoding")
	default:
		for code := range own {
			own[code] = Notdef
			if g := r.Codes[code]; g > 0 && g < len(names) {
				own[code] = names[g]
			}
		}
		for code, number := range r.Supplements {
			own[code] = stringOf(r, number)
		}
	}
	return own
}
