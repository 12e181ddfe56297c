package office

import (
	"encoding/xml"
	"strings"
	"testing"
)

// printed gives the words of blocks.
func printed(b *strings.Builder, list []Block) {
	for _, block := range list {
		if block.Para != nil {
			for _, r := range block.Para.Runs {
				b.WriteString(r.Text)
			}
			b.WriteByte('\n')
			continue
		}
		for _, row := range block.Table.Rows {
			for _, c := range row {
				printed(b, c.Blocks)
			}
		}
	}
}

// all the words of a text: those printed, and after them what is told, a line for each finding.
func both(t *testing.T, data []byte) (text, told string) {
	t.Helper()
	d, list, err := read(data)
	if err != nil {
		t.Fatal(err)
	}
	var out, said strings.Builder
	printed(&out, d.Blocks)
	for _, note := range d.Notes {
		printed(&out, note)
	}
	for _, f := range list {
		said.WriteString(f.Code + " " + f.Pos.Near + "|" + f.Args["words"] + "\n")
	}
	return out.String(), said.String()
}

const allSpaces = ` xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"` +
	` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` +
	` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"` +
	` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
	` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"` +
	` xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:nobody:knows"` +
	` xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`

// wide is word with all namespaces declared, and a footnote and a comment numbered 1.
func wide(t *testing.T, body string, more ...file) []byte {
	if err := xml.Unmarshal([]byte(`<a`+allSpaces+` `+wordSpace+`>`+body+`</a>`), new(struct{})); err != nil {
		t.Fatal(err)
	}
	relations := `<Relationship Id="n" Type="x/footnotes" Target="footnotes.xml"/>` +
		`<Relationship Id="h" Type="x/header" Target="header1.xml"/>
		<Relationship Id="c" Type="x/comments" Target="comments.xml"/>`
	return packed(t, append([]file{
		{"word/document.xml", `<w:document ` + wordSpace + allSpaces + `><w:body>` + body + closed},
		{"word/_rels/document.xml.rels", related(relations)},
		{"word/footnotes.xml",
			`<w:footnotes ` + wordSpace + `><w:footnote w:id="1"><w:p><w:r><w:t>Noted.</w:t></w:r>` +
				`</w:p></w:footnote></w:footnotes>`},
		{"word/comments.xml", `<w:comments ` + wordSpace + allSpaces + `><w:comment w:id="1"><w:p><m:oMath><m:r>` +
			`<m:t>E=mc</m:t></m:r></m:oMath></w:p></w:comment></w:comments>`}}, more...)...)
}

const (
	begin    = `<w:r><w:fldChar w:fldCharType="begin"/></w:r>`
	separate = `<w:r><w:fldChar w:fldCharType="separate"/></w:r>`
	end      = `<w:r><w:fldChar w:fldCharType="end"/></w:r>`
	mark     = `<w:r><w:footnoteReference w:id="1"/></w:r>`
)

func said(s string) string  { return `<w:r><w:t xml:space="preserve">` + s + `</w:t></w:r>` }
func instr(s string) string { return `<w:r><w:instrText>` + s + `</w:instrText></w:r>` }
func p(s ...string) string  { return `<w:p>` + strings.Join(s, "") + `</w:p>` }

