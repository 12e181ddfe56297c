package text

// The total fit of Knuth and Plass ("Breaking Paragraphs into Lines", Software: Practice and Experience 11, 1981), in
// their terms: boxes, glue and penalties have been summed up into breakpoints; a line's adjustment ratio makes its
// badness, badness and penalty its demerits, and the breaks with the least demerits win. All numbers are integers, so
// that every machine breaks alike.

// breakpoint is a place where a line may end. Widths are sums from the paragraph's start.
type breakpoint struct {
	end, endStretch, endShrink    Length // of all up to a line that ends here, its hyphen with it
	next, nextStretch, nextShrink Length // of all before a line that begins here
	endGive, nextGive             Length // what the letters can give or take
	penalty                       int32  // in hundredths of TeX's
	letters                       int32
	token                         int32
	point                         int16 // index of a point of the token's word; -1: after the token
	flagged                       bool  // the line ends in a hyphen
	forced                        bool
	// cores of the word that a line beginning here begins with, and of that which a line ending here ends with
	under, over uint32
}

// rules are the parameters of one pass.
type rules struct {
	measure, first Length // width of the lines, and of the first
	tolerance      int64  // badness that a line may have; -1: any
	emergency      Length // stretch that every line has for nothing
	rag            Length // of ragged lines: what a line may fall short at ratio 1; 0: justified
	evenLast       bool   // ragged, and centred or balanced: the last line counts too
	runt           Length // a last line shorter than this is one
	few            int32  // and one of no more letters than these
	short          Length // a last line shorter than this looks lost, the more so the shorter it is
	lines          int32  // that there are to be; 0: as many as are best
	widest         int64  // ratio of a line beyond which it is left short; 0: it never is
	slack          Length // by which a later breakpoint may be the nearer one: a hyphen's width, a squeezed bracket's
}

// Demerits and penalties, in TeX's units times 100 (penalties) and times 10,000 (demerits).
const (
	linePenalty     = 10 * 100
	hyphenPenalty   = 145 * 100
	partPenalty     = 2 * hyphenPenalty // of a part of a compound, which has a hyphen already
	exHyphenPenalty = 30 * 100
	addressPenalty  = 80 * 100
	datePenalty     = 80 * 100 // between month and year
	knotPenalty     = 80 * 100 // where a tie has to give

	doubleHyphenDemerits = 3_000 * 10_000     // two lines that end in hyphens
	ladderDemerits       = 3_000_000 * 10_000 // three and more
	finalHyphenDemerits  = 2_000 * 10_000     // the last line but one ends in a hyphen
	adjacentDemerits     = 300 * 10_000       // a tight line beside a loose one
	raggedDemerits       = 100_000 * 10_000   // a line that is left short
	stackDemerits        = 4_000 * 10_000     // neighbouring lines begin or end with one word
	runtDemerits         = 3_000_000 * 10_000
	shortDemerits        = 15_000 * 10_000 // at most, of a last line that looks lost

	worstBadness = 36_000_000 // in hundredths; beyond it all lines are alike
)

// node is a feasible breakpoint with the best way to it, for one of its slots.
type node struct {
	demerits int64
	at       int32 // breakpoint
	line     int32 // lines up to here, where their number is given
	before   int32 // node of the line's start; -1 for the paragraph's
	fitness  int8
	hyphens  int8 // lines that end in hyphens, up to here
	poor     bool // on the way to it is a ladder, or a last line that is hardly one
}

// Fitness classes.
const (
	tight = iota
	normal
	loose
	veryLoose
)

// slots are the best nodes at one breakpoint for each fitness class and count of hyphenated lines (0, 1, more): all
// that the demerits of later lines depend on; and, where the number of lines is given, for each of those. Nodes are
// counted from 1.
type slots []int32

const slotsOfLine = 12

// badness is 100 r² in hundredths, for a ratio r in thousandths. The paper has |r|³, which forgives small faults and
// fears great ones; the square keeps the spaces of a whole page more alike.
func badness(ratio int64) int64 {
	if ratio > 60_000 {
		return worstBadness
	}
	return ratio * ratio / 100
}

func fitnessOf(ratio int64) int8 {
	switch {
	case ratio < -500:
		return tight
	case ratio <= 500:
		return normal
	case ratio <= 1000:
		return loose
	}
	return veryLoose
}

// lettersRatio is the ratio of a line whose letters give all they can and whose spaces are natural: letters are the
// first to give, and cost almost nothing.
const lettersRatio = 150

// fit measures the line from breakpoint a to b: its ratio in thousandths, and by how much it is too long to be set at
// all.
func (r *rules) fit(a, b *breakpoint, first bool) (ratio int64, over Length) {
	measure := r.measure
	if first {
		measure = r.first
	}
	short := measure - (b.end - a.next)
	give, least := b.endGive-a.nextGive, int64(0)
	if give > 0 {
		if short <= give && -short <= give && !(b.forced && short > 0) {
			return int64(short) * lettersRatio / int64(give), 0
		}
		least = lettersRatio
	}
	switch {
	case short > 0:
		if b.forced && !r.evenLast {
			return 0, 0
		}
		short -= give
		stretch := r.emergency + r.rag
		if r.rag == 0 {
			stretch += b.endStretch - a.nextStretch
		}
		if stretch <= 0 {
			return 1 << 20, 0
		}
		if short > stretch*1000 {
			return 1 << 20, 0
		}
		return least + int64(short)*1000/int64(stretch), 0
	case short < 0:
		short += give
		shrink := b.endShrink - a.nextShrink
		if r.rag != 0 {
			shrink = 0
		}
		if -short > shrink {
			return 0, -short - shrink
		}
		return int64(short)*1000/int64(shrink) - least, 0
	}
	return 0, 0
}

