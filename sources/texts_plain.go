package sources

import (
	"bytes"
	"strings"

	"golang.org/x/text/unicode/norm"

	"rapporteur/sources/diag"
)

// longLine is how many bytes a line has that no program broke: where a plain text has one and no blank line, every
// line is a paragraph, as Word saves it.
const longLine = 160

// plain reads a text without any marks: blank lines divide its paragraphs, and all characters mean themselves.
func plain(v *Version, src *source, bag *diag.Bag, item string) {
	if offset, count := unbroken(string(src.text)); offset >= 0 {
		bag.AddItem("data-in-text", src.pos(offset), item, unbrokenArgs(string(src.text), offset, count))
		return
	}
	lines := bytes.SplitAfter(src.text, []byte("\n"))
	divided, long := false, false
	for i, line := range lines {
		blank := len(bytes.TrimSpace(line)) == 0
		divided = divided || blank && i > 0 && i+1 < len(lines)
		long = long || len(line) > longLine
	}
	var open *Block
	offset := 0
	for _, line := range lines {
		words := bytes.TrimSpace(line)
		start := offset + bytes.Index(line, words)
		offset += len(line)
		if len(words) == 0 {
			open = nil
			continue
		}
		in := Inline{Kind: Run, Pos: src.pos(start), Text: oneSpace(drawn(words))}
		if open == nil || !divided && long {
			v.Blocks = append(v.Blocks, Block{Kind: Paragraph, Pos: in.Pos})
			open = &v.Blocks[len(v.Blocks)-1]
		} else if last := &open.Inlines[len(open.Inlines)-1]; !joined(last.Text, in.Text) {
			last.Text += " "
		}
		open.Inlines = append(open.Inlines, in)
	}
	if len(v.Blocks) == 0 {
		bag.AddItem("empty-text", diag.Pos{File: src.file, Line: 1, Column: 1}, item, nil)
	}
}

// oneSpace makes tabs spaces; other white space stays, so that columns count as in the file.
func oneSpace(words []byte) string {
	return norm.NFC.String(strings.ReplaceAll(string(words), "\t", " "))
}

// joined reports whether a line's end between two characters of a script without word spaces is no space.
func joined(before, after string) bool {
	a, b := []rune(before), []rune(after)
	return isWide(a[len(a)-1]) && isWide(b[0])
}
