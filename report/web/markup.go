package web

import (
	"html/template"
	"strings"
)

// markup is HTML being written. Whatever goes into it as text or as a value is escaped: only names of elements and
// attributes, which are ours, are not.
type markup struct{ b strings.Builder }

// open begins an element. pairs are attributes, names and values in turn; one without a value is left out, one whose
// value must stand though it is empty has an exclamation mark before its name.
func (m *markup) open(tag string, pairs ...string) {
	m.b.WriteString("<" + tag)
	for i := 0; i+1 < len(pairs); i += 2 {
		name, forced := strings.CutPrefix(pairs[i], "!")
		if pairs[i+1] == "" && !forced {
			continue
		}
		m.b.WriteString(" " + name + `="`)
		m.b.WriteString(template.HTMLEscapeString(pairs[i+1]))
		m.b.WriteByte('"')
	}
	m.b.WriteByte('>')
}

// end ends an element.
func (m *markup) end(tag string) { m.b.WriteString("</" + tag + ">") }

// text writes words.
func (m *markup) text(words string) { m.b.WriteString(template.HTMLEscapeString(words)) }

// element writes an element that holds words alone.
func (m *markup) element(tag, words string, pairs ...string) {
	m.open(tag, pairs...)
	m.text(words)
	m.end(tag)
}

// line ends a line of the source, between elements where white means nothing.
func (m *markup) line() { m.b.WriteByte('\n') }

// html is what was written.
func (m *markup) html() template.HTML { return template.HTML(m.b.String()) } // all of it escaped above
