package office

import (
	"strings"
	"testing"
)

// TestNothingIsLostODT: the same of OpenDocument texts.
func TestNothingIsLostODT(t *testing.T) {
	const first = `<text:p>One</text:p>`
	cases := map[string]struct{ body, text, told string }{
		"a caption on the page": {`<draw:caption><text:p>two</text:p></draw:caption>` + first, "two\nOne\n",
			"word-box"},
		"a connector": {first + `<draw:connector><text:p>two</text:p></draw:connector>`, "One\ntwo\n",
			"word-box"},
		"a polygon in a group": {first + `<draw:g><draw:polygon><text:p>two</text:p></draw:polygon></draw:g>`,
			"One\ntwo\n", ""},
		"a circle in a sentence": {`<text:p>One<draw:circle><text:p>two</text:p></draw:circle></text:p>`,
			"One\ntwo\n", ""},
		"a comment in a deletion": {`<text:tracked-changes><text:changed-region text:id="a"><text:deletion>` +
			`<text:p>gone<office:annotation><dc:creator>Me</dc:creator><text:p>why</text:p></office:annotation>` +
			`</text:p>` +
			`</text:deletion></text:changed-region></text:tracked-changes>` +
			`<text:p>One<text:change text:change-id="a"/>` +
			`</text:p>`, "One\n", "word-changes One|gone why"},
		"a deletion that stands nowhere": {`<text:tracked-changes><text:changed-region text:id="a"><text:deletion>` +
			`<text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>` + first, "One\n",
			"word-left gone|gone"},
		"a chart": {`<text:p>One<draw:frame><draw:object xlink:href="./c"/></draw:frame></text:p>`,
			"One\n", "word-embedded One|Landed"},
		"a form": {`<office:forms><x:f form:current-value="Kenya"/></office:forms>` + first, "One\n",
			"|Kenya"},
		"foreign elements": {`<x:all>` + first + `</x:all>`, "One\n", ""},
		"what a cell covers": {`<table:table><table:table-row>` +
			`<table:table-cell>` + first + `</table:table-cell><table:covered-table-cell><text:p>two</text:p>` +
			`</table:covered-table-cell></table:table-row></table:table>`, "One\n", "word-left two|two"},
	}
	for name, c := range cases {
		text, told := both(t, packed(t, file{"content.xml", `<office:document-content ` + odfSpace +
			` xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:x="urn:nobody:knows"` +
			` xmlns:form="urn:oasis:names:tc:opendocument:xmlns:form:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"` +
			` xmlns:dc="http://purl.org/dc/elements/1.1/"><office:body><office:text>` + c.body +
			`</office:text></office:body></office:document-content>`},
			file{"c/content.xml", `<a ` + odfSpace + `><text:p>Landed</text:p></a>`}))
		if text != c.text || !strings.Contains(told, c.told) {
			t.Errorf("%s: printed %q, want %q; told %s, want %s", name, text, c.text, told, c.told)
		}
		if c.told == "" && strings.Contains(told, "word-left") {
			t.Errorf("%s: told %s", name, told)
		}
	}
}
