package lang

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Articles says which article stands before a name within a sentence, "the Sudan", "la Norvège", "le Groupe africain".
// Names lists by article how names begin, as whole words; what stands under "" takes none. Last lists how they end,
// brackets left aside. Roles and Endings do so for what people are, by the beginning and by how its first word
// ends; Role is the article of all others. Before a letter of Vowels, Elided stands for the articles of Elides. Where
// Unlisted is "bare" names that are not listed take none; "label" says that nobody knows.
type Articles struct {
	Names    map[string][]string `yaml:"names"`
	Last     map[string][]string `yaml:"last"`
	Roles    map[string][]string `yaml:"roles"`
	Endings  map[string][]string `yaml:"endings"`
	Role     string              `yaml:"role"`
	Vowels   string              `yaml:"vowels"`
	Elided   string              `yaml:"elided"`
	Elides   []string            `yaml:"elides"`
	Unlisted string              `yaml:"unlisted"`
	Mute     []string            `yaml:"mute"`     // names that begin as if with a vowel: Haïti
	Declined bool                `yaml:"declined"` // articles differ by case: a name that is cited has none
	Titled   string              `yaml:"titled"`   // a name with its role, where that is not an apposition
	// Of joins a role and its party, "{role} of {party}", but where the role has one of Within: "Chair of the
	// Conference" is not the Conference of the party.
	Of     string   `yaml:"of"`
	Within []string `yaml:"within"`
}

// Within gives a name as it stands within a sentence, with its article, and whether that is known to be right.
func (l *Language) Within(name string) (string, bool) {
	a := &l.Articles
	if article, known := beginning(a.Names, name); known && article == "" {
		return name, true // "El Salvador": its article is a part of it
	}
	if parts := l.several(name); parts != nil {
		return l.List(parts), true
	}
	name = a.lowered(name)
	if begun, _ := utf8.DecodeRuneInString(name); !unicode.IsUpper(begun) && !unicode.IsTitle(begun) {
		if article, known := beginning(a.Names, Capital(name)); known && article != "" {
			return a.put(article, name), true // "les pays nordiques"
		}
		return name, a.Unlisted != "label" || len(a.all()) > 0 // it is a phrase already, or letters have no cases
	}
	bare, _, _ := strings.Cut(name, " (")
	article, known := beginning(a.Names, name)
	if !known && !a.joins(bare) {
		article, known = listed(a.Last, func(word string) bool { return strings.HasSuffix(bare, " "+word) })
	}
	if !known && a.Elided != "" && a.vowel(name) {
		return a.Elided + name, true
	}
	return a.put(article, name), known || a.Unlisted != "label"
}

// Held gives what a person is as it stands within a sentence, "the Minister", and whether that is known to be right.
func (l *Language) Held(role string) (string, bool) {
	a := &l.Articles
	role = a.lowered(role)
	first, _, _ := strings.Cut(role, " ")
	if slices.Contains(a.all(), first) || a.Elided != "" && strings.HasPrefix(role, a.Elided) {
		return role, true
	}
	first = strings.ToLower(strings.TrimRight(first, ",;"))
	article, known := beginning(a.Roles, strings.ToLower(role))
	if !known {
		article, known = listed(a.Endings, func(end string) bool { return strings.HasSuffix(first, end) })
	}
	if !known && a.Elided != "" && a.vowel(role) {
		return a.Elided + role, true
	}
	if !known {
		article, known = a.Role, a.Role != "" || len(a.Roles) == 0 && a.Unlisted != "label"
	}
	return a.put(article, role), known
}

// Belongs joins a role and the name of its party, both as they stand in a sentence; false where that cannot be said.
func (l *Language) Belongs(role, party string) (string, bool) {
	a := &l.Articles
	if a.Of == "" || strings.ContainsAny(role, ",;(") {
		return "", false
	}
	apart := func(r rune) bool { return unicode.IsSpace(r) || r == '’' || r == '\'' }
	for _, word := range strings.FieldsFunc(role, apart) {
		if slices.Contains(a.Within, strings.ToLower(word)) {
			return "", false
		}
	}
	return l.filled(a.Of, "role", role, "party", party), true
}

