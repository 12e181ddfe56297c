package document

import (
	"slices"
	"strconv"
	"strings"

	"rapporteur/sources"
)

// Caption is the caption of a figure or a table.
type Caption struct {
	ID     string // an anchor, where the report lists its figures or tables; "" else
	Number int    // through the report, from 1, where it lists them; 0 else: a number serves to find
	Own    string // its number in the text that it stands in, for a report that does not count; "" if it has none
	Lang   string // of the text that it stands in
	Words  []Inline
}

func (c *Caption) walk(visit func(*Inline)) {
	if c != nil {
		walkInlines(c.Words, visit)
	}
}

// Plain is the words of the caption without their dress.
func (c *Caption) Plain() string { return Plain(c.Words) }

// called is what a reference calls something by its caption: the number that it was typed with, or its words.
func (c *Caption) called() string {
	switch {
	case c == nil:
		return ""
	case c.Own != "":
		return strings.TrimRight(c.Own, " .:：–—-")
	}
	return c.Plain()
}

// Names of the lists, as `layout.lists` has them.
const (
	figures      = "figures"
	tables       = "tables"
	Consolidated = "recommendations" // a table of all of them
)

// captions numbers the captions of one list in the order of the parts, and gives them. Only what has a caption is
// listed: a line of a list needs words. A picture that stands in a paragraph is set after it, and comes in its
// place. What has an id is called by its number.
func (d *Document) captions(parts []Part, list string) []*Caption {
	var out []*Caption
	take := func(c *Caption, lang, id string) {
		if c == nil {
			return
		}
		out = append(out, c)
		c.ID, c.Number, c.Lang = list+":"+strconv.Itoa(len(out)), len(out), lang
		if it := d.Item(id); it != nil {
			it.Number = strconv.Itoa(c.Number)
		}
	}
	for i := range parts {
		for _, t := range parts[i].Texts {
			t.walk(func(b *Block) {
				switch {
				case list == tables && b.Table != nil:
					take(b.Table.Caption, t.Lang, b.ID)
				case list == figures && b.Kind == sources.Figure:
					take(b.Image.Caption, t.Lang, b.ID)
				case list == figures && b.Kind == sources.Paragraph:
					walkInlines(b.Inlines, func(in *Inline) {
						if in.Kind == sources.Picture {
							take(in.Image.Caption, t.Lang, "")
						}
					})
				}
			})
		}
	}
	return out
}

// fillLists gives the parts that are lists what they list, and takes away those that list nothing.
func (d *Document) fillLists(parts []Part) []Part {
	for i := range parts {
		if list := parts[i].List; list != "" && list != Consolidated {
			parts[i].Captions = d.captions(parts, list)
		}
	}
	return slices.DeleteFunc(parts, func(p Part) bool {
		return (p.List == figures || p.List == tables) && len(p.Captions) == 0
	})
}
