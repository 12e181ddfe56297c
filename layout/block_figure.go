package layout

import (
	"strconv"

	"rapporteur/layout/text"
)

// dotsPerInch is the resolution at which a picture stands in its natural size: what a scan or a screen shot made
// for print has at least.
const dotsPerInch = 150

// size is how large a figure's picture is set: natural size at most, within its own limits, the measure and two
// thirds of the frame.
func (f *Figure) size(s *stack) (width, height Length) {
	_, frame := s.sheet.Frame()
	w, h := max(f.Picture.Width, 1), max(f.Picture.Height, 1)
	limitW, limitH := s.room(), frame*2/3
	if f.MaxWidth > 0 {
		limitW = min(limitW, f.MaxWidth)
	}
	if f.MaxHeight > 0 {
		limitH = min(limitH, f.MaxHeight)
	}
	width = min(Length(int64(w)*72*int64(Pt)/dotsPerInch), limitW)
	height = Length(int64(width) * int64(h) / int64(w))
	if height > limitH {
		height = limitH
		width = Length(int64(height) * int64(w) / int64(h))
	}
	return max(width, 1), max(height, 1)
}

func (f Figure) rows(s *stack) {
	if f.Picture == nil {
		return
	}
	look := s.look(Caption, s.lang)
	el := s.tree.Add(s.node, Element{Tag: "Figure", Alt: f.Alt, Title: f.Name})
	width, height := f.size(s)
	x := s.start
	switch f.Align {
	case text.End:
		x += s.room() - width
	case text.Center, text.Justify:
		x += (s.room() - width) / 2
	}
	s.space(look.Size)
	s.put(row{kind: pictureRow, height: height, origin: f.Origin,
		parts: []part{{x: x, width: width, height: height, picture: f.Picture, leaf: s.tree.Leaf(el)}}})
	s.after = false
	if len(f.Caption) > 0 {
		s.stay()
		caption := s.tree.Add(el, Element{Tag: "Caption"})
		from := len(s.rows) - 1
		// one line stands below its picture, more take the measure
		if x > s.start && s.width(look, s.lang, f.Caption) <= s.room() {
			look.Align = text.Center
			if f.Align == text.End {
				look.Align = text.End
			}
		}
		s.paragraph(look, s.lang, caption, "", f.Caption, f.Origin)
		s.keep(from)
	}
	s.space(look.Size)
}

func (f Figure) dump(d *dumper) {
	size := "none"
	if p := f.Picture; p != nil {
		size = p.Format + " " + strconv.Itoa(p.Width) + " x " + strconv.Itoa(p.Height)
	}
	d.line("figure", size, strconv.Quote(f.Alt), inlineText(f.Caption))
	d.dumpNotes(f.Caption)
}

func (f Figure) encode(e *encoder) {
	e.str("figure")
	f.fields(e)
}

func (f *Figure) fields(e *encoder) {
	e.str(f.Name)
	if e.flag(f.Picture != nil); f.Picture != nil {
		e.str(f.Picture.Key)
		e.str(f.Picture.Format)
		e.int(f.Picture.Width)
		e.int(f.Picture.Height)
	}
	e.str(f.Alt)
	e.inlines(f.Caption)
	e.length(f.MaxWidth)
	e.length(f.MaxHeight)
	e.int(int(f.Align))
	e.int(int(f.Origin))
}
