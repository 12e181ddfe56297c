package diag

import (
	"slices"
	"strconv"
	"strings"
	"testing"
)

func count(list []Diagnostic) (n int) {
	for _, d := range list {
		n += max(d.Count, 1)
	}
	return n
}

// TestGroup: a file with 100,000 faults gives a list that can be read, and it says how many there are.
func TestGroup(t *testing.T) {
	var bag Bag
	for i := range 100_000 {
		bag.Add("bad-id", Pos{File: "a", Line: i + 1}, Args{"id": strconv.Itoa(i)})
	}
	for i := range 3 {
		bag.Add("raw-html", Pos{File: "a", Line: 50 * (i + 1)}, nil)
	}
	all := Group(bag.All(), 20)
	if len(all) != 24 || count(all) != 100_003 {
		t.Fatalf("%d lines that stand for %d findings", len(all), count(all))
	}
	i := slices.IndexFunc(all, func(d Diagnostic) bool { return d.Count > 0 })
	if d := all[i]; d.Count != 99_980 || d.Pos.Line != 21 || d.Code != "bad-id" ||
		d.Message("en") != "“20” cannot be used as an id; and 99979 more like this" ||
		d.Message("fr") != "« 20 » ne peut pas servir d’identifiant ; et 99979 autres de ce genre" ||
		d.Hint("en") == "" {
		t.Errorf("%+v says %q, %q", d, d.Message("en"), d.Message("fr"))
	}
}

// TestGroupLeavesFewAlone: what is not too many is told as it is, and one more than that too.
func TestGroupLeavesFewAlone(t *testing.T) {
	var list []Diagnostic
	for i := range 21 {
		list = append(list, Diagnostic{Code: "bad-id", Severity: Error, Pos: Pos{Line: i + 1}})
	}
	list = append(list, Diagnostic{Code: "bad-id", Severity: Warning})
	got := Group(list, 20)
	if len(got) != len(list) || count(got) != len(list) ||
		slices.ContainsFunc(got, func(d Diagnostic) bool { return d.Count > 0 }) {
		t.Errorf("%d of %d", len(got), len(list))
	}
}

// TestGroupByScript: a script without a font is told once, by its name, however few its letters are; signs are told one
// by one.
func TestGroupByScript(t *testing.T) {
	var list []Diagnostic
	for i, line := range []struct{ script, text string }{{"Devanagari", strings.Repeat("दे", 602)}, {"Georgian", "ქა"},
		{"", "♔♕♖♗♘♙"}} {
		for k, r := range []rune(line.text) {
			at := Pos{File: "a", Line: i + 1, Column: k + 1}
			list = append(list, Diagnostic{Code: "missing-glyph", Severity: Error, Pos: at, Args: Args{
				"character": string(r), "number": "U+" + strconv.FormatInt(int64(r), 16), "script": line.script}})
		}
	}
	got := Group(list, 20)
	if want := 1 + 1 + 6; len(got) != want || count(got) != len(list) {
		t.Fatalf("%d lines, not %d, stand for %d findings of %d", len(got), want, count(got), len(list))
	}
	if d := got[0]; d.Count != 1204 || d.Pos.Column != 1 ||
		d.Message("en") != "no font has Devanagari letters: there are 1204, the first of them here (द)" ||
		!strings.Contains(d.Message("fr"), "dévanagari : 1204 caractères") || d.Hint("en") == "" {
		t.Errorf("%+v says %q", d, d.Message("en"))
	}
}

// TestLongValuesAreCut: a message repeats no value that nobody would read.
func TestLongValuesAreCut(t *testing.T) {
	for _, letter := range []string{"a", "é"} {
		d := Diagnostic{Code: "bad-id", Args: Args{"id": strings.Repeat(letter, 6000)}}
		if got := d.Message("en"); got != "“"+strings.Repeat(letter, 400)+"…” cannot be used as an id" {
			t.Errorf("it says %q", got)
		}
		d.Args["id"] = strings.Repeat(letter, 400)
		if got := d.Message("en"); got != "“"+d.Args["id"]+"” cannot be used as an id" {
			t.Errorf("it says %q", got)
		}
	}
}
