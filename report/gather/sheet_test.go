package gather

import (
	"strings"
	"testing"
)

// manifests are written as people write them; each has a session "opening" with a statement "norway".
var manifests = map[string]string{
	"comments": "# head\nrapporteur: 1\nsessions: # all\n  # the first\n  - id: opening # first\n    title: Opening\n" +
		"    statements:\n      - id: norway\n        text: |\n          # no comment\n\n          Words.\n" +
		"      # nobody else\n  # no more\n\nannexes:\n  - {id: a, title: A, text: T.}\n",
	"dashes at the margin": "rapporteur: 1\nsessions:\n- id: opening\n  title: Opening\n  statements:\n" +
		"  - id: norway\n    text: \"one\n      two\"\nparticipants: p.csv",
	"braces": "rapporteur: 1\nsessions:\n  - id: opening\n    title: Opening\n    statements:\n" +
		"      - {id: norway, speaker: {role: Minister,\n           delegation: norway}, text: n.md}\n",
	"wide": "rapporteur: 1\nsessions:\n    -   id: opening\n        title: Opening\n        statements:\n" +
		"            -   id: norway\n                text: >-\n                    folded\n" +
		"                    words\n\n\n\n",
	"dash alone": "rapporteur: 1\nsessions:\n  -\n    id: opening\n    title: Opening\n    statements:\n      -\n" +
		"        id: norway\n        text: n.md\n",
	"statements first": "rapporteur: 1\nsessions:\n  - statements:\n      - id: norway\n        text: n.md\n" +
		"    id: opening\n    title: Opening\nreport: {title: T}\n",
	"Windows": "rapporteur: 1\r\nsessions:\r\n  - id: opening\r\n    statements:\r\n      - id: norway\r\n" +
		"        text: n.md\r\n    title: Opening\r\n",
}

// TestSheetAdds: an item, a line and a part are added to manifests of all sorts, and every line that was there stays,
// byte for byte, in its order.
func TestSheetAdds(t *testing.T) {
	for name, old := range manifests {
		s, err := openSheet(old)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		opening := value(s.root, "sessions").Content[0]
		if !s.item(opening, "statements", []string{"id: kenya", "text: k.md"}) || !s.line(opening, "debate: d.md") ||
			!s.item(s.root, "sessions", []string{"id: closing", "title: Closing"}) ||
			!s.item(s.root, "front", []string{"id: foreword", "title: Foreword", "text: f.md"}) {
			t.Errorf("%s: lines were refused", name)
		}
		now, err := s.text()
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		rest := strings.SplitAfter(now, "\n")
		for _, line := range strings.SplitAfter(strings.TrimRight(old, "\r\n"), "\n") {
			for len(rest) > 0 && strings.TrimRight(rest[0], "\r\n") != strings.TrimRight(line, "\r\n") {
				rest = rest[1:]
			}
			if len(rest) == 0 {
				t.Errorf("%s: %q is gone from\n%s", name, line, now)
				break
			}
			rest = rest[1:]
		}
		root, err := parsed(now)
		if err != nil {
			t.Fatal(err)
		}
		list := value(root, "sessions").Content
		if len(list) != 2 || len(value(list[0], "statements").Content) != 2 || value(list[0], "debate") == nil ||
			value(value(list[0], "statements").Content[1], "text").Value != "k.md" || value(root, "front") == nil {
			t.Errorf("%s: not what was added:\n%s", name, now)
		}
		if strings.Contains(old, "\r\n") != strings.Contains(now, "debate: d.md\r\n") {
			t.Errorf("%s: other line ends:\n%q", name, now)
		}
	}
}

// TestSheetOrder: what belongs under the last key of a manifest stands there also where a key after it came first.
func TestSheetOrder(t *testing.T) {
	s, err := openSheet("rapporteur: 1\ndelegations:\n")
	if err != nil {
		t.Fatal(err)
	}
	if !s.item(s.root, "sessions", []string{"id: a"}) || !s.entry("delegations", []string{"kenya: Kenya"}) ||
		!s.item(s.root, "sessions", []string{"id: b"}) {
		t.Error("lines were refused")
	}
	const want = "rapporteur: 1\ndelegations:\n  kenya: Kenya\nsessions:\n  - id: a\n  - id: b\n"
	if now, err := s.text(); err != nil || now != want {
		t.Errorf("%v:\n%s", err, now)
	}
}

// TestSheetRefuses: what stands in brackets is not added to, and nothing that cannot be added to is changed.
func TestSheetRefuses(t *testing.T) {
	s, err := openSheet("rapporteur: 1\nsessions: [{id: a, title: A}]\ndelegations: {norway: Norway}\n")
	if err != nil {
		t.Fatal(err)
	}
	if s.item(s.root, "sessions", []string{"id: b"}) || s.entry("delegations", []string{"kenya: Kenya"}) {
		t.Error("a line was added to what stands in brackets")
	}
	if s, err = openSheet("rapporteur: 1\nreport: {title: A}\n...\n"); err != nil {
		t.Fatal(err)
	}
	s.line(s.root, "participants: p.csv")
	if now, err := s.text(); err == nil {
		t.Errorf("a line stands after the end of the document:\n%s", now)
	}
}

// TestNames: a path is named by a value in any style and by a comment, and not by a longer path.
func TestNames(t *testing.T) {
	s, err := openSheet("a: texts/é.md # old/k.md\nb: 'it''s.md'\nc: \"x\\u00e9.md\"\nd: my norway.md\n")
	if err != nil {
		t.Fatal(err)
	}
	for file, want := range map[string]bool{"texts/é.md": true, "texts/e\u0301.md": true, "old/k.md": true,
		"k.md": false, "it's.md": true, "xé.md": true, "norway.md": false, "my norway.md": true} {
		if s.names(file) != want {
			t.Errorf("%s: %v", file, !want)
		}
	}
}
