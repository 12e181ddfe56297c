package sources

import (
	"archive/zip"
	"bytes"
	"image"
	"image/png"
	"maps"
	"slices"
	"strings"
	"testing"
)

// The corpus: small files as Word, Google Docs, Pages and LibreOffice write them, made here from their XML.

// officeFile is one file of the corpus: its parts by name.
type officeFile map[string]string

const (
	ooxml = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ` +
		`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ` +
		`xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" ` +
		`xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ` +
		`xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" ` +
		`xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ` +
		`xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ` +
		`xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ` +
		`xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ` +
		`xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" ` +
		`xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"`
	odf = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" ` +
		`xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" ` +
		`xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" ` +
		`xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" ` +
		`xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" ` +
		`xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" ` +
		`xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" ` +
		`xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"`
)

// docx makes a Word file of its body and its other parts: pairs of a name in word/ and what stands in it.
func docx(body string, others ...string) officeFile {
	f := officeFile{"[Content_Types].xml": `<Types ` +
		`xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"_rels/.rels": relations(`<Relationship Id="rId1" Type="http://x/officeDocument" ` +
			`Target="word/document.xml"/>`),
		"word/document.xml": `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\r\n" + `<w:document ` +
			ooxml +
			`><w:body>` + body + `</w:body></w:document>`}
	var related strings.Builder
	for i := 0; i+1 < len(others); i += 2 {
		name := others[i]
		if name == "relations" {
			related.WriteString(others[i+1])
			continue
		}
		kind := strings.TrimRight(strings.TrimSuffix(name, ".xml"), "0123456789")
		if strings.HasPrefix(name, "media/") {
			kind = "image"
		}
		related.WriteString(`<Relationship Id="` + strings.TrimSuffix(name, ".xml") + `" Type="http://x/` + kind +
			`" Target="` + name + `"/>`)
		root := map[string]string{"styles": "styles", "numbering": "numbering", "footnotes": "footnotes",
			"endnotes": "endnotes", "comments": "comments", "header": "hdr", "footer": "ftr"}[kind]
		f["word/"+name] = others[i+1]
		if root != "" {
			f["word/"+name] = `<w:` + root + ` ` + ooxml + `>` + others[i+1] + `</w:` + root + `>`
		}
	}
	f["word/_rels/document.xml.rels"] = relations(related.String())
	return f
}

func relations(s string) string {
	s = strings.ReplaceAll(s, `"http://x/`, `"http://schemas.openxmlformats.org/officeDocument/2006/relationships/`)
	return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + s +
		`</Relationships>`
}

// odt makes an OpenDocument text of its body, its own styles and the common ones.
func odt(body, own, common string) officeFile {
	return officeFile{"mimetype": "application/vnd.oasis.opendocument.text", "Pictures/a.png": dot,
		"content.xml": `<?xml version="1.0" encoding="UTF-8"?><office:document-content ` + odf +
			`><office:automatic-styles>` + own + `</office:automatic-styles><office:body><office:text>` + body +
			`</office:text></office:body></office:document-content>`,
		"styles.xml": `<office:document-styles ` + odf + `>` + common + `</office:document-styles>`}
}

func (f officeFile) pack(t testing.TB) []byte {
	t.Helper()
	var buffer bytes.Buffer
	w := zip.NewWriter(&buffer)
	for _, name := range slices.Sorted(maps.Keys(f)) {
		part, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write([]byte(f[name])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buffer.Bytes()
}

// dot is a picture of one pixel.
var dot = func() string {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 1, 1))); err != nil {
		panic(err)
	}
	return b.String()
}()

// para is a paragraph in a style, of runs or of words.
func para(style string, runs ...string) string {
	head := ""
	if style != "" {
		head = `<w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>`
	}
	return `<w:p w:rsidR="00A77B3E">` + head + strings.Join(runs, "") + `</w:p>`
}

// text is a run; looks are elements of its properties, without `w:`.
func run(words string, looks ...string) string {
	props := ""
	for _, l := range looks {
		props += `<w:` + l + `/>`
	}
	if props != "" {
		props = `<w:rPr>` + props + `</w:rPr>`
	}
	return `<w:r w:rsidRPr="00C15F2A">` + props + `<w:t xml:space="preserve">` + words + `</w:t></w:r>`
}

