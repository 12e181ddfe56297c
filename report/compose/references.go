package compose

import (
	"strings"
	"unicode/utf8"

	"rapporteur/layout"
	"rapporteur/report/document"
)

// reference prints what an id names, with its page, as a link. Within a sentence the page stands in brackets, "the
// Sudan (p. 2)"; where brackets are open already, after a comma, but alone where the name stands right before them. An
// id that names nothing, which resolving has reported, prints nothing.
func (p *prose) reference(it *document.Item, emph layout.Emphasis, at layout.Origin) []layout.Inline {
	if it == nil {
		return nil
	}
	name, m := p.c.name(it), p.c.words.Marks
	before := p.before
	p.hear(name)
	switch {
	case p.brackets == 0:
		if it.Party() && p.own() {
			name = p.c.words.Cited(before, name)
		}
		return p.c.cited(it.ID, name+m.Open, m.Close, emph, at)
	case hasJustSaid(before, name):
		return p.c.cited(it.ID, "", "", emph, at)
	}
	return p.c.cited(it.ID, name+m.Comma, "", emph, at)
}

// own reports whether words are in the report's language, as the names are that it prints.
func (p *prose) own() bool { return p.language().Folder == p.c.words.Folder }

// hasJustSaid reports whether words end with a name and a bracket that opens.
func hasJustSaid(words, name string) bool {
	last, n := utf8.DecodeLastRuneInString(words)
	return opens(last) && strings.HasSuffix(strings.TrimRight(words[:len(words)-n], " \u00a0"), name)
}

// cited links words and a page to what they cite.
func (c *composer) cited(id, before, after string, emph layout.Emphasis, at layout.Origin) []layout.Inline {
	page := c.pageRef(id, layout.FirstPage)
	var out []layout.Inline
	if before != "" {
		out = append(out, layout.Inline{Text: before, Link: page.Link, Whole: true})
	}
	out = append(out, page)
	if after != "" {
		out = append(out, layout.Inline{Text: after, Link: page.Link})
	}
	for i := range out {
		out[i].Emph, out[i].Origin = emph, at
	}
	return out
}

// hear notes words of a paragraph, and the brackets that they open and close.
func (p *prose) hear(words string) {
	p.before = words
	for _, r := range words {
		switch {
		case opens(r):
			p.brackets++
		case strings.ContainsRune(")]）］〕", r):
			p.brackets = max(p.brackets-1, 0)
		}
	}
}

func opens(r rune) bool { return strings.ContainsRune("([（［〔", r) }
