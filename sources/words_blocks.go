package sources

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"rapporteur/sources/diag"
	"rapporteur/sources/office"
)

// blocks converts paragraphs and tables that stand one after the other.
func (w *words) blocks(list []office.Block) []Block {
	if w.depth >= maxDepth {
		if !w.deepest && len(list) > 0 {
			w.deepest = true
			w.source.Bag.AddItem("nested-too-deep", diag.Pos{File: w.source.File}, w.source.Item, nil)
		}
		return nil
	}
	w.depth++
	defer func() { w.depth-- }()
	var out []Block
	for i := 0; i < len(list); {
		b := list[i]
		if b.Table != nil {
			out = append(out, w.table(b.Table)...)
			i++
			continue
		}
		end := i + 1
		switch p := b.Para; {
		case p.Item != nil && listed(p):
			end = listEnd(list, i)
			out = append(out, w.lists(list[i:end], len(out) > 0 && out[len(out)-1].Kind == List)...)
		case p.Part == office.Quotation || p.Part == office.Code:
			for end < len(list) && sameHold(list[end].Para, p.Part) {
				end++
			}
			out = append(out, w.held(p, list[i:end])...)
		case p.Part == office.Caption:
			out = w.caption(p, out, list, i)
		default:
			out = w.passage(out, p)
		}
		clear(list[i:end]) // what is converted is held once
		i = end
	}
	return out
}

// sameHold reports whether a paragraph goes on with a quotation, or with lines of code.
func sameHold(p *office.Para, part office.Part) bool {
	return p != nil && p.Part == part && p.Item == nil
}

// listed reports whether a paragraph with a number is an item, and no heading.
func listed(p *office.Para) bool { return p.Part != office.Heading && p.Part != office.Caption }

// listEnd finds where a list ends that begins at i: its items, and between and after them paragraphs that are indented
// as the words of an item are.
func listEnd(list []office.Block, i int) int {
	indent := 0
	for ; i < len(list); i++ {
		p := list[i].Para
		switch {
		case p == nil:
			return i
		case p.Item != nil && listed(p):
			indent = p.Indent
		case p.Part != office.Body || indent == 0 || p.Indent < indent:
			return i
		}
	}
	return i
}

// para converts a paragraph that is no item and no caption. Pictures without words become figures.
func (w *words) para(p *office.Para) []Block {
	pos := w.pos(p.At)
	if p.Part == office.Rule {
		return []Block{{Kind: Rule, Pos: pos}}
	}
	runs, typed := w.typedID(p.Runs)
	inlines := w.inlines(runs, p.At)
	if pictures, only := pictured(inlines); only {
		return pictures
	}
	if len(inlines) == 0 {
		return nil
	}
	b := Block{Kind: Paragraph, Pos: pos, Inlines: inlines, ID: w.idOf(p, typed)}
	switch p.Part {
	case office.Heading:
		return w.heading(p, b)
	case office.Title:
		w.add("word-title", p.At, nil)
		b.Inlines = []Inline{{Kind: Strong, Pos: pos, Inlines: b.Inlines}}
	}
	return []Block{b}
}

// pictured reports whether inlines are pictures and nothing else, and gives the figures that they are.
func pictured(list []Inline) ([]Block, bool) {
	var out []Block
	for _, in := range list {
		switch {
		case in.Kind == Picture:
			out = append(out, Block{Kind: Figure, Pos: in.Pos, Image: in.Image})
		case in.Kind == LineBreak, in.Kind == Run && strings.TrimSpace(in.Text) == "":
		case len(in.Inlines) > 0:
			inner, only := pictured(in.Inlines)
			if !only {
				return nil, false
			}
			out = append(out, inner...)
		default:
			return nil, false
		}
	}
	return out, len(out) > 0
}

// idOf is the id of a paragraph: the one typed at its end, or one made up where a link of the text leads to it.
func (w *words) idOf(p *office.Para, typed string) string {
	made := ""
	for _, name := range p.Bookmarks {
		if id := w.ids[name]; id != "" && !w.given[id] {
			made = id
		}
	}
	switch {
	case typed != "" && made != "": // then links lead to the id typed
		for name, id := range w.ids {
			if id == made {
				w.ids[name] = typed
			}
		}
		fallthrough
	case typed != "":
		return typed
	case made != "":
		w.given[made] = true
	}
	return made
}

// heading gives a heading its level: as deep as the headings that it stands under, whatever the file calls them.
func (w *words) heading(p *office.Para, b Block) []Block {
	if n := utf8.RuneCountInString(wordsOf(b.Inlines)); w.inside > 0 || n > maxTitle {
		if n > maxTitle {
			w.add("word-heading-long", p.At, diag.Args{"count": strconv.Itoa(n), "most": strconv.Itoa(maxTitle)})
		} else {
			w.add("word-heading-misplaced", p.At, nil)
		}
		b.Inlines = labelled(p, []Inline{{Kind: Strong, Pos: b.Pos, Inlines: b.Inlines}}, b.Pos)
		return []Block{b}
	}
	for len(w.levels) > 0 && w.levels[len(w.levels)-1] >= p.Level {
		w.levels = w.levels[:len(w.levels)-1]
	}
	w.levels = append(w.levels, p.Level)
	b.Kind, b.Level = Heading, min(len(w.levels), 6)
	if p.Item != nil {
		b.Label = p.Item.Label
	}
	return []Block{b}
}

