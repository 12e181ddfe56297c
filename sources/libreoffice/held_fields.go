package libreoffice

import (
	"bytes"
	"html"
	"regexp"
	"slices"
	"strings"
)

// heldFields are fields of Word whose results stand as they were saved (ECMA-376-1, 17.16.5): those that would show
// the day of the conversion or a temporary name, and those that would show another file of the machine.
const heldFields = "DATE|TIME|FILENAME|USERNAME|USERINITIALS|USERADDRESS|INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|" +
	"DDEAUTO|DDE|LINK|DATABASE|RD"

var (
	heldField = regexp.MustCompile(`(?i)^[\s"]*(?:` + heldFields + `)\b`)
	// wordMark is a mark of a field, a part of its instruction, or a simple field.
	wordMark = regexp.MustCompile(`<(?:[^\s<>:/]+:)?(?:fldChar\s[^<>]*fldCharType\s*=\s*["'](begin|separate|end)["']` +
		`|instrText(?:\s[^<>]*)?>([^<]*)|fldSimple\s[^<>]*instr\s*=\s*(?:"([^"<]*)"|'([^'<]*)'))`)
	// docOuter begins a field of a Word Document of before 2007 that would show another file.
	docOuter = regexp.MustCompile(`\x13\x00?(?: \x00?)*(?:I\x00?N\x00?C\x00?L\x00?U\x00?D\x00?E|` +
		`D\x00?D\x00?E|L\x00?I\x00?N\x00?K \x00?)`)
)

// wordFields finds where fields begin that are to be held.
type wordFields struct {
	open  []*wordText // fields whose instruction is not over, one in the other
	found []int
}

// wordText is the instruction of a field as far as it was read, and where its first letter stands.
type wordText struct {
	start int
	text  strings.Builder
}

// add takes a part of an instruction that stands at an offset.
func (t *wordText) add(at int, words []byte) {
	if t.text.Len() == 0 {
		t.start = at + len(words) - len(bytes.TrimLeft(words, " \t\r\n"))
	}
	text := html.UnescapeString(string(words))
	if t.text.Len() == 0 {
		text = strings.TrimLeft(text, " \t\r\n")
	}
	t.text.WriteString(text)
}

// judge notes a field whose instruction is read.
func (w *wordFields) judge(t *wordText) {
	if heldField.MatchString(t.text.String()) {
		w.found = append(w.found, t.start)
	}
	t.text.Reset()
}

// mark takes a match of wordMark.
func (w *wordFields) mark(data []byte, m []int) {
	last := len(w.open) - 1
	switch {
	case m[2] >= 0 && string(data[m[2]:m[3]]) == "begin":
		w.open = append(w.open, &wordText{})
	case m[2] >= 0 && last >= 0:
		w.judge(w.open[last])
		if string(data[m[2]:m[3]]) == "end" {
			w.open = w.open[:last]
		}
	case m[4] >= 0 && last >= 0:
		w.open[last].add(m[4], data[m[4]:m[5]])
	default:
		for i := 4; i < len(m); i += 2 {
			if m[i] >= 0 {
				t := &wordText{}
				t.add(m[i], data[m[i]:m[i+1]])
				w.judge(t)
			}
		}
	}
}

// holdWord makes fields unknown ones, of which a program shows what was saved. An instruction may be divided among
// runs, and its letters may be written as references.
func holdWord(data []byte) []byte {
	w := &wordFields{}
	for _, m := range wordMark.FindAllSubmatchIndex(data, -1) {
		w.mark(data, m)
	}
	for _, t := range w.open {
		w.judge(t)
	}
	if len(w.found) == 0 {
		return data
	}
	slices.Sort(w.found)
	var out []byte
	from := 0
	for _, at := range w.found {
		out = append(append(out, data[from:at]...), "KEPT "...)
		from = at
	}
	return append(out, data[from:]...)
}

// holdDOC makes fields of a Word Document of before 2007 unknown ones: its first letter is another, and no byte moves.
func holdDOC(data []byte) []byte {
	return docOuter.ReplaceAllFunc(data, func(field []byte) []byte {
		i := bytes.IndexAny(field, "IDL")
		field = bytes.Clone(field)
		field[i] = 'X'
		return field
	})
}
