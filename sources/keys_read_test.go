package sources

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"rapporteur/sources/diag"
)

// filesOfExamples lays down every file that an example names; each says its own name.
func filesOfExamples(t *testing.T) string {
	dir := t.TempDir()
	for _, s := range everyShape() {
		for _, k := range s.keys {
			for _, name := range regexp.MustCompile(`[\w/-]+\.(?:md|pdf|png|otf|ttf)\b`).FindAllString(k.example, -1) {
				write(t, dir, name, name)
			}
		}
	}
	write(t, dir, "participants.csv", "name\nparticipants.csv\n")
	return dir
}

// mayLack are the findings about what an otherwise empty manifest lacks.
var mayLack = []string{"missing-key", "nothing-to-print", "statement-unnamed", "person-unnamed",
	"behalf-unnamed"}

// TestEachKeyAlone: each key, alone in its place, is read without a finding, and the dump shows its value at its place.
func TestEachKeyAlone(t *testing.T) {
	dir := filesOfExamples(t)
	for _, p := range everyPlace(&manifestShape) {
		value := p.key.sample()
		text, at := p.write(p.key.name, value)
		m, found := manifestIn(t, dir, text)
		for _, d := range found {
			if !slices.Contains(mayLack, d.Code) {
				t.Errorf("%s: %s\n%s%s %s", p, text, d.Pos, d.Code, d.Message("en"))
			}
		}
		if m == nil {
			t.Fatalf("%s is not read", p)
		}
		var dump strings.Builder
		if err := m.Dump(&dump); err != nil {
			t.Fatal(err)
		}
		at.Column += first(t, value, p.key.kind.of) - 1
		if p.key.kind.columns != nil {
			at = diag.Pos{Line: 2, Column: 1} // in its file
		}
		name := p.key.name
		if p.key.kind.en == originalsKind.en {
			name = originalKey.name // the field of both is shown once, under the first
		}
		shown := regexp.MustCompile(fmt.Sprintf(`(?m)^ *%s %d:%d\b`, name, at.Line, at.Column))
		if !shown.MatchString(dump.String()) {
			t.Errorf("%s is not shown at %d:%d:\n%s\n%s", p, at.Line, at.Column, text, dump.String())
		}
		for _, word := range scalars(t, value) {
			if !p.key.kind.secret && !strings.Contains(dump.String(), strings.TrimSuffix(word, ",5")) {
				t.Errorf("%s: %q is not shown:\n%s", p, word, dump.String())
			}
		}
	}
}

// first gives the column of the first value in a line of YAML that the dump gives a line of its own: an item of a list,
// a version in a language, a key of the user's own.
func first(t *testing.T, text string, of *shape) int {
	t.Helper()
	var root yaml.Node
	if err := yaml.Unmarshal([]byte(text), &root); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	n := root.Content[0]
	switch {
	case n.Kind == yaml.SequenceNode:
		n = n.Content[0]
	case n.Kind == yaml.MappingNode && (&reader{editions: six}).isLanguageMap(n):
		n = n.Content[1]
	case n.Kind == yaml.MappingNode && (of == nil || of == &delegationShape):
		n = n.Content[0]
	}
	return n.Column
}

// scalars gives the values in a line of YAML.
func scalars(t *testing.T, text string) (values []string) {
	t.Helper()
	var root yaml.Node
	if err := yaml.Unmarshal([]byte(text), &root); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	var walk func(n *yaml.Node)
	walk = func(n *yaml.Node) {
		for i, c := range n.Content {
			if n.Kind != yaml.MappingNode || i%2 == 1 {
				walk(c)
			}
		}
		if n.Kind == yaml.ScalarNode {
			values = append(values, n.Value)
		}
	}
	walk(&root)
	return values
}

// wrong is a value that a kind of value does not take: § stands where that is told.
type wrong struct{ value, code string }

