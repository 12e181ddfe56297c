package sources

import (
	"slices"
	"testing"
)

// TestFormat: the tree has every key of the table once at each of its places, in both languages, and says of keys that
// stood before where.
func TestFormat(t *testing.T) {
	var want []string
	for _, p := range everyPlace(&manifestShape) {
		want = append(want, p.String())
		if p.key.kind.columns != nil {
			for _, column := range p.key.kind.columns.keys {
				want = append(want, p.String()+"."+column.name)
			}
		}
	}
	english := Format("en")
	for _, lang := range []string{"en", "fr"} {
		var got, like []string
		var walk func(list, other []Topic)
		walk = func(list, other []Topic) {
			for i, topic := range list {
				got = append(got, topic.Paths...)
				if topic.Like != "" {
					like = append(like, topic.Paths[0]+" as "+topic.Like)
				}
				if lang == "fr" && (topic.Meaning == other[i].Meaning && topic.Meaning != "ISBN." &&
					topic.Meaning != "ISSN." || topic.Name != other[i].Name) {
					t.Errorf("%s: %s", topic.Paths, topic.Meaning)
				}
				walk(topic.Keys, other[i].Keys)
			}
		}
		walk(Format(lang), english)
		if !slices.Equal(got, want) {
			t.Errorf("%v\nwant\n%v", got, want)
		}
		for _, pair := range []string{"introduction as front", "sessions[].statements[].speaker as sessions[].chair"} {
			if !slices.Contains(like, pair) {
				t.Errorf("%s is not said: %v", pair, like)
			}
		}
	}
}

func TestExplain(t *testing.T) {
	for name, want := range map[string][]string{
		"speaker":                      {"sessions[].statements[].speaker", "sessions[].panels[].statements[].speaker"},
		"sessions.statements.original": {"sessions[].statements[].original"},
		"statements.original.sha256": {
			"sessions[].statements[].original.sha256", "sessions[].panels[].statements[].original.sha256"},
		"summary":  {"summary"},
		"Summary:": {"summary"},
		"on-behalf-of": {
			"sessions[].statements[].on_behalf_of", "sessions[].panels[].statements[].on_behalf_of"},
		"delegations.name":              {"delegations.*.name"},
		"delegations.norway.name":       {"delegations.*.name"},
		"participants.honorific":        {"participants.honorific"},
		"recommendations.from":          {"recommendations[].from"},
		"sessions.title":                {"sessions[].title"},
		"sessions.statements.speaker.x": nil,
		"statements.summary":            nil,
		"report.name":                   nil,
		"":                              nil,
	} {
		found, _ := Explain(name, "en")
		var got []string
		for _, topic := range found {
			got = append(got, topic.Paths...)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", name, got, want)
		}
	}
	for name, want := range map[string][]string{
		"country": {"place", "name", "delegation"}, "speeker": {"speaker"}, "président": {"chair"},
		"report.nom": {"title", "name", "file"},
		"xyzzy":      nil, "": nil,
	} {
		if found, near := Explain(name, "fr"); len(found) > 0 || !slices.Equal(near, want) {
			t.Errorf("%q: %v %v, want %v", name, found, near, want)
		}
	}
	titles, _ := Explain("title", "fr")
	if len(titles) != 6 || titles[0].Meaning != "Titre du rapport." || !titles[0].Required || titles[1].Required {
		t.Errorf("%+v", titles)
	}
}
