package document

import (
	"slices"
	"strings"

	"rapporteur/layout/lang"
)

// By names who made a statement, shortly: the speakers' names, else what they are, else their delegation.
func (s *Statement) By() string {
	var names []string
	for _, p := range s.Speakers {
		names = append(names, p.Short())
	}
	if len(names) == 0 {
		return s.Title
	}
	return strings.Join(names, s.Speakers[0].marks().Comma)
}

// marks is the punctuation of the report's language.
func (p Person) marks() *lang.Marks {
	if p.words == nil {
		return &lang.Marks{}
	}
	return &p.words.Marks
}

// bracketed is words with others after them in brackets; after a comma where these have brackets of their own.
func (p Person) bracketed(words, others string) string {
	m := p.marks()
	if strings.Contains(others, strings.TrimSpace(m.Open)) {
		return words + m.Comma + others
	}
	return words + m.Open + others + m.Close
}

// Short names a person: name, else role, else delegation; the delegation in brackets where a name alone would not tell.
func (p Person) Short() string {
	switch {
	case p.Name != "" && p.Party != nil && !strings.Contains(p.Name, p.Party.Name):
		return p.bracketed(p.Name, p.Party.Name)
	case p.Name != "":
		return p.Name
	case p.Role != "" && p.Party != nil && !strings.Contains(p.Role, p.Party.Name):
		return p.bracketed(p.Role, p.Party.Name)
	case p.Role != "":
		return p.Role
	case p.Party != nil:
		return p.Party.Name
	}
	return ""
}

// Cited names a person within a sentence: by name, or by the delegation that a role speaks for.
func (p Person) Cited() string {
	if p.Name == "" && p.Party != nil {
		return p.Party.Name
	}
	if p.Name != "" {
		return p.Name
	}
	return p.Short()
}

// Cited names who made a statement within a sentence, each name once.
func (s *Statement) Cited() string {
	var names []string
	for _, p := range s.Speakers {
		if name := p.Cited(); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return s.Title
	}
	return strings.Join(names, s.Speakers[0].marks().Comma)
}

// Party reports whether an item is cited by the name of a delegation, as a statement is whose speaker is not named.
func (it *Item) Party() bool {
	return it.Statement != nil && len(it.Statement.Speakers) == 1 && it.Statement.Speakers[0].Name == "" &&
		it.Statement.Speakers[0].Party != nil
}

// Long names a person with everything that is known.
func (p Person) Long() string {
	var parts []string
	for _, s := range []string{p.Name, p.Role} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	long := strings.Join(parts, p.marks().Comma)
	if p.Party == nil || strings.Contains(long, p.Party.Name) {
		return long
	}
	if long == "" {
		return p.Party.Name
	}
	return p.bracketed(long, p.Party.Name)
}

// Entry is a person's line in an index: who speaks in a role alone is looked up by the delegation.
func (p Person) Entry() string {
	switch {
	case p.Name != "" || p.Party == nil:
		return p.Long()
	case p.Role == "":
		return p.Party.Name
	}
	return p.bracketed(p.Party.Name, p.Role)
}

// Key sorts a person in an index.
func (p Person) Key() string {
	switch {
	case p.Sort != "":
		return p.Sort
	case p.Name == "" && p.Party != nil && p.Party.Sort != "":
		return p.Party.Sort
	}
	return p.Entry()
}
