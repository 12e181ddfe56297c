// Package markup writes elements and the words in them, as HTML and as Akoma Ntoso: from inlines, which the PDF is
// typeset from too, by a vocabulary, into text. Which elements blocks become is the business of those who write them.
package markup

import "strings"

// Writer writes elements. All that goes into it as text or as a value is escaped: only the names of elements and of
// attributes, which are ours, are not.
type Writer struct {
	b      strings.Builder
	escape func(string) string
}

// New begins to write; escape makes words into text of the language of markup.
func New(escape func(string) string) *Writer { return &Writer{escape: escape} }

// Open begins an element. pairs are attributes, names and values in turn; one without a value is left out, one whose
// value must stand though it is empty has an exclamation mark before its name.
func (w *Writer) Open(tag string, pairs ...string) {
	w.b.WriteString("<" + tag)
	for i := 0; i+1 < len(pairs); i += 2 {
		name, forced := strings.CutPrefix(pairs[i], "!")
		if pairs[i+1] == "" && !forced {
			continue
		}
		w.b.WriteString(" " + name + `="`)
		w.Text(pairs[i+1])
		w.b.WriteByte('"')
	}
	w.b.WriteByte('>')
}

// End ends an element.
func (w *Writer) End(tag string) { w.b.WriteString("</" + tag + ">") }

// Text writes words.
func (w *Writer) Text(words string) { w.b.WriteString(w.escape(words)) }

// Element writes an element that holds words alone, or nothing.
func (w *Writer) Element(tag, words string, pairs ...string) {
	w.Open(tag, pairs...)
	w.Text(words)
	w.End(tag)
}

// Line ends a line of the source, between elements where white means nothing.
func (w *Writer) Line() { w.b.WriteByte('\n') }

// Raw writes what is markup already.
func (w *Writer) Raw(markup string) { w.b.WriteString(markup) }

// String is what was written.
func (w *Writer) String() string { return w.b.String() }
