package sources

import (
	"bytes"
	"errors"
	"html"
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/text/unicode/norm"

	"rapporteur/sources/diag"
	"rapporteur/sources/pattern"
)

// inlines converts what stands in a paragraph, and gives the id at its end. Runs are as long as they may be: to the end
// of their line.
func (md *markdown) inlines(parent ast.Node) (list []Inline, id string) {
	var run pending
	var spans []spanStart
	flush := func() {
		if in, ok := run.take(md.src); ok {
			list = append(list, in)
		}
	}
	for c := parent.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			if t.Segment.Start != run.stop {
				flush()
			}
			run.add(t.Segment.Start, t.Segment.Stop)
			if t.HardLineBreak() {
				flush()
				list = append(list, Inline{Kind: LineBreak, Pos: md.src.pos(t.Segment.Stop)})
			} else if t.SoftLineBreak() {
				run.space = !md.joins(t)
				flush()
			}
			continue
		}
		flush()
		if e, ok := c.(*ast.Emphasis); ok && md.blanked(e) {
			list = append(list, md.blankTyped(e))
			continue
		}
		if e, ok := c.(*ast.Emphasis); ok && md.starred(e) && md.literal {
			list = append(list, md.starsTyped(e)...)
			continue
		}
		if m, ok := c.(*marker); ok && m.kind == kindID {
			id = md.idAtEnd(m, parent, id)
			continue
		}
		if m, ok := c.(*marker); ok && m.kind == kindSpanStart {
			spans = append(spans, spanStart{m.Pos(), len(list)})
			continue
		}
		if m, ok := c.(*marker); ok && m.kind == kindSpanEnd {
			list, spans = md.span(m, list, spans)
			continue
		}
		if in, ok := md.inline(c); ok {
			list = append(list, in)
		}
	}
	flush()
	for i := len(spans) - 1; i >= 0; i-- { // what is not closed here is a bracket
		list = slices.Insert(list, spans[i].index, Inline{Kind: Run, Pos: md.src.pos(spans[i].at), Text: "["})
	}
	if id != "" {
		list = trimEnd(list)
	}
	return list, id
}

// pending is a run in the making: its bytes in the source.
type pending struct {
	start, stop int
	open, space bool
}

func (p *pending) add(start, stop int) {
	if !p.open {
		p.start, p.open = start, true
	}
	p.stop = stop
}

func (p *pending) take(src *source) (Inline, bool) {
	if !p.open {
		return Inline{}, false
	}
	raw := src.text[p.start:p.stop]
	if line := bytes.TrimRight(src.text[:p.start], " \t"); len(line) == 0 || line[len(line)-1] == '\n' {
		raw = drawn(raw)
	}
	text, signs := norm.NFC.String(unescape(raw)), ""
	if bytes.IndexByte(raw, '\\') >= 0 {
		signs = norm.NFC.String(unescape(escapedSign.ReplaceAll(raw, []byte(" "))))
	}
	if p.space {
		text += " "
	}
	head := src.text[p.start:min(p.stop, p.start+escapedHead)]
	in := Inline{Kind: Run, Pos: src.pos(p.start), Text: text, Signs: signs, Literal: bytes.IndexByte(head, '\\') >= 0}
	*p = pending{stop: p.stop}
	return in, text != ""
}

// escapedSign is a sign that a backslash says to be meant as it stands.
var escapedSign = pattern.Of("\\\\[!-/:-@\\[-`{-~]")

// escapedHead is how many bytes at the beginning of a run are looked at for the backslash that makes a label words.
const escapedHead = 8

