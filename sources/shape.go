package sources

import (
	"strings"

	"gopkg.in/yaml.v3"

	"rapporteur/sources/diag"
)

// This file knows the manifest's head: report, event, publication, layout and delegations. items.go knows the rest.

var (
	imageKinds = []string{".png", ".jpg", ".jpeg"}
	fontKinds  = []string{".ttf", ".otf", ".ttc", ".otc"}
)

func (r *reader) manifest(root *yaml.Node) *Manifest {
	top := r.mapping(root, "manifest", "")
	if top == nil {
		if empty(root) {
			r.bag.Add("empty-manifest", diag.Pos{File: r.file, Line: 1, Column: 1}, nil)
		}
		return nil
	}
	if v := top.word("rapporteur"); !v.IsZero() && v.Value != "1" {
		r.bag.Add("bad-version", v.Pos, diag.Args{"version": v.Value})
		return nil // another format: what follows would be a flood of wrong findings
	}
	top.need("report")
	m := &Manifest{}
	m.Report = r.report(top.mapping("report"))
	m.Event = r.event(top.mapping("event"))
	m.Publication = r.publication(top.mapping("publication"))
	m.Layout = r.layout(top.mapping("layout"))
	m.Delegations = r.delegations(top.mapping("delegations"))
	m.Front = r.chapters(top, "front")
	m.Abbreviations = r.abbreviations(top.mapping("abbreviations"))
	m.Summary = r.summary(top.mapping("summary"))
	m.Introduction = r.chapters(top, "introduction")
	m.Sessions = r.sessions(top, "sessions", true)
	m.Conclusions = r.chapters(top, "conclusions")
	m.Recommendations = r.recommendations(top)
	r.participants(top, m)
	m.Annexes = r.annexes(top)
	top.done()
	return m
}

func (r *reader) report(m *mapping) Report {
	if m == nil {
		return Report{}
	}
	m.need("title", "language", "date")
	v := Report{Title: m.words("title"), Subtitle: m.words("subtitle"), Date: m.date("date", false), Symbol: m.words("symbol"), URL: m.url("url"), Pos: m.pos}
	if n := m.find("language"); n != nil {
		v.Languages = r.languages(m, n)
	}
	m.done()
	return v
}

// languages reads the report's language. A list makes an edition each, later.
func (r *reader) languages(m *mapping, n *yaml.Node) []Text {
	target := r.look(n)
	if target == nil {
		return nil
	}
	if target.Kind == yaml.SequenceNode {
		var names []string
		for _, item := range target.Content {
			names = append(names, item.Value)
		}
		m.notYet(r.pos(n), "language: ["+strings.Join(names, ", ")+"]")
		return nil
	}
	t := r.text(target, "language", "")
	if t.IsZero() {
		return nil
	}
	if !r.editions.has(t.Value) {
		allowed := r.editions.list()
		if canonical, _ := languageTag(t.Value); r.editions.has(canonical) {
			allowed = canonical
		}
		m.add("bad-language", t.Pos, diag.Args{"value": t.Value, "allowed": allowed})
		return nil
	}
	return []Text{t}
}

func (r *reader) event(m *mapping) Event {
	if m == nil {
		return Event{}
	}
	v := Event{Title: m.words("title"), From: m.date("from", false), To: m.date("to", false), Place: m.words("place"),
		Organizers: m.wordsList("organizers"), URL: m.url("url"), Pos: m.pos}
	if !v.From.IsZero() && !v.To.IsZero() && v.To.Time().Before(v.From.Time()) {
		m.add("dates-reversed", v.To.Pos, nil)
	}
	m.done()
	return v
}

func (r *reader) publication(m *mapping) Publication {
	if m == nil {
		return Publication{}
	}
	v := Publication{
		Organization: m.words("organization"), Emblem: m.path("emblem", imageKinds, nil),
		SalesNumber: m.text("sales_number"), ISBN: m.text("isbn"), ISSN: m.text("issn"), Job: m.text("job"),
		Distribution: m.words("distribution"), Copyright: m.words("copyright"), Disclaimers: m.wordsList("disclaimers"), Pos: m.pos,
	}
	if !v.Emblem.IsZero() {
		m.need("organization") // its name is the emblem's alternative text
	}
	m.done()
	return v
}

