package received

import (
	_ "embed"
	"sync"

	"rapporteur/fonts/subset"
)

//go:embed strings.txt
var cffStrings string

//go:embed expert.txt
var expertList string

//go:embed expertsubset.txt
var expertSubsetList string

var standardStrings = sync.OnceValue(func() []string { return words(cffStrings) })

// The charsets that have a number instead of a place (Adobe technical note 5176, 13).
const (
	isoAdobe = iota
	expert
	expertSubset
)

// openCFF reads a CFF program.
func openCFF(table []byte) (*Program, error) {
	r, err := subset.Read(table)
	if err != nil {
		return nil, err
	}
	p := &Program{Kind: Type1, Widths: r.Widths, Count: len(r.Widths)}
	name := func(sid int) string {
		if std := standardStrings(); sid < len(std) {
			return std[sid]
		} else if sid -= len(std); sid < len(r.Strings) {
			return r.Strings[sid]
		}
		return Notdef
	}
	if r.ByCID {
		p.Kind, p.CIDs = CID, map[int]int{}
		for g, cid := range r.Charset {
			p.CIDs[cid] = g
		}
		return p, nil
	}
	names := make([]string, len(r.Charset))
	for g, sid := range r.Charset {
		names[g] = name(sid)
	}
	switch r.Predefined {
	case isoAdobe:
		names = standardStrings()[:min(p.Count, 229)]
	case expert:
		names = firstOf(words(expertList), p.Count)
	case expertSubset:
		names = firstOf(words(expertSubsetList), p.Count)
	}
	p.Glyphs = map[string]int{}
	for g, n := range names {
		p.Glyphs[n] = g
	}
	p.ownCodes(r, names, name)
	return p, nil
}

func firstOf(list []string, n int) []string { return list[:min(n, len(list))] }

// ownCodes reads the encoding of the program.
func (p *Program) ownCodes(r *subset.Received, names []string, name func(sid int) string) {
	switch {
	case r.Codes == nil && r.Expert:
		p.Encoding, _ = Encoding("MacExpertEncoding") // the names of both agree where fonts use them
	case r.Codes == nil:
		p.Encoding, _ = Encoding("StandardEncoding")
	default:
		for code := range p.Encoding {
			p.Encoding[code] = Notdef
			if g := r.Codes[code]; g > 0 && g < len(names) {
				p.Encoding[code] = names[g]
			}
		}
		for code, sid := range r.Supplements {
			p.Encoding[code] = name(sid)
		}
	}
}
