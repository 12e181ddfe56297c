package unit

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/lex"
	"rapporteur/sources/pdf/syntax"
)

// AsParts is a page with tags of which something is neither tagged nor an artifact: our marks stand between its
// operators, each on a line of its own that ends in a word of ours. Without those lines its content is, byte for byte,
// what it decodes to in the original.
const AsParts As = "parts"

// stretch is a part of a page's content that shows something outside of all marks: its offsets, and whether it shows
// text or draws what is elsewhere; what only paints paths adorns the page.
type stretch struct {
	from, to int
	means    bool
}

const (
	// maxParted bounds the content of a page that is parted, and mostParts how many parts it may have.
	maxParted, mostParts = 8 << 20, 1 << 12
	// ours ends a line of ours.
	ours = " %rapporteur\n"
)

// unmarked finds the stretches of content that are outside of all marks that count: those of artifacts, and those that
// lead to an element, which tagged says of an identifier. None reaches over the border of a text object, a mark or a
// saved state; none begins or ends within a path.
func unmarked(content []byte, property func(name string) types.Dict, tagged func(id int) bool) (list []stretch) {
	var ops lex.Operators
	ops.Reset(content)
	depth, path := 0, -1 // depth: of marks that count
	var counts []bool
	open := stretch{from: -1}
	end := func() {
		if open.from >= 0 {
			list = append(list, open)
		}
		open = stretch{from: -1}
	}
	for op := ops.Next(); op != nil; op = ops.Next() {
		from, shows, means := ops.Start, false, false
		switch string(op) {
		case "BMC", "BDC":
			end()
			id, has := pdf.MarkID(ops.Operands, property)
			mark := has && tagged(id) || len(ops.Operands) > 0 && string(ops.Operands[0].Text) == "Artifact"
			if counts = append(counts, mark); mark {
				depth++
			}
		case "EMC":
			end()
			if n := len(counts); n > 0 {
				if counts[n-1] {
					depth--
				}
				counts = counts[:n-1]
			}
		case "BT", "ET", "q", "Q", "BX", "EX":
			end()
		case "m", "re":
			if path < 0 {
				path = ops.Start
			}
		case "f", "F", "f*", "B", "B*", "b", "b*", "S", "s":
			if path >= 0 {
				from = path
			}
			path, shows = -1, true
		case "n":
			path = -1
		case "Tj", "TJ", "'", "\"", "Do", "EI", "sh":
			shows, means = true, true
		}
		if depth > 0 || !shows {
			continue
		}
		if open.from < 0 {
			open.from = from
		}
		open.to, open.means = ops.End, open.means || means
	}
	end()
	return list
}

// part gives the content of a page of which something is neither tagged nor an artifact, with our marks, and the sum of
// it without them; nil where there is nothing to mark, or nothing that can be. key is the page's own into the
// unit's part of the parent tree, k its place in the unit.
func (s *source) part(k, key int, p pdf.Page, marks []int32, uses []pdf.Use, x *Brackets) (streams types.Array,
	sum string) {
	content, err := s.doc.PageContent(p, maxParted)
	if err != nil || len(content) >= maxParted {
		return nil, ""
	}
	properties := s.doc.Dict(s.doc.Dict(p.Dict["Resources"])["Properties"])
	elements := s.tags.lists[key]
	list := unmarked(content, func(name string) types.Dict { return s.doc.Dict(properties[name]) },
		func(id int) bool { return id >= 0 && id < len(elements) && elements[id] > 0 })
	unbalanced := x.Open+x.Marks+len(x.Extra)+len(x.Unfinished) > 0 || x.Text
	if len(list) == 0 || len(list) > mostParts || unbalanced || bytes.Contains(content, []byte("%rapporteur")) {
		return nil, ""
	}
	if s.drawsMarked(uses, s.doc.Dict(p.Dict["Resources"])) {
		return nil, ""
	}
	next := len(s.tags.lists[key])
	for _, id := range marks {
		next = max(next, int(id)+1)
	}
	at := 0
	var b []byte
	for _, part := range list {
		b = append(append(b, content[at:part.from]...), '\n')
		if part.means {
			b = append(syntax.AppendInt(append(b, "/P<</MCID "...), next), ">>BDC"+ours...)
			s.tags.bare(k, key, next)
			next++
		} else {
			b = append(b, "/Artifact BMC"+ours...)
		}
		b = append(append(b, content[part.from:part.to]...), "\nEMC"+ours...)
		at = part.to
	}
	streams = types.Array{symbol{Local, s.addContent(append(b, content[at:]...))}}
	x.As = AsParts
	s.mend(MendedParts, "", s.at)
	h := sha256.Sum256(content)
	return streams, hex.EncodeToString(h[:])
}

// drawsMarked reports whether content draws a form that has tags or artifacts of its own.
func (s *source) drawsMarked(uses []pdf.Use, resources types.Dict) bool {
	return slices.ContainsFunc(uses, func(u pdf.Use) bool {
		d := s.doc.Dict(s.doc.Dict(resources["XObject"])[u.Name])
		return u.Category == "XObject" && (d["StructParents"] != nil || d["StructParent"] != nil)
	}) || s.drawsArtifacts(uses, resources, 0)
}

// bare gives a mark of ours on a page that has others an element: a paragraph behind all that the page's own tags say.
func (g *graft) bare(k, key, id int) {
	b := &branch{number: g.s.u.alloc(), page: k, dict: types.Dict{"S": types.Name("P")},
		kids: []leafOrBranch{{mcid: id}}}
	g.own = append(g.own, b)
	for len(g.lists[key]) <= id {
		g.lists[key] = append(g.lists[key], 0)
	}
	g.lists[key][id] = b.number
	var p Piece
	p.add("[")
	for i, e := range g.lists[key] {
		if i > 0 {
			p.add(" ")
		}
		if e > 0 {
			p.hole(Local, e)
		} else {
			p.add("null")
		}
	}
	p.add("]")
	g.s.u.Keys[key] = p.taken()
}
