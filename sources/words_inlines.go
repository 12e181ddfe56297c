package sources

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"rapporteur/sources/diag"
	"rapporteur/sources/office"
	"rapporteur/sources/pattern"
)

// inlines converts the runs of a paragraph: looks that several runs share stand around them, white space stands
// outside, and at the ends of the paragraph there is none.
func (w *words) inlines(runs []office.Run, at office.Place) []Inline {
	return w.nest(nil, trimRuns(tidyRuns(runs)), 0, at)
}

// tidyRuns makes of every character one that can be printed, and of each stretch of white space one space.
func tidyRuns(runs []office.Run) []office.Run {
	out := make([]office.Run, 0, len(runs))
	space := true
	for _, r := range runs {
		if r.Kind != office.Text {
			if r.Kind == office.Break && (len(out) == 0 || out[len(out)-1].Kind == office.Break) {
				continue
			}
			space = r.Kind == office.Break
			out = append(out, r)
			continue
		}
		for i, part := range strings.FieldsFunc(splitLines(r.Text), func(c rune) bool { return c == '\n' }) {
			if i > 0 {
				out = append(out, office.Run{Kind: office.Break})
				space = true
			}
			var b strings.Builder
			for _, c := range clearText(part) {
				if c == ' ' {
					if !space {
						b.WriteByte(' ')
					}
					space = true
					continue
				}
				space = false
				b.WriteRune(c)
			}
			if s := b.String(); s != "" {
				r.Text = s
				out = append(out, r)
			}
		}
	}
	return out
}

// splitLines makes line feeds of the characters that divide lines and paragraphs.
func splitLines(s string) string { return lineSigns.Replace(s) }

var lineSigns = strings.NewReplacer("\n", " ", "\u2028", "\n", "\u2029", "\n")

// clearText gives text in NFC without what no text may hold; tabs and other white space that is no part of the text
// are spaces.
func clearText(s string) string {
	return norm.NFC.String(strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\r' || r == 0x85 || r == '\f' || r == '\v':
			return ' '
		case r == '\n':
			return r
		case unprintable(r) != "" || r == 0xfeff:
			return -1
		}
		return r
	}, s))
}

// trimRuns takes white space and breaks off the ends.
func trimRuns(runs []office.Run) []office.Run {
	for len(runs) > 0 {
		last := &runs[len(runs)-1]
		if last.Kind == office.Text {
			if last.Text = strings.TrimRight(last.Text, " "); last.Text != "" {
				break
			}
		} else if last.Kind != office.Break {
			break
		}
		runs = runs[:len(runs)-1]
	}
	for i := 0; i+1 < len(runs); i++ { // nor is there any before a break
		if runs[i].Kind == office.Text && runs[i+1].Kind == office.Break {
			runs[i].Text = strings.TrimRight(runs[i].Text, " ")
		}
	}
	return slices.DeleteFunc(runs, func(r office.Run) bool { return r.Kind == office.Text && r.Text == "" })
}

// dresses are what stands around runs, from the outermost.
var dresses = []struct {
	kind InlineKind
	look office.Look
}{{Hyperlink, 0}, {Passage, 0}, {Strong, office.Bold}, {Emphasis, office.Italic}, {SmallCaps, office.SmallCaps},
	{Superscript, office.Superscript}, {Subscript, office.Subscript}}

// dress gives what a run has of the dress at a depth: a link's target, a language, or anything but "".
func (w *words) dress(r *office.Run, depth int) string {
	switch d := dresses[depth]; d.kind {
	case Hyperlink:
		return r.Link
	case Passage:
		if r.Kind == office.Text {
			return w.foreign(r.Lang)
		}
		return ""
	default:
		if r.Look&d.look != 0 && r.Kind != office.Mark {
			return "x"
		}
	}
	return ""
}

// nest puts what runs give behind out, within the dresses from a depth on. Nothing is copied from depth to depth: a
// paragraph may have a hundred thousand runs.
func (w *words) nest(out []Inline, runs []office.Run, depth int, at office.Place) []Inline {
	if depth == len(dresses) {
		return w.bare(out, runs, at)
	}
	for i := 0; i < len(runs); {
		worn, end := w.dress(&runs[i], depth), i+1
		for end < len(runs) && w.same(runs, end, worn, depth) {
			end++
		}
		stretch := runs[i:end]
		i = end
		if worn == "" {
			out = w.nest(out, stretch, depth+1, at)
			continue
		}
		before, core, after := spacesOff(stretch)
		out = w.nest(out, before, depth+1, at)
		if len(core) > 0 {
			out = w.dressed(out, depth, worn, core, at)
		}
		out = w.nest(out, after, depth+1, at)
	}
	return out
}

// same reports whether a run wears the same as those before it. Runs without letters of their own are in no other
// language than what they stand between.
func (w *words) same(runs []office.Run, i int, worn string, depth int) bool {
	if dresses[depth].kind == Passage && worn != "" && runs[i].Kind == office.Text && runs[i].Lang == "" {
		for _, r := range runs[i:] {
			if r.Kind == office.Text && r.Lang != "" {
				return w.foreign(r.Lang) == worn
			}
		}
		return false
	}
	return w.dress(&runs[i], depth) == worn
}

