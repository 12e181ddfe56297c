package office

import (
	"strings"
	"testing"
)

// TestEmbeddedWords: a document within a text, be it HTML, plain or a Word file, and a chart of the newer kind are told
// with their words.
func TestEmbeddedWords(t *testing.T) {
	inner := string(word(t, p(said("Inside words"))))
	chart := `<cx:chartSpace xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex">` +
		`<cx:v>Tonnes landed</cx:v></cx:chartSpace>`
	for name, c := range map[string]struct{ body, data, want string }{
		"HTML": {`<w:altChunk r:id="e"/>`, `<html><head><style>a{}</style></head><p>Inside &amp; out</p>`,
			"Inside & out"},
		"plain":       {`<w:altChunk r:id="e"/>`, "Inside\nwords", "Inside words"},
		"a Word file": {`<w:altChunk r:id="e"/>`, inner, "Inside words"},
		"an object": {p(`<w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" r:id="e"/>` +
			`</w:object></w:r>`), inner, "Inside words"},
		"a chart": {p(`<w:r><w:drawing><cx:chart xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex" ` +
			`r:id="e"/></w:drawing></w:r>`), chart, "Tonnes landed"},
	} {
		_, told := both(t, packed(t, file{"word/document.xml", `<w:document ` + wordSpace + allSpaces + `><w:body>` +
			p(said("One")) + c.body + closed}, file{"word/e.bin", c.data}, file{"word/_rels/document.xml.rels",
			related(`<Relationship Id="e" Type="x/aFChunk" Target="e.bin"/>`)}))
		if !strings.Contains(told, "word-embedded One|"+c.want+"\n") {
			t.Errorf("%s: told %s", name, told)
		}
	}
}
