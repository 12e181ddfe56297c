package layout

import (
	"strings"

	"rapporteur/layout/text"
)

// dots is a row of leader dots: as many of them, in a style.
type dots struct {
	style text.Style
	n     int
}

// mostDots is more than the widest page holds.
const mostDots = 400

// ink is where the words of a line begin and end, from the start edge as the run is read.
func (s *stack) ink(p *part) (from, to Length) {
	if s.galley.lang.RTL() {
		return p.x + p.width - p.line.Start - p.line.Width, p.x + p.width - p.line.Start
	}
	return p.x + p.line.Start, p.x + p.line.Start + p.line.Width
}

// inkFrom is where the first words among parts begin, or limit.
func (s *stack) inkFrom(parts []part, limit Length) Length {
	for i := range parts {
		if parts[i].line != nil {
			from, _ := s.ink(&parts[i])
			limit = min(limit, from)
		}
	}
	return limit
}

// leaders fills the white between the words (the first n parts) and the columns with dots. They stand on a grid counted
// from the end side, so that dots of neighbouring lines are set one below the other.
func (r *register) leaders(parts []part, n int, edge Length, look Look) []part {
	s := r.s
	words := Length(0)
	for i := range parts[:n] {
		if parts[i].line != nil {
			_, to := s.ink(&parts[i])
			words = max(words, to)
		}
	}
	l := look
	l.Face.Bold, l.Face.Italic, l.SmallCaps = false, false, false
	l.Size = s.sheet.Looks[EntryItem].Size // one grid for all levels
	if l.Size == 0 {
		l.Size = look.Size
	}
	st := style(l, s.galley.lang, 0)
	pitch := s.setter.Width([]text.Piece{{Text: ". .", Style: st}},
		st.Lang) - s.setter.Width([]text.Piece{{Text: ".", Style: st}}, st.Lang)
	if pitch <= 0 {
		return parts
	}
	origin := s.start + s.room()
	skip := (origin - (edge - leaderGap) + pitch - 1) / pitch // dots of the grid that the columns cover
	end := origin - skip*pitch
	count := int((end - words - leaderGap) / pitch)
	if count < 2 {
		return parts
	}
	count = min(count, mostDots)
	line := s.dots[dots{st, count}]
	width := Length(count) * pitch
	if line == nil {
		lines, _ := s.setter.Set(&text.Paragraph{
			Pieces: []text.Piece{{Text: strings.TrimSuffix(strings.Repeat(". ", count), " "), Style: st}},
			Lang:   st.Lang, Align: text.End, Measure: width + pitch,
		})
		if len(lines) != 1 {
			return parts
		}
		line = &lines[0]
		s.dots[dots{st, count}] = line
	}
	return append(parts, part{x: end - width - pitch, y: look.height(), width: width + pitch, line: line,
		artifact: true})
}
