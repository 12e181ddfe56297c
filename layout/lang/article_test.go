package lang

import (
	"slices"
	"strings"
	"testing"
)

// TestNamesWithinASentence: a name gets the article that its language puts before it, and none is guessed.
func TestNamesWithinASentence(t *testing.T) {
	for _, c := range []struct {
		tag, name, want string
		known           bool
	}{
		{"en", "Kenya", "Kenya", true},
		{"en", "United Kingdom of Great Britain", "the United Kingdom of Great Britain", true},
		{"en", "Iran (Islamic Republic of)", "Iran (Islamic Republic of)", true},
		{"en", "Association of States (ACS)", "the Association of States (ACS)", true},
		{"en", "Central African Republic", "the Central African Republic", true},
		{"en", "Inter-American Development Bank (IDB)", "the Inter-American Development Bank (IDB)", true},
		{"en", "The Group of 77", "the Group of 77", true},
		{"en", "G77 and China", "the G77 and China", true},
		{"en", "Norway and the Nordic States", "Norway and the Nordic States", true},
		{"en", "Small Island Developing States", "the Small Island Developing States", true},
		{"fr", "Kenya", "le Kenya", true},
		{"fr", "Norvège", "la Norvège", true},
		{"fr", "Algérie", "l’Algérie", true},
		{"fr", "États-Unis d’Amérique", "les États-Unis d’Amérique", true},
		{"fr", "Israël", "Israël", true},
		{"fr", "L’Union africaine", "l’Union africaine", true},
		{"fr", "Le Groupe africain", "le Groupe africain", true},
		{"fr", "Danemark, Islande et Pays-Bas", "le Danemark, l’Islande et les Pays-Bas", true},
		{"fr", "Groupe des 77 et Chine", "le Groupe des 77 et la Chine", true},
		{"fr", "Ministère de l’Agriculture et Alimentation", "le Ministère de l’Agriculture et Alimentation", true},
		{"fr", "G77", "le G77", true},
		{"fr", "Syldavie", "Syldavie", false},
		{"fr", "pays nordiques", "les pays nordiques", true},
		{"es", "El Salvador", "El Salvador", true},
		{"es", "Grupo Africano", "el Grupo Africano", true},
		{"pt", "Portugal", "Portugal", true},
		{"pt", "França", "a França", true},
		{"de", "Schweiz", "der Schweiz", true},
		{"de", "Europäische Union", "Europäische Union", false},
		{"ru", "Норвегия", "Норвегия", false},
		{"ru", "Группы 77 и Китая", "Группы 77 и Китая", true},
		{"ru", "северные страны", "северные страны", false},
		{"zh", "挪威", "挪威", true},
		{"ar", "النرويج", "النرويج", true},
	} {
		got, known := Embedded().Of(c.tag).Within(c.name)
		if got != c.want || known != c.known {
			t.Errorf("%s: %q, %v, want %q, %v", c.tag, got, known, c.want, c.known)
		}
	}
}

// TestEach: where a language says the preposition before each of several names, so it does within a name of two.
func TestEach(t *testing.T) {
	for _, c := range []struct{ tag, key, names, want string }{
		{"en", "statement-of", "Kenya|the Sudan", "Statement by Kenya and the Sudan"},
		{"fr", "statement-of", "le Kenya|la Norvège|Haïti", "Déclaration du Kenya, de la Norvège et d’Haïti"},
		{"fr", "on-behalf", "le Groupe des 77 et la Chine", "Au nom du Groupe des 77 et de la Chine"},
		{"fr", "on-behalf", "l’Union européenne", "Au nom de l’Union européenne"},
		{"fr", "on-behalf", "le Danemark, la Finlande et la Suède",
			"Au nom du Danemark, de la Finlande et de la Suède"},
		{"fr", "on-behalf", "l’Organisation des Nations Unies pour l’éducation, la science et la culture",
			"Au nom de l’Organisation des Nations Unies pour l’éducation, la science et la culture"},
		{"pt", "statement-of", "o Quênia|o Brasil", "Declaração do Quênia e do Brasil"},
		{"es", "statement-of", "el Grupo Africano", "Declaración del Grupo Africano"},
		{"es", "statement-of", "El Salvador", "Declaración de El Salvador"},
	} {
		if got := Embedded().Of(c.tag).Each(c.key, strings.Split(c.names, "|")...); got != c.want {
			t.Errorf("%s: %q, want %q", c.tag, got, c.want)
		}
	}
	if got := Embedded().Of("zh").Titled("潘基文", "秘书长"); got != "秘书长潘基文" {
		t.Error(got)
	}
	if got := Embedded().Of("de").Cited("wie ", "Schweiz"); got != "Schweiz" {
		t.Errorf("an article of no known case: %q", got)
	}
}

