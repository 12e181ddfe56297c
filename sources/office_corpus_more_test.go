package sources

import "maps"

// numberedBody makes paragraphs of the body of a text that Word numbers, as the reports of organisations have them.
func numberedBody(level, words string) string {
	return `<w:p><w:pPr><w:pStyle w:val="Body"/><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="1"/>` +
		`</w:numPr>` +
		`</w:pPr>` + run(words) + `</w:p>`
}

// rare is what texts seldom have, by what it shows: a second part of the corpus.
func rare() map[string]officeFile {
	files := map[string]officeFile{
		"numbered-paragraphs.docx": docx(para("Heading1", run("Opening of the meeting"))+
			numberedBody("0", "The meeting was opened by the Chair, who welcomed all delegations to the host country.")+
			numberedBody("0", "The Committee adopted its agenda without a vote, and took note of:")+
			numberedBody("1", "the report of the Secretariat;")+numberedBody("1", "the budget.")+
			para("Heading1", run("Fisheries"))+numberedBody("0", "The Committee considered the state of the stocks."),
			"styles.xml", englishStyles+style("paragraph", "Body", "Body Text", ""), "numbering.xml", lists),
		"headers.docx": docx(para("", run("Words of the text."))+`<w:sectPr><w:headerReference w:type="default" `+
			`r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/></w:sectPr>`, "header1.xml",
			para("", run("Permanent Mission of Norway")), "footer1.xml", para("", run("Page "), fieldOf("PAGE",
				run("1")))),
		"fields.docx": docx(para("", run("Printed on "), fieldOf(`DATE \@ "d MMMM yyyy"`, run("1 March 2012")),
			run(" by "), `<w:fldSimple w:instr=" AUTHOR ">`+run("the Mission")+`</w:fldSimple>`, run(", see "),
			fieldOf("REF here \\h", run("paragraph three")), run(", "), fieldOf(`IF `+"1 = 1"+` "yes" "no"`,
				run("yes")),
			run(", "), fieldOf(`FORMTEXT`, run("filled in")), run(", "), fieldOf("MERGEFIELD Name",
				run("«Name»")), run(".")) +
			para("", fieldOf("QUOTE", run("outer ")+fieldOf("QUOTE", run("inner"))+run(" end")))),
		"endnotes.docx": docx(para("", run("Words"), `<w:r><w:endnoteReference w:id="2"/></w:r>`, run(" go on.")),
			"endnotes.xml", `<w:endnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:endnote>`+
				`<w:endnote w:id="2">`+para("", `<w:r><w:endnoteRef/></w:r>`, run(" Said at the end."))+
				para("", run("In two paragraphs."))+`</w:endnote>`),
		"controls.docx": docx(`<w:sdt><w:sdtPr><w:alias w:val="Title"/></w:sdtPr><w:sdtContent>` +
			para("", run("A title in a control")) + `</w:sdtContent></w:sdt>` + para("", run("Choice: "),
			`<w:sdt><w:sdtPr>`+
				`<w:dropDownList><w:listItem w:value="a"/></w:dropDownList></w:sdtPr><w:sdtContent>`+run("agreed")+
				`</w:sdtContent></w:sdt>`, run(" "), `<w:sdt><w:sdtPr/><w:sdtContent>`+run("☒")+`</w:sdtContent>`+
				`</w:sdt>`) +
			tableOf(`<w:sdt><w:sdtPr/><w:sdtContent>`+row(false, para("", run("Row")), para("", run("in a control")))+
				`</w:sdtContent></w:sdt>`, `<w:tr><w:sdt><w:sdtPr/><w:sdtContent><w:tc>`+para("", run("Cell"))+
				`</w:tc></w:sdtContent></w:sdt><w:tc>`+para("", run("beside"))+`</w:tc></w:tr>`)),
		"arabic.docx": docx(`<w:p><w:pPr><w:bidi/><w:jc w:val="both"/></w:pPr>`+run("السيد الرئيس،", "rtl")+`</w:p>`+
			`<w:p><w:pPr><w:bidi/></w:pPr>`+run("نشكركم على ", "rtl")+run("UNCLOS")+run(" وعلى الدعوة.", "rtl")+
			`<w:dir w:val="rtl">`+run("مصر", "rtl")+`</w:dir></w:p>`, "styles.xml",
			`<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US" w:bidi="ar-EG"/></w:rPr></w:rPrDefault>`+
				`</w:docDefaults>`),
		"ruby.docx": docx(para("", run("From "), `<w:r><w:ruby><w:rubyPr/><w:rt>`+
			``+run("the capital")+`</w:rt><w:rubyBase>`+
			run("Tokyo")+`</w:rubyBase></w:ruby></w:r>`, run(" we come."))),
		"sections.docx": docx(para("", run("First column."), `<w:r><w:br w:type="column"/></w:r>`,
			run("Second column.")) +
			`<w:p><w:pPr><w:sectPr><w:cols w:num="2"/></w:sectPr></w:pPr>` + run("Last of the section.") + `</w:p>` +
			`<w:p><w:pPr><w:pageBreakBefore/><w:framePr w:w="2000"/></w:pPr>` + run("In a frame, on a new "+
			"page.") + `</w:p>`),
		"objects.docx": objects(),
		"nested.docx": docx(tableOf(row(true, para("", run("State")), para("", run("Catch")))+row(false, para("",
			run("Kenya")),
			tableOf(row(false, para("", run("tuna")), para("", run("5 t")))+row(false, para("", run("shark")),
				tableOf(row(false, para("", run("blue")), para("", run("1 t")))))))) + para("", run("After."))),
		"grouped.docx": docx(para("", run("Before."), `<w:r><w:drawing><wp:anchor><wp:docPr id="7" name="Group"/>`+
			`<a:graphic>`+
			`<a:graphicData><wpg:wgp `+
			`xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"><wps:wsp>`+
			`<wps:txbx><w:txbxContent>`+para("", run("One of a group."))+`</w:txbxContent></wps:txbx></wps:wsp>`+
			`<wps:wsp>`+
			`<wps:txbx><w:txbxContent>`+para("", run("Another."))+`</w:txbxContent></wps:txbx></wps:wsp></wpg:wgp>`+
			`</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`) + `<mc:AlternateContent><mc:Choice ` +
			`Requires="wps">` +
			para("", run("Chosen.")) + `</mc:Choice><mc:Fallback>` + para("", run("Fallen back.")) + `</mc:Fallback>` +
			`</mc:AlternateContent>`),
		"google-table.docx": docx(tableOf(`<w:tr><w:trPr><w:cantSplit w:val="0"/><w:tblHeader w:val="0"/></w:trPr>`+
			`<w:tc><w:tcPr/>`+para("", run("Delegation", `b w:val="1"`, `rtl w:val="0"`))+`</w:tc><w:tc><w:tcPr/>`+
			para("", run("Vote", `b w:val="1"`))+`</w:tc></w:tr>`+row(false, para("", run("Norway")), para("",
			run("yes"))))+
			`<w:p><w:pPr><w:pageBreakBefore w:val="0"/></w:pPr><w:sdt><w:sdtPr><w:tag w:val="goog_rdk_0"/></w:sdtPr>`+
			`<w:sdtContent><w:ins w:author="A" w:id="0"><w:r><w:t>Suggested.</w:t></w:r></w:ins></w:sdtContent>`+
			`</w:sdt></w:p>`,
			"styles.xml", englishStyles),
		"pages-list.docx": docx(`<w:p><w:pPr><w:pStyle w:val="Body"/><w:numPr><w:ilvl w:val="0"/><w:numId `+
			`w:val="2"/></w:numPr>`+
			`<w:bidi w:val="0"/></w:pPr>`+run("a dash of Pages", `rtl w:val="0"`)+`</w:p><w:p><w:pPr><w:pStyle `+
			`w:val="Body"/>`+
			`</w:pPr>`+run("Body of ", `rtl w:val="0"`)+run("Pages", "outline w:val=\"0\"")+`<w:r><w:rPr/><w:br `+
			`w:type="textWrapping"/>`+
			`</w:r>`+run("on two lines")+`</w:p>`, "styles.xml", style("paragraph", "Body", "Body", ""),
			"numbering.xml", lists),
		"shapes.odt": odt(`<text:section text:name="s"><text:p>In a section.</text:p></text:section>`+
			`<text:p>Beside <draw:frame><draw:text-box><text:p>Words in a box.</text:p></draw:text-box></draw:frame>`+
			`<draw:custom-shape><text:p>Words in a shape.</text:p></draw:custom-shape> it.</text:p>`+
			`<text:p><text:ruby><text:ruby-base>Tokyo</text:ruby-base><text:ruby-text>the capital</text:ruby-text>`+
			`</text:ruby> `+
			`<text:date text:date-value="2012-03-01">1 March 2012</text:date>, <text:placeholder `+
			`text:placeholder-type="text">`+
			`a placeholder</text:placeholder>, <text:bibliography-mark>[ABC]</text:bibliography-mark> `+
			`<text:sequence>4</text:sequence>`+
			`</text:p><draw:g><draw:custom-shape><text:p>In a group.</text:p></draw:custom-shape></draw:g>`, "", ""),
	}
	maps.Copy(files, common())
	return files
}

