package verify

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"rapporteur/report/ledger"
)

// The pages of the kit's report: cover i, contents ii, chapter 1, a statement's text 2, its divider 3, its original 4
// and 5 (untagged, with a link and an
// outline), an annex's original 6 (tagged, turned), recommendations 7.
var kitLabels = []string{"i", "ii", "1", "2", "3", "4", "5", "6", "7"}

// The streams of the originals.
const (
	firstPart  = "q 1 0 0 1 5 5 cm BT /Helv 9 Tf (Mr. Chairman, \\(1\\)) Tj"
	secondPart = "ET Q Q"
	lastPart   = "0 0 10 10 re f"
	tagged     = "/P<</MCID 0>>BDC BT /Helv 9 Tf (BDC EMC) Tj ET EMC /P/MC1 BDC EMC"
)

// The stamps: the first original's pages are the third and the first of its file of seven.
var kitStamps = []string{stampText("4 ~ 3/7 ~ A/66/1"), stampText("5 ~ 1/7 ~ A/66/1"), stampText("6 ~ 1/1 ~ A/66/1")}

func kitSum(i int) ledger.Stamp {
	matrix := [][]float64{{1, 0, 0, 1, 20, 20}, {1, 0, 0, 1, 20, 20}, {0, 1, -1, 0, 580, 20}}[i]
	return ledger.Stamp{Sum: stampSum([]float64{0, 0, 90, 10}, matrix, []byte(kitStamps[i]))}
}

// newKit makes a report that keeps every promise.
func newKit() *kit {
	k := &kit{objects: map[string]string{}, streams: map[string]string{}, name: "report.pdf"}
	k.object("catalog", "<</Type/Catalog/AcroForm<</Fields[@fields]>>/Pages @pages/StructTreeRoot "+
		"@tree/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/Outlines "+
		"@outlines/PageMode/UseOutlines"+
		"/Names<</Dests @names>>/Lang(en)/PageLabels<</Nums[0<</S/r>> 2<</S/D>>]>>/Metadata @xmp>>")
	k.object("info", "<</Title(Report)/Author(The Conference)/CreationDate(D:20120301000000+00'00')"+
		"/Producer(rapporteur)>>")
	k.stream("xmp", "/Type/Metadata/Subtype/XML", `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta`+
		` xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"`+
		` xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Report</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq>`+
		`<rdf:li>The Conference</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>en</rdf:li></rdf:Bag></dc:language><xmp:CreateDate>2012-03-01T00:00:00+00:00`+
		`</xmp:CreateDate><pdf:Producer>rapporteur</pdf:Producer><pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`)
	kids := ""
	for i := range kitLabels {
		kids += fmt.Sprintf(" @page%d", i+1)
	}
	k.object("pages", "<</Type/Pages/Count 9/Kids["+kids+"]>>")
	k.object("resources", "<</Font<</F0.0 @font>>>>")
	k.object("font", "<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+Serif/Encoding/Identity-H"+
		"/DescendantFonts[@cid]/ToUnicode @tounicode>>")
	k.object("cid", "<</Type/Font/Subtype/CIDFontType0/BaseFont/AAAAAA+Serif/DW 500/W[46[250 500] 105 105 300]>>")
	var cmap strings.Builder
	cmap.WriteString("1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n3 " +
		"beginbfchar\n<0020><0020>\n<007E><00B7>\n<0021><0021>\nendbfchar\n2 " +
		"beginbfrange\n<0022><003F><0022>\n<0040><0042>[<0040><0041><0042>]\nendbfrange\n")
	fmt.Fprintf(&cmap, "1 beginbfrange\n<0043><007D><0043>\nendbfrange\n")
	k.stream("tounicode", "", cmap.String())
	k.typeset()
	k.received()
	k.structure()
	k.navigation()
	k.ledger = k.account()
	return k
}

