package unit

import (
	"bytes"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/syntax"
)

// leftOfPage are the entries of a page that are left behind or written anew: what belongs to the original as a whole,
// what acts, and what is attached.
var leftOfPage = []string{"Parent", "AA", "B", "AF", "Annots", "Contents", "Resources", "Type", "Tabs", "StructParents",
	"PresSteps"}

// page encodes page k of the unit, which is page i of the original: its dictionary with what it inherited, its streams
// as they are, ours before and after. once says that the page stands here for the first time.
func (s *source) page(k, i int, p pdf.Page, annots types.Array, once, stamped bool) Page {
	f := &s.original.findings
	d := make(types.Dict, len(p.Dict))
	for k, v := range p.Dict {
		d[k] = v
	}
	s.triggers(p.Dict["AA"], i)
	s.associated(p.Dict["AF"], i)
	parents := d["StructParents"]
	for _, k := range leftOfPage {
		delete(d, k)
	}
	d["Type"] = types.Name("Page")
	d["Parent"] = symbol{PageNode, k}
	d["Tabs"] = types.Name("S")
	if _, ok := s.doc.Rect(d["MediaBox"]); !ok {
		m := p.MediaBox
		d["MediaBox"] = types.Array{types.Float(m.X0), types.Float(m.Y0), types.Float(m.X1), types.Float(m.Y1)}
	}
	s.odd(p, d, i)
	if once && parents != nil {
		d["StructParents"] = parents
	}
	if !once && parents != nil {
		f.add(PageRepeated, "", i)
	}
	if len(annots) > 0 {
		d["Annots"] = annots
	}
	resources, contents := s.doc.Dict(p.Dict["Resources"]), types.Array{}
	numbers, _ := s.doc.ContentNumbers(p)
	var damage error
	for _, n := range numbers {
		if v, ok := s.doc.Resolve(s.doc.Object(n)).(types.StreamDict); ok && n > 0 {
			contents = append(contents, *types.NewIndirectRef(n, 0))
			s.inspect.content[n] = true
			if !s.doc.Deflated(v) && damage == nil { // else Scan tells
				damage = s.check(v)
			}
		}
	}
	balance, err := s.doc.Scan(p)
	if pdf.Undecodable(err) || damage == nil {
		damage = err
	}
	s.tell(damage, "text")
	s.missing(resources, balance)
	if once && !balance.UsesText && s.doc.OnlyImages(p) {
		s.u.Facts.Scans = append(s.u.Facts.Scans, i+1)
	}
	if stamped {
		name, stamped := s.stamped(k, p, resources)
		before := s.addContent(head(balance.ExtraQ))
		after := s.addContent(tail(balance, name))
		contents = append(append(types.Array{symbol{Local, before}}, contents...), symbol{Local, after})
		d["Resources"] = stamped
	} else if v, ok := p.Dict["Resources"]; ok && resources != nil {
		d["Resources"] = v
	} else {
		d["Resources"] = types.Dict{}
	}
	if len(contents) > 0 {
		d["Contents"] = contents
	}
	s.object(&s.piece, d, 0)
	s.piece.Bytes = s.piece.Bytes[:len(s.piece.Bytes)-len(">>")]
	s.piece.hole(Associated, k)
	s.piece.add(">>")
	c := p.CropBox
	return Page{Piece: s.piece.taken(), Content: s.doc.ContentHash(p),
		Shown: Shown{c.X0, c.Y0, c.X1, c.Y1, p.Rotate, p.UserUnit}}
}

// addContent encodes a content stream of ours, compressed where that makes it smaller; equal ones of a unit are one.
func (s *source) addContent(data []byte) int {
	if n, ok := s.ours[string(data)]; ok {
		return n
	}
	key := string(data)
	var dict Piece
	if len(data) > minPacked {
		if z := Pack(data); len(z)+len(flate) < len(data) {
			dict.add(flate)
			data = z
		}
	}
	n := s.u.alloc()
	s.u.putStream(n, dict, data)
	s.ours[key] = n
	return n
}

// minPacked is the size in bytes from which a content stream is worth compressing.
const minPacked = 100

const flate = "/Filter/FlateDecode"

// mostMended bounds how often a page's stream is closed again: a page that is off by more is noise.
const mostMended = 1 << 12

// tail closes what a page left open and draws the stamp. The page's streams themselves are not touched.
func tail(b pdf.Balance, name string) []byte {
	// Streams are read as if joined, and not by every reader with a blank between them (ISO 32000-1, 7.8.2); the line
	// feed ends a comment, too.
	t := append([]byte{'\n'}, b.Unfinished...)
	if b.OpenText {
		t = append(t, "ET\n"...)
	}
	t = append(t, bytes.Repeat([]byte("EMC\n"), min(b.OpenMarks, mostMended))...)
	t = append(t, bytes.Repeat([]byte("Q\n"), 1+min(b.UnclosedQ, mostMended))...)
	t = append(t, "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n"...)
	return append(syntax.AppendName(t, name), " Do\nEMC\n"...)
}

// head saves the graphics state for the stamp, and once more for every Q of the page that has no q. Readers pass over
// such a Q, and what the page has done to its coordinates lasts: so must it be with the state that the Q now finds,
// which is saved with the coordinates that will hold at that Q.
func head(extra []pdf.Matrix) []byte {
	b := []byte("q\n")
	now := pdf.Identity
	become := func(m pdf.Matrix) {
		inverse, ok := now.Inverse()
		if m == now || !ok {
			return
		}
		for _, v := range m.Of(inverse) {
			b = append(syntax.AppendFloat(b, v), ' ')
		}
		b, now = append(b, "cm\n"...), m
	}
	for i := min(len(extra), mostMended) - 1; i >= 0; i-- { // the first to be met is on top
		if _, ok := extra[i].Inverse(); ok {
			become(extra[i])
		}
		b = append(b, "q\n"...)
	}
	become(pdf.Identity)
	return b
}
