package sources

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"

	"rapporteur/sources/diag"
)

// This file reads one value of a mapping at a time, by what may stand there.

func (r *reader) text(n *yaml.Node, name, item string) Text {
	if n = r.scalar(n, name, item); n == nil {
		return Text{}
	}
	t := Text{Value: clean(n.Value), Pos: r.pos(n)}
	r.length(t.Value, t.Pos, name, item)
	return t
}

// length refuses a title or a name that is a text.
func (r *reader) length(value string, pos diag.Pos, key, item string) {
	if n := tooLong(value); n != "" && !slices.Contains(paragraphs, key) {
		most := strconv.Itoa(maxTitle)
		r.bag.AddItem("title-too-long", pos, item, diag.Args{"key": key, "count": n, "most": most})
	}
}

// paragraphs are the keys of what is printed as a paragraph and may be as long as one.
var paragraphs = []string{"copyright", "disclaimers"}

func (m *mapping) text(key string) Text {
	n := m.find(key)
	if n == nil {
		return Text{}
	}
	return m.r.text(n, key, m.item)
}

// word reads a text that is no prose: an id, a date, a choice. Quotation marks belong to no such value.
func (m *mapping) word(key string) Text {
	t := m.text(key)
	if !t.IsZero() && m.r.curly(t.Value, t.Pos, m.item) {
		return Text{}
	}
	return t
}

// texts reads a list of texts.
func (m *mapping) texts(key string) []Text {
	var list []Text
	for _, n := range m.list(key) {
		if t := m.r.text(n, key, m.item); !t.IsZero() {
			list = append(list, t)
		}
	}
	return list
}

// secret reads a password: every character counts, so nothing is cleaned.
func (m *mapping) secret(key string) Text {
	n := m.find(key)
	if n == nil {
		return Text{}
	}
	if n = m.r.scalar(n, key, m.item); n == nil {
		return Text{}
	}
	return Text{Value: n.Value, Pos: m.r.pos(n)}
}

// byLanguage reads a value that is a scalar or a map of language to scalar, and gives each scalar's node to each.
func (r *reader) byLanguage(n *yaml.Node, name, item string, each func(lang string, n *yaml.Node)) {
	target := r.look(n)
	if target == nil {
		return
	}
	if target.Kind != yaml.MappingNode {
		if n = r.scalar(target, name, item); n != nil {
			each("", n)
		}
		return
	}
	m := r.mapping(target, name, item)
	if m == nil {
		return
	}
	for _, e := range m.entries {
		switch {
		case m.flow && empty(e.value):
			m.add("flow-comma", e.pos, diag.Args{"key": e.key})
		case !slices.Contains(editions, e.key):
			m.add("bad-language", e.pos, diag.Args{"value": e.key, "allowed": strings.Join(editions, ", ")})
		case empty(e.value):
			m.add("expected-text", e.pos, diag.Args{"key": e.key})
		default:
			if v := r.scalar(e.value, e.key, item); v != nil {
				each(e.key, v)
			}
		}
	}
}

func (r *reader) words(n *yaml.Node, name, item string, read func(string) string) Words {
	w := Words{Pos: r.pos(n)}
	r.byLanguage(n, name, item, func(lang string, n *yaml.Node) {
		value := read(n.Value)
		r.length(value, r.pos(n), name, item)
		if lang == "" {
			w.One, w.Pos = value, r.pos(n)
		} else if value != "" {
			w.By = append(w.By, Translation{Lang: lang, Value: value, Pos: r.pos(n)})
		}
	})
	if w.IsZero() {
		return Words{}
	}
	return w
}

func (m *mapping) words(key string) Words {
	n := m.find(key)
	if n == nil {
		return Words{}
	}
	return m.r.words(n, key, m.item, clean)
}

// wordsList reads a list of names or sentences.
func (m *mapping) wordsList(key string) []Words {
	var list []Words
	for _, n := range m.list(key) {
		if w := m.r.words(n, key, m.item, clean); !w.IsZero() {
			list = append(list, w)
		}
	}
	return list
}

// boolean reads true or false; given is false where the manifest is silent.
func (m *mapping) boolean(key string) (value, given bool) {
	n := m.find(key)
	if n == nil {
		return false, false
	}
	at := m.r.pos(n)
	if n = m.r.look(n); n == nil {
		return false, false
	}
	if n.Kind != yaml.ScalarNode || !isBoolean(n) {
		m.add("expected-boolean", at, diag.Args{"key": key})
		return false, false
	}
	return n.Value == "true", true
}

// choice reads a text that is one of allowed; later lists what is part of the format and not yet done.
func (m *mapping) choice(key string, allowed []string, later ...string) Text {
	t := m.word(key)
	switch {
	case t.IsZero() || slices.Contains(allowed, t.Value):
		return t
	case slices.Contains(later, t.Value):
		m.notYet(t.Pos, key+": "+t.Value)
	default:
		m.add("bad-value", t.Pos, diag.Args{"key": key, "value": t.Value, "allowed": strings.Join(append(slices.Clone(allowed), later...), ", ")})
	}
	return Text{}
}

// choices reads a list of words, each of which is one of those allowed; a word that stands twice counts once.
func (m *mapping) choices(key string, allowed []string) []Text {
	var list []Text
	for _, t := range m.texts(key) {
		if !slices.Contains(allowed, t.Value) {
			m.add("bad-value", t.Pos, diag.Args{"key": key, "value": t.Value, "allowed": strings.Join(allowed, ", ")})
		} else if !slices.ContainsFunc(list, func(other Text) bool { return other.Value == t.Value }) {
			list = append(list, t)
		}
	}
	return list
}

