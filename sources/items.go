package sources

import (
	"gopkg.in/yaml.v3"

	"rapporteur/sources/diag"
)

// This file knows the manifest's items: chapters, sessions, statements, recommendations, annexes.

var (
	originalKinds  = []string{".pdf"}
	laterOriginals = []string{".png", ".jpg", ".jpeg"}
	statuses       = []string{"as-delivered", "check-against-delivery", "not-received", "withdrawn"}
	natures        = []string{"delivered", "translation", "corrigendum"}
)

// each reads the mappings of a list.
func (m *mapping) each(key string, read func(*mapping)) {
	for _, n := range m.list(key) {
		if item := m.r.mapping(n, key, m.item); item != nil {
			read(item)
			item.done()
		}
	}
}

func (r *reader) chapters(top *mapping, key string) []Chapter {
	var list []Chapter
	top.each(key, func(m *mapping) {
		m.need("title", "text")
		list = append(list, Chapter{ID: m.id(false), Title: m.words("title"), Text: m.prose("text"), Pos: m.pos})
	})
	return list
}

func (r *reader) summary(m *mapping) *Summary {
	if m == nil {
		return nil
	}
	m.item = "summary"
	m.needTextOrOriginal()
	s := &Summary{Title: m.words("title"), Text: m.prose("text"), Originals: m.originals(), Pos: m.pos}
	m.done()
	return s
}

func (m *mapping) needTextOrOriginal() {
	if !m.has("text") && !m.has("original") && !m.has("originals") {
		m.add("nothing-to-print", m.pos, nil)
	}
}

// sessions reads sessions, or the panels of one, which have none of their own.
func (r *reader) sessions(top *mapping, key string, panels bool) []Session {
	var list []Session
	top.each(key, func(m *mapping) {
		m.need("title")
		s := Session{ID: m.id(true), Pos: m.pos}
		s.Title, s.Date = m.words("title"), m.date("date", true)
		s.Chair = m.person("chair")
		for _, n := range m.list("officers") {
			if p := m.officer(n); p != nil {
				s.Officers = append(s.Officers, *p)
			}
		}
		s.Intro, s.Debate, s.Floor = m.prose("intro"), m.prose("debate"), m.wordsList("floor")
		m.each("statements", func(m *mapping) { s.Statements = append(s.Statements, r.statement(m)) })
		if panels {
			s.Panels = r.sessions(m, "panels", false)
		} else if n := m.find("panels"); n != nil {
			m.add("panel-in-panel", r.pos(n), nil)
		}
		list = append(list, s)
	})
	return list
}

func (r *reader) statement(m *mapping) Statement {
	s := Statement{ID: m.id(true), Pos: m.pos}
	s.Speakers = m.speakers("speaker")
	s.OnBehalfOf, s.DeliveredBy = m.words("on_behalf_of"), m.person("delivered_by")
	s.Status = m.choice("status", statuses)
	s.Title, s.Language, s.Symbol = m.words("title"), m.language("language"), m.words("symbol")
	s.Text, s.Originals = m.prose("text"), m.originals()
	m.each("links", func(m *mapping) {
		m.need("url")
		s.Links = append(s.Links, Link{Title: m.words("title"), URL: m.url("url"), Pos: m.pos})
	})
	if !m.has("speaker") && !m.has("title") {
		m.add("statement-unnamed", m.pos, nil)
	}
	if absent := s.Status.Value == "not-received" || s.Status.Value == "withdrawn"; !absent {
		m.needTextOrOriginal()
	}
	return s
}

func (m *mapping) person(key string) *Person {
	n := m.find(key)
	if n == nil {
		return nil
	}
	return m.readPerson(n, key, false)
}

func (m *mapping) officer(n *yaml.Node) *Person { return m.readPerson(n, "officers", true) }

// speakers reads one person or a list of them.
func (m *mapping) speakers(key string) []Person {
	n := m.find(key)
	if n == nil {
		return nil
	}
	target := m.r.look(n)
	if target == nil {
		return nil
	}
	nodes := []*yaml.Node{target}
	if target.Kind == yaml.SequenceNode {
		nodes = m.r.list(target, key, m.item)
	}
	var list []Person
	for _, n := range nodes {
		if p := m.readPerson(n, key, false); p != nil {
			list = append(list, *p)
		}
	}
	return list
}

func (m *mapping) readPerson(n *yaml.Node, key string, officer bool) *Person {
	p := m.r.mapping(n, key, m.item)
	if p == nil {
		return nil
	}
	if !p.has("name") && !p.has("role") && !p.has("delegation") {
		p.add("person-unnamed", p.pos, diag.Args{"in": key})
	}
	person := &Person{Name: p.words("name"), Role: p.words("role"), Delegation: p.words("delegation"), Sort: p.words("sort"), Pos: p.pos}
	if officer {
		person.As = p.words("as")
	}
	p.done()
	return person
}

// originals reads `original`, one, or `originals`, a list.
func (m *mapping) originals() []Original {
	m.only("original", "originals")
	var list []Original
	take := func(n *yaml.Node, key string) {
		if o := m.original(n, key); o != nil {
			list = append(list, *o)
		}
	}
	if n := m.find("original"); n != nil {
		take(n, "original")
	}
	for _, n := range m.list("originals") {
		take(n, "originals")
	}
	return list
}

// original reads a path, a map of language to path, or a mapping with `file` and what is to be said of it.
func (m *mapping) original(n *yaml.Node, key string) *Original {
	at := m.r.pos(n)
	n = m.r.look(n)
	if n == nil {
		return nil
	}
	if n.Kind != yaml.MappingNode || m.r.isLanguageMap(n) {
		return &Original{File: m.r.path(n, key, m.item, originalKinds, laterOriginals), Pos: at}
	}
	f := m.r.mapping(n, key, m.item)
	if f == nil {
		return nil
	}
	f.need("file")
	f.only("password", "password_env")
	o := &Original{
		File: f.path("file", originalKinds, laterOriginals), Language: f.language("language"), Kind: f.choice("kind", natures), SHA256: f.hash("sha256"),
		Password: f.secret("password"), PasswordEnv: f.secret("password_env"), Damaged: f.choice("damaged", nil, "accept"), Pos: f.pos,
	}
	if t := f.word("pages"); !t.IsZero() {
		var ok bool
		if o.Pages, ok = parseRanges(t.Value, t.Pos); !ok {
			f.add("bad-page-range", t.Pos, diag.Args{"value": t.Value})
		}
	}
	f.done()
	return o
}

// isLanguageMap reports whether the first key is a language: then the mapping is one path for each.
func (r *reader) isLanguageMap(n *yaml.Node) bool {
	return len(n.Content) > 0 && r.editions.has(n.Content[0].Value)
}

func (r *reader) recommendations(top *mapping) []Recommendation {
	var list []Recommendation
	top.each("recommendations", func(m *mapping) {
		m.need("text")
		v := Recommendation{ID: m.id(true), Group: m.words("group"), Text: m.prose("text"), Addressees: m.wordsList("addressees"), Pos: m.pos}
		for _, t := range m.texts("from") {
			if m.soundID(t) {
				v.From = append(v.From, t)
			}
		}
		list = append(list, v)
	})
	return list
}

func (r *reader) annexes(top *mapping) []Annex {
	var list []Annex
	top.each("annexes", func(m *mapping) {
		m.need("title")
		m.needTextOrOriginal()
		list = append(list, Annex{ID: m.id(false), Title: m.words("title"), Text: m.prose("text"), Originals: m.originals(), Language: m.language("language"), Pos: m.pos})
	})
	return list
}
