package assembly

import (
	"slices"
	"sort"
	"strconv"

	"rapporteur/report/unit"
	"rapporteur/sources/pdf/syntax"
)

// tags is the trunk of the report's structure: Document, below it an element for each run. What the runs bring is
// written with their units; kept are only names, and the identifiers.
type tags struct {
	l              *linker
	root, document int
	kids           []byte // of Document
	parents        treeBuilder
	nextKey        int // of the parent tree
	ids            []idEntry
	roles          map[string]string    // role map: custom type to standard type
	named          map[unit.Role]string // what a unit's type is called here
	classes        map[string]bool
	numbers        map[string]int // how many have had a name, by the name as it came
	classMap       []byte
}

type idEntry struct {
	id      string
	element int
}

func newTags(l *linker) *tags {
	return &tags{l: l, root: l.w.alloc(), document: l.w.alloc(), parents: treeBuilder{w: l.w, kind: "Nums"},
		roles: map[string]string{}, named: map[unit.Role]string{}, classes: map[string]bool{},
		numbers: map[string]int{}}
}

// role gives a type of a unit's its name in the report: another where an earlier unit gave the name to another type.
func (t *tags) role(r unit.Role) string {
	name, ok := t.named[r]
	for !ok {
		name = t.next("/S/", r.Name)
		if _, taken := t.roles[name]; !taken {
			t.roles[name], t.named[r], ok = r.Standard, name, true
		}
	}
	return name
}

// next is a name with the next number behind it; kind keeps the names of types and of classes apart.
func (t *tags) next(kind, name string) string {
	t.numbers[kind+name]++
	return numbered(name, t.numbers[kind+name])
}

// className gives a class of a unit's a name that no other unit's has.
func (t *tags) className(name string) string {
	for {
		if n := t.next("/C/", name); !t.classes[n] {
			t.classes[n] = true
			return n
		}
	}
}

// numbered is a name with a number behind it, from the second on.
func numbered(name string, i int) string {
	if i == 1 {
		return name
	}
	return name + "." + strconv.Itoa(i)
}

// structure writes the run's own element and takes the unit's part of the trees.
func (b *binding) structure() {
	t, root := b.l.tags, &b.run.Root
	out := append(b.buf[:0], "<</S"...)
	tag, lang, title := string(root.Tag), root.Lang, root.Title
	if tag == "" {
		tag = "Part"
	}
	if lang == "" {
		lang = b.run.Lang
	}
	if title == "" {
		title = b.run.Title
	}
	out = syntax.AppendName(out, tag)
	if lang != "" {
		out = syntax.AppendText(append(out, "/Lang"...), lang)
	}
	if title != "" {
		out = syntax.AppendText(append(out, "/T"...), title)
	}
	out = syntax.AppendRefKey(out, "P", t.document)
	if !b.u.Roots.Empty() {
		out = append(b.u.Roots.Append(append(out, "/K["...), b.fill), ']')
	}
	b.buf = append(out, ">>"...)
	b.l.w.object(b.entry, b.buf)
	t.kids = syntax.AppendRef(append(t.kids, ' '), b.entry)

	for i := range b.u.Keys {
		b.buf = b.u.Keys[i].Append(b.buf[:0], b.fill)
		t.parents.add(syntax.AppendInt(nil, t.nextKey), b.buf)
		t.nextKey++
	}
	for _, id := range b.u.IDs {
		if id.Element > 0 {
			t.ids = append(t.ids, idEntry{b.id(id.Name), b.number[id.Element]})
		}
	}
	for i := range b.u.Classes {
		t.classMap = append(syntax.AppendName(t.classMap, b.classes[i]), ' ')
		t.classMap = b.u.Classes[i].Value.Append(t.classMap, b.fill)
	}
}

// write writes the trunk, and gives the root's number.
func (t *tags) write() int {
	w := t.l.w
	b := append([]byte(nil), "<</S/Document"...)
	b = syntax.AppendRefKey(b, "P", t.root)
	if t.l.plan.Lang != "" {
		b = append(b, "/Lang"...)
		b = syntax.AppendText(b, t.l.plan.Lang)
	}
	b = append(append(append(b, "/K["...), t.kids...), "]>>"...)
	w.object(t.document, b)

	b = append([]byte(nil), "<</Type/StructTreeRoot"...)
	b = syntax.AppendRefKey(b, "K", t.document)
	if n := t.parents.finish(); n > 0 {
		b = syntax.AppendRefKey(b, "ParentTree", n)
		b = append(b, "/ParentTreeNextKey "...)
		b = syntax.AppendInt(b, t.nextKey)
	}
	sort.SliceStable(t.ids, func(i, j int) bool { return t.ids[i].id < t.ids[j].id })
	ids := treeBuilder{w: w, kind: "Names"}
	for i, e := range t.ids {
		if i > 0 && t.ids[i-1].id == e.id {
			continue
		}
		ids.add(syntax.AppendString(nil, []byte(e.id)), syntax.AppendRef(nil, e.element))
	}
	if n := ids.finish(); n > 0 {
		b = syntax.AppendRefKey(b, "IDTree", n)
	}
	if len(t.roles) > 0 {
		names := make([]string, 0, len(t.roles))
		for k := range t.roles {
			names = append(names, k)
		}
		slices.Sort(names)
		b = append(b, "/RoleMap<<"...)
		for _, k := range names {
			b = syntax.AppendName(syntax.AppendName(b, k), t.roles[k])
		}
		b = append(b, ">>"...)
	}
	if len(t.classMap) > 0 {
		b = append(append(append(b, "/ClassMap<<"...), t.classMap...), ">>"...)
	}
	w.object(t.root, append(b, ">>"...))
	return t.root
}
