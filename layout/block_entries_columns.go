package layout

import "strings"

// entryColumns are the columns of an entry as they are set; nil: it has nothing there.
type entryColumns struct {
	paragraphs, pages *stack
	beside            []besidePage
}

// besidePage is one page of the last column, which leads somewhere of its own.
type besidePage struct {
	*stack
	link int32
}

// others sets the pages of an entry that stand in the last column, one below the other, each a link of its own.
func (r *register) others(en *Entry, item Node, look Look, lang *Language, heard string) []besidePage {
	var out []besidePage
	for i := range en.Beside {
		heard := strings.ReplaceAll(heard, "{n}", r.s.say(en.Beside[i]))
		link, node := int32(0), item // what stands elsewhere leads nowhere
		if en.Beside[i].ID == "" {
			node = r.s.tree.Add(item, Element{Tag: "P"})
		} else {
			ref := r.s.tree.Add(item, Element{Tag: "Reference"})
			link, node = r.s.galley.link(ref, "#"+en.Beside[i].ID, r.named(en)+r.comma()+heard)
		}
		in := r.column(look, lang, r.heardAs(node, en, heard), r.beside-look.Size/2,
			[]Inline{{Ref: &en.Beside[i], Origin: en.Origin}}, en)
		out = append(out, besidePage{in, link})
	}
	return out
}

// join stands the columns beside the last line of the words; where there are more pages than a line holds, they run
// on below.
func (r *register) join(words *stack, columns entryColumns, link int32, look Look, en *Entry) {
	s := r.s
	base := max(len(words.rows)-1, 0)
	n := max(len(words.rows), base+len(columns.beside), 1)
	if columns.pages != nil {
		n = max(n, base+len(columns.pages.rows))
	}
	for i := range n {
		out := row{kind: lineRow, height: look.height(), depth: look.depth(), origin: en.Origin}
		if i < len(words.rows) {
			w := &words.rows[i]
			out.penalty, out.anchors, out.notes, out.kind = w.penalty, w.anchors, w.notes, w.kind
			out.parts = shifted(out.parts, w.parts, s.start, 0)
		} else {
			s.stay()
		}
		end := s.start + s.room() - r.beside
		edge := s.start + s.room() // where leaders have to stop
		place := func(in *stack, k int, end Length) {
			if in != nil && k >= 0 && k < len(in.rows) {
				from := len(out.parts)
				out.parts = shifted(out.parts, in.rows[k].parts, end-in.measure, 0)
				edge = s.inkFrom(out.parts[from:], edge)
			}
		}
		place(columns.pages, i-base, end)
		if i == base {
			place(columns.paragraphs, 0, end-r.pages)
		}
		var beside int32
		if k := i - base; k >= 0 && k < len(columns.beside) {
			place(columns.beside[k].stack, 0, s.start+s.room())
			beside = columns.beside[k].link
		}
		if i == base && edge < s.start+s.room() && i < len(words.rows) {
			out.parts = r.leaders(out.parts, len(words.rows[i].parts), edge, look)
		}
		out.parts = r.areas(out.parts, out.size(), link, beside)
		s.put(out)
	}
	s.after = false
	if look.KeepNext {
		s.stay()
	}
}

// areas are where a row of an entry is touched: all of it leads to the entry's place, but for the last column.
func (r *register) areas(parts []part, height Length, link, beside int32) []part {
	s := r.s
	end := s.start + s.room() - r.beside
	if link != 0 {
		parts = append(parts, part{x: s.start, width: end - s.start, height: height, link: link, area: true})
	}
	if beside != 0 {
		parts = append(parts, part{x: end, width: r.beside, height: height, link: beside, area: true})
	}
	return parts
}
