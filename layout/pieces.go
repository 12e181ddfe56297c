package layout

import (
	"cmp"
	"strings"

	"rapporteur/fonts"
	langs "rapporteur/layout/lang"
	"rapporteur/layout/text"
)

// style is the look of a piece of text.
func style(look Look, lang *Language, e Emphasis) text.Style {
	st := text.Style{Face: look.Face, Size: look.Size, Lang: lang, SmallCaps: look.SmallCaps, Tabular: look.Tabular,
		Color: look.Color}
	if e&Italic != 0 {
		switch lang.Stressed() {
		case langs.Dots: // and letters of other scripts, which have no dots, are italic
			st.Dotted, st.Face.Italic = true, !look.Face.Italic
		case langs.Bold:
			st.Face.Bold = true
		default:
			st.Face.Italic = !look.Face.Italic // emphasis inside italics is upright
		}
	}
	if e&Bold != 0 {
		st.Face.Bold = true
	}
	if e&Sans != 0 {
		st.Face.Family = fonts.Sans
	}
	st.SmallCaps = st.SmallCaps || e&SmallCaps != 0
	st.Superior, st.Inferior = e&Superior != 0, e&Inferior != 0
	return st
}

// untagged gives pieces for measuring: no tags, no notes, nothing counted.
func (s *stack) untagged(look Look, lang *Language, inlines []Inline) []text.Piece {
	pieces := make([]text.Piece, 0, len(inlines))
	for i := range inlines {
		in := &inlines[i]
		words := in.Text
		if in.Ref != nil {
			words = s.say(*in.Ref)
		}
		l := lang
		if in.Lang != "" {
			l = s.in(in.Lang)
		}
		e := in.Emph
		if in.Note != nil {
			e |= Superior
		}
		if in.Figure != nil && in.Figure.Picture != nil {
			width, _ := in.Figure.inLine(s, look)
			pieces = append(pieces, text.Piece{Text: boxText, Style: style(look, l, e), Box: width, Origin: in.Origin})
		}
		if words != "" {
			pieces = append(pieces, text.Piece{Text: words, Style: style(look, l, e), Break: in.Break,
				Origin: in.Origin})
		}
	}
	return pieces
}

// width is the width of inlines on one line.
func (s *stack) width(look Look, lang *Language, inlines []Inline) Length {
	return s.setter.Width(s.untagged(look, lang, inlines), lang)
}

