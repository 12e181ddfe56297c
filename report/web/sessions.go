package web

import (
	"path"
	"strconv"
	"strings"

	"rapporteur/layout/lang"
	"rapporteur/report/document"
	"rapporteur/report/ledger"
	"rapporteur/sources"
)

// session is a meeting or a panel with its statements.
type session struct {
	ID, Number, Title, URL string
	Facts                  []string
	Targets                []target // it as a document of its own
	Statements             []statement
	Panels                 []session
}

// statement is a line of the list of statements.
type statement struct {
	ID, Title, Name string
	Who             []string
	Facts           []string
	Targets         []target
}

// gap stands between things said of a document.
const gap = " · "

// sessions are those of the spine, in order.
func (e *Edition) sessions() (list []session) {
	place := e.elsewhere()
	for i := range e.Document.Parts {
		if p := &e.Document.Parts[i]; p.Kind == ledger.Session {
			v := e.session(p.Session, place)
			v.Number = e.Document.Words.Numbers.Ended(p.Number) + e.Document.Words.Numbers.Gap(p.Number)
			list = append(list, v)
		}
	}
	return list
}

// elsewhere gives where something stands in the HTML edition or in the PDF: not on the page itself, which lists it.
func (e *Edition) elsewhere() func(id string) string {
	all := split(e)
	return func(id string) string {
		if to := all.href(-1, id); to != "" && e.Folder != "" {
			return relative("", e.Folder) + "/" + to
		}
		if at, known := e.Pages.Places[id]; known {
			return e.inPDF("", at.Page)
		}
		return ""
	}
}

func (e *Edition) session(s *document.Session, place func(string) string) session {
	d := e.Document
	v := session{ID: s.ID, Title: s.Title, URL: place(s.ID)}
	if when := d.When(s.Date); when != "" {
		v.Facts = append(v.Facts, when)
	}
	for _, o := range s.Officers {
		as := o.As
		if as == "" {
			as = d.Words.Say("officers")
		}
		v.Facts = append(v.Facts, as+d.Words.Colon+o.Long())
	}
	for _, f := range e.of(sources.OutputSessions, s.ID) {
		v.Targets = append(v.Targets, target{URL: relative("", f.File), Text: format(f.File),
			Name: format(f.File) + gap + s.Title, Detail: sized(d.Words, f), Type: media(f.File)})
	}
	for _, st := range s.Statements {
		v.Statements = append(v.Statements, e.statement(st, place))
	}
	for _, section := range s.Sections {
		if section.Panel != nil {
			v.Panels = append(v.Panels, e.session(section.Panel, place))
		}
	}
	return v
}

// statement says of a statement who made it, for whom and how, and where it is to be read and seen.
func (e *Edition) statement(s *document.Statement, place func(string) string) statement {
	words := e.Document.Words
	v := statement{ID: s.ID, Title: s.Title, Name: s.Cited()}
	for _, p := range s.Speakers {
		v.Who = append(v.Who, p.Long())
	}
	if len(v.Who) == 0 {
		v.Who, v.Title = []string{s.By()}, ""
	}
	put := func(fact string) {
		if fact != "" {
			v.Facts = append(v.Facts, lang.Capital(fact))
		}
	}
	put(s.ForWhom)
	put(s.ReadBy)
	put(s.Symbol)
	put(words.Say("language") + words.Colon + words.LanguageName(s.Lang))
	switch {
	case s.Status != "":
		put(words.Say("status-" + s.Status))
	case s.Text == nil && len(s.Originals) == 0:
		put(words.Say("not-received"))
	}
	v.Targets = e.targets(s.ID, s.Text, s.Originals, sources.OutputStatements, place)
	for _, l := range s.Links {
		if safe(l.URL) {
			title := l.Title
			if title == "" {
				title = l.URL
			}
			v.Targets = append(v.Targets, target{URL: l.URL, Text: title})
		}
	}
	for i := range v.Targets {
		v.Targets[i].Name = v.Targets[i].Text + gap + v.Name
	}
	return v
}

// summary is the Chair's summary; nil where the report has none.
func (e *Edition) summary() *entry {
	s := e.Document.Summary
	if s == nil {
		return nil
	}
	return &entry{ID: s.ID, Title: s.Title,
		Targets: e.targets(s.ID, s.Text, s.Originals, sources.OutputSummary, e.elsewhere())}
}

