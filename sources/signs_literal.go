package sources

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// Signs that Markdown takes for marks where a text says that they mean what they say: they are printed.

// asTyped gives a block that a sign made of a line, "> 5 tonnes", as the paragraph that was typed.
func (md *markdown) asTyped(n ast.Node) Block {
	b := Block{Kind: Div, Pos: md.src.pos(n.Pos())}
	leaves := []ast.Node{n}
	if n.Kind() != ast.KindHeading {
		leaves = nil
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			if c.Kind() == ast.KindListItem {
				for inner := c.FirstChild(); inner != nil; inner = inner.NextSibling() {
					leaves = append(leaves, inner)
				}
				continue
			}
			leaves = append(leaves, c)
		}
	}
	for _, c := range leaves {
		if inner, ok := md.leafTyped(c); ok {
			b.Blocks = append(b.Blocks, inner)
		}
	}
	if len(b.Blocks) == 1 {
		return b.Blocks[0]
	}
	return b
}

// leafTyped gives a paragraph with the signs that its lines begin with.
func (md *markdown) leafTyped(n ast.Node) (Block, bool) {
	switch n.Kind() {
	case ast.KindParagraph, ast.KindTextBlock, ast.KindHeading:
	default:
		return md.block(n)
	}
	b, ok := md.paragraph(n, Block{Pos: md.src.pos(n.Pos())})
	for i := range n.Lines().Len() {
		start := n.Lines().At(i).Start
		line := bytes.LastIndexByte(md.src.text[:start], '\n') + 1
		signs, at := strings.TrimSpace(string(md.src.text[line:start])), md.src.pos(start)
		k := slices.IndexFunc(b.Inlines, func(in Inline) bool { return in.Pos == at })
		if signs != "" && k >= 0 {
			sign := Inline{Kind: Run, Pos: md.src.pos(line), Text: signs + " ", Literal: true}
			b.Inlines = slices.Insert(b.Inlines, k, sign)
		}
	}
	return b, ok
}

// blanked reports whether strokes are the blanks of a day that is still to come, and no marks: "__/__/2011".
func (md *markdown) blanked(n *ast.Emphasis) bool {
	words, ok := n.FirstChild().(*ast.Text)
	return ok && n.ChildCount() == 1 && md.src.text[max(n.Pos(), 0)] == '_' &&
		len(bytes.Trim(words.Segment.Value(md.src.text), "/.- ")) == 0
}

// blankTyped is such a blank as it was typed.
func (md *markdown) blankTyped(n *ast.Emphasis) Inline {
	strokes := strings.Repeat("_", n.Level)
	between := n.FirstChild().(*ast.Text).Segment.Value(md.src.text)
	return Inline{Kind: Run, Pos: md.src.pos(n.Pos()), Text: strokes + string(between) + strokes}
}

// starsTyped gives what stands between stars that are signs between figures, with the stars: "5*3*2".
func (md *markdown) starsTyped(n *ast.Emphasis) []Inline {
	list, _ := md.inlines(n)
	stars := Inline{Kind: Run, Pos: md.src.pos(n.Pos()), Text: strings.Repeat("*", n.Level), Literal: true}
	return append(append([]Inline{stars}, list...), stars)
}
