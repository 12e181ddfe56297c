package akn

import (
	"bytes"
	"encoding/xml"
	"strings"

	"rapporteur/report/compose"
)

// writer writes the collection. All that goes into it as text or as a value is escaped.
type writer struct {
	b          strings.Builder
	e          *Edition
	ids        map[string]bool   // that elements have, or will have
	given      map[string]bool   // that elements have
	alias      map[string]string // ids of what is left out, with those that stand for them
	people     map[string]string // ids of those who spoke, by all that is said of them
	components int
	piece      compose.Piece // that is being written
	paragraphs int
	lang       string // of what stands around
	err        error
}

func newWriter(e *Edition) *writer {
	return &writer{e: e, ids: map[string]bool{}, given: map[string]bool{}, alias: map[string]string{},
		people: map[string]string{}}
}

// open begins an element; an attribute without a value is left out.
func (w *writer) open(tag string, pairs ...string) {
	w.b.WriteString("<" + tag)
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			w.b.WriteString(" " + pairs[i] + `="`)
			w.text(pairs[i+1])
			w.b.WriteByte('"')
		}
	}
	w.b.WriteByte('>')
}

func (w *writer) end(tag string) { w.b.WriteString("</" + tag + ">") }

func (w *writer) empty(tag string, pairs ...string) {
	w.open(tag, pairs...)
	w.end(tag)
}

func (w *writer) element(tag, words string, pairs ...string) {
	w.open(tag, pairs...)
	w.text(words)
	w.end(tag)
}

// text writes words; what XML cannot hold becomes the sign for it.
func (w *writer) text(words string) {
	var out bytes.Buffer
	xml.EscapeText(&out, []byte(words)) // to memory: it does not fail
	w.b.Write(out.Bytes())
}

// own gives an id once: none to a second element.
func (w *writer) own(id string) string {
	if id == "" || w.given[id] {
		return ""
	}
	w.given[id] = true
	return id
}
