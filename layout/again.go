package layout

import "rapporteur/layout/text"

// again are the rows of words that stand above what goes on from the frame before: "Table 3 (continued)". They are said
// again for the eye alone.
func (s *stack) again(look Look, lang *Language, words []Inline) []row {
	if len(words) == 0 {
		return nil
	}
	measure := max(s.room()-look.Indent-look.Outdent, 10*Pt)
	lines, _ := s.setter.Set(&text.Paragraph{Pieces: s.untagged(look, lang, words), Lang: lang, Align: text.Start,
		Measure: measure, First: look.First})
	rows := make([]row, 0, len(lines)+1)
	for i := range lines {
		rows = append(rows, row{kind: lineRow, height: look.height(), depth: look.depth(),
			parts: []part{{x: s.at(look.Indent, measure, lang), y: look.height(), width: measure, line: &lines[i],
				artifact: true}}})
	}
	return append(rows, row{kind: gapRow, height: max(look.After, look.Size/3)})
}

// goesOn has rows repeated above those from an index on, but for the first that is not white.
func (s *stack) goesOn(from int, rows []row) {
	if from < len(s.rows) && s.rows[from].kind == gapRow {
		from++
	}
	head := int32(0)
	for i := from + 1; i < len(s.rows); i++ {
		if i < len(s.rows)-1 && s.rows[i].penalty >= 0 {
			s.rows[i].penalty = max(s.rows[i].penalty, breakAgain)
		}
		if s.rows[i].head > 0 {
			continue
		}
		if head == 0 {
			head = s.repeated(rows)
		}
		s.rows[i].head = head
	}
}

// repeated gives the number (index plus one) of a new head that is repeated where a frame opens below it.
func (s *stack) repeated(rows []row) int32 {
	s.heads = append(s.heads, tableHead{rows: rows, height: tall(rows)})
	return int32(len(s.heads))
}
