package layout

import (
	"math/rand"
	"testing"
)

// randomRows makes paragraphs, headings and notes of a few rows, as the stack makes them.
func randomRows(r *rand.Rand, paragraphs, noteRows int) ([]row, []note) {
	var rows []row
	var notes []note
	look := Look{Size: 10 * Pt, Leading: 12 * Pt}
	for range paragraphs {
		if len(rows) > 0 {
			gap := Length(r.Intn(8)) * Pt
			rows = append(rows, row{kind: gapRow, height: gap, stretch: gap / 2, shrink: gap / 8})
		}
		if r.Intn(5) == 0 {
			if n := len(rows); n > 0 {
				rows[n-1].spare = Length(r.Intn(6)) * Pt
			}
			rows = append(rows, row{kind: lineRow, height: 14 * Pt, depth: 4 * Pt, penalty: breakGrave},
				row{kind: gapRow, height: 5 * Pt, stretch: 2 * Pt})
		}
		n := 1 + r.Intn(6)
		for i := range n {
			l := row{kind: lineRow, height: 9 * Pt, depth: 3 * Pt, penalty: look.after(i, n)}
			if r.Intn(6) == 0 {
				l.penalty += breakHyphen
			}
			if noteRows > 0 && r.Intn(8) == 0 {
				var nt note
				for range 1 + r.Intn(noteRows) {
					nt.rows = append(nt.rows, row{kind: lineRow, height: 7 * Pt, depth: 2 * Pt})
				}
				nt.height = tall(nt.rows)
				notes = append(notes, nt)
				l.notes = []int32{int32(len(notes))}
			}
			rows = append(rows, l)
		}
		if r.Intn(12) == 0 {
			rows[len(rows)-1].penalty = breakForced
		}
	}
	return trimmed(rows), notes
}

// frameCost is the cost of one frame, added up row by row: a second opinion on the prefix sums.
func frameCost(rows []row, notes []note, p, q int, height Length) (cost int64, fits bool, over Length) {
	s := p
	for s < q && rows[s].kind == gapRow {
		s++
	}
	var text, stretch, shrink, spare, foot Length
	for i := s; i < q; i++ {
		text += rows[i].size()
		stretch += rows[i].stretch
		shrink += rows[i].shrink
		spare += rows[i].spare
		for _, n := range rows[i].notes {
			if foot == 0 {
				foot = noteSeparation - noteDistance
			}
			foot += notes[n-1].height + noteDistance
		}
	}
	if q < len(rows) && rows[q-1].penalty > 0 {
		cost += int64(rows[q-1].penalty)
	}
	left := height - text - foot
	if left+shrink < 0 {
		return cost, false, -left
	}
	end := q == len(rows)
	switch {
	case left < 0:
		cost += cube(-left, shrink)
	case end || rows[q-1].penalty == breakForced:
		if end && s > 0 && text < thinFrame {
			cost += costThin
		}
	case left <= stretch:
		cost += cube(left, stretch)
	case left <= stretch+spare:
		cost += costSpare + cube(left-stretch, spare)
	default:
		cost += costShort + costWhite*int64(left-stretch)/int64(whiteUnit)
	}
	return cost, true, 0
}

// exhaust finds the least cost of all ways to break rows from p on.
func exhaust(rows []row, notes []note, p int, height Length, known map[int]int64) int64 {
	if p == len(rows) {
		return 0
	}
	if c, ok := known[p]; ok {
		return c
	}
	best, found := int64(-1), false
	var last int64
	for q := p + 1; q <= len(rows); q++ {
		if rows[q-1].kind == gapRow {
			continue
		}
		c, fits, over := frameCost(rows, notes, p, q, height)
		if fits {
			found = true
			if t := c + exhaust(rows, notes, q, height, known); best < 0 || t < best {
				best = t
			}
		} else if !found && last == 0 {
			last = costOverflow + int64(over) + c + exhaust(rows, notes, q, height, known)
		}
		if rows[q-1].penalty == breakForced {
			break
		}
	}
	if !found {
		best = last
	}
	known[p] = best
	return best
}

func TestBreaksAreTheBestOfAll(t *testing.T) {
	for seed := range int64(3000) {
		r := rand.New(rand.NewSource(seed))
		rows, notes := randomRows(r, 2+r.Intn(12), 3) // notes of three rows are never divided
		height := Length(60+r.Intn(120)) * Pt
		b := &breaker{rows: rows, notes: notes, rest: height}
		var got int64
		at := 0
		for i, s := range b.breaks() {
			c, fits, over := frameCost(rows, notes, at, s.to, height)
			if !fits {
				c += costOverflow + int64(over)
			}
			got += c
			if len(s.notes) > 0 && s.foot == 0 || s.to <= at {
				t.Fatalf("seed %d: frame %d: %+v", seed, i, s)
			}
			at = s.to
		}
		if at != len(rows) {
			t.Fatalf("seed %d: %d of %d rows set", seed, at, len(rows))
		}
		if want := exhaust(rows, notes, 0, height, map[int]int64{}); got != want {
			t.Fatalf("seed %d: cost %d, the best is %d", seed, got, want)
		}
	}
}

