package akn

import (
	"bytes"
	"encoding/xml"

	"rapporteur/report/compose"
	"rapporteur/report/markup"
)

// writer writes the collection.
type writer struct {
	*markup.Writer
	e          *Edition
	ids        map[string]bool   // that elements have, or will have
	given      map[string]bool   // that elements have
	alias      map[string]string // ids of what is left out, with those that stand for them
	people     map[string]string // ids of those who spoke, by all that is said of them
	components int
	piece      compose.Piece // that is being written
	lang       string        // of what stands around
	err        error
}

func newWriter(e *Edition) *writer {
	return &writer{Writer: markup.New(escaped), e: e, ids: map[string]bool{}, given: map[string]bool{},
		alias: map[string]string{}, people: map[string]string{}}
}

// escaped makes words into text; what XML cannot hold becomes the sign for it.
func escaped(words string) string {
	var out bytes.Buffer
	xml.EscapeText(&out, []byte(words)) // to memory: it does not fail
	return out.String()
}

// own gives an id once: none to a second element.
func (w *writer) own(id string) string {
	if id == "" || w.given[id] {
		return ""
	}
	w.given[id] = true
	return id
}
