package sources

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/text/unicode/norm"

	"rapporteur/sources/diag"
	"rapporteur/sources/pattern"
)

// Signs that people type as they stand and that Markdown reads as marks, and tables that are none: each is told at its
// place, with what to type instead. Nothing is told of a text that is to be taken literally.

// slip tells of one.
func (md *markdown) slip(code string, offset int, found []byte) {
	if !md.literal {
		md.add(code, max(offset, 0), diag.Args{"found": norm.NFC.String(string(found))})
	}
}

// lineFrom gives the source from an offset to the end of its line, shortly.
func (md *markdown) lineFrom(offset int) []byte {
	line, _, _ := bytes.Cut(md.src.text[max(offset, 0):], []byte("\n"))
	if line = bytes.TrimSpace(line); len(line) > maxFound {
		line = append(bytes.ToValidUTF8(line[:maxFound:maxFound], nil), "…"...)
	}
	return line
}

// maxFound is how many bytes of a line a message repeats.
const maxFound = 40

// measureAfter is a sign that means more, less or minus, and the figure after it.
var measureAfter = pattern.Of(`^(?:>|[-+*]) {0,3}[$€£]?\d|^#{1,6} {1,3}\d{1,3}(?:\D|$)`)

// numberBetween is a page number as it stands at the head or foot of a page, numberedHead a heading that has a number.
var (
	numberBetween = pattern.Of(`^[-–—] ?\d{1,4} ?[-–—]$`)
	numberedHead  = pattern.Of(`^#{1,6} +\d+(?:\.\d+)*[.)] `)
)

// measured tells of a line that begins like a quotation, an item or a heading and goes on with a figure: "> 5 tonnes".
// Several items in a row are a list, but one alone with a star may be a note. It reports whether the line is such.
func (md *markdown) measured(n ast.Node) bool {
	list, is := n.(*ast.List)
	starred := is && list.Marker == '*' && list.ChildCount() == 1 // as the star before a note below a table
	if is && (list.IsOrdered() || list.ChildCount() > 1) {
		return false
	}
	at := n.Pos()
	switch line := md.lineFrom(at); {
	case numberBetween.Match(line):
		md.slip("page-number-left", at, line)
	case starred, measureAfter.Match(line) && !numberedHead.Match(line):
		md.slip("sign-is-mark", at, line)
	default:
		return false
	}
	return true
}

// starred tells of stars that stand between figures, and are marks of emphasis to Markdown: "5*3*2". It reports
// whether they do.
func (md *markdown) starred(n *ast.Emphasis) bool {
	src, at := md.src.text, max(n.Pos(), 0)
	for at > 0 && src[at-1] == '*' {
		at--
	}
	rest := bytes.TrimLeft(src[at:], "*")
	digit := func(c byte) bool { return c >= '0' && c <= '9' }
	if at == 0 || len(rest) == 0 || !digit(src[at-1]) || !digit(rest[0]) {
		return false
	}
	md.slip("stars-are-marks", at, md.lineFrom(at-1))
	return true
}

// The lines of tables that are none: cells between bars, one row alone, a grid of signs, columns made with tabs, wide
// gaps or semicolons; and a line whose tab stands after the label or bullet of an item.
var (
	pipeLine  = pattern.Of(`^\s*\|?[^|\n]+\|[^|\n]+`)
	pipeRow   = pattern.Of(`^\s*\|[^|\n]+(?:\|[^|\n]+)+\|\s*$`)
	gridLine  = pattern.Of(`^\s*\+[-=:+]*[-=]\+\s*$`)
	gridRules = pattern.Of(`^\s*-{3,}(?: +-{2,})+\s*$`)
	tabLine   = pattern.Of(`^\s*\S[^\t\n]*\t+\S`)
	gapLine   = pattern.Of(`^\s*\S.* {3,}\S`)
	commaLine = pattern.Of(`^[^,\n]{1,40}(?:,[^,\s][^,\n]{0,40}){2,}\s*$`)
	fieldLine = pattern.Of(`^[^;\n]{1,40}(?:;[^;\s][^;\n]{0,40})+\s*$`)
	itemLine  = pattern.Of(
		`^\s*(?:[•·●▪■◦○‣⁃❖➢➤➔►▶▸→⇒✓✔☐☑◆◇♦⦁∙–—-]|[(（]?[\pL\pN]{1,5}(?: ?(?:bis|ter|бис|之[二三四五]|مكررا?))?` +
			`(?:[).）、]|\.?[ ]?[-–]))\s+[^\t\n]*$`)
)

