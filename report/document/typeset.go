package document

import (
	"slices"
	"strings"

	"rapporteur/layout/lang"
	"rapporteur/sources"
)

// asTyped is what `layout.typography` says where quotation marks, dashes and spaces are to stay as they are.
const asTyped = "as-typed"

// AsTyped reports whether the signs of a text stay as they were typed.
func (d *Document) AsTyped(t *Text) bool { return t.Literal || d.Settings.Typography.Value == asTyped }

// printed gives words of the manifest as the report's language prints them.
func (r *resolver) printed(words string) string {
	if r.m.Layout.Typography.Value == asTyped {
		return words
	}
	return r.d.Words.Typesetter().Set(words, "")
}

// typeset gives the words of a text the quotation marks, dashes and spaces of their language.
func (r *resolver) typeset(t *Text) {
	if r.d.AsTyped(t) {
		return
	}
	r.typesetBlocks(t.Blocks, r.languages.Of(t.Lang))
	for i := range t.Notes {
		r.typesetBlocks(t.Notes[i].Blocks, r.languages.Of(t.Lang))
	}
}

func (r *resolver) typesetBlocks(list []Block, l *lang.Language) {
	for i := range list {
		b := &list[i]
		in := l
		switch {
		case b.Literal || b.Kind == sources.CodeBlock:
			continue
		case b.Lang != "":
			in = r.languages.Of(b.Lang)
		}
		r.typesetLine(b.Inlines, in)
		if b.Image != nil && b.Image.Caption != nil {
			r.typesetLine(b.Image.Caption.Words, in)
		}
		if b.Table != nil {
			if b.Table.Caption != nil {
				r.typesetLine(b.Table.Caption.Words, in)
			}
			for _, row := range slices.Concat(b.Table.Head, b.Table.Rows) {
				for k := range row {
					r.typesetLine(row[k].Inlines, in)
				}
			}
		}
		r.typesetBlocks(b.Blocks, in)
	}
}

// typesetLine does it for one paragraph: what opens a quotation in one inline closes it in another.
func (r *resolver) typesetLine(list []Inline, l *lang.Language) {
	if len(list) == 0 {
		return
	}
	var runs []*Inline
	walkInlines(list, func(in *Inline) {
		if in.Kind == sources.Run || in.Kind == sources.CodeSpan {
			runs = append(runs, in)
		}
	})
	t := &lineSetter{r: r, set: l.Typesetter(), runs: runs}
	t.inlines(list)
}

// lineSetter goes through the runs of a paragraph in order.
type lineSetter struct {
	r    *resolver
	set  *lang.Typesetter
	runs []*Inline
	at   int
}

func (t *lineSetter) inlines(list []Inline) {
	for i := range list {
		in := &list[i]
		switch in.Kind {
		case sources.Run:
			t.at++
			in.Text = t.set.Set(in.Text, t.after())
		case sources.CodeSpan:
			t.at++
			t.set.Over(in.Text)
		case sources.LineBreak, sources.ParagraphBreak:
			t.set.Over(" ")
		case sources.Reference, sources.NoteMark, sources.Picture:
			t.set.Over("x")
		case sources.Hyperlink:
			if strings.Contains(in.Target, strings.TrimSpace(Plain(in.Inlines))) { // an address, printed
				walkInlines(in.Inlines, func(inner *Inline) {
					if inner.Kind == sources.Run {
						t.at++
						t.set.Over(inner.Text)
					}
				})
				continue
			}
			t.inlines(in.Inlines)
		case sources.Passage:
			before := t.set.In(t.r.languages.Of(in.Lang))
			t.inlines(in.Inlines)
			t.set.In(before)
		default:
			t.inlines(in.Inlines)
		}
	}
}

// after is what follows the run at hand, as far as a mark needs to see.
func (t *lineSetter) after() string {
	var b strings.Builder
	for _, in := range t.runs[t.at:] {
		if b.Len() > maxAhead {
			break
		}
		b.WriteString(in.Text)
	}
	return b.String()
}

// maxAhead is how many bytes after a run are looked at: within them an inner quotation ends.
const maxAhead = 400
