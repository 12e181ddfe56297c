package sources

import (
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"rapporteur/sources/diag"
	"rapporteur/sources/pattern"
)

// Two signs take words away from a value without a word of YAML's: ` #` begins a comment, `&` names the value. And the
// quotation marks that Word makes are none to YAML, and are printed.

// wordsAfterSign is what follows a value that is no comment to the eye: "#1 meeting", "# 1"; after a value of several
// words, all that one space divides from it.
var (
	wordsAfterSign  = pattern.Of(`^(?: +#[^\s#!]| # ?\d)`)
	wordsAfterWords = pattern.Of(`^ # ?\S`)
	closedBefore    = pattern.Of(`^(?: *[}\]])+`) // what ends braces and brackets before it
)

// curlyRound is a value with curly quotation marks round it, and nameKey the keys of names and titles, or a language:
// in those of texts they may be meant, and in others they are errors already.
var (
	curlyRound = pattern.Of(`^[“„‘‚][^“”„‘’‚]*[”“’‘]$`)
	nameKey    = pattern.Of(`(?:title|name|role|group|place|organization|organizers|copyright|as|` +
		`on_behalf_of|delivered_by|speaker|chair): *$|\b([a-z]{2}): *$`)
)

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
		if n.Anchor != "" {
			return
		}
		r.commented(n)
		if n.Style == 0 {
			r.curlyMarks(n)
		}
	})
}

func eachNode(n *yaml.Node, visit func(*yaml.Node)) {
	visit(n)
	for _, child := range n.Content {
		eachNode(child, visit)
	}
}

// from gives a line divided where a node begins.
func (r *reader) from(n *yaml.Node) (before, line string) {
	line = r.lineText(n.Line - 1)
	at := 0
	for range n.Column - 1 {
		_, size := utf8.DecodeRuneInString(line[at:])
		at += size
	}
	return line[:at], line[at:]
}

// inQuotes is a value in quotation marks on one line.
var inQuotes = pattern.Of(`^(?:'(?:[^']|'')*'|"(?:[^"\\]|\\.)*")`)

// commented tells of words after a value that are a comment.
func (r *reader) commented(n *yaml.Node) {
	_, line := r.from(n)
	value := n.Value
	if n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0 {
		value = inQuotes.FindString(line)
	} else if n.Style != 0 {
		return
	}
	rest, is := strings.CutPrefix(line, value)
	args := diag.Args{}
	if end := closedBefore.FindString(rest); end != "" {
		value, rest, args["closed"] = value+end, rest[len(end):], strings.TrimSpace(end)
	}
	words := n.Style == 0 && args["closed"] == "" && strings.Contains(n.Value, " ") && wordsAfterWords.MatchString(rest)
	if !is || value == "" || !words && !wordsAfterSign.MatchString(rest) {
		return
	}
	pos := r.pos(n)
	at := strings.IndexByte(rest, '#')
	pos.Column += utf8.RuneCountInString(value) + at
	args["found"] = strings.TrimSpace(rest)
	r.bag.Add("yaml-comment", pos, args)
}

// curlyMarks tells of the quotation marks round a value that Word made curly.
func (r *reader) curlyMarks(n *yaml.Node) {
	if !curlyRound.MatchString(n.Value) {
		return
	}
	before, _ := r.from(n)
	if key := nameKey.FindStringSubmatch(before); key != nil && (key[1] == "" || r.editions.has(key[1])) {
		r.bag.Add("curly-round", r.pos(n), diag.Args{"found": n.Value})
	}
}
