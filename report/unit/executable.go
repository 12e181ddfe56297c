package unit

import (
	"archive/zip"
	"bytes"
	"html"
	"path"
	"strings"
	"unicode/utf16"

	"rapporteur/sources/pattern"
)

// The kinds of files that can do something when they are opened, as findings name them.
const (
	aProgram  = "program"  // the machine runs it, or installs it
	aScript   = "script"   // an interpreter that is there on most machines runs it
	aShortcut = "shortcut" // it opens something else, with a command of its own
	someMacro = "macros"   // an office document that runs a program of its own
	aWebPage  = "web-page" // a page or drawing that runs scripts in a browser
	aDiskIn   = "disk"     // a disk image: what lies in it comes without the mark of files from elsewhere
	aPDFIn    = "pdf"      // a PDF that acts
	anArchive = "archive"  // an archive that holds one of these
	closed    = "closed"   // what it holds cannot be looked at
)

// runs says by the end of a file's name what kind of active file it is. What is not named here is opened by programs
// that only show it.
var runs = func() map[string]string {
	m := map[string]string{}
	for kind, list := range map[string]string{
		aProgram: "exe com scr pif cpl dll ocx sys drv msi msp mst msix appx jar class dex apk ipa app dmg pkg mpkg" +
			" deb rpm run elf so dylib xll wasm swf chm hlp gadget appimage flatpak snap xpi crx air",
		aScript: "bat cmd ps1 psm1 psd1 ps1xml vb vbs vbe vbscript js jse mjs ws wsf wsh wsc sct hta sh bash zsh csh" +
			" ksh fish command py pyc pyw pyz rb pl pm php lua tcl awk applescript scpt workflow action terminal" +
			" reg inf ins isp mde ade",
		aShortcut: "lnk url webloc website desktop jnlp application appref-ms scf shb shs library-ms" +
			" search-ms searchconnector-ms settingcontent-ms theme themepack msc diagcab cab iqy oqy rqy slk rdp",
		someMacro: "docm dotm xlsm xltm xlam xla xlm xlsb pptm potm ppam ppsm ppa sldm wll accdb" +
			" accde mdb one onepkg pub",
		aWebPage: "mht mhtml",
		closed:   "7z rar gz tgz bz2 xz zst tar arj lzh ace cpio svgz",
		aDiskIn:  "iso img vhd vhdx vmdk udf cdr toast",
	} {
		for _, end := range strings.Fields(list) {
			m[end] = kind
		}
	}
	return m
}()

// shortHead is what a file is told by where it is not looked at as a whole.
const shortHead = 4 << 10

// begins says by the first bytes of a file what kind of active file it is.
var begins = []struct{ head, kind string }{
	{"MZ", aProgram}, {"\x7fELF", aProgram}, {"\xfe\xed\xfa\xce", aProgram}, {"\xfe\xed\xfa\xcf", aProgram},
	{"\xce\xfa\xed\xfe", aProgram}, {"\xcf\xfa\xed\xfe", aProgram}, {"\xca\xfe\xba\xbe", aProgram}, {"dex\n", aProgram},
	{"\x00asm", aProgram}, {"FWS", aProgram}, {"CWS", aProgram}, {"ZWS", aProgram}, {"ITSF", aProgram},
	{"!<arch>\ndebian", aProgram},
	{"\xed\xab\xee\xdb", aProgram}, {"#!", aScript}, {"@echo off", aScript}, {"Windows Registry Editor", aScript},
	{"L\x00\x00\x00\x01\x14\x02\x00", aShortcut}, {"[InternetShortcut]", aShortcut}, {"[Desktop Entry]", aShortcut},
	{"conectix", aDiskIn}, {"vhdxfile", aDiskIn}, {"7z\xbc\xaf\x27\x1c", closed}, {"Rar!\x1a", closed},
	{"\x1f\x8b", closed},
	{"MSCF", closed}, {"BZh", closed}, {"\xfd7zXZ", closed}, {"PK\x05\x06", closed}, {"PK\x07\x08", closed},
}

const (
	zipHead = "PK\x03\x04"
	oleHead = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
	rtfHead = "{\\rt"
	pdfHead = "%PDF-"
)

// lookedThrough reports whether a file has to be looked at as a whole, by its name and first bytes, to know whether it
// is active.
func lookedThrough(name string, head []byte) bool {
	h := string(head)
	return strings.HasPrefix(h, zipHead) || strings.HasPrefix(h, oleHead) || strings.HasPrefix(h, rtfHead) ||
		strings.Contains(h[:min(len(h), 1024)], pdfHead) || markup(name, head)
}

// markup reports whether a browser takes a file for a page or a drawing, by its name or, as browsers do, by what it
// begins with.
func markup(name string, head []byte) bool {
	switch ending(name) {
	case "htm", "html", "xhtml", "xht", "shtml", "svg", "xml", "xsl", "xslt":
		return true
	}
	return tagAhead.Match(unwide(head))
}