// unescape resolves backslashes before punctuation and character references (CommonMark 0.31.2, 2.4 and 2.5). A tab is
// a space.
func unescape(raw []byte) string {
	if bytes.IndexByte(raw, '\\') < 0 && bytes.IndexByte(raw, '&') < 0 && bytes.IndexByte(raw, '\t') < 0 {
		return string(raw)
	}
	var b strings.Builder
	for i := 0; i < len(raw); i++ {
		switch c := raw[i]; {
		case c == '\\' && i+1 < len(raw) && raw[i+1] < utf8.RuneSelf && isPunctuation(raw[i+1]):
			i++
			b.WriteByte(raw[i])
		case c == '\t':
			b.WriteByte(' ')
		case c == '&':
			end := bytes.IndexByte(raw[i:min(len(raw), i+40)], ';')
			if end > 0 {
				reference := string(raw[i : i+end+1])
				if text := html.UnescapeString(reference); text != reference && isOne(text) {
					b.WriteString(text)
					i += end
					continue
				}
			}
			b.WriteByte(c)
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

func isPunctuation(c byte) bool {
	return c > ' ' && c < 0x7f && !('0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z')
}

// isOne reports whether a character reference gave one or two characters that may be printed: html.UnescapeString also
// resolves `&ampx;` in part.
func isOne(text string) bool {
	n := 0
	for _, r := range text {
		if n++; unicode.IsControl(r) || unprintable(r) != "" || r == utf8.RuneError {
			return false
		}
	}
	return n <= 2 && !strings.HasSuffix(text, ";") || text == ";"
}

// joins reports whether a line's end between two characters of a script without word spaces is no space.
func (md *markdown) joins(t *ast.Text) bool {
	before, _ := utf8.DecodeLastRune(md.src.text[:t.Segment.Stop])
	rest := bytes.TrimLeft(md.src.text[t.Segment.Stop:], " \t")
	after, _ := utf8.DecodeRune(bytes.TrimLeft(bytes.TrimPrefix(rest, []byte("\n")), " \t>"))
	return isWide(before) && isWide(after)
}

// isWide covers Han, kana and the punctuation set with them.
func isWide(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r >= 0x3000 && r <= 0x303f ||
		r >= 0xff01 && r <= 0xff60
}

func (md *markdown) inline(n ast.Node) (Inline, bool) {
	in := Inline{Pos: md.src.pos(max(n.Pos(), 0))}
	switch n := n.(type) {
	case *ast.Emphasis:
		in.Kind = Emphasis
		if n.Level > 1 {
			in.Kind = Strong
		}
		in.Inlines, _ = md.inlines(n)
		return in, len(in.Inlines) > 0
	case *ast.CodeSpan:
		in.Kind, in.Text = CodeSpan, md.code(n)
		return in, in.Text != ""
	case *ast.Link:
		in.Kind, in.Target = Hyperlink, md.target(n, string(n.Destination))
		in.Inlines, _ = md.inlines(n)
		return in, len(in.Inlines) > 0
	case *ast.AutoLink:
		target := string(n.URL(md.src.text))
		if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(target), "mailto:") {
			target = "mailto:" + target
		}
		at := in.Pos
		if at.Column > 0 {
			at.Column++ // after the `<`
		}
		in.Kind, in.Target = Hyperlink, md.target(n, target)
		in.Inlines = []Inline{{Kind: Run, Pos: at, Text: norm.NFC.String(string(n.Label(md.src.text)))}}
		return in, true
	case *ast.Image:
		in.Kind, in.Image = Picture, md.image(n)
		return in, in.Image != nil
	case *ast.RawHTML:
		return md.rawHTML(n, in)
	case *marker:
		return md.mark(n, in)
	}
	return in, false
}

func (md *markdown) mark(n *marker, in Inline) (Inline, bool) {
	if n.kind == kindRaised || n.kind == kindLowered {
		return raised(n, in), true
	}
	if n.kind == kindReference {
		if !idShape.MatchString(n.name) {
			md.add("bad-id", n.Pos(), diag.Args{"id": n.name, "example": "[@norway]"})
			return in, false
		}
		in.Kind, in.Target = Reference, n.name
		return in, true
	}
	switch {
	case md.inNote:
		md.add("note-in-note", n.Pos(), diag.Args{"label": n.name})
		return in, false
	case md.notes[n.name] == nil:
		md.missing = append(md.missing, n)
		return in, false
	}
	number, seen := md.numbers[n.name]
	if !seen {
		number = len(md.order)
		md.numbers[n.name] = number
		md.order = append(md.order, n.name)
	}
	in.Kind, in.Note = NoteMark, number
	return in, true
}

// idAtEnd gives the id of {#id} where it may stand: once, at the end of a heading or paragraph.
func (md *markdown) idAtEnd(m *marker, parent ast.Node, before string) string {
	_, heading := parent.(*ast.Heading)
	_, paragraph := parent.(*ast.Paragraph)
	_, tight := parent.(*ast.TextBlock)
	switch {
	case before != "" || !m.last || !heading && !paragraph && !tight:
		md.add("id-misplaced", m.Pos(), diag.Args{"id": m.name})
		return before
	case !idShape.MatchString(m.name):
		md.add("bad-id", m.Pos(), diag.Args{"id": m.name})
		return before
	}
	return m.name
}

// trimEnd takes off the space that stood before an id.
func trimEnd(list []Inline) []Inline {
	if n := len(list); n > 0 && list[n-1].Kind == Run {
		list[n-1].Text = strings.TrimRight(list[n-1].Text, " ")
		if list[n-1].Text == "" {
			return list[:n-1]
		}
	}
	return list
}

// code gives a code span's characters; its lines are joined by spaces.
func (md *markdown) code(n ast.Node) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			b.Write(t.Segment.Value(md.src.text))
		}
	}
	return norm.NFC.String(strings.NewReplacer("\n", " ", "\t", " ").Replace(b.String()))
}

