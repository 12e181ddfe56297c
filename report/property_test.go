package report_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"rapporteur/report"
	"rapporteur/report/ledger"
	"rapporteur/report/manifesttest"
	"rapporteur/sources"
	"rapporteur/sources/diag"
)

type object = manifesttest.Object

// bench is a folder with all files that random manifests name.
func bench(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := manifesttest.Lay(dir); err != nil {
		t.Fatal(err)
	}
	return dir
}

// trial checks and builds a manifest, and says how the promise was broken: a kind, the same for all breaches of one
// cause as far as can be told, and all about it. passed says that check found no error.
func trial(dir, name string, m object) (kind, about string, passed bool) {
	manifest, out := filepath.Join(dir, name+".yaml"), filepath.Join(dir, name+".out")
	if err := manifesttest.Write(manifest, m); err != nil {
		return "file", err.Error(), false
	}
	defer os.Remove(manifest)
	defer os.RemoveAll(out)
	return judged(report.Input{Manifest: manifest, Out: out, Program: "test"})
}

// judged is trial, of a manifest that stands in a file.
func judged(in report.Input) (kind, about string, passed bool) {
	ctx, out := context.Background(), in.Out
	checked, err := report.Check(ctx, in)
	if err != nil {
		return "check does not end", err.Error(), false
	}
	built, err := report.Build(ctx, in)
	if err != nil {
		return "check passes and build breaks off", err.Error(), !checked.Failed
	}
	if checked.Failed != built.Failed {
		both := fmt.Sprint(told(checked.Diagnostics), told(built.Diagnostics))
		return "one of check and build fails", both, !checked.Failed
	}
	if checked.Failed {
		for _, d := range checked.Diagnostics {
			whole := sources.IsOffice(d.Pos.File) // a file that cannot be read has no lines
			if d.Severity == diag.Error && d.Pos.Line == 0 && !whole {
				return "an error without a place, " + d.Code, fmt.Sprint(told(checked.Diagnostics)), false
			}
		}
		if before, after := told(checked.Diagnostics), told(built.Diagnostics); !slices.Equal(before, after) {
			return "check and build fail differently", fmt.Sprint(before, after), false
		}
		if _, err := os.Stat(out); err == nil {
			return "a failed build leaves something", "", false
		}
		return "", "", false
	}
	for _, f := range built.Findings {
		if f.Severity == diag.Error {
			return "verify finds " + f.Code, fmt.Sprint(told(built.Findings)), true
		}
	}
	if err := accountedFor(out, built.Pages); err != "" {
		return "account", err, true
	}
	return "", "", true
}

// told are diagnostics as they are told.
func told(list []diag.Diagnostic) []string {
	var lines []string
	for _, d := range list {
		lines = append(lines, d.Pos.String()+": "+d.Severity.String()+" "+d.Code+": "+d.Message("en"))
	}
	return lines
}

// accountedFor says what is wrong with a ledger that does not account for every page once.
func accountedFor(out string, pages int) string {
	f, err := os.Open(filepath.Join(out, "report.json"))
	if err != nil {
		return err.Error()
	}
	defer f.Close()
	l, err := ledger.Read(f)
	if err != nil {
		return err.Error()
	}
	next := 1
	for _, a := range l.Account {
		if a.First != next || a.Last < a.First || len(a.Labels) != a.Last-a.First+1 {
			return fmt.Sprintf("%s %s has pages %d to %d with labels %v, after page %d",
				a.Kind, a.ID, a.First, a.Last, a.Labels, next-1)
		}
		next = a.Last + 1
	}
	if l.Pages != pages || next != pages+1 {
		return fmt.Sprintf("%d pages, %d in the ledger, accounted for up to %d", pages, l.Pages, next-1)
	}
	return ""
}

// smaller takes away from a manifest what is not needed for the breach: keys and items, one after the other, until
// none can go or it takes too long.
func smaller(m object, breaks func(object) bool) object {
	tries := 400
	for again := true; again; {
		again = false
		for _, cut := range cuts(m, m) {
			if tries--; tries < 0 {
				return m
			}
			if less := cut(); breaks(less) {
				m, again = less, true
				break
			}
		}
	}
	return m
}

// cuts are the ways in which a manifest can be made smaller by one thing; v is a part of it.
func cuts(m object, v any) (list []func() object) {
	without := func(change func(), undo func()) {
		list = append(list, func() object {
			change()
			defer undo()
			return clone(m).(object)
		})
	}
	switch v := v.(type) {
	case object:
		for _, key := range sortedKeys(v) {
			old := v[key]
			without(func() { delete(v, key) }, func() { v[key] = old })
		}
		for _, key := range sortedKeys(v) {
			if old, ok := v[key].(string); ok {
				for _, half := range halves(old) {
					without(func() { v[key] = half }, func() { v[key] = old })
				}
			}
			list = append(list, cuts(m, v[key])...)
		}
		for _, key := range sortedKeys(v) {
			old, ok := v[key].([]any)
			for i := range old {
				if ok && len(old) > 1 {
					without(func() { v[key] = slices.Delete(slices.Clone(old), i, i+1) }, func() { v[key] = old })
				}
			}
		}
	case []any:
		for _, item := range v {
			list = append(list, cuts(m, item)...)
		}
	}
	return list
}

