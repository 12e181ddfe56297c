package unit

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// separation is the array of a colour space of one ink with the ink's name as a symbol: where another original calls
// another colour by the name, the report has two names (ISO 19005-3, 6.2.4.4).
func (s *source) separation(v types.Array) types.Array {
	if s.original == nil || len(v) != 4 || s.doc.Name(v[0]) != "Separation" {
		return v
	}
	name := s.doc.Name(v[1])
	if name == "" || name == "All" || name == "None" {
		return v
	}
	h := sha256.New()
	ink := Ink{Name: name}
	if s.digest(h, v[2], 0) && s.digest(h, v[3], 0) {
		ink.Sum = hex.EncodeToString(h.Sum(nil)[:16])
	}
	i := slices.Index(s.u.Inks, ink)
	if i < 0 {
		i = len(s.u.Inks)
		s.u.Inks = append(s.u.Inks, ink)
	}
	return types.Array{v[0], symbol{InkName, i}, v[2], v[3]}
}
