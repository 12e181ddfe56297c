package unit

import (
	"maps"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// colorants completes a colour space of several inks by the list of those that PDF/A-3 asks for (ISO 19005-3, 6.2.4.4):
// each ink by itself, as it shows where the others are left out. It is the array itself where there is nothing to do,
// or where what the inks show is given in a way that cannot be taken apart.
func (s *source) colorants(v types.Array) types.Array {
	if s.original == nil || len(v) < 4 || s.doc.Name(v[0]) != "DeviceN" {
		return v
	}
	names := s.doc.Array(v[1])
	var attributes types.Dict
	if len(v) > 4 {
		attributes = s.doc.Dict(v[4])
	}
	known := s.doc.Dict(attributes["Colorants"])
	added := types.Dict{}
	maps.Copy(added, known)
	for i, o := range names {
		name := s.doc.Name(o)
		if known[name] != nil || slices.Contains([]string{"None", "Cyan", "Magenta", "Yellow", "Black"}, name) {
			continue
		}
		tint := s.alone(v[3], i, len(names))
		if tint == nil {
			return v
		}
		added[name] = types.Array{types.Name("Separation"), types.Name(name), v[2], tint}
	}
	if len(added) == len(known) {
		return v
	}
	all := types.Dict{}
	maps.Copy(all, attributes)
	all["Colorants"] = added
	return append(slices.Clone(v[:4]), all)
}

// maxSamples bounds the samples of a function.
const maxSamples = 1 << 24

// alone is the function of one ink, number i of n, that a sampled function of all gives where the others are 0; nil
// where it is no such function with samples of whole bytes.
func (s *source) alone(o types.Object, i, n int) types.Object {
	v, ok := s.doc.Stream(o)
	if !ok {
		return nil
	}
	d := v.Dict
	kind, _ := s.doc.Int(d["FunctionType"])
	bits, _ := s.doc.Int(d["BitsPerSample"])
	sizes, outputs := s.doc.Array(d["Size"]), len(s.doc.Array(d["Range"]))/2
	if kind != 0 || bits%8 != 0 || bits == 0 || d["Encode"] != nil || len(sizes) != n || outputs == 0 {
		return nil
	}
	b, err := s.doc.Decode(*v, maxSamples)
	step, size := bits/8*outputs, 0
	for k, o := range sizes { // the first input's samples stand side by side
		count, _ := s.doc.Int(o)
		if k == i {
			size = count
			break
		}
		step *= max(count, 1)
	}
	if err != nil || size < 1 || (size-1)*step+bits/8*outputs > len(b) {
		return nil
	}
	var samples []byte
	for k := range size {
		samples = append(samples, b[k*step:k*step+bits/8*outputs]...)
	}
	f := types.Dict{"FunctionType": types.Integer(0), "Domain": numbers(0, 1), "Range": d["Range"],
		"Size": types.Array{types.Integer(size)}, "BitsPerSample": types.Integer(bits)}
	if d["Decode"] != nil {
		f["Decode"] = d["Decode"]
	}
	outer := s.piece
	s.piece = Piece{}
	for _, k := range pdf.SortedKeys(f) {
		s.piece.name(k)
		s.piece.add(" ")
		s.object(&s.piece, f[k], 0)
	}
	number := s.u.alloc()
	s.u.putStream(number, s.piece.taken(), samples)
	s.piece = outer
	return symbol{Local, number}
}
