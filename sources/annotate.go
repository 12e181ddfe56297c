package sources

import (
	"cmp"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// Annotate writes above each line of a manifest what the keys mean that are met there for the first time: in the words
// given for their paths, without the marks of lists, else in lang, fr or else English. What is no YAML is given back as
// it is.
func Annotate(manifest, lang string, words map[string]string) string {
	var root yaml.Node
	if err := yaml.Unmarshal([]byte(manifest), &root); err != nil || len(root.Content) == 0 {
		return manifest
	}
	a := annotator{words: words, topics: map[string]Topic{}, told: map[string]bool{}, above: map[int][]string{}}
	a.know(Format(lang))
	a.walk(root.Content[0], nil)
	var b strings.Builder
	for i, line := range strings.SplitAfter(manifest, "\n") {
		indent := line[:len(line)-len(strings.TrimLeft(line, " "))]
		for _, remark := range a.above[i+1] {
			b.WriteString(indent + "# " + remark + "\n")
		}
		b.WriteString(line)
	}
	return b.String()
}

// annotator finds what there is to say of the keys of a manifest.
type annotator struct {
	topics map[string]Topic  // by path, without the marks of lists
	words  map[string]string // what keys mean, by path, where others say it
	told   map[string]bool
	above  map[int][]string // remarks by line
}

func (a *annotator) know(list []Topic) {
	for _, t := range list {
		a.topics[strings.ReplaceAll(t.Paths[0], "[]", "")] = t
		a.know(t.Keys)
	}
}

// walk goes through the keys below a path in the order of their lines.
func (a *annotator) walk(n *yaml.Node, path []string) {
	for i, inner := range n.Content {
		switch {
		case n.Kind == yaml.SequenceNode:
			a.walk(inner, path)
		case n.Kind == yaml.MappingNode && i%2 == 1:
			key := n.Content[i-1]
			below := a.below(path, key.Value)
			a.remark(key, strings.Join(below, "."))
			a.walk(inner, below)
		}
	}
}

// below is the path of a key, "*" where the user has named it.
func (a *annotator) below(path []string, key string) []string {
	named := append(slices.Clone(path), "*")
	for known := range a.topics {
		if strings.HasPrefix(known, strings.Join(named, ".")+".") {
			return named
		}
	}
	return append(slices.Clone(path), key)
}

// remark notes what a key means, once for all places where it means the same.
func (a *annotator) remark(key *yaml.Node, path string) {
	t, known := a.topics[path]
	if !known || a.told[t.Name+t.Meaning] {
		return
	}
	a.told[t.Name+t.Meaning] = true
	a.above[key.Line] = append(a.above[key.Line], t.Name+": "+cmp.Or(a.words[path], t.Meaning))
}