// spacesOff divides runs from the white space at their ends.
func spacesOff(runs []office.Run) (before, core, after []office.Run) {
	core = slices.Clone(runs)
	blank := func(r office.Run) bool {
		return r.Kind == office.Break || r.Kind == office.Text && strings.Trim(r.Text, " ") == ""
	}
	for len(core) > 0 && blank(core[0]) {
		before, core = append(before, core[0]), core[1:]
	}
	for len(core) > 0 && blank(core[len(core)-1]) {
		after, core = append([]office.Run{core[len(core)-1]}, after...), core[:len(core)-1]
	}
	if len(core) == 0 {
		return before, nil, after
	}
	if first := &core[0]; first.Kind == office.Text && first.Text[0] == ' ' {
		before = append(before, office.Run{Text: " "})
		first.Text = first.Text[1:]
	}
	if last := &core[len(core)-1]; last.Kind == office.Text && last.Text[len(last.Text)-1] == ' ' {
		after = append([]office.Run{{Text: " "}}, after...)
		last.Text = last.Text[:len(last.Text)-1]
	}
	return before, core, after
}

// dressed puts one dress around what runs give, behind out.
func (w *words) dressed(out []Inline, depth int, worn string, runs []office.Run, at office.Place) []Inline {
	inner := w.nest(nil, runs, depth+1, at)
	in := Inline{Kind: dresses[depth].kind, Pos: w.pos(at), Inlines: inner}
	switch in.Kind {
	case Passage:
		in.Lang = worn
	case Hyperlink:
		if in.Target = w.target(worn, at); in.Target == "" {
			return append(out, inner...)
		}
	}
	if len(inner) == 0 {
		return out
	}
	return append(out, in)
}

// target gives what a link leads to; "" where a reader of the report could not follow it, which is told.
func (w *words) target(link string, at office.Place) string {
	if name, is := strings.CutPrefix(link, "#"); is {
		if id := w.ids[name]; id != "" {
			return "#" + id
		}
		if !strings.HasPrefix(name, "_Toc") {
			w.add("word-link-lost", at, diag.Args{"url": link})
		}
		return ""
	}
	if !soundURL(link, "http", "https", "mailto") {
		w.add("word-link", at, diag.Args{"url": link})
		return ""
	}
	return link
}

// bare converts runs of one dress, behind out.
func (w *words) bare(out []Inline, runs []office.Run, at office.Place) []Inline {
	pos := w.pos(at)
	for i := 0; i < len(runs); i++ {
		switch r := runs[i]; r.Kind {
		case office.Text:
			code := r.Look&office.Typewriter != 0
			text := r.Text
			for i+1 < len(runs) && runs[i+1].Kind == office.Text && (runs[i+1].Look&office.Typewriter != 0) == code {
				i++
				text += runs[i].Text
			}
			if code {
				out = append(out, Inline{Kind: CodeSpan, Pos: pos, Text: text})
				continue
			}
			out = typed(out, text, pos)
		case office.Break:
			out = append(out, Inline{Kind: LineBreak, Pos: pos})
		case office.Mark:
			if n, has := w.note(r.Note); has {
				out = append(out, Inline{Kind: NoteMark, Pos: pos, Note: n})
			}
		case office.Picture:
			out = append(out, Inline{Kind: Picture, Pos: pos, Image: w.image(r.Image, at)})
		}
	}
	return out
}

var (
	typedReference = pattern.Of(`\[@([A-Za-z0-9][A-Za-z0-9-]{0,63})\]`)
	typedMark      = pattern.Of(`\s*\{#([A-Za-z0-9][A-Za-z0-9-]{0,63})\}\s*$`)
)

// typed puts words behind out, with the references among them: [@id] means the same in Word as in Markdown.
func typed(out []Inline, text string, pos diag.Pos) []Inline {
	run := func(s string) {
		if s != "" {
			out = append(out, Inline{Kind: Run, Pos: pos, Text: s})
		}
	}
	from := 0
	for _, m := range typedReference.FindAllStringSubmatchIndex(text, -1) {
		run(text[from:m[0]])
		out = append(out, Inline{Kind: Reference, Pos: pos, Target: text[m[2]:m[3]]})
		from = m[1]
	}
	run(text[from:])
	return out
}

// typedID takes {#id} off the end of a paragraph.
func (w *words) typedID(runs []office.Run) ([]office.Run, string) {
	if len(runs) == 0 || runs[len(runs)-1].Kind != office.Text {
		return runs, ""
	}
	last := runs[len(runs)-1].Text
	m := typedMark.FindStringSubmatchIndex(last)
	if m == nil {
		return runs, ""
	}
	runs = slices.Clone(runs)
	runs[len(runs)-1].Text = last[:m[0]]
	return runs, last[m[2]:m[3]]
}

// note reads a note at its first mark, and gives its number in the Version; false where it has no text.
func (w *words) note(index int) (int, bool) {
	if n, known := w.notes[index]; known {
		return n, n >= 0
	}
	w.notes[index] = -1
	if index < 0 || index >= len(w.doc.Notes) {
		return 0, false
	}
	w.inside++
	blocks := w.blocks(w.doc.Notes[index])
	w.inside--
	if len(blocks) == 0 {
		return 0, false
	}
	n := len(w.v.Notes)
	w.notes[index] = n
	w.v.Notes = append(w.v.Notes, Note{Label: strconv.Itoa(n + 1), Pos: blocks[0].Pos, Blocks: blocks})
	return n, true
}

// image checks a picture of the file as one in Markdown is checked.
func (w *words) image(i *office.Image, at office.Place) *Image {
	image := &Image{File: w.source.File + "/" + i.Part, Alt: clean(clearText(i.Alt)), Pos: w.pos(at)}
	if !strings.ContainsFunc(image.Alt, unicode.IsGraphic) {
		w.add("word-picture-alt", at, nil)
	}
	return image
}
