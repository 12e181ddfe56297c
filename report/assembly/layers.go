package assembly

import "rapporteur/sources/pdf/syntax"

// layers gathers the optional content of all originals (ISO 32000-1, 8.11).
type layers struct {
	groups                     []int
	off, order, locked, radios []byte
}

// optional adds the unit's layers, listed below the title of its run.
func (b *binding) optional() {
	from, ls := &b.u.Layers, &b.l.layers
	if len(from.Groups) == 0 {
		return
	}
	for _, g := range from.Groups {
		n := b.number[g.Object]
		ls.groups = append(ls.groups, n)
		if g.Hidden {
			ls.off = syntax.AppendRef(append(ls.off, ' '), n)
		}
	}
	title := b.run.Title
	if title == "" {
		title = b.run.Original.File
	}
	ls.order = syntax.AppendText(append(ls.order, '['), title)
	ls.order = append(from.Order.Append(ls.order, b.fill), ']')
	ls.locked = from.Locked.Append(ls.locked, b.fill)
	ls.radios = from.Radios.Append(ls.radios, b.fill)
}

// append writes the catalog's OCProperties: with a name, without AS, which PDF/A and PDF/UA forbid.
func (ls *layers) append(b []byte) []byte {
	if len(ls.groups) == 0 {
		return b
	}
	b = append(b, "/OCProperties<</OCGs["...)
	for i, n := range ls.groups {
		if i > 0 {
			b = append(b, ' ')
		}
		b = syntax.AppendRef(b, n)
	}
	b = append(b, "]/D<</Name(Report)/BaseState/ON"...)
	for _, k := range []struct {
		key   string
		value []byte
	}{{"OFF", ls.off}, {"Order", ls.order}, {"Locked", ls.locked}, {"RBGroups", ls.radios}} {
		if len(k.value) > 0 {
			b = append(append(append(append(append(b, '/'), k.key...), '['), k.value...), ']')
		}
	}
	return append(b, ">>>>"...)
}
