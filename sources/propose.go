package sources

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"

	"rapporteur/sources/pattern"
)

// This file proposes ids for items that lack theirs: made of what the item says of itself, and each but once.

// idLine is an id as a manifest gives it, in a line of its own or in braces.
var idLine = pattern.Of(`(?m)(?:^|[\s{,-])id: *["']?([A-Za-z0-9-]+)`)

// lineOf is the line that a hint asks for: the key's example, or an id of the item's own.
func (m *mapping) lineOf(k *key) string {
	if k.name != idKey.name || k.kind.en != idKind.en {
		return k.line()
	}
	r := m.r
	if r.ids == nil {
		r.ids = map[string]bool{}
		for _, found := range idLine.FindAllSubmatch(r.data, -1) {
			r.ids[strings.ToLower(string(found[1]))] = true
		}
	}
	stem := idOf(m.says())
	if stem == "" {
		stem = k.sample()
	}
	id := stem
	for n := 2; r.ids[id]; n++ {
		id = stem + "-" + strconv.Itoa(n)
	}
	r.ids[id] = true
	return k.name + ": " + id
}

// says gives the words that an item is known by: its speaker's delegation or name, else its title.
func (m *mapping) says() string {
	for _, name := range []string{"delegation", "name", "speaker", "speakers", "title", "role"} {
		if e := m.entry(name); e != nil {
			if words := firstSaid(e.value); words != "" {
				return words
			}
		}
	}
	return ""
}

// firstSaid gives the words of a value; of a person, the delegation, else the name, else what comes first.
func firstSaid(n *yaml.Node) string {
	switch n.Kind {
	case yaml.ScalarNode:
		return n.Value
	case yaml.SequenceNode:
		if len(n.Content) > 0 {
			return firstSaid(n.Content[0])
		}
	case yaml.MappingNode:
		for _, want := range []string{"delegation", "name", "en", ""} {
			for i := 0; i+1 < len(n.Content); i += 2 {
				if want == "" || n.Content[i].Value == want {
					return firstSaid(n.Content[i+1])
				}
			}
		}
	}
	return ""
}

// idOf writes words as an id, of at most three of them; "" where they have no Latin letter or figure.
func idOf(words string) string {
	var b strings.Builder
	for _, c := range norm.NFD.String(strings.ToLower(words)) {
		switch {
		case c < unicode.MaxASCII && (unicode.IsLetter(c) || unicode.IsDigit(c)):
			b.WriteRune(c)
		case !unicode.Is(unicode.Mn, c) && c != '\'' && c != '’':
			b.WriteByte(' ')
		}
	}
	list := strings.Fields(b.String())
	id := strings.Join(list[:min(len(list), 3)], "-")
	return id[:min(len(id), 40)]
}
