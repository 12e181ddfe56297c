package report_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// object is a mapping of the manifest; its JSON is YAML too.
type object = map[string]any

// drawer draws manifests. What it draws is mostly right, as what editors write is, and odd wherever the format allows
// it.
type drawer struct {
	*rand.Rand
	ids   []string // not yet given
	given []string
	notes int
}

// likeOurs are ids that the program uses, or could be thought to use, for parts of its own. The summary has its id
// whether anybody gives it or not.
var likeOurs = []string{"contents", "cover", "index", "participants", "recommendations", "imprint", "abbreviations",
	"part-1", "part-2",
	"original", "divider", "a1", "A2", "annex-1", "annex-2", "front-1", "introduction-1", "conclusions-1", "statement",
	"blank", "chapter",
	"outline", "title", "page-1", "p1", "1", "0", "x", "contents-1", "a1-original", "a1-original-1", "figures",
	"half-title", "run", "Index-1",
	"norway", "opening", "r1", "r2", strings.Repeat("l", 64)}

func draw(seed uint64) object {
	d := &drawer{Rand: rand.New(rand.NewPCG(2011, seed))}
	d.ids = slices.Clone(likeOurs)
	for i := range 2 * len(likeOurs) {
		d.ids = append(d.ids, fmt.Sprint("item-", i))
	}
	d.Shuffle(len(d.ids), func(i, j int) { d.ids[i], d.ids[j] = d.ids[j], d.ids[i] })
	m := object{"report": d.report()}
	some := func(key string, percent int, value func() any) {
		if d.chance(percent) {
			m[key] = value()
		}
	}
	some("layout", 50, func() any { return d.layout() })
	some("event", 20, func() any {
		return object{"title": d.words(), "from": "2011-09-19", "to": "2011-09-20", "place": d.words(),
			"organizers": []any{d.words()}}
	})
	some("publication", 30, func() any { return d.publication() })
	some("delegations", 25, func() any {
		return object{"norway": object{"name": d.words(), "group": d.words()}, "un": object{"name": "United Nations"}}
	})
	_, keyed := m["delegations"]
	some("front", 30, func() any { return d.chapters(2) })
	some("abbreviations", 30, func() any { return object{"UN": d.words(), "A/" + d.word(): d.words()} })
	some("summary", 40, func() any { return d.printed(object{}) })
	some("introduction", 40, func() any { return d.chapters(2) })
	some("sessions", 75, func() any { return d.sessions(keyed, true) })
	some("conclusions", 20, func() any { return d.chapters(2) })
	some("recommendations", 45, func() any { return d.recommendations() })
	some("participants", 35, func() any { return d.pick("grouped.csv", "flat.csv", "flat.csv", "none.csv") })
	some("annexes", 60, func() any {
		var list []any
		for range 1 + d.IntN(3) {
			a := d.printed(object{"title": d.words()})
			d.maybeID(a, 60)
			if d.chance(30) {
				a["language"] = d.tag()
			}
			list = append(list, a)
		}
		return list
	})
	return d.refer(m).(object)
}

func (d *drawer) chance(percent int) bool { return d.IntN(100) < percent }

func (d *drawer) pick(list ...string) string { return list[d.IntN(len(list))] }

// id gives an id that no other item has, but for one in a hundred.
func (d *drawer) id() string {
	if d.chance(1) && len(d.given) > 0 || len(d.ids) == 0 {
		return d.pick(append(d.given, "again")...)
	}
	id := d.ids[0]
	d.ids = d.ids[1:]
	d.given = append(d.given, id)
	return id
}

func (d *drawer) maybeID(to object, percent int) {
	if d.chance(percent) {
		to["id"] = d.id()
	}
}

func (d *drawer) tag() string {
	return d.pick("ar", "zh", "en", "fr", "ru", "es", "ar-EG", "fr-CA", "pt-BR",
		"pt", "he", "fa", "zh-Hant", "sr-Latn", "de")
}

func (d *drawer) word() string {
	return d.pick("peace", "Séance", "وفد", "代表团", "Делегация", "naïve",
		"co\u0301operation", "12,5",
		"§", "a\u00a0b", "—", "L’État", "ffi",
		"Donaudampfschifffahrtsgesellschaft", "Ελλάδα", "x²")
}

// words are a title or a name.
func (d *drawer) words() string {
	switch d.IntN(150) {
	case 0:
		return ""
	case 1:
		return strings.Repeat("Überlänge", 30)
	case 2:
		return strings.Repeat("ذ", 200)
	case 3:
		return " "
	case 4:
		return strings.Repeat("word ", 60) + "end"
	case 5:
		return "مؤتمر الأمم المتحدة (2011) UN"
	}
	var list []string
	for range 1 + d.IntN(5) {
		list = append(list, d.word())
	}
	return strings.Join(list, " ")
}