// targets are where a text and its originals are to be read: in the HTML edition, and as documents of their own or,
// where there is none, in the report.
func (e *Edition) targets(id string, text *document.Text, originals []*document.Original, kind string,
	place func(string) string) (list []target) {
	words := e.Document.Words
	said := func(key string) string { return words.Say(key) + words.Marks.Comma }
	if text != nil {
		lang := e.foreignOf(text.Lang)
		if e.Folder != "" {
			list = append(list, target{URL: place(id), Text: said("text") + "HTML", Detail: lang, Type: media(home)})
		}
		files := e.of(kind, id)
		for _, f := range files {
			list = append(list, target{URL: relative("", f.File), Text: said("text") + format(f.File),
				Detail: joined(lang, sized(words, f)), Type: media(f.File)})
		}
		if len(files) == 0 {
			list = append(list, e.within(said("text"), id, lang))
		}
	}
	files := e.of(sources.OutputOriginals, id)
	for _, f := range files {
		list = append(list, target{URL: relative("", f.File), Text: said("original") + format(f.File),
			Detail: joined(words.LanguageName(f.Language), sized(words, f)), Type: media(f.File)})
	}
	for _, o := range originals {
		if len(files) == 0 {
			at := e.Pages.Places[o.ID]
			list = append(list, e.within(said("original"), o.ID,
				joined(words.LanguageName(o.Lang), counted(words, at.Last-at.Page+1))))
		}
	}
	return list
}

// within leads to the pages of the report where something stands.
func (e *Edition) within(what, id, detail string) target {
	return target{URL: e.inPDF("", e.Pages.Places[id].Page),
		Text: what + "PDF" + e.Document.Words.Marks.Comma + e.pagesOf(id), Detail: detail, Type: media(e.PDF)}
}

// foreignOf is the name of a language where it is not the edition's.
func (e *Edition) foreignOf(tag string) string {
	words := e.Document.Words
	if name := words.LanguageName(tag); name != words.LanguageName(e.Document.Lang) {
		return name
	}
	return ""
}

func joined(parts ...string) string {
	var list []string
	for _, s := range parts {
		if s != "" {
			list = append(list, s)
		}
	}
	return strings.Join(list, gap)
}

// described is what readers are told of a document before they fetch it.
func (e *Edition) described(f ledger.Document) string {
	return joined(format(f.File), e.foreignOf(f.Language), sized(e.Document.Words, f))
}

// sized is how long and how large a document is.
func sized(words *lang.Language, f ledger.Document) string {
	pages := ""
	if f.Pages > 0 {
		pages = counted(words, f.Pages)
	}
	return joined(pages, bytesIn(words, f.Bytes))
}

// counted is a number of pages, as it is written in any language whatever its plurals.
func counted(words *lang.Language, pages int) string {
	return words.Say("page-count") + strings.ReplaceAll(words.Colon, " ", "\u00a0") + strconv.Itoa(pages)
}

// bytesIn is a size in the units of the language, thousands of bytes or tenths of millions; "" of nothing. No line ends
// between a number and its unit.
func bytesIn(words *lang.Language, bytes int64) string {
	said := func(key, n string) string { return strings.ReplaceAll(words.Say(key, "n", n), " ", "\u00a0") }
	switch {
	case bytes == 0:
		return ""
	case bytes < 999_500:
		return said("kilobytes", strconv.FormatInt(max(1, (bytes+500)/1000), 10))
	}
	tenths := (bytes + 50_000) / 100_000
	n := strconv.FormatInt(tenths/10, 10)
	if tenths%10 > 0 {
		n += words.DecimalSign() + strconv.FormatInt(tenths%10, 10)
	}
	return said("megabytes", n)
}

// format is what a kind of file is called.
func format(name string) string { return strings.ToUpper(strings.TrimPrefix(path.Ext(name), ".")) }

// media is the media type of a file of the output folder.
func media(name string) string {
	switch path.Ext(name) {
	case ".pdf":
		return "application/pdf"
	case ".json":
		return "application/json"
	case ".png":
		return "image/png"
	case ".jpg", ".jpeg":
		return "image/jpeg"
	case ".tif", ".tiff":
		return "image/tiff"
	case ".xml":
		return "application/xml"
	case ".bib":
		return "application/x-bibtex"
	case ".html":
		return "text/html"
	}
	return "text/plain"
}