// labelled puts the number of a paragraph before its words.
func labelled(p *office.Para, list []Inline, pos diag.Pos) []Inline {
	if p.Item == nil {
		return list
	}
	label := p.Item.Label
	if label == "" {
		label = "•"
	}
	return append([]Inline{{Kind: Run, Pos: pos, Text: label + " "}}, list...)
}

// held converts a quotation or lines of code.
func (w *words) held(p *office.Para, list []office.Block) []Block {
	b := Block{Kind: Quote, Pos: w.pos(p.At)}
	if p.Part == office.Code {
		var lines []string
		for _, l := range list {
			line := ""
			for _, r := range l.Para.Runs {
				switch r.Kind {
				case office.Text:
					line += r.Text
				case office.Break:
					line += "\n"
				}
			}
			lines = append(lines, line)
		}
		b.Kind = CodeBlock
		text := strings.TrimRight(clearText(strings.Join(lines, "\n")), "\n ")
		b.Inlines = []Inline{{Kind: Run, Pos: b.Pos, Text: text}}
		return append([]Block{b}, w.besideCode(list)...)
	}
	w.inside++
	for _, l := range list {
		b.Blocks = w.passage(b.Blocks, l.Para)
	}
	w.inside--
	if len(b.Blocks) == 0 {
		return nil
	}
	return []Block{b}
}

// besideCode gives what lines of code cannot hold, notes and pictures, to stand after them.
func (w *words) besideCode(list []office.Block) []Block {
	var out []Block
	for _, l := range list {
		var marks []office.Run
		for _, r := range l.Para.Runs {
			switch r.Kind {
			case office.Mark:
				marks = append(marks, r)
			case office.Picture:
				out = append(out, Block{Kind: Figure, Pos: w.pos(l.Para.At), Image: w.image(r.Image, l.Para.At)})
			}
		}
		if inlines := w.inlines(marks, l.Para.At); len(inlines) > 0 {
			out = append(out, Block{Kind: Paragraph, Pos: w.pos(l.Para.At), Inlines: inlines})
		}
	}
	return out
}

// caption joins a caption to the figure or the table beside it; where there is none, it is a paragraph.
func (w *words) caption(p *office.Para, out []Block, list []office.Block, i int) []Block {
	pos := w.pos(p.At)
	own := min(p.Own, len(p.Runs))
	number := clean(clearText(wordsIn(p.Runs[:own])))
	rest := append([]office.Run(nil), p.Runs[own:]...)
	if number != "" && len(rest) > 0 { // what divides the number from the words goes with it
		text := rest[0].Text
		cut := strings.TrimLeft(text, " .:–—-\u00a0\u2002\u2003")
		number += strings.TrimRight(text[:len(text)-len(cut)], " \u00a0\u2002\u2003")
		rest[0].Text = cut
	}
	inlines := w.inlines(rest, p.At)
	if len(inlines) == 0 {
		inlines, number = w.inlines(p.Runs, p.At), ""
	}
	next := i+1 < len(list) && list[i+1].Table != nil
	if n := len(out); n > 0 && len(inlines) > 0 {
		last := &out[n-1]
		switch {
		case last.Kind == Figure && last.Image.Title == "" && plainOnly(inlines):
			last.Image.Title, last.Image.Number = clean(wordsOf(inlines)), number
			return out
		case !next && last.Kind == TableBlock && last.Table.Caption == nil:
			last.Table.Caption, last.Table.Number = inlines, number
			return out
		}
	}
	if next && len(inlines) > 0 {
		if made := w.table(list[i+1].Table); len(made) > 0 && made[0].Kind == TableBlock {
			made[0].Table.Caption, made[0].Table.Number = inlines, number
			list[i+1] = office.Block{Para: &office.Para{}} // it is done
			return append(out, made...)
		}
	}
	if inlines = labelled(p, w.inlines(p.Runs, p.At), pos); len(inlines) == 0 {
		return out
	}
	if pictures, only := pictured(inlines); only {
		return append(out, pictures...)
	}
	return append(out, Block{Kind: Paragraph, Pos: pos, Inlines: inlines})
}

// plainOnly reports whether inlines have nothing that a picture's title could not hold.
func plainOnly(list []Inline) bool {
	for _, in := range list {
		if in.Kind == NoteMark || in.Kind == Reference || in.Kind == Picture || in.Kind == Hyperlink ||
			!plainOnly(in.Inlines) {
			return false
		}
	}
	return true
}
