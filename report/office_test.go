package report

import (
	"archive/zip"
	"bytes"
	"image"
	"image/png"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/sources/diag"
	"rapporteur/sources/pdf/content"
)

// wordFile makes a Word file of what stands in its body, with a picture under the id "dot" and a note under the id 1.
func wordFile(t *testing.T, body string) string {
	t.Helper()
	const w = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ` +
		`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	var dot, buffer bytes.Buffer
	if err := png.Encode(&dot, image.NewGray(image.Rect(0, 0, 40, 40))); err != nil {
		t.Fatal(err)
	}
	archive := zip.NewWriter(&buffer)
	for _, part := range [][2]string{
		{"word/document.xml", `<w:document ` + w + `><w:body>` + body + `</w:body></w:document>`},
		{"word/_rels/document.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/` +
			`relationships"><Relationship Id="dot" Type="x/image" Target="media/dot.png"/><Relationship Id="n" ` +
			`Type="x/footnotes" Target="footnotes.xml"/><Relationship Id="s" Type="x/styles" Target="styles.xml"/>` +
			`<Relationship Id="l" Type="x/numbering" Target="numbering.xml"/></Relationships>`},
		{"word/footnotes.xml", `<w:footnotes ` + w + `><w:footnote w:id="1"><w:p><w:r><w:t>Word’s own note.</w:t>` +
			`</w:r>` +
			`</w:p></w:footnote></w:footnotes>`},
		{"word/styles.xml", `<w:styles ` + w + `><w:style w:type="paragraph" w:styleId="Titre1"><w:name ` +
			`w:val="heading 1"/></w:style></w:styles>`},
		{"word/numbering.xml", `<w:numbering ` + w + `><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">` +
			`<w:start ` +
			`w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%1)"/></w:lvl></w:abstractNum>` +
			`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`},
		{"word/media/dot.png", dot.String()},
	} {
		f, err := archive.Create(part[0])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(part[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return buffer.String()
}

const wordStatement = `<w:p><w:pPr><w:pStyle w:val="Titre1"/></w:pPr><w:r><w:t>Opening words</w:t></w:r></w:p>` +
	`<w:p><w:bookmarkStart w:id="0" w:name="here"/><w:r><w:t xml:space="preserve">Norway counts CO</w:t></w:r><w:r>` +
	`<w:rPr><w:vertAlign w:val="subscript"/></w:rPr><w:t>2</w:t></w:r><w:r>` +
	`<w:t xml:space="preserve"> for the 19</w:t>` +
	`</w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>th</w:t></w:r><w:r>` +
	`<w:t xml:space="preserve"> ` +
	`time, as </w:t></w:r><w:r><w:rPr><w:smallCaps/></w:rPr><w:t>Nansen</w:t></w:r><w:r>` +
	`<w:t xml:space="preserve"> said ` +
	`</w:t></w:r><w:r><w:rPr><w:lang w:val="fr-FR"/></w:rPr><w:t>jadis</w:t></w:r><w:r><w:rPr>` +
	`<w:lang w:val="en-GB"/>` +
	`</w:rPr><w:t>, in words that were heard by all.</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>` +
	`<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>First point</w:t>` +
	`</w:r></w:p>` +
	`<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Second point</w:t>` +
	`</w:r>` +
	`</w:p><w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r>` +
	`<w:t>Both columns</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p><w:r>` +
	`<w:t>State</w:t>` +
	`</w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Tons</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r>` +
	`<w:t>Norway</w:t>` +
	`</w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>41</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p>` +
	`<w:hyperlink w:anchor="here">` +
	`<w:r><w:t>See above</w:t></w:r></w:hyperlink><w:r><w:t>, and [@kenya].</w:t></w:r></w:p>`

const wordManifest = "rapporteur: 1\nreport: {title: R, language: en, date: 2012-03-01}\nsessions:\n  - id: opening\n" +
	"    title: Opening\n    statements:\n      - {id: norway, speaker: {name: N}, text: norway.docx}\n" +
	"      - {id: kenya, speaker: {name: K}, text: kenya.md}\n"

// TestWordText: a statement in Word is printed with all that it has, its pictures and links among it, and verify
// finds no fault.
func TestWordText(t *testing.T) {
	picture := `<w:p><w:r><w:drawing>` +
		`<i xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ` +
		`xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><wp:docPr descr="A grey square"/>` +
		`<a:blip r:embed="dot"/></i></w:drawing></w:r></w:p>`
	p := printOut(t, wordManifest, map[string]string{"norway.docx": wordFile(t, wordStatement+picture),
		"kenya.md": "Kenya agrees: CO[2]{.sub}.\n"}, nil)
	text := p.characters()
	for _, want := range []string{"Opening words",
		"Norway counts CO2 for the 19th time, as Nansen said jadis, in words", "(a)First point", "(b)Second point",
		"Both columns", "StateTons", "Norway41", "Word’s own note.", "See above", "Kenya agrees: CO2."} {
		if !strings.Contains(text, strings.ReplaceAll(want, " ", "")) {
			t.Errorf("%q is not printed:\n%s", want, text)
		}
	}
	if len(p.result.Diagnostics) > 0 {
		t.Error(messages(p.result))
	}
}

// characters gives all that is painted on the report's pages, in the order of their content, without spaces.
func (p *printed) characters() string {
	p.t.Helper()
	var b strings.Builder
	for _, page := range p.doc.Pages() {
		in := content.New(p.doc, new(content.Fonts), nil)
		in.Words = true
		shown, err := in.Show(page)
		if err != nil {
			p.t.Fatal(err)
		}
		for _, w := range shown.Words {
			b.WriteString(strings.ReplaceAll(w.Text, " ", ""))
		}
	}
	return b.String()
}

// TestWordFindings: what is found in a Word file, by whichever pass, names the paragraph and its first words.
func TestWordFindings(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "report.yaml", []byte(wordManifest))
	write(t, dir, "kenya.md", []byte("Kenya agrees.\n"))
	for code, words := range map[string]string{"missing-glyph": "A sign \U0001F9FF that no font has.",
		"unknown-reference": "A reference [@zzzzzz] to nothing at all."} {
		write(t, dir, "norway.docx", []byte(wordFile(t, wordStatement+`<w:p><w:r><w:t>`+words+`</w:t></w:r></w:p>`)))
		result, err := Check(t.Context(), Input{Manifest: filepath.Join(dir, "report.yaml")})
		if err != nil {
			t.Fatal(err)
		}
		near := strings.Join(strings.Fields(words)[:5], " ") + "…"
		want := diag.Pos{File: "norway.docx", Line: 11, Near: near}
		if all := result.Diagnostics; len(all) != 1 || all[0].Code != code || all[0].Pos != want {
			t.Errorf("%s: found is %s, want it at %+v", code, messages(result), want)
		}
	}
}