// tableLike tells of a paragraph that was meant as a table.
func (md *markdown) tableLike(n ast.Node) {
	lines := n.Lines()
	all := lines.Len()
	if all > 2 && commaLine.Match(md.lineFrom(lines.At(0).Start)) && md.everyLine(n, commaLine) {
		md.slip("table-tabs", lines.At(0).Start, md.lineFrom(lines.At(0).Start))
		return
	}
	if all == 0 || !bytes.ContainsAny(md.src.text[lines.At(0).Start:lines.At(all-1).Stop], "|+\t;") &&
		!bytes.Contains(md.src.text[lines.At(0).Start:lines.At(all-1).Stop], []byte("   ")) {
		return
	}
	// how many lines have a shape, and where the first does; none has it without its mark, which is soon looked for
	count := func(mark string, shape *pattern.Pattern) (found, first int) {
		for i := range all {
			at := lines.At(i)
			line := bytes.ReplaceAll(at.Value(md.src.text), []byte(`\|`), nil)
			if bytes.Contains(line, []byte(mark)) && shape.Match(line) && !itemLine.Match(drawn(line)) {
				if found++; found == 1 {
					first = at.Start
				}
			}
		}
		return found, first
	}
	if rule := n.PreviousSibling(); rule != nil && rule.Kind() == ast.KindThematicBreak &&
		gridRules.Match(md.lineFrom(rule.Pos())) {
		return // told with its rules
	}
	if n, at := count("+", gridLine); n > 1 {
		md.slip("table-grid", at, md.lineFrom(at))
		return
	}
	if n, at := count("|", pipeLine); n > 1 && n == all-1 && at > lines.At(0).Start { // a caption stands above its rows
		md.slip("table-no-rule", at, md.lineFrom(at))
		return
	} else if n == all && (n > 1 || pipeRow.Match(md.src.text[at:lines.At(0).Stop])) {
		md.slip("table-no-rule", at, md.lineFrom(at))
		return
	}
	for _, columns := range []struct {
		mark  string
		shape *pattern.Pattern
	}{{"\t", tabLine}, {"   ", gapLine}, {";", fieldLine}} {
		if n, at := count(columns.mark, columns.shape); n > 1 && (n == all || columns.shape == tabLine) {
			md.slip("table-tabs", at, bytes.ReplaceAll(md.lineFrom(at), []byte("\t"), []byte(" → ")))
			return
		}
	}
}

// everyLine reports whether each line of a paragraph has a shape.
func (md *markdown) everyLine(n ast.Node, shape *pattern.Pattern) bool {
	lines := n.Lines()
	for i := range lines.Len() {
		at := lines.At(i)
		if !shape.Match(at.Value(md.src.text)) {
			return false
		}
	}
	return true
}

// ruled tells of a line across the page that was meant as the rules below the heads of columns: "-----  ---".
// It is told at the heads, where these stand right above, and once for all the rules of a table.
func (md *markdown) ruled(n ast.Node) {
	line, at := md.lineFrom(n.Pos()), n.Pos()
	if !gridRules.Match(line) {
		return
	}
	if rows := n.PreviousSibling(); rows != nil && rows.Kind() == ast.KindParagraph {
		rule := rows.PreviousSibling()
		if rule != nil && rule.Kind() == ast.KindThematicBreak && gridRules.Match(md.lineFrom(rule.Pos())) {
			return // the one below its rows
		}
		last := rows.Lines().At(rows.Lines().Len() - 1)
		if bytes.IndexByte(md.src.text[last.Start:at], '\n') == bytes.LastIndexByte(md.src.text[last.Start:at], '\n') {
			line, at = md.lineFrom(last.Start), last.Start
		}
	}
	md.slip("table-dashes", at, line)
}

// numberTyped is the number that an item of an ordered list has in the source; -1 where it cannot be read.
func (md *markdown) numberTyped(item ast.Node) int {
	rest := md.src.text[max(item.Pos(), 0):]
	end := 0
	for end < len(rest) && end < 9 && rest[end] >= '0' && rest[end] <= '9' {
		end++
	}
	n, err := strconv.Atoi(string(rest[:end]))
	if err != nil {
		return -1
	}
	return n
}

// keepNumbers gives the items of an ordered list the numbers that were typed where they do not count on from the first
// one: Markdown would renumber them in silence. Equal numbers ask for counting.
func (md *markdown) keepNumbers(list *ast.List, b *Block) {
	var typed []int
	counts, equal := true, true
	for c := list.FirstChild(); c != nil; c = c.NextSibling() {
		typed = append(typed, md.numberTyped(c))
		n := typed[len(typed)-1]
		counts = counts && n == typed[0]+len(typed)-1
		equal = equal && n == typed[0]
		if n < 0 {
			return
		}
	}
	b.Counted = equal && len(typed) > 1
	if counts || equal || len(typed) != len(b.Blocks) {
		return
	}
	for i := range b.Blocks {
		b.Blocks[i].Label = strconv.Itoa(typed[i]) + string(rune(list.Marker))
	}
}
