package assembly

import (
	"fmt"
	"sort"
	"strings"

	"rapporteur/layout"
	"rapporteur/sources/pdf/syntax"
)

// links writes the unit's link annotations. Ours name the anchor that they lead to: whoever reads the file, verify too,
// sees where they are meant to lead.
func (b *binding) links() error {
	for i := range b.u.Links {
		k := &b.u.Links[i]
		box := &b.u.Boxes[k.Box]
		out := append(b.buf[:0], "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect["...)
		out = b.rect(out, box)
		out = append(out, ']')
		out = syntax.AppendRefKey(out, "P", b.l.pages[b.first+box.Page])
		if k.Key >= 0 {
			out = append(out, "/StructParent "...)
			out = syntax.AppendInt(out, b.keys+k.Key)
		}
		if k.Text != "" {
			out = append(out, "/Contents"...)
			out = syntax.AppendText(out, k.Text)
		}
		if id, ok := strings.CutPrefix(k.Target, "#"); ok {
			if _, known := b.l.plan.Anchors[id]; !known {
				return fmt.Errorf("link on page %d: no place is known for %q", b.first+box.Page+1, id)
			}
			out = append(out, "/Dest"...)
			out = syntax.AppendString(out, []byte(id))
		} else {
			out = append(out, "/A<</S/URI/URI"...)
			out = syntax.AppendURI(out, k.Target)
			out = append(out, ">>"...)
		}
		b.buf = append(out, ">>"...)
		b.l.w.object(b.links0+i, b.buf)
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
	b = syntax.AppendRef(b, l.pages[s.page])
	b = append(b, "/XYZ "...)
	top := s.top
	if s.both {
		b = syntax.AppendMilli(b, int64(s.left))
	} else {
		b = append(b, "null"...)
		top = min(top+above, l.plan.Sheet.Height)
	}
	b = append(b, ' ')
	b = syntax.AppendMilli(b, int64(top))
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
			t.add(syntax.AppendString(nil, []byte(id)), d)
		}
	}
	return t.finish()
}

// appendRect writes the four numbers of a rectangle.
func appendRect(b []byte, x0, y0, x1, y1 layout.Length) []byte {
	for i, v := range [4]layout.Length{x0, y0, x1, y1} {
		if i > 0 {
			b = append(b, ' ')
		}
		b = syntax.AppendMilli(b, int64(v))
	}
	return b
}
