package web

import (
	"net/url"
	"path"
	"strings"

	"rapporteur/report/document"
	"rapporteur/sources"
)

// meta is a line of metadata in the head of a page.
type meta struct{ Name, Content string }

// dublinCore describes the report in the elements of the Dublin Core (DCMI Metadata Terms; RFC 5013).
func (e *Edition) dublinCore(title string) []meta {
	d := e.Document
	var list []meta
	for _, m := range []meta{{"DC.title", title}, {"DC.creator", d.Author()},
		{"DC.publisher", d.Publication.Organization}, {"DC.language", d.Lang}, {"DC.date", d.ISODate()},
		{"DC.identifier", d.URL}, {"DC.rights", d.Publication.Copyright}, {"DC.type", "Text"},
		{"description", d.Subtitle}} {
		if m.Content != "" {
			list = append(list, m)
		}
	}
	for _, id := range d.Identifiers() {
		list = append(list, meta{"DC.identifier", id})
	}
	return list
}

// object is a thing described in the words of schema.org; maps are written in the order of their keys.
type object map[string]any

// put says something of it where there is something to say.
func (o object) put(key string, value any) {
	switch v := value.(type) {
	case string:
		if v == "" {
			return
		}
	case []object:
		if len(v) == 0 {
			return
		}
	case object:
		if v == nil {
			return
		}
	}
	o[key] = value
}

// linked describes the publication, its event and its documents as linked data (schema.org, in JSON-LD 1.1).
func (e *Edition) linked(editions []*Edition) object {
	d := e.Document
	o := object{"@context": "https://schema.org", "@type": "Report", "name": d.Title, "inLanguage": d.Lang}
	o.put("@id", d.URL)
	o.put("url", d.URL)
	o.put("alternateName", d.Subtitle)
	o.put("reportNumber", d.Symbol)
	o.put("datePublished", d.ISODate())
	o.put("copyrightNotice", d.Publication.Copyright)
	if ids := d.Identifiers(); len(ids) > 0 {
		o["identifier"] = ids
	}
	o.put("publisher", named("Organization", d.Publication.Organization))
	o.put("author", named("Organization", d.Author()))
	o.put("about", e.event())
	o.put("encoding", e.encodings(sources.OutputReport, sources.OutputReport))
	var parts, others []object
	for _, s := range d.Statements {
		parts = append(parts, e.work(s))
	}
	o.put("hasPart", parts)
	for _, other := range editions {
		if other != e {
			t := object{"@type": "Report", "name": other.Document.Title, "inLanguage": other.Document.Lang}
			t.put("url", other.address(other.Page))
			others = append(others, t)
		}
	}
	o.put("workTranslation", others)
	return o
}

func named(kind, name string) object {
	if name == "" {
		return nil
	}
	return object{"@type": kind, "name": name}
}

func (e *Edition) event() object {
	ev := e.Document.Event
	title := ev.Title
	if title == "" && ev.From.IsZero() {
		return nil
	}
	if title == "" {
		title = e.Document.Title
	}
	o := object{"@type": "Event", "name": title}
	o.put("location", named("Place", ev.Place))
	o.put("url", ev.URL)
	o.put("startDate", day(ev.From))
	o.put("endDate", day(ev.To))
	var hosts []object
	for _, name := range ev.Organizers {
		hosts = append(hosts, named("Organization", name))
	}
	o.put("organizer", hosts)
	return o
}

func day(d sources.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.Time().Format("2006-01-02")
}

// work is a statement.
func (e *Edition) work(s *document.Statement) object {
	title := s.Title
	if title == "" {
		title = s.Called()
	}
	o := object{"@type": "CreativeWork", "name": title, "inLanguage": s.Lang}
	o.put("identifier", s.Symbol)
	o.put("url", e.Statement(s.ID))
	o.put("dateCreated", day(s.Session.Date))
	var authors []object
	for _, p := range s.Speakers {
		a := named("Person", p.Name)
		if a == nil {
			a = named("Organization", p.Cited())
		} else if p.Party != nil {
			a.put("affiliation", named("Organization", p.Party.Name))
		}
		if a != nil && p.Name != "" {
			a.put("jobTitle", p.Role)
		}
		authors = append(authors, a)
	}
	o.put("author", authors)
	own := e.encodings(sources.OutputStatements, s.ID)
	o.put("encoding", append(own, e.encodings(sources.OutputOriginals, s.ID)...))
	var videos []object
	for _, l := range s.Links {
		if safe(l.URL) {
			v := object{"@type": "CreativeWork", "url": l.URL}
			v.put("name", l.Title)
			videos = append(videos, v)
		}
	}
	o.put("associatedMedia", videos)
	return o
}

// encodings are the files of a document.
func (e *Edition) encodings(kind, item string) (list []object) {
	for _, f := range e.of(kind, item) {
		o := object{"@type": "MediaObject", "contentUrl": e.address(f.File), "encodingFormat": media(f.File)}
		o.put("inLanguage", f.Language)
		if f.Bytes > 0 {
			o["contentSize"] = bytesIn(e.Document.Words, f.Bytes)
		}
		o.put("sha256", f.SHA256)
		list = append(list, o)
	}
	return list
}

// address is where a file of the output folder is once it is published, if the report says where it is itself; else as
// the page names it. An address that ends in no file's name is that of the folder.
func (e *Edition) address(name string) string {
	file := relative("", name)
	base, err := url.Parse(e.Document.URL)
	if err != nil || e.Document.URL == "" {
		return file
	}
	if !strings.Contains(path.Base(base.Path), ".") {
		base = base.JoinPath("/")
	}
	to, err := base.Parse(file)
	if err != nil {
		return file
	}
	return to.String()
}
