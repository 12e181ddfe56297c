package states

import (
	"slices"
	"testing"
)

// TestNamesAreApart: no name of one party is one of another's, in any case that is known.
func TestNamesAreApart(t *testing.T) {
	for _, p := range All() {
		for _, name := range p.names {
			if len(name) == 0 {
				t.Fatalf("%s has a name without words", p.Key)
			}
			for _, r := range roots(name[0]) {
				for _, e := range index()[r] {
					if e.party != p && len(e.name) == len(name) && begins(name, e.name) {
						t.Errorf("%q is one of %s and of %s", name, p.Key, e.party.Key)
					}
				}
			}
		}
	}
}

// TestTables: what the tables say of a party is read from its row: its codes, its names by language, what else it is
// called, and whether it is a State.
func TestTables(t *testing.T) {
	albania, union := Whole("Shqipëria"), Whole("أوروبي")
	if albania == nil || !albania.State || albania.Key != "albania" || albania.Usual != "Albania" ||
		!slices.Equal(albania.Codes, []string{"AL", "ALB"}) || len(albania.Named) != 6 ||
		albania.Name("fr-CH") != "Albanie" || albania.Name("zh") != "阿尔巴尼亚" || albania.Name("sq") != "Albania" {
		t.Errorf("Albania is %+v", albania)
	}
	if union != nil {
		t.Errorf("half a name is that of %+v", union)
	}
	union = Coded("AU")
	if union == nil || union.State || union.Key != "african-union" || Coded("NO").Key != "norway" ||
		Coded("QQ") != nil {
		t.Errorf("AU is %+v", union)
	}
	if !union.Called("union AFRICAINE") || !union.Called("african-union") || union.Called("Union") {
		t.Error("a party is called by each of its names, and by its key")
	}
}

// TestIn: a text names the party that comes first in it, by the longest of its names, in any case of Russian and with
// any article of Arabic; the United Nations stand at the head of the letters of others.
func TestIn(t *testing.T) {
	for text, want := range map[string]struct {
		key      string
		from, to int
	}{
		"Statement by Norway on behalf of Kenya":    {"norway", 2, 3},
		"United Nations Statement of Guinea-Bissau": {"guinea-bissau", 4, 6},
		"a United Nations United Nations":           {"un", 1, 3},
		"United Nations":                            {"un", 0, 2},
		"выступление Норвегии":                      {"norway", 1, 2},
		"заявление делегации Российской Федерации на": {"russia", 2, 4},
		"بيان للنرويج":                        {"norway", 1, 2},
		"挪威代表":                                {"norway", 0, 2},
		"Statement by the Republic of Guinea": {"guinea", 5, 6},
		"Nothing at all":                      {"", 0, 0},
		"":                                    {"", 0, 0},
	} {
		p, from, to := In(Folded(text))
		key := ""
		if p != nil {
			key = p.Key
		}
		if key != want.key || from != want.from || to != want.to {
			t.Errorf("%s: %q at %d to %d, want %v", text, key, from, to, want)
		}
	}
}

// TestFormal: States are known by long forms of their names, and those that only look so are themselves.
func TestFormal(t *testing.T) {
	for name, want := range map[string]string{"Norway (Kingdom of)": "norway", "Republic of Kenya": "kenya",
		"Norway Kingdom": "norway", "Noruega": "norway", "Republic of Korea": "south-korea", "Group of Kenya": "",
		"République du Kenya": "kenya", "Democratic Republic of the Congo": "dr-congo", "Republic": ""} {
		got := ""
		if p := Formal(name); p != nil {
			got = p.Key
		}
		if got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
