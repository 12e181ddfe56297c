package sources

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"golang.org/x/text/unicode/norm"

	"rapporteur/sources/pattern"
)

// Figures and letters above and below the line, as in Pandoc's Markdown: `5^th^`, `CO~2~`. No white space stands
// between the signs, so that a single one, or two in a sentence, are what they are.

var (
	kindRaised  = ast.NewNodeKind("Raised")
	kindLowered = ast.NewNodeKind("Lowered")
	raisedShape = pattern.Of(`^(?:\^([^\s^\[\]*~]{1,32})\^|~([^\s~^\[\]*]{1,32})~)`)
)

// raisedParser reads both.
type raisedParser struct{}

func (raisedParser) Trigger() []byte { return []byte{'^', '~'} }

func (raisedParser) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	m := raisedShape.FindSubmatch(line)
	if m == nil || len(m[0]) < len(line) && line[len(m[0])] == line[0] || block.PrecendingCharacter() == rune(line[0]) {
		return nil
	}
	n := &marker{kind: kindRaised, name: string(m[1])}
	if line[0] == '~' {
		n = &marker{kind: kindLowered, name: string(m[2])}
	}
	n.SetPos(segment.Start)
	block.Advance(len(m[0]))
	return n
}

// raised is what such signs stand around.
func raised(n *marker, in Inline) Inline {
	in.Kind = Superscript
	if n.kind == kindLowered {
		in.Kind = Subscript
	}
	at := in.Pos
	at.Column++
	in.Inlines = []Inline{{Kind: Run, Pos: at, Text: norm.NFC.String(unescape([]byte(n.name)))}}
	return in
}
