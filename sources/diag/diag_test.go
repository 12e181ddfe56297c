package diag

import (
	"strings"
	"sync"
	"testing"
)

func TestBagSortsAndDropsRepeats(t *testing.T) {
	var bag Bag
	var group sync.WaitGroup
	for _, line := range []int{9, 2, 2, 10} {
		group.Go(func() { bag.AddItem("bad-id", Pos{File: "b", Line: line, Column: 1}, "x", Args{"id": "?"}) })
	}
	group.Go(func() { bag.Add("raw-html", Pos{File: "b", Line: 2, Column: 1}, nil) })
	group.Go(func() { bag.Add("raw-html", Pos{File: "a", Line: 99, Column: 1}, nil) })
	group.Go(func() { bag.AddItem("bad-id", Pos{File: "b", Line: 2, Column: 1}, "x", Args{"id": "!"}) })
	group.Wait()
	want := []string{"a:99:1 raw-html", "b:2:1 bad-id", "b:2:1 bad-id", "b:2:1 raw-html", "b:9:1 bad-id",
		"b:10:1 bad-id"}
	all := bag.All()
	if len(all) != len(want) {
		t.Fatalf("%d findings, want %d: %v", len(all), len(want), all)
	}
	for i, d := range all {
		if got := d.Pos.String() + " " + d.Code; got != want[i] {
			t.Errorf("%d: %s, want %s", i, got, want[i])
		}
	}
	if all[1].Args["id"] != "!" {
		t.Error("equal places are not sorted by their arguments")
	}
	if !bag.Failed() {
		t.Error("an error does not fail the build")
	}
}

func TestWarningsDoNotFail(t *testing.T) {
	bag := Bag{all: []Diagnostic{{Code: "x", Severity: Warning}, {Code: "y", Severity: Note}}}
	if bag.Failed() {
		t.Error("a warning fails the build")
	}
}

func TestWords(t *testing.T) {
	d := Diagnostic{Code: "bad-id", Args: Args{"id": "é{id}"}}
	if got, want := d.Message("fr"), "« é{id} » ne peut pas servir d’identifiant"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := d.Message("ru"), "“é{id}” cannot be used as an id"; got != want {
		t.Errorf("a language without words: %q, want %q", got, want)
	}
	if got := (Diagnostic{Code: "no-such-code"}).Message("en"); got != "no-such-code" {
		t.Errorf("an unknown code says %q", got)
	}
	for pos, want := range map[Pos]string{{}: "", {File: "a"}: "a", {File: "a", Line: 3}: "a:3",
		{File: "a", Line: 3, Column: 4}: "a:3:4"} {
		if pos.String() != want {
			t.Errorf("%#v: %q", pos, pos.String())
		}
	}
}

// TestOneAndSeveral: a count of one is not told as several, in either language.
func TestOneAndSeveral(t *testing.T) {
	for count, want := range map[string]string{"1": "a.pdf arrived with 1 accessibility-tag fault",
		"2": "a.pdf arrived with 2 accessibility-tag faults"} {
		d := Diagnostic{Code: "original-tags", Args: Args{"file": "a.pdf", "count": count}}
		if got := d.Message("en"); got != want {
			t.Errorf("%q, want %q", got, want)
		}
		if got := d.Message("fr"); strings.Contains(got, "défauts") != (count == "2") {
			t.Errorf("%s: %q", count, got)
		}
	}
}

// TestFindingsOfNoPage: what is found in a part of an original that belongs to no page, such as a field that its form
// lost or a font that only the form names, is told without one.
func TestFindingsOfNoPage(t *testing.T) {
	for _, code := range []string{"original-form-broken", "original-data-broken", "original-sum",
		"original-resource-missing"} {
		d := Diagnostic{Code: code, Args: Args{"file": "a.pdf", "what": "font", "count": "2"}}
		for _, lang := range []string{"en", "fr"} {
			if got := d.Message(lang); strings.Contains(got, "{") || !strings.Contains(got, "2") {
				t.Errorf("%s: %q", lang, got)
			}
		}
	}
}

// TestWordsOfOneArgument: a stable word is put into the language where it stands for a thing, and left alone where the
// user wrote it.
func TestWordsOfOneArgument(t *testing.T) {
	d := Diagnostic{Code: "unknown-key", Args: Args{"in": "sessions", "key": "sessions"}}
	for lang, want := range map[string]string{"en": "a session has no key “sessions”",
		"fr": "la clé « sessions » n’existe pas dans une séance"} {
		if got := d.Message(lang); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestHintsThatFit: of several ways the first is said of which all is filled in, and the last where none is.
func TestHintsThatFit(t *testing.T) {
	h := ways{"write {a}", "see {b} or {c}", "look at {d}"}
	for _, c := range []struct {
		args Args
		want string
	}{
		{Args{"a": "x", "b": "y", "c": "z"}, "write {a}"}, {Args{"b": "y", "c": "z"}, "see {b} or {c}"},
		{Args{"b": "y", "c": ""}, "look at {d}"}, {nil, "look at {d}"},
	} {
		if got := h.fitting(c.args); got != c.want {
			t.Errorf("%v: %q, want %q", c.args, got, c.want)
		}
	}
	if got := (ways{}).fitting(nil); got != "" {
		t.Errorf("out of nothing: %q", got)
	}
	d := Diagnostic{Code: "unknown-key", Args: Args{"key": "name", "in": "report", "meant": "title",
		"allowed": "title"}}
	if got, want := d.Hint("en"), "Use title instead. The keys here are: title."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
