package sources

import (
	"strings"
	"testing"
)

// TestCodeKeepsNotes: a note and a picture in lines of code are printed after them.
func TestCodeKeepsNotes(t *testing.T) {
	f := docx(para("HTMLPreformatted", run("let x"), `<w:r><w:footnoteReference w:id="2"/></w:r>`,
		picture("a", "A dot", "")), "styles.xml", style("paragraph", "HTMLPreformatted", "HTML Preformatted", ""),
		"footnotes.xml", `<w:footnote w:id="2">`+para("", run("Of the note."))+`</w:footnote>`,
		"relations", `<Relationship Id="a" Type="http://x/image" Target="media/a.png"/>`, "media/a.png", dot)
	v, list := readText(t, lay(t, "a.docx", f.pack(t)), "")
	if v == nil {
		t.Fatal(told(list))
	}
	text, _ := v.Markdown()
	for _, want := range []string{"```\nlet x\n```", "[^1]", "Of the note.", "![A dot]"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in:\n%s\n%s", want, text, told(list))
		}
	}
}