var (
	tagAhead = pattern.Of(`(?i)^[\s\x{feff}]*<(!doctype\s|html|head|body|script|svg|iframe|\?xml|!--)`)
	// acting is what makes a page or drawing do something: scripts, what is loaded into it and may hold some, handlers
	// of events. xmlOfBrowsers is XML that a browser takes for one of the two.
	acting = pattern.Of(`(?i)<\s*([\w-]+:)?(script|iframe|frame|object|embed|applet|handler)\b|` +
		`[\s"'/]on[a-z]+\s*=|j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t\s*:|vbscript:|data:text/html|` +
		`http-equiv\s*=\s*["']?refresh`)
	xmlOfBrowsers = pattern.Of(`(?i)www\.w3\.org/(1999/xhtml|2000/svg|1999/xsl)|<\?xml-stylesheet|<!entity`)
)

// acts reports whether a page, a drawing or XML does something in a browser.
func acts(name string, data []byte) bool {
	text := html.UnescapeString(string(unwide(data))) // handlers can be written with character references
	switch ending(name) {
	case "xml", "xsl", "xslt":
		if !xmlOfBrowsers.MatchString(text) {
			return false
		}
	}
	return acting.MatchString(text)
}

// ending is the end of a file's name behind its last dot, in lower case, as the system sees it: Windows drops dots and
// blanks at the end, and what follows a colon.
func ending(name string) string {
	name, _, _ = strings.Cut(name, ":")
	name = strings.TrimRight(name, ". ")
	return strings.ToLower(strings.TrimPrefix(path.Ext(name), "."))
}

// executable says what kind of active file a file is, "" for none, by its name and what it holds: whole where
// lookedThrough asks for that, else its first bytes.
func executable(name string, data []byte) string {
	if kind := runs[ending(name)]; kind != "" {
		return kind
	}
	for _, b := range begins {
		if bytes.HasPrefix(data, []byte(b.head)) {
			return b.kind
		}
	}
	switch head := data[:min(len(data), shortHead)]; {
	case bytes.HasPrefix(data, []byte(zipHead)):
		return archived(data)
	case bytes.HasPrefix(data, []byte(oleHead)):
		return compound(data)
	case bytes.HasPrefix(data, []byte(rtfHead)):
		if rtfObject.Match(data) {
			return someMacro
		}
	case markup(name, head):
		if acts(name, data) {
			return aWebPage
		}
	}
	return ""
}

var rtfObject = pattern.Of(`\\obj(data|upd|autlink|emb)|\\\*\\(fldinst|template)`)

// archived says what of a ZIP is active: a Java program, macros of an office document, or a file in it by its name.
func archived(data []byte) string {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return closed
	}
	for _, f := range z.File {
		name := strings.ToLower(strings.ReplaceAll(f.Name, "\\", "/"))
		switch base := path.Base(name); {
		case name == "meta-inf/manifest.mf":
			return aProgram
		case strings.HasPrefix(base, "vbaproject") || base == "vbadata.xml" ||
			strings.Contains(name, "/macrosheets/") ||
			strings.Contains(name, "/activex/"),
			strings.HasPrefix(name, "basic/") && strings.HasSuffix(base, ".xml"), strings.HasPrefix(name, "scripts/"):
			return someMacro
		case f.Flags&1 != 0 && !strings.HasSuffix(name, "/"):
			return closed // it needs a password
		case runs[ending(base)] != "":
			return anArchive
		}
	}
	return ""
}

// compound says what of a compound file of Microsoft's is active: an installer, or macros of a document of old. The
// names of its parts stand in it as UTF-16.
func compound(data []byte) string {
	if bytes.Contains(data, []byte(installerClass)) {
		return aProgram
	}
	for _, part := range []string{"_VBA_PROJECT", "VBA", "Macros"} {
		if bytes.Contains(data, wide(part+"\x00")) {
			return someMacro
		}
	}
	if bytes.Contains(data, wide("EncryptedPackage\x00")) {
		return closed
	}
	return ""
}

// installerClass is the class of Windows' installer files, 000C1084-0000-0000-C000-000000000046, as a compound file has
// it.
const installerClass = "\x84\x10\x0c\x00\x00\x00\x00\x00\xc0\x00\x00\x00\x00\x00\x00\x46"

func wide(s string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return b
}

// unwide gives text that is in UTF-16 as bytes: what is looked for in it is ASCII.
func unwide(b []byte) []byte {
	low := 0
	switch {
	case bytes.HasPrefix(b, []byte("\xff\xfe")):
	case bytes.HasPrefix(b, []byte("\xfe\xff")):
		low = 1
	case len(b) > 3 && b[0] != 0 && b[1] == 0 && b[3] == 0: // without its mark, as browsers take it too
	case len(b) > 3 && b[0] == 0 && b[1] != 0 && b[2] == 0:
		low = 1
	default:
		return b
	}
	out := make([]byte, 0, len(b)/2)
	for i := 0; i+1 < len(b); i += 2 {
		if b[i+1-low] == 0 {
			out = append(out, b[i+low])
		}
	}
	return out
}