// typeset writes our pages.
func (k *kit) typeset() {
	page := func(n int, key, annots string, dress, body string) {
		k.object(fmt.Sprintf("page%d", n), fmt.Sprintf("<</Type/Page/Parent @pages/MediaBox[0 0 600 800]"+
			"/Resources @resources/Tabs/S/StructParents %s/Contents[@dress%d @body%d]%s>>", key, n, n, annots))
		k.stream(fmt.Sprintf("dress%d", n), "", dress)
		k.stream(fmt.Sprintf("body%d", n), "/Filter/FlateDecode", deflated(body))
	}
	page(1, "0", "", "1 0 0 1 50 700 cm\n", marked("H1", 0, set(0, 0, "Report")))
	line := func(id, y int, words, label string) string {
		return marked("Reference", id, set(0, y, words)) + marked("Reference", id+1, set(480, y, label)) +
			"/Artifact BMC\n" + set(300, y, ". . . .") + "EMC\n"
	}
	page(2, "1", "/Annots[@line1 @line2 @line2b @line3 @line4]", footer("ii")+"1 0 0 1 50 700 cm\n",
		line(0, 0, "Opening", "1")+marked("Reference", 2, set(0, -20, "A statement with a very"))+
			line(3, -40, "long title", "2")+
			line(5, -60, "Its original", "3")+line(7, -80, "Recommendations", "7"))
	page(3, "2", "/Annots[@link @web]", footer("1")+"1 0 0 1 50 700 cm\n",
		marked("P", 0, set(0, 0, "The debate. See "))+marked("Link", 1, set(80, 0, "there"))+marked("Link", 2,
			set(80, -20, "and there")))
	page(4, "3", "", footer("2")+"1 0 0 1 50 700 cm\n", marked("P", 0, set(0, 0, "Mr. Chairman")))
	page(5, "4", "", footer("3")+"1 0 0 1 50 700 cm\n", marked("P", 0, set(0, 0, "As received")))
	page(9, "5", "", footer("7")+"1 0 0 1 50 700 cm\n", marked("P", 0, set(0, 0, "Recommendation 1"))+
		"1 0 0 rg 0 0 5 5 re f\n")
	link := func(name, key, rect, dest string) {
		k.object(name, "<</Type/Annot/Subtype/Link/Rect["+rect+"]/StructParent "+key+dest+">>")
	}
	link("line1", "10", "50 695 550 710", "/Dest(opening)")
	link("line2", "11", "50 675 550 690", "/Dest(s1)")
	link("line2b", "12", "50 655 550 670", "/Dest(s1)")
	link("line3", "13", "50 635 550 650", "/Dest(s1-original)")
	link("line4", "14", "50 615 550 630", "/A<</S/GoTo/D(r1)>>")
	link("link", "15", "130 695 160 710", "/Dest(s1)")
	link("web", "16", "130 675 160 690", "/A<</S/URI/URI(https://example.org/)>>")
}

// received writes the originals' pages, ours around theirs.
func (k *kit) received() {
	k.stream("before", "", "q\n")
	k.stream("before2", "", "q\nq\n")
	for i, label := range []string{"4", "5", "6"} {
		k.stream("after"+label, "", "\nQ\n/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n/ReportStamp Do\nEMC\n")
		matrix := []string{"1 0 0 1 20 20", "1 0 0 1 20 20", "0 1 -1 0 580 20"}[i]
		k.stream("stamp"+label, "/Type/XObject/Subtype/Form/BBox[0 0 90 10]/Matrix["+matrix+
			"]/Resources<</Font<</F0.0 @font>>>>", kitStamps[i])
		k.object("resources"+label, "<</XObject<</ReportStamp @stamp"+label+">>/Properties<</MC1<</MCID 1>>>>>>")
		contents := []string{"@first @second", "@last", "@tagged"}[i]
		rest := []string{"/Annots[@theirs]", "", "/Rotate 90/StructParents 20/Annots[@field]"}[i]
		before := []string{"@before2 ", "@before ", "@before "}[i]
		k.object(fmt.Sprintf("page%d", 6+i), "<</Type/Page/Parent @pages/MediaBox[0 0 600 800]/Resources @resources"+
			label+"/Contents["+before+contents+" @after"+label+"]"+rest+">>")
	}
	k.stream("first", "", firstPart)
	k.stream("second", "/Filter/FlateDecode", deflated(secondPart))
	k.stream("last", "", lastPart)
	k.stream("tagged", "/Filter/FlateDecode", deflated(tagged))
	k.object("theirs", "<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Dest[@page7/Fit]>>")
	k.object("field", "<</Type/Annot/Subtype/Widget/T(f)/Parent @fields/Rect[0 0 9 9]/StructParent 21>>")
	k.object("fields", "<</T(map)/Kids[@field]>>")
}

