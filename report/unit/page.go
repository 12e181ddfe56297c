package unit

import (
	"math"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// leftOfPage are the entries of a page that are left behind or written anew: what belongs to the original as a whole,
// what acts, what is attached, and what a page of a damaged file has of a node of the page tree.
var leftOfPage = []string{"Parent", "AA", "B", "AF", "Annots", "Contents", "Resources", "Type", "Tabs", "StructParents",
	"PresSteps", "Kids", "Count"}

// page encodes page k of the unit, which is page i of the original: its dictionary with what it inherited, its streams
// as they are, ours before and after. once says that the page stands here for the first time.
func (s *source) page(k, i int, p pdf.Page, annots []annot, once, stamped bool) Page {
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
	for _, name := range append(frameBoxes[:], "ArtBox") { // of more than four numbers some readers take none
		if a := s.doc.Array(d[name]); len(a) > 4 {
			d[name] = a[:4:4]
		}
	}
	if _, ok := s.doc.Rect(d["MediaBox"]); !ok {
		m := p.MediaBox
		d["MediaBox"] = types.Array{types.Float(m.X0), types.Float(m.Y0), types.Float(m.X1), types.Float(m.Y1)}
	}
	s.odd(p, d, i)
	m := p.MediaBox
	if c, ok := s.doc.Rect(d["CropBox"]); ok && (c.X0 >= m.X1 || c.X1 <= m.X0 || c.Y0 >= m.Y1 || c.Y1 <= m.Y0) {
		delete(d, "CropBox") // nothing of the page lies in it: some readers then show all of the page, others nothing
	}
	if once && parents != nil {
		d["StructParents"] = parents
	}
	if !once && parents != nil {
		f.add(PageRepeated, "", i)
	}
	resources, contents := s.doc.Dict(p.Dict["Resources"]), types.Array{}
	numbers, _ := s.doc.ContentNumbers(p)
	var damage error
	for _, n := range numbers {
		if v, ok := s.doc.Resolve(s.doc.Object(n)).(types.StreamDict); ok && n > 0 {
			contents = append(contents, *types.NewIndirectRef(n, 0))
			s.inspect.content[n] = true
			if !s.doc.Deflated(v) && damage == nil { // else Scan tells
				_, damage = s.check(v)
			}
		}
	}
	shown := shownOf(p)
	foot, see := s.beginFoot(shown, resources, stamped)
	var marks []int32
	see = s.doc.SeeMarks(resources, func(id int) { marks = append(marks, int32(id)) }, see)
	balance, err := s.doc.Scan(p, see)
	if pdf.Undecodable(err) || damage == nil {
		damage = err
	}
	s.tell(damage, "text")
	if balance.Vast {
		f.add(PictureHuge, "", i)
	}
	s.missing(resources, balance.Uses)
	s.inspect.pages = append(s.inspect.pages, balance.Uses)
	if once && !balance.UsesText && s.doc.OnlyImages(p) {
		s.u.Facts.Scans = append(s.u.Facts.Scans, i+1)
	}
	used := balance.Inks || s.inkSpace(s.doc.Dict(d["Group"])["CS"], 0)
	page := Page{Content: s.contentHash(p), Shown: shown}
	_, tagged := s.parentKey(parents)
	if tagged = tagged && once; tagged {
		s.original.marks[k], s.original.whole[k] = marks, damage == nil
	}
	if stamped || !tagged {
		page.Brackets = bracketsOf(balance)
	}
	if !tagged {
		artifacts := balance.Artifacts || s.drawsArtifacts(balance.Uses, resources, 0)
		d["StructParents"] = s.tagWhole(k, p, marks, artifacts, &page.Brackets)
	}
	if len(annots) > 0 {
		d["Annots"] = s.tagAnnotations(k, p, annots)
	}
	if tagged {
		key, _ := s.parentKey(parents)
		x := bracketsOf(balance)
		if parts, sum := s.part(k, key, p, marks, balance.Uses, &x); parts != nil {
			contents, page.Content, page.Brackets = parts, sum, x
		}
	}
	name := ""
	switch {
	case stamped:
		page.Foot = s.endFoot(foot, p)
		name, d["Resources"] = s.stamped(k, p, s.withInks(p.Dict["Resources"], used))
	case resources != nil:
		d["Resources"] = s.sharedInks(p.Dict["Resources"], used)
	default:
		d["Resources"] = types.Dict{}
	}
	if stamped || !tagged {
		before := s.addContent(page.Brackets.head())
		after := s.addContent(page.Brackets.tail(name))
		contents = append(append(types.Array{symbol{Local, before}}, contents...), symbol{Local, after})
	}
	if resources == nil && p.Dict["Resources"] != nil {
		f.add(BoxOdd, resourcesNowhere, i)
	}
	if len(contents) > 0 {
		d["Contents"] = contents
	}
	if n, ok := s.doc.Number(d["Rotate"]); ok && math.Mod(n, 90) != 0 {
		d["Rotate"] = types.Integer(p.Rotate) // readers turn such a page this way or that; the stamp is for this one
	}
	widened := stamped && (s.options.Widen || annotated(page.Foot)) // those may leave no other place
	if widened {
		page.Frame = s.frameOf(d, p)
	}
	s.object(&s.piece, d, 0)
	s.piece.Bytes = s.piece.Bytes[:len(s.piece.Bytes)-len(">>")]
	if widened {
		s.piece.hole(FrameBoxes, k)
	}
	s.piece.hole(Associated, k)
	s.piece.add(">>")
	page.Piece = s.piece.taken()
	return page
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
