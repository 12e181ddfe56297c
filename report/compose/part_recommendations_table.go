package compose

import (
	"rapporteur/layout"
	"rapporteur/report/document"
	"rapporteur/sources"
)

// consolidated is the table of all recommendations: number, words, addressees, and where each stands.
func (c *composer) consolidated(run *layout.Run) {
	t := &layout.Table{Summary: c.part.Title,
		Columns: []layout.Column{{Weight: 2}, {Weight: 17}, {Weight: 7}, {Weight: 6}}}
	head := layout.TableRow{}
	for _, key := range []string{"number", "recommendation-head", "addressees", "stands"} {
		head.Cells = append(head.Cells, layout.TableCell{Inlines: say(c.words.Say(key))})
	}
	t.Head = []layout.TableRow{head}
	for _, g := range c.groups() {
		if g.Title != "" {
			t.Rows = append(t.Rows, layout.TableRow{Group: true,
				Cells: []layout.TableCell{{Inlines: []layout.Inline{strong(g.Title)}, Span: len(t.Columns)}}})
		}
		for _, r := range g.Recommendations {
			t.Rows = append(t.Rows, c.recommendedRow(r))
		}
	}
	run.Blocks = []layout.Block{c.title(), t}
}

// groups are those of the chapter of the recommendations.
func (c *composer) groups() []*document.Group {
	for i := range c.d.Parts {
		if groups := c.d.Parts[i].Groups; len(groups) > 0 {
			return groups
		}
	}
	return nil
}

func (c *composer) recommendedRow(r *document.Recommendation) layout.TableRow {
	number := layout.Inline{Text: decimal(r.Number), Name: r.Name, Link: "#" + r.ID}
	where := []layout.Inline{c.pageRef(r.ID, layout.FirstPage)}
	if n := r.Paragraph(); n != "" {
		where = c.cited(r.ID, c.words.Say("para-ref", "n", n)+c.words.Marks.Comma, "", 0, 0)
	}
	return layout.TableRow{Cells: []layout.TableCell{
		{Inlines: []layout.Inline{number}, Header: true, Origin: c.origins.at(r.Pos)},
		{Inlines: c.inOneCell(r.Text)},
		{Inlines: say(c.words.List(r.Addressees))},
		{Inlines: where},
	}}
}

// inOneCell is a text within a cell: its paragraphs and items on lines of their own, without its notes, which stand
// where the recommendation does.
func (c *composer) inOneCell(text *document.Text) []layout.Inline {
	if text == nil {
		return nil
	}
	p := &prose{c: c, text: text}
	var out []layout.Inline
	var put func(blocks []document.Block, label string)
	put = func(blocks []document.Block, label string) {
		for i := range blocks {
			b := &blocks[i]
			if b.Kind == sources.List {
				for k, item := range p.list(b, 0, true).Items {
					put(b.Blocks[k].Blocks, item.Label+"\u00a0")
				}
				continue
			}
			if words := noteless(p.inlines(b.Inlines, 0)); len(words) > 0 {
				if n := len(out); n > 0 {
					out[n-1].Break = true
				}
				out = append(append(out, layout.Inline{Text: label}), words...)
				label = ""
			}
			put(b.Blocks, label)
		}
	}
	put(text.Blocks, "")
	return out
}

// noteless is inlines without the marks of notes.
func noteless(list []layout.Inline) []layout.Inline {
	var out []layout.Inline
	for _, in := range list {
		if in.Note == nil && in.Figure == nil {
			in.Anchor = "" // it leads to where the words stand themselves
			out = append(out, in)
		}
	}
	return out
}
