package office

import "strings"

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
		case "a:t", "c:v":
			b.WriteString(n.text + " ")
		case "a:p":
			b.WriteByte(' ')
		case "v:textpath":
			b.WriteString(n.get("string") + " ")
		case "c:chart":
			part(n.get("r:id"))
		case "dgm:relIds":
			part(n.get("r:dm"))
		}
		for _, k := range n.kids {
			walk(k)
		}
	}
	walk(n)
	return strings.Join(strings.Fields(b.String()), " ")
}
