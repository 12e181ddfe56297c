package layout

import "rapporteur/layout/text"

// boxText is what a picture is among words.
const boxText = "\ufffc"

// inLine is a picture that stands among the words of a paragraph.
type inLine struct {
	leaf          Node
	picture       *Picture
	width, height Length
}

// inLine is how large a figure is set among words: natural size at most, within the paragraph's measure and a third of
// the frame. A line that holds it is as high as it.
func (f *Figure) inLine(s *stack, look Look) (width, height Length) {
	limits := *f
	_, frame := s.sheet.Frame()
	limits.MaxWidth, limits.MaxHeight = max(s.room()-look.Indent-look.Outdent, Pt), frame/3
	return limits.size(s)
}

// figure puts a picture among the words, as an element of its own.
func (w *tagger) figure(in *Inline) {
	if in.Figure.Picture == nil {
		return
	}
	w.linkTo, w.link, w.span, w.in = "", 0, nil, w.node
	w.leaf = w.s.tree.Leaf(w.s.tree.Add(w.node, Element{Tag: "Figure", Alt: in.Figure.Alt}))
	box := inLine{leaf: w.leaf, picture: in.Figure.Picture}
	box.width, box.height = in.Figure.inLine(w.s, w.look)
	w.boxes = append(w.boxes, box)
	w.push(boxText, style(w.look, w.lang, 0), in)
	w.pieces[len(w.pieces)-1].Box = box.width
	w.leaf = 0
}

// seat makes a row as high as the pictures in its line, and puts them on the base line.
func (w *tagger) seat(r *row, line *text.Line, x, measure Length) {
	for span := range line.Spans {
		for _, box := range w.boxes {
			if box.leaf != span.Leaf {
				continue
			}
			r.height = max(r.height, box.height+w.look.Size/5)
			at := x + span.X0
			if w.s.galley.lang.RTL() { // places of a row are from the start edge
				at = x + measure - span.X1
			}
			r.parts = append(r.parts, part{x: at, width: box.width, height: box.height, picture: box.picture,
				leaf: box.leaf})
		}
	}
	r.parts[0].y = r.height
	for i := 1; i < len(r.parts); i++ {
		r.parts[i].y = r.height - r.parts[i].height
	}
}
