package office

import (
	"strings"
	"testing"
	"unicode/utf16"

	"rapporteur/sources/diag"
)

// whats gives what is told of looks, and how often each code is told.
func whats(t *testing.T, data []byte, changes string) (text, told string) {
	t.Helper()
	var bag diag.Bag
	d, err := Read(data, Source{File: "a.docx", Bag: &bag, Changes: changes})
	if err != nil {
		t.Fatal(err)
	}
	var out, list strings.Builder
	printed(&out, d.Blocks)
	for _, f := range bag.All() {
		list.WriteString(f.Code + " " + f.Args["what"] + "|")
	}
	return out.String(), list.String()
}

// TestLooksAreTold: each look that a report does not keep is told once, and what it keeps is not.
func TestLooksAreTold(t *testing.T) {
	styled := func(head, look, words string) string {
		return `<w:p><w:pPr>` + head + `</w:pPr><w:r><w:rPr>` + look + `</w:rPr><w:t>` + words + `</w:t></w:r></w:p>`
	}
	for name, c := range map[string]struct{ body, told string }{
		"plain": {styled(`<w:jc w:val="both"/><w:ind w:firstLine="400"/>`, `<w:color w:val="000000"/>`,
			"One"), ""},
		"alignment": {styled(`<w:jc w:val="center"/>`, "", "One") + styled(`<w:jc w:val="right"/>`, "",
			"two"), "word-look alignment|"},
		"indent":      {styled(`<w:ind w:left="800"/>`, "", "One"), "word-look indent|"},
		"colour":      {styled("", `<w:color w:val="FF0000"/>`, "One"), "word-look colour|"},
		"shading":     {styled(`<w:shd w:val="clear" w:fill="FFFF00"/>`, "", "One"), "word-look shading|"},
		"a border":    {styled(`<w:pBdr><w:top w:val="single"/></w:pBdr>`, "", "One"), "word-look border|"},
		"page breaks": {styled(`<w:pageBreakBefore/>`, "", "One"), "word-page-break |"},
		"a section": {styled(`<w:sectPr><w:cols w:num="2"/></w:sectPr>`, "", "One"),
			"word-look columns|word-page-break |"},
		"a style's colour": {styled(`<w:pStyle w:val="A"/>`, "", "One"), "word-look colour|word-look shading|"},
		"dark grey":        {styled("", `<w:color w:val="333333"/>`, "One"), ""},
		"Arabic":           {styled(`<w:bidi/>`, `<w:rtl/>`, "نشكركم"), ""},
	} {
		if _, told := whats(t, withStyles(t, c.body), Accept); told != c.told {
			t.Errorf("%s: told %s, want %s", name, told, c.told)
		}
	}
}

// TestChangesOfLooks: changes of looks, of paragraphs and of cells are counted, and undone where that is wanted.
func TestChangesOfLooks(t *testing.T) {
	cells := func(change string) string {
		return `<w:tbl><w:tr><w:tc><w:tcPr><` + change + `/></w:tcPr>` + p(said("a")) + `</w:tc>` +
			`<w:tc>` + p(said("b")) +
			`</w:tc></w:tr></w:tbl>`
	}
	for name, c := range map[string]struct{ body, accepted, original string }{
		"hidden by a change": {`<w:p><w:r><w:rPr><w:vanish/><w:rPrChange><w:rPr/></w:rPrChange></w:rPr>` +
			`<w:t>a</w:t></w:r></w:p>`,
			"", "a\n"},
		"a deleted cell":   {cells("w:cellDel"), "b\n", "a\nb\n"},
		"an inserted cell": {cells("w:cellIns"), "a\nb\n", "b\n"},
		"a paragraph": {`<w:p><w:pPr><w:jc w:val="center"/><w:pPrChange><w:pPr/></w:pPrChange>` +
			`</w:pPr>` + said("a") + `</w:p>`, "a\n", "a\n"},
	} {
		for changes, want := range map[string]string{Accept: c.accepted, Original: c.original, Refuse: c.accepted} {
			text, told := whats(t, word(t, c.body), changes)
			if text != want || !strings.Contains(told, changesCode(changes)) {
				t.Errorf("%s, %s: printed %q, want %q; told %s", name, changes, text, want, told)
			}
		}
	}
}

// TestInitials: a large letter at the beginning is joined to its word.
func TestInitials(t *testing.T) {
	cap := `<w:p><w:pPr><w:framePr w:dropCap="drop"/></w:pPr>` + said("T") + `</w:p>`
	text, told := whats(t, word(t, cap+p(said("he Chair"))+p(said("spoke"))+cap), Accept)
	if text != "The Chair\nspoke\nT\n" || told != "" {
		t.Errorf("%q, %s", text, told)
	}
}

