package libreoffice

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
)

// packed makes an archive of parts.
func packed(t *testing.T, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		f, err := w.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(parts[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestHold: fields that print the day or the file's name keep what they showed; all other bytes stay; what is linked is
// seen.
func TestHold(t *testing.T) {
	for _, c := range []struct{ part, is, becomes string }{
		{"word/document.xml", `<w:instrText xml:space="preserve"> DATE \@ "d"</w:instrText>`,
			`<w:instrText xml:space="preserve"> KEPT DATE \@ "d"</w:instrText>`},
		{"word/header2.xml", `<w:fldSimple w:instr=" FILENAME \p "/>`, `<w:fldSimple w:instr=" KEPT FILENAME \p "/>`},
		{"word/document.xml", `<w:fldChar w:fldCharType="begin"/><w:instrText> &#73;NCLUDE</w:instrText>` +
			`<w:instrText>PICTURE "/a.png"</w:instrText><w:fldChar w:fldCharType="end"/>`,
			`<w:fldChar w:fldCharType="begin"/><w:instrText> KEPT &#73;NCLUDE</w:instrText>` +
				`<w:instrText>PICTURE "/a.png"</w:instrText><w:fldChar w:fldCharType="end"/>`},
		{"other/words.xml", `<x:fldSimple x:instr='INCLUDETEXT "/a"'/>`,
			`<x:fldSimple x:instr='KEPT INCLUDETEXT "/a"'/>`},
		{"word/document.xml", `<w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText>` +
			`<w:fldChar w:fldCharType="separate"/>`, ""},
		{"Pictures/a.svg",
			`<svg><a href="http://x/"/><image href="#a"/><image href='data:image/png;base64,x'/></svg>`, ""},
		{"word/document.xml", `<w:instrText> REF DATE </w:instrText>`, ""},
		{"word/document.xml", `<w:instrText> DATES </w:instrText>`, ""},
		{"ppt/slides/slide1.xml", `<a:fld id="{1}" type="datetime1">`, `<a:fld id="{1}" type="kept1">`},
		{"content.xml", `<text:date text:fixed="false" office:x="1">`, `<text:date text:fixed="true" office:x="1">`},
		{"styles.xml", `<text:file-name text:display="full"/>`,
			`<text:file-name text:fixed="true" text:display="full"/>`},
		{"content.xml", `<text:page-number/>`, ""},
	} {
		data := packed(t, "a.txt", "a", c.part, c.is)
		held, seen, err := hold(data)
		if err != nil || seen != (Seen{}) {
			t.Fatal(err, seen)
		}
		if c.becomes == "" {
			if !bytes.Equal(held, data) {
				t.Errorf("%s: %s is another", c.part, c.is)
			}
			continue
		}
		if got := partOf(t, held, c.part); got != c.becomes || partOf(t, held, "a.txt") != "a" {
			t.Errorf("%s: %s", c.part, got)
		}
	}
	rtf := []byte(`{\rtf1{\field{\*\fldinst DATE \\@ "d"}{\fldrslt 1 March}}`)
	if held, _, _ := hold(rtf); string(held) != `{\rtf1{\field{\*\fldinst KEPT DATE \\@ "d"}{\fldrslt 1 March}}` {
		t.Errorf("%s", held)
	}
	if _, seen, _ := hold([]byte("\xd0\xcf\x11\xe0\x13 D\x00A\x00T\x00E\x00 \x00\x13 DATE \\@")); !seen.Dated {
		t.Error("a field of an old file is not seen")
	}
	old := []byte("\xd0\xcf\x11\xe0\x13 INCLUDEPICTURE \"/a.png\"")
	if held, _, _ := hold(old); string(held) != "\xd0\xcf\x11\xe0\x13 XNCLUDEPICTURE \"/a.png\"" {
		t.Errorf("%q", held)
	}
	drawn := packed(t, "Pictures/a.png", `<svg><image xlink:href = 'file:///a.png'/><use href="b.svg"/></svg>`)
	held, seen, _ := hold(drawn)
	if got := partOf(t, held, "Pictures/a.png"); got != `<svg><image xlink:href="#"/><use href="#"/></svg>` ||
		seen.Linked != 2 {
		t.Errorf("%s, %d links", got, seen.Linked)
	}
	linked := packed(t, "word/_rels/document.xml.rels", `<Relationships><Relationship Type="http://x/image" `+
		`Target="https://x/y.png" TargetMode="External"/>`+
		`<Relationship Type="http://x/hyperlink" TargetMode="External"/>`+
		`<Relationship Type="http://x/image" Target="media/a.png"/></Relationships>`)
	if _, seen, _ := hold(linked); seen.Linked != 1 {
		t.Errorf("%d links", seen.Linked)
	}
	if _, _, err := hold(packed(t, "word/document.xml", strings.Repeat(" ", mostPart+1))); err == nil {
		t.Error("a bomb is handed on")
	}
}

func partOf(t *testing.T, data []byte, name string) string {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := r.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var b bytes.Buffer
	if _, err := b.ReadFrom(f); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