// item is a paragraph of a list.
func item(list, level, words string) string {
	return `<w:p><w:pPr><w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="` + level + `"/>` +
		`<w:numId w:val="` + list +
		`"/></w:numPr></w:pPr>` + run(words) + `</w:p>`
}

func fieldOf(instruction, result string) string {
	return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ` + instruction +
		` </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` + result +
		`<w:r><w:fldChar w:fldCharType="end"/></w:r>`
}

func row(head bool, cells ...string) string {
	s := `<w:tr>`
	if head {
		s += `<w:trPr><w:tblHeader/></w:trPr>`
	}
	for _, c := range cells {
		if !strings.HasPrefix(c, "<w:tc>") {
			c = `<w:tc><w:tcPr><w:tcW w:w="100" w:type="dxa"/></w:tcPr>` + c + `</w:tc>`
		}
		s += c
	}
	return s + `</w:tr>`
}

func tableOf(rows ...string) string {
	return `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblLook w:val="04A0" w:firstRow="1"/></w:tblPr>` +
		strings.Join(rows, "") + `</w:tbl>`
}

func style(kind, id, name, rest string) string {
	return `<w:style w:type="` + kind + `" w:styleId="` + id + `"><w:name w:val="` + name + `"/>` + rest +
		`</w:style>`
}

func level(i, format, label string, rest string) string {
	return `<w:lvl w:ilvl="` + i + `"><w:start w:val="1"/><w:numFmt w:val="` + format + `"/>` + rest +
		`<w:lvlText w:val="` +
		label + `"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>`
}