// TestRelations: white space between relations is none, and a link within a text has no part of the archive before it.
func TestRelations(t *testing.T) {
	data := packed(t, file{"word/document.xml", opened + p(`<w:hyperlink w:anchor="here">`, said("there"),
		`</w:hyperlink>`) +
		closed}, file{"word/_rels/document.xml.rels", related("\n  " +
		`<Relationship Id="a" Type="x/styles" Target="none.xml"/>` + "\n  " +
		`<Relationship Type="x/y" Target="z.xml"/>`)})
	d, _, err := read(data)
	if err != nil || d.Blocks[0].Para.Runs[0].Link != "#here" {
		t.Errorf("%v, %v", d, err)
	}
}

// TestEncodings: parts in UTF-16 are read, with and without the mark at their beginning; an old file of Word is named.
func TestEncodings(t *testing.T) {
	body := `<?xml version="1.0" encoding="UTF-16"?>` + opened + p(said("Été")) + closed
	for _, mark := range []string{"\ufeff", ""} {
		for _, big := range []bool{false, true} {
			var b strings.Builder
			for _, u := range utf16.Encode([]rune(mark + body)) {
				pair := []byte{byte(u), byte(u >> 8)}
				if big {
					pair[0], pair[1] = pair[1], pair[0]
				}
				b.Write(pair)
			}
			if text, _ := both(t, packed(t, file{"word/document.xml", b.String()})); text != "Été\n" {
				t.Errorf("mark %q, big-endian %v: %q", mark, big, text)
			}
		}
	}
	old := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 504) +
		"W\x00o\x00r\x00d\x00D\x00o\x00c\x00u\x00m\x00e\x00n\x00t\x00"
	if _, _, err := read([]byte(old)); err != ErrOldWord {
		t.Errorf("an old file: %v", err)
	}
}

// TestDirections: a run, an embedding and an override keep their direction by the controls of Unicode, where their
// words would be set otherwise without them; a paragraph's is its own, its style's, or that of the style's base.
func TestDirections(t *testing.T) {
	for name, c := range map[string]struct{ body, text string }{
		"a run": {p(said("One"), `<w:r><w:rPr><w:rtl/></w:rPr><w:t>two!</w:t></w:r>`),
			"One\u202btwo!\u202c\n"},
		"a run in Arabic":       {p(`<w:r><w:rPr><w:rtl/></w:rPr><w:t>نعم!</w:t></w:r>`), "نعم!\n"},
		"a run of complex type": {p(`<w:r><w:rPr><w:cs/></w:rPr><w:t>two!</w:t></w:r>`), "two!\n"},
		"in a leftward line": {`<w:p><w:pPr><w:bidi/></w:pPr>` +
			`<w:r><w:rPr><w:rtl/></w:rPr><w:t>two!</w:t></w:r></w:p>`, "two!\n"},
		"an override":            {p(`<w:bdo w:val="rtl">`, said("abc"), `</w:bdo>`), "\u202eabc\u202c\n"},
		"an override of nothing": {p(`<w:bdo w:val="ltr">`, said("abc"), `</w:bdo>`), "abc\n"},
		"an embedding":           {p(`<w:dir w:val="rtl">`, said("abc نعم"), `</w:dir>`), "\u202babc نعم\u202c\n"},
	} {
		if text, told := whats(t, word(t, c.body), Accept); text != c.text || told != "" {
			t.Errorf("%s: %q, want %q; told %s", name, text, c.text, told)
		}
	}
	styles := `<w:style w:type="paragraph" w:styleId="A"><w:name w:val="a"/><w:pPr><w:bidi/></w:pPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="B"><w:name w:val="b"/><w:basedOn w:val="A"/></w:style>`
	in := func(style, more string) string {
		return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/>` + more + `</w:pPr>` + said("x") + `</w:p>`
	}
	d, _, err := read(packed(t, file{"word/document.xml", opened + in("B", "") + in("B", `<w:bidi w:val="0"/>`) +
		in("C", "") +
		closed}, file{"word/styles.xml", `<w:styles ` + wordSpace + `>` + styles + `</w:styles>`},
		file{"word/_rels/document.xml.rels", related(`<Relationship Id="s" Type="x/styles" Target="styles.xml"/>`)}))
	if err != nil || len(d.Blocks) != 3 || !d.Blocks[0].Para.Leftward || d.Blocks[1].Para.Leftward ||
		d.Blocks[2].Para.Leftward {
		t.Errorf("%v, %v", d, err)
	}
}

// withStyles is a Word file with a style A of paragraphs, C of characters, and T of tables.
func withStyles(t *testing.T, body string) []byte {
	t.Helper()
	return packed(t, file{"word/document.xml", opened + body + closed}, file{"word/styles.xml", `<w:styles ` +
		wordSpace +
		`><w:style w:type="paragraph" w:styleId="A"><w:name w:val="a"/><w:pPr><w:shd w:fill="FFFF00"/></w:pPr>` +
		`<w:rPr><w:color w:val="FF0000"/></w:rPr></w:style>` +
		`<w:style w:type="character" w:styleId="B"><w:name w:val="b"/>` +
		`<w:rPr><w:b/></w:rPr></w:style><w:style w:type="character" w:styleId="C"><w:name w:val="c"/>` +
		`<w:basedOn w:val="B"/><w:rPr><w:smallCaps/></w:rPr></w:style><w:style w:type="table" w:styleId="S">` +
		`<w:name w:val="s"/><w:rPr><w:i/></w:rPr><w:tblStylePr w:type="firstCol"><w:rPr><w:b/></w:rPr></w:tblStylePr>` +
		`<w:tblStylePr w:type="lastRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style><w:style w:type="table" ` +
		`w:styleId="T"><w:name w:val="t"/><w:basedOn w:val="S"/>` +
		`<w:tblStylePr w:type="firstCol"><w:rPr><w:i w:val="0"/>` +
		`</w:rPr></w:tblStylePr></w:style></w:styles>`},
		file{"word/_rels/document.xml.rels", related(`<Relationship Id="s" Type="x/styles" Target="styles.xml"/>`)})
}

