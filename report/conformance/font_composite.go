package conformance

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/fonts/received"
)

// checkComposite judges a composite font (ISO 19005-3, 6.2.11.3 and 6.2.11.4.2).
func (f *font) checkComposite() {
	j := f.j
	kind := j.Name(f.descend["Subtype"])
	if f.descend == nil || kind != "CIDFontType0" && kind != "CIDFontType2" ||
		j.Name(f.descend["Type"]) != "Font" || j.Name(f.descend["BaseFont"]) == "" {
		j.fail("font-dictionary", f.label())
		return
	}
	if f.codes == nil || f.codes.foreign {
		f.unknown = true
		j.fail("cmap-unknown", f.label())
	} else if !f.codes.identity {
		f.checkSystem()
	}
	to := j.Resolve(f.descend["CIDToGIDMap"])
	_, stream := to.(types.StreamDict)
	if kind == "CIDFontType2" && f.program != nil && !stream && j.Name(to) != "Identity" {
		j.fail("cidtogidmap", f.label())
	}
	if s, ok := j.Stream(j.Dict(f.descend["FontDescriptor"])["CIDSet"]); ok && f.program != nil && subset(f.name) {
		if data, err := j.Decode(*s, 1<<16); err != nil || !f.listed(data) {
			j.fail("cidset", f.label())
		}
	}
}

// checkSystem judges whether the map of codes is for the characters of the font (6.2.11.3.1).
func (f *font) checkSystem() {
	j := f.j
	info := j.Dict(f.descend["CIDSystemInfo"])
	registry, _ := j.String(info["Registry"])
	ordering, _ := j.String(info["Ordering"])
	supplement, _ := j.Int(info["Supplement"])
	c := f.codes
	if string(registry) != c.registry || string(ordering) != c.ordering || supplement > c.supplement ||
		c.registry == "" {
		j.fail("cid-system", f.label())
	}
	if c.modeDiffers {
		j.fail("cmap-mode", f.label())
	}
}

// listed reports whether a CIDSet lists the CIDs that the program has, and no others.
func (f *font) listed(set []byte) bool {
	in := func(cid int) bool { return cid/8 < len(set) && set[cid/8]&(0x80>>(cid%8)) != 0 }
	switch p := f.program; {
	case p.Kind == received.CID:
		for cid := range p.CIDs {
			if cid != 0 && !in(cid) {
				return false
			}
		}
	case p.Kind == received.TrueType && f.toGID != nil:
		for cid := 1; cid < len(f.toGID)/2; cid++ {
			if f.gid(cid) < p.Count && !in(cid) {
				return false
			}
		}
	case p.Kind == received.TrueType:
		for cid := 1; cid < len(p.Widths); cid++ {
			if !in(cid) {
				return false
			}
		}
	}
	for cid := 1; cid < 8*len(set); cid++ {
		if in(cid) && !f.hasCID(cid) {
			return false
		}
	}
	return true
}

// toGID reads a CIDToGIDMap; nil where it is Identity.
func (j *judge) toGID(o types.Object) []byte {
	s, ok := j.Stream(o)
	if !ok {
		return nil
	}
	data, _ := j.Decode(*s, 1<<17)
	if data == nil {
		data = []byte{}
	}
	return data
}

// gid is the glyph of a CID in a TrueType program.
func (f *font) gid(cid int) int {
	switch {
	case f.toGID == nil:
		return cid
	case 2*cid+1 < len(f.toGID):
		return int(f.toGID[2*cid])<<8 | int(f.toGID[2*cid+1])
	}
	return 0
}

// hasCID reports whether the program has a glyph for a CID.
func (f *font) hasCID(cid int) bool {
	p := f.program
	switch p.Kind {
	case received.CID:
		_, ok := p.CIDs[cid]
		return ok
	case received.TrueType:
		return cid != 0 && (f.toGID == nil || 2*cid+1 < len(f.toGID)) && f.gid(cid) < p.Count
	}
	return cid >= 0 && cid < p.Count
}

// programCID is the width that the program gives to a CID.
func (f *font) programCID(cid int) float64 {
	p := f.program
	switch p.Kind {
	case received.CID:
		g := p.CIDs[cid]
		return p.Width(g)
	case received.TrueType:
		return p.Width(f.gid(cid))
	}
	return p.Width(cid)
}

// cidWidths are the widths of a CIDFont (ISO 32000-1, 9.7.4.3).
type cidWidths struct {
	usual  float64
	single map[int]float64
	ranges []cidRange
}

type cidRange struct {
	first, last int
	width       float64
}

// mostRanges bounds what W may hold.
const mostRanges = 1 << 17

func (j *judge) cidWidths(d types.Dict) cidWidths {
	w := cidWidths{usual: 1000, single: map[int]float64{}}
	if v, ok := j.Number(d["DW"]); ok {
		w.usual = v
	}
	list := j.Array(d["W"])
	for i := 0; i+1 < len(list) && len(w.single)+len(w.ranges) < mostRanges; {
		first, _ := j.Int(list[i])
		if each, ok := j.Resolve(list[i+1]).(types.Array); ok {
			for k, o := range each {
				if v, ok := j.Number(o); ok {
					w.single[first+k] = v
				}
			}
			i += 2
			continue
		}
		if i+2 >= len(list) {
			break
		}
		last, _ := j.Int(list[i+1])
		v, _ := j.Number(list[i+2])
		w.ranges = append(w.ranges, cidRange{first, last, v})
		i += 3
	}
	return w
}

func (w *cidWidths) of(cid int) float64 {
	if v, ok := w.single[cid]; ok {
		return v
	}
	for _, r := range w.ranges {
		if cid >= r.first && cid <= r.last {
			return r.width
		}
	}
	return w.usual
}
