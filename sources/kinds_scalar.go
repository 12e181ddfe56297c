package sources

import (
	"maps"
	"math"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"rapporteur/sources/diag"
	"rapporteur/sources/pattern"
)

// This file holds the kinds of values that are one scalar.

// value makes a function that gives a value into one that fills a field.
func value[T any](read func(m *mapping, k *key, n *yaml.Node) T) func(*mapping, *key, *yaml.Node, any) {
	return func(m *mapping, k *key, n *yaml.Node, to any) { *to.(*T) = read(m, k, n) }
}

// sound makes a kind of word: what is not sound is reported by the function and left out.
func sound(check func(m *mapping, k *key, t Text) bool) func(*mapping, *key, *yaml.Node, any) {
	return value(func(m *mapping, k *key, n *yaml.Node) Text {
		if t := m.word(k.name, n); !t.IsZero() && check(m, k, t) {
			return t
		}
		return Text{}
	})
}

var textKind = kind{en: "text", fr: "texte",
	read: value(func(m *mapping, k *key, n *yaml.Node) Text { return m.r.text(n, k.name, m.item) })}

// secretKind reads a password: every character counts, so nothing is cleaned.
var secretKind = kind{en: "text, as it stands", fr: "texte, tel quel", secret: true,
	read: value(func(m *mapping, k *key, n *yaml.Node) Text {
		if n = m.r.scalar(n, k.name, m.item); n == nil {
			return Text{}
		}
		return Text{Value: n.Value, Pos: m.r.pos(n)}
	})}

// idKind reads an id, which the findings that follow in its mapping then name.
var idKind = kind{en: "id: letters without accents, digits and hyphens",
	fr: "identifiant : lettres sans accent, chiffres et traits d’union",
	read: sound(func(m *mapping, _ *key, t Text) bool {
		if !m.soundID(t) {
			return false
		}
		m.item = t.Value
		return true
	})}

func (m *mapping) soundID(t Text) bool {
	if !idShape.MatchString(t.Value) {
		m.add("bad-id", t.Pos, diag.Args{"id": t.Value, "nearest": idOf(t.Value)})
		return false
	}
	return true
}

// versionKind reads the format's version. Of another format the rest is not read: it would be a flood of wrong
// findings.
var versionKind = kind{en: "number", fr: "nombre", allowed: []string{"1"},
	read: value(func(m *mapping, k *key, n *yaml.Node) Text {
		t := m.word(k.name, n)
		if !t.IsZero() && t.Value != "1" {
			m.r.bag.Add("bad-version", t.Pos, diag.Args{"version": t.Value})
			m.r.otherVersion = true
		}
		return t
	})}

// choiceKind takes one of the words allowed.
func choiceKind(allowed []string) kind {
	return kind{en: "one of these words", fr: "l’un de ces mots", allowed: allowed,
		read: value(func(m *mapping, k *key, n *yaml.Node) Text {
			if t := m.word(k.name, n); !t.IsZero() {
				if t.Value = k.kind.usual(t.Value); m.chosen(k, t) {
					return t
				}
			}
			return Text{}
		})}
}

// usual is a word as the table has it, where it was written in other letters: a4, As delivered.
func (k *kind) usual(word string) string {
	for _, w := range k.allowed {
		if strings.EqualFold(w, strings.NewReplacer(" ", "-", "_", "-").Replace(word)) {
			return w
		}
	}
	return word
}

// chosen reports whether t is one of the words that the key takes.
func (m *mapping) chosen(k *key, t Text) bool {
	if slices.Contains(k.kind.allowed, t.Value) {
		return true
	}
	all := strings.Join(k.kind.allowed, ", ")
	args := diag.Args{"key": k.name, "value": t.Value, "allowed": all, "nearest": nearest(t.Value, k.kind.allowed)}
	if list := severalOf(t.Value, func(word string) string {
		if word = k.kind.usual(word); slices.Contains(k.kind.allowed, word) {
			return word
		}
		return ""
	}); list != "" && k.kind.en == choicesKind().en {
		args["nearest"] = list
	}
	m.add("bad-value", t.Pos, args)
	return false
}

