// Package manifesttest makes manifests at random, for the tests of report and its rooms: what an editor may write and
// what he may never, odd wherever the format allows it, and now and then wrong. Ids are drawn from the names that
// parts of the report, runs and anchors have; parts are empty, alone or missing.
//
// From a seed into a mapping, and into a folder the files that manifests name: pictures, lists, and originals as
// several kinds of writers leave them. What becomes of a manifest is what the tests are about.
package manifesttest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// Object is a mapping of the manifest; its JSON is YAML too.
type Object = map[string]any

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
var likeOurs = []string{"cover", "half-title", "imprint", "contents", "list", "figures", "tables", "front",
	"abbreviations", "part", "part-1", "part-2", "chapter", "recommendations", "statement", "participants", "annex",
	"divider", "original", "index", "blank", "session", "run", "run-cover", "figures-1", "original-1", "note", "note-1",
	"debate", "speaker", "speakers", "heading", "Cover-2", "INDEX-2", "Part-3", "a1", "A2", "annex-1", "annex-2",
	"front-1", "introduction-1", "conclusions-1", "outline", "title", "page-1", "p1", "1", "0", "x", "Z9",
	"contents-1", "a1-original", "a1-original-1", "Index-1", "norway", "opening", "r1", "r2", strings.Repeat("l", 64)}

// Draw gives the manifest of a seed.
func Draw(seed uint64) Object {
	d := &drawer{Rand: rand.New(rand.NewPCG(2011, seed))}
	d.ids = slices.Clone(likeOurs)
	for i := range 2 * len(likeOurs) {
		d.ids = append(d.ids, fmt.Sprint("item-", i))
	}
	d.Shuffle(len(d.ids), func(i, j int) { d.ids[i], d.ids[j] = d.ids[j], d.ids[i] })
	m := Object{"report": d.report()}
	some := func(key string, percent int, value func() any) {
		if d.chance(percent) {
			m[key] = value()
		}
	}
	some("layout", 50, func() any { return d.layout() })
	some("event", 20, func() any {
		return Object{"title": d.words(), "from": "2011-09-19", "to": "2011-09-20", "place": d.words(),
			"organizers": []any{d.words()}}
	})
	some("publication", 30, func() any { return d.publication() })
	some("delegations", 25, func() any {
		return Object{"norway": Object{"name": d.words(), "group": d.words()}, "un": Object{"name": "United Nations"}}
	})
	_, keyed := m["delegations"]
	some("front", 30, func() any { return d.chapters(2) })
	some("abbreviations", 30, func() any { return Object{"UN": d.words(), "A/" + d.word(): d.words()} })
	some("summary", 40, func() any { return d.printed(Object{}) })
	some("introduction", 40, func() any { return d.chapters(2) })
	some("sessions", 75, func() any { return d.sessions(keyed, true) })
	some("conclusions", 20, func() any { return d.chapters(2) })
	some("recommendations", 45, func() any { return d.recommendations() })
	some("participants", 35, func() any { return d.pick("grouped.csv", "flat.csv", "flat.csv", "none.csv") })
	some("annexes", 60, func() any {
		var list []any
		for range 1 + d.IntN(3) {
			a := d.printed(Object{"title": d.words()})
			d.maybeID(a, 60)
			if d.chance(30) {
				a["language"] = d.tag()
			}
			list = append(list, a)
		}
		return list
	})
	some("outputs", 20, func() any {
		return []any{"report", d.pick("summary", "originals", "sessions"), d.pick("statements", "recommendations")}
	})
	some("volumes", 6, func() any { return d.pick("part", "session", "20") })
	return d.refer(m).(Object)
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

func (d *drawer) maybeID(to Object, percent int) {
	if d.chance(percent) {
		to["id"] = d.id()
	}
}

func (d *drawer) report() Object {
	lang := d.pick("ar", "zh", "en", "fr", "ru", "es", "en", "fr", "de", "pt", "pt-BR", "ar-EG", "fr-CA", "zh-Hant-TW")
	r := Object{"title": "Report " + d.words(), "language": lang, "date": "2012-03-01"}
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

func (d *drawer) publication() Object {
	p := Object{"organization": "Organization " + d.words()}
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
	if d.chance(20) {
		p["accessibility"] = d.chance(50)
	}
	return p
}

func (d *drawer) layout() Object {
	l := Object{}
	set := func(percent int, key string, value any) {
		if d.chance(percent) {
			l[key] = value
		}
	}
	set(30, "paper", d.pick("A4", "letter"))
	set(30, "size", d.pick("6", "8", "9.5", "10.5", "14", "24"))
	set(20, "leading", d.pick("6", "12", "13.5", "30", "48"))
	margin := func() int { return 5 + d.IntN(60) } // mm
	set(20, "margins", Object{"top": margin(), "bottom": margin(), "inner": margin(), "outer": margin()})
	set(40, "stamp", d.pick("margin", "none"))
	set(20, "pagination", d.pick("labels", "straight"))
	set(40, "originals", d.pick("part-two", "after-session", "after-statement"))
	set(20, "conformance", d.pick("best", "none"))
	set(30, "profile", d.pick("publication", "plain"))
	if d.chance(30) {
		where := func() string { return d.pick("right-page", "page", "follow-on") }
		l["openings"] = Object{"chapters": where(), "statements": where(), "annexes": where()}
	}
	if d.chance(40) {
		l["lists"] = [][]string{{"figures"}, {"tables"}, {"tables", "figures"}, {}}[d.IntN(4)]
	}
	set(30, "attach", d.chance(50))
	set(1, "conformance", "ua1+a3a")
	set(40, "dividers", d.pick("page", "line", "none"))
	set(20, "floats", d.pick("top", "here"))
	return l
}

func (d *drawer) chapters(most int) []any {
	var list []any
	for range 1 + d.IntN(most) {
		c := Object{"title": d.words(), "text": d.text()}
		d.maybeID(c, 60)
		list = append(list, c)
	}
	return list
}

// printed gives an item a text, originals, or both; once in a while neither.
func (d *drawer) printed(item Object) Object {
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
		"outlined-1.pdf", "junk-1.pdf", "attached-1.pdf",
		"lost-1.pdf", "length-1.pdf", "streams-3.pdf", "packed-1.pdf", "bare-1.pdf",
		"fax-3.tif", "veil-1.png", "photo-1.jpg")
	if d.chance(1) {
		file = d.pick("empty-0.pdf", "words-0.pdf", "missing.pdf")
	}
	if d.chance(60) {
		return file
	}
	o := Object{"file": file}
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
		o["alt"] = d.words()
	}
	if d.chance(30) {
		o["kind"] = d.pick("delivered", "translation", "corrigendum")
	}
	for _, key := range []string{"attach", "attachments"} {
		if d.chance(20) {
			o[key] = "accept"
		}
	}
	return o
}

func (d *drawer) person(keyed bool) Object {
	p := Object{"role": d.words()}
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
		s := Object{"id": d.id(), "title": d.words()}
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
		s := d.printed(Object{"id": d.id()})
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
			if d.chance(30) {
				s["on_behalf_of"] = Object{"name": d.words(), "phrase": d.words()}
			}
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
			s["links"] = []any{Object{"title": d.words(), "url": "https://www.un.org/"}}
		}
		list = append(list, s)
	}
	return list
}

func (d *drawer) recommendations() []any {
	var list []any
	group := d.words()
	for range 1 + d.IntN(3) {
		r := Object{"id": d.id(), "text": d.text()}
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