func (md *markdown) target(n ast.Node, raw string) string {
	target := unescape([]byte(raw))
	if within, is := md.within(n, target); is {
		return within
	}
	if !soundURL(target, "http", "https", "mailto") {
		md.add("bad-url", max(n.Pos(), 0), diag.Args{"url": target})
		return ""
	}
	return target
}

// image checks a picture: its file, its kind and the words that stand for it.
func (md *markdown) image(n *ast.Image) *Image {
	offset := max(n.Pos(), 0)
	name := unescape(n.Destination)
	if plain, err := url.PathUnescape(name); err == nil {
		name = plain
	}
	image := &Image{File: straightPath(name), Title: clean(unescape(n.Title)), Pos: md.src.pos(offset)}
	var alt []string
	md.plain(n, &alt)
	image.Alt = clean(strings.Join(alt, ""))
	if image.Alt == "" {
		md.add("image-without-alt", offset, diag.Args{"file": name})
	}
	if kind := strings.ToLower(path.Ext(name)); !slices.Contains(imageKinds, kind) {
		md.add("bad-file-kind", offset, diag.Args{"file": name, "allowed": strings.Join(imageKinds, ", ")})
		return nil
	}
	if err := md.folder.Check(name); err != nil {
		beside := path.Join(path.Dir(md.src.file), name)
		if errors.Is(err, ErrMissing) && md.folder.Check(beside) == nil { // it was sought from where the text is
			md.bag.AddItem("misspelt-file", image.Pos, md.item, diag.Args{"file": name, "nearest": beside})
			return nil
		}
		addFile(md.bag, md.folder, image.Pos, md.item, name, err)
		return nil
	}
	return image
}

// plain collects the characters under n, without its marks.
func (md *markdown) plain(n ast.Node, list *[]string) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			*list = append(*list, unescape(t.Segment.Value(md.src.text)))
			if t.SoftLineBreak() || t.HardLineBreak() {
				*list = append(*list, " ")
			}
			continue
		}
		md.plain(c, list)
	}
}

// wordsOf gives the words of inlines, without what they look like.
func wordsOf(list []Inline) string {
	var b strings.Builder
	for _, in := range list {
		b.WriteString(in.Text)
		b.WriteString(wordsOf(in.Inlines))
	}
	return b.String()
}
