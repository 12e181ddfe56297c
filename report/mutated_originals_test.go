package report_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"rapporteur/report"
	"rapporteur/report/ledger"
	"rapporteur/sources/diag"
	"rapporteur/sources/mutation"
)

// together is how many damaged originals one report takes: all else of a report is made once for them.
const together = 20

// largest is the most bytes of an original that is damaged: what is wrong with larger ones is no different.
const largest = 400_000

// mutant is a damaged original, and what became of it.
type mutant struct {
	ID    string   `json:"id"`
	File  string   `json:"file"`
	Done  string   `json:"done"` // how it was damaged
	Codes []string `json:"codes"`
	First int      `json:"first"` // pages of the report
	Last  int      `json:"last"`

	sound int // its file before, in the list
	data  []byte
}

// originalsToDamage are the files of the example and, where it stands beside the project, of a collection of real ones.
func originalsToDamage(t *testing.T) (files []string) {
	t.Helper()
	for _, pattern := range []string{"../cmd/rapporteur/starter/originals/*.pdf", "../sources/pdf/testdata/*.pdf",
		"../../shared/originals/readable/*.pdf", "../../../shared/originals/readable/*.pdf"} {
		some, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, some...)
	}
	files = slices.DeleteFunc(files, func(file string) bool {
		info, err := os.Stat(file)
		return err != nil || info.Size() > largest
	})
	if len(files) < 20 {
		t.Fatal("the files are not where they were")
	}
	return files
}

// annexes writes a manifest that takes originals as annexes; stamps would only be in the way of a comparison.
func annexes(dir string, list []*mutant) (report.Input, error) {
	manifest := "report: {title: T, language: en, date: 2012-03-01}\nlayout: {stamp: none}\nannexes:\n"
	for _, m := range list {
		manifest += fmt.Sprintf("  - {id: %s, title: A, original: {file: %s, password: user}}\n", m.ID, m.File)
		if err := os.WriteFile(filepath.Join(dir, m.File), m.data, 0o666); err != nil {
			return report.Input{}, err
		}
	}
	file := filepath.Join(dir, "report.yaml")
	in := report.Input{Manifest: file, Out: filepath.Join(dir, "out"), Program: "test"}
	return in, os.WriteFile(file, []byte(manifest), 0o666)
}

// refusedItems are those of which check has an error. An error of no item cannot be told from a promise that is broken.
func refusedItems(r *report.Result) (map[string]bool, error) {
	refused := map[string]bool{}
	for _, d := range r.Diagnostics {
		if d.Severity == diag.Error {
			if d.Item == "" || d.Pos.Line == 0 {
				return nil, fmt.Errorf("an error without a place: %v", told([]diag.Diagnostic{d}))
			}
			refused[d.Item] = true
		}
	}
	return refused, nil
}

// reported makes a report of the originals that check does not refuse, and notes what became of them.
func reported(dir string, list []*mutant) (taken []*mutant, err error) {
	in, err := annexes(dir, list)
	if err != nil {
		return nil, err
	}
	checked, err := report.Check(context.Background(), in)
	if err != nil {
		return nil, fmt.Errorf("check: %w", err)
	}
	if words := untold(checked); words != "" {
		return nil, fmt.Errorf("check says %s", words)
	}
	refused, err := refusedItems(checked)
	if err != nil {
		return nil, err
	}
	taken = slices.DeleteFunc(slices.Clone(list), func(m *mutant) bool { return refused[m.ID] })
	if len(taken) == 0 {
		return nil, nil
	}
	if in, err = annexes(dir, taken); err != nil {
		return nil, err
	}
	made, err := report.Build(context.Background(), in)
	switch {
	case err != nil:
		return nil, fmt.Errorf("build: %w", err)
	case untold(made) != "":
		return nil, fmt.Errorf("build says %s", untold(made))
	case made.Failed:
		return nil, fmt.Errorf("check passes and build fails: %v", told(made.Diagnostics))
	}
	for _, d := range made.Findings {
		if d.Severity == diag.Error {
			return nil, fmt.Errorf("verify finds %v", told(made.Findings))
		}
	}
	return taken, account(in, made, taken)
}

// account notes where originals stand in a report, and what was told of them.
func account(in report.Input, made *report.Result, taken []*mutant) error {
	f, err := os.Open(filepath.Join(in.Out, "report.json"))
	if err != nil {
		return err
	}
	defer f.Close()
	l, err := ledger.Read(f)
	if err != nil {
		return err
	}
	pages := map[string][2]int{}
	for _, a := range l.Annexes {
		for _, o := range a.Originals {
			pages[a.ID] = [2]int{o.First, o.Last}
		}
	}
	for _, m := range taken {
		at, there := pages[m.ID]
		if !there || at[1] < at[0] {
			return fmt.Errorf("%s is not in the ledger", m.ID)
		}
		m.First, m.Last, m.Codes = at[0], at[1], codesOf(made, m.ID)
	}
	return nil
}