// severalOf is a list in brackets of the words that stand in one value, where each is one that may stand in it, which
// the function gives in its usual form; "" else.
func severalOf(value string, known func(word string) string) string {
	list := severalWords.Split(strings.Trim(value, "[]() "), -1)
	for i := range list {
		if list[i] = known(strings.TrimSpace(list[i])); list[i] == "" {
			return ""
		}
	}
	if len(list) < 2 {
		return ""
	}
	return "[" + strings.Join(list, ", ") + "]"
}

// severalWords is what stands between them.
var severalWords = pattern.Of(`\s*[,;/+&|]\s*|\s+(?:and|et|y|и|und|e)?\s*`)

// conformanceKind takes, besides two words, the names of levels, one or several; those of standards that this version
// does not know are for later.
var conformanceKind = kind{en: "one of these words", fr: "l’un de ces mots",
	allowed: []string{"best", "none", "ua1", "a3a", "a3u", "a3b", "ua1+a3a"},
	read: sound(func(m *mapping, k *key, t Text) bool {
		switch {
		case ourLevels.MatchString(t.Value):
			return true
		case levelShape.MatchString(t.Value):
			m.notYet(t.Pos, k.name+": "+t.Value)
			return false
		}
		return m.chosen(k, t)
	})}

// switchKind takes true or false.
var switchKind = kind{en: "true or false", fr: "true (oui) ou false (non)", allowed: []string{"true", "false"},
	read: value(func(m *mapping, k *key, n *yaml.Node) Switch {
		at := m.r.pos(n)
		if n = m.r.look(n); n == nil {
			return Switch{}
		}
		if n.Kind != yaml.ScalarNode || !isBoolean(n) {
			m.add("expected-boolean", at, diag.Args{"key": k.name, "value": n.Value, "nearest": booleanMeant(n)})
			return Switch{}
		}
		return Switch{On: n.Value == "true", Given: true, Pos: at}
	})}

// booleanMeant is true or false where a scalar says as much in another word; "" else.
func booleanMeant(n *yaml.Node) string {
	switch strings.ToLower(n.Value) {
	case "true", "yes", "y", "on", "1", "x", "oui", "vrai", "sí", "si", "verdadero", "да", "sim", "نعم", "是":
		return "true"
	case "false", "no", "n", "off", "0", "non", "faux", "falso", "нет", "nein", "não", "لا", "否":
		return "false"
	}
	return ""
}

// dateKind takes a day, momentKind a day and where it is known the time of day.
var (
	dateKind   = kind{en: "date, as 2011-09-19", fr: "date, comme 2011-09-19", read: readDate(false)}
	momentKind = kind{en: "date, as 2011-09-19 or 2011-09-19T10:00",
		fr: "date, comme 2011-09-19 ou 2011-09-19T10:00", read: readDate(true)}
)

func readDate(time bool) func(*mapping, *key, *yaml.Node, any) {
	return value(func(m *mapping, k *key, n *yaml.Node) Date {
		t := m.word(k.name, n)
		if t.IsZero() {
			return Date{}
		}
		d, ok := parseDate(t.Value)
		if !ok {
			args := diag.Args{"key": k.name, "value": t.Value}
			maps.Copy(args, m.r.editions.dated(t.Value))
			m.add("bad-date", t.Pos, args)
			return Date{}
		}
		if d.HasTime && !time {
			m.add("date-with-time", t.Pos, diag.Args{"key": k.name, "value": t.Value})
			return Date{}
		}
		d.Pos = t.Pos
		return d
	})
}

// numberKind takes a number from least to most, in thousandths of the unit.
func numberKind(least, most int, unit string) kind {
	return kind{en: "number", fr: "nombre", allowed: []string{milli(least) + "–" + milli(most) + " " + unit},
		read: value(func(m *mapping, k *key, n *yaml.Node) Number {
			t := m.word(k.name, n)
			if t.IsZero() {
				return Number{}
			}
			v, ok := parseMilli(bareNumber(t.Value, unit))
			if !ok || v < least || v > most {
				m.badNumber(k.name, t, least, most, unit)
				return Number{}
			}
			return Number{Milli: v, Given: true, Pos: t.Pos}
		})}
}