// wants reports whether a line from breakpoint a that is cut inside a word at b has room for a good deal more of it. As
// the word can be cut anywhere, such a line is never worth weighing: a word of a million letters would be weighed a
// hundred times at each.
func (r *rules) wants(a, b *breakpoint) bool { return b.end-a.next < min(r.measure, r.first)*3/4 }

// totalFit fills s.nodes and gives the node of the best last line, -1 if the rules allow none. The first breakpoint is
// the paragraph's start, the last its end.
func (s *Setter) totalFit(points []breakpoint, r *rules) int32 {
	s.overlong = false
	s.nodes = append(s.nodes[:0], node{before: -1, fitness: normal})
	s.active = append(s.active[:0], 0)
	var few [slotsOfLine]int32
	best := slots(few[:])
	if r.lines > 0 {
		best = make(slots, slotsOfLine*(r.lines+1))
	}
	for bi := 1; bi < len(points); bi++ {
		b := &points[bi]
		clear(best)
		from := len(s.nodes)
		keep := 0 // actives before it stay
		lastOver := int32(-1)
		for k := 0; k < len(s.active); k++ {
			ai := s.active[k]
			a := &s.nodes[ai]
			pa := &points[a.at]
			ratio, over := r.fit(pa, b, a.before < 0)
			if over > r.slack {
				lastOver = ai
				continue // deactivated: later lines from here are longer still
			}
			s.active[keep] = ai
			keep++
			if over > 0 {
				lastOver = ai
				continue
			}
			if b.penalty == emergencyPenalty && r.wants(pa, b) { // as do all lines that begin later
				keep += copy(s.active[keep:], s.active[k+1:])
				break
			}
			bad := badness(ratio)
			if r.tolerance >= 0 && bad > r.tolerance && ratio > 0 {
				if !b.forced { // and so are all lines that begin later
					keep += copy(s.active[keep:], s.active[k+1:])
					break
				}
				continue
			}
			if r.lines == 0 || a.line < r.lines {
				s.try(points, r, ai, int32(bi), ratio, bad, best)
			}
		}
		s.active = s.active[:keep]
		if from == len(s.nodes) && (keep == 0 || b.forced) {
			if r.tolerance >= 0 || lastOver < 0 {
				return -1
			}
			// Nothing fits: one line is too long.
			s.overlong = true
			s.nodes = append(s.nodes, node{demerits: s.nodes[lastOver].demerits + worstBadness*worstBadness/1000,
				at: int32(bi), before: lastOver, fitness: tight})
		}
		if b.forced {
			s.active = s.active[:0] // no line runs over it
		}
		for i := from; i < len(s.nodes); i++ {
			s.active = append(s.active, int32(i))
		}
	}
	end := int32(-1)
	for _, i := range s.active {
		n := &s.nodes[i]
		if int(n.at) == len(points)-1 && n.line == r.lines && (end < 0 || n.demerits < s.nodes[end].demerits) {
			end = i
		}
	}
	return end
}

// lastLine gives the demerits of a last line, from a to b, that is hardly one: of a few letters, or of no more than the
// rest of a divided word.
func (r *rules) lastLine(a, b *breakpoint) int64 {
	width := b.end - a.next
	switch {
	case b.letters-a.letters <= r.few, width < r.runt, a.flagged && a.nextStretch == b.endStretch:
		return runtDemerits
	case width < r.short:
		return shortDemerits * int64(r.short-width) / int64(r.short)
	}
	return 0
}

// try weighs the line from node ai to breakpoint bi, and keeps it if it is the best of its slot.
func (s *Setter) try(points []breakpoint, r *rules, ai, bi int32, ratio, bad int64, best slots) {
	a, b := &s.nodes[ai], &points[bi]
	pa := &points[a.at]
	fitness := fitnessOf(ratio)
	d := linePenalty + bad
	d *= d
	if p := int64(b.penalty); p > 0 {
		d += p * p
	} else if p < 0 && !b.forced {
		d -= p * p
	}
	d += a.demerits
	if r.widest > 0 && ratio > r.widest {
		d += raggedDemerits
	}
	if fitness-a.fitness > 1 || a.fitness-fitness > 1 {
		d += adjacentDemerits
	}
	hyphens, poor := int8(0), a.poor
	if b.flagged {
		hyphens = min(a.hyphens+1, 100)
		if hyphens == 2 {
			d += doubleHyphenDemerits
		} else if hyphens > 2 {
			d += ladderDemerits
			poor = true
		}
	}
	if b.forced {
		if pa.flagged {
			d += finalHyphenDemerits
		}
		if a.before >= 0 && !pa.forced {
			last := r.lastLine(pa, b)
			d += last
			poor = poor || last == runtDemerits
		}
	}
	if a.before >= 0 {
		if pp := &points[s.nodes[a.before].at]; pp.under == pa.under && pa.under != 0 {
			d += stackDemerits
		}
		if pa.over == b.over && b.over != 0 {
			d += stackDemerits
		}
	}
	line := int32(0)
	if r.lines > 0 {
		line = a.line + 1
	}
	slot := slotsOfLine*line + int32(3*fitness+min(hyphens, 2))
	made := node{demerits: d, at: bi, line: line, before: ai, fitness: fitness, hyphens: hyphens, poor: poor}
	if i := best[slot]; i > 0 {
		if s.nodes[i-1].demerits <= d {
			return
		}
		s.nodes[i-1] = made
		return
	}
	s.nodes = append(s.nodes, made)
	best[slot] = int32(len(s.nodes))
}
