package web

import (
	"bytes"
	"encoding/xml"

	"rapporteur/report/ledger"
	"rapporteur/sources"
)

// channel is the feed of an edition (RSS 2.0.11, RSS Advisory Board).
type channel struct {
	XMLName xml.Name `xml:"rss"`
	Version string   `xml:"version,attr"`
	Atom    string   `xml:"xmlns:atom,attr"`
	Title   string   `xml:"channel>title"`
	Link    string   `xml:"channel>link"`
	About   string   `xml:"channel>description"`
	Lang    string   `xml:"channel>language"`
	Date    string   `xml:"channel>pubDate,omitempty"`
	Self    self     `xml:"channel>atom:link"`
	Items   []item   `xml:"channel>item"`
}

// self is where the feed itself is.
type self struct {
	URL  string `xml:"href,attr"`
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
}

// item is a document in the feed.
type item struct {
	Title     string    `xml:"title"`
	Link      string    `xml:"link"`
	GUID      guid      `xml:"guid"`
	Date      string    `xml:"pubDate,omitempty"`
	Enclosure enclosure `xml:"enclosure"`
}

// guid names an item for ever: by the sum of its bytes, so that who reads the feed hears of a document that changed.
type guid struct {
	Permanent bool   `xml:"isPermaLink,attr"`
	Name      string `xml:",chardata"`
}

type enclosure struct {
	URL    string `xml:"url,attr"`
	Length int64  `xml:"length,attr"`
	Type   string `xml:"type,attr"`
}

// RSS is the feed of an edition's documents. Its addresses are whole, as feeds are read elsewhere: it is made only of a
// report that says where it is published.
func RSS(e *Edition) ([]byte, error) {
	d := e.Document
	c := channel{Version: "2.0", Atom: "http://www.w3.org/2005/Atom", Title: d.Title, Link: e.address(e.Page),
		About: d.Subtitle, Lang: d.Lang, Self: self{e.address(e.Feed), "self", "application/rss+xml"}}
	if c.About == "" {
		c.About = d.Title
	}
	if !d.Date.IsZero() {
		c.Date = d.Date.Time().UTC().Format("Mon, 02 Jan 2006 15:04:05 +0000")
	}
	for _, f := range e.Documents {
		page := f.Kind == sources.OutputPage || f.Kind == sources.OutputHTML
		if page && f.File != e.Folder+"/"+home { // the pages of the HTML edition are one document
			continue
		}
		c.Items = append(c.Items, e.item(f, c.Date))
	}
	var out bytes.Buffer
	out.WriteString(xml.Header)
	enc := xml.NewEncoder(&out)
	enc.Indent("", " ")
	if err := enc.Encode(c); err != nil {
		return nil, err
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}

func (e *Edition) item(f ledger.Document, date string) item {
	address := e.address(f.File)
	return item{Title: joined(e.titleOf(f), e.described(f)), Link: address, Date: date,
		GUID:      guid{false, "urn:sha256:" + f.SHA256},
		Enclosure: enclosure{address, f.Bytes, media(f.File)}}
}

// titleOf is the title of a document in the words of the edition: originals belong to all editions, and were named in
// the first.
func (e *Edition) titleOf(f ledger.Document) string {
	if f.Kind != sources.OutputOriginals {
		return f.Title
	}
	title := f.Title
	for i := range e.Document.Parts {
		if p := &e.Document.Parts[i]; p.Kind.Received() && p.Item == f.ID && p.Title != "" {
			title = p.Title
			break
		}
	}
	return e.Document.Words.Say("original") + e.Document.Words.Colon + title
}