func picture(id, alt, more string) string {
	return `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="` + alt + `">` + more +
		`</wp:docPr>` +
		`<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="` + id +
		`"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}

// englishStyles are Word's, as it saves them.
var englishStyles = `<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/>` +
	`</w:rPr>` +
	`</w:rPrDefault></w:docDefaults>` +
	style("paragraph", "Heading1", "heading 1", `<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr>`) +
	style("paragraph", "Heading2", "heading 2", `<w:basedOn w:val="Heading1"/><w:pPr><w:outlineLvl w:val="1"/>`+
		`</w:pPr>`) +
	style("paragraph", "Heading3", "heading 3", `<w:pPr><w:outlineLvl w:val="2"/></w:pPr>`) +
	style("paragraph", "Title", "Title", `<w:rPr><w:b/></w:rPr>`) +
	style("paragraph", "Quote", "Quote", `<w:rPr><w:i/></w:rPr>`) +
	style("paragraph", "Caption", "caption", `<w:rPr><w:i/></w:rPr>`) +
	style("paragraph", "TOC1", "toc 1", ``) +
	style("paragraph", "ListParagraph", "List Paragraph", ``) +
	style("character", "Strong", "Strong", `<w:rPr><w:b/></w:rPr>`) +
	style("character", "Emphasis", "Emphasis", `<w:rPr><w:i/></w:rPr>`) +
	style("table", "TableGrid", "Table Grid", ``) +
	style("table", "Fancy", "Grid Table 4", `<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>`)

var lists = `<w:abstractNum w:abstractNumId="0">` + level("0", "decimal", "%1.", "") + level("1", "lowerLetter",
	"(%2)", "") +
	level("2", "lowerRoman", "%3)", "") + `</w:abstractNum><w:abstractNum w:abstractNumId="1">` +
	level("0", "bullet", "\uf0b7", "") + level("1", "bullet", "o", "") + `</w:abstractNum>` +
	`<w:abstractNum w:abstractNumId="2">` +
	level("0", "upperRoman", "Article %1", "") + level("1", "decimal", "%1.%2", "<w:isLgl/>") + `</w:abstractNum>` +
	`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>` +
	`<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>` +
	`</w:lvlOverride>` +
	`</w:num><w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>`

// corpus is all files by what they show.
func corpus() map[string]officeFile { return rare() }

// common is what most texts have.
func common() map[string]officeFile {
	note := func(id, words string) string {
		return `<w:footnote w:id="` + id + `"><w:p><w:r><w:footnoteRef/></w:r>` + run(" "+words) + `</w:p>` +
			`</w:footnote>`
	}
	return map[string]officeFile{
		"headings.docx": docx(para("Title", run("A statement"))+para("Heading1", run("One"))+para("Heading3",
			run("Deep"))+
			para("Heading2", run("Two"))+para("Heading1")+para("", run("The delegation of Norway thanks the Chair."))+
			`<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr>`+run("By outline level")+`</w:p>`, "styles.xml",
			englishStyles),
		// Word in French: the ids of styles are French, their names are not.
		"french.docx": docx(para("Titre1", run("Première partie"))+para("Titre2", run("Détail"))+para("Citation",
			run("Mots cités."))+
			para("", run("C’est"+"\u00a0"+": bien."))+para("Maison", run("Un titre à soi")), "styles.xml",
			style("paragraph", "Titre1", "heading 1", "")+style("paragraph", "Titre2", "heading 2", "")+
				style("paragraph", "Citation", "Quote", "<w:rPr><w:i/></w:rPr>")+
				style("paragraph", "Maison", "Mon titre", `<w:basedOn w:val="Titre2"/>`)),
		"looks.docx": docx(para("", run("Plain, "), run("bold ", "b"), run("and both", "b", "i"), run(" then "),
			run("italic", "i"),
			run(", off", `b w:val="0"`), run(" 19"), run("th", `vertAlign w:val="superscript"`), run(" CO"),
			run("2", `vertAlign w:val="subscript"`), run(" "), run("Nansen", "smallCaps"), run(", "),
			run("strong", `rStyle w:val="Strong"`), run(" "), run("under", `u w:val="single"`), run(" "),
			run("struck", "strike"),
			run(" "), run("marked", `highlight w:val="yellow"`), run(" "), run("secret", "vanish"),
			run(" 3*4_5 [x] &lt;y&gt; &amp; z."))+
			para("Boldly", run("All bold but "), run("this", "b", `rStyle w:val="Strong"`), run(" and "),
				run("that", `rStyle w:val="Strong"`)),
			"styles.xml", englishStyles+style("paragraph", "Boldly", "Boldly", "<w:rPr><w:b/></w:rPr>")),
		"lists.docx": docx(item("1", "0", "First")+item("1", "1", "under first")+item("1", "2", "deeper")+item("1",
			"1", "second under first")+
			item("1", "0", "Second")+`<w:p><w:pPr><w:ind w:left="720"/></w:pPr>`+run("Second goes on.")+`</w:p>`+
			item("1", "0", "Third")+
			para("", run("Between."))+item("3", "0", "Anew")+item("3", "0", "Again")+item("2", "0", "Bullet")+
			item("2", "1", "Inner bullet")+
			item("2", "0", "Bullet two")+item("4", "0", "of the Charter")+item("4", "1", "paragraph one")+item("4",
			"1", "paragraph two")+
			item("4", "0", "of the Covenant"), "styles.xml", englishStyles, "numbering.xml", lists),
		"numbered-headings.docx": docx(`<w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr>`+run("Mandate")+`</w:p>`+
			para("", run("Words."))+
			`<w:p><w:pPr><w:pStyle w:val="H2"/></w:pPr>`+run("Scope")+`</w:p><w:p><w:pPr><w:pStyle w:val="H2"/>`+
			`</w:pPr>`+run("Means")+`</w:p>`,
			"styles.xml", style("paragraph", "H1", "heading 1", `<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>`+
				`</w:pPr>`)+
				style("paragraph", "H2", "heading 2", `<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/>`+
					`</w:numPr></w:pPr>`),
			"numbering.xml", `<w:abstractNum w:abstractNumId="0">`+level("0", "upperRoman", "%1.", "")+level("1",
				"decimal", "%1.%2", "<w:isLgl/>")+
				`</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`),
		"tables.docx": docx(para("Caption", run("Table "), fieldOf("SEQ Table", run("1")), run(". States by region"))+
			tableOf(row(true, para("", run("Region", "b")), para("", run("States", "b"))),
				row(false, para("", run("Africa")), `<w:p><w:pPr><w:jc w:val="right"/></w:pPr>`+run("54")+`</w:p>`),
				row(false, `<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>`+para("", run("All regions"))+
					`</w:tc>`))+para("", run("After."))+
			`<w:tbl><w:tblPr><w:tblStyle w:val="Fancy"/><w:tblLook w:val="04A0"/></w:tblPr>`+
			row(false, para("", run("Name")), para("", run("Role")))+
			row(false, `<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>`+para("", run("Kenya"))+`</w:tc>`,
				para("", run("Chair"))+para("", run("since 2011")))+
			row(false, `<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>`, item("2", "0", "Member"))+`</w:tbl>`+
			tableOf(row(false, para("", run("A frame of one cell."))))+
			tableOf(row(false, para("", run("Outer")), tableOf(row(false, para("", run("in")), para("",
				run("ner"))))+`<w:p/>`))+
			tableOf(row(false, `<w:p/>`, `<w:p/>`)), "styles.xml", englishStyles, "numbering.xml", lists),
		"notes.docx": docx(para("", run("Words"), `<w:r><w:footnoteReference w:id="2"/></w:r>`, run(" and"), `<w:r>`+
			`<w:endnoteReference w:id="1"/></w:r>`,
			run(" more"), `<w:r><w:footnoteReference w:id="3"/></w:r>`, run(".")), "footnotes.xml",
			`<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>`+note("2",
				"The first note.")+note("3", "The third."),
			"endnotes.xml", `<w:endnote w:id="1"><w:p>`+run("An endnote.")+`</w:p><w:p>`+
				run("Its second paragraph.")+`</w:p></w:endnote>`),
		"links.docx": docx(`<w:p><w:bookmarkStart w:id="0" w:name="_Ref1"/>`+run("The first paragraph.")+
			`<w:bookmarkEnd w:id="0"/></w:p>`+
			para("", run("See "), `<w:hyperlink r:id="site">`+run("the site", `u w:val="single"`)+`</w:hyperlink>`,
				run(", "),
				`<w:hyperlink w:anchor="_Ref1">`+run("above")+`</w:hyperlink>`, run(", "), fieldOf(`REF _Ref1 \h`,
					run("paragraph 1")), run(" on page "),
				fieldOf(`PAGEREF _Ref1 \h`, run("7")), run(", "), fieldOf(`HYPERLINK "mailto:a@example.org"`,
					run("write")), run(", "),
				`<w:hyperlink r:id="local">`+run("a file")+`</w:hyperlink>`, run(", [@norway], "),
				`<w:fldSimple w:instr=" DATE \@ yyyy ">`+run("2012")+`</w:fldSimple>`, run(".")), "relations",
			`<Relationship Id="site" Type="http://x/hyperlink" Target="https://example.org/?a=1&amp;b=2" `+
				`TargetMode="External"/>`+
				`<Relationship Id="local" Type="http://x/hyperlink" Target="file:///C:/a.doc" `+
				`TargetMode="External"/>`),
		"pictures.docx": docx(para("", picture("media/a", "A map of the region", ""))+para("Caption",
			run("Figure "), fieldOf("SEQ Figure", run("1")), run(": The region"))+
			para("", run("Words with "), picture("media/a", "A sign", ""), run(" in them."))+
			para("", picture("media/a", "", `<a:extLst><a:ext uri="x"><adec:decorative val="1"/></a:ext>`+
				`</a:extLst>`))+
			para("", picture("emf", "A drawing of old", ""))+para("", run("Chart: "),
			`<w:r><w:drawing><wp:inline><wp:docPr id="2" name="Chart 1"/><a:graphic><a:graphicData>`+
				`<c:chart r:id="x"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`),
			"styles.xml", englishStyles, "relations",
			`<Relationship Id="media/a" Type="http://x/image" Target="media/a.png"/>`+
				`<Relationship Id="emf" Type="http://x/image" Target="media/b.emf"/>`, "media/a.png", dot,
			"media/b.emf", "\x01\x00\x00\x00"),
		"changes.docx": docx(para("", run("We "), `<w:del w:id="1" w:author="A"><w:r>`+
			`<w:delText>strongly </w:delText></w:r></w:del>`,
			`<w:ins w:id="2" w:author="A">`+run("warmly ")+`</w:ins>`, run("thank the Chair.")) +
			`<w:p><w:pPr><w:rPr><w:del w:id="3" w:author="A"/></w:rPr></w:pPr>` + run("One sentence, ") +
			`</w:p>` + para("", run("in two paragraphs.")) +
			`<w:tbl><w:tr><w:tc>` + para("", run("Kept")) + `</w:tc><w:tc>` + para("", run("row")) + `</w:tc>` +
			`</w:tr><w:tr><w:trPr><w:del w:id="4" w:author="A"/></w:trPr><w:tc>` +
			para("", run("Gone")) + `</w:tc><w:tc>` + para("", run("forever")) + `</w:tc></w:tr></w:tbl>`),
		"comments.docx": docx(para("", `<w:commentRangeStart w:id="5"/>`, run("A doubtful sentence."),
			`<w:commentRangeEnd w:id="5"/>`,
			`<w:r><w:commentReference w:id="5"/></w:r>`), "comments.xml", `<w:comment w:id="5" w:author="B"><w:p>`+
			run("Is this so?")+`</w:p></w:comment>`),
		"contents.docx": docx(`<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>`+
			`</w:docPartObj></w:sdtPr><w:sdtContent>`+
			para("TOC1", run("Contents"))+para("TOC1", run("One"), `<w:r><w:tab/></w:r>`, run("3"))+
			`</w:sdtContent></w:sdt>`+
			para("TOC1", `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \o </w:instrText>`+
				`</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`, run("Two 4"))+
			para("TOC1", run("Three 5"), `<w:r><w:fldChar w:fldCharType="end"/></w:r>`)+para("",
			run("The text begins."))+
			`<w:sectPr><w:headerReference w:type="default" r:id="header1"/>`+
			`<w:footerReference w:type="default" r:id="footer1"/></w:sectPr>`,
			"header1.xml", para("", run("Check against delivery")), "footer1.xml", para("",
				run("Mission of Norway"))),
		"languages.docx": docx(para("", run("The delegate said "), run("merci beaucoup", `lang w:val="fr-FR"`),
			run(" and sat down in the hall of the assembly."))+
			para("", run("Tout ce paragraphe est en français.", `lang w:val="fr-FR"`))+para("",
			run("Celui-ci aussi.", `lang w:val="fr-CA"`))+
			`<w:p><w:pPr><w:bidi/></w:pPr>`+run("شكرا جزيلا", "rtl", `lang w:bidi="ar-EG"`)+`</w:p>`+para("",
			run("谢谢主席")), "styles.xml", englishStyles),
		"symbols.docx": docx(para("", `<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>`, run(" done, "),
			`<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>`,
			run(" \uf0b3 0, "), `<w:r><w:sym w:font="Webdings" w:char="F021"/></w:r>`, run("a"), `<w:r>`+
				`<w:noBreakHyphen/></w:r>`, run("b"), `<w:r><w:softHyphen/></w:r>`,
			run("c"), `<w:r><w:br/></w:r>`, run("new line"), `<w:r><w:br w:type="page"/></w:r>`, run("new page"))),
		"boxes.docx": docx(para("", run("Before the box."), `<w:r><mc:AlternateContent><mc:Choice Requires="wps">`+
			`<w:drawing><wp:anchor><wp:docPr id="3" name="Text Box 2"/>`+
			`<a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>`+para("", run("Words in a box."))+
			`</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic>`+
			`</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>`+para("",
			run("Words in a box."))+
			`</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`) + para("",
			`<w:r><w:pict><v:rect style="height:1.5pt" o:hr="t"/></w:pict></w:r>`) +
			para("", run("After the rule."))),
		"formulas.docx": docx(para("", run("Where "), `<m:oMath><m:r><m:t>a+b</m:t></m:r><m:r><m:t>=c</m:t></m:r>`+
			`</m:oMath>`, run(" holds.")) +
			`<w:sdt><w:sdtPr/><w:sdtContent>` + para("", run("In a content control: "), `<w:sdt><w:sdtPr>`+
			`<w:showingPlcHdr/></w:sdtPr><w:sdtContent>`+
			run("Click to enter a date.")+`</w:sdtContent></w:sdt>`, run("none.")) + `</w:sdtContent></w:sdt>`),
		// Google Docs: no built-in names but those of headings, direct formatting of every run, lists
		// without a style.
		"google.docx": docx(`<w:p w:rsidR="00000000" w:rsidDel="00000000" w:rsidP="00000000" `+
			`w:rsidRDefault="00000000" w:rsidRPr="00000000" w14:paraId="00000001" `+
			`xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w:pPr><w:pStyle w:val="Heading1"/>`+
			`<w:rPr/></w:pPr><w:bookmarkStart w:colFirst="0" w:colLast="0" w:name="_abc" w:id="0"/>`+
			`<w:bookmarkEnd w:id="0"/><w:r w:rsidDel="00000000" w:rsidR="00000000" w:rsidRPr="00000000"><w:rPr>`+
			`<w:rtl w:val="0"/></w:rPr><w:t xml:space="preserve">From a browser</w:t></w:r></w:p>`+
			`<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>`+
			`<w:ind w:left="720" w:hanging="360"/></w:pPr>`+run("point", "u w:val=\"none\"")+`</w:p>`+
			para("", run("Bold", `b w:val="1"`), run(" and not", `b w:val="0"`)), "styles.xml", englishStyles,
			"numbering.xml", lists),
		// Pages: strict about nothing, every paragraph in a style "Body", headings by a style
		// of its own without a level.
		"pages.docx": docx(para("Body", run("Written on a Mac"), run(" –", `lang w:val="en-US"`),
			run(" by hand."))+para("Body")+para("Heading", run("A heading of Pages")),
			"styles.xml", style("paragraph", "Body", "Body", "")+style("paragraph", "Heading", "Heading",
				`<w:next w:val="Body"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>`)),
		// The strict form of the standard has other namespaces.
		"strict.docx": {"word/document.xml": `<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main">` +
			`<x:body><x:p><x:r><x:t>Strictly speaking.</x:t></x:r></x:p></x:body></x:document>`},
		"writer.odt": odt(`<text:sequence-decls/>`+
			`<text:h text:style-name="Heading_20_1" text:outline-level="1">Part one</text:h>`+
			`<text:p text:style-name="P1">Words <text:span text:style-name="T1">bold</text:span>,<text:s `+
			`text:c="2"/>and<text:line-break/>a line<text:note text:note-class="footnote">`+
			`<text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p>`+
			`</text:note-body></text:note>.<office:annotation><dc:creator>B</dc:creator>`+
			`<text:p>Really?</text:p></office:annotation></text:p>`+
			`<text:list text:style-name="L1"><text:list-item><text:p>alpha</text:p><text:list><text:list-item>`+
			`<text:p>inner</text:p></text:list-item></text:list></text:list-item><text:list-item>`+
			`<text:p>beta</text:p></text:list-item></text:list>`+
			`<text:list text:style-name="L2"><text:list-item><text:p>one</text:p></text:list-item><text:list-item>`+
			`<text:p>two</text:p></text:list-item></text:list>`+
			`<table:table><table:table-column table:number-columns-repeated="2"/><table:table-header-rows>`+
			`<table:table-row><table:table-cell><text:p>Name</text:p></table:table-cell><table:table-cell>`+
			`<text:p>Role</text:p></table:table-cell></table:table-row></table:table-header-rows>`+
			`<table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>Both</text:p>`+
			`</table:table-cell><table:covered-table-cell/></table:table-row></table:table>`+
			`<text:p><draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:desc>A dot</svg:desc></draw:frame>`+
			`</text:p>`+
			`<text:p>See <text:a xlink:href="https://example.org/">there</text:a> and <text:span `+
			`text:style-name="T2">ici</text:span>.</text:p>`,
			`<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/>`+
				`</style:style>`+
				`<style:style style:name="T2" style:family="text">`+
				`<style:text-properties fo:language="fr" fo:country="FR"/></style:style>`+
				`<text:list-style style:name="L1">`+
				`<text:list-level-style-number text:level="1" style:num-format="a" style:num-suffix=")"/>`+
				`<text:list-level-style-bullet text:level="2"/></text:list-style>`+
				`<text:list-style style:name="L2">`+
				`<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="." `+
				`text:start-value="3"/></text:list-style>`,
			`<office:styles><style:default-style style:family="paragraph">`+
				`<style:text-properties fo:language="en" fo:country="GB"/></style:default-style></office:styles>`+
				`<office:master-styles><style:master-page><style:header><text:p>Running head</text:p>`+
				`</style:header></style:master-page></office:master-styles>`),
		"changes.odt": odt(`<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>`+
			`<office:change-info><dc:creator>A</dc:creator></office:change-info><text:p>strongly </text:p>`+
			`</text:deletion></text:changed-region>`+
			`<text:changed-region text:id="c2"><text:insertion><office:change-info><dc:creator>A</dc:creator>`+
			`</office:change-info></text:insertion></text:changed-region></text:tracked-changes>`+
			`<text:p>We <text:change text:change-id="c1"/>`+
			`<text:change-start text:change-id="c2"/>warmly <text:change-end text:change-id="c2"/>thank the `+
			`Chair.</text:p>`, "", ""),
	}
}