// wrongOf holds wrong values of every kind; the words of the kind in English name it.
var wrongOf = map[string][]wrong{
	textKind.en:          {{"§[a]", "expected-text"}, {"§true", "expected-text"}},
	secretKind.en:        {{"§[a]", "expected-text"}},
	idKind.en:            {{"§[a]", "expected-text"}, {"§é", "bad-id"}},
	versionKind.en:       {{"§[a]", "expected-text"}}, // and of every number; other versions have a test of their own
	"one of these words": {{"§[a]", "expected-text"}, {"§none of them", "bad-value"}},
	"true or false":      {{"§[a]", "expected-boolean"}, {"§yes", "expected-boolean"}},
	dateKind.en:          {{"§[a]", "expected-text"}, {"§soon", "bad-date"}, {"§2011-09-19T10:00", "date-with-time"}},
	momentKind.en:        {{"§[a]", "expected-text"}, {"§2011-13-19", "bad-date"}},
	languageKind.en:      {{"§[a]", "expected-text"}, {"§english", "bad-language"}},
	urlKind.en:           {{"§[a]", "expected-text"}, {"§www.un.org", "bad-url"}},
	hashKind.en:          {{"§[a]", "expected-text"}, {"§abc", "bad-hash"}},
	pagesKind.en:         {{"§[a]", "expected-text"}, {"§last", "bad-page-range"}},
	wordsKind.en:         {{"§[a]", "expected-text"}, {"{en: §[a]}", "expected-text"}, {"{§xx: a}", "bad-language"}},
	proseKind.en:         {{"§[a]", "expected-text"}, {"{§xx: a}", "bad-language"}, {"§none.md", "file-missing"}},
	wordsListKind.en:     {{"§{a: b}", "expected-list"}, {"[§[a]]", "expected-text"}},
	idsKind.en:           {{"§{a: b}", "expected-list"}, {"§é", "bad-id"}, {"[a, §é]", "bad-id"}},
	choicesKind().en:     {{"§{a: b}", "expected-list"}, {"§a", "bad-value"}, {"[§a]", "bad-value"}},
	pathsKind(nil).en:    {{"§{a: b}", "expected-list"}, {"[§a.zzz]", "bad-file-kind"}},
	pathKind(nil).en:     {{"§[a]", "expected-text"}, {"§a.zzz", "bad-file-kind"}, {"{en: §a.zzz}", "bad-file-kind"}},
	volumesKind.en:       {{"§[a]", "expected-text"}, {"§chapter", "bad-value"}, {"§5", "bad-number"}},
	editionsKind.en: {{"§{a: b}", "expected-text"}, {"§xx", "bad-language"}, {"[en, §xx]", "bad-language"},
		{"[en, §en]", "language-twice"}},
	mappingEn:     {{"§a", "expected-mapping"}, {"§[a]", "expected-mapping"}},
	listEn:        {{"§a", "expected-list"}, {"[§a]", "expected-mapping"}},
	namesEn:       {{"§a", "expected-list"}, {"[§[a]]", "expected-mapping"}},
	namedEn:       {{"§[a]", "expected-mapping"}, {"§true", "expected-mapping"}},
	peopleKind.en: {{"[§[a]]", "expected-mapping"}, {"§true", "expected-mapping"}},
	delegationsKind.en: {{"§a", "delegations-listed"}, {"§true", "expected-mapping"},
		{"{a: §[b]}", "expected-mapping"}},
	abbreviationsKind.en: {{"§a", "expected-mapping"}, {"{a: §[b]}", "expected-text"}},
	originalKind.en:      {{"[§a.zzz]", "bad-file-kind"}, {"§a.zzz", "bad-file-kind"}, {"§a.png", "file-missing"}},
	originalsKind.en:     {{"§a", "expected-list"}, {"[§[a]]", "expected-text"}, {"[§a.zzz]", "bad-file-kind"}},
}

// TestWrongKinds: under every key, a value that it does not take is told with the right code at the right place.
func TestWrongKinds(t *testing.T) {
	dir := filesOfExamples(t)
	told := func(p place, w wrong) {
		before, after, _ := strings.Cut(w.value, "§")
		text, at := p.write(p.key.name, before+after)
		at.Column += len(before)
		_, found := manifestIn(t, dir, text)
		found = slices.DeleteFunc(found, func(d diag.Diagnostic) bool { return slices.Contains(mayLack, d.Code) })
		if len(found) != 1 || found[0].Code != w.code || found[0].Pos != at {
			t.Errorf("%s: want %s %s, got %v", text, at, w.code, found)
		}
	}
	for _, p := range everyPlace(&manifestShape) {
		list := wrongOf[p.key.kind.en]
		if len(list) == 0 {
			t.Errorf("%s: there is no wrong value for %q", p, p.key.kind.en)
		}
		for _, w := range list {
			told(p, w)
		}
		if p.key.kind.en == "number" && p.key.name != "rapporteur" {
			told(p, wrong{"§1", "bad-number"})
			told(p, wrong{"§200", "bad-number"})
			told(p, wrong{"§much", "bad-number"})
		}
	}
}

