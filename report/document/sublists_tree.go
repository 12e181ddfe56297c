package document

import (
	"slices"

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

// listed puts pieces after the blocks before them: those with labels as lists, by how their labels follow each other.
func (s *sublists) listed(before []Block, pieces []piece) []Block {
	t := &tree{s: s, root: before}
	for i := range pieces {
		if p := &pieces[i]; p.is {
			t.item(p)
		} else {
			t.levels = nil
			t.root = append(t.root, p.Block)
		}
	}
	return t.root
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
	for i := range t.levels { // a list of the same kind begins anew where the other stood
		if l := &t.levels[i]; l.around == p.label.around && l.last.by == r.by {
			t.levels = t.levels[:i]
			break
		}
	}
	if p.label.numbers(r) {
		t.levels = nil // a paragraph does not belong into the list of another
	}
	t.open(p, r)
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

// open begins a list: within the last item of the innermost one, of a numbered list before it, or by itself.
func (t *tree) open(p *piece, r reading) {
	to := &t.root
	if n := len(t.levels); n > 0 {
		to = lastItem(*t.levels[n-1].list)
	} else if n := len(t.root); n > 0 && t.root[n-1].Kind == sources.List && t.root[n-1].Ordered &&
		!p.label.numbers(r) && len(t.root[n-1].Blocks) > 0 {
		to = lastItem(t.root)
	}
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
