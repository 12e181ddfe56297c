package conformance

import (
	"bytes"
	"encoding/xml"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

const (
	nsRDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	nsXMP = "http://ns.adobe.com/xap/1.0/"
	nsDC  = "http://purl.org/dc/elements/1.1/"
	nsMM  = "http://ns.adobe.com/xap/1.0/mm/"
	nsPDF = "http://ns.adobe.com/pdf/1.3/"

	nsRights = "http://ns.adobe.com/xap/1.0/rights/"
)

// plainProperties are properties of metadata that need no description, as XMP 2005 has them, and whose values are
// texts, dates and lists of texts. Others may be allowed too; that is not looked into, for metadata of parts are
// better
// left out.
var plainProperties = map[xml.Name]bool{{Space: nsDC, Local: "title"}: true, {Space: nsDC, Local: "creator"}: true,
	{Space: nsDC, Local: "description"}: true, {Space: nsDC, Local: "format"}: true,
	{Space: nsDC, Local: "subject"}: true, {Space: nsDC, Local: "rights"}: true,
	{Space: nsXMP, Local: "CreateDate"}: true, {Space: nsXMP, Local: "ModifyDate"}: true,
	{Space: nsXMP, Local: "MetadataDate"}: true, {Space: nsXMP, Local: "CreatorTool"}: true,
	{Space: nsPDF, Local: "Producer"}: true, {Space: nsPDF, Local: "Keywords"}: true,
	{Space: nsPDF, Local: "PDFVersion"}: true, {Space: nsMM, Local: "DocumentID"}: true,
	{Space: nsMM, Local: "InstanceID"}: true, {Space: nsRights, Local: "Marked"}: true}

// metadata judges the metadata of a part of the file (ISO 19005-3, 6.6.2.3): their properties are known, or
// described.
func (j *judge) metadata(s *types.StreamDict) {
	data, err := j.Decode(*s, maxDecoded)
	if err != nil {
		j.fail("metadata", "")
		return
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	depth, inside := 0, -1 // of the description
	for {
		t, err := d.Token()
		if err != nil {
			if depth > 0 {
				j.fail("metadata", "")
			}
			return
		}
		switch t := t.(type) {
		case xml.StartElement:
			depth++
			if inside < 0 && t.Name.Space == nsRDF && t.Name.Local == "Description" {
				inside = depth
				for _, a := range t.Attr {
					j.property(a.Name)
				}
			} else if depth == inside+1 {
				j.property(t.Name)
			}
		case xml.EndElement:
			if depth == inside {
				inside = -1
			}
			depth--
		}
	}
}

func (j *judge) property(n xml.Name) {
	if n.Space != "" && n.Space != "xmlns" && n.Space != nsRDF && !plainProperties[n] {
		j.fail("metadata", n.Local)
	}
}
