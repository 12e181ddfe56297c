package office

import (
	"bytes"
	"html"
	"regexp"
	"strings"
)

// drawn gives the words that a drawing shows besides those of its text boxes: a chart's, a diagram's, and those that
// are drawn as letters of their own. They are told, for the drawing itself is not printed.
func (d *docx) drawn(n *node) string {
	var b strings.Builder
	var walk func(n *node)
	part := func(id string) {
		r, known := d.relations[id]
		if !known || r.external {
			return
		}
		if tree, err := d.archive.parse(r.target, "", nil); err == nil && tree != nil {
			walk(tree)
		}
	}
	walk = func(n *node) {
		switch n.name {
		case "w:txbxContent":
			return
		case "mc:AlternateContent":
			if n = choice(n); n == nil {
				return
			}
		case "c:v", "cx:v", "cx:pt":
			b.WriteString(" " + n.text + " ")
		case "a:p":
			b.WriteByte(' ')
		case "c:chart", "cx:chart":
			part(n.get("r:id"))
		case "o:OLEObject":
			b.WriteString(" " + d.inner(n.get("r:id")) + " ")
		case "dgm:relIds":
			part(n.get("r:dm"))
		default:
			if own := ownText(n); own != "" && !n.taken {
				n.taken = true
				b.WriteString(own)
				if n.name != "a:t" {
					b.WriteByte(' ')
				}
			}
		}
		for _, k := range n.kids {
			walk(k)
		}
	}
	walk(n)
	return strings.Join(strings.Fields(b.String()), " ")
}

// inner gives the words of a Word file that is an object in this one.
func (d *docx) inner(id string) string {
	r, known := d.relations[id]
	if !known || r.external {
		return ""
	}
	data, err := d.archive.bytes(r.target, fairPart)
	if err != nil || !bytes.HasPrefix(data, []byte("PK")) {
		return ""
	}
	return wordsOfAny(data)
}

// embedded tells a document within this one, with its words where it can be read.
func (d *docx) embedded(n *node) {
	words := ""
	if r, known := d.relations[n.get("r:id")]; known && !r.external {
		if data, err := d.archive.bytes(r.target, fairPart); err == nil {
			words = wordsOfAny(data)
		}
	}
	d.embed("document", words)
}

var marked = regexp.MustCompile(`(?is)<(style|script|head)\b.*?</(style|script|head)>|<[^>]*>`)

// wordsOfAny gives the words of a Word file, of a page in HTML, or of plain text.
func wordsOfAny(data []byte) string {
	if bytes.HasPrefix(data, []byte("PK")) {
		inner, err := openArchive(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			return ""
		}
		tree, err := inner.parse("word/document.xml", "", nil)
		if err != nil || tree == nil {
			return ""
		}
		return new(docx).take(tree)
	}
	text := html.UnescapeString(string(marked.ReplaceAll(data, []byte(" "))))
	return strings.Join(strings.Fields(strings.ToValidUTF8(text, " ")), " ")
}
