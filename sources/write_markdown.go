package sources

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"rapporteur/sources/diag"
	"rapporteur/sources/pattern"
)

// Markdown writes a text as the Markdown that reads back as the same blocks, as far as Markdown can say it. What it
// cannot say (labels of items that are no numbers, cells over several columns) is written as words, and lost names it.
func (v *Version) Markdown() (text string, lost []Unsaid) {
	w := &writer{notes: v.Notes, led: v.ledTo()}
	w.blocks(v.Blocks, false)
	for i := range v.Notes {
		w.separate()
		w.prefixed("[^"+w.label(i)+"]: ", "    ", func() { w.blocks(v.Notes[i].Blocks, false) })
	}
	return w.out.String(), w.lost
}

// writer writes Markdown. A line begins with what the containers around it ask for.
type writer struct {
	out    strings.Builder
	notes  []Note
	led    map[string]bool // ids that links within the text lead to
	prefix string          // of every line
	first  string          // of the next line, instead: a list's marker
	fresh  bool            // nothing stands before in the container
	lost   []Unsaid
	at     diag.Pos // of the block that is written
	table  bool     // in a cell, where a bar ends it
}

func (w *writer) line(s string) {
	head := w.prefix
	if w.first != "" {
		head, w.first = w.first, ""
	}
	w.out.WriteString(strings.TrimRight(head+s, " ") + "\n")
	w.fresh = false
}

// separate ends a block: an empty line comes before the next.
func (w *writer) separate() {
	if w.out.Len() > 0 && !w.fresh {
		w.out.WriteString(strings.TrimRight(w.prefix, " ") + "\n")
		w.fresh = true
	}
}

// prefixed writes what a container holds: its first line after a marker, the others indented.
func (w *writer) prefixed(marker, indent string, write func()) {
	prefix, head := w.prefix, w.prefix
	if w.first != "" {
		head = w.first
	}
	w.first, w.prefix, w.fresh = head+marker, prefix+indent, true
	write()
	if w.first != "" { // an empty item still has its marker
		w.line("")
	}
	w.prefix = prefix
}

func (w *writer) blocks(list []Block, tight bool) {
	for i := range list {
		if i > 0 && !tight {
			w.separate()
		}
		w.block(&list[i])
	}
}

func (w *writer) block(b *Block) {
	w.at = b.Pos
	switch b.Kind {
	case Paragraph, Term:
		w.lines(w.inlines(b.Inlines) + w.idMarkOf(b.ID))
	case Heading:
		label := ""
		if b.Label != "" {
			label = escape(b.Label) + " "
			w.loses("heading numbers")
		}
		w.line(hashes(b.Level) + " " + label + strings.ReplaceAll(w.inlines(b.Inlines), "\\\n", " ") + w.idMarkOf(b.ID))
	case List:
		w.list(b)
	case Quote:
		w.prefixed("> ", "> ", func() { w.blocks(b.Blocks, false) })
	case TableBlock:
		w.tableOf(b.Table, b.ID)
	case Figure:
		w.line(w.image(b.Image))
	case Definitions:
		w.definitions(b)
	case CodeBlock:
		text := wordsOf(b.Inlines)
		fence := "```"
		for strings.Contains(text, fence) {
			fence += "`"
		}
		w.line(fence)
		for line := range strings.SplitSeq(text, "\n") {
			w.line(line)
		}
		w.line(fence)
	case Rule:
		w.line("***")
	case Div:
		w.line("::: {lang=" + b.Lang + "}") // a word processor's text says nothing else
		w.blocks(b.Blocks, false)
		w.line(":::")
	default:
		w.blocks(b.Blocks, false)
	}
}

// madeUp are ids that links within a word processor's text got.
var madeUp = pattern.Of(`^w-[0-9a-f]{10}-[0-9a-f]{10}$`)

func (w *writer) idMarkOf(id string) string {
	if id == "" || madeUp.MatchString(id) && !w.led[id] {
		return ""
	}
	return " {#" + id + "}"
}

// lines writes words that may have breaks in them.
func (w *writer) lines(s string) {
	for i, line := range strings.Split(s, "\n") {
		switch {
		case i == 0 && typedByHand.MatchString(line):
			w.line(line)
		case i == 0 || line != "":
			w.line(lineStart(line))
		}
	}
}

