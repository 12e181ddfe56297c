package report

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"gopkg.in/yaml.v3"
)

// TestEveryPartMayBeMissing leaves out one part of the planted manifest at a time, then all but one, and builds:
// whatever is there becomes a report that verify has nothing against.
func TestEveryPartMayBeMissing(t *testing.T) {
	data, err := os.ReadFile("testdata/planted/report.yaml")
	if err != nil {
		t.Fatal(err)
	}
	parts := []string{"event", "publication", "front", "abbreviations", "summary", "introduction", "sessions",
		"conclusions", "recommendations", "participants", "annexes"}
	for _, part := range parts {
		for _, only := range []bool{false, true} {
			name := "without " + part
			if only {
				name = "only " + part
			}
			t.Run(name, func(t *testing.T) {
				var manifest yaml.Node
				if err := yaml.Unmarshal(data, &manifest); err != nil {
					t.Fatal(err)
				}
				prune(manifest.Content[0], func(key string) bool {
					if slices.Contains(parts, key) {
						return (key == part) != only
					}
					return key == "from" // what recommendations rest on may be gone
				})
				dir := planted(t)
				out, err := yaml.Marshal(&manifest)
				if err != nil {
					t.Fatal(err)
				}
				write(t, dir, "report.yaml", out)
				result, err := Build(context.Background(), Input{Manifest: filepath.Join(dir, "report.yaml"),
					Out: filepath.Join(dir, "dist")})
				if err != nil {
					t.Fatal(err)
				}
				if result.Failed || len(result.Findings) > 0 || result.Pages < 2 {
					t.Errorf("%d pages\n%s", result.Pages, messages(result))
				}
			})
		}
	}
}

// prune takes keys out of a mapping and of all below it.
func prune(n *yaml.Node, gone func(key string) bool) {
	for i := 0; i < len(n.Content); i++ {
		if n.Kind == yaml.MappingNode && i%2 == 0 && gone(n.Content[i].Value) && n.Content[i+1].Tag != "!!timestamp" {
			n.Content = slices.Delete(n.Content, i, i+2)
			i--
			continue
		}
		prune(n.Content[i], gone)
	}
}
