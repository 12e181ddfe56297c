package sources

import "strings"

// aKey stands in examples for a key of the user's own.
const aKey = "norway"

// Placed gives the example in its place: the keys that it stands under, a line each, and last the key with a value. A
// column has no place in YAML: its example is what a cell may hold.
func (t *Topic) Placed() []string {
	if t.Column {
		_, cell, _ := strings.Cut(t.Example, ": ")
		return []string{cell}
	}
	parts := strings.Split(t.Paths[0], ".")
	var lines []string
	indent, item := "", false
	for i, part := range parts {
		name, isList := strings.CutSuffix(part, "[]")
		if name == "*" {
			name = aKey
		}
		line := indent
		if item {
			line += "- "
			indent += "  "
		}
		if i == len(parts)-1 {
			return append(lines, line+t.Example)
		}
		lines = append(lines, line+name+":")
		indent, item = indent+"  ", isList
	}
	return lines
}
