package assembly

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"rapporteur/layout"
	"rapporteur/layout/paint"
)

// area is a link annotation of ours: a rectangle of a link on a page.
type area struct {
	number, page   int         // page: physical, from 0
	node           layout.Node // its Link element
	key            int         // into the parent tree; -1 none
	x0, y0, x1, y1 layout.Length
	target, text   string
}

// areas gives the annotations of a painted run their numbers and places.
func (l *linker) areas(p *paint.Painted, first int) []area {
	var out []area
	for i := range p.Pages {
		x, y := l.frame(first + i)
		for _, a := range p.Pages[i].Links {
			if a.Link <= 0 || int(a.Link) > len(p.Links) {
				continue
			}
			k := p.Links[a.Link-1]
			out = append(out, area{number: l.w.alloc(), page: first + i, node: k.Node, key: -1, target: k.Target, text: k.Text,
				x0: x + a.X, y0: y - a.Y - a.Height, x1: x + a.X + a.Width, y1: y - a.Y})
		}
	}
	return out
}

// appendAnnots writes the Annots entry of the run's page i.
func appendAnnots(b []byte, areas []area, page int) []byte {
	open := false
	for i := range areas {
		if areas[i].page != page {
			continue
		}
		if !open {
			b = append(b, "/Annots["...)
			open = true
		} else {
			b = append(b, ' ')
		}
		b = appendRef(b, areas[i].number)
	}
	if open {
		b = append(b, ']')
	}
	return b
}

// writeLinks writes our link annotations, once every anchor has its place.
func (l *linker) writeLinks() error {
	var b []byte
	for i := range l.links {
		a := &l.links[i]
		b = append(b[:0], "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect["...)
		b = appendRect(b, a.x0, a.y0, a.x1, a.y1)
		b = append(b, ']')
		b = appendRefKey(b, "P", l.pages[a.page])
		if a.key >= 0 {
			b = append(b, "/StructParent "...)
			b = appendInt(b, a.key)
		}
		if a.text != "" {
			b = append(b, "/Contents"...)
			b = appendText(b, a.text)
		}
		if id, ok := strings.CutPrefix(a.target, "#"); ok {
			if _, known := l.plan.Anchors[id]; !known {
				return fmt.Errorf("assembly: link on page %d: no place is known for %q", a.page+1, id)
			}
			b = append(b, "/Dest"...) // by name: whoever reads the file, verify too, sees where it is meant to lead
			b = appendString(b, []byte(id))
		} else {
			b = append(b, "/A<</S/URI/URI"...)
			b = appendString(b, asciiURI(a.target))
			b = append(b, ">>"...)
		}
		l.w.object(a.number, append(b, ">>"...))
	}
	return nil
}

// above is the room that stays above the place a reader is led to.
const above = 6 * layout.Pt

// destination writes the explicit destination of an anchor: its page and its height there, at the reader's own zoom.
func (l *linker) destination(b []byte, id string) ([]byte, error) {
	s, ok := l.spots[id]
	if !ok {
		p, ok := l.plan.Anchors[id]
		if !ok || p.Page < 1 || p.Page > len(l.pages) {
			return nil, fmt.Errorf("no place is known for %q", id)
		}
		s = spot{page: p.Page - 1, top: l.plan.Sheet.Height}
	}
	b = append(b, '[')
	b = appendRef(b, l.pages[s.page])
	b = append(b, "/XYZ "...)
	top := s.top
	if s.both {
		b = appendMilli(b, int64(s.left))
	} else {
		b = append(b, "null"...)
		top = min(top+above, l.plan.Sheet.Height)
	}
	b = append(b, ' ')
	b = appendMilli(b, int64(top))
	return append(b, " null]"...), nil
}

// writeNames writes the named destinations, one for each anchor of the plan, and gives the tree's number.
func (l *linker) writeNames() int {
	ids := make([]string, 0, len(l.plan.Anchors))
	for id := range l.plan.Anchors {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	t := treeBuilder{w: l.w, kind: "Names"}
	for _, id := range ids {
		if d, err := l.destination(nil, id); err == nil {
			t.add(appendString(nil, []byte(id)), d)
		}
	}
	return t.finish()
}

// asciiURI escapes what a URI may not hold: PDF wants it in 7-bit ASCII (ISO 32000-1, 12.6.4.7).
func asciiURI(uri string) []byte {
	const digits = "0123456789ABCDEF"
	b := make([]byte, 0, len(uri))
	for i := range len(uri) {
		if c := uri[i]; c <= ' ' || c >= 0x7F {
			b = append(b, '%', digits[c>>4], digits[c&15])
		} else {
			b = append(b, c)
		}
	}
	return slices.Clip(b)
}
