package cite

import (
	"bytes"
	"encoding/json"
)

// record is an entry of CSL-JSON (Citation Style Language 1.0.2, csl-data.json).
type record struct {
	ID         string `json:"id"`
	Type       string `json:"type"`
	Title      string `json:"title"`
	Author     []name `json:"author,omitempty"`
	Issued     dates  `json:"issued"`
	Container  string `json:"container-title"`
	Event      string `json:"event-title"`
	EventPlace string `json:"event-place,omitempty"`
	Publisher  string `json:"publisher,omitempty"`
	Number     string `json:"number,omitempty"`
	Page       string `json:"page,omitempty"`
	ISBN       string `json:"ISBN,omitempty"`
	Language   string `json:"language"`
	URL        string `json:"URL,omitempty"`
}

type name struct {
	Literal string `json:"literal"`
}

type dates struct {
	Parts [1][3]int `json:"date-parts"`
}

// CSL writes the statements as speeches. The error is ours.
func CSL(e *Edition) ([]byte, error) {
	d, list := e.Document, []record{}
	for _, c := range e.entries() {
		r := record{ID: c.id, Type: "speech", Title: c.title, Container: d.Title, Event: e.event(),
			EventPlace: d.Event.Place, Publisher: d.Publication.Organization, Number: c.statement.Symbol,
			Page: c.pages("-"), ISBN: d.Publication.SoundISBN(), Language: c.language(), URL: c.address,
			Issued: dates{[1][3]int{{c.year, c.month, c.day}}}}
		for _, a := range c.authors {
			r.Author = append(r.Author, name{a})
		}
		list = append(list, r)
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	err := enc.Encode(list)
	return out.Bytes(), err
}