// TestRolesWithinASentence: so does what someone is, where its gender shows, and who for where that can be said.
func TestRolesWithinASentence(t *testing.T) {
	for _, c := range []struct{ tag, role, party, want string }{
		{"en", "Minister", "Kenya", "the Minister of Kenya"},
		{"en", "Minister for Foreign Affairs", "Sudan", "the Minister for Foreign Affairs of the Sudan"},
		{"en", "President of the Conference", "Norway", ""},
		{"en", "Director, Division of Culture", "Norway", ""},
		{"fr", "Représentante", "Norvège", "la Représentante de la Norvège"},
		{"fr", "Représentant permanent", "Sénégal", "le Représentant permanent du Sénégal"},
		{"fr", "Ambassadrice", "Égypte", "l’Ambassadrice de l’Égypte"},
		{"fr", "Secrétaire générale", "États-Unis d’Amérique", "la Secrétaire générale des États-Unis d’Amérique"},
		{"fr", "Représentant", "Israël", "le Représentant d’Israël"},
		{"en", "His Excellency the Minister", "Kenya", "His Excellency the Minister of Kenya"},
		{"fr", "La Ministre", "Kenya", "la Ministre du Kenya"},
		{"fr", "L’Envoyée spéciale", "Kenya", "l’Envoyée spéciale du Kenya"},
		{"en", "the Minister", "Kenya", "the Minister of Kenya"},
		{"fr", "Haut-Commissaire", "Kenya", "?"},
		{"fr", "Ministre", "Kenya", "?"},
		{"es", "Ministra", "Reino de España", "la Ministra del Reino de España"},
		{"es", "Representante", "Chile", "?"},
		{"pt", "Embaixadora", "Brasil", "a Embaixadora do Brasil"},
		{"ru", "Министр", "Норвегия", "?"},
		{"de", "Ministerin", "Kenia", "?"},
		{"zh", "代表", "挪威", "挪威代表"},
	} {
		l := Embedded().Of(c.tag)
		party, _ := l.Within(c.party)
		role, known := l.Held(c.role)
		got, _ := l.Belongs(role, party)
		if !known {
			got = "?"
		}
		if got != c.want {
			t.Errorf("%s %q: %q, want %q", c.tag, c.role, got, c.want)
		}
	}
}

// TestArticlesAreNotAmbiguous: no word stands under two articles.
func TestArticlesAreNotAmbiguous(t *testing.T) {
	for _, code := range Embedded().Codes() {
		a := Embedded().Of(code).Articles
		for _, by := range []map[string][]string{a.Names, a.Last, a.Roles, a.Endings} {
			var seen []string
			for _, words := range by {
				for _, w := range words {
					if slices.Contains(seen, w) {
						t.Errorf("%s: %q stands twice", code, w)
					}
					seen = append(seen, w)
				}
			}
		}
		for article, ends := range a.Endings {
			for other, others := range a.Endings {
				for _, e := range ends {
					within := func(o string) bool { return strings.HasSuffix(e, o) }
					if article != other && slices.ContainsFunc(others, within) {
						t.Errorf("%s: -%s is under %s and %s", code, e, article, other)
					}
				}
			}
		}
	}
}
