package sources

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"rapporteur/sources/diag"
)

// This file reads mappings by the table of keys: nothing here knows a key.

// manifest reads the whole manifest; nil if there is none to speak of.
func (r *reader) manifest(root *yaml.Node) *Manifest {
	top := r.mapping(root, "manifest", "", "")
	if top == nil {
		if empty(root) {
			r.bag.Add("empty-manifest", diag.Pos{File: r.file, Line: 1, Column: 1}, nil)
		}
		return nil
	}
	m := &Manifest{}
	top.fill(r.format, m)
	if r.otherVersion {
		return nil
	}
	return m
}

// inner reads a mapping inside this one; nil if there is nothing, or something else.
func (m *mapping) inner(n *yaml.Node, name string) *mapping {
	inner := m.r.mapping(n, name, m.item, m.exampleOf(name, n))
	if inner != nil {
		inner.outer = m
	}
	return inner
}

// innerOf reads a mapping of a shape inside this one, or the name that may stand for it.
func (m *mapping) innerOf(s *shape, n *yaml.Node, name string) *mapping {
	if s.short == "" || !m.r.named(n) {
		return m.inner(n, name)
	}
	at := m.r.pos(n)
	return &mapping{r: m.r, outer: m, pos: at, name: name, item: m.item, entries: []entry{{s.short, at, n}}}
}

// named reports whether a node is a name, or one for each language.
func (r *reader) named(n *yaml.Node) bool {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	return n.Kind == yaml.ScalarNode && !empty(n) && !isBoolean(n) || n.Kind == yaml.MappingNode && r.isLanguageMap(n)
}

// example gives the line of a key whose value is one mapping, for whoever wrote something else there; "" for lists, of
// which only an item may be wrong, and for keys of the user's own.
func (m *mapping) example(name string) string {
	if m.shape == nil {
		return ""
	}
	if k := m.shape.key(name); k != nil && k.kind.mark == "" {
		return k.line()
	}
	return ""
}

// exampleOf is the example of a key whose mapping has only a name in its place: with that name, or that day, in it.
func (m *mapping) exampleOf(name string, n *yaml.Node) string {
	line := m.example(name)
	if line == "" || n == nil || n.Kind != yaml.ScalarNode || n.Value == "" || m.shape.key(name).kind.of == nil {
		return line
	}
	_, sound := parseDate(n.Value)
	day := m.r.editions.dated(n.Value)["nearest"]
	if sound {
		day = n.Value
	}
	for _, k := range m.shape.key(name).kind.of.keys {
		switch {
		case day != "" && k.kind.en == dateKind.en:
			return name + ": {" + k.name + ": " + day + "}"
		case day == "" && k.kind.en == wordsKind.en:
			return name + ": {" + k.name + ": " + strconv.Quote(n.Value) + "}"
		}
	}
	return line
}

// fill reads the keys of the shape into the struct that v points to. It reports keys that are missing, that exclude
// each other or that are unknown.
func (m *mapping) fill(s *shape, v any) {
	m.shape = s
	if s.item != "" {
		m.item = s.item
	}
	m.rejoin()
	fields := m.r.bindings.of(s, v)
	fields.setPos(v, m.pos)
	for i := range s.keys {
		k := &s.keys[i]
		if e := m.entry(k.name); e != nil && !empty(e.value) && !m.toDo(k, e.value) {
			k.kind.read(m, k, e.value, fields.at(v, i))
		}
		if m.r.otherVersion {
			return
		}
	}
	m.lacking()
	for _, pair := range s.apart {
		if one, other := m.entry(pair[0]), m.entry(pair[1]); m.has(pair[0]) && m.has(pair[1]) {
			m.add("both-given", other.pos, diag.Args{"one": one.key, "other": other.key})
		}
	}
	if s.check != nil {
		s.check(m, v)
	}
	m.strange()
}

// toDo reports whether what stands under a key is a `?`, which nothing can be made of: the editor has yet to write it,
// and it is told. What is printed as it is written may be a `?` meanwhile.
func (m *mapping) toDo(k *key, n *yaml.Node) bool {
	if n.Kind != yaml.ScalarNode || n.Value != ToDo {
		return false
	}
	switch {
	case k.kind.en == wordsKind.en:
		m.add("to-do", m.r.pos(n), diag.Args{"key": k.name})
		return false
	case k.required:
		m.add("to-do-first", m.r.pos(n), diag.Args{"key": k.name, "example": k.line()})
	default:
		m.add("to-do", m.r.pos(n), diag.Args{"key": k.name})
	}
	return true
}

// ToDo is what stands for a value that the editor has yet to write.
const ToDo = "?"

// checked makes a shape's check of a function that knows the struct.
func checked[T any](check func(m *mapping, v *T)) func(*mapping, any) {
	return func(m *mapping, v any) { check(m, v.(*T)) }
}

// entry gives the entry of a key; nil if the mapping does not have it.
func (m *mapping) entry(name string) *entry {
	for i := range m.entries {
		if m.entries[i].key == name {
			return &m.entries[i]
		}
	}
	return nil
}

// has reports whether a key has a value.
func (m *mapping) has(name string) bool {
	e := m.entry(name)
	return e != nil && !empty(e.value)
}

