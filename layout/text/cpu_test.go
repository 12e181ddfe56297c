//go:build unix

package text

import (
	"strings"
	"syscall"
	"testing"
)

// cpuTime is the processor time that the process has used, in microseconds: what other work on the machine does not
// disturb.
func cpuTime(tb testing.TB) int64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		tb.Fatal(err)
	}
	return u.Utime.Sec*1e6 + int64(u.Utime.Usec) + u.Stime.Sec*1e6 + int64(u.Stime.Usec)
}

// BenchmarkPage sets pages of 45 lines with the words in the cache; pages/CPU-s is the figure to watch.
func BenchmarkPage(b *testing.B) {
	benchmark(b, func(*Line) {})
}

// BenchmarkPainted also makes the glyphs of every line.
func BenchmarkPainted(b *testing.B) {
	glyphs := 0
	benchmark(b, func(l *Line) {
		for s := range l.Strips {
			glyphs += len(s.Glyphs)
		}
	})
}

func benchmark(b *testing.B, each func(*Line)) {
	ps := corpus(b, "testdata/prose.txt")
	s := newTestSetter()
	for _, p := range ps {
		s.Set(p)
	}
	b.ReportAllocs()
	set := 0
	from := cpuTime(b)
	for i := 0; b.Loop(); i++ {
		lines, _ := s.Set(ps[i%len(ps)])
		set += len(lines)
		for k := range lines {
			each(&lines[k])
		}
	}
	pages := float64(set) / 45
	b.ReportMetric(pages*1e6/float64(cpuTime(b)-from), "pages/CPU-s")
}

// TestLongParagraph: four times the words take about four times as long to set, not sixteen.
func TestLongParagraph(t *testing.T) {
	s := newTestSetter()
	prose := corpus(t, "testdata/prose.txt")
	one := strings.Join(strings.Fields(prose[0].Pieces[0].Text), " ") + " "
	least := func(words int) int64 {
		p := *prose[0]
		p.Pieces = append([]Piece(nil), p.Pieces[0])
		p.Pieces[0].Text = strings.Repeat(one, 1+words/len(strings.Fields(one)))
		best := int64(1 << 62)
		for range 5 {
			from := cpuTime(t)
			s.Set(&p)
			best = min(best, cpuTime(t)-from)
		}
		return best
	}
	least(1_000) // the words are in the cache
	if few, many := least(10_000), least(40_000); many > 8*few {
		t.Errorf("10,000 words take %d µs, 40,000 words %d µs", few, many)
	} else {
		t.Logf("10,000 words take %d µs, 40,000 words %d µs", few, many)
	}
}
