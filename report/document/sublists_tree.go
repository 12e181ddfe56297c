package document

import (
	"slices"
	"strings"
	"unicode/utf8"

	"rapporteur/sources"
	"rapporteur/sources/diag"
)

// level is a list that is being made, and the label that its last item has.
type level struct {
	list   *[]Block // that the list's block is in, as its last
	around string
	last   reading
	text   string
}

// tree is the lists that are being made, one in the other.
type tree struct {
	s      *sublists
	root   []Block
	levels []level
}

// other puts a block that is no paragraph after those before it: bullets within the item that announces them with a
// colon, "(c) to make recommendations:".
func (t *tree) other(b Block) {
	rest := t.swallowed(&b)
	t.within(b)
	if rest != nil {
		t.listed(t.s.pieces(*rest))
	}
}

// swallowed takes the lines off the end of a list that go on with the labels above it: a line that is not indented
// belongs to the item before it in Markdown, and to nobody who reads it.
func (t *tree) swallowed(b *Block) *Block {
	if len(t.levels) == 0 || b.Kind != sources.List || len(b.Blocks) == 0 {
		return nil
	}
	item := b.Blocks[len(b.Blocks)-1].Blocks
	if len(item) == 0 || item[len(item)-1].Kind != sources.Paragraph {
		return nil
	}
	last := &item[len(item)-1]
	for i := 1; i < len(last.Inlines); i++ {
		if !newLine(last.Inlines, i) {
			continue
		}
		label, is := t.s.labelAt(last.Inlines[i:])
		if is && slices.ContainsFunc(t.levels, func(l level) bool {
			_, follows := label.follows(l.around, l.last)
			return follows
		}) {
			rest := Block{Kind: sources.Paragraph, Pos: last.Inlines[i].Pos, Inlines: last.Inlines[i:]}
			last.Inlines = trimLine(last.Inlines[:i])
			return &rest
		}
	}
	return nil
}

// within puts a block where it belongs.
func (t *tree) within(b Block) {
	if n := len(t.levels); n > 0 && b.Kind == sources.List && !b.Ordered {
		item := lastItem(*t.levels[n-1].list)
		if words := Plain((*item)[0].Inlines); len(*item) == 1 && strings.ContainsRune(":：", lastRune(words)) {
			*item = append(*item, b)
			return
		}
	}
	t.levels = nil
	t.root = append(t.root, b)
}

func lastRune(words string) rune {
	r, _ := utf8.DecodeLastRuneInString(words)
	return r
}

// listed puts pieces after the blocks before them: those with labels as lists, by how their labels follow each other.
func (t *tree) listed(pieces []piece) {
	for i := range pieces {
		if p := &pieces[i]; p.is {
			t.item(p)
		} else {
			t.levels = nil
			t.root = append(t.root, p.Block)
		}
	}
}

// item puts a labelled piece where its label belongs.
func (t *tree) item(p *piece) {
	p.Inlines = behind(p.Inlines, p.label.size)
	for i := len(t.levels) - 1; i >= 0; i-- { // the innermost list that it goes on with
		l := &t.levels[i]
		r, follows := p.label.follows(l.around, l.last)
		switch {
		case follows:
		case p.label.around == l.around && len(p.label.readings) == 0:
		case p.label.ordinal != "" && p.label.around == l.around && slices.Contains(p.label.readings, l.last):
			r = l.last
		default:
			continue
		}
		t.levels = t.levels[:i+1]
		t.put(p, r)
		return
	}
	r, begins := p.label.begins()
	if !begins && len(p.label.readings) > 0 {
		r = p.label.readings[len(p.label.readings)-1]
		if t.astray(p) {
			return
		}
	}
	var to *[]Block
	for i := range t.levels { // a list of the same kind begins anew where the other stood
		if l := &t.levels[i]; l.around == p.label.around && l.last.by == r.by {
			to, t.levels = l.list, t.levels[:i]
			break
		}
	}
	if p.label.numbers(r) {
		to, t.levels = &t.root, nil // a paragraph does not belong into the list of another
	}
	if to == nil {
		to = t.place()
	}
	t.open(p, r, to)
	t.put(p, r)
}

// astray puts an item into the list that its label is of, though it does not follow, and tells so.
func (t *tree) astray(p *piece) bool {
	for i := len(t.levels) - 1; i >= 0; i-- {
		l := &t.levels[i]
		for _, r := range p.label.readings {
			if l.around == p.label.around && l.last.by == r.by {
				if !p.label.numbers(r) { // of numbered paragraphs the numbering tells
					t.s.tell("label-sequence", p.Pos, diag.Args{"label": p.label.text, "before": l.text})
				}
				t.levels = t.levels[:i+1]
				t.put(p, r)
				return true
			}
		}
	}
	return false
}

// place is where a list begins: within the last item of the innermost one, of a numbered list before it, or by itself.
func (t *tree) place() *[]Block {
	if n := len(t.levels); n > 0 {
		return lastItem(*t.levels[n-1].list)
	}
	if n := len(t.root); n > 0 && t.root[n-1].Kind == sources.List && t.root[n-1].Ordered {
		return lastItem(t.root)
	}
	return &t.root
}

// open begins a list among some blocks.
func (t *tree) open(p *piece, r reading, to *[]Block) {
	around := p.label.around
	*to = append(*to, Block{Kind: sources.List, Pos: p.Pos, Ordered: p.label.text != "", Start: r.n,
		Delimiter: around[len(around)-1], Tight: true})
	t.levels = append(t.levels, level{list: to, around: around})
}

// lastItem is the blocks of the last item of the list that ends blocks.
func lastItem(blocks []Block) *[]Block {
	list := &blocks[len(blocks)-1]
	return &list.Blocks[len(list.Blocks)-1].Blocks
}

// put adds an item to the innermost list. A list whose items are paragraphs of their own is not tight.
func (t *tree) put(p *piece, r reading) {
	l := &t.levels[len(t.levels)-1]
	list := &(*l.list)[len(*l.list)-1]
	if len(list.Blocks) > 0 && !p.inner {
		list.Tight = false
	}
	list.Blocks = append(list.Blocks, Block{Kind: sources.Item, Pos: p.Pos, Label: p.label.text,
		Blocks: []Block{p.Block}})
	l.last, l.text = r, p.label.text
}
