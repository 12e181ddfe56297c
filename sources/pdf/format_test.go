package pdf

import (
	"strings"
	"testing"
)

// TestNotPDFFormat: what was sent instead of a PDF is named, by what it holds.
func TestNotPDFFormat(t *testing.T) {
	const compound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1........"
	for begin, want := range map[string]string{
		"": "empty", " \n": "empty", "\x00\x00\x00": "empty",
		"PK\x03\x04 word/document.xml": "word", "PK\x03\x04 xl/workbook.xml": "excel",
		"PK\x03\x04 xl/workbook.bin": "excel", "PK\x03\x04 ppt/presentation.xml": "powerpoint",
		"PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.text": "opendocument",
		"PK\x03\x04 FixedDocumentSequence.fdseq":                     "xps", "PK\x03\x04 Index/Document.iwa": "pages",
		"PK\x03\x04 letter.pdf": "ZIP", "Rar!\x1A\x07": "RAR", "7z\xBC\xAF\x27\x1C": "7z", "\x1F\x8B\x08": "gzip",
		compound + "W\x00o\x00r\x00d\x00D\x00o\x00c\x00u\x00m\x00e\x00n\x00t\x00": "word",
		compound + "W\x00o\x00r\x00k\x00b\x00o\x00o\x00k\x00":                     "excel",
		compound + string(wide("PowerPoint Document")):                            "powerpoint",
		compound + string(wide("EncryptedPackage")):                               "locked",
		compound + string(wide("__substg1.0_0037001F")):                           "mail",
		compound: "office", "{\\rtf1": "rtf", "%!PS-Adobe-3.0": "postscript",
		"\xEF\xBB\xBF\n<!DOCTYPE html>": "html", "<?xml version=\"1.0\"?>\n<html>": "html", "<HTML><body>": "html",
		"Received: from mx\r\nFrom: a@b\r\n\r\nDear Sir": "mail", "From: x\nMIME-Version: 1.0\n": "mail",
		"To: the President\nDear Sir": "text", "Dear Sir": "text", "Bmw is a firm": "text",
		"\xFF\xFED\x00e\x00a\x00r\x00": "text",
		"Monsieur le Pr\xE9sident, je": "text", "GIF89a": "GIF", "BM\x36\x00\x0C\x00\x00\x00": "BMP",
		"RIFF\x24\x00\x00\x00WEBPVP8 ": "WebP",
		"\x00\x00\x00\x18ftypheic":     "HEIC", "\x00\x00\x00\x18ftypavif": "AVIF", "\x00\x00\x00\x18ftypisom": "",
		"\x00\x00\x00\x0CjP  \r\n": "JPEG 2000", "<svg xmlns=\"a\">": "SVG", "\x7FELF\x00\x01": "",
		"\x00\x01\x02\x03": "",
	} {
		_, err := Open(t.Context(), []byte(begin), Options{})
		if f, ok := err.(*Fault); !ok || f.Kind != NotPDF || f.Format != want {
			t.Errorf("%q: %+v, want %q", begin, err, want)
		}
	}
}

// TestRemainsOfPDF: what still begins as a PDF is a damaged one, and no text.
func TestRemainsOfPDF(t *testing.T) {
	for _, data := range []string{"%PDF", "%PDFn\ntrailer\n<</Root 5 0 R>>", "%PDF-1.7\nnothing else"} {
		_, err := Open(t.Context(), []byte(data), Options{})
		if f, ok := err.(*Fault); !ok || f.Kind != Damaged {
			t.Errorf("%q: %+v", data, err)
		}
	}
}

// TestContainersOfPDF: an archive, a document or a mail that holds a PDF as it is, is named as what it is; what stands
// before a PDF otherwise is passed over.
func TestContainersOfPDF(t *testing.T) {
	within := string(onePage().bytes())
	for before, want := range map[string]string{
		"PK\x03\x04\x0A\x00..letter.pdf": "ZIP", "PK\x03\x04 word/document.xml": "word", "Rar!\x1A\x07": "RAR",
		"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + string(wide("__substg1.0_0037001F")): "mail",
		"PK\x03\x04" + strings.Repeat(".", 2000):                                  "ZIP",
		"HTTP/1.1 200 OK\r\n\r\n":                                                 "",
	} {
		_, err := Open(t.Context(), []byte(before+within), Options{})
		f, ok := err.(*Fault)
		if want == "" && err != nil || want != "" && (!ok || f.Kind != NotPDF || f.Format != want) {
			t.Errorf("%q: %+v, want %q", before[:10], err, want)
		}
	}
}
