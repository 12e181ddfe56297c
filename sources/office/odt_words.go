package office

import (
	"slices"
	"strings"
)

// odtAside are elements of a text whose characters are none of its words: who wrote what and when, what numbers notes,
// how a table of contents is made, what describes a picture (which is read with it), and bytes.
var odtAside = []string{"text:note-citation", "office:change-info", "office:binary-data", "dc:creator", "dc:date",
	"svg:title", "svg:desc", "text:tracked-changes", "office:event-listeners", "math:annotation", "text:script",
	"office:scripts"}

// eachODTText visits what is below n and has words of its own, or divides words; of what stands aside, nothing.
func eachODTText(n *node, visit func(n *node, own string)) {
	switch {
	case n == nil, slices.Contains(odtAside, n.name), strings.HasSuffix(n.name, "-source"),
		strings.HasSuffix(n.name, "initials"), strings.HasSuffix(n.name, "date-string"):
		return
	}
	switch n.name {
	case "text:p", "text:h", "text:s", "text:tab", "text:line-break", "table:table-cell":
		visit(n, " "+n.text)
	default:
		visit(n, n.text)
	}
	for _, k := range n.kids {
		eachODTText(k, visit)
	}
}

// take gives all words below n, which the caller tells, those of comments and notes among them.
func (d *odt) take(n *node) string {
	var b strings.Builder
	eachODTText(n, func(n *node, own string) {
		n.taken = true
		b.WriteString(own)
	})
	return strings.Join(strings.Fields(b.String()), " ")
}

// left tells the words below n that are neither printed nor told.
func (d *odt) left(n *node) {
	var missed []string
	at := d.at
	eachODTText(n, func(n *node, own string) {
		if n.name == "text:p" || n.name == "text:h" {
			if words := odtWords(n); words != "" && len(missed) == 0 {
				at.Near = near(words)
			}
		}
		if own = strings.TrimSpace(own); own != "" && !n.taken {
			n.taken = true
			missed = append(missed, own)
		}
	})
	if len(missed) > 0 {
		d.often("word-left", at, "", strings.Join(missed, " "))
	}
}

// forms tells what stands in the controls of a form: their labels and what is filled in.
func (d *odt) forms(n *node) {
	var list []string
	var walk func(n *node)
	walk = func(n *node) {
		value := n.get("form:current-value")
		if value == "" {
			value = n.get("form:value")
		}
		for _, words := range []string{n.get("form:label"), value} {
			if words != "" {
				list = append(list, words)
			}
		}
		for _, k := range n.kids {
			walk(k)
		}
	}
	walk(n)
	if len(list) > 0 {
		d.add("word-embedded", d.at, map[string]string{"what": "form", "words": strings.Join(list, " … ")})
	}
}

// objectWords gives the words of an object that stands in the archive, those of a chart for instance.
func (d *odt) objectWords(n *node) string {
	name := objectOf(n) + "/content.xml"
	if !d.archive.has(name) {
		return d.take(n)
	}
	tree, err := d.archive.parse(name, "", nil)
	if err != nil {
		return ""
	}
	return d.take(tree)
}
