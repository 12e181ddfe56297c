package pdf

import (
	"bytes"
	"regexp"
	"slices"
	"unicode/utf8"
)

// formats are the beginnings of files that are sent instead of a PDF.
var formats = []struct{ begin, format string }{
	{"PK\x03\x04", "ZIP"},
	{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "office"}, // Microsoft's compound file
	{"{\\rtf", "rtf"},
	{"%!PS", "postscript"}, {"\xC5\xD0\xD3\xC6", "postscript"},
	{"Rar!\x1A", "RAR"}, {"7z\xBC\xAF\x27\x1C", "7z"}, {"\x1F\x8B", "gzip"},
	{"GIF8", "GIF"}, {"BM", "BMP"}, {"\x00\x00\x00\x0CjP  ", "JPEG 2000"}, {"\xFF\x4F\xFF\x51", "JPEG 2000"},
	{"8BPS", "Photoshop"}, {"AT&TFORM", "DjVu"}, {"\x00\x00\x01\x00", "icon"}, {"\xD7\xCD\xC6\x9A", "WMF"},
	{"\x01\x00\x00\x00\x6C\x00\x00\x00", "EMF"}, {"II*\x00", "TIFF"}, {"MM\x00*", "TIFF"}, {"\x89PNG", "PNG"},
	{"\xFF\xD8\xFF", "JPEG"},
}

// packed are what a ZIP holds whose name is not .zip, by the name of a file within it.
var packed = []struct{ holds, format string }{
	{"word/document.xml", "word"}, {"xl/workbook.", "excel"}, {"ppt/presentation.xml", "powerpoint"},
	{"mimetypeapplication/vnd.oasis.opendocument.", "opendocument"}, {".fdseq", "xps"}, {"Index/Document.iwa", "pages"},
	{"mimetypeapplication/epub+zip", "EPUB"},
}

// containers are the formats that hold other files as they are: a PDF within is not what was handed in, and others may
// lie beside it.
var containers = []string{"ZIP", "office", "RAR", "7z", "gzip"}

// container reports whether a file is one of those, whatever it holds.
func container(data []byte) bool {
	for _, f := range formats {
		if bytes.HasPrefix(data, []byte(f.begin)) {
			return slices.Contains(containers, f.format)
		}
	}
	return false
}

// streams are what a compound file holds, by the name of a stream in it, which is in UTF-16.
var streams = []struct{ holds, format string }{
	{"WordDocument", "word"}, {"Workbook", "excel"}, {"PowerPoint Document", "powerpoint"},
	{"EncryptedPackage", "locked"}, {"__substg1.0_", "mail"},
}

// brands are the kinds of picture that stand in a file of ISO/IEC 14496-12, by its brand.
var brands = map[string]string{"heic": "HEIC", "heix": "HEIC", "heim": "HEIC", "hevc": "HEIC", "mif1": "HEIC",
	"msf1": "HEIC", "avif": "AVIF", "avis": "AVIF", "crx ": "RAW"}

// mailHead is a line of the head of an e-mail; two of them in the first lines make one.
var mailHead = regexp.MustCompile(`(?mi)^(received|return-path|message-id|mime-version|from|to|subject|delivered-to):`)

// markup begins a page of the web.
var markup = regexp.MustCompile(
	`(?i)^(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body|script|meta)\b`)

// formatOf names what a file is that is no PDF, by what it holds: empty, word, excel, powerpoint, locked, mail,
// opendocument, pages, xps, rtf, postscript, html, text; of archives and pictures the name of their kind; "" where it
// is not known.
func formatOf(data []byte) string {
	if len(bytes.Trim(data, "\x00\r\n\t ")) == 0 {
		return "empty"
	}
	if len(data) >= 12 && string(data[4:8]) == "ftyp" {
		return brands[string(data[8:12])]
	}
	if len(data) >= 12 && string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP" {
		return "WebP"
	}
	for _, f := range formats {
		if bytes.HasPrefix(data, []byte(f.begin)) && !(f.format == "BMP" && readable(data)) {
			return within(data, f.format)
		}
	}
	data = bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF")), "\r\n\t ")
	head := data[:min(len(data), 4<<10)]
	switch {
	case markup.Match(head):
		return "html"
	case bytes.HasPrefix(head, []byte("{\\rtf")):
		return "rtf"
	case !readable(data):
		return ""
	case bytes.Contains(head, []byte("<svg")):
		return "SVG"
	case bytes.Contains(head, []byte("Snapshot-Content-Location:")):
		return "html"
	case len(mailHead.FindAllIndex(head, 2)) == 2 && mailHead.Match(firstLine(head)):
		return "mail"
	}
	return "text"
}

// Office reports whether a file is one that an office program wrote.
func Office(data []byte) bool {
	return slices.Contains([]string{"word", "rtf", "excel", "powerpoint", "opendocument"}, formatOf(data))
}

func firstLine(b []byte) []byte {
	line, _, _ := bytes.Cut(b, []byte("\n"))
	return line
}

// within looks into a packed or compound file.
func within(data []byte, format string) string {
	switch format {
	case "ZIP":
		for _, p := range packed {
			if bytes.Contains(data, []byte(p.holds)) {
				return p.format
			}
		}
	case "office":
		for _, s := range streams {
			if bytes.Contains(data, wide(s.holds)) {
				return s.format
			}
		}
	}
	return format
}

// wide is ASCII in UTF-16, little-endian.
func wide(s string) []byte {
	var b []byte
	for i := range len(s) {
		b = append(b, s[i], 0)
	}
	return b
}

// readable reports whether a file begins as a text: in UTF-8, in UTF-16, or in one of the old encodings of one byte a
// character, which have no control characters either.
func readable(data []byte) bool {
	head := data[:min(len(data), 4<<10)]
	if bytes.HasPrefix(head, []byte("\xFF\xFE")) || bytes.HasPrefix(head, []byte("\xFE\xFF")) {
		return true
	}
	odd := 0
	for _, c := range head {
		switch {
		case c < 32 && c != '\n' && c != '\r' && c != '\t' && c != '\f':
			return false
		case c >= 0x80:
			odd++
		}
	}
	for cut := 0; cut < utf8.UTFMax && cut < len(head); cut++ {
		if utf8.Valid(head[:len(head)-cut]) {
			return true
		}
	}
	return odd*4 < len(head)
}
