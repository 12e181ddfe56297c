package sources

import (
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// TestPlaced: the example of each key of the format is YAML, and holds the key where the manifest has it.
func TestPlaced(t *testing.T) {
	var walk func(list []Topic)
	walk = func(list []Topic) {
		for _, topic := range list {
			walk(topic.Keys)
			if topic.Column {
				continue
			}
			text := strings.Join(topic.Placed(), "\n")
			var n yaml.Node
			if err := yaml.Unmarshal([]byte(text), &n); err != nil {
				t.Errorf("%s: %v\n%s", topic.Paths[0], err, text)
				continue
			}
			at := n.Content[0]
			for _, part := range strings.Split(topic.Paths[0], ".") {
				name := strings.TrimSuffix(part, "[]")
				if at.Kind == yaml.SequenceNode {
					at = at.Content[0]
				}
				if at.Kind != yaml.MappingNode || len(at.Content) != 2 ||
					at.Content[0].Value != name && name != "*" {
					t.Fatalf("%s: no %s\n%s", topic.Paths[0], name, text)
				}
				at = at.Content[1]
			}
		}
	}
	walk(Format("en"))
	for _, topic := range Format("en") {
		for _, column := range topic.Keys {
			if column.Column && (topic.Name != "participants" || len(column.Placed()) != 1) {
				t.Errorf("%s is a column: %q", column.Paths[0], column.Placed())
			}
		}
	}
}
