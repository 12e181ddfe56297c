package sources

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"rapporteur/sources/diag"
)

// scalarSource gives the Markdown of a YAML scalar with the place of each character in the manifest. yaml.v3 says only
// where a scalar starts, so the manifest's text is read once more beside the value, by the rules for its style (YAML
// 1.2.2, chapters 7.3 and 8.1). Where the two do not agree to the last character, every place is the scalar's.
func (r *reader) scalarSource(n *yaml.Node) *source {
	s := &source{file: r.file, text: []byte(n.Value)}
	w := &walker{data: r.data, value: n.Value, line: n.Line - 1, starts: r.lines}
	if w.run(n) {
		s.stretches = w.stretches
	} else {
		s.stretches = []stretch{{line: n.Line, column: n.Column, still: true}}
	}
	return s
}

// printable reports whether all scalars can be printed as they are read: what the manifest's own bytes may not hold,
// the escapes of double quotes may not make either.
func (r *reader) printable(n *yaml.Node) bool {
	sound := true
	if n.Kind == yaml.ScalarNode && n.Style&yaml.DoubleQuotedStyle != 0 {
		var src *source
		for i, c := range n.Value {
			if code := unprintable(c); code != "" {
				if src == nil {
					src = r.scalarSource(n)
				}
				r.bag.Add(code, src.pos(i), diag.Args{"character": fmt.Sprintf("U+%04X", c)})
				sound = false
			}
		}
	}
	for _, child := range n.Content {
		sound = r.printable(child) && sound
	}
	return sound
}

// walker goes through a scalar as written (data from at) and as read (value from out) in step.
type walker struct {
	data      []byte
	starts    []int
	line      int // of at, from 0
	at        int
	value     string
	out       int
	stretches []stretch
}

func (w *walker) run(n *yaml.Node) bool {
	if w.line < 0 || w.line >= len(w.starts) {
		return false
	}
	w.at = w.starts[w.line]
	for range n.Column - 1 {
		_, size := utf8.DecodeRune(w.data[w.at:])
		w.at += size
	}
	if n.Anchor != "" {
		if !w.skip("&" + n.Anchor) {
			return false
		}
		for w.peek() == ' ' {
			w.at++
		}
	}
	switch {
	case n.Style&yaml.LiteralStyle != 0, n.Style&yaml.FoldedStyle != 0:
		return w.block(n.Style&yaml.FoldedStyle != 0)
	case n.Style&yaml.DoubleQuotedStyle != 0:
		return w.skip(`"`) && w.flow('"')
	case n.Style&yaml.SingleQuotedStyle != 0:
		return w.skip(`'`) && w.flow('\'')
	}
	return w.flow(0)
}

func (w *walker) skip(s string) bool {
	if !bytes.HasPrefix(w.data[w.at:], []byte(s)) {
		return false
	}
	w.at += len(s)
	return true
}

// peek gives the byte at hand; 0 at the end.
func (w *walker) peek() byte {
	if w.at >= len(w.data) {
		return 0
	}
	return w.data[w.at]
}

// mark starts a stretch here.
func (w *walker) mark() {
	column := utf8.RuneCount(w.data[w.starts[w.line]:w.at]) + 1
	w.stretches = append(w.stretches, stretch{offset: w.out, line: w.line + 1, column: column})
}

// flow walks a plain or quoted scalar to the end of its value.
func (w *walker) flow(quote byte) bool {
	w.mark()
	for w.out < len(w.value) {
		switch c := w.peek(); {
		case c == 0:
			return false
		case c == ' ' || c == '\t' || c == '\n':
			if !w.fold() {
				return false
			}
		case quote == '"' && c == '\\':
			if !w.escape() {
				return false
			}
		case quote == '\'' && c == '\'':
			if !w.skip("''") || w.value[w.out] != '\'' {
				return false
			}
			w.out++
			w.mark()
		default:
			if w.value[w.out] != c {
				return false
			}
			w.at, w.out = w.at+1, w.out+1
		}
	}
	return true
}

// fold walks white space: as it is within a line; as a space or as line feeds where lines are folded.
func (w *walker) fold() bool {
	end, breaks := w.at, 0
	for end < len(w.data) && (w.data[end] == ' ' || w.data[end] == '\t' || w.data[end] == '\n') {
		if w.data[end] == '\n' {
			breaks++
		}
		end++
	}
	if breaks == 0 {
		written := string(w.data[w.at:end])
		if !strings.HasPrefix(w.value[w.out:], written) {
			return false
		}
		w.at, w.out = end, w.out+len(written)
		return true
	}
	read := " "
	if breaks > 1 {
		read = strings.Repeat("\n", breaks-1)
	}
	if !strings.HasPrefix(w.value[w.out:], read) {
		return false
	}
	w.at, w.line, w.out = end, w.line+breaks, w.out+len(read)
	w.mark()
	return true
}

// escape walks a backslash and what belongs to it in a double quoted scalar.
func (w *walker) escape() bool {
	w.at++
	c := w.peek()
	w.at++
	switch c {
	case '\n': // the line goes on in the next one
		w.line++
		for w.peek() == ' ' || w.peek() == '\t' {
			w.at++
		}
		w.mark()
		return true
	case 'x':
		w.at += 2
	case 'u':
		w.at += 4
	case 'U':
		w.at += 8
	}
	if w.at > len(w.data) {
		return false
	}
	_, size := utf8.DecodeRuneInString(w.value[w.out:])
	w.out += size
	w.mark()
	return true
}

// block walks a literal or folded scalar, line by line after its header.
func (w *walker) block(folded bool) bool {
	header, _, _ := bytes.Cut(w.data[w.at:], []byte("\n"))
	if bytes.ContainsAny(bytes.SplitN(header, []byte("#"), 2)[0], "123456789") {
		return false // indentation as a number, relative to a parent that is not known here; rare
	}
	indent := -1
	for w.out < len(w.value) {
		w.line++
		if w.line >= len(w.starts) {
			return false
		}
		w.at = w.starts[w.line]
		text, _, _ := strings.Cut(string(w.data[w.at:w.lineEnd()]), "\n")
		if strings.Trim(text, " ") == "" && (indent < 0 || len(text) <= indent) {
			if !folded && !w.feed() {
				return false
			}
			continue // a folded scalar's line feeds are taken with the line before them
		}
		if indent < 0 {
			indent = len(text) - len(strings.TrimLeft(text, " "))
			for folded && w.value[w.out] == '\n' {
				w.out++
			}
		}
		if len(text) < indent || !strings.HasPrefix(w.value[w.out:], text[indent:]) {
			return false
		}
		w.at += indent
		w.mark()
		w.out += len(text) - indent
		if w.out < len(w.value) && !w.lineBreak(folded) {
			return false
		}
	}
	return true
}

func (w *walker) lineEnd() int {
	if w.line+1 < len(w.starts) {
		return w.starts[w.line+1]
	}
	return len(w.data)
}

// feed walks an empty line.
func (w *walker) feed() bool {
	if w.value[w.out] != '\n' {
		return false
	}
	w.mark()
	w.out++
	return true
}

// lineBreak walks what a line's end became: a line feed; where lines are folded a space, or all line feeds of the empty
// lines after it.
func (w *walker) lineBreak(folded bool) bool {
	switch c := w.value[w.out]; {
	case c == '\n':
		w.out++
		for folded && w.out < len(w.value) && w.value[w.out] == '\n' {
			w.out++
		}
	case folded && c == ' ':
		w.out++
	default:
		return false
	}
	return true
}
