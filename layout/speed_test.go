package layout

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
)

// volume is runs of prose as a report has them: headings, numbered paragraphs, a note now and then.
func volume(runs, paragraphs int) []*Run {
	words := strings.Fields("the representatives of coastal states agreed that programme observation weather should " +
		"be carried on by all parties concerned with a view to improving safety navigation and life at sea while " +
		"noting difficulties which some delegations had encountered during preceding period")
	var out []*Run
	seed := uint32(1)
	next := func(n int) int {
		seed = seed*1664525 + 1013904223
		return int(seed>>8) % n
	}
	for i := range runs {
		r := &Run{ID: fmt.Sprintf("run-%d", i), Kind: "statement", Numbering: Arabic, Root: Element{Tag: "Sect"}}
		for k := range paragraphs {
			if k%8 == 0 {
				r.Blocks = append(r.Blocks, &Heading{Level: 1 + min(k, 1), Role: HeadA, Number: "A.",
					Inlines: say("Observation of the weather")})
			}
			var b strings.Builder
			for range 40 + next(80) {
				b.WriteString(words[next(len(words))])
				b.WriteByte(' ')
			}
			in := []Inline{{Text: b.String()}}
			if k%5 == 2 {
				id := fmt.Sprint(k)
				in = append(in, Inline{Text: id, Note: &Note{ID: id, Mark: id,
					Blocks: []Block{&Paragraph{Role: NoteText, Inlines: say("See the report of the first session, " +
						"which was held in spring, and its annexes as revised.")}}}})
			}
			if k%10 == 3 {
				in = append(in, Inline{Text: " See page "}, Inline{Ref: &Ref{ID: "run-0"}, Link: "#run-0"},
					Inline{Text: "."})
			}
			r.Blocks = append(r.Blocks, &Paragraph{Role: Numbered, Label: fmt.Sprintf("%d.", k+1), Inlines: in})
		}
		out = append(out, r)
	}
	return out
}

func BenchmarkSettle(b *testing.B) {
	sheet := testSheet("en", 425*Pt, 640*Pt)
	runs := volume(100, 100)
	pages := 0
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	var p *Pages
	for b.Loop() {
		p = settle(b, sheet, runs...)
		pages = p.Total
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/float64(pages)/1024, "KiB/page")
	runtime.KeepAlive(p)
	b.ReportMetric(b.Elapsed().Seconds()/float64(b.N*pages)*1000, "ms/page")
	b.ReportMetric(float64(pages), "pages")
}
