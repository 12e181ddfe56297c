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

// role is the type of an original's element: a name where it is a standard one or in a namespace of its own, else a
// symbol. A type of its own stands for the standard type where the original's role map ends. Mappings of standard
// types, circles and dead ends are not taken (ISO 14289-1, 7.1): such a type becomes Div.
func (g *graft) role(e types.Dict) types.Object {
	s := g.s
	name := s.doc.Name(e["S"])
	if e["NS"] != nil && s.doc.Dict(e["NS"]) != nil || standardTypes[name] {
		return types.Name(name)
	}
	if i, ok := g.roles[name]; ok {
		return symbol{RoleName, i}
	}
	roles := s.doc.Dict(s.doc.Dict(s.doc.Catalog()["StructTreeRoot"])["RoleMap"])
	end := name
	for range maxRoles {
		next := s.doc.Name(roles[end])
		if next == "" {
			break
		}
		if end = next; standardTypes[end] {
			break
		}
	}
	if !standardTypes[end] {
		if n, ok := newerTypes[end]; ok {
			end = n
		} else {
			end = "Div"
		}
	}
	i := len(s.u.Roles)
	g.roles[name] = i
	s.u.Roles = append(s.u.Roles, Role{name, end})
	return symbol{RoleName, i}
}
