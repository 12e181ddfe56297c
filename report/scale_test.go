package report

import (
	"fmt"
	"os"
	"path/filepath"
	"rapporteur/sources/pdf"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
)

// many is a manifest of n items of a kind, each as short as it can be.
func many(tb testing.TB, n int, head, each string) Input {
	tb.Helper()
	var b strings.Builder
	b.WriteString("rapporteur: 1\nreport: {title: T, language: en, date: 2011-09-19}\nsessions:\n" + head)
	for i := range n {
		fmt.Fprintf(&b, each, i, i)
	}
	dir := tb.TempDir()
	file := filepath.Join(dir, "report.yaml")
	if err := os.WriteFile(file, []byte(b.String()), 0o666); err != nil {
		tb.Fatal(err)
	}
	return Input{Manifest: file, Out: filepath.Join(dir, "out")}
}

// The two things that a report may have many of.
var crowds = []struct{ name, head, each string }{
	{"sessions", "", "  - {id: s%d, title: Session %d}\n"},
	{"statements", "  - id: s\n    title: Session\n    statements:\n",
		"      - {id: t%d, speaker: {role: Representative %d}, text: A word of welcome.}\n"},
}

// TestCostInProportion: five times as many sessions or statements cost five times as much. What is counted are
// allocations, their number and their bytes, which no other process disturbs; BenchmarkBuild has the time.
func TestCostInProportion(t *testing.T) {
	for _, c := range crowds {
		few, fewBytes := allocations(t, many(t, 300, c.head, c.each))
		all, allBytes := allocations(t, many(t, 1500, c.head, c.each))
		if all > few*53/10 || allBytes > fewBytes*53/10 {
			t.Errorf("%s: %.2f times the allocations, %.2f times their bytes",
				c.name, float64(all)/float64(few), float64(allBytes)/float64(fewBytes))
		}
	}
}

func allocations(t *testing.T, in Input) (count, size uint64) {
	defer debug.SetGCPercent(debug.SetGCPercent(-1)) // a collection empties pools
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if r, err := Build(t.Context(), in); err != nil || r.Failed || len(r.Findings) > 0 {
		t.Fatal(err, r)
	}
	runtime.ReadMemStats(&after)
	return after.Mallocs - before.Mallocs, after.TotalAlloc - before.TotalAlloc
}

// BenchmarkBuild compares reports of few and of many items: the time of the second is to be 5.3 times that of the
// first at most.
func BenchmarkBuild(b *testing.B) {
	for _, c := range crowds {
		for _, n := range []int{4000, 20000} {
			b.Run(fmt.Sprint(n, " ", c.name), func(b *testing.B) {
				in := many(b, n, c.head, c.each)
				for b.Loop() {
					if r, err := Build(b.Context(), in); err != nil || r.Failed {
						b.Fatal(err, r)
					}
				}
			})
		}
	}
}

// TestTooLong: a report of more pages than can be read again is the editor's to divide, not a fault of the program.
func TestTooLong(t *testing.T) {
	e := prepared(t, "rapporteur: 1\nreport: {title: T, language: en, date: 2012-03-01}\n", nil)
	if e.tooLong(pdf.MaxPages) || e.bag.Failed() {
		t.Error("what can be read is refused")
	}
	if !e.tooLong(pdf.MaxPages+1) || !e.bag.Failed() {
		t.Error("what cannot be read is not refused")
	}
	if m := e.bag.All()[0].Message("en"); m != "the report would have 50001 pages; it may have 50000 at most" {
		t.Error(m)
	}
}