// notYet refuses what the format has and this version of the program does not do: nothing that is written is ignored.
func (m *mapping) notYet(pos diag.Pos, what string) {
	m.add("not-yet", pos, diag.Args{"what": what})
}

func (m *mapping) date(key string, time bool) Date {
	t := m.word(key)
	if t.IsZero() {
		return Date{}
	}
	d, ok := parseDate(t.Value)
	if !ok {
		m.add("bad-date", t.Pos, diag.Args{"key": key, "value": t.Value})
		return Date{}
	}
	if d.HasTime && !time {
		m.add("date-with-time", t.Pos, diag.Args{"key": key, "value": t.Value})
		return Date{}
	}
	d.Pos = t.Pos
	return d
}

func (m *mapping) number(key string, least, most int) Number {
	t := m.word(key)
	if t.IsZero() {
		return Number{}
	}
	n, ok := parseMilli(t.Value)
	if !ok || n < least || n > most {
		m.add("bad-number", t.Pos, diag.Args{"key": key, "value": t.Value, "least": milli(least), "most": milli(most)})
		return Number{}
	}
	return Number{Milli: n, Given: true, Pos: t.Pos}
}

func (m *mapping) id(required bool) Text {
	if required {
		m.need("id")
	}
	t := m.word("id")
	if t.IsZero() {
		return t
	}
	if !m.soundID(t) {
		return Text{}
	}
	m.item = t.Value
	return t
}

func (m *mapping) soundID(t Text) bool {
	if !idShape.MatchString(t.Value) {
		m.add("bad-id", t.Pos, diag.Args{"id": t.Value})
		return false
	}
	return true
}

// language reads a language tag: of a statement as delivered, of an original.
func (m *mapping) language(key string) Text {
	t := m.word(key)
	if t.IsZero() {
		return t
	}
	if canonical, ok := languageTag(t.Value); !ok {
		if canonical == "" {
			canonical = strings.Join(editions, ", ")
		}
		m.add("bad-language", t.Pos, diag.Args{"value": t.Value, "allowed": canonical})
		return Text{}
	}
	return t
}

func (m *mapping) url(key string) Text {
	t := m.word(key)
	if !t.IsZero() && !soundURL(t.Value, "http", "https") {
		m.add("bad-url", t.Pos, diag.Args{"url": t.Value})
		return Text{}
	}
	return t
}

// only reports that both keys are given where one rules out the other.
func (m *mapping) only(one, other string) {
	if m.has(one) && m.has(other) {
		for _, e := range m.entries {
			if e.key == other {
				m.add("both-given", e.pos, diag.Args{"one": one, "other": other})
			}
		}
	}
}

// filePath checks that a path names a file in the folder, of one of the kinds.
func (r *reader) filePath(name string, pos diag.Pos, item string, kinds, later []string) bool {
	kind := strings.ToLower(path.Ext(name))
	if r.curly(name, pos, item) {
		return false
	}
	switch {
	case slices.Contains(later, kind):
		r.bag.AddItem("not-yet", pos, item, diag.Args{"what": name})
		return false
	case !slices.Contains(kinds, kind) && errors.Is(r.folder.Check(name), ErrNotFile):
		addFile(r.bag, r.folder, pos, item, name, ErrNotFile)
		return false
	case !slices.Contains(kinds, kind):
		r.bag.AddItem("bad-file-kind", pos, item, diag.Args{"file": name, "allowed": strings.Join(kinds, ", ")})
		return false
	}
	if err := r.folder.Check(name); err != nil {
		addFile(r.bag, r.folder, pos, item, name, err)
		return false
	}
	return true
}

// addFile turns an error of Folder into the diagnostic that says the same.
func addFile(bag *diag.Bag, folder *Folder, pos diag.Pos, item, file string, err error) {
	switch {
	case errors.Is(err, ErrBadPath):
		bag.AddItem("bad-path", pos, item, diag.Args{"file": file})
	case errors.Is(err, ErrOutside):
		bag.AddItem("path-outside", pos, item, diag.Args{"file": file})
	case errors.Is(err, ErrMissing):
		if nearest := folder.Nearest(file); nearest != "" {
			bag.AddItem("misspelt-file", pos, item, diag.Args{"file": file, "nearest": nearest})
			return
		}
		bag.AddItem("file-missing", pos, item, diag.Args{"file": file})
	case errors.Is(err, ErrNotFile):
		bag.AddItem("not-a-file", pos, item, diag.Args{"file": file})
	case errors.Is(err, ErrTooLarge):
		bag.AddItem("file-too-large", pos, item, diag.Args{"file": file})
	default:
		bag.AddItem("file-unreadable", pos, item, diag.Args{"file": file, "cause": fmt.Sprint(err)})
	}
}

// path reads a path, or a map of language to path.
func (m *mapping) path(key string, kinds, later []string) Words {
	n := m.find(key)
	if n == nil {
		return Words{}
	}
	return m.r.path(n, key, m.item, kinds, later)
}

func (r *reader) path(n *yaml.Node, key, item string, kinds, later []string) Words {
	w := r.words(n, key, item, norm.NFC.String)
	sound := true
	if w.One != "" {
		sound = r.filePath(w.One, w.Pos, item, kinds, later)
	}
	for _, t := range w.By {
		sound = r.filePath(t.Value, t.Pos, item, kinds, later) && sound
	}
	if !sound {
		return Words{}
	}
	return w
}

// hash reads a SHA-256 in hexadecimal digits, which come back in lower case.
func (m *mapping) hash(key string) Text {
	t := m.word(key)
	if !t.IsZero() && !hashShape.MatchString(t.Value) {
		m.add("bad-hash", t.Pos, diag.Args{"key": key, "value": t.Value})
		return Text{}
	}
	t.Value = strings.ToLower(t.Value)
	return t
}