// lacking reports required keys that are missing.
func (m *mapping) lacking() {
	for i := range m.shape.keys {
		k := &m.shape.keys[i]
		glued := func(e entry) bool { return m.glued(e) == k.name } // which is told
		if !k.required && (k.with == "" || !m.has(k.with)) || m.has(k.name) || slices.ContainsFunc(m.entries, glued) {
			continue
		}
		if e := m.entry(k.name); e != nil {
			m.add("empty-value", e.pos, diag.Args{"key": k.name})
			continue
		}
		m.add("missing-key", m.pos, diag.Args{"key": k.name, "in": m.name, "example": m.lineOf(k)})
	}
	for _, need := range m.shape.need {
		excused := m.flow && slices.ContainsFunc(m.entries, func(e entry) bool { // cut in two, which is told
			return m.shape.key(e.key) == nil && empty(e.value)
		})
		if e := m.entry(need.unless); e != nil {
			excused = excused || slices.Contains(need.isOneOf, written(e.value))
		}
		if !excused && !slices.ContainsFunc(need.of, m.has) {
			m.add(need.code, m.pos, diag.Args{"in": m.name})
		}
	}
}

// written gives the words of a scalar, without reading it once more.
func written(n *yaml.Node) string {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	return clean(n.Value)
}

// strange reports the keys that the shape does not know.
func (m *mapping) strange() {
	var guess *guesser
	allowed := ""
	for i, e := range m.entries {
		switch {
		case m.shape.key(e.key) != nil:
		case m.glued(e) != "":
			if name := m.glued(e); e.key == name+":" {
				m.add("empty-value", e.pos, diag.Args{"key": name})
			} else {
				m.add("yaml-space", e.pos, nil)
			}
		case m.flow && empty(e.value):
			if i > 0 && m.curlyBefore(i) {
				continue
			}
			shown := e.key
			if before := m.shape.key(m.entries[max(i-1, 0)].key); before != nil && before.kind.secret {
				shown = "…" // the rest of a password is not printed either
			}
			args := diag.Args{"key": shown}
			if i == 0 { // no comma stands before it
				args["alone"] = shown
			} else if whole := m.entries[i-1].value; shown == e.key && whole.Kind == yaml.ScalarNode {
				args["whole"] = m.entries[i-1].key + ": \"" + whole.Value + "\"" // rejoined
			}
			m.add("flow-comma", e.pos, args)
		default:
			if guess == nil {
				guess, allowed = m.guesser(), strings.Join(m.shape.known(), ", ")
			}
			args := guess.args(e.key)
			args["key"], args["in"], args["allowed"] = e.key, m.name, allowed
			if m.outer != nil {
				args["topic"] = m.name
			}
			m.add("unknown-key", e.pos, args)
		}
	}
}

// rejoin puts values together again that a comma in braces cut in two, "{file: Kenya, final.pdf}": strange tells of the
// comma, and nothing else of the value should be told than what is wrong with the whole.
func (m *mapping) rejoin() {
	for i := len(m.entries) - 1; m.flow && i > 0; i-- {
		e, before := m.entries[i], &m.entries[i-1]
		plain := before.value.Kind == yaml.ScalarNode && before.value.Style == 0 && !empty(before.value)
		if plain && m.shape.key(e.key) == nil && empty(e.value) && m.glued(e) == "" {
			whole := *before.value
			whole.Value += ", " + e.key
			before.value = &whole
		}
	}
}

// glued gives the key of an entry in braces whose colon no space follows, so that YAML takes key, colon and value for
// one word: "{role:Minister}", "{role:, name: A}"; "" for another.
func (m *mapping) glued(e entry) string {
	name, _, colon := strings.Cut(e.key, ":")
	if !m.flow || !empty(e.value) || !colon || m.shape.key(name) == nil {
		return ""
	}
	return name
}

// curlyBefore reports a curly quotation mark in the value before entry i: then the comma between them was inside
// quotation marks that YAML does not know, and cut one value in two.
func (m *mapping) curlyBefore(i int) bool {
	before := m.entries[i-1].value
	return before.Style == 0 && m.r.curly(before.Value, m.r.pos(before), m.item)
}

// binding says which fields of a struct the keys of a shape fill. Fields are found by their tag, `key:"name"`; keys
// that fill the same one are divided by commas.
type binding struct {
	fields [][]int // of each key; nil for a key that fills none
	again  []bool  // of each key: one before it fills the same field
	pos    []int   // of the field Pos
}

// bindings are those found so far.
type bindings map[*shape]*binding

func (b *bindings) of(s *shape, v any) *binding {
	if found := (*b)[s]; found != nil {
		return found
	}
	made := &binding{fields: make([][]int, len(s.keys)), again: make([]bool, len(s.keys))}
	for _, field := range reflect.VisibleFields(reflect.TypeOf(v).Elem()) {
		if field.Name == "Pos" && len(field.Index) == 1 {
			made.pos = field.Index
		}
		names := strings.Split(field.Tag.Get("key"), ",")
		filled := false
		for i := range s.keys {
			if k := &s.keys[i]; slices.Contains(names, k.name) && !k.kind.hidden {
				made.fields[i], made.again[i] = field.Index, filled
				filled = true
			}
		}
	}
	if *b == nil {
		*b = bindings{}
	}
	(*b)[s] = made
	return made
}

// at points to the field of the i-th key in the struct that v points to; nil where it fills none.
func (b *binding) at(v any, i int) any {
	if b.fields[i] == nil {
		return nil
	}
	return reflect.ValueOf(v).Elem().FieldByIndex(b.fields[i]).Addr().Interface()
}

func (b *binding) setPos(v any, pos diag.Pos) {
	if b.pos != nil {
		reflect.ValueOf(v).Elem().FieldByIndex(b.pos).Set(reflect.ValueOf(pos))
	}
}

func (b *binding) getPos(v any) diag.Pos {
	if b.pos == nil {
		return diag.Pos{}
	}
	return reflect.ValueOf(v).Elem().FieldByIndex(b.pos).Interface().(diag.Pos)
}
