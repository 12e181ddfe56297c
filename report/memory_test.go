package report

import (
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// heldPerPage is how many bytes are alive for each page when a pass begins, as edition says it, and at most a fifth
// more.
var heldPerPage = map[string]int{"plan": 4900, "link": 7100, "verify": 1090}

// TestMemoryPerPage: a report of three times as many pages holds no more of each than it is said to. What is counted is
// what is alive, which no other process and no number of cores changes much.
func TestMemoryPerPage(t *testing.T) {
	few, fewPages := alive(t, delivered(t, 85))
	all, allPages := alive(t, delivered(t, 255))
	if allPages < 5*fewPages/2 || len(all) != len(heldPerPage) {
		t.Fatalf("%d pages after %d, %d passes were looked at", allPages, fewPages, len(all))
	}
	for pass, most := range heldPerPage {
		if each := int(all[pass]-few[pass]) / (allPages - fewPages); each > most || each < most/2 {
			t.Errorf("when %s begins %d bytes are held a page, said are %d", pass, each, most)
		}
	}
}

// delivered is a report of n statements, each of three pages of text and two of an original that no other has. From
// some 80 on, their files are more than the bytes of originals that are kept.
func delivered(t *testing.T, n int) Input {
	t.Helper()
	dir := t.TempDir()
	original, words := string(example(t, "unesco")), strings.Repeat(
		"The delegation thanked the Chair, welcomed the report and asked what had become of the recommendation. ", 6)
	var b strings.Builder
	b.WriteString("rapporteur: 1\nreport: {title: T, language: en, date: 2011-09-19}\n" +
		"sessions:\n  - id: s\n    title: Session\n    statements:\n")
	for i := range n {
		put(t, dir, map[string]string{fmt.Sprintf("t%d.md", i): strings.Repeat(fmt.Sprintf("%s%d.\n\n", words, i), 12),
			fmt.Sprintf("t%d.pdf", i): fmt.Sprintf("%s%%%d\n", original, i)})
		fmt.Fprintf(&b, "      - {id: t%d, speaker: {role: Speaker %d}, text: t%d.md, original: t%d.pdf}\n", i, i, i, i)
	}
	put(t, dir, map[string]string{"report.yaml": b.String()})
	return Input{Manifest: filepath.Join(dir, "report.yaml"), Out: filepath.Join(dir, "out")}
}

// alive builds a report, and gives the bytes that are alive when passes begin, and its pages.
func alive(t *testing.T, in Input) (live map[string]uint64, pages int) {
	t.Helper()
	live = map[string]uint64{}
	in.Progress = func(s Step) {
		pass := s.Pass
		switch {
		case pass == "paint" && s.Done == 1:
			pass = "link"
		case pass != "plan" && pass != "verify":
			return
		}
		runtime.GC()
		runtime.GC() // what pools held is free after the second
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		live[pass] = m.HeapAlloc
	}
	r, err := Build(t.Context(), in)
	if err != nil || r.Failed || len(r.Findings) > 0 {
		t.Fatal(err, r)
	}
	return live, r.Pages
}
