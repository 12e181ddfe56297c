package gather

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"rapporteur/report/states"
	"rapporteur/sources/pattern"
)

// statement is what one party said, with the files that go together.
type statement struct {
	text      *file
	originals []*file
	entry     *entry // of the agenda; nil where that has none. A statement without files is one that did not come
}

// first is the file that speaks for the statement.
func (s *statement) first() *file {
	if s.text != nil {
		return s.text
	}
	return s.originals[0]
}

// files gives all files of the statement.
func (s *statement) files() []*file {
	if s.text == nil {
		return s.originals
	}
	return append([]*file{s.text}, s.originals...)
}

// party is whose statement it is: what the file names say goes before what first pages say.
func (s *statement) party() *states.Party {
	var said *states.Party
	for _, f := range s.files() {
		switch {
		case f.sure:
			return f.party
		case f.party != nil && (said == nil || f.kind == original): // a letterhead is worth more than an address
			said = f.party
		}
	}
	if said == nil && s.entry != nil {
		return s.entry.party
	}
	return said
}

// language is that of the text, or of the first original; "" where it cannot be told.
func (s *statement) language() string {
	for _, f := range s.files() {
		if f.lang != "" {
			return f.lang
		}
	}
	if s.entry != nil {
		return s.entry.lang
	}
	return ""
}

// session is a folder of statements.
type session struct {
	home, title string
	date        string
	chair       *entry
	intro       *file
	debate      *file
	statements  []*statement
}

// plan is what the files of a folder make together.
type plan struct {
	sessions []*session
	parts    []*statement // all else, by the role of its first file
}

// planned orders files: those with a place of their own, and the statements of each session.
func planned(files []*file) *plan {
	p := &plan{}
	folders := slices.ContainsFunc(files, func(f *file) bool { return f.home != "" && f.role == "" })
	of := map[string]*session{}
	byHome := map[string][]*file{}
	var homes []string
	for _, f := range files {
		inSession := f.home != "" || !folders
		switch {
		case f.kind == table:
			f.role = cmp.Or(f.role, asAnnex)
		case f.role == asIntro || f.role == asDebate:
			inSession = true
		case f.role == "" && !inSession && f.party == nil:
			f.role = asAnnex
		}
		if of[f.home] == nil && (f.role == "" || inSession && (f.role == asIntro || f.role == asDebate)) {
			of[f.home] = &session{home: f.home, title: f.title}
			homes = append(homes, f.home)
		}
		byHome[f.home] = append(byHome[f.home], f)
	}
	slices.SortFunc(homes, func(a, b string) int { return strings.Compare(natural(a), natural(b)) })
	for _, home := range homes {
		p.sessions = append(p.sessions, of[home])
	}
	for home, list := range byHome {
		p.place(of[home], list)
	}
	slices.SortFunc(p.parts, func(a, b *statement) int {
		x, y := a.first().path, b.first().path // "Summary.md" before "Summary two.md"
		return cmp.Or(strings.Compare(natural(unended(x)), natural(unended(y))), strings.Compare(x, y))
	})
	return p
}

// place gives the files of one folder their places.
func (p *plan) place(s *session, files []*file) {
	roles := map[string][]*file{}
	var said []*file
	for _, f := range files {
		switch {
		case f.role == "":
			said = append(said, f)
		case f.role == asIntro && s.intro == nil && f.kind == text:
			s.intro = f
		case f.role == asDebate && s.debate == nil && f.kind == text:
			s.debate = f
		default:
			if f.role == asIntro || f.role == asDebate {
				f.role = asAnnex
			}
			called := f.role + " " + strings.ToLower(strings.Join(f.rest, " "))
			if f.kind == table { // no original of a text that is called the same
				called = f.path
			}
			roles[called] = append(roles[called], f)
		}
	}
	if s != nil {
		s.statements = paired(said)
	}
	for _, list := range roles {
		p.parts = append(p.parts, paired(list)...)
	}
}

// mostSpoken gives the language of most texts; of originals where there are no texts. Of two that are spoken as often,
// it is the one in which more originals are, and then that of the file whose name comes first.
func mostSpoken(files []*file) string {
	texts, originals := map[string]int{}, map[string]int{}
	var all []string
	for _, k := range []kind{text, original} {
		for _, f := range files {
			count := originals
			if f.kind == text {
				count = texts
			}
			if f.kind != k || f.lang == "" {
				continue
			}
			count[f.lang]++
			if !slices.Contains(all, f.lang) {
				all = append(all, f.lang)
			}
		}
	}
	best := ""
	for _, tag := range all {
		more := cmp.Or(cmp.Compare(texts[tag], texts[best]), cmp.Compare(originals[tag], originals[best]))
		if best == "" || more > 0 {
			best = tag
		}
	}
	return best
}

// bareName is a file's name without its ending.
func bareName(file string) string { return unended(path.Base(file)) }

func unended(file string) string { return strings.TrimSuffix(file, path.Ext(file)) }

var digits = pattern.Of(`\d+`)

// natural makes names sort as people count: 2 before 10.
func natural(name string) string {
	return digits.ReplaceAllStringFunc(strings.ToLower(name), func(n string) string {
		return strings.Repeat("0", max(0, 12-len(n))) + n
	})
}
