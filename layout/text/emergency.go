package text

import "slices"

// emergencyPenalty is what it costs to end a line inside a word where neither its language nor the line breaking rules
// allow it: more than a ragged line that ends far too early, less than a justified one that gapes.
const emergencyPenalty = 5_000 * 100

// emergencyBreaks lets a line end after any character of a word that is wider than the line: an address without
// punctuation, a key, a row of dashes, a long word in a narrow column of a table. No hyphen is added, as it would
// become part of an address (CSS Text 3, overflow-wrap: anywhere). The words of the cache are shared and stay as they
// are.
func (s *Setter) emergencyBreaks(line Length) {
	for i := range s.tokens {
		if t := &s.tokens[i]; t.w.width > line {
			w := *t.w
			w.points = s.everywhere(s.pieces[t.piece].look, &w)
			t.w = &w
		}
	}
}

// longestEnd: signs of punctuation that end a word and stay with it; more are a row of signs.
const longestEnd = 6

// everywhere adds to a word's points those between all of its characters, but for the punctuation that ends it.
func (s *Setter) everywhere(l *look, w *word) []point {
	points := slices.Clone(w.points)
	s.runes = append(s.runes[:0], []rune(w.text)...)
	s.seg.Init(s.runes)
	sums := w.sums()
	before := func(at int) Length { return sums[at] }
	at, n := 0, 0
	for iter := s.seg.GraphemeIterator(); iter.Next(); {
		for g := iter.Grapheme(); n < g.Offset+len(g.Text); n++ {
			at += runeLen(w.text[at:])
		}
		ends := len(s.runes)-n <= longestEnd && closesAll(s.runes[n:])
		if n < len(s.runes) && !ends && s.runes[n] != softHyphen {
			points = append(points, w.pointOf(l, at, emergencyPoint, before))
		}
	}
	slices.SortStableFunc(points, func(a, b point) int { return int(a.at) - int(b.at) })
	// the first of two is the word's own
	return slices.CompactFunc(points, func(a, b point) bool { return a.at == b.at })
}
