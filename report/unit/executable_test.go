package unit

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"
)

// zipped is a ZIP of files with these names.
func zipped(t *testing.T, names ...string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, n := range names {
		if _, err := w.Create(n); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func utf16Of(s string) string {
	b := []byte("\xff\xfe")
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return string(b)
}

// TestExecutable: what can do something when it is opened is known by its name and by what it holds, whatever it is
// called; what is only shown is none of it.
func TestExecutable(t *testing.T) {
	ole := oleHead + strings.Repeat("\x00", 100)
	for _, c := range []struct{ name, data, want string }{
		{"setup.exe", "", aProgram}, {"SETUP.EXE", "", aProgram}, {"x.exe. .", "", aProgram},
		{"x.exe:stream", "", aProgram},
		{"lib.dll", "", aProgram}, {"x.jar", "", aProgram}, {"x.msi", "", aProgram}, {"picture.png.scr", "", aProgram},
		{"x.ps1", "", aScript}, {"x.js", "", aScript}, {"x.py", "", aScript}, {"x.hta", "", aScript},
		{"a.lnk", "", aShortcut},
		{"a.url", "", aShortcut}, {"a.docm", "", someMacro}, {"a.xlsm", "", someMacro}, {"a.iso", "", aDiskIn},
		{"a.mht", "", aWebPage}, {"a.7z", "", closed},
		{"report.txt", "MZ\x90\x00", aProgram}, {"a.dat", "\x7fELF", aProgram}, {"a", "\xca\xfe\xba\xbe", aProgram},
		{"a.txt", "#!/bin/sh\n", aScript}, {"a.dat", "L\x00\x00\x00\x01\x14\x02\x00", aShortcut},
		{"a.pdf", "Rar!\x1a", closed},
		{"a.docx", zipped(t, "[Content_Types].xml", "word/document.xml"), ""},
		{"a.docx", zipped(t, "word/document.xml", "word/vbaProject.bin"), someMacro},
		{"a.xlsx", zipped(t, "xl/workbook.xml", "xl/macrosheets/sheet1.xml"), someMacro},
		{"a.odt", zipped(t, "content.xml", "META-INF/manifest.xml"), ""},
		{"a.odt", zipped(t, "content.xml", "Basic/Standard/Module1.xml"), someMacro},
		{"a.zip", zipped(t, "META-INF/MANIFEST.MF", "A.class"), aProgram},
		{"a.zip", zipped(t, "photos/one.jpg", "two.csv"), ""},
		{"a.zip", zipped(t, "photos/one.jpg", "photos\\two.exe"), anArchive},
		{"a.zip", zippedLocked(t), closed},
		{"a.zip", "PK\x03\x04 broken", closed},
		{"a.doc", ole, ""}, {"a.doc", ole + utf16Of("_VBA_PROJECT\x00"), someMacro},
		{"a.xls", ole + utf16Of("Macros\x00"), someMacro},
		{"a.doc", ole + installerClass, aProgram}, {"a.docx", ole + utf16Of("EncryptedPackage\x00"), closed},
		{"a.rtf", `{\rtf1 text}`, ""}, {"a.rtf", `{\rtf1{\object\objdata 0105}}`, someMacro},
		{"a.html", "<p>A page: 5 &lt; 6, on condition = yes</p>", ""}, {"a.html", "<p onclick = 'x()'>", aWebPage},
		{"a.html", "<a href='java&#115;cript:x()'>", aWebPage}, {"a.htm", utf16Of("<SCRIPT>x()</SCRIPT>"), aWebPage},
		{"a.txt", "\n <!DOCTYPE html><script>", aWebPage}, {"a.txt", "We spoke of <script> in our speech.", ""},
		{"a.svg", "<svg xmlns='http://www.w3.org/2000/svg'><rect/></svg>", ""},
		{"a.svg", "<svg onload='x()'/>", aWebPage},
		{"a.xml", "<data once='1' on='2'><script>a field</script></data>", ""},
		{"a.xml", "<h xmlns='http://www.w3.org/1999/xhtml'><script/></h>", aWebPage},
		{"a.csv", "a;b\n1;2\n", ""}, {"a.png", "\x89PNG\r\n\x1a\n", ""}, {"speech.txt", "Mr. Chairman,", ""},
		{"", "", ""},
	} {
		if got := executable(c.name, []byte(c.data)); got != c.want {
			t.Errorf("%s %.40q: %q, should be %q", c.name, c.data, got, c.want)
		}
		// As a probe sees it, in small pieces: what must be looked through as a whole is.
		p := newProbe(c.name)
		for i := range len(c.data) {
			p.Write([]byte{c.data[i]})
		}
		if got := p.kind(t.Context(), 0); got != c.want || p.size != int64(len(c.data)) {
			t.Errorf("%s %.40q in pieces: %q of %d bytes", c.name, c.data, got, p.size)
		}
	}
}

// zippedLocked is a ZIP with a file that needs a password.
func zippedLocked(t *testing.T) string {
	t.Helper()
	b := zipped(t, "x.csv")
	at := strings.Index(b, "PK\x01\x02") + 8
	return b[:at] + string(b[at]|1) + b[at+1:]
}

// TestFarScript: what makes a file active may stand anywhere in it.
func TestFarScript(t *testing.T) {
	p := newProbe("a.html")
	p.Write([]byte(strings.Repeat("<p>words</p>", 100_000)))
	p.Write([]byte("<script>"))
	if got := p.kind(t.Context(), 0); got != aWebPage {
		t.Errorf("%q", got)
	}
	if p := newProbe("a.csv"); true {
		p.Write(make([]byte, 1<<20))
		if p.kind(t.Context(), 0); len(p.held) > shortHead {
			t.Errorf("%d bytes of a plain file are held", len(p.held))
		}
	}
}

// TestAttachedName: a name shows what it ends in, and leads nowhere.
func TestAttachedName(t *testing.T) {
	for from, want := range map[string]string{
		"a.txt": "a.txt", "../../a.txt": "a.txt", `C:\x\a.txt`: "a.txt", "invoice\u202Efdp.exe": "invoicefdp.exe",
		"a\x00\n.txt": "a.txt",
		"..":          "", " . ": "", "": "", "π.png": "π.png", "نامه\u200cها.pdf": "نامه\u200cها.pdf",
		strings.Repeat("x", 300) + ".csv": strings.Repeat("x", 196) + ".csv",
	} {
		if got := attachedName(from); got != want {
			t.Errorf("%q becomes %q, should be %q", from, got, want)
		}
	}
}

// TestRevisions: states that can be brought back are counted; what only looks like one is not.
func TestRevisions(t *testing.T) {
	// saved adds a table behind what stands there, as each time that a file is saved.
	saved := func(before string) string {
		return before + fmt.Sprintf("xref\n0 1\ntrailer<<>>\nstartxref\n%d\n%%%%EOF\n", len(before))
	}
	const body = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n"
	for _, c := range []struct {
		what, file string
		want       int
	}{
		{"one", saved(body), 1}, {"an update", saved(saved(body)), 2}, {"two", saved(saved(saved(body))), 3},
		{"another PDF in it", saved(body + "stream " + saved("%PDF-1.4\n")), 1},
		{"linearized", saved(saved(strings.Replace(body, "<<>>", "<</Linearized 1>>", 1))), 1},
	} {
		if got := revisions([]byte(c.file)); got != c.want {
			t.Errorf("%s: %d, should be %d", c.what, got, c.want)
		}
	}
}
