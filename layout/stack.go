package layout

// stack collects rows, one below the other: those of the run, a note, a cell or a column. Blocks append to it. What the
// whole run shares (structure tree, links, notes) is in the galley that it belongs to.
type stack struct {
	*galley
	rows    []row
	measure Length // width available to rows, insets included
	start   Length // inset at the start side
	end     Length // inset at the end side
	node    Node   // structure element that the next blocks go into
	lang    *Language
	quoted  bool // body text gets the look of a quotation; its insets are those of the block around it
	top     bool // the run's own stack: the one that may change the number of columns
	ahead   bool // start and end are those of the run's direction, whatever the direction of the text itself
	inNote  bool
	called  []calledNote  // in the paragraph that is being set
	under   *[]calledNote // in the table or figure that is being set; nil: there is none
	frame   Length        // width of the column around the stack, which its notes are set to; 0: the width of the frame

	gap     Length   // white before the next row
	above   Length   // white before the first row
	below   Length   // white before the next row but for what would stand here if the last float did not
	afloat  []float  // among the rows
	paras   []loose  // among the rows
	anchors []string // ids that point at the next row, whichever it will be
	hang    []part   // labels set beside the next line, such as a paragraph number; y from its baseline
	headed  int      // how many rows there were right after a heading; 0: no heading yet
	near    bool     // the next block follows without white, even if it asks for some
	// The last block has to stay with the next one. So the next block's first row must not be the last in its frame:
	// a heading with a single line below it at the foot of a page would look lost.
	after bool
}

// space asks for white before the next row; if white is asked for twice, the larger amount counts.
func (s *stack) space(l Length) {
	if !s.near {
		s.gap = max(s.gap, l)
	}
}

// within sets blocks between insets, inside a structure element and in a language (nil keeps the stack's). The insets
// are on the start and end side of that language.
func (s *stack) within(node Node, lang *Language, start, end Length, blocks []Block) {
	was := *s
	if lang != nil {
		s.lang = lang
	}
	if s.across(s.lang) {
		start, end = end, start
	}
	s.node, s.start, s.end = node, s.start+start, s.end+end
	for _, b := range blocks {
		b.rows(s)
	}
	s.node, s.start, s.end, s.lang = was.node, was.start, was.end, was.lang
}

// inner is a stack of its own, beside or inside this one.
func (s *stack) inner(node Node, measure Length) *stack {
	return &stack{galley: s.galley, measure: measure, node: node, lang: s.lang, inNote: s.inNote, quoted: s.quoted,
		frame: s.frame, under: s.under}
}

// ownLang gives the lang to write on an element: "" where it is the surroundings'.
func (s *stack) ownLang(lang *Language) string {
	if lang == s.lang {
		return ""
	}
	return lang.Tag
}

// in gives the language of a tag, the stack's where there is none.
func (s *stack) in(tag string) *Language {
	if tag == "" || tag == s.lang.Tag {
		return s.lang
	}
	return s.sheet.Languages.Of(tag)
}

// room is the width between the insets.
func (s *stack) room() Length { return max(s.measure-s.start-s.end, 10*Pt) }

// put appends a row, with the white before it and what waited for it.
func (s *stack) put(r row) {
	s.flush()
	s.near = false
	if len(s.anchors) > 0 {
		r.anchors = append(s.anchors, r.anchors...)
		s.anchors = nil
	}
	if len(s.hang) > 0 {
		parts := make([]part, 0, len(s.hang)+len(r.parts))
		base := r.height
		if r.kind != lineRow && len(r.parts) > 0 {
			base = r.parts[0].y
		}
		parts = shifted(parts, s.hang, 0, base)
		r.parts = append(parts, r.parts...)
		s.hang = nil
	}
	if r.kind != lineRow {
		s.after = false
	}
	s.rows = append(s.rows, r)
}

// last is the row that was set last, or nil.
func (s *stack) last() *row {
	if len(s.rows) == 0 {
		return nil
	}
	return &s.rows[len(s.rows)-1]
}

// stay keeps the row that was set last on one page with the next.
func (s *stack) stay() {
	if r := s.last(); r != nil {
		r.penalty = max(r.penalty, breakGrave)
		s.after = true
	}
}

// force ends the frame after the row that was set last.
func (s *stack) force() {
	if r := s.last(); r != nil {
		r.penalty = breakForced
	}
	s.gap, s.after = 0, false
}

// keep makes the rows from an index on stay on one page, if they fit.
func (s *stack) keep(from int) {
	for i := from; i < len(s.rows)-1; i++ {
		if r := &s.rows[i]; r.penalty != breakForced {
			r.penalty = max(r.penalty, breakKeep)
		}
	}
}

// across reports whether text in a language runs against the run.
func (s *stack) across(lang *Language) bool {
	return !s.ahead && s.against(lang)
}

// against reports whether a language is read the other way than the run.
func (g *galley) against(lang *Language) bool { return lang.RTL() != g.lang.RTL() }

// at is where something of a width stands that is x from the start side of text in a direction. Places are counted from
// the start side of the run, so what is read the other way is mirrored between the insets.
func (s *stack) at(x, width Length, lang *Language) Length {
	if s.across(lang) {
		x = s.room() - x - width
	}
	return s.start + x
}

// close ends the segment: what follows is set in another number of columns.
func (s *stack) close() {
	if len(s.anchors) > 0 && len(s.rows) > 0 { // an id after the last row has its place there
		r := s.last()
		r.anchors = append(r.anchors, s.anchors...)
		s.anchors = nil
	}
	s.rows = trimmed(s.rows)
	if len(s.rows) > 0 {
		s.segments = append(s.segments, segment{rows: s.rows[:len(s.rows):len(s.rows)], columns: 1, width: s.measure,
			above: s.above, floats: s.afloat, paras: s.paras})
	}
	s.rows, s.afloat, s.below, s.paras, s.above = s.rows[len(s.rows):], nil, 0, nil, 0
}

// trimmed are rows without the white that ends them.
func trimmed(rows []row) []row {
	for len(rows) > 0 && rows[len(rows)-1].kind == gapRow && rows[len(rows)-1].fill == 0 {
		rows = rows[:len(rows)-1]
	}
	return rows
}