// TestRequired: what must stand and does not is told, and nothing else is.
func TestRequired(t *testing.T) {
	for _, p := range everyPlace(&manifestShape) {
		if p.key.kind.of == nil {
			continue
		}
		value := "{}"
		switch p.key.kind.mark {
		case "[]":
			value = "[{}]"
		case ".*":
			value = "{x: {}}"
		}
		text, at := p.write(p.key.name, value)
		at.Column += strings.Index(value, "{}")
		var want, got []string
		for _, k := range p.key.kind.of.keys {
			if k.required {
				want = append(want, "missing-key "+k.name)
			}
		}
		for _, need := range p.key.kind.of.need {
			want = append(want, need.code+" ")
		}
		_, found := manifestIn(t, t.TempDir(), text)
		for _, d := range found {
			if d.Pos == at && d.Args["in"] != "manifest" {
				got = append(got, d.Code+" "+d.Args["key"])
			}
		}
		slices.Sort(want)
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v is missing, want %v: %v", text, got, want, found)
		}
	}
}

// TestGuesses: what people write instead of a key gives the key, and each of those belongs to one key of its mapping.
func TestGuesses(t *testing.T) {
	seen := map[*key]bool{}
	count := 0
	for _, p := range everyPlace(&manifestShape) {
		if seen[p.key] {
			continue // the same mapping elsewhere
		}
		seen[p.key] = true
		for _, guess := range append(strings.Fields(p.key.guesses), strings.ToUpper(p.key.name)) {
			count++
			text, _ := p.write(guess, "x")
			_, found := manifestIn(t, t.TempDir(), text)
			i := slices.IndexFunc(found, func(d diag.Diagnostic) bool { return d.Code == "unknown-key" })
			if i < 0 || found[i].Args["meant"] != p.key.name {
				t.Errorf("%s: %s does not give %s: %v", p, guess, p.key.name, found)
			}
		}
	}
	if count < 400 {
		t.Errorf("only %d guesses", count)
	}
}

// TestStatusAndText: a statement that was not received or was withdrawn needs no text, any other does.
func TestStatusAndText(t *testing.T) {
	for status, want := range map[string]bool{
		"as-delivered": true, "check-against-delivery": true, "not-received": false, "withdrawn": false,
	} {
		_, found := manifestIn(t, t.TempDir(), base+
			"sessions:\n  - {id: a, title: A, statements: [{id: b, title: B, status: "+status+"}]}\n")
		got := slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return d.Code == "nothing-to-print" })
		if got != want || len(found) > 1 {
			t.Errorf("%s: %v", status, found)
		}
	}
}

// TestFindingsNameTheirItem: what is found in an item bears its id, or that of the item around it.
func TestFindingsNameTheirItem(t *testing.T) {
	for text, want := range map[string]string{
		"front:\n  - {id: a, text: T}\n":                                       "a",
		"front:\n  - {text: T, id: a}\n":                                       "a",
		"front:\n  - {text: T}\n":                                              "",
		"summary: {title: T}\n":                                                "summary",
		"sessions:\n  - {id: a, title: A, chair: {}}\n":                        "a",
		"sessions:\n  - {id: a, title: A, statements: [{id: b, title: B}]}\n":  "b",
		"sessions:\n  - {id: a, title: A, floor: {x: y}, statements: []}\n":    "a",
		"delegations: {norway: {group: x}}\n":                                  "norway",
		"annexes:\n  - {id: a, title: A, original: {file: o.pdf, pages: x}}\n": "a",
		"recommendations:\n  - {id: a, text: T, from: [é]}\n":                  "a",
	} {
		dir := t.TempDir()
		write(t, dir, "o.pdf", "x")
		_, found := manifestIn(t, dir, base+text)
		if len(found) != 1 || found[0].Item != want {
			t.Errorf("%swant %q: %v", text, want, found)
		}
	}
}

// TestHash: a SHA-256 comes back in lower case, as the ledger writes it.
func TestHash(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "o.pdf", "x")
	m, found := manifestIn(t, dir, base+"annexes:\n  - {title: A, original: {file: o.pdf, sha256: "+
		strings.Repeat("AB0c", 16)+"}}\n")
	if len(found) > 0 || m.Annexes[0].Originals[0].SHA256.Value != strings.Repeat("ab0c", 16) {
		t.Error(found)
	}
}
