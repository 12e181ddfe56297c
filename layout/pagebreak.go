package layout

// Breaking rows into frames: the best breaks of all, by dynamic programming over the break places (M. F. Plass, Optimal
// pagination techniques for automatic typesetting systems, Stanford 1981; D. E. Knuth and M. F. Plass for lines). It is
// pure: rows and heights in, breaks out.
//
// What a solution costs is summed over its frames, in this order of weight: a row that stands out of its frame; a
// widow, an orphan, a heading alone; what asked to be kept together; a note that runs on to the next frame; white that
// stretching cannot fill; how far white is stretched. No cost is infinite, so that there is always a solution.

const (
	costOverflow = int64(1_000_000_000) // a row that is taller than its frame
	costNoteRest = int64(1_500)         // a note that runs on: as bad as a page that ends three lines early
	// White beyond what stretches: what costs is that a page does not end level with the others, and only then by how
	// much, so that what is missing is missing on one page and not a little on each.
	costSpare   = int64(400) // ends level, with wide white above headings
	costShort   = int64(600)
	costWhite   = int64(600) // each line of whiteUnit
	whiteUnit   = 12 * Pt
	costThin    = int64(900) // a last frame of less than thinFrame
	thinFrame   = 72 * Pt    // five lines
	leastOfNote = 2          // rows of a note on either side of a frame's end
)

// noteSeparation is the white above the notes, with the rule in its middle; noteDistance the white between two notes.
const (
	noteSeparation = 12 * Pt
	noteDistance   = 2 * Pt
	noteRuleHeight = Length(400)
)

// breaker is the problem: rows, what their notes and repeated heads measure, and the frames.
type breaker struct {
	rows   []row
	notes  []note
	heads  []tableHead
	first  []Length // heights of the first frames
	rest   Length   // of all others
	tail   Length   // room that has to be left below the last row
	later  bool     // the rows go on from a frame before: their head is repeated at once
	floats []float  // what may be put off, from the first on

	paras []loose // that can be longer or shorter
	gives []give  // by row: what those before it can
	total int64   // what the breaks cost

	sum   []sums  // by row: of all rows before it
	calls []int32 // note numbers in the order of their marks
	open  []int   // by row: the first row at or after it that a frame can open with
}

type sums struct {
	height, stretch, shrink, spare, notes Length
	calls, fill                           int32
}

// column is the rows of one frame.
type column struct {
	from, to int         // rows, without white at the top
	head     int32       // repeated head, index plus one
	notes    []noteSlice // at its foot
	content  Length      // height of rows and head, as they stand
	foot     Length      // height of notes, with what separates them
	forced   bool        // it ends the rows, or a break was asked for: white is not stretched
	float    int         // the first of the floats at its top
	landed   int         // so many there are
	off      int         // so many of its last floats stand in a later frame
	lines    int         // by which its paragraphs are to be longer; less than nothing: shorter
	short    bool        // it does not end level with the others
}

// noteSlice is the rows of a note that stand in a frame.
type noteSlice struct {
	note     int32 // number (index plus one)
	from, to int
}

// state is the state of the search at a possible break: how many rows of the last note are carried over to the next
// frame and how many floats wait for it, which frame that is, what the best way here costs, and where that way came
// from.
type state struct {
	carry, waiting, frame int
	cost                  int64
	fromRow               int
	fromState             int
}

// rests reports whether nothing is carried over.
func (s *state) rests() bool { return s.carry == 0 && s.waiting == 0 }

func (b *breaker) prepare() {
	n := len(b.rows)
	b.sum = make([]sums, n+1)
	b.open = make([]int, n+1)
	var s sums
	for i := range b.rows {
		b.sum[i] = s
		r := &b.rows[i]
		s.height += r.size()
		s.stretch += r.stretch
		s.shrink += r.shrink
		s.spare += r.spare
		s.fill += r.fill
		for _, k := range r.notes {
			if k > 0 && int(k) <= len(b.notes) {
				b.calls = append(b.calls, k)
				s.notes += b.notes[k-1].height + noteDistance
				s.calls++
			}
		}
	}
	b.sum[n] = s
	b.open[n] = n
	for i := n - 1; i >= 0; i-- {
		b.open[i] = i
		r := &b.rows[i]
		fresh := i == 0 || b.rows[i-1].penalty == breakForced
		if r.kind == gapRow && r.fill == 0 && !(r.solid && (fresh || b.afterBreak(i))) {
			b.open[i] = b.open[i+1]
		}
	}
	b.bound()
	b.count()
}

