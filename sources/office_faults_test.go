package sources

import (
	"strings"
	"testing"
	"time"

	"rapporteur/sources/diag"
)

// officeFault is a fault planted in a file, and the paragraph in which it is to be found.
type officeFault struct {
	code string
	line int
	near string
	file officeFile
}

func officeFaults() []officeFault {
	styled := func(body string, others ...string) officeFile {
		return docx(para("", run("Before."))+body, append([]string{"styles.xml", englishStyles, "numbering.xml",
			lists},
			others...)...)
	}
	image := `<Relationship Id="a" Type="http://x/image" Target="media/a.png"/>`
	link := `<Relationship Id="l" Type="http://x/hyperlink" Target="file:///a" TargetMode="External"/>`
	note := `<w:footnote w:id="1"><w:p>` + run("A note") + `<w:r><w:footnoteReference w:id="2"/></w:r></w:p>` +
		`</w:footnote>` +
		`<w:footnote w:id="2"><w:p>` + run("in a note") + `</w:p></w:footnote>`
	long := strings.Repeat("word ", 120)
	data := "Words " + strings.Repeat("A", maxUnbroken+1)
	return []officeFault{
		{"text-broken", 0, "", officeFile{"word/document.xml": "<w:document"}},
		{"empty-text", 0, "", docx("<w:p/>")},
		{"data-in-text", 2, data[:48] + "…", styled(para("", run(data)))},
		{"word-title", 2, "The title", styled(para("Title", run("The title")))},
		{"word-heading-long", 2, "word word word word word…", styled(para("Heading1", run(long)))},
		{"word-heading-misplaced", 2, "In a table", styled(tableOf(row(false, para("Heading1", run("In a table")),
			para("", run("b")))))},
		{"word-link", 2, "Words", styled(para("", `<w:hyperlink r:id="l">`+run("Words")+`</w:hyperlink>`),
			"relations", link)},
		{"word-link-lost", 2, "Words", styled(para("", `<w:hyperlink w:anchor="nowhere">`+run("Words")+
			`</w:hyperlink>`))},
		{"word-picture-alt", 2, "Before.", styled(para("", picture("a", "", "")), "relations", image,
			"media/a.png", dot)},
		{"word-picture-in-table", 2, "Words b", styled(tableOf(row(false, para("", run("Words"), picture("a",
			"A dot", "")),
			para("", run("b")))), "relations", image, "media/a.png", dot)},
		{"word-picture-outside", 2, "Words", styled(para("", run("Words"), picture("a", "A dot", "")), "relations",
			`<Relationship Id="a" Type="http://x/image" Target="file:///a.png" TargetMode="External"/>`)},
		{"word-frame", 2, "Words", styled(tableOf(row(false, para("", run("Words")))))},
		{"word-nested-table", 2, "Words b", styled(tableOf(row(false, tableOf(row(false, para("", run("Words")))),
			para("", run("b")))))},
		{"word-note-in-note", 2, "A note", styled(para("", run("Words"), `<w:r><w:footnoteReference w:id="1"/></w:r>`),
			"footnotes.xml", note)},
		{"word-numbering", 2, "Words", docx(para("", run("Before."))+item("1", "0", "Words"), "numbering.xml",
			`<w:abstractNum w:abstractNumId="0">`+level("0", "hebrew1", "%1.", "")+`</w:abstractNum>`+
				`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`)},
		{"word-tabs", 2, "a b c", styled(para("", run("a"), `<w:r><w:tab/></w:r>`, run("b"), `<w:r><w:tab/></w:r>`,
			run("c")))},
		{"word-look", 2, "Words from right to left.", styled(leftwards(run("Words from right to left.")))},
		{"word-embedded", 2, "Words", styled(para("", run("Words"), `<w:r><w:object><o:OLEObject/></w:object>`+
			`</w:r>`))},
	}
}

// TestOfficeFaults: each fault is told, and nothing else, with the paragraph's number and its first words.
func TestOfficeFaults(t *testing.T) {
	for _, f := range officeFaults() {
		_, list := readText(t, lay(t, "a.docx", f.file.pack(t)), "")
		if len(list) != 1 || list[0].Code != f.code {
			t.Errorf("%s: told is\n%s", f.code, told(list))
			continue
		}
		want := diag.Pos{File: "a.docx", Line: f.line, Near: f.near}
		if list[0].Pos != want {
			t.Errorf("%s: at %q, want %q", f.code, list[0].Pos, want)
		}
	}
}

