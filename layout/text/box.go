package text

// objectReplacement stands for what is no character (Unicode, 23.8).
const objectReplacement = '\ufffc'

// box adds a token that is no word, but room for something else: the spaces beside it are those of the words around, a
// line may end on either side, and nothing is painted.
func (s *Setter) box(piece int, l *look, width Length, flat bool, at int32) {
	like := s.word(l, "n", aSpace, aSpace, false) // its spaces are those of a word's
	w := &word{text: string(objectReplacement), width: width, size: like.size, ascent: like.ascent,
		descent: like.descent, lead: like.bare, trail: like.bare, bare: like.bare, spaceRun: like.spaceRun,
		spaceID: like.spaceID, spaceMissing: like.spaceMissing, first: objectReplacement, last: objectReplacement,
		box: true}
	t := token{w: w, piece: int32(piece), flags: whole}
	if flat {
		t.level = s.flat.levels[at]
		s.flat.starts = append(s.flat.starts, at)
	}
	s.tokens = append(s.tokens, t)
}
