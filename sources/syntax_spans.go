package sources

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"rapporteur/sources/pattern"
)

// Bracketed spans, as in Pandoc's Markdown: `[words]{lang=fr}`, `[2]{.sup}`, `[2]{.sub}`, `[Name]{.smallcaps}`. A span
// begins and ends on one line. Brackets are two nodes, and the conversion puts what stands between them into one
// inline: so marks within a span mean what they mean elsewhere.

var (
	kindSpanStart = ast.NewNodeKind("SpanStart")
	kindSpanEnd   = ast.NewNodeKind("SpanEnd")
	spanEnds      = parser.NewContextKey() // map[int]string: attributes by the place of the bracket that ends a span
	spanShape     = pattern.Of(`^\]\{\s*(\.sup|\.sub|\.smallcaps|lang="?[A-Za-z0-9-]+"?)\s*\}`)
)

// spanParser reads both brackets.
type spanParser struct{}

func (spanParser) Trigger() []byte { return []byte{'[', ']'} }

func (spanParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	ends, _ := pc.Get(spanEnds).(map[int]string)
	if line[0] == ']' {
		attributes, is := ends[segment.Start]
		if !is {
			return nil
		}
		n := &marker{kind: kindSpanEnd, name: attributes}
		n.SetPos(segment.Start)
		block.Advance(len(spanShape.Find(line)))
		return n
	}
	at := spanEnd(line)
	if at < 0 {
		return nil
	}
	if ends == nil {
		ends = map[int]string{}
		pc.Set(spanEnds, ends)
	}
	ends[segment.Start+at] = string(spanShape.FindSubmatch(line[at:])[1])
	n := &marker{kind: kindSpanStart}
	n.SetPos(segment.Start)
	block.Advance(1)
	return n
}

// spanEnd gives the place of the bracket that ends the span which begins a line; -1 where none does.
func spanEnd(line []byte) int {
	depth := 0
	line = line[:min(len(line), maxSpan)]
	for i := 0; i < len(line) && depth <= maxDepth; i++ {
		switch line[i] {
		case '\\':
			i++
		case '`': // code: brackets in it are none
			n := 1
			for i+n < len(line) && line[i+n] == '`' {
				n++
			}
			end := bytes.Index(line[i+n:], line[i:i+n])
			if end < 0 {
				return -1
			}
			i += 2*n + end - 1
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				if spanShape.Match(line[i:]) {
					return i
				}
				return -1
			}
		}
	}
	return -1
}

// span puts what stands after the last open bracket in the list into the inline that the attributes name.
func (md *markdown) span(n *marker, list []Inline, starts []spanStart) ([]Inline, []spanStart) {
	if len(starts) == 0 { // emphasis ends between the brackets: they mean nothing then
		return append(list, Inline{Kind: Run, Pos: md.src.pos(n.Pos()), Text: "]{" + n.name + "}"}), nil
	}
	from := starts[len(starts)-1]
	in := Inline{Pos: md.src.pos(from.at), Inlines: append([]Inline(nil), list[from.index:]...)}
	list, starts = list[:from.index], starts[:len(starts)-1]
	switch n.name {
	case ".sup":
		in.Kind = Superscript
	case ".sub":
		in.Kind = Subscript
	case ".smallcaps":
		in.Kind = SmallCaps
	default:
		in.Kind, in.Lang = Passage, strings.Trim(strings.TrimPrefix(n.name, "lang="), `"`)
		md.language(in.Lang, n.Pos())
	}
	if len(in.Inlines) == 0 {
		return list, starts
	}
	return append(list, in), starts
}

// spanStart is an open bracket: its place in the text, and the inlines before it.
type spanStart struct{ at, index int }
