package compose

import (
	"strings"

	"rapporteur/layout"
	"rapporteur/report/document"
	"rapporteur/sources"
)

// inlines converts the inlines of a text; emph is the emphasis around them.
func (p *prose) inlines(list []document.Inline, emph layout.Emphasis) []layout.Inline {
	around, before := p.brackets, p.before
	p.brackets, p.before = 0, ""
	var out []layout.Inline
	for i := range list {
		out = append(out, p.inline(&list[i], emph, "")...)
	}
	p.brackets, p.before = around, before
	return p.contracted(out)
}

// contracted joins the names that references print with the prepositions before them.
func (p *prose) contracted(list []layout.Inline) []layout.Inline {
	for i := 1; i < len(list) && p.own(); i++ {
		if list[i].Whole {
			list[i-1].Text, list[i].Text = p.c.words.Contract(list[i-1].Text, list[i].Text)
		}
	}
	return list
}

func (p *prose) inline(in *document.Inline, emph layout.Emphasis, link string) []layout.Inline {
	at := p.c.origins.at(in.Pos)
	switch in.Kind {
	case sources.Run:
		p.hear(in.Text)
		return []layout.Inline{{Text: in.Text, Emph: emph, Lang: p.passage, Link: link, Origin: at}}
	case sources.CodeSpan:
		return []layout.Inline{{Text: in.Text, Emph: emph | layout.Sans, Lang: p.passage, Link: link, Origin: at}}
	case sources.LineBreak:
		return []layout.Inline{{Break: true}}
	case sources.Reference:
		return p.reference(in.To, emph, at)
	case sources.NoteMark:
		return []layout.Inline{p.note(in, at)}
	case sources.Emphasis:
		emph ^= layout.Italic // emphasis within emphasis stands upright
	case sources.Strong:
		emph |= layout.Bold
	case sources.Hyperlink:
		link = in.Target
	case sources.Superscript:
		emph |= layout.Superior
	case sources.Subscript:
		emph |= layout.Inferior
	case sources.SmallCaps:
		emph |= layout.SmallCaps
	case sources.Passage:
		was := p.passage
		p.passage = in.Lang
		defer func() { p.passage = was }()
	case sources.Picture:
		if in.Image.Caption != nil { // it is a figure, set after the paragraph
			return nil
		}
		return []layout.Inline{{Figure: &layout.Figure{Picture: p.c.found.Pictures[in.Image.File], Alt: in.Image.Alt,
			Origin: at}, Origin: at}}
	}
	var out []layout.Inline
	for i := range in.Inlines {
		out = append(out, p.inline(&in.Inlines[i], emph, link)...)
	}
	return out
}

// note makes the mark of a footnote with its text.
func (p *prose) note(in *document.Inline, at layout.Origin) layout.Inline {
	n := p.marked(in.Note)
	if in.Note >= 0 && in.Note < len(p.text.Notes) {
		n.Blocks = p.convert(p.text.Notes[in.Note].Blocks, layout.NoteText, false)
	}
	return layout.Inline{Text: n.Mark, Emph: layout.Superior, Note: n, Origin: at}
}

// marked is a note with its mark: a number, or in tables and figures, whose notes stand under them, a letter, the same
// for each call of it.
func (p *prose) marked(index int) *layout.Note {
	if p.letters == nil {
		p.c.notes++
		mark := decimal(p.c.notes)
		return &layout.Note{ID: mark, Mark: mark}
	}
	mark := p.letters[index]
	if mark == "" {
		mark = p.language().Letter(len(p.letters) + 1)
		p.letters[index] = mark
	}
	return &layout.Note{ID: decimal(p.c.lettered) + mark, Mark: mark, Under: true}
}

// verbatim keeps the lines of code as lines.
func verbatim(list []document.Inline, at layout.Origin) []layout.Inline {
	var out []layout.Inline
	for _, in := range list {
		for _, line := range strings.Split(strings.TrimRight(in.Text, "\n"), "\n") {
			out = append(out, layout.Inline{Text: strings.ReplaceAll(line, " ", "\u00a0"), Emph: layout.Sans,
				Break:  true,
				Origin: at})
		}
	}
	return out
}

// name gives a short name for what an id names: its number, or its title.
func (c *composer) name(it *document.Item) string {
	const chapter = "chapter-ref"
	key := map[document.ItemKind]string{document.SessionItem: chapter, document.ChapterItem: chapter,
		document.HeadingItem: "section-ref", document.ParagraphItem: "para-ref", document.TableItem: "table",
		document.FigureItem: "figure"}[it.Kind]
	switch {
	case key == chapter && it.Number != "":
		return c.words.Say(key, "n", c.words.Numbers.InReference(it.Number))
	case key != "" && it.Number != "":
		return c.words.Say(key, "n", it.Number)
	case it.Title == "":
		return it.ID
	}
	return shorten(it.Title, maxName)
}

// maxName is how many characters of a title are printed when it is named within a sentence: about a line of text.
const maxName = 80

// shorten cuts words to about n characters, at a space.
func shorten(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	cut := string(r[:n])
	if i := strings.LastIndexByte(cut, ' '); i > n/2 {
		cut = cut[:i]
	}
	return cut + "…"
}

// recommended names the recommendations that are based on an id, as links after a paragraph.
func (c *composer) recommended(id string) []layout.Inline {
	if id == "" {
		return nil
	}
	it := c.d.Item(id)
	if it == nil || len(it.Recommended) == 0 {
		return nil
	}
	return append(append([]layout.Inline{{Text: " ["}}, c.recommendationLinks(it)...), layout.Inline{Text: "]"})
}

// recommendationLinks is "Recommendations 3, 7", each number a link.
func (c *composer) recommendationLinks(it *document.Item) []layout.Inline {
	var out []layout.Inline
	key := "recommendation"
	if len(it.Recommended) > 1 {
		key = "recommendation-several"
	}
	for i, r := range it.Recommended {
		text := decimal(r.Number)
		if i == 0 {
			text = c.words.Say(key, "n", text)
			text = strings.Replace(text, " ", "\u00a0", 1)
		} else {
			out = append(out, layout.Inline{Text: c.words.Joined.Between})
		}
		out = append(out, layout.Inline{Text: text, Name: r.Name, Link: c.to(r.ID), Whole: true})
	}
	return out
}