func (d *drawer) report() object {
	lang := d.pick("ar", "zh", "en", "fr", "ru", "es", "en", "fr", "de", "pt", "pt-BR", "ar-EG", "fr-CA", "zh-Hant-TW")
	r := object{"title": "Report " + d.words(), "language": lang, "date": "2012-03-01"}
	for _, key := range []string{"subtitle", "symbol"} {
		if d.chance(20) {
			r[key] = d.words()
		}
	}
	if d.chance(2) {
		r["symbol"] = strings.Repeat("A/CONF.", 40)
	}
	if d.chance(20) {
		r["url"] = "https://www.un.org/"
	}
	return r
}

func (d *drawer) publication() object {
	p := object{"organization": "Organization " + d.words()}
	for _, key := range []string{"sales_number", "isbn", "issn", "job", "distribution", "copyright"} {
		if d.chance(30) {
			p[key] = d.words()
		}
	}
	if d.chance(30) {
		p["emblem"] = "emblem.png"
	}
	if d.chance(30) {
		p["disclaimers"] = []any{d.words(), d.words()}
	}
	return p
}

func (d *drawer) layout() object {
	l := object{}
	set := func(percent int, key string, value any) {
		if d.chance(percent) {
			l[key] = value
		}
	}
	set(30, "paper", d.pick("A4", "letter"))
	set(30, "size", d.pick("6", "8", "9.5", "10.5", "14", "24"))
	set(20, "leading", d.pick("6", "12", "13.5", "30", "48"))
	margin := func() int { return 5 + d.IntN(60) } // mm
	set(20, "margins", object{"top": margin(), "bottom": margin(), "inner": margin(), "outer": margin()})
	set(40, "stamp", d.pick("margin", "none"))
	set(20, "pagination", "labels")
	set(20, "originals", "part-two")
	set(20, "conformance", d.pick("best", "none"))
	set(20, "profile", "publication")
	set(10, "attach", false)
	set(1, "profile", "plain")
	set(1, "attach", true)
	set(1, "conformance", "ua1+a3a")
	set(1, "originals", "after-session")
	return l
}

func (d *drawer) chapters(most int) []any {
	var list []any
	for range 1 + d.IntN(most) {
		c := object{"title": d.words(), "text": d.text()}
		d.maybeID(c, 60)
		list = append(list, c)
	}
	return list
}

// printed gives an item a text, originals, or both; once in a while neither.
func (d *drawer) printed(item object) object {
	if d.chance(30) {
		item["title"] = d.words()
	}
	kind := d.IntN(20)
	if kind < 12 {
		item["text"] = d.text()
	}
	if kind >= 6 && (kind < 19 || d.chance(80)) {
		if d.chance(70) {
			item["original"] = d.original()
		} else {
			var list []any
			for range 1 + d.IntN(3) {
				list = append(list, d.original())
			}
			item["originals"] = list
		}
	}
	return item
}

func (d *drawer) original() any {
	file := d.pick("plain-1.pdf", "inherited-3.pdf", "links-1.pdf", "form-1.pdf", "layers-1.pdf", "tagged-1.pdf",
		"outlined-1.pdf", "junk-1.pdf",
		"lost-1.pdf", "length-1.pdf", "streams-3.pdf", "packed-1.pdf", "bare-1.pdf")
	if d.chance(1) {
		file = d.pick("empty-0.pdf", "words-0.pdf", "missing.pdf")
	}
	if d.chance(60) {
		return file
	}
	o := object{"file": file}
	if d.chance(60) {
		o["pages"] = d.pick("1", "1", "1-1", "1,1", "1, 1, 1")
		if strings.Contains(file, "-3") {
			o["pages"] = d.pick("1", "3", "1-3", "3,1", "2-3,1-2", "2,2,2")
		}
	}
	if d.chance(2) {
		o["pages"] = d.pick("1-1000000", "4", "1-4", "7,1")
	}
	if d.chance(40) {
		o["language"] = d.tag()
	}
	if d.chance(30) {
		o["kind"] = d.pick("delivered", "translation", "corrigendum")
	}
	return o
}

func (d *drawer) person(keyed bool) object {
	p := object{"role": d.words()}
	if d.chance(50) {
		p["name"] = d.words()
	}
	if d.chance(60) {
		p["delegation"] = d.delegation(keyed)
	}
	if d.chance(10) {
		p["sort"] = d.words()
	}
	return p
}

func (d *drawer) delegation(keyed bool) string {
	if keyed {
		return d.pick("norway", "un")
	}
	return d.words()
}

func (d *drawer) sessions(keyed, panels bool) []any {
	list := []any{}
	for range d.IntN(3) {
		s := object{"id": d.id(), "title": d.words()}
		if d.chance(40) {
			s["date"] = d.pick("2011-09-19", "2011-09-19T10:00")
		}
		if d.chance(30) {
			s["chair"] = d.person(keyed)
		}
		if d.chance(20) {
			officer := d.person(keyed)
			officer["as"] = d.words()
			s["officers"] = []any{officer}
		}
		for _, key := range []string{"intro", "debate"} {
			if d.chance(30) {
				s[key] = d.text()
			}
		}
		if d.chance(30) {
			s["floor"] = []any{d.delegation(keyed), d.delegation(keyed)}
		}
		if d.chance(70) {
			s["statements"] = d.statements(keyed)
		}
		if panels && d.chance(30) {
			s["panels"] = d.sessions(keyed, false)
		}
		list = append(list, s)
	}
	return list
}