// structure writes the structure tree and its parent tree.
func (k *kit) structure() {
	k.object("tree", "<</Type/StructTreeRoot/K @document/ParentTree<</Kids[@nums1 @nums2]>>>>")
	k.object("nums1", "<</Limits[0 5]/Nums[0[@cover] 1 @marks2 2[@debate @see @see2] 3[@speech] 4[@divider] 5[@rec]]>>")
	k.object("marks2", "[@toc1 @toc1 @toc2 @toc2 @toc2 @toc3 @toc3 @toc4 @toc4]")
	k.object("nums2", "<</Limits[10 21]/Nums[10 @toc1 11 @toc2 12 @toc2 13 @toc3 14 @toc4 15 @see 16 @see2 "+
		"20[@theirp @theirp] 21 @theirform]>>")
	k.object("document", "<</S/Document/P @tree/K[@cover @contents @debate @see @see2 @speech @divider "+
		"@part @rec]>>")
	element := func(name, parent, tag, page, kids string) {
		k.object(name, "<</S/"+tag+"/P @"+parent+page+"/K["+kids+"]>>")
	}
	element("cover", "document", "H1", "/Pg @page1", "0")
	whole := func(names ...string) (s string) {
		for _, n := range names {
			s += "<</Type/OBJR/Obj @" + n + ">>"
		}
		return s
	}
	element("contents", "document", "TOCI", "", "@toc1 @toc2 @toc3 @toc4")
	element("toc1", "contents", "Link", "/Pg @page2", "0 1"+whole("line1"))
	element("toc2", "contents", "Link", "/Pg @page2", "2 <</Type/MCR/Pg @page2/MCID 3>> 4"+whole("line2", "line2b"))
	element("toc3", "contents", "Link", "/Pg @page2", "5 6"+whole("line3"))
	element("toc4", "contents", "Link", "/Pg @page2", "7 8"+whole("line4"))
	element("debate", "document", "P", "/Pg @page3", "0")
	element("see", "document", "Link", "/Pg @page3", "1"+whole("link"))
	element("see2", "document", "Link", "/Pg @page3", "2"+whole("web"))
	element("speech", "document", "P", "/Pg @page4", "0")
	element("divider", "document", "P", "/Pg @page5", "0")
	element("part", "document", "Part", "", "@theirp @theirform")
	element("theirp", "part", "P", "/Pg @page8", "0 1")
	element("theirform", "part", "Form", "/Pg @page8", whole("field"))
	element("rec", "document", "P", "/Pg @page9", "0")
}

// navigation writes outline and named destinations.
func (k *kit) navigation() {
	k.object("names", "<</Names[(map)[@page8/Fit] (map-original)[@page8/Fit] (opening)[@page3/Fit] (r1)[@page9/Fit] "+
		"(s1)[@page4/Fit] (s1-original)[@page5/Fit]]>>")
	k.object("outlines", "<</First @o1/Last @o4/Count 5>>")
	k.object("o1", "<</Title(I. Opening)/Parent @outlines/Dest[@page3/Fit]/Next @o2>>")
	k.object("o2", "<</Title(A statement)/Parent @outlines/Dest[@page4/Fit]/Next @o3/First @o21/Last @o22/Count 2>>")
	k.object("o21", "<</Title(As received)/Parent @o2/Dest[@page5/Fit]/Next @o22>>")
	k.object("o22", "<</Title(Original)/Parent @o2/Dest[@page6/Fit]/Prev @o21/First @theirs1/Last @theirs1/Count -1>>")
	k.object("theirs1", "<</Title(Their conclusion)/Parent @o22/Dest[@page7/Fit]>>")
	k.object("o3", "<</Title(Map)/Parent @outlines/Dest[@page8/Fit]/Next @o4>>")
	k.object("o4", "<</Title(Recommendations)/Parent @outlines/Dest[@page9/Fit]>>")
}

