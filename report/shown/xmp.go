package shown

import (
	"bytes"
	"encoding/xml"
	"io"
	"slices"
	"strings"
)

// rdfNS is RDF's namespace. What a description is about is this file, whether it is said or not (ISO 16684-1, 7.4).
const rdfNS = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

// plainXMP is a packet of metadata as what it says: its elements and texts, comments too, without the blanks, prefixes
// and brackets that they are written with, which programs that save a file write in ways of their own. What is no XML
// stands for itself.
func plainXMP(packet []byte) []byte {
	d := xml.NewDecoder(bytes.NewReader(packet))
	var out []byte
	put := func(kind string, parts ...string) {
		out = append(append(out, kind...), 0)
		for _, p := range parts {
			out = append(append(out, p...), 0)
		}
	}
	for {
		t, err := d.Token()
		if err == io.EOF {
			return out
		}
		if err != nil {
			return packet
		}
		switch t := t.(type) {
		case xml.StartElement:
			put("<", t.Name.Space, t.Name.Local)
			slices.SortFunc(t.Attr, func(a, b xml.Attr) int {
				return strings.Compare(a.Name.Space+" "+a.Name.Local, b.Name.Space+" "+b.Name.Local)
			})
			for _, a := range t.Attr {
				about := a.Name.Space == rdfNS && a.Name.Local == "about" && a.Value == ""
				if a.Name.Space != "xmlns" && a.Name.Local != "xmlns" && !about {
					put("=", a.Name.Space, a.Name.Local, a.Value)
				}
			}
		case xml.EndElement:
			put(">")
		case xml.CharData:
			if text := strings.TrimSpace(string(t)); text != "" {
				put("t", text)
			}
		case xml.Comment:
			put("!", string(t))
		case xml.ProcInst:
			if t.Target != "xpacket" {
				put("?", t.Target, string(t.Inst))
			}
		}
	}
}
