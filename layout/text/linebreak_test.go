package text

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

// demeritsOf weighs one way to break, from the paper's definitions, without the algorithm: ways that the rules forbid
// are infinitely bad.
func demeritsOf(points []breakpoint, r *rules, way []int) int64 {
	total := int64(0)
	fitness := int8(normal)
	for k := 1; k < len(way); k++ {
		a, b := &points[way[k-1]], &points[way[k]]
		ratio, over := r.fit(a, b, k == 1)
		if over > 0 || ratio > 0 && badness(ratio) > r.tolerance {
			return math.MaxInt64
		}
		for i := way[k-1] + 1; i < way[k]; i++ {
			if points[i].forced {
				return math.MaxInt64
			}
		}
		line := int64(linePenalty) + badness(ratio)
		total += line*line + int64(b.penalty)*int64(b.penalty)
		f := fitnessOf(ratio)
		if f-fitness > 1 || fitness-f > 1 {
			total += adjacentDemerits
		}
		fitness = f
		if a.flagged && b.flagged {
			total += doubleHyphenDemerits
		}
		if b.forced && a.flagged {
			total += finalHyphenDemerits
		}
		if b.forced && k > 1 && !a.forced {
			switch width := b.end - a.next; {
			case b.letters-a.letters <= 4 || width < r.runt || a.flagged && a.nextStretch == b.endStretch:
				total += runtDemerits
			case width < r.short:
				total += shortDemerits * int64(r.short-width) / int64(r.short)
			}
		}
	}
	return total
}

// randomPoints makes breakpoints of random boxes, at most two of them flagged: the paper's algorithm looks one line
// back, and so do all demerits but those of ladders.
func randomPoints(rnd *rand.Rand) []breakpoint {
	points := []breakpoint{{point: -1, token: -1}}
	var width, stretch, shrink, give Length
	letters, flagged := int32(0), 0
	gives := Length(rnd.IntN(2)) // in every other paragraph letters give
	n := 6 + rnd.IntN(8)
	for i := range n {
		width += Length(10 + rnd.IntN(60))
		letters += int32(1 + rnd.IntN(8))
		give += gives * Length(rnd.IntN(3))
		b := breakpoint{end: width, endStretch: stretch, endShrink: shrink, letters: letters, token: int32(i),
			point: -1, forced: i == n-1 || rnd.IntN(15) == 0, endGive: give, nextGive: give}
		if flagged < 2 && !b.forced && rnd.IntN(3) == 0 {
			b.flagged, b.penalty = true, hyphenPenalty
			b.end += 6
			flagged++
		} else {
			width += 10
			stretch += Length(rnd.IntN(9))
			shrink += Length(rnd.IntN(4))
		}
		b.next, b.nextStretch, b.nextShrink = width, stretch, shrink
		points = append(points, b)
	}
	return points
}

// TestTotalFitIsTheBest compares with every way there is.
func TestTotalFitIsTheBest(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	s := &Setter{}
	possible := 0
	for round := range 4000 {
		points := randomPoints(rnd)
		r := rules{measure: 140, first: 120, tolerance: []int64{2000, 20_000, 2_000_000}[round%3], few: 4, runt: 15,
			short: 40, slack: 6}
		best := int64(math.MaxInt64)
		inner := len(points) - 2
		for mask := range 1 << inner {
			way := []int{0}
			for i := range inner {
				if mask>>i&1 == 1 {
					way = append(way, i+1)
				}
			}
			best = min(best, demeritsOf(points, &r, append(way, len(points)-1)))
		}
		end := s.totalFit(points, &r)
		if end < 0 {
			if best != math.MaxInt64 {
				t.Fatalf("round %d: none found, %d is possible", round, best)
			}
			continue
		}
		possible++
		if got := s.nodes[end].demerits; got != best {
			t.Fatalf("round %d: %d demerits, best %d", round, got, best)
		}
	}
	if possible < 500 {
		t.Errorf("only %d rounds could be set", possible)
	}
}

// TestLastPassNeverFails: boxes wider than the measure too.
func TestLastPassNeverFails(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	s := &Setter{}
	for range 2000 {
		points := randomPoints(rnd)
		r := rules{measure: Length(20 + rnd.IntN(100)), first: 20, tolerance: -1, emergency: 20, slack: 6}
		end := s.totalFit(points, &r)
		if end < 0 {
			t.Fatal("no way found")
		}
		seen := map[int32]bool{}
		for n := end; n >= 0; n = s.nodes[n].before {
			seen[s.nodes[n].at] = true
		}
		for i, p := range points {
			if p.forced && !seen[int32(i)] {
				t.Fatal("a forced break was passed over")
			}
		}
	}
}

// The golden paragraph is set on a typewriter: every character 10 wide, a space 10 with a stretch of 5 and a shrink of
// 3. The breaks and the demerits were found by weighing all ways.
func TestGoldenParagraph(t *testing.T) {
	words := strings.Fields("when a line is to be broken the choice is made for the paragraph as a whole so that no " +
		"line is set badly for the good of another one")
	points := []breakpoint{{point: -1, token: -1}}
	var width, stretch, shrink Length
	letters := int32(0)
	for i, w := range words {
		width += Length(10 * len(w))
		letters += int32(len(w))
		b := breakpoint{end: width, endStretch: stretch, endShrink: shrink, letters: letters, forced: i == len(words)-1}
		width, stretch, shrink = width+10, stretch+5, shrink+3
		b.next, b.nextStretch, b.nextShrink = width, stretch, shrink
		points = append(points, b)
	}
	s := &Setter{}
	r := rules{measure: 280, first: 280, tolerance: 40_000, few: 4, runt: 15}
	end := s.totalFit(points, &r)
	if end < 0 {
		t.Fatal("not set")
	}
	var got []string
	last := len(words)
	for n := s.nodes[end].before; n >= 0; n = s.nodes[n].before {
		got = append([]string{strings.Join(words[s.nodes[n].at:last], " ")}, got...)
		last = int(s.nodes[n].at)
	}
	want := "when a line is to be broken|the choice is made for the|paragraph as a whole so that|no line is set " +
		"badly for the|good of another one"
	if strings.Join(got, "|") != want || s.nodes[end].demerits != goldenDemerits {
		t.Errorf("%s\n%d demerits", strings.Join(got, "|"), s.nodes[end].demerits)
	}
}

const goldenDemerits = 62_203_664
