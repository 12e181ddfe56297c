package web

import (
	"net/url"
	"path"
	"strconv"
	"strings"

	"rapporteur/layout"
	"rapporteur/report/compose"
	"rapporteur/report/document"
	"rapporteur/report/ledger"
)

// Edition is the report in one language, as it was composed and settled; it is read only.
type Edition struct {
	Document    *document.Document
	Composition *compose.Composition
	Pages       *layout.Pages // where everything stands in the PDF

	PDF    string // name of the report in the output folder
	Page   string // of the publication page; "" where none is made
	Folder string // of the HTML edition, without a slash at its end; "" where none is made
	Feed   string // of the RSS feed; "" where none is made
	Sums   string // of the list of sums

	Others    []*Edition        // that its HTML pages lead to, where they have the same part
	Documents []ledger.Document // published beside it, and the report itself, in the order in which they are listed
}

// of lists the documents of a kind that belong to an item.
func (e *Edition) of(kind, item string) (list []ledger.Document) {
	for _, d := range e.Documents {
		if d.Kind == kind && d.ID == item {
			list = append(list, d)
		}
	}
	return list
}

// rtl reports whether words in a language are read from right to left.
func (e *Edition) rtl(tag string) bool { return e.Document.Words.Other(tag).RTL() }

// direction is what HTML calls the direction of a language.
func (e *Edition) direction(tag string) string {
	if e.rtl(tag) {
		return "rtl"
	}
	return "ltr"
}

// inPDF is the address of a page of the report, from a folder of so many levels; pages are counted from 1.
func (e *Edition) inPDF(from string, page int) string {
	return relative(from, e.PDF) + "#page=" + strconv.Itoa(page)
}

// relative is the address of a file of the output folder as a file in a folder of it, "" the top, names it.
func relative(folder, name string) string {
	if folder != "" && strings.HasPrefix(name, folder+"/") {
		return escaped(strings.TrimPrefix(name, folder+"/"))
	}
	up := ""
	if folder != "" {
		up = strings.Repeat("../", 1+strings.Count(folder, "/"))
	}
	return up + escaped(name)
}

func escaped(name string) string { return (&url.URL{Path: path.Clean(name)}).EscapedPath() }

// safe reports whether an address leads somewhere that a reader may be sent to: an address that runs is never written.
func safe(address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https", "mailto", "ftp", "tel":
		return true
	}
	return false
}

// Picture is the address of a picture of the HTML edition in the output folder; "" where none is published.
func (e *Edition) Picture(p *layout.Picture) string {
	if e.Folder == "" {
		return ""
	}
	return relative("", e.Folder+"/"+pictureName(p))
}

// Statement is where a statement is to be read, once the report is published where it says: on the publication page,
// else in the PDF; "" where the report does not say where it is.
func (e *Edition) Statement(id string) string {
	at, known := e.Pages.Places[id]
	switch {
	case e.Document.URL == "":
		return ""
	case e.Page != "":
		return e.address(e.Page) + "#" + id
	case known:
		return e.address(e.PDF) + "#page=" + strconv.Itoa(at.Page)
	}
	return ""
}