// knownText is the words of inlines, as far as they are known before anything has its place.
func knownText(inlines []Inline) string {
	var b strings.Builder
	for i := range inlines {
		if inlines[i].Note == nil {
			b.WriteString(inlines[i].Text)
		}
		if inlines[i].Break {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// tagger makes pieces of a paragraph's inlines and the elements and leaves that hold them, in the order of reading.
type tagger struct {
	s        *stack
	look     Look
	lang     *Language
	node     Node // the paragraph's element
	pieces   []text.Piece
	refs     strings.Builder // what references say, for the memory
	anchor   string          // an id that waits for a piece
	linked   bool
	anchored bool
	boxes    []inLine // pictures among the words

	in      Node // where leaves go now: the paragraph, a link or a span
	leaf    Node // leaf that is open, 0 none
	link    int32
	linkTo  string
	linkEl  Node
	span    *Language // of the open span; nil: none is open
	spanEl  Node
	spanTop Node
}

func (s *stack) tag(look Look, lang *Language, node Node, inlines []Inline) *tagger {
	w := &tagger{s: s, look: look, lang: lang, node: node, in: node, pieces: make([]text.Piece, 0, len(inlines))}
	for i := range inlines {
		w.add(inlines, i)
	}
	if w.anchor != "" {
		s.anchors = append(s.anchors, w.anchor)
	}
	return w
}

func (w *tagger) add(inlines []Inline, i int) {
	in := &inlines[i]
	if in.Anchor != "" {
		if w.anchor != "" {
			w.s.anchors = append(w.s.anchors, w.anchor)
		}
		w.anchor = in.Anchor
	}
	if in.Note != nil {
		w.note(in)
		return
	}
	if in.Figure != nil {
		w.figure(in)
		return
	}
	words := in.Text
	if in.Ref != nil {
		words = w.s.print(*in.Ref)
		w.refs.WriteString(words)
		w.refs.WriteByte(0)
	}
	if words == "" {
		if in.Break && len(w.pieces) > 0 {
			w.pieces[len(w.pieces)-1].Break = true
		}
		return
	}
	if in.Link != w.linkTo {
		w.linkTo, w.link, w.leaf, w.span = in.Link, 0, 0, nil
		if in.Link != "" {
			w.linked = true
			w.link, w.linkEl = w.s.galley.link(w.node, in.Link, w.linkWords(inlines[i:], words))
		}
	}
	w.in = w.node
	if w.link != 0 {
		w.in = w.linkEl
	}
	lang := w.lang
	if in.Lang != "" && in.Lang != w.lang.Tag {
		lang = w.s.in(in.Lang)
		if w.span != lang || w.spanTop != w.in {
			w.spanEl, w.spanTop = w.s.tree.Add(w.in, Element{Tag: "Span", Lang: lang.Tag}), w.in
			w.span, w.leaf = lang, 0
		}
		w.in = w.spanEl
	} else if w.span != nil {
		w.span, w.leaf = nil, 0
	}
	w.raise(words, lang, in)
}

// raise pushes words, what the language writes above the line apart from the rest.
func (w *tagger) raise(words string, lang *Language, in *Inline) {
	part := *in
	part.Break = false
	for stretch, raised := range lang.Raised(words) {
		part.Emph = in.Emph
		if raised {
			part.Emph |= Superior
		}
		w.push(stretch, style(w.look, lang, part.Emph), &part)
	}
	w.pieces[len(w.pieces)-1].Break = in.Break
}

func (w *tagger) push(words string, st text.Style, in *Inline) {
	if w.leaf == 0 {
		w.leaf = w.s.tree.Leaf(w.in)
	}
	if w.anchor != "" {
		w.anchored = true
	}
	w.pieces = append(w.pieces, text.Piece{Text: words, Style: st, Leaf: w.leaf, Link: w.link, Anchor: w.anchor,
		Break: in.Break, Whole: in.Whole, Origin: in.Origin})
	w.anchor = ""
}

// note sets a note's mark, a link to the note, and right after it, in the tree, the note itself.
func (w *tagger) note(in *Inline) {
	w.linkTo, w.link, w.span, w.leaf = "", 0, nil, 0
	s := w.s
	if _, known := s.noteIndex[in.Note.ID]; s.inNote && !known { // a note called in a note has no frame to stand in
		s.complaints = append(s.complaints, Complaint{Code: "note-in-note", Origin: in.Origin,
			Args: map[string]string{"note": in.Note.Mark}})
		w.in = w.node
		w.push(in.Note.Mark, style(w.look, w.lang, in.Emph|Superior), in)
		w.leaf = 0
		return
	}
	id := s.noteID(in.Note)
	ref := s.tree.Add(w.node, Element{Tag: "Reference"})
	number, el := s.galley.link(ref, "#"+id, cmp.Or(in.Name, in.Note.Mark))
	lbl := s.tree.Add(el, Element{Tag: "Lbl"})
	w.link, w.in, w.linked = number, lbl, true
	mark := in.Text
	if mark == "" {
		mark = in.Note.Mark
	}
	if _, again := s.noteIndex[in.Note.ID]; !again {
		if w.anchor != "" {
			s.anchors = append(s.anchors, w.anchor)
		}
		w.anchor = s.callID(in.Note)
	}
	w.push(mark, style(w.look, w.lang, in.Emph|Superior), in)
	w.pieces[len(w.pieces)-1].Note = s.noteCalled(w.node, w.lang, in.Note, id)
	w.link, w.leaf, w.in = 0, 0, w.node
}

// linkWords describes a link by what stands in it, in all neighbours that share it: words, the pages that references
// print, and what pictures show (PDF/UA-1, 7.18.5).
func (w *tagger) linkWords(inlines []Inline, first string) string {
	if inlines[0].Name != "" {
		return inlines[0].Name
	}
	var b strings.Builder
	b.WriteString(first)
	for i := 1; i < len(inlines) && inlines[i].Link == inlines[0].Link && inlines[i].Note == nil; i++ {
		switch in := &inlines[i]; {
		case in.Ref != nil:
			b.WriteString(w.s.say(*in.Ref))
		case in.Figure != nil:
			b.WriteString(in.Figure.Alt)
		default:
			b.WriteString(in.Text)
		}
	}
	return b.String()
}

// lines sets the pieces, or takes the lines of the round before when nothing that they print has changed.
func (w *tagger) lines(measure, first Length, align TextAlign, hyphenate bool) []text.Line {
	g := w.s.galley
	n := int(g.paragraphs)
	g.paragraphs++
	if n < len(g.memory.set) {
		if m := &g.memory.set[n]; m.measure == measure && m.refs == w.refs.String() {
			g.complain(m.issues)
			return m.lines
		}
	}
	lines, issues := g.setter.Set(&text.Paragraph{Pieces: w.pieces, Lang: w.lang, Align: align, Measure: measure,
		First: first, Hyphenate: hyphenate && g.sheet.Hyphen})
	g.complain(issues)
	r := remembered{measure: measure, refs: w.refs.String(), lines: lines, issues: issues}
	if n < len(g.memory.set) {
		g.memory.set[n] = r
	} else {
		g.memory.set = append(g.memory.set, r)
	}
	return lines
}

// held is how many lines the paragraph set last has to keep: see memory.least.
func (w *tagger) held(lines int) int {
	m := w.s.memory
	if m.least == nil {
		return lines
	}
	n := int(w.s.paragraphs) - 1
	for len(m.least) <= n {
		m.least = append(m.least, 0)
	}
	m.least[n] = max(m.least[n], int32(lines))
	if most := m.least[n]; most > int32(lines) {
		w.s.galley.held = append(w.s.galley.held, heldLines{int32(n), most})
	}
	return int(m.least[n])
}