// TestLooksOfStyles: a look that only a style says, of characters or of a part of a table, is kept as any other.
func TestLooksOfStyles(t *testing.T) {
	look := func(p *Para) Look { return p.Runs[0].Look }
	d, _, err := read(withStyles(t, p(`<w:r><w:rPr><w:rStyle w:val="C"/></w:rPr><w:t>One</w:t></w:r>`)))
	if err != nil || look(d.Blocks[0].Para) != Bold|SmallCaps {
		t.Errorf("%v, %v", d, err)
	}
	cell := `<w:tc>` + p(said("x")) + `</w:tc>`
	row := `<w:tr>` + cell + cell + `</w:tr>`
	for style, c := range map[string]struct {
		look string
		want [4]Look
	}{
		"S": {`w:firstColumn="1" w:lastRow="1"`, [4]Look{Bold | Italic, Italic, Bold | Italic, Bold | Italic}},
		"T": {`w:val="0080"`, [4]Look{Bold, Italic, Bold, Italic}},
	} {
		d, _, err := read(withStyles(t,
			`<w:tbl><w:tblPr><w:tblStyle w:val="`+style+`"/><w:tblLook `+c.look+`/></w:tblPr>`+
				row+row+`</w:tbl>`+p(said("after"))))
		if err != nil || len(d.Blocks) != 2 || look(d.Blocks[1].Para) != 0 {
			t.Fatalf("%v, %v", d, err)
		}
		for i, want := range c.want {
			if got := look(d.Blocks[0].Table.Rows[i/2][i%2].Blocks[0].Para); got != want {
				t.Errorf("%s: cell %d is %b, want %b", style, i, got, want)
			}
		}
	}
}

// TestLooksAreToldODT: the same of OpenDocument texts, be a look a style's own or that of the style's parent.
func TestLooksAreToldODT(t *testing.T) {
	for look, want := range map[string]string{
		`<style:paragraph-properties fo:text-align="center"/>`:           "word-look alignment|",
		`<style:paragraph-properties fo:margin-left="2cm"/>`:             "word-look indent|",
		`<style:paragraph-properties fo:background-color="#ffff00"/>`:    "word-look shading|",
		`<style:paragraph-properties fo:border="0.06pt solid #000000"/>`: "word-look border|",
		`<style:paragraph-properties fo:break-before="page"/>`:           "word-page-break |",
		`<style:text-properties fo:color="#ff0000"/>`:                    "word-look colour|",
		`<style:paragraph-properties fo:border="none"/>`:                 "",
		`<style:text-properties fo:color="#000000"/>`:                    "",
	} {
		_, told := whats(t, packed(t, file{"content.xml", `<office:document-content ` + odfSpace +
			` xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"` +
			` xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"><office:automatic-styles>` +
			`<style:style style:name="A" style:family="paragraph">` + look +
			`</style:style><style:style style:name="B" ` +
			`style:family="paragraph" style:parent-style-name="A"/></office:automatic-styles>` +
			`<office:body><office:text>` +
			`<text:p text:style-name="B">One</text:p></office:text></office:body></office:document-content>`}), Accept)
		if told != want {
			t.Errorf("%s: told %s, want %s", look, told, want)
		}
	}
}

// TestMovedByHand: signs that are moved up or down by a distance stand above or below the line, unless they say more.
func TestMovedByHand(t *testing.T) {
	run := func(look, words string) string {
		return `<w:r><w:rPr>` + look + `</w:rPr><w:t>` + words + `</w:t></w:r>`
	}
	d, err := Read(wide(t, `<w:p>`+said("CO")+run(`<w:position w:val="-2"/><w:sz w:val="19"/>`, "2")+said(", 5")+
		run(`<w:position w:val="6"/>`, "th")+run(`<w:position w:val="0"/>`, " line")+
		run(`<w:position w:val="-2"/><w:vertAlign w:val="superscript"/>`, "a")+`</w:p>`),
		Source{File: "a.docx", Bag: new(diag.Bag)})
	if err != nil {
		t.Fatal(err)
	}
	if got := typed(d.Blocks[0].Para.Runs); got != "CO_{2}, 5^{th} line^{a}" {
		t.Errorf("%q", got)
	}
}
