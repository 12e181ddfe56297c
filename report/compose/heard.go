package compose

import (
	"strings"

	"rapporteur/report/document"
	"rapporteur/sources"
)

// This file makes what is said to those who hear the report and do not see where something stands.

// heard is what the columns of a line say: the paragraphs of a part, if it is a part's, so many pages, and the page of
// an original.
func (c *composer) heard(p *document.Part, pages int) [3]string {
	page := c.words.Say("entry-page")
	out := [3]string{"", page, c.words.Say("original") + c.words.Marks.Comma + page}
	if pages > 1 {
		out[1] = c.words.Say("entry-pages")
	}
	switch {
	case p == nil || p.Paragraphs() == "":
	case p.First == p.Last:
		out[0] = c.words.Say("entry-paragraph", "n", decimal(p.First))
	default:
		out[0] = c.words.Say("entry-paragraphs", "first", decimal(p.First), "last", decimal(p.Last))
	}
	return out
}

// name gives a list, table or figure its name: its caption, the words before it that announce it with a colon, or the
// heading that it stands below.
func (p *prose) name(caption *document.Caption) string {
	if caption != nil {
		return caption.Plain()
	}
	if p.told != "" {
		return p.told
	}
	if p.under != "" {
		return p.under
	}
	return p.c.part.Title
}

// met notes a block that has been converted, for the names of those that follow it.
func (p *prose) met(b *document.Block) {
	p.told = ""
	switch b.Kind {
	case sources.Heading:
		p.under = document.Plain(b.Inlines)
	case sources.Paragraph:
		if words, ok := announcing(document.Plain(b.Inlines)); ok {
			p.told = words
		}
	}
}

// within notes a block that has been converted in an item of a list: whatever it says, what follows in the item is of
// it.
func (p *prose) within(b *document.Block) {
	p.told = ""
	if b.Kind == sources.Paragraph {
		p.told = shorten(strings.TrimRight(document.Plain(b.Inlines), ":： \u00a0\u202f"), maxName)
	}
}

// announcing gives the last sentence of a paragraph that ends in a colon.
func announcing(words string) (string, bool) {
	words = strings.TrimSpace(words)
	bare := strings.TrimRight(words, ":：\u00a0\u202f ")
	if !strings.HasSuffix(words, ":") && !strings.HasSuffix(words, "：") {
		return "", false
	}
	for _, end := range []string{". ", "? ", "! ", "؟ ", "。", "？", "！"} {
		if i := strings.LastIndex(bare, end); i >= 0 {
			bare = bare[i+len(end):]
		}
	}
	return shorten(strings.TrimSpace(bare), maxName), bare != ""
}

// rowHeaders reports whether the first cell of each row says what the row is about: all of them are bold.
func rowHeaders(t *document.Table) bool {
	for _, row := range t.Rows {
		if len(row) < 2 || !bold(row[0].Inlines) {
			return false
		}
	}
	return len(t.Rows) > 0
}

// bold reports whether there are words, and all of them are strong.
func bold(list []document.Inline) bool {
	some := false
	for i := range list {
		switch in := &list[i]; {
		case in.Kind == sources.Strong:
			some = true
		case in.Kind == sources.NoteMark || in.Kind == sources.Run && strings.TrimSpace(in.Text) == "":
		default:
			return false
		}
	}
	return some
}
