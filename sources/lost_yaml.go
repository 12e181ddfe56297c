package sources

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"rapporteur/sources/diag"
)

// Two signs take words away from a value without a word of YAML's: ` #` begins a comment, `&` names the value.

// wordsAfterSign is what follows a value that is no comment to the eye: "#1 meeting", "# 1".
var wordsAfterSign = regexp.MustCompile(`^(?: +#[^\s#!]| # ?\d)`)

// lost tells of both in a manifest.
func (r *reader) lost(root *yaml.Node) {
	used := map[*yaml.Node]bool{}
	eachNode(root, func(n *yaml.Node) {
		if n.Kind == yaml.AliasNode {
			used[n.Alias] = true
		}
	})
	eachNode(root, func(n *yaml.Node) {
		if n.Kind != yaml.ScalarNode {
			return
		}
		if n.Anchor != "" && !used[n] {
			r.bag.Add("yaml-anchor", r.pos(n), diag.Args{"found": "&" + n.Anchor})
		}
		if n.Style == 0 && n.Anchor == "" {
			r.commented(n)
		}
	})
}

func eachNode(n *yaml.Node, visit func(*yaml.Node)) {
	visit(n)
	for _, child := range n.Content {
		eachNode(child, visit)
	}
}

// commented tells of words after a plain value that are a comment.
func (r *reader) commented(n *yaml.Node) {
	line := r.lineText(n.Line - 1)
	for range n.Column - 1 {
		_, size := utf8.DecodeRuneInString(line)
		line = line[size:]
	}
	rest, is := strings.CutPrefix(line, n.Value)
	if !is || n.Value == "" || !wordsAfterSign.MatchString(rest) {
		return
	}
	pos := r.pos(n)
	at := strings.IndexByte(rest, '#')
	pos.Column += utf8.RuneCountInString(n.Value) + at
	r.bag.Add("yaml-comment", pos, diag.Args{"found": strings.TrimSpace(rest)})
}
