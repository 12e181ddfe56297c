package office

import (
	"strings"
	"testing"
)

// typed writes runs with their looks: / around what is slanted, ^ and _ before what is raised and lowered.
func typed(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		text := r.Text
		if r.Look&Italic != 0 {
			text = "/" + text + "/"
		}
		for look, mark := range map[Look]string{Superscript: "^", Subscript: "_"} {
			if r.Look&look != 0 {
				text = mark + "{" + text + "}"
			}
		}
		b.WriteString(text)
	}
	return b.String()
}

// TestFormulas: what Word, OpenDocument and Word's old fields write of a formula stands on one line, with the brackets
// that it needs there, and what is lost of its shape is told.
func TestFormulas(t *testing.T) {
	r := func(s string) string { return `<m:r><m:t>` + s + `</m:t></m:r>` }
	e := func(name string, parts ...string) string { // name, and pairs of a part's name and what it holds
		s := `<m:` + name + `>`
		for i := 0; i < len(parts); i += 2 {
			s += `<m:` + parts[i] + `>` + parts[i+1] + `</m:` + parts[i] + `>`
		}
		return s + `</m:` + name + `>`
	}
	eq := func(s string) string {
		return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>EQ ` + s +
			`</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
	}
	ml := func(s string) string { return `<math:math>` + s + `</math:math>` }
	for source, want := range map[string]string{
		e("sSup", "e", r("x"), "sup", r("2")):                                                     "/x/^{2}",
		e("sSub", "e", r("CO"), "sub", r("2")):                                                    "/CO/_{2}",
		e("f", "num", r("a"), "den", r("2b")):                                                     "/a//2/b/ flat",
		e("f", "num", r("a+b"), "den", r("c")):                                                    "(/a/+/b/)//c/ flat",
		e("f", "num", e("d", "e", r("a+b")), "den", r("c")):                                       "(/a/+/b/)//c/ flat",
		e("rad", "deg", r("3"), "e", r("x+1")):                                                    "^{3}√(/x/+1) flat",
		e("nary", "sub", r("0"), "sup", r("1"), "e", r("x")):                                      "∫_{0}^{1} /x/ flat",
		e("d", "dPr", `<m:begChr m:val="["/>`, "e", r("u")):                                       "[/u/)",
		e("d", "e", r("u"), "e", r("v")):                                                          "(/u/|/v/)",
		e("func", "fName", r("f"), "e", r("x")):                                                   "/f/ /x/",
		e("acc", "e", r("v")):                                                                     "/v\u0302/",
		e("m", "mr", `<m:e>`+r("1")+`</m:e><m:e>`+r("2")+`</m:e>`, "mr", `<m:e>`+r("3")+`</m:e>`): "1, 2; 3 flat",
		e("sSup", "e", r("e"), "sup", e("sSup", "e", r("x"), "sup",
			r("2"))): "/e/^{/x/}^{^2} flat",
		`<m:r><m:rPr><m:nor/></m:rPr><m:t>total catch</m:t></m:r>`: "total catch",
		`<m:unknown>` + r("x") + `</m:unknown>`:                    "/x/",

		eq(`\f(1;2)`):                "1/2 flat",
		eq(`x\s\up8(2) + \r(3;y+z)`): "x^{2} + ^{3}√(y+z) flat",
		eq(`\b \bc\[ (a, b)`):        "(a,  b)",
		eq(`\i \su(1,5,3)`):          "∫_{1}^{5} 3 flat",
		eq(`a\, b`):                  "a, b",

		ml(`<math:mfrac><math:mi>a</math:mi>` +
			`<math:mn>2</math:mn></math:mfrac>`): "/a//2 flat",
		ml(`<math:msup><math:mi>sin</math:mi><math:mn>2</math:mn></math:msup>` +
			`<math:mi>x</math:mi>`): "sin^{2}/x/",
		ml(`<math:mroot><math:mi>x</math:mi>` +
			`<math:mn>3</math:mn></math:mroot>`): "^{3}√/x/ flat",
		ml(`<math:semantics><math:mi>x</math:mi>` +
			`<math:annotation>nothing</math:annotation></math:semantics>`): "/x/",
	} {
		var data []byte
		if strings.HasPrefix(source, "<math:") {
			spaces := ` xmlns:math="http://www.w3.org/1998/Math/MathML"`
			data = packed(t, file{"content.xml", `<office:document-content ` + odfSpace +
				` xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" ` +
				`xmlns:xlink="http://www.w3.org/1999/xlink">` +
				`<office:body><office:text><text:p><draw:frame><draw:object xlink:href="./o/"/></draw:frame></text:p>` +
				`</office:text></office:body></office:document-content>`},
				file{"o/content.xml", strings.Replace(source, "<math:math", "<math:math"+spaces, 1)})
		} else if strings.HasPrefix(source, "<w:") {
			data = packed(t, file{"word/document.xml", `<w:document ` + wordSpace + allSpaces + `><w:body>` +
				p(source) +
				closed})
		} else {
			data = packed(t, file{"word/document.xml", `<w:document ` + wordSpace + allSpaces + `><w:body>` +
				p(`<m:oMath>`+source+`</m:oMath>`) + closed})
		}
		d, list, err := read(data)
		if err != nil || len(d.Blocks) != 1 {
			t.Errorf("%s: %v, %v", source, d, err)
			continue
		}
		got := typed(d.Blocks[0].Para.Runs)
		for _, f := range list {
			got += map[string]string{"word-formula": " flat"}[f.Code]
		}
		if got != want {
			t.Errorf("%s: %s, want %s", source, got, want)
		}
	}
}

// TestLargeFormula: a formula that no formula is as long as is printed sign by sign, all of it, and told; a text that
// changes its script at every word is not divided without end.
func TestLargeFormula(t *testing.T) {
	signs := strings.Repeat(`<m:d><m:e>`, 50) + strings.Repeat(`<m:r><m:t>x</m:t></m:r>`, maxFormula) +
		strings.Repeat(`</m:e></m:d>`, 50)
	d, list, err := read(packed(t, file{"word/document.xml", `<w:document ` + wordSpace + allSpaces + `><w:body>` +
		p(`<m:oMath>`+signs+`</m:oMath>`) + closed}))
	if err != nil || len(list) != 1 || list[0].Code != "word-formula" ||
		strings.Count(typed(d.Blocks[0].Para.Runs), "x") != maxFormula {
		t.Errorf("%v, %v", list, err)
	}
	styles := `<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
		`</w:docDefaults>`
	d, _, err = read(packed(t, file{"word/document.xml", opened + p(said(strings.Repeat("a ب ", maxDivided))) + closed},
		file{"word/styles.xml", `<w:styles ` + wordSpace + `>` + styles + `</w:styles>`},
		file{"word/_rels/document.xml.rels", related(`<Relationship Id="s" Type="x/styles" Target="styles.xml"/>`)}))
	if err != nil || len(d.Blocks[0].Para.Runs) != maxDivided+1 {
		t.Errorf("%d runs, %v", len(d.Blocks[0].Para.Runs), err)
	}
}
