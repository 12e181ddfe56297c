// Package manifesttest makes manifests at random, for the tests of report and its rooms: legal ones that an editor
// may never write. Their ids are drawn from the names that parts of the report, runs and anchors have; parts are
// empty, alone or missing.
//
// From a seed into YAML. The originals a.pdf and b.pdf, of at least two pages, and the picture figure.png are the
// caller's to lay down. That a manifest is legal is promised; what becomes of it is what the tests are about.
package manifesttest

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// names are what ids are drawn from: names of ours, and what may be made of them.
var names = []string{
	"cover", "half-title", "imprint", "contents", "list", "figures", "tables", "front", "abbreviations", "part",
	"part-1", "part-2", "chapter", "recommendations", "statement", "participants", "annex", "divider",
	"original", "index", "blank", "run", "run-cover", "figures-1", "original-1", "note", "note-1", "debate",
	"speaker", "speakers", "heading", "Cover-2", "INDEX-2", "Part-3", "r1", "a", "Z9",
}

// Random gives the manifest of a seed.
func Random(seed uint64) string {
	m := &maker{rand: rand.New(rand.NewPCG(seed, 1)), free: append([]string(nil), names...)}
	m.rand.Shuffle(len(m.free), func(i, j int) { m.free[i], m.free[j] = m.free[j], m.free[i] })
	return m.manifest()
}

type maker struct {
	rand *rand.Rand
	free []string // ids that nothing has yet
	ids  []string // that something has, and that stand before what is being written
	out  strings.Builder
}

// one in n times it is so.
func (m *maker) one(n int) bool { return m.rand.IntN(n) == 0 }

func (m *maker) line(format string, args ...any) { fmt.Fprintf(&m.out, format+"\n", args...) }

// id takes an id; where all are taken it makes one.
func (m *maker) id() string {
	id := fmt.Sprintf("id-%d", len(m.ids))
	if n := len(m.free); n > 0 {
		id, m.free = m.free[n-1], m.free[:n-1]
	}
	m.ids = append(m.ids, id)
	return id
}

// known is an id that something has.
func (m *maker) known() string { return m.ids[m.rand.IntN(len(m.ids))] }

// text is a Markdown text as YAML: headings and paragraphs, with and without ids, references, notes, figures, tables.
func (m *maker) text() string {
	var b strings.Builder
	put := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n\n", args...) }
	if m.one(3) {
		put("# Heading {#%s}", m.id())
	}
	put("Words.")
	for range m.rand.IntN(4) {
		switch m.rand.IntN(7) {
		case 0:
			put("Words of a paragraph. {#%s}", m.id())
		case 1:
			put("# Another heading\n\nWords.")
		case 2:
			if len(m.ids) > 0 {
				put("See [@%s] and [@%s].", m.known(), strings.ToUpper(m.known()))
			}
		case 3:
			put("Words[^%d].\n\n[^%[1]d]: A note.", b.Len())
		case 4:
			put("![Alt](figure.png \"Caption\")")
		case 5:
			put("Table: Caption\n\n| a |\n|---|\n| b |")
		case 6:
			put("::: {lang=%s}\nWords in another language.\n:::", m.language())
		}
	}
	return fmt.Sprintf("%q", b.String())
}

func (m *maker) language() string {
	return []string{"fr", "ar", "en-GB", "fr-CA", "ar-EG", "zh-Hans"}[m.rand.IntN(6)]
}

// original is an original, or a list of them, with ranges of pages or without.
func (m *maker) original() string {
	one := func() string {
		file := []string{"a.pdf", "b.pdf"}[m.rand.IntN(2)]
		if m.one(3) {
			return fmt.Sprintf("{file: %s, pages: %q, kind: translation}", file,
				[]string{"1", "1-2", "2,1", "1-2, 1"}[m.rand.IntN(4)])
		}
		return file
	}
	if m.one(4) {
		return "originals: [" + one() + ", " + one() + "]"
	}
	return "original: " + one()
}

// body is a text, originals, or both.
func (m *maker) body() string {
	switch m.rand.IntN(3) {
	case 0:
		return "text: " + m.text()
	case 1:
		return m.original()
	}
	return "text: " + m.text() + ", " + m.original()
}

func (m *maker) manifest() string {
	m.line("report: {title: Title, language: %s, date: 2012-03-01}", []string{"en", "fr", "ar", "zh"}[m.rand.IntN(4)])
	if m.one(3) {
		m.line("layout: {lists: %s}", []string{"[figures]", "[tables]", "[tables, figures]", "[]"}[m.rand.IntN(4)])
	}
	if m.one(4) {
		m.line("delegations: {n: {name: Norway}}")
	}
	if m.one(4) {
		m.line("abbreviations: {UN: United Nations}")
	}
	m.chapters("front")
	if m.one(3) {
		m.ids = append(m.ids, "summary")
		m.line("summary: {%s}", m.body())
	} else {
		m.free = append(m.free, "summary") // it is free for others then
	}
	m.chapters("introduction")
	if !m.one(4) {
		m.line("sessions:")
		for range 1 + m.rand.IntN(3) {
			m.session("  ", true)
		}
	}
	m.chapters("conclusions")
	m.recommendations()
	m.annexes()
	return m.out.String()
}

func (m *maker) chapters(key string) {
	if n := m.rand.IntN(3); n > 0 && m.one(2) {
		m.line("%s:", key)
		for range n {
			m.line("  - {id: %s, title: Chapter, text: %s}", m.id(), m.text())
		}
	}
}

func (m *maker) session(indent string, panels bool) {
	m.line("%s- id: %s\n%[1]s  title: Session", indent, m.id())
	if m.one(3) {
		m.line("%s  intro: %s", indent, m.text())
	}
	if m.one(3) {
		m.line("%s  debate: %s", indent, m.text())
	}
	if n := m.rand.IntN(4); n > 0 {
		m.line("%s  statements:", indent)
		for range n {
			m.statement(indent + "    ")
		}
	}
	if panels && m.one(3) {
		m.line("%s  panels:", indent)
		for range 1 + m.rand.IntN(2) {
			m.session(indent+"    ", false)
		}
	}
}

func (m *maker) statement(indent string) {
	who := []string{"title: Said", "speaker: {name: A}", "speaker: [{name: A}, {role: R}], title: Said",
		"speaker: {role: Q, name: B}"}[m.rand.IntN(4)]
	switch m.rand.IntN(5) {
	case 0:
		m.line("%s- {id: %s, %s, status: withdrawn}", indent, m.id(), who)
	case 1:
		m.line("%s- {id: %s, %s, language: %s, %s}", indent, m.id(), who, m.language(), m.body())
	default:
		m.line("%s- {id: %s, %s, %s}", indent, m.id(), who, m.body())
	}
}

func (m *maker) recommendations() {
	if m.one(2) {
		return
	}
	m.line("recommendations:")
	for range 1 + m.rand.IntN(3) {
		group := []string{"", "group: X, ", "group: Y, "}[m.rand.IntN(3)]
		from := ""
		if len(m.ids) > 0 {
			from = "from: [" + m.known() + "], "
		}
		m.line("  - {id: %s, %s%stext: %s}", m.id(), group, from, m.text())
	}
}

func (m *maker) annexes() {
	if m.one(3) {
		return
	}
	m.line("annexes:")
	for range 1 + m.rand.IntN(3) {
		m.line("  - {id: %s, title: Annex, %s}", m.id(), m.body())
	}
}