// TestNothingIsLost: words that stand in rare, damaged or foreign constructs are printed or told.
func TestNothingIsLost(t *testing.T) {
	gone := `<w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>`
	cases := map[string]struct{ body, text, told string }{
		"a field without an end": {p(said("One "), begin, instr("REF a"), said("two")) + p(said("three")),
			"One two\nthree\n", "word-field-open One two|REF a"},
		"a field without a result": {p(begin, instr("REF a"), said("two "), end, said("three")), "two three\n",
			"word-field two three|REF a"},
		"a field in a field's instruction": {p(begin, instr("IF "), begin, instr("MERGEFIELD n"),
			separate, said("no"), end,
			instr("= 1"), separate, said("yes"), end), "yes\n", ""},
		"a deleted note": {p(said("One"), `<w:del w:id="2">`, mark, `</w:del>`), "One\n",
			"word-changes One|Noted."},
		"a note that nothing marks": {p(said("One")), "One\n", "word-left Noted.|Noted."},
		"a deleted formula": {p(said("One"),
			`<w:del w:id="2"><m:oMath><m:r><m:t>x=y</m:t></m:r></m:oMath></w:del>`), "One\n",
			"word-changes One|x=y"},
		"a last paragraph whose end is deleted": {p(said("One")) + p(gone, said("two")), "One\ntwo\n",
			"word-changes two"},
		"the same in a cell": {`<w:tbl><w:tr><w:tc>` + p(gone, said("two")) + `</w:tc></w:tr></w:tbl>` + p(said("One")),
			"two\nOne\n", "word-changes two"},
		"the same before a table": {p(gone, said("two")) + `<w:tbl><w:tr><w:tc>` + p(said("One")) +
			`</w:tc></w:tr></w:tbl>`, "two\nOne\n", "word-changes two"},
		"a list to choose from": {p(said("I say "), `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList>`+

			`<w:result w:val="1"/><w:listEntry w:val="yes"/><w:listEntry w:val="no"/></w:ddList>`+
			`</w:ffData></w:fldChar>`+
			`</w:r>`, instr("FORMDROPDOWN"), end), "I say no\n", ""},
		"a button":   {p(begin, instr("MACROBUTTON NoMacro Click here"), end), "Click here\n", ""},
		"a fraction": {p(begin, instr(`EQ \f(1,2)`), end, said("One")), "1/2One\n", "word-formula One|"},
		"a formula that breaks off": {p(begin, instr(`EQ \f(1`), end, instr(" "), said("One")), "One\n",
			`word-field One|EQ \f(1`},
		"a fraction with an empty result": {p(begin, instr(`EQ \f(1,2)`), separate, end, said("One")), "1/2One\n",
			"word-formula One|"},
		"a number with an empty result": {p(begin, instr(`AUTONUM`), separate, end, said("One")), "One\n",
			"word-field One|AUTONUM"},
		"an empty result": {p(begin, instr(`FORMTEXT`), separate, end, said("One")), "One\n", ""},
		"a page number": {p(said("One "), begin, instr(`PAGE`), separate, said("3"), end), "One 3\n",
			"word-page-number"},
		"a symbol": {p(begin, instr(`SYMBOL 183 \f Symbol \s 12`), end, said("One")), "•One\n", ""},
		"a number": {p(begin, instr(`LISTNUM`), end, said("One")), "One\n", "word-field One|LISTNUM"},
		"a locked drawing with a picture": {p(said("One"), `<w:r><w:drawing><a:blip r:embed="none"/><a:p><a:r>`+
			`<a:t>Drawn</a:t></a:r></a:p></w:drawing></w:r>`), "One\n", "word-embedded One|Drawn"},
		"letters as a drawing beside a picture": {p(said("One"), `<w:r><w:pict><v:group><v:imagedata r:id="none"/>`+
			`<v:shape><v:textpath string="DRAFT"/></v:shape></v:group></w:pict></w:r>`), "One\n",
			"word-embedded One|DRAFT"},
		"a choice that needs the unknown": {p(`<mc:AlternateContent><mc:Choice Requires="x">`, said("new"),
			`</mc:Choice>`+
				`<mc:Choice Requires="wps">`, said("One"), `</mc:Choice><mc:Fallback>`, said("old"),
			`</mc:Fallback></mc:AlternateContent>`), "One\n", ""},
		"alternatives of a row": {`<w:tbl><mc:AlternateContent><mc:Choice Requires="wps"><w:tr><w:tc>` +
			p(said("One")) +
			`</w:tc></w:tr></mc:Choice></mc:AlternateContent></w:tbl>`, "One\n", ""},
		"foreign elements": {`<x:all>` + p(`<x:some>`, said("One"), `</x:some>`,
			`<w:r><x:few><w:t> two</w:t></x:few></w:r>`) +
			`</x:all>`, "One two\n", ""},
		"foreign words": {p(said("One"), `<w:r><x:t>strange</x:t></w:r>`), "One\n", "word-left One|strange"},
		"a comment with a formula": {p(said("One"), `<w:r><w:commentReference w:id="1"/></w:r>`), "One\n",
			"word-comment One|E=mc"},
		"a note in a table of contents": {p(begin, instr("TOC"), separate, said("Contents"), mark, end), "",
			"word-left Noted.|Noted."},
		"a picture in a table of contents": {p(begin, instr("TOC"), separate, said("Contents"), `<w:r><w:drawing>`+
			`<wp:docPr descr="A map"/><a:blip/></w:drawing></w:r>`, end), "", "word-embedded Contents|A map"},
		"formulas alone": {p(said("One")) + p(`<m:oMath><m:r><m:t>x=y</m:t></m:r></m:oMath>`), "One\nx=y\n", ""},
		"what speaks for a text box": {p(said("One"),
			`<w:r><w:drawing><wp:docPr title="Margin" descr="A note"/><wps:txbx>`+
				`<w:txbxContent>`+p(said("Boxed"))+`</w:txbxContent></wps:txbx></w:drawing></w:r>`), "One\nBoxed\n",
			"word-embedded One|Margin – A note"},
		"a drawing alone": {p(said("One")) + p(`<w:r><w:drawing><a:blip r:embed="none"/></w:drawing></w:r>`), "One\n",
			"word-embedded One|"},
		"a control that nobody has filled in": {p(said("One")) + `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>` +
			`<w:sdtContent>` + p(said("Click here")) + `</w:sdtContent></w:sdt>`, "One\n",
			"word-placeholder Click here|Click here"},
		"a sign of a font that nobody knows": {p(said("One"), `<w:r><w:sym w:font="Acme" w:char="F0AA"/></w:r>`),
			"One\n",
			"word-symbol One|"},
		"a deleted paragraph": {p(said("One")) + p(gone,
			`<w:del w:id="2"><w:r><w:delText>Gone</w:delText></w:r></w:del>`),
			"One\n", "word-changes Gone|Gone"},
		"a deleted row": {p(said("One")) + `<w:tbl><w:tr><w:trPr><w:del w:id="2"/></w:trPr><w:tc>` + p(said("Gone")) +
			`</w:tc></w:tr></w:tbl>`, "One\n", "word-changes Gone|Gone"},
	}
	for name, c := range cases {
		text, told := both(t, wide(t, c.body))
		if text = strings.TrimSuffix(text, "Noted.\n"); text != c.text {
			t.Errorf("%s: printed %q, want %q; told: %s", name, text, c.text, told)
		}
		if !strings.Contains(told, c.told) {
			t.Errorf("%s: told %s, want %s", name, told, c.told)
		}
		if c.told == "" && (strings.Contains(strings.ReplaceAll(told, "word-left Noted.", ""), "word-left") ||
			strings.Contains(told, "word-field")) {
			t.Errorf("%s: told %s", name, told)
		}
	}
}