// afterBreak reports whether only solid white stands between row i and a forced break or the start.
func (b *breaker) afterBreak(i int) bool {
	for i--; i >= 0; i-- {
		if b.rows[i].penalty == breakForced {
			return true
		}
		if !b.rows[i].solid {
			return false
		}
	}
	return true
}

func (b *breaker) height(frame int) Length {
	if frame < len(b.first) {
		return b.first[frame]
	}
	return b.rest
}

// legal reports whether a frame may end before row q.
func (b *breaker) legal(q int) bool {
	if q == len(b.rows) {
		return true
	}
	r := &b.rows[q-1]
	return r.kind != gapRow && r.penalty < breakNever
}

// breaks gives one column for each frame; a frame without rows (notes that run on) has from == to.
func (b *breaker) breaks() []column {
	b.prepare()
	n := len(b.rows)
	if n == 0 {
		return nil
	}
	states := make([][]state, n+1)
	states[0] = []state{{fromRow: -1}}
	for p := 0; p <= n; p++ {
		for k := 0; k < len(states[p]); k++ { // a page of notes alone adds states at p itself
			if p == n && states[p][k].rests() {
				continue
			}
			b.extend(states, p, k)
		}
	}
	best := -1
	for k, st := range states[n] {
		if st.rests() && (best < 0 || st.cost < states[n][best].cost) {
			best = k
		}
	}
	b.total = states[n][best].cost
	var out []column
	for p, k := n, best; p > 0 || states[p][k].fromRow >= 0; {
		st := states[p][k]
		from := states[st.fromRow][st.fromState]
		out = append(out, b.column(st.fromRow, p, from, st))
		p, k = st.fromRow, st.fromState
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}

// extend tries every frame that opens at row p.
func (b *breaker) extend(states [][]state, p, k int) {
	from := states[p][k]
	s, n := b.open[p], len(b.rows)
	avail := b.height(from.frame)
	frame := min(from.frame+1, len(b.first))
	found := false
	// the first place where a frame may end at all, what waits there, and by how much it is too tall
	worst, left, over := 0, 0, Length(0)
	add := func(q, carry, waiting int, cost int64) {
		found = true
		cost += from.cost
		for i := range states[q] {
			if t := &states[q][i]; t.carry == carry && t.waiting == waiting && t.frame == frame {
				if cost < t.cost && !(q == p && i <= k) {
					t.cost, t.fromRow, t.fromState = cost, p, k
				}
				return
			}
		}
		states[q] = append(states[q], state{carry: carry, waiting: waiting, frame: frame, cost: cost, fromRow: p,
			fromState: k})
	}
	switch {
	case s == n && from.carry > 0: // nothing but notes is left
		b.noteFrame(from, p, avail, add)
		return
	case from.waiting > 0 && (s == n || b.rows[p-1].penalty == breakForced):
		b.floatFrame(from, p, avail, add)
		return
	}
	landed, top := b.top(s, p, from.waiting, avail)
	if landed > 0 { // the white above the row stands below what landed
		s = p
	}
	for q := s + 1; q <= n; q++ {
		forced := q == n || b.rows[q-1].penalty == breakForced
		if !b.legal(q) && !forced {
			continue
		}
		in := plus(top, b.span(s, q))
		room := avail
		if q == n {
			room -= b.tail
		}
		foot, carried := b.foot(from.carry, p, s, q)
		if n := b.lines(s, q, room-in.height-foot, in.stretch, in.shrink); n != 0 && (n < 0 || !forced) &&
			from.waiting == landed {
			h := in.height + Length(n)*b.line()
			add(q, 0, 0, b.cost(in, q, s > 0, room-h-foot, forced)+costLoose*int64(max(n, -n)))
		}
		off, ok := b.putOff(s, q, from.waiting-landed, in.height+foot-in.shrink-room)
		if ok {
			in = minus(in, off.saved)
			add(q, 0, off.waiting, b.cost(in, q, s > 0, room-in.height-foot, forced)+off.cost)
		} else {
			split := -1
			if carried && from.waiting == landed {
				split = b.split(from.carry, p, s, q, room-in.height)
			}
			switch {
			case split > 0:
				add(q, split, 0, b.penalty(q)+costNoteRest+b.whiteAbove(s, q))
			case !found && from.carry > 0: // the rest of a note fills a frame of its own
				b.noteFrame(from, p, avail, add)
			}
			if worst == 0 && !b.parts(q) {
				worst, left, over = q, b.all(s, q, from.waiting-landed), in.height+foot-room
			}
			if worst > 0 && in.height-in.shrink-b.movable(s, q) > room {
				break
			}
		}
		if forced {
			break
		}
	}
	switch {
	case found:
	case landed > 0:
		b.floatFrame(from, p, avail, add)
	default:
		add(worst, 0, left, costOverflow+int64(over)+b.penalty(worst))
	}
}

// top is what stands at the top of a frame that opens with row s: the floats that land there, or the repeated head of a
// table, from which no float parts its rows.
func (b *breaker) top(s, p, waiting int, avail Length) (landed int, top sums) {
	if h := b.head(s, p); h > 0 || waiting == 0 {
		return 0, sums{height: h}
	}
	return b.land(p, waiting, avail)
}

// head is the height of the head that is repeated when a frame opens with row s.
func (b *breaker) head(s, p int) Length {
	if h := b.rows[s].head; h > 0 && (p > 0 && b.rows[p-1].penalty != breakForced || p == 0 && b.later) {
		return b.heads[h-1].height
	}
	return 0
}

func (b *breaker) penalty(q int) int64 {
	if q == len(b.rows) {
		return 0
	}
	return int64(max(b.rows[q-1].penalty, 0))
}

// whiteAbove prefers, among frames that end in a divided note, those that hold more text.
func (b *breaker) whiteAbove(s, q int) int64 {
	return int64(b.rest-b.span(s, q).height) / int64(whiteUnit)
}

// cost of a frame that ends before row q and leaves so much of it white; less than nothing is shrunk away. A later one
// is not the first.
func (b *breaker) cost(in sums, q int, later bool, white Length, forced bool) int64 {
	c := b.penalty(q)
	switch {
	case white < 0:
		c += cube(-white, in.shrink)
	case forced:
		if q == len(b.rows) && later && in.height < thinFrame {
			c += costThin
		}
	case in.fill > 0:
	default:
		switch beyond := white - in.stretch; {
		case beyond <= 0:
			c += cube(white, in.stretch)
		case beyond <= in.spare:
			c += costSpare + cube(beyond, in.spare)
		default:
			c += costShort + costWhite*int64(beyond)/int64(whiteUnit)
		}
	}
	return c
}

// cube is the badness of stretching or shrinking by a part of what is there: 100 for all of it (TeXbook, chapter 14).
func cube(want, have Length) int64 {
	if want == 0 || have <= 0 {
		return 0
	}
	t := int64(want) * 1000 / int64(have)
	return t * t * t / 10_000_000
}

// column makes the frame of rows p to q as it was chosen.
func (b *breaker) column(p, q int, from, to state) column {
	s := min(b.open[p], q)
	out := column{from: s, to: q, forced: q == len(b.rows) || q > 0 && b.rows[q-1].penalty == breakForced,
		float: b.met(p) - from.waiting}
	var in sums
	if s < q {
		out.landed, in = b.top(s, p, from.waiting, b.height(from.frame))
		if b.head(s, p) > 0 {
			out.head = b.rows[s].head
		}
		if out.landed > 0 {
			s, out.from = p, p
		}
		in = plus(in, b.span(s, q))
		out.off = to.waiting - (from.waiting - out.landed)
		for i := b.met(q) - out.off; i < b.met(q); i++ {
			in = minus(in, b.span(b.floats[i].from, b.floats[i].to))
		}
	} else if out.landed = from.waiting - to.waiting; out.landed > 0 {
		_, in = b.land(p, from.waiting, b.height(from.frame))
	}
	out.content = in.height
	if from.carry > 0 {
		n := b.calls[b.sum[p].calls-1]
		rows := len(b.notes[n-1].rows)
		out.notes = append(out.notes, noteSlice{note: n, from: rows - from.carry, to: rows})
	}
	for _, n := range b.calls[b.sum[s].calls:b.sum[q].calls] {
		out.notes = append(out.notes, noteSlice{note: n, to: len(b.notes[n-1].rows)})
	}
	if k := len(out.notes); k > 0 {
		last := &out.notes[k-1]
		last.to = len(b.notes[last.note-1].rows) - to.carry
		out.foot = noteSeparation + Length(k-1)*noteDistance
		for _, s := range out.notes {
			out.foot += tall(b.notes[s.note-1].rows[s.from:s.to])
		}
	}
	if white := b.height(from.frame) - out.content - out.foot; in.fill == 0 && to.carry == 0 && out.off == 0 {
		out.short = !out.forced && white > in.stretch
		if out.lines = b.lines(s, q, white, in.stretch, in.shrink); out.forced {
			out.lines = min(out.lines, 0)
		}
	}
	return out
}