var marginKind = numberKind(minMargin, maxMargin, "mm")

func (m *mapping) badNumber(name string, t Text, least, most int, unit string) {
	args := diag.Args{"key": name, "value": t.Value, "least": milli(least), "most": milli(most)}
	if v, ok := inUnit(t.Value, unit); ok && v >= least && v <= most {
		args["nearest"] = milli(v)
	}
	m.add("bad-number", t.Pos, args)
}

// inUnit is a length that is written in another unit, in thousandths of the unit, which is mm or pt.
func inUnit(s, unit string) (int, bool) {
	points := map[string]float64{"pt": 1, "mm": 72 / 25.4, "cm": 720 / 25.4, "in": 72, "inch": 72, "\"": 72, "px": 0.75}
	s = strings.TrimSpace(strings.ToLower(strings.NewReplacer(", ", ".", ",", ".").Replace(s)))
	digits := strings.TrimRight(s, "abcdefghijklmnopqrstuvwxyz \"")
	v, ok := parseMilli(digits)
	from, into := points[strings.TrimSpace(s[len(digits):])], points[unit]
	if from == 0 && s == digits {
		from = into
	}
	if !ok || from == 0 || into == 0 {
		return 0, false
	}
	return int(math.Round(float64(v)*from/into/10)) * 10, true
}

// languageKind takes a language tag: of a statement as delivered, of an original.
var languageKind = kind{en: "language tag, as fr or pt-BR", fr: "code de langue, comme fr ou pt-BR",
	read: value(func(m *mapping, k *key, n *yaml.Node) Text {
		t := m.word(k.name, n)
		if t.IsZero() {
			return t
		}
		t.Value = m.r.editions.tag(t.Value)
		if _, ok := languageTag(t.Value); !ok {
			args := m.r.editions.unknown(t.Value)
			args["example"] = k.example
			m.add("bad-language", t.Pos, args)
			return Text{}
		}
		return t
	})}

var urlKind = kind{en: "address, as https://www.un.org", fr: "adresse, comme https://www.un.org",
	read: sound(func(m *mapping, _ *key, t Text) bool {
		if !soundURL(t.Value, "http", "https") {
			m.add("bad-url", t.Pos, diag.Args{"url": t.Value})
			return false
		}
		return true
	})}

var hashShape = pattern.Of(`^[0-9A-Fa-f]{64}$`)

// hashKind takes a SHA-256 in hexadecimal digits, which come back in lower case.
var hashKind = kind{en: "64 hexadecimal digits", fr: "64 chiffres hexadécimaux",
	read: value(func(m *mapping, k *key, n *yaml.Node) Text {
		t := m.word(k.name, n)
		if !t.IsZero() && !hashShape.MatchString(t.Value) {
			m.add("bad-hash", t.Pos, diag.Args{"key": k.name, "value": t.Value})
			return Text{}
		}
		t.Value = strings.ToLower(t.Value)
		return t
	})}

var pagesKind = kind{en: "pages and ranges of pages", fr: "pages et suites de pages",
	read: value(func(m *mapping, k *key, n *yaml.Node) []PageRange {
		t := m.word(k.name, n)
		if t.IsZero() {
			return nil
		}
		ranges, ok := parseRanges(t.Value, t.Pos)
		if !ok {
			args := diag.Args{"value": t.Value, "nearest": nearestRanges(t.Value)}
			switch open := toTheEnd.FindStringSubmatch(dashes.Replace(t.Value)); {
			case allPages.MatchString(t.Value):
				args["all"] = t.Value
			case args["nearest"] == "" && open != nil:
				args["open"] = open[2]
			}
			m.add("bad-page-range", t.Pos, args)
		}
		return ranges
	})}

// panelsInPanelKind refuses what no table offers.
var panelsInPanelKind = kind{hidden: true,
	read: func(m *mapping, _ *key, n *yaml.Node, _ any) { m.add("panel-in-panel", m.r.pos(n), nil) }}