func TestEveryRowStandsOnceAndInsideItsFrame(t *testing.T) {
	for seed := range int64(2000) {
		r := rand.New(rand.NewSource(seed))
		rows, notes := randomRows(r, 2+r.Intn(40), 14)
		height := Length(120+r.Intn(200)) * Pt
		b := &breaker{rows: rows, notes: notes, rest: height}
		next := 0
		noteRows := make([]int, len(notes))
		for i, s := range b.breaks() {
			for ; next < s.from; next++ {
				if rows[next].kind != gapRow {
					t.Fatalf("seed %d: row %d left out", seed, next)
				}
			}
			if s.from > next || s.to < s.from {
				t.Fatalf("seed %d: frame %d from %d to %d after %d", seed, i, s.from, s.to, next)
			}
			next = s.to
			var shrink, foot Length
			for _, r := range rows[s.from:s.to] {
				shrink += r.shrink
				for _, n := range r.notes { // a note begins where its mark stands
					found := false
					for _, sl := range s.notes {
						found = found || sl.note == n && sl.from == 0 && sl.to > 0
					}
					if !found {
						t.Fatalf("seed %d: note %d does not begin below its mark", seed, n)
					}
				}
			}
			for _, sl := range s.notes {
				if sl.from != noteRows[sl.note-1] {
					t.Fatalf("seed %d: note %d goes on at row %d, not %d", seed, sl.note, sl.from, noteRows[sl.note-1])
				}
				noteRows[sl.note-1] = sl.to
				foot += tall(notes[sl.note-1].rows[sl.from:sl.to])
			}
			if len(s.notes) > 0 {
				foot += noteSeparation + Length(len(s.notes)-1)*noteDistance
			}
			if foot != s.foot || s.content != tall(rows[s.from:s.to]) {
				t.Fatalf("seed %d: frame %d says %d and %d, holds %d and %d", seed, i, s.content, s.foot,
					tall(rows[s.from:s.to]), foot)
			}
			if s.content+s.foot-shrink > height {
				t.Fatalf("seed %d: frame %d is %d tall, holds %d", seed, i, height, s.content+s.foot)
			}
		}
		if next != len(rows) {
			t.Fatalf("seed %d: %d rows of %d", seed, next, len(rows))
		}
		for i, n := range noteRows {
			if n != len(notes[i].rows) {
				t.Fatalf("seed %d: note %d: %d rows of %d", seed, i+1, n, len(notes[i].rows))
			}
		}
	}
}

// graves counts the breaks that leave a line or a heading alone.
func graves(rows []row, filled []column) int {
	n := 0
	for _, s := range filled {
		if s.to > 0 && s.to < len(rows) && rows[s.to-1].penalty >= breakGrave {
			n++
		}
	}
	return n
}

func TestNoLineStandsAloneOnPagesOfUsualHeight(t *testing.T) {
	for seed := range int64(300) {
		rows, notes := randomRows(rand.New(rand.NewSource(seed)), 120, 6)
		b := &breaker{rows: rows, notes: notes, rest: 600 * Pt}
		if n := graves(rows, b.breaks()); n > 0 {
			t.Errorf("seed %d: %d lines alone", seed, n)
		}
	}
}

func TestOneRowTallerThanAFrame(t *testing.T) {
	rows := []row{{height: 10 * Pt}, {height: 500 * Pt}, {height: 10 * Pt}}
	got := (&breaker{rows: rows, rest: 100 * Pt}).breaks()
	if len(got) != 3 || got[1].from != 1 || got[1].to != 2 {
		t.Errorf("got %+v", got)
	}
}

func TestNoteTallerThanAFrameRunsOn(t *testing.T) {
	nt := note{}
	for range 60 {
		nt.rows = append(nt.rows, row{kind: lineRow, height: 8 * Pt, depth: 2 * Pt})
	}
	nt.height = tall(nt.rows)
	rows := []row{{height: 10 * Pt, notes: []int32{1}}, {height: 10 * Pt}}
	got := (&breaker{rows: rows, notes: []note{nt}, rest: 200 * Pt}).breaks()
	done := 0
	for _, s := range got {
		if s.content+s.foot > 200*Pt {
			t.Errorf("frame of %d", s.content+s.foot)
		}
		for _, n := range s.notes {
			if n.from != done {
				t.Errorf("goes on at %d, not %d", n.from, done)
			}
			done = n.to
		}
	}
	if done != 60 || len(got) < 4 {
		t.Errorf("%d rows on %d frames", done, len(got))
	}
}

func BenchmarkBreaks(b *testing.B) {
	rows, notes := randomRows(rand.New(rand.NewSource(1)), 4000, 4)
	pages := 0
	for b.Loop() {
		pages = len((&breaker{rows: rows, notes: notes, rest: 650 * Pt}).breaks())
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*pages), "ns/page")
}
