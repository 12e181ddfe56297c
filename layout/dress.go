package layout

import "rapporteur/layout/text"

// Dress is what a page wears outside its frame: running head and folio, artifacts all. It is known once the plan
// stands. Unlike marks it knows the page's side: places are from the page's top left corner.
type Dress struct {
	Lines []DressLine
	Rules []RuleMark
}

// DressLine is a line of the dress: X is the left edge of its measure, Y its baseline. Align is for Lang's direction.
type DressLine struct {
	X, Y, Width Length
	Text        string
	Role        Role
	Align       TextAlign
	Lang        *Language
}

// Distances of the dress from the frame.
const (
	headDistance  = 22 * Pt // from the frame's top up to the head's baseline
	headRule      = 17 * Pt // from the frame's top up to the rule under the head
	folioDistance = 26 * Pt // from the frame's bottom down to the folio's baseline
	dressRule     = Length(300)
)

// Dress gives what page number (physical, from 1) with a label wears: the running head and the folio, at the outer
// edge. Words of a language written the other way stand at the outer edge as well.
func (s *Sheet) Dress(h Head, label string, lang *Language, number int) Dress {
	odd := number%2 == 1
	left := s.FrameLeft(odd)
	width, height := s.Frame()
	words := h.Left
	if odd {
		words = h.Right
	}
	outer := odd != s.RTL() // the outer edge is the right one
	align := func(lang *Language) TextAlign {
		if outer == lang.RTL() {
			return text.Start
		}
		return text.End
	}
	var d Dress
	if words != "" {
		d.Lines = append(d.Lines, DressLine{X: left, Y: max(s.Top-headDistance, 0), Width: width, Text: words,
			Role: RunningHead, Align: align(lang), Lang: lang})
		d.Rules = append(d.Rules, RuleMark{X: left, Y: max(s.Top-headRule, 0), Width: width, Height: dressRule,
			Color: s.Look(RunningHead, lang).Color})
	}
	if label != "" {
		d.Lines = append(d.Lines, DressLine{X: left, Y: s.Top + height + min(folioDistance, s.Bottom*2/3), Width: width,
			Text: label, Role: Folio, Align: align(s.Lang), Lang: s.Lang})
	}
	return d
}
