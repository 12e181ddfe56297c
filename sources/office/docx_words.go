package office

import (
	"slices"
	"strings"
	"unicode"
)

// Every piece of text in a part is marked as taken when it is printed or told. What is left unmarked when a part has
// been read stood in something that this reader does not know, and is told: no word is lost in silence, whatever it
// stands in.

// shown are the elements whose characters are words.
var shown = map[string]bool{"w:t": true, "w:delText": true, "m:t": true, "a:t": true}

// ownText gives the words that an element itself has.
func ownText(n *node) string {
	switch {
	case shown[n.name]:
		return n.text
	case n.name == "v:textpath":
		return n.get("string")
	case strings.HasPrefix(n.name, "?:") && strings.ContainsFunc(n.text, unicode.IsLetter):
		return n.text
	}
	return ""
}

// eachText visits the elements below n that have words of their own, and those that divide words (as white space);
// of alternatives, those of the one that is read. What settings say is no text.
func eachText(n *node, visit func(n *node, own string)) {
	if n == nil {
		return
	}
	switch n.name {
	case "w:pPr", "w:rPr", "w:sectPr", "w:sdtPr":
		return
	case "w:p", "w:tab", "w:br", "w:tc", "a:p":
		visit(n, " ")
	case "mc:AlternateContent":
		eachText(choice(n), visit)
		return
	case "w:footnoteReference", "w:endnoteReference":
		visit(n, " ")
	default:
		if own := ownText(n); own != "" {
			visit(n, own)
		}
	}
	for _, k := range n.kids {
		eachText(k, visit)
	}
}

// take gives all words below n, which the caller tells, the notes that they refer to among them.
func (d *docx) take(n *node) string {
	var b strings.Builder
	eachText(n, func(n *node, own string) {
		n.taken = true
		b.WriteString(own)
		for kind, name := range []string{"w:footnoteReference", "w:endnoteReference"} {
			if n.name != name {
				continue
			}
			if note := d.notes[kind][n.get("w:id")]; note != nil && !note.taken {
				note.taken = true
				b.WriteString(d.take(note) + " ")
			}
		}
	})
	return strings.Join(strings.Fields(b.String()), " ")
}

// unread gives the words of a note that stands in a note, the first time.
func (d *docx) unread(note *node) string {
	if note.taken {
		return ""
	}
	note.taken = true
	return d.take(note)
}

// left tells the words below n that nothing has taken, with the paragraph that they stand in.
func (d *docx) left(n *node) {
	var paragraph *node
	var missed []string
	eachText(n, func(n *node, own string) {
		if n.name == "w:p" {
			paragraph = n
		}
		if own = strings.TrimSpace(own); own == "" || n.taken {
			return
		}
		n.taken = true
		missed = append(missed, own)
	})
	if len(missed) == 0 {
		return
	}
	at := Place{d.paragraphs, near(spaced(paragraph))}
	if at.Near == "" {
		at.Near = near(strings.Join(missed, " "))
	}
	d.often("word-left", at, "", strings.Join(missed, " "))
}

// leftBeside tells the words of notes and comments that nothing in the text leads to.
func (d *docx) leftBeside() {
	for _, notes := range d.notes {
		for _, id := range sortedKeys(notes) {
			d.left(notes[id])
		}
	}
	d.at = Place{}
	for _, id := range sortedKeys(d.comments) {
		if words := d.take(d.comments[id]); words != "" && !d.commented[id] {
			d.comment(id, words)
		}
	}
}

func sortedKeys(m map[string]*node) []string {
	var keys []string
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// spaced gives the words by which a reader finds a paragraph, with spaces between them: those of a text box in it only
// where there are no others, and what is deleted only where nothing else is there.
func spaced(n *node) string {
	var text, boxed, deleted strings.Builder
	var walk func(n *node, to *strings.Builder)
	walk = func(n *node, to *strings.Builder) {
		switch n.name {
		case "w:pPr", "w:rPr", "w:sdtPr":
			return
		case "w:t", "m:t", "w:delText":
			to.WriteString(n.text)
		case "w:p", "w:tab", "w:br":
			for _, b := range []*strings.Builder{&text, &boxed, &deleted} {
				b.WriteByte(' ')
			}
		case "w:txbxContent":
			to = &boxed
		case "w:del", "w:moveFrom":
			to = &deleted
		case "mc:AlternateContent":
			if n = choice(n); n == nil {
				return
			}
		}
		for _, k := range n.kids {
			walk(k, to)
		}
	}
	if n != nil {
		walk(n, &text)
	}
	for _, b := range []*strings.Builder{&text, &boxed, &deleted} {
		if words := strings.Join(strings.Fields(b.String()), " "); words != "" {
			return words
		}
	}
	return ""
}
