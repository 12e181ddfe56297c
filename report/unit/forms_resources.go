package unit

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash"
	"math"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/content"
	"rapporteur/sources/pdf/syntax"
)

// resourceName is the name of a form's resource within its category.
type resourceName struct{ category, name string }

// template is a piece of ours inside an object tree.
type template Piece

// Clone, String and PDFString make template an object of pdfcpu's model.
func (t template) Clone() types.Object { return t }
func (t template) String() string      { return string(t.Bytes) }
func (t template) PDFString() string   { return string(t.Bytes) }

// defaults takes the form's default resources (12.7.2, DR), each by its name as received: where another original has
// given the name to another thing, the linker finds a new one.
func (s *source) defaults() {
	resources := s.doc.Dict(s.original.form.dict["DR"])
	for _, category := range pdf.SortedKeys(resources) {
		entries, ok := s.doc.Resolve(resources[category]).(types.Dict)
		if !ok { // ProcSet, which is a list and obsolete
			continue
		}
		for _, name := range pdf.SortedKeys(entries) {
			if !s.spend() {
				return
			}
			s.resource(category, name, entries[name])
		}
	}
}

// resource gives the index of a resource of the form.
func (s *source) resource(category, name string, value types.Object) int {
	f := &s.original.form
	key := resourceName{category, name}
	i, ok := f.resources[key]
	if !ok {
		i = len(s.u.Form.Resources)
		f.resources[key] = i
		r := Resource{Category: category, Name: name}
		h := sha256.New()
		if s.digest(h, value, 0) {
			r.Sum = hex.EncodeToString(h.Sum(nil))
		}
		led := s.way
		s.way = ofCategory(category).below(nil, name)
		s.object(&s.piece, value, 0)
		s.way = led
		r.Value = s.piece.taken()
		s.u.Form.Resources = append(s.u.Form.Resources, r)
	}
	return i
}

// standardFonts are the names that Acrobat gives to the fonts of every reader (9.6.2.2) in default appearances, where
// they are met without being resources of the form.
var standardFonts = map[string]string{
	"Helv": "Helvetica", "HeBo": "Helvetica-Bold", "HeOb": "Helvetica-Oblique", "HeBO": "Helvetica-BoldOblique",
	"TiRo": "Times-Roman", "TiBo": "Times-Bold", "TiIt": "Times-Italic", "TiBI": "Times-BoldItalic",
	"Cour": "Courier", "CoBo": "Courier-Bold", "CoOb": "Courier-Oblique", "CoBO": "Courier-BoldOblique",
	"ZaDb": "ZapfDingbats", "Symb": "Symbol",
}

// formFontOf is the font of the form with a name, or the standard font that readers take instead.
func (s *source) formFontOf(name string) types.Object {
	if o := s.doc.Dict(s.doc.Dict(s.original.form.dict["DR"])["Font"])[name]; s.doc.Dict(o) != nil {
		return o
	}
	base := standardFonts[name]
	if base == "" {
		base = "Helvetica"
	}
	d := types.Dict{"Type": types.Name("Font"), "Subtype": types.Name("Type1"), "BaseFont": types.Name(base)}
	if base != "ZapfDingbats" && base != "Symbol" {
		d["Encoding"] = types.Name("WinAnsiEncoding")
	}
	return d
}

// appearanceOf rewrites a dictionary's default appearance (12.7.3.3), so that the names of its fonts are those of the
// report.
func (s *source) appearanceOf(d types.Dict) {
	if s.original.form.flat {
		return
	}
	da, ok := s.doc.String(d["DA"])
	if !ok {
		return
	}
	var p Piece
	p.add("(")
	from := 0
	part := func(to int) {
		escaped := syntax.AppendString(nil, da[from:to])
		p.Bytes = append(p.Bytes, escaped[1:len(escaped)-1]...)
	}
	for _, n := range content.ReadAppearance(da).Fonts {
		part(n.At)
		p.hole(FormResource, s.resource("Font", n.Name, s.formFontOf(n.Name)))
		from = n.End
	}
	part(len(da))
	p.add(")")
	d["DA"] = template(p)
}

// digest hashes a value with all that it refers to, so that equal resources of two originals have one sum. It is false
// where that leads back into itself, into the pages, or too far.
func (s *source) digest(h hash.Hash, o types.Object, depth int) bool {
	if depth > maxFieldDepth || !s.spend() {
		return false
	}
	word := func(kind byte, b []byte) {
		var head [9]byte
		head[0] = kind
		binary.BigEndian.PutUint64(head[1:], uint64(len(b)))
		h.Write(head[:])
		h.Write(b)
	}
	if n := pdf.RefNumber(o); n > 0 {
		sum, known := s.original.form.digests[n]
		if !known {
			s.original.form.digests[n] = "" // on the way
			own := sha256.New()
			at, taken := s.numbers[n]
			if (!taken || at != gone && at < pageBase) && s.digest(own, s.doc.Object(n), depth+1) {
				sum = string(own.Sum(nil))
			}
			s.original.form.digests[n] = sum
		}
		word('r', []byte(sum))
		return sum != ""
	}
	dict := func(d types.Dict) bool {
		keys := pdf.SortedKeys(d)
		word('<', strconv.AppendInt(nil, int64(len(keys)), 10))
		for _, k := range keys {
			if word('/', []byte(k)); k != "Length" && !s.digest(h, d[k], depth+1) {
				return false
			}
		}
		return true
	}
	switch v := o.(type) {
	case types.Dict:
		return dict(v)
	case types.StreamDict:
		word('s', v.Raw)
		return dict(v.Dict)
	case types.Array:
		word('[', strconv.AppendInt(nil, int64(len(v)), 10))
		for _, e := range v {
			if !s.digest(h, e, depth+1) {
				return false
			}
		}
	case types.Name:
		word('n', []byte(v))
	case types.StringLiteral, types.HexLiteral:
		raw, _ := pdf.StringBytes(v)
		word('t', raw)
	case types.Integer:
		word('i', strconv.AppendInt(nil, int64(v), 10))
	case types.Float:
		word('f', binary.BigEndian.AppendUint64(nil, math.Float64bits(float64(v))))
	case types.Boolean:
		word('b', strconv.AppendBool(nil, bool(v)))
	case nil:
		word('0', nil)
	default:
		return false
	}
	return true
}