func (d *drawer) statements(keyed bool) []any {
	list := []any{}
	anonymous := d.chance(30)
	for range d.IntN(3) {
		s := d.printed(object{"id": d.id()})
		switch {
		case anonymous || d.chance(15):
			s["title"] = d.words()
		case d.chance(20):
			s["speaker"] = []any{d.person(keyed), d.person(keyed)}
		default:
			s["speaker"] = d.person(keyed)
		}
		if d.chance(15) {
			s["on_behalf_of"] = d.words()
		}
		if d.chance(15) {
			s["delivered_by"] = d.person(keyed)
		}
		if d.chance(20) {
			s["status"] = d.pick("as-delivered", "check-against-delivery")
			if s["text"] == nil && s["original"] == nil && s["originals"] == nil {
				s["status"] = d.pick("not-received", "withdrawn")
			}
		}
		if d.chance(40) {
			s["language"] = d.tag()
		}
		if d.chance(15) {
			s["symbol"] = d.words()
		}
		if d.chance(15) {
			s["links"] = []any{object{"title": d.words(), "url": "https://www.un.org/"}}
		}
		list = append(list, s)
	}
	return list
}

func (d *drawer) recommendations() []any {
	var list []any
	group := d.words()
	for range 1 + d.IntN(3) {
		r := object{"id": d.id(), "text": d.text()}
		if d.chance(50) {
			r["group"] = group
		}
		if d.chance(20) {
			group = d.words()
		}
		if d.chance(50) {
			r["from"] = []any{reference}
		}
		if d.chance(40) {
			r["addressees"] = []any{d.words(), d.words()}
		}
		list = append(list, r)
	}
	return list
}

// reference stands for an id until all of them are given.
const reference = "\x00"

// text is Markdown of a few blocks.
func (d *drawer) text() string {
	if d.chance(2) {
		return d.pick("", " ", "\n", "texts.md", "texts.md", "texts.md")
	}
	var blocks []string
	for range 1 + d.IntN(3) {
		blocks = append(blocks, d.block())
	}
	return strings.Join(blocks, "\n\n") + "\n"
}

func (d *drawer) block() string {
	switch d.IntN(14) {
	case 0:
		return "# " + d.plain() + d.mark(60)
	case 1:
		return "# " + d.plain() + "\n\n## " + d.plain() + d.mark(60) + "\n\n" + d.plain()
	case 2:
		return d.plain() + ", as [@" + reference + "] said" + d.mark(30)
	case 3:
		d.notes++
		return fmt.Sprintf("- %s[^%d]\n- %s\n\n[^%d]: %s", d.plain(), d.notes, d.plain(), d.notes, d.plain())
	case 4:
		return fmt.Sprintf("| %s | B |\n|:--|--:|\n| %s | 1 |\n| see [@%s] | 2 |", d.word(), d.word(), reference)
	case 5:
		return "![A picture](emblem.png)"
	case 6:
		return "::: {lang=" + d.tag() + "}\n" + d.plain() + "\n:::"
	case 7:
		return "> " + d.plain() + "\n>\n> - " + d.plain()
	case 8:
		return "1. " + d.plain() + "\n2. " + d.plain() + "\n\n   " + d.plain()
	case 9:
		return strings.Repeat("Wort", 20+d.IntN(60))
	case 10:
		return d.word() + "\n: " + d.plain()
	case 11:
		return strings.Repeat(d.plain()+" ", 15)
	}
	return d.plain() + d.mark(40)
}

// plain are words of a text, some of them emphasised or a link.
func (d *drawer) plain() string {
	words := d.word() + " " + d.word() + " " + d.word()
	switch d.IntN(8) {
	case 0:
		return "*" + d.word() + "* **" + d.word() + "** " + words
	case 1:
		return words + " [a link](https://www.un.org/)"
	case 2:
		return "مرحبا بكم (UN) في 2011"
	}
	return words
}

// mark makes a heading or paragraph one that can be referred to.
func (d *drawer) mark(percent int) string {
	if !d.chance(percent) {
		return ""
	}
	return " {#" + d.id() + "}"
}

// refer gives every reference an id of the manifest, but for one in a hundred.
func (d *drawer) refer(v any) any {
	switch v := v.(type) {
	case object:
		keys := make([]string, 0, len(v))
		for key := range v {
			keys = append(keys, key)
		}
		slices.Sort(keys)
		for _, key := range keys {
			v[key] = d.refer(v[key])
		}
		return v
	case []any:
		for i := range v {
			v[i] = d.refer(v[i])
		}
		return v
	case string:
		for strings.Contains(v, reference) {
			id := "nobody"
			if len(d.given) > 0 && !d.chance(1) {
				id = d.pick(d.given...)
			}
			v = strings.Replace(v, reference, id, 1)
		}
		return v
	}
	return v
}
