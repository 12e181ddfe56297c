package sources

import (
	"bytes"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"rapporteur/sources/pattern"
)

// This file adds to CommonMark what the report's texts have beside it. Goldmark's own footnotes drop a mark without
// text and a text without mark in silence; here both are nodes that are seen and reported.

// markdownParser may be used by several goroutines at once.
var markdownParser = sync.OnceValue(func() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(append(parser.DefaultBlockParsers(),
			util.Prioritized(divParser{}, 90),
			util.Prioritized(extension.NewDefinitionListParser(), 101),
			util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
			util.Prioritized(noteParser{}, 999))...),
		parser.WithInlineParsers(append(parser.DefaultInlineParsers(),
			util.Prioritized(markParser{}, 90),
			util.Prioritized(referenceParser{}, 91),
			util.Prioritized(idParser{}, 92),
			util.Prioritized(spanParser{}, 93),
			util.Prioritized(raisedParser{}, 94))...),
		parser.WithParagraphTransformers(append(parser.DefaultParagraphTransformers(),
			util.Prioritized(extension.NewTableParagraphTransformer(), 200))...),
		parser.WithASTTransformers(util.Prioritized(extension.NewTableASTTransformer(), 0)),
	)
})

var (
	kindDiv       = ast.NewNodeKind("Div")
	kindNote      = ast.NewNodeKind("Note")
	kindMark      = ast.NewNodeKind("NoteMark")
	kindReference = ast.NewNodeKind("Reference")
	kindID        = ast.NewNodeKind("ID")
)

// divNode is a fenced div, or a fence that closes none (stray).
type divNode struct {
	ast.BaseBlock
	attributes    string
	stray, closed bool
}

func (n *divNode) Kind() ast.NodeKind            { return kindDiv }
func (n *divNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// noteNode is a footnote's text.
type noteNode struct {
	ast.BaseBlock
	label string
}

func (n *noteNode) Kind() ast.NodeKind            { return kindNote }
func (n *noteNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// marker is an inline with a name: a footnote's mark, a reference, an id.
type marker struct {
	ast.BaseInline
	kind ast.NodeKind
	name string
	last bool // of an id: it ends its block
}

func (n *marker) Kind() ast.NodeKind            { return n.kind }
func (n *marker) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// divParser reads `::: {lang=fr}` to `:::`.
type divParser struct{}

var openDivs = parser.NewContextKey() // []*divNode, the innermost last

func (divParser) Trigger() []byte             { return []byte{':'} }
func (divParser) CanInterruptParagraph() bool { return true }
func (divParser) CanAcceptIndentedLine() bool { return false }

// fence gives what comes after three colons or more.
func fence(line []byte) (rest string, ok bool) {
	s := strings.TrimSpace(string(line))
	if !strings.HasPrefix(s, ":::") {
		return "", false
	}
	return strings.TrimSpace(strings.TrimLeft(s, ":")), true
}

func (divParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := reader.PeekLine()
	rest, ok := fence(line)
	open, _ := pc.Get(openDivs).([]*divNode)
	if !ok || len(open) > maxDepth { // the conversion reports the depth
		return nil, parser.NoChildren
	}
	reader.AdvanceToEOL()
	if rest == "" {
		return &divNode{stray: true}, parser.NoChildren
	}
	n := &divNode{attributes: rest}
	pc.Set(openDivs, append(open, n))
	return n, parser.HasChildren
}

func (divParser) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	n := node.(*divNode)
	if n.stray {
		return parser.Close
	}
	line, _ := reader.PeekLine()
	open, _ := pc.Get(openDivs).([]*divNode)
	if rest, ok := fence(line); ok && rest == "" && len(open) > 0 && open[len(open)-1] == n {
		n.closed = true
		reader.AdvanceToEOL()
		return parser.Close
	}
	return parser.Continue | parser.HasChildren
}

func (divParser) Close(node ast.Node, _ text.Reader, pc parser.Context) {
	open, _ := pc.Get(openDivs).([]*divNode)
	for i, n := range open {
		if n == node {
			pc.Set(openDivs, open[:i])
			return
		}
	}
}

// noteParser reads `[^label]: text` with what is indented after it.
type noteParser struct{}

var noteHead = pattern.Of(`^\[\^([^\[\]\s]{1,64})\]:`)

func (noteParser) Trigger() []byte             { return []byte{'['} }
func (noteParser) CanInterruptParagraph() bool { return true }
func (noteParser) CanAcceptIndentedLine() bool { return false }

func (noteParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	offset := pc.BlockOffset()
	if offset < 0 || offset >= len(line) {
		return nil, parser.NoChildren
	}
	m := noteHead.FindSubmatch(line[offset:])
	if m == nil {
		return nil, parser.NoChildren
	}
	n := &noteNode{label: string(m[1])}
	end := offset + len(m[0]) - segment.Padding
	if end >= len(line) {
		reader.Advance(end)
		return n, parser.NoChildren
	}
	reader.AdvanceAndSetPadding(end, segment.Padding)
	return n, parser.HasChildren
}

func (noteParser) Continue(_ ast.Node, reader text.Reader, _ parser.Context) parser.State {
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	pos, padding := util.IndentPosition(line, reader.LineOffset(), 4)
	if pos < 0 {
		return parser.Close
	}
	reader.AdvanceAndSetPadding(pos, padding)
	return parser.Continue | parser.HasChildren
}

func (noteParser) Close(ast.Node, text.Reader, parser.Context) {}

// markParser reads `[^label]`; after `!` too, which then does not open an image.
type markParser struct{}

var markShape = pattern.Of(`^\[\^([^\[\]\s]{1,64})\]`)

func (markParser) Trigger() []byte { return []byte{'!', '['} }

func (markParser) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	bang := 0
	if line[0] == '!' {
		bang = 1
	}
	m := markShape.FindSubmatch(line[bang:])
	if m == nil {
		return nil
	}
	if bang == 1 {
		ast.MergeOrAppendTextSegment(parent, text.NewSegment(segment.Start, segment.Start+1))
	}
	n := &marker{kind: kindMark, name: string(m[1])}
	n.SetPos(segment.Start + bang)
	block.Advance(bang + len(m[0]))
	return n
}

// referenceParser reads `[@id]`; whether it is one, the conversion says.
type referenceParser struct{}

var referenceShape = pattern.Of(`^\[@([^\[\]\n]*)\]`)

func (referenceParser) Trigger() []byte { return []byte{'['} }

func (referenceParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	if n := parseMarker(block, referenceShape, kindReference); n != nil {
		return n
	}
	return nil // an interface without a value
}

func parseMarker(block text.Reader, shape *pattern.Pattern, kind ast.NodeKind) *marker {
	line, segment := block.PeekLine()
	m := shape.FindSubmatch(line)
	if m == nil {
		return nil
	}
	n := &marker{kind: kind, name: string(m[1])}
	n.SetPos(segment.Start)
	block.Advance(len(m[0]))
	return n
}

// idParser reads `{#id}`.
type idParser struct{}

var idMark = pattern.Of(`^\{#([^{}\n]*)\}`)

func (idParser) Trigger() []byte { return []byte{'{'} }

func (idParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	n := parseMarker(block, idMark, kindID)
	if n == nil {
		return nil
	}
	line, at := block.Position()
	rest, _ := block.PeekLine()
	if len(bytes.TrimSpace(rest)) == 0 {
		block.AdvanceLine()
		next, _ := block.PeekLine()
		n.last = next == nil
		if !n.last {
			block.SetPosition(line, at)
		}
	}
	return n
}