// account is the ledger of the report.
// kitForm is what is promised of the kit's form: a field f on the first page, without a value.
func kitForm() *ledger.Form {
	h, none := sha256.New(), sha256.New()
	text(none, "none")
	for _, s := range []string{"0", "f", hex.EncodeToString(none.Sum(nil)), "", " 0.000 0.000 9.000 9.000"} {
		text(h, s)
	}
	return &ledger.Form{Name: "map", Fields: 1, Widgets: 1, SHA256: hex.EncodeToString(h.Sum(nil))}
}

func (k *kit) account() *ledger.Ledger {
	l := &ledger.Ledger{Rapporteur: ledger.Format, File: "report.pdf", Pages: 9, Language: "en", Title: "Report",
		Author: "The Conference", Date: "2012-03-01", Program: "rapporteur",
		Conformance: ledger.Conformance{Claims: []string{"PDF/UA-1"}}}
	for _, a := range []ledger.Account{{Kind: "cover", ID: "cover", First: 1, Last: 1},
		{Kind: "contents", ID: "contents", First: 2, Last: 2, Links: []string{"opening", "s1", "s1", "s1-original",
			"r1"}}, {Kind: "chapter", ID: "opening", First: 3, Last: 3, Links: []string{"s1"}},
		{Kind: "statement", ID: "s1", First: 4, Last: 4}, {Kind: "divider", ID: "s1", First: 5, Last: 5},
		{Kind: "original", ID: "s1", First: 6, Last: 7},
		{Kind: "original", ID: "map", First: 8, Last: 8}, {Kind: "recommendations", ID: "recommendations", First: 9,
			Last: 9}} {
		a.Labels = kitLabels[a.First-1 : a.Last]
		l.Account = append(l.Account, a)
	}
	l.Statements = []ledger.Item{{ID: "s1", Session: "opening", Text: &ledger.Range{First: 4, Last: 4},
		Originals: []ledger.Original{
			{File: "originals/s1.pdf", Pages: 2, First: 6, Last: 7, Labels: []string{"4", "5"},
				ContentSHA256: []string{contentSum(firstPart, deflated(secondPart)), contentSum(lastPart)},
				FilePages:     7, Taken: []int{3, 1}, Stamps: []ledger.Stamp{kitSum(0), kitSum(1)},
				Brackets: []ledger.Bracket{{Page: 6, Extra: []ledger.Extra{{Times: 1}}}}}}}}
	l.Annexes = []ledger.Item{{ID: "map", Originals: []ledger.Original{{File: "originals/map.pdf", Pages: 1, First: 8,
		Last: 8, Labels: []string{"6"}, ContentSHA256: []string{contentSum(deflated(tagged))}, FilePages: 1,
		Stamps: []ledger.Stamp{kitSum(2)}, Form: kitForm()}}}}
	l.Recommendations = []ledger.Recommendation{{ID: "r1", Number: 1, Page: 9}}
	l.Contents = []ledger.Line{{Text: "Opening", Target: "opening", Page: 3, Label: "1"},
		{Text: "A statement with a very long title", Target: "s1", Page: 4, Label: "2"},
		{Text: "Its original", Target: "s1-original", Page: 5, Label: "3"},
		{Text: "Recommendations", Target: "r1", Page: 9, Label: "7"}}
	l.Outline = []ledger.OutlineItem{{Level: 0, Title: "I. Opening", Page: 3},
		{Level: 0, Title: "A statement", Page: 4},
		{Level: 1, Title: "As received", Page: 5}, {Level: 1, Title: "Original", Page: 6},
		{Level: 0, Title: "Map", Page: 8}, {Level: 0, Title: "Recommendations", Page: 9}}
	l.Anchors = map[string]ledger.Anchor{"opening": {Page: 3, Label: "1"}, "s1": {Page: 4, Label: "2"},
		"s1-original": {Page: 5, Label: "3"}, "map": {Page: 8, Label: "6"}, "r1": {Page: 9, Label: "7"}}
	return l
}