// TestHeaders: the words of a header are told, drawn letters and formulas among them; so is one that cannot be read,
// and that of a section whose paragraph has a deleted end.
func TestHeaders(t *testing.T) {
	section := `<w:sectPr><w:headerReference r:id="h"/></w:sectPr>`
	head := func(words string) file {
		return file{"word/header1.xml", `<w:hdr ` + wordSpace + allSpaces + `><w:p>` + words + `</w:p></w:hdr>`}
	}
	for name, c := range map[string]struct {
		body string
		head file
		told string
	}{
		"a watermark": {p(said("One")) + section, head(`<w:r><w:pict><v:textpath string="DRAFT"/></w:pict></w:r>`),
			"word-header |DRAFT"},
		"a formula": {p(said("One")) + section, head(`<m:oMath><m:r><m:t>x=y</m:t></m:r></m:oMath>`),
			"word-header |x=y"},
		"a broken one": {p(said("One")) + section, file{"word/header1.xml", "<w:hdr"}, "word-header-broken"},
		"one of a section with a deleted end": {p(`<w:pPr><w:rPr><w:del w:id="1"/></w:rPr>`+section+`</w:pPr>`,
			said("One")), head(said("Mission")), "word-header |Mission"},
	} {
		if _, told := both(t, wide(t, c.body, c.head)); !strings.Contains(told, c.told) {
			t.Errorf("%s: told %s, want %s", name, told, c.told)
		}
	}
}

// TestReadOnce: a note that is referred to many times is one note, and a comment is told once.
func TestReadOnce(t *testing.T) {
	body := p(said("One"), strings.Repeat(mark+`<w:r><w:commentReference w:id="1"/></w:r>`, 1000))
	d, list, err := read(wide(t, body))
	if err != nil || len(d.Notes) != 1 || len(d.Blocks[0].Para.Runs) != 1001 || len(list) != 1 {
		t.Errorf("%d notes, %d findings, %v", len(d.Notes), len(list), err)
	}
}
