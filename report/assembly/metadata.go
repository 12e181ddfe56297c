package assembly

import (
	"strings"

	"rapporteur/report/unit"
	"rapporteur/sources/pdf/syntax"
)

// creator is what the file names as its maker.
const creator = "rapporteur"

// metadata writes Info, XMP and the output intent: the catalog's entries for the last two are appended. Info and XMP
// say the same. The intent claims nothing: it says what the colours of our own pages and of most originals, which name
// none, are (ISO 19005-3, 6.2.4.3).
func (l *linker) metadata(cat []byte) []byte {
	p := l.plan
	info := append([]byte(nil), "<<"...)
	for _, e := range []struct{ key, text string }{{"Title", p.Title}, {"Author", p.Author}, {"Subject", p.Subject},
		{"Creator", creator}, {"Producer", p.Program}} {
		if e.text != "" {
			info = syntax.AppendText(syntax.AppendName(info, e.key), e.text)
		}
	}
	if p.Date != "" {
		d := "D:" + strings.ReplaceAll(p.Date, "-", "") + "000000+00'00'"
		for _, k := range [2]string{"CreationDate", "ModDate"} {
			info = syntax.AppendString(syntax.AppendName(info, k), []byte(d))
		}
	}
	if p.Ledger != "" {
		info = syntax.AppendString(append(info, "/RapporteurLedger"...), []byte(p.Ledger))
	}
	l.w.object(l.info, append(info, ">>"...))

	n := l.w.alloc()
	l.w.stream(n, []byte("/Type/Metadata/Subtype/XML"), p.xmp()) // never compressed: readers look for it in the bytes
	cat = syntax.AppendRefKey(cat, "Metadata", n)
	icc := l.w.alloc()
	l.w.stream(icc, []byte("/N 3/Filter/FlateDecode"), unit.Pack(srgbProfile()))
	cat = append(cat, "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB "+
		"IEC61966-2.1)"...)
	return append(syntax.AppendRefKey(cat, "DestOutputProfile", icc), ">>]"...)
}

// xmp is the metadata packet (ISO 16684-1). Standards are named only where the plan claims them (ISO 14289-1, 5; ISO
// 19005-3, 6.6.4), and what PDF/A does not know is described in an extension schema (6.6.2.3).
func (p *Plan) xmp() []byte {
	var b strings.Builder
	b.WriteString("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` + "\n" +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"` +
		` xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"` +
		` xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">` + "\n")
	put := func(open, text, end string) {
		if text != "" {
			b.WriteString(open + xmlText.Replace(text) + end + "\n")
		}
	}
	put("<dc:format>", "application/pdf", "</dc:format>")
	put(`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">`, p.Title, "</rdf:li></rdf:Alt></dc:title>")
	put("<dc:creator><rdf:Seq><rdf:li>", p.Author, "</rdf:li></rdf:Seq></dc:creator>")
	put(`<dc:description><rdf:Alt><rdf:li xml:lang="x-default">`, p.Subject, "</rdf:li></rdf:Alt></dc:description>")
	bag := func(name string, values ...string) {
		list := ""
		for _, v := range values {
			if v != "" {
				list += "<rdf:li>" + xmlText.Replace(v) + "</rdf:li>"
			}
		}
		if list != "" {
			b.WriteString("<" + name + "><rdf:Bag>" + list + "</rdf:Bag></" + name + ">\n")
		}
	}
	bag("dc:language", p.Languages...)
	put("<dc:identifier>", p.URL, "</dc:identifier>")
	bag("xmp:Identifier", p.Identifiers...)
	bag("dc:publisher", p.Publisher)
	put(`<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">`, p.Rights, "</rdf:li></rdf:Alt></dc:rights>")
	if p.Date != "" {
		d := p.Date + "T00:00:00+00:00"
		put("<xmp:CreateDate>", d, "</xmp:CreateDate>")
		put("<xmp:ModifyDate>", d, "</xmp:ModifyDate>")
	}
	put("<xmp:CreatorTool>", creator, "</xmp:CreatorTool>")
	put("<pdf:Producer>", p.Program, "</pdf:Producer>")
	if p.Claims.A3 != "" {
		b.WriteString("<pdfaid:part>3</pdfaid:part><pdfaid:conformance>" + p.Claims.A3 + "</pdfaid:conformance>\n")
	}
	if p.Claims.UA1 {
		b.WriteString("<pdfuaid:part>1</pdfuaid:part>\n")
	}
	b.WriteString("</rdf:Description>\n")
	if p.Claims.UA1 {
		b.WriteString(extensionSchema)
	}
	b.WriteString("</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>")
	return []byte(b.String())
}

var xmlText = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\"", "&quot;")

// extensionSchema describes pdfuaid:part to readers of PDF/A.
const extensionSchema = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"` +
	` xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>` +
	`<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid` +
	`</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>` +
	`<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal` +
	`</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289 that the file follows` +
	`</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
`