// objects is a text with what Word draws: a sheet, a diagram, a chart, letters, and a text that stands elsewhere.
func objects() officeFile {
	drawing := func(inner string) string {
		return `<w:r><w:drawing><wp:inline><wp:docPr id="5" name="Drawing"/><a:graphic><a:graphicData>` + inner +
			`</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
	}
	const diagram = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
	return docx(para("", run("A sheet:"), `<w:r><w:object><v:shape><v:imagedata r:id="media/a.png" o:title="Catches"/>`+
		`</v:shape><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>`)+
		para("", run("A diagram:"), drawing(`<dgm:relIds xmlns:dgm="`+diagram+`" r:dm="diagrams/data1"/>`))+
		para("", run("A chart:"), drawing(`<c:chart r:id="charts/chart1"/>`))+`<w:altChunk r:id="chunk"/>`+
		para("", run("Art: "), `<w:r><w:pict><v:shape><v:textpath string="SEAS FOR ALL"/></v:shape></w:pict></w:r>`),
		"media/a.png", dot, "charts/chart1.xml", `<c:chartSpace `+ooxml+`><c:title><a:p><a:r><a:t>Tonnes `+
			`landed</a:t></a:r>`+
			`</a:p></c:title><c:ser><c:cat><c:pt><c:v>Kenya</c:v></c:pt></c:cat><c:val><c:pt><c:v>512</c:v></c:pt>`+
			`</c:val>`+
			`</c:ser></c:chartSpace>`, "diagrams/data1.xml", `<dgm:dataModel `+
			`xmlns:dgm="`+diagram+`" `+ooxml+`><dgm:pt><dgm:t>`+
			`<a:p><a:r><a:t>Committee</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt><dgm:t><a:p><a:r><a:t>Working `+
			`group</a:t>`+
			`</a:r></a:p></dgm:t></dgm:pt></dgm:dataModel>`)
}
