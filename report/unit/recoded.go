package unit

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"maps"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// uncommon are the filters that PDF/A-3 does not allow (ISO 19005-3, 6.1.7.2): LZW, and the short names, which belong
// into inline images.
var uncommon = []string{"LZWDecode", "LZW", "A85", "AHx", "Fl", "RL", "CCF", "DCT"}

// maxRecoded bounds a stream that is compressed anew.
const maxRecoded = 64 << 20

// recoded is a stream whose filters PDF/A-3 allows: the same bytes once decoded. One that cannot be decoded to its end,
// or is longer than is looked at, stays as it is.
func (s *source) recoded(v types.StreamDict) types.StreamDict {
	if s.original == nil {
		return v
	}
	filters, many := s.doc.Resolve(v.Dict["Filter"]).(types.Array)
	if !many {
		filters = types.Array{v.Dict["Filter"]}
	}
	if !slices.ContainsFunc(filters, func(o types.Object) bool { return slices.Contains(uncommon, s.doc.Name(o)) }) {
		return v
	}
	switch last := s.doc.Name(filters[len(filters)-1]); last {
	case "DCT", "CCF": // a picture's own coding
		return v
	}
	b, err := s.doc.Decode(v, maxRecoded)
	if err != nil || len(b) >= maxRecoded {
		return v
	}
	d := maps.Clone(v.Dict)
	delete(d, "DecodeParms")
	delete(d, "DP")
	d["Filter"] = types.Name("FlateDecode")
	v.Dict, v.Raw = d, Pack(b)
	s.mend(MendedFilter, "", s.at)
	return v
}

// contentHash is the ledger's sum of a page's content: over its streams as they stand in the report, each preceded by
// its length.
func (s *source) contentHash(p pdf.Page) string {
	h, changed := sha256.New(), false
	for _, v := range s.doc.Contents(p) {
		r := s.recoded(v)
		changed = changed || len(r.Raw) != len(v.Raw) || len(r.Raw) > 0 && &r.Raw[0] != &v.Raw[0]
		h.Write(binary.BigEndian.AppendUint64(nil, uint64(len(r.Raw))))
		h.Write(r.Raw)
	}
	if !changed {
		return s.doc.ContentHash(p)
	}
	return hex.EncodeToString(h.Sum(nil))
}