func (r *reader) layout(m *mapping) Layout {
	if m == nil {
		return Layout{}
	}
	v := Layout{
		Profile: m.choice("profile", []string{"publication"}, "plain"), Paper: m.choice("paper", []string{"A4", "letter"}),
		Size: m.number("size", minSize, maxSize), Leading: m.number("leading", minLeading, maxLeading),
		Stamp: m.choice("stamp", []string{"margin", "none"}), Pagination: m.choice("pagination", []string{"labels"}, "straight"),
		Originals: m.choice("originals", []string{"part-two"}, "after-session", "after-statement"),
		Lists:     m.choices("lists", []string{"figures", "tables"}), Pos: m.pos,
	}
	size := TextSize
	if v.Size.Given {
		size = v.Size.Milli
	}
	if v.Leading.Given && v.Leading.Milli < size { // lines would lie over each other
		m.add("bad-number", v.Leading.Pos, diag.Args{"key": "leading", "value": milli(v.Leading.Milli), "least": milli(size),
			"most": milli(maxLeading)})
		v.Leading = Number{}
	}
	if attach, _ := m.boolean("attach"); attach {
		m.notYet(r.pos(m.find("attach")), "attach: true")
	}
	v.Conformance = r.conformance(m)
	if margins := m.mapping("margins"); margins != nil {
		side := func(key string) Number { return margins.number(key, minMargin, maxMargin) }
		v.Margins = Margins{Top: side("top"), Bottom: side("bottom"), Inner: side("inner"), Outer: side("outer"), Pos: margins.pos}
		margins.done()
	}
	if fonts := m.mapping("fonts"); fonts != nil {
		v.Fonts = Fonts{Serif: r.fonts(fonts, "serif"), Sans: r.fonts(fonts, "sans"), Pos: fonts.pos}
		fonts.done()
	}
	m.done()
	return v
}

func (r *reader) conformance(m *mapping) Text {
	t := m.word("conformance")
	switch {
	case t.IsZero() || t.Value == "best" || t.Value == "none":
		return t
	case levelShape.MatchString(t.Value):
		m.notYet(t.Pos, "conformance: "+t.Value)
	default:
		m.add("bad-value", t.Pos, diag.Args{"key": "conformance", "value": t.Value, "allowed": "best, none, ua1+a3a, a3b"})
	}
	return Text{}
}

func (r *reader) fonts(m *mapping, key string) []Text {
	var list []Text
	for _, t := range m.texts(key) {
		if r.filePath(t.Value, t.Pos, "", fontKinds, nil) {
			list = append(list, t)
		}
	}
	return list
}

func (r *reader) delegations(m *mapping) []Delegation {
	if m == nil {
		return nil
	}
	var list []Delegation
	for _, e := range m.entries {
		d := r.mapping(e.value, e.key, e.key)
		if d == nil {
			if empty(e.value) {
				m.add("missing-key", e.pos, diag.Args{"key": "name", "in": e.key})
			}
			continue
		}
		d.need("name")
		list = append(list, Delegation{Key: e.key, Name: d.words("name"), Group: d.words("group"), Sort: d.words("sort"), Pos: e.pos})
		d.done()
	}
	return list
}

func (r *reader) abbreviations(m *mapping) []Abbreviation {
	if m == nil {
		return nil
	}
	var list []Abbreviation
	for _, e := range m.entries {
		if empty(e.value) {
			m.add("expected-text", e.pos, diag.Args{"key": e.key})
			continue
		}
		if w := r.words(e.value, e.key, "", clean); !w.IsZero() {
			list = append(list, Abbreviation{Key: Text{Value: clean(e.key), Pos: e.pos}, Meaning: w})
		}
	}
	return list
}
