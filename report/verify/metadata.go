package verify

import (
	"bytes"
	"encoding/xml"
	"slices"
	"strings"

	"rapporteur/sources/pdf"
)

// maxXMP bounds the metadata: ours has some three kilobytes.
const maxXMP = 4 << 20

// The namespaces of XMP that are read.
const (
	nsDC   = "http://purl.org/dc/elements/1.1/"
	nsXMP  = "http://ns.adobe.com/xap/1.0/"
	nsPDF  = "http://ns.adobe.com/pdf/1.3/"
	nsUA   = "http://www.aiim.org/pdfua/ns/id/"
	nsA    = "http://www.aiim.org/pdfa/ns/id/"
	nsRDF  = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	sepXMP = "; " // between several values of one property
)

// metadata compares what the file says of itself, in its Info and in its XMP alike, with the ledger.
func (c *checker) metadata() {
	l, cat := c.ledger, c.doc.Catalog()
	info := c.doc.Info()
	text := func(key string) string {
		b, _ := c.doc.String(info[key])
		return pdf.Text(b)
	}
	var xmp map[xml.Name]string
	if n := pdf.RefNumber(cat["Metadata"]); n > 0 {
		if b, err := c.file.Decode(n, maxXMP); err == nil {
			xmp = properties(b)
		}
	}
	languages := l.Language
	if len(l.Languages) > 0 {
		languages = strings.Join(l.Languages, sepXMP)
	}
	for _, m := range []struct{ key, where, found, planned string }{
		{"title", "Info", text("Title"), l.Title},
		{"title", "XMP", xmp[xml.Name{Space: nsDC, Local: "title"}], l.Title},
		{"author", "Info", text("Author"), l.Author},
		{"author", "XMP", xmp[xml.Name{Space: nsDC, Local: "creator"}], l.Author},
		{"date", "Info", text("CreationDate"), dated("D:"+strings.ReplaceAll(l.Date, "-", ""), "000000+00'00'")},
		{"date", "XMP", xmp[xml.Name{Space: nsXMP, Local: "CreateDate"}], dated(l.Date, "T00:00:00+00:00")},
		{"program", "Info", text("Producer"), l.Program},
		{"program", "XMP", xmp[xml.Name{Space: nsPDF, Local: "Producer"}], l.Program},
		{"language", "XMP", xmp[xml.Name{Space: nsDC, Local: "language"}], languages},
	} {
		c.same(m.key, m.where, m.found, m.planned)
	}
	if sum, err := l.Sum(); err != nil || text("RapporteurLedger") != sum {
		c.fault(LedgerOther, 0)
	}
	lang, _ := c.doc.String(cat["Lang"])
	c.same("language", "Lang", pdf.Text(lang), l.Language)
	if found := claims(xmp); !slices.Equal(found, slices.Sorted(slices.Values(l.Conformance.Claims))) {
		c.fault(ClaimsDiffer, 0, "found", strings.Join(found, ", "), "planned",
			strings.Join(l.Conformance.Claims, ", "))
	}
	if len(l.Outline) > 0 { // opened with its outline shown
		c.same("PageMode", "Catalog", c.doc.Name(cat["PageMode"]), "UseOutlines")
	}
	if !c.doc.Bool(c.doc.Dict(cat["ViewerPreferences"])["DisplayDocTitle"]) {
		c.fault(TitleHidden, 0)
	}
}

func (c *checker) same(key, where, found, planned string) {
	if found != planned {
		c.fault(Metadata, 0, "key", key, "where", where, "found", found, "planned", planned)
	}
}

// dated is a date at the beginning of its day; "" where there is none.
func dated(date, time string) string {
	if strings.Trim(date, "D:") == "" {
		return ""
	}
	return date + time
}

// claims are the standards that the XMP names, sorted, as the ledger names them.
func claims(xmp map[xml.Name]string) []string {
	out := []string{}
	if part := xmp[xml.Name{Space: nsA, Local: "part"}]; part != "" {
		out = append(out, "PDF/A-"+part+strings.ToLower(xmp[xml.Name{Space: nsA, Local: "conformance"}]))
	}
	if part := xmp[xml.Name{Space: nsUA, Local: "part"}]; part != "" {
		out = append(out, "PDF/UA-"+part)
	}
	return out
}

// properties reads the properties of the descriptions in an XMP packet; the values of a list are joined. nil when it
// is no XML.
func properties(b []byte) map[xml.Name]string {
	out := map[xml.Name]string{}
	d := xml.NewDecoder(bytes.NewReader(b))
	var path []xml.Name
	depth := -1 // of the open description
	var text strings.Builder
	set := func(n xml.Name, v string) {
		if v = strings.TrimSpace(v); v == "" {
			return
		}
		if out[n] != "" {
			v = out[n] + sepXMP + v
		}
		out[n] = v
	}
	for {
		t, err := d.Token()
		if err != nil {
			if len(path) > 0 {
				return nil
			}
			return out
		}
		switch t := t.(type) {
		case xml.StartElement:
			path = append(path, t.Name)
			text.Reset()
			if depth < 0 && t.Name.Space == nsRDF && t.Name.Local == "Description" {
				depth = len(path)
				for _, a := range t.Attr {
					if a.Name.Space != "" && a.Name.Space != nsRDF && a.Name.Space != "xmlns" {
						set(a.Name, a.Value)
					}
				}
			}
		case xml.CharData:
			text.Write(t)
		case xml.EndElement:
			if depth >= 0 && len(path) > depth {
				set(path[depth], text.String())
			}
			text.Reset()
			if len(path) == depth {
				depth = -1
			}
			path = path[:len(path)-1]
		}
	}
}
