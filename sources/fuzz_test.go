package sources

import (
	"bufio"
	"context"
	"io"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"rapporteur/sources/diag"
)

// patience is far beyond what any input of a fuzz target takes.
const patience = 10 * time.Second

// checkFindings fails where a diagnostic has no words, or a place outside the text.
func checkFindings(t *testing.T, bag *diag.Bag, started time.Time) {
	t.Helper()
	for _, d := range bag.All() {
		if d.Message("en") == d.Code || d.Pos.Line < 0 || d.Pos.Column < 0 || d.Pos.File == "" {
			t.Errorf("%+v", d)
		}
	}
	if took := time.Since(started); took > patience {
		t.Errorf("took %s", took)
	}
}

func FuzzManifest(f *testing.F) {
	for _, fault := range faults {
		if fault.text != bomb && (fault.kind == "whole" || fault.kind == "keys") { // the bomb is slow enough once
			text, _ := unmark(fault.text)
			f.Add([]byte(base + text))
		}
	}
	for _, name := range []string{"complete", "places"} {
		archive, err := txtar.ParseFile("testdata/read/" + name + ".txtar")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(archive.Files[0].Data)
	}
	folder, err := OpenFolder(nil, f.TempDir())
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<16 {
			t.Skip()
		}
		started := time.Now()
		var bag diag.Bag
		m := readManifest(context.Background(), "report.yaml", data, folder, six, &bag)
		if m == nil && !bag.Failed() {
			t.Error("no manifest, and nobody says why")
		}
		if m != nil {
			if err := m.Dump(io.Discard); err != nil {
				t.Error(err)
			}
		}
		checkFindings(t, &bag, started)
	})
}

func FuzzProse(f *testing.F) {
	for _, fault := range faults {
		if fault.kind == "markdown" {
			text, _ := unmark(fault.text)
			f.Add([]byte(text))
		}
	}
	archive, err := txtar.ParseFile("testdata/read/prose.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range archive.Files {
		f.Add(file.Data)
	}
	folder, err := OpenFolder(nil, f.TempDir())
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<16 {
			t.Skip()
		}
		started := time.Now()
		var bag diag.Bag
		data, ok := decode("a.md", data, &bag)
		if ok {
			v := Version{File: "a.md"}
			src := fileSource("a.md", data)
			(&markdown{src: src, bag: &bag, folder: folder}).read(&v, diag.Pos{File: "a.md", Line: 1, Column: 1})
			d := &dumper{out: discard()}
			d.blocks(v.Blocks)
			for _, n := range v.Notes {
				d.blocks(n.Blocks)
			}
			checkMarks(t, v.Blocks, len(v.Notes))
		}
		checkFindings(t, &bag, started)
	})
}

func discard() *bufio.Writer { return bufio.NewWriter(io.Discard) }

// checkMarks: every mark has its note.
func checkMarks(t *testing.T, blocks []Block, notes int) {
	t.Helper()
	var walk func(list []Inline)
	walk = func(list []Inline) {
		for _, in := range list {
			if in.Kind == NoteMark && (in.Note < 0 || in.Note >= notes) {
				t.Errorf("mark %d of %d", in.Note, notes)
			}
			walk(in.Inlines)
		}
	}
	for _, b := range blocks {
		walk(b.Inlines)
		checkMarks(t, b.Blocks, notes)
	}
}