// blockStart is what at the beginning of a line would begin a block, or end one.
var blockStart = pattern.Of(`^(?:#{1,6}(?:\s|$)|[-+*](?:\s|$)|>|:|=+\s*$|-+\s*$|~~~|\|)`)

var numberStart = pattern.Of(`^(\d{1,9})([.)])(?:\s|$)`)

// typedByHand is a paragraph with a number before it: that means the same in Markdown, where it is an item of a list.
var typedByHand = pattern.Of(`^\d{1,3}\. +\S`)

// lineStart keeps the beginning of a line from being taken for the beginning of a block.
func lineStart(line string) string {
	if m := numberStart.FindStringSubmatch(line); m != nil {
		return m[1] + `\` + line[len(m[1]):]
	}
	if blockStart.MatchString(line) {
		return `\` + line
	}
	return line
}

func (w *writer) list(b *Block) {
	for i := range b.Blocks {
		if i > 0 && !b.Tight {
			w.separate()
		}
		item := &b.Blocks[i]
		w.at = item.Pos
		if item.Label != "" { // Markdown knows no such labels: they are words
			w.loses("list labels")
			w.labelled(item, i > 0 && b.Tight)
			continue
		}
		marker := string(rune(b.Delimiter)) + " "
		if b.Ordered {
			marker = strconv.Itoa(b.Start+i) + marker
		}
		w.prefixed(marker, strings.Repeat(" ", len(marker)), func() { w.blocks(item.Blocks, b.Tight) })
	}
}

// labelled writes an item as paragraphs, the first with the label before it.
func (w *writer) labelled(item *Block, apart bool) {
	if apart {
		w.separate()
	}
	label := Inline{Kind: Run, Text: item.Label + " "}
	if len(item.Blocks) > 0 && item.Blocks[0].Kind == Paragraph {
		first := item.Blocks[0]
		first.Inlines = append([]Inline{label}, first.Inlines...)
		w.blocks(append([]Block{first}, item.Blocks[1:]...), false)
		return
	}
	w.blocks(append([]Block{{Kind: Paragraph, Inlines: []Inline{label}}}, item.Blocks...), false)
}

func (w *writer) definitions(b *Block) {
	for i := range b.Blocks {
		e := &b.Blocks[i]
		if e.Kind == Term {
			if i > 0 {
				w.separate()
			}
			w.block(e)
			continue
		}
		w.prefixed(": ", "  ", func() { w.blocks(e.Blocks, false) })
	}
}

// tableOf writes a pipe table below its caption, which has its id. Its first row is the head, for Markdown knows no
// table without one.
func (w *writer) tableOf(t *Table, id string) {
	if t.Caption != nil {
		number := ""
		if t.Number != "" {
			number = escape(t.Number) + " "
		}
		w.line(captionMark + " " + number + strings.ReplaceAll(w.inlines(t.Caption), "\\\n", " ") +
			w.idMarkOf(id))
		w.separate()
	}
	w.table = true
	defer func() { w.table = false }()
	rows := t.Rows
	var head []Cell
	if len(t.Head) > 0 {
		head = t.Head[0]
		rows = append(append([][]Cell(nil), t.Head[1:]...), rows...)
		if len(t.Head) > 1 {
			w.loses("table heads")
		}
	}
	w.row(head, len(t.Align))
	rule := "|"
	for _, a := range t.Align {
		rule += [...]string{AlignNone: " --- |", AlignLeft: " :-- |", AlignCenter: " :-: |", AlignRight: " --: |"}[a]
	}
	w.line(rule)
	for _, row := range rows {
		w.row(row, len(t.Align))
	}
}

func (w *writer) row(cells []Cell, columns int) {
	line, n := "|", 0
	for _, c := range cells {
		text := w.inlines(c.Inlines)
		if c.Above {
			text = aboveMark
		}
		text = strings.ReplaceAll(text, "\\\n", "<br>")
		line += " " + text + " |"
		n++
		for ; n > 0 && c.Span > 1; c.Span-- {
			w.loses("merged cells")
			line += " |"
			n++
		}
	}
	for ; n < columns; n++ {
		line += " |"
	}
	w.line(line)
}

func (w *writer) inlines(list []Inline) string {
	var b strings.Builder
	for i := range list {
		b.WriteString(w.inline(&list[i], around(list, i)))
	}
	return b.String()
}

// around gives the characters beside an inline, spaces where none stand there.
func around(list []Inline, i int) (sides [2]rune) {
	sides = [2]rune{' ', ' '}
	if i > 0 {
		for _, r := range wordsOf(list[i-1 : i]) {
			sides[0] = r
		}
	}
	if i+1 < len(list) {
		for _, r := range wordsOf(list[i+1 : i+2]) {
			sides[1] = r
			break
		}
	}
	return sides
}

func (w *writer) inline(in *Inline, sides [2]rune) string {
	inner := func() string { return w.inlines(in.Inlines) }
	switch in.Kind {
	case Run:
		text := escape(in.Text)
		if w.table {
			text = strings.ReplaceAll(text, "|", `\|`)
		}
		return text
	case CodeSpan:
		mark := "`"
		for strings.Contains(in.Text, mark) {
			mark += "`"
		}
		return mark + in.Text + mark
	case Emphasis:
		return w.marked("*", inner(), sides)
	case Strong:
		return w.marked("**", inner(), sides)
	case Superscript:
		return "[" + inner() + "]{.sup}"
	case Subscript:
		return "[" + inner() + "]{.sub}"
	case SmallCaps:
		return "[" + inner() + "]{.smallcaps}"
	case Passage:
		return "[" + inner() + "]{lang=" + in.Lang + "}"
	case Hyperlink:
		if strings.HasPrefix(in.Target, "#") {
			return "[" + inner() + "](" + in.Target + ")"
		}
		return "[" + inner() + "](<" + strings.NewReplacer("<", "%3C", ">", "%3E", `\`, "%5C", "\n", "").
			Replace(in.Target) + ">)"
	case Reference:
		return "[@" + in.Target + "]"
	case NoteMark:
		return "[^" + w.label(in.Note) + "]"
	case LineBreak:
		return "\\\n"
	case ParagraphBreak:
		return "<br><br>"
	case Picture:
		return w.image(in.Image)
	}
	return inner()
}

// marked puts signs of emphasis around words, if they are signs there: where a letter stands outside and punctuation
// inside, they are not (CommonMark 0.31.2, 6.2).
func (w *writer) marked(sign, inner string, sides [2]rune) string {
	first, last := ' ', ' '
	for i, r := range strings.TrimLeft(inner, "*") {
		if i == 0 {
			first = r
		}
	}
	for _, r := range strings.TrimRight(inner, "*") {
		last = r
	}
	letter := func(r rune) bool { return !unicode.IsSpace(r) && !unicode.IsPunct(r) && !unicode.IsSymbol(r) }
	mark := func(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }
	if inner == "" || letter(sides[0]) && mark(first) || letter(sides[1]) && mark(last) || sides[0] == '*' {
		w.loses("emphasis within words")
		return inner
	}
	return sign + inner + sign
}

func (w *writer) label(i int) string {
	if i >= 0 && i < len(w.notes) {
		return w.notes[i].Label
	}
	return strconv.Itoa(i + 1)
}

func (w *writer) image(i *Image) string {
	title := i.Title
	if i.Number != "" {
		title = i.Number + " " + title
	}
	if title != "" {
		title = fmt.Sprintf(" \"%s\"", strings.NewReplacer(`\`, `\\`, `"`, `\"`, "&", `\&`, "<", `\<`).Replace(title))
	}
	file := strings.NewReplacer("%", "%25", "<", "%3C", ">", "%3E").Replace(i.File)
	return "![" + escape(i.Alt) + "](<" + file + ">" + title + ")"
}

// escape keeps characters from being read as marks.
func escape(s string) string {
	var b strings.Builder
	for i, r := range s {
		switch r {
		case '\\', '`', '*', '_', '[', ']', '<', '&', '^', '~':
			b.WriteByte('\\')
		case '{':
			if strings.HasPrefix(s[i:], "{#") {
				b.WriteByte('\\')
			}
		case '!':
			if i+1 == len(s) || s[i+1] == '[' {
				b.WriteByte('\\')
			}
		}
		b.WriteRune(r)
	}
	return b.String()
}