// TestMutatedOriginals damages originals. Each is refused by name or built, soon, in little memory, without a trace of
// a panic and without a file where none belongs. Of one that loses pages something new is told.
func TestMutatedOriginals(t *testing.T) {
	files := originalsToDamage(t)
	sound := soundOriginals(t, files)
	var refused, spoken, silent atomic.Int64
	crew(t, (*mutants+together-1)/together, func(dir string, batch int) {
		var list []*mutant
		for i := range together {
			list = append(list, damaged(files, *seed+uint64(batch*together+i)))
		}
		defer func() {
			for _, m := range list {
				os.Remove(filepath.Join(dir, m.File))
			}
		}()
		taken, err := tryTogether(t, dir, list)
		if err != nil {
			t.Error(err)
			return
		}
		refused.Add(int64(len(list) - len(taken)))
		quiet := slices.DeleteFunc(slices.Clone(taken), func(m *mutant) bool {
			before := sound[m.sound]
			return slices.ContainsFunc(m.Codes, func(c string) bool { return !slices.Contains(before.Codes, c) })
		})
		spoken.Add(int64(len(taken) - len(quiet)))
		silent.Add(int64(len(quiet)))
		if err := keepQuiet(dir, batch, quiet); err != nil {
			t.Error(err)
		}
		for _, m := range list {
			os.Remove(filepath.Join(dir, m.File))
		}
		meant := func(name string) bool {
			return name == "report.yaml" || strings.HasPrefix(name, "out/report.") ||
				name == "out/SHA256SUMS"
		}
		if more := strays(dir, meant); len(more) > 0 {
			t.Errorf("there are files beside the report: %v", more)
		}
	})
	t.Logf("%d refused, %d built with a word, %d without", refused.Load(), spoken.Load(), silent.Load())
	if refused.Load() == 0 || spoken.Load() == 0 {
		t.Error("nothing was damaged")
	}
}

// damaged is the mutant of a seed.
func damaged(files []string, seed uint64) *mutant {
	n := int(seed) % len(files)
	m := &mutant{ID: fmt.Sprint("m", seed), File: fmt.Sprintf("m%d.pdf", seed), sound: n}
	data, _ := os.ReadFile(files[n])
	m.data, m.Done = mutation.Mutate(seed, filepath.Base(files[n]), data)
	return m
}

// soundOriginals says what is told of the files as they are.
func soundOriginals(t *testing.T, files []string) []*mutant {
	t.Helper()
	var list []*mutant
	for i, file := range files {
		m := &mutant{ID: fmt.Sprint("s", i), File: fmt.Sprintf("s%d.pdf", i)}
		m.data, _ = os.ReadFile(file)
		list = append(list, m)
	}
	if _, err := reported(t.TempDir(), list); err != nil {
		t.Fatal(err)
	}
	return list
}

// tryTogether builds a report of damaged originals, and when that breaks a promise, looks for the one that does it.
func tryTogether(t *testing.T, dir string, list []*mutant) (taken []*mutant, err error) {
	err = swift(many, func() (err error) {
		taken, err = reported(dir, list)
		return err
	})
	if err == nil {
		return taken, nil
	}
	for _, m := range list {
		alone := swift(soon, func() error {
			_, err := reported(dir, []*mutant{m})
			return err
		})
		if alone != nil {
			return nil, fmt.Errorf("%s: %w, kept as %s; together: %w", m.Done, alone, keep(t, m.File, m.data), err)
		}
	}
	return nil, fmt.Errorf("together, from %s on: %w", list[0].Done, err)
}

// keepQuiet leaves a report, and the originals in it of which nothing new was told, for who compares pixels.
func keepQuiet(dir string, batch int, quiet []*mutant) error {
	if *kept == "" || len(quiet) == 0 {
		return nil
	}
	to := filepath.Join(*kept, fmt.Sprint(batch))
	if err := os.MkdirAll(to, 0o777); err != nil {
		return err
	}
	for _, m := range quiet {
		if err := os.WriteFile(filepath.Join(to, m.File), m.data, 0o666); err != nil {
			return err
		}
	}
	data, err := json.MarshalIndent(quiet, "", " ")
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(to, "quiet.json"), data, 0o666); err != nil {
		return err
	}
	made, err := os.ReadFile(filepath.Join(dir, "out", "report.pdf"))
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(to, "report.pdf"), made, 0o666)
}