// lowered is a name with the article that it brings in small letters: "Le Groupe africain" stands in a sentence.
func (a *Articles) lowered(name string) string {
	if rest, ok := strings.CutPrefix(strings.ToLower(name), a.Elided); ok && a.Elided != "" {
		return a.Elided + name[len(name)-len(rest):]
	}
	first, rest, several := strings.Cut(name, " ")
	if small := strings.ToLower(first); several && slices.Contains(a.all(), small) {
		return small + " " + rest
	}
	return name
}

// joins reports whether a name is of several, "Norway and the Nordic States": its end speaks for the last of them.
func (a *Articles) joins(name string) bool {
	words := strings.Fields(name)
	return slices.ContainsFunc(a.all(), func(article string) bool { return slices.Contains(words, article) })
}

// put sets the article before a name.
func (a *Articles) put(article, name string) string {
	switch {
	case article == "":
		return name
	case slices.Contains(a.Elides, article) && a.vowel(name):
		return a.Elided + name
	}
	return article + " " + name
}

func (a *Articles) vowel(name string) bool {
	r, _ := utf8.DecodeRuneInString(name)
	return a.Vowels != "" && strings.ContainsRune(a.Vowels, unicode.ToLower(r))
}

// all are the articles that the language has.
func (a *Articles) all() []string {
	list := []string{a.Role}
	for _, by := range []map[string][]string{a.Names, a.Last, a.Roles, a.Endings} {
		for article := range by {
			list = append(list, article)
		}
	}
	return slices.DeleteFunc(list, func(s string) bool { return s == "" })
}

// beginning gives the article under which words are listed that a name begins with: the longest of them.
func beginning(by map[string][]string, name string) (string, bool) {
	for cut := len(name); cut > 0; cut = max(strings.LastIndexByte(name[:cut], ' '), 0) {
		words := strings.TrimRight(name[:cut], ",;")
		if article, known := listed(by, func(word string) bool { return word == words }); known {
			return article, true
		}
	}
	return "", false
}

// listed gives the article under which a word stands that is as asked; no two have the same word: a test sees to it.
func listed(by map[string][]string, is func(word string) bool) (string, bool) {
	for article, words := range by {
		if slices.ContainsFunc(words, is) {
			return article, true
		}
	}
	return "", false
}

// Cited gives a name as it stands after words: with its article, where these bring none. A name that stands first stays
// bare, as in a list; one that begins a sentence has a capital.
func (l *Language) Cited(before, name string) string {
	within, known := l.Within(name)
	if !known || l.Articles.Declined || within == name || strings.TrimSpace(before) == "" || l.determined(before) {
		return name
	}
	if ended(strings.TrimRightFunc(before, unicode.IsSpace)) {
		return Capital(within)
	}
	return within
}

// ended reports whether words end a sentence, and not with an abbreviation.
func ended(words string) bool {
	bare := strings.TrimRight(words, ".!?…")
	last := bare[strings.LastIndexFunc(bare, unicode.IsSpace)+1:]
	return bare != words && utf8.RuneCountInString(last) > longestShort
}

// longestShort is how many letters an abbreviation has at most, as in cf. and p.ex.
const longestShort = 3

// determined reports whether words end with an article, alone or in one with a preposition.
func (l *Language) determined(words string) bool {
	a := &l.Articles
	if a.Elided != "" && strings.HasSuffix(strings.ReplaceAll(strings.ToLower(words), "'", "’"), a.Elided) {
		return true
	}
	for _, article := range append(a.all(), slices.Collect(maps.Values(l.Contractions))...) {
		if _, ends := lastWord(words, article); ends {
			return true
		}
	}
	return false
}
