package unit

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// standardTypes are the structure types of ISO 32000-1, 14.8.4.
var standardTypes = map[string]bool{
	"Document": true, "Part": true, "Art": true, "Sect": true, "Div": true, "BlockQuote": true, "Caption": true,
	"TOC": true, "TOCI": true, "Index": true, "NonStruct": true, "Private": true, "P": true, "H": true, "H1": true,
	"H2": true, "H3": true, "H4": true, "H5": true, "H6": true, "L": true, "LI": true, "Lbl": true, "LBody": true,
	"Table": true, "TR": true, "TH": true, "TD": true, "THead": true, "TBody": true, "TFoot": true, "Span": true,
	"Quote": true, "Note": true, "Reference": true, "BibEntry": true, "Code": true, "Link": true, "Annot": true,
	"Ruby": true, "RB": true, "RT": true, "RP": true, "Warichu": true, "WT": true, "WP": true, "Figure": true,
	"Formula": true, "Form": true,
}

// newerTypes are those that ISO 32000-2 added, and what they were called before: met without a namespace, or without a
// mapping of their own.
var newerTypes = map[string]string{
	"Title": "P", "FENote": "Note", "Em": "Span", "Strong": "Span", "Sub": "Span", "Aside": "Div",
	"DocumentFragment": "Sect", "Artifact": "NonStruct",
}

// maxRoles bounds the way through a role map, which may be a circle.
const maxRoles = 50

// The namespaces of ISO 32000-2, 14.8.6 whose types are standard ones, and that of MathML.
const (
	nsPDF1   = "http://iso.org/pdf/ssn"
	nsPDF2   = "http://iso.org/pdf2/ssn"
	nsMathML = "http://www.w3.org/1998/Math/MathML"
)

// role is the type of an original's element: a name where it is a standard one, else a symbol. A type of its own stands
// for the standard type where the original's role map ends, or that of its namespace, which a PDF 1.7 knows nothing of
// (ISO 32000-2, 14.7.4.2). Mappings of standard types, circles and dead ends are not taken (ISO 14289-1, 7.1): such a
// type becomes Div.
func (g *graft) role(e types.Dict) types.Object {
	s := g.s
	name := s.doc.Name(e["S"])
	space := s.doc.Dict(e["NS"])
	key := name + " " + s.text(space["NS"])
	if i, ok := g.roles[key]; ok {
		return symbol{RoleName, i}
	}
	end := g.roleEnd(name, space)
	if end == name || standardTypes[name] { // a standard type stands for no other
		return types.Name(end)
	}
	i := len(s.u.Roles)
	g.roles[key] = i
	s.u.Roles = append(s.u.Roles, Role{name, end})
	return symbol{RoleName, i}
}

// roleEnd is the standard type where the way of a type through namespaces and role maps ends.
func (g *graft) roleEnd(name string, space types.Dict) string {
	s := g.s
	roles := s.doc.Dict(s.doc.Dict(s.doc.Catalog()["StructTreeRoot"])["RoleMap"])
	for range maxRoles {
		in := s.text(space["NS"])
		if (space == nil || in == nsPDF1 || in == nsPDF2) && standardTypes[name] {
			return name
		}
		var next types.Object
		if space != nil {
			next = s.doc.Resolve(s.doc.Dict(space["RoleMapNS"])[name])
		} else {
			next = s.doc.Resolve(roles[name])
		}
		switch v := next.(type) {
		case types.Name:
			name, space = string(v), nil
			continue
		case types.Array:
			if len(v) == 2 {
				name, space = s.doc.Name(v[0]), s.doc.Dict(v[1])
				continue
			}
		}
		switch newer := newerTypes[name]; {
		case newer != "":
			return newer
		case in == nsMathML && name == "math":
			return "Formula"
		case in == nsMathML:
			return "Span"
		}
		break
	}
	return "Div"
}
