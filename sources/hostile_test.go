package sources

import (
	"strings"
	"testing"
	"time"

	"rapporteur/sources/diag"
)

// TestHostileTexts: what is known to make Markdown parsers slow, at the size of a long text, ends soon.
func TestHostileTexts(t *testing.T) {
	var staircase strings.Builder
	for i := range 500 {
		staircase.WriteString(strings.Repeat(" ", 2*i) + "- a\n")
	}
	texts := map[string]string{
		"brackets":     strings.Repeat("[", 50_000),
		"images":       strings.Repeat("![", 30_000),
		"pairs":        strings.Repeat("[]", 30_000),
		"links":        strings.Repeat("[a](", 200_000),
		"linked":       strings.Repeat("[a](", 100_000) + strings.Repeat(")", 100_000),
		"pictures":     strings.Repeat("![a](<", 100_000),
		"long link":    strings.Repeat("[a](", 500) + strings.Repeat("words ", 500_000),
		"closers":      strings.Repeat("a]", 30_000),
		"emphasis":     strings.Repeat("*a_b", 200_000),
		"emphases":     strings.Repeat(strings.Repeat("*a_b", 2_000)+"\n\n", 200),
		"stars":        strings.Repeat("**a *b ", 200_000),
		"backticks":    strings.Repeat("`a``b```c", 10_000),
		"html":         strings.Repeat("<a ", 20_000),
		"comments":     strings.Repeat("<!-- ", 20_000),
		"instructions": strings.Repeat("<? ", 20_000),
		"entities":     strings.Repeat("&a", 40_000),
		"marks":        strings.Repeat("[^a]", 20_000) + "\n\n[^a]: b\n",
		"notes":        strings.Repeat("[^a]: b\n", 10_000),
		"references":   strings.Repeat("[@a]", 20_000),
		"ids":          strings.Repeat("{#a}\n", 5_000),
		"definitions":  strings.Repeat("[a]: b\n", 20_000),
		"quotes":       strings.Repeat(strings.Repeat(">", 99)+"\n", 300),
		"staircase":    staircase.String(),
		"divs":         strings.Repeat("::: {lang=fr}\n", 2_000),
		"terms":        strings.Repeat("a\n: b\n\n", 5_000),
		"tables": "|" + strings.Repeat("a|", 2_000) + "\n|" + strings.Repeat("-|", 2_000) + "\n" +
			strings.Repeat("|a\n", 200),
		"delimiters": strings.Repeat("a|b\n-|-\n", 3_000),
		"one line":   strings.Repeat("é *a* ", 100_000),
		"fences":     strings.Repeat("```\n", 20_000),
	}
	folder, err := OpenFolder(nil, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range texts {
		t.Run(name, func(t *testing.T) {
			started := time.Now()
			src := fileSource("a.md", []byte(text))
			v := Version{File: "a.md"}
			(&markdown{src: src, bag: &diag.Bag{}, folder: folder}).read(&v, diag.Pos{})
			if took := time.Since(started); took > patience {
				t.Errorf("%d bytes took %s", len(text), took)
			} else if testing.Verbose() {
				t.Log(took)
			}
		})
	}
}

// TestParserPanics: a panic on the way, here over a text that is not there, is a finding at the text's place.
func TestParserPanics(t *testing.T) {
	var bag diag.Bag
	at := diag.Pos{File: "a.md", Line: 1, Column: 1}
	(&markdown{bag: &bag}).read(&Version{}, at)
	if all := bag.All(); len(all) != 1 || all[0].Code != "text-unreadable" || all[0].Pos != at {
		t.Error(all)
	}
}

// TestJobPanics: a panic in what reads a text or a table beside others is a finding where the manifest names it, and
// the others are read.
func TestJobPanics(t *testing.T) {
	var bag diag.Bag
	at, read := diag.Pos{File: "report.yaml", Line: 7, Column: 5}, false
	r := &reader{bag: &bag}
	r.later(at, "norway", func() { r.table("people.csv", "", at) }) // there is no folder to read it from
	r.later(at, "kenya", func() { read = true })
	if err := r.work(t.Context()); err != nil || !read {
		t.Error(err, read)
	}
	all := bag.All()
	if len(all) != 1 || all[0].Code != "text-unreadable" || all[0].Pos != at || all[0].Item != "norway" {
		t.Error(all)
	}
}

// TestHostileManifests: a fault at the end of a large manifest is placed soon.
func TestHostileManifests(t *testing.T) {
	statement := "      - {id: a, speaker: {name: A}, title: B, text: \"Some words of a statement.\"}\n"
	head := base + "sessions:\n  - id: a\n    title: A\n    statements:\n"
	n := 4_000
	for name, text := range map[string]string{
		"fault at the end": head + strings.Repeat(statement, n) + "event:\n  place: a: b\n",
		"fault at the middle": head + strings.Repeat(statement, n) + "      - {id: b, text: a: b: c}\n" +
			strings.Repeat(statement, n),
		"quote left open": head + strings.Repeat(statement, n) + "      - {id: \"b}\n" + strings.Repeat(statement, n),
		"deep flow":       base + "event: " + strings.Repeat("[", 9_000) + "\n",
		"deep blocks":     base + "event:\n  " + strings.Repeat("- ", 9_000) + "\n",
	} {
		t.Run(name, func(t *testing.T) {
			started := time.Now()
			var bag diag.Bag
			readManifest(t.Context(), "report.yaml", []byte(text), nil, six, &bag)
			all := bag.All()
			if took := time.Since(started); took > patience || !bag.Failed() {
				t.Errorf("%d bytes took %s: %v", len(text), took, all)
			} else if testing.Verbose() {
				t.Log(took, len(text), all[0].Pos, all[0].Code)
			}
		})
	}
}
