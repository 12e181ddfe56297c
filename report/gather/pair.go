package gather

import (
	"slices"
	"strings"

	"rapporteur/report/states"
)

const (
	shingle  = 10  // letters that two texts must have in a row to count as one place of both
	sameText = 25  // per cent of the places of an original's first page that its text has, at least
	clearly  = 15  // by so many per cent more than any other text, for many begin with the same courtesies
	samePart = 101 // more than all words of the page
	sameName = 202 // and than that with them
)

// match is a text that an original may belong to, and how much speaks for it.
type match struct {
	of    *statement
	file  *file
	score int
}

// paired puts the text and the originals of one speaker together: what speaks most for each other first.
func paired(files []*file) []*statement {
	var all []*statement
	var waiting []*file
	for _, f := range files {
		if f.kind == text {
			all = append(all, &statement{text: f})
		} else {
			waiting = append(waiting, f)
		}
	}
	paired := map[*file]bool{}
	for _, m := range matches(all, waiting) {
		if !paired[m.file] && !m.of.has(m.file.lang) {
			m.of.originals = append(m.of.originals, m.file)
			paired[m.file] = true
		}
	}
	for _, f := range waiting {
		if paired[f] {
			continue
		}
		i := slices.IndexFunc(all, func(s *statement) bool {
			return s.text == nil && s.party() != nil && s.party() == f.party && !s.has(f.lang)
		})
		if i >= 0 { // the same in another language
			all[i].originals = append(all[i].originals, f)
			continue
		}
		all = append(all, &statement{originals: []*file{f}})
	}
	for _, s := range all {
		slices.SortStableFunc(s.originals, func(a, b *file) int { return other(s, a) - other(s, b) })
	}
	slices.SortStableFunc(all, func(a, b *statement) int { return strings.Compare(order(a), order(b)) })
	return all
}

// matches lists which original may belong to which text, the surest first.
func matches(texts []*statement, originals []*file) (list []match) {
	for _, f := range originals {
		var of []match
		for _, s := range texts {
			if n := likeness(s.text, f); n >= sameText {
				of = append(of, match{s, f, n})
			}
		}
		slices.SortStableFunc(of, func(a, b match) int { return b.score - a.score })
		if len(of) > 1 && of[0].score < samePart && of[0].score-of[1].score < clearly {
			continue
		}
		list = append(list, of...)
	}
	slices.SortStableFunc(list, func(a, b match) int { return b.score - a.score })
	return list
}

// likeness says how much speaks for an original's being that of a text: names, whose they are, and what they say. It is
// 0 where their names name two parties.
func likeness(t, f *file) int {
	if t.party != nil && f.party != nil && t.party != f.party && t.sure && f.sure ||
		t.item != "" && f.item != "" && t.item != f.item {
		return 0
	}
	score := common(t, f)
	switch {
	case bareName(t.path) == bareName(f.path):
		score += sameName
	case t.party != f.party:
	case t.party != nil && sameRest(t, f), t.party == nil && len(t.rest) > 0 && sameRest(t, f):
		score += sameName
	case t.party != nil, t.letter != nil && f.letter != nil && t.letter.folder == f.letter.folder:
		score += samePart
	}
	return score
}

// common is how many per cent of the places of an original's first page are places of what the text begins with.
func common(t, f *file) int {
	page, begin := strings.Join(states.Folded(f.head), ""), strings.Join(states.Folded(t.head), "")
	places, found := 0, 0
	letters := []rune(page)
	for i := 0; i+shingle <= len(letters); i += shingle / 2 {
		places++
		if strings.Contains(begin, string(letters[i:i+shingle])) {
			found++
		}
	}
	if places < 5 {
		return 0
	}
	return found * 100 / places
}

// has reports whether a statement has an original in a language already.
func (s *statement) has(lang string) bool {
	return slices.ContainsFunc(s.originals, func(o *file) bool { return o.lang == lang })
}

// order sorts statements: by the first of their names.
func order(s *statement) string {
	least := ""
	for _, f := range s.files() {
		if name := natural(bareName(f.path)); least == "" || name < least {
			least = name
		}
	}
	return least
}

// other is 1 for an original in another language than the statement's text.
func other(s *statement, f *file) int {
	if s.text != nil && s.text.lang != "" && f.lang != "" && f.lang != s.text.lang {
		return 1
	}
	return 0
}

// sameRest reports whether the names of two files say the same besides whose they are.
func sameRest(a, b *file) bool {
	return strings.EqualFold(strings.Join(a.rest, " "), strings.Join(b.rest, " "))
}