// halves are shorter texts: without one of the blocks, or a word.
func halves(s string) (list []string) {
	if blocks := strings.Split(s, "\n\n"); len(blocks) > 1 {
		for i := range blocks {
			list = append(list, strings.Join(slices.Delete(slices.Clone(blocks), i, i+1), "\n\n"))
		}
		return list
	}
	if s != "A" && len(s) > 1 {
		list = append(list, "A")
	}
	return list
}

func sortedKeys(o object) []string {
	var keys []string
	for key := range o {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

func clone(v any) any {
	switch v := v.(type) {
	case object:
		o := object{}
		for key, value := range v {
			o[key] = clone(value)
		}
		return o
	case []any:
		var list = []any{}
		for _, value := range v {
			list = append(list, clone(value))
		}
		return list
	}
	return v
}

// cause makes breaches comparable: the words of a failure, without ids, names and numbers, and the kind alone of
// others.
func cause(kind, about string) string {
	if !strings.HasSuffix(kind, "breaks off") && !strings.HasSuffix(kind, "does not end") {
		return kind
	}
	return kind + ": " + regexp.MustCompile(`"[^"]*"|[0-9]+`).ReplaceAllString(about, "…")
}

// TestWhatCheckPassesBuildMakes holds the promise over random manifests: where check finds no error, build makes a
// report, verify finds no fault in it, and the ledger accounts for each page once; where it finds some, build fails
// with the same. A breach is told with the smallest manifest that shows it.
func TestWhatCheckPassesBuildMakes(t *testing.T) {
	t.Parallel()
	total := 2000
	if testing.Short() {
		total = 100
	}
	dir, start := bench(t), time.Now()
	var next, passed atomic.Int64
	var mutex sync.Mutex
	seeds := map[string][]int{}
	var group sync.WaitGroup
	for range 2 * runtime.GOMAXPROCS(0) { // a build waits for the disk now and then
		group.Go(func() {
			for {
				seed := int(next.Add(1)) - 1
				if seed >= total {
					return
				}
				kind, about, ok := trial(dir, fmt.Sprint("m", seed), manifesttest.Draw(uint64(seed)))
				if ok {
					passed.Add(1)
				}
				if kind != "" {
					mutex.Lock()
					seeds[cause(kind, about)] = append(seeds[cause(kind, about)], seed)
					mutex.Unlock()
				}
			}
		})
	}
	group.Wait()
	t.Logf("%d of %d manifests passed the check, in %v", passed.Load(), total, time.Since(start).Round(time.Second))
	if share := int(passed.Load()) * 100 / total; share < 50 || share > 95 {
		t.Errorf("%d %% of the manifests passed the check: the test sees too little of one side", share)
	}
	for why, list := range seeds {
		slices.Sort(list)
		small := smaller(manifesttest.Draw(uint64(list[0])), func(m object) bool {
			kind, about, _ := trial(dir, "smaller", m)
			return kind != "" && cause(kind, about) == why
		})
		_, about, _ := trial(dir, "smallest", small)
		data, _ := json.Marshal(small)
		t.Errorf("%s\nbroken by %d manifests, of seeds %v\nas by %s\nwhich is answered: %s",
			why, len(list), list[:min(len(list), 12)], data, about)
	}
}

// TestPagesThatNobodyHas: ranges of pages that no file has cost no memory to be refused.
func TestPagesThatNobodyHas(t *testing.T) {
	dir := bench(t)
	var originals []any
	for range 40 {
		originals = append(originals, object{"file": "plain-1.pdf", "pages": "1-1000000"})
	}
	data, err := json.Marshal(object{
		"report":  object{"title": "T", "language": "en", "date": "2012-03-01"},
		"annexes": []any{object{"title": "A", "originals": originals}},
	})
	if err != nil {
		t.Fatal(err)
	}
	manifest := filepath.Join(dir, "report.yaml")
	if err := os.WriteFile(manifest, data, 0o666); err != nil {
		t.Fatal(err)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	checked, err := report.Check(context.Background(), report.Input{Manifest: manifest})
	runtime.ReadMemStats(&after)
	if err != nil || !checked.Failed {
		t.Errorf("it is answered %v, %v", checked, err)
	}
	if used := (after.TotalAlloc - before.TotalAlloc) >> 20; used > 64 {
		t.Errorf("a manifest of %d bytes took %d MB to be refused", len(data), used)
	}
}

// TestTinyOriginals: the originals of random manifests are what their names say: each alone makes a report with so
// many pages of it.
func TestTinyOriginals(t *testing.T) {
	dir := bench(t)
	for name := range manifesttest.Originals() {
		m := object{
			"report":  object{"title": "T", "language": "en", "date": "2012-03-01"},
			"annexes": []any{object{"title": "A", "original": name}},
		}
		kind, about, passed := trial(dir, "alone", m)
		if kind != "" || passed == strings.Contains(name, "-0.") {
			t.Errorf("%s: passed is %t, %s: %s", name, passed, kind, about)
		}
		if all := fmt.Sprint(name[strings.LastIndex(name, "-")+1] - '0'); all != "0" {
			m["annexes"].([]any)[0].(object)["original"] = object{"file": name, "pages": all}
			if kind, about, passed := trial(dir, "alone", m); !passed {
				t.Errorf("%s has no page %s: %s %s", name, all, kind, about)
			}
		}
	}
}
