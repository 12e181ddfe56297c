package office

import (
	"strconv"
	"strings"
)

// odtOpen is a list that is open.
type odtOpen struct {
	style string
	id    string
	level int
}

// list reads a list: items with paragraphs and lists in them.
func (d *odt) list(n *node, out *[]Block) {
	if len(d.listing) >= maxNesting/4 {
		d.fail(ErrNested)
		return
	}
	style, level := n.get("text:style-name"), len(d.listing)
	id := style
	if level > 0 {
		outer := d.listing[level-1]
		if style == "" {
			style = outer.style
		}
		id = outer.id
	} else if id == "" {
		id = "list"
	}
	open := &odtOpen{style: style, id: id, level: level}
	d.listing = append(d.listing, open)
	defer func() { d.listing = d.listing[:level] }()
	at := d.lists[style].level(level)
	counted := d.counted[id]
	for len(counted) <= level {
		counted = append(counted, 0)
	}
	if level > 0 || n.get("text:continue-numbering") != "true" && n.get("text:continue-list") == "" {
		counted[level] = at.start - 1
	}
	d.counted[id] = counted
	for _, k := range n.kids {
		switch k.name {
		case "text:list-header":
			d.blocks(k, out)
		case "text:list-item":
			if start := k.get("text:start-value"); start != "" {
				d.counted[id][level] = number(start, 1) - 1
			}
			d.counted[id][level]++
			d.item = d.itemOf(open, at)
			d.blocks(k, out)
			d.item = nil
		}
	}
}

// itemOf gives the item that begins, with its label.
func (d *odt) itemOf(open *odtOpen, at odtLevel) *Item {
	it := &Item{List: open.id, Level: open.level, Format: at.format}
	if at.format == "bullet" {
		return it
	}
	counted := d.counted[open.id]
	it.Number = counted[open.level]
	var parts []string
	for i := max(open.level-at.display+1, 0); i <= open.level; i++ {
		s, known := numeral(counted[i], d.lists[open.style].level(i).format)
		if !known {
			d.often("word-numbering", d.at, "", "")
		}
		if s != "" {
			parts = append(parts, s)
		}
	}
	it.Label = strings.TrimSpace(at.prefix + strings.Join(parts, ".") + at.suffix)
	if it.Label == "" {
		return nil
	}
	if it.Number < 0 {
		it.Label = strconv.Itoa(it.Number)
	}
	return it
}