// TestOfficeEverywhere: a report takes Word, OpenDocument and plain text wherever a text may stand, beside Markdown,
// and its pictures are found.
func TestOfficeEverywhere(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a file.docx", string(docx(para("", run("In Word."), picture("a", "A dot", "")), "relations",
		`<Relationship Id="a" Type="http://x/image" Target="media/a.png"/>`, "media/a.png", dot).pack(t)))
	write(t, dir, "b.odt", string(corpus()["writer.odt"].pack(t)))
	write(t, dir, "c.txt", "Plain *text*,\nin two lines.\n\nAnd [a] second paragraph.\n")
	write(t, dir, "d.markdown", "Mark*down*.\n")
	write(t, dir, "e.docx", string(corpus()["changes.docx"].pack(t)))
	m, all := manifestIn(t, dir, base+"layout: {changes: original}\nfront:\n"+
		"  - {title: A, text: a file.docx}\n  - {title: B, text: b.odt}\n  - {title: C, text: c.txt}\n"+
		"  - {title: D, text: d.markdown}\n  - {title: E, text: e.docx}\n")
	for _, d := range all {
		if d.Severity == diag.Error {
			t.Errorf("%s: %s", d.Pos, d.Message("en"))
		}
	}
	if m == nil || len(m.Front) != 5 {
		t.Fatal("no manifest")
	}
	text := func(i int) string { s, _ := m.Front[i].Text.By[0].Markdown(); return s }
	if got := text(2); got != "Plain \\*text\\*, in two lines.\n\nAnd \\[a\\] second paragraph.\n" {
		t.Errorf("plain text: %q", got)
	}
	if got := text(4); !strings.HasPrefix(got, "We strongly thank") {
		t.Errorf("changes: %q", got)
	}
	folder, err := OpenFolder(nil, dir)
	if err != nil {
		t.Fatal(err)
	}
	defer folder.Close()
	image := "a file.docx/word/media/a.png"
	if data, err := folder.Read(image, 1<<20); err != nil || string(data) != dot {
		t.Errorf("%d bytes of the picture, %v", len(data), err)
	}
	for _, name := range []string{"a file.docx/../c.txt", "a file.docx/word/none.png", "none.docx/a.png"} {
		if err := folder.Check(name); err == nil {
			t.Errorf("%s is there", name)
		}
	}
}

// TestPlainText: what no blank line divides is a paragraph a line where lines are long, as Word saves them.
func TestPlainText(t *testing.T) {
	long := strings.Repeat("word ", 40)
	for text, want := range map[string]int{
		"One\nline\n\n\nTwo": 2, long + "\n" + long + "\nEnd\n": 3, long + "\n\n" + long + "\nmore": 2, "a\nb\n": 1,
		"\n\n  a\n": 1,
	} {
		v, _ := readText(t, lay(t, "a.txt", []byte(text)), "")
		if v == nil || len(v.Blocks) != want {
			t.Errorf("%.20q: %v, want %d paragraphs", text, v, want)
		}
	}
}

// TestSpans: what brackets say in Markdown, and where they say nothing.
func TestSpans(t *testing.T) {
	for text, want := range map[string]string{
		"H[2]{.sub}O":                       "H[2]{.sub}O\n",
		"[a *b* `]{.sub}` c]{.smallcaps}d":  "[a *b* `]{.sub}` c]{.smallcaps}d\n",
		"[[x](<http://a.b/>)]{lang=fr} [y]": "[[x](<http://a.b/>)]{lang=fr} \\[y\\]\n",
		"**[n]{.sup}**":                     "**[n]{.sup}**\n",
		"[a]{.other} \\[b]{.sup}":           "\\[a\\]{.other} \\[b\\]{.sup}\n",
		"*a [b* c]{.sup}":                   "*a \\[b* c\\]{.sup}\n",
		"[[n]{.sub}m]{.sup}":                "[[n]{.sub}m]{.sup}\n",
	} {
		v, list := readText(t, lay(t, "a.md", []byte(text)), "")
		if v == nil {
			t.Errorf("%s: %s", text, told(list))
			continue
		}
		if got, _ := v.Markdown(); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
	if _, list := readText(t, lay(t, "a.md", []byte("[a]{lang=french}")), ""); len(list) != 1 ||
		list[0].Code != "bad-language" {
		t.Error(told(list))
	}
}

// TestSpansAreSoon: a line of brackets that never end is read in time that grows with its length alone.
func TestSpansAreSoon(t *testing.T) {
	for _, part := range []string{"[", "[`", "[a", "[``", "[" + strings.Repeat("a", 300)} {
		begun := time.Now()
		readText(t, lay(t, "a.md", []byte(strings.Repeat(part, 1<<18/len(part)))), "")
		if took := time.Since(begun); took > 20*time.Second {
			t.Errorf("%.5q takes %s", part, took)
		}
	}
}
