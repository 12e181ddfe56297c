package gather

import (
	"slices"
	"strings"
)

const (
	shingle  = 10 // letters that two texts must have in a row to count as one place of both
	sameText = 25 // per cent of the places of an original's first page that its text has
)

// paired puts the text and the originals of one speaker together: those whose first pages say the same, then those of
// the same party, where each is the only one left or their names say the same besides.
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
	for _, fits := range []func(*statement, *file) bool{sayTheSame, sameName, sameParty} {
		waiting = slices.DeleteFunc(waiting, func(f *file) bool {
			for _, s := range all {
				if fits(s, f) {
					s.originals = append(s.originals, f)
					return true
				}
			}
			return false
		})
	}
	for _, f := range waiting {
		i := slices.IndexFunc(all, func(s *statement) bool {
			return s.text == nil && s.party() != nil && s.party() == f.party && s.first().lang != f.lang
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

// sayTheSame reports whether an original's first page has what the text begins with.
func sayTheSame(s *statement, f *file) bool {
	page, begin := strings.Join(folded(f.head), ""), strings.Join(folded(s.text.head), "")
	places, found := 0, 0
	letters := []rune(page)
	for i := 0; i+shingle <= len(letters); i += shingle / 2 {
		places++
		if strings.Contains(begin, string(letters[i:i+shingle])) {
			found++
		}
	}
	return places > 4 && found*100 >= places*sameText
}

// sameName reports whether two files are called the same but for words that say nothing of what they are.
func sameName(s *statement, f *file) bool {
	t := s.text
	if t.party != nil && f.party != nil && t.party != f.party {
		return false
	}
	if bareName(t.path) == bareName(f.path) {
		return true
	}
	return t.party == f.party && (t.party != nil || len(t.rest) > 0) && sameRest(t, f) && len(s.originals) == 0
}

func sameRest(a, b *file) bool {
	return strings.EqualFold(strings.Join(a.rest, " "), strings.Join(b.rest, " "))
}

// sameParty reports whether a text without an original is of the same party as an original, or has one in another
// language.
func sameParty(s *statement, f *file) bool {
	return f.party != nil && s.text.party == f.party && !slices.ContainsFunc(s.originals, func(o *file) bool {
		return o.lang == f.lang
	})
}
