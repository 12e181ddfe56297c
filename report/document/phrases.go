package document

import (
	"strings"

	"rapporteur/sources"
)

// This file makes the phrases in which people and delegations stand within a sentence. The language knows articles, and
// often gender; where it does not, what it says needs neither, or the manifest has the phrase.

// behalf says for whom a statement was made.
func (r *resolver) behalf(b *sources.Behalf, out *Statement) {
	if b == nil {
		return
	}
	name, known := r.any(b.Name), true
	if p := r.known(name); p != nil {
		out.OnBehalfOf = p.Name
		name, known = r.d.Words.Within(p.Name)
	} else {
		out.OnBehalfOf = r.printed(name)
		name = out.OnBehalfOf
		if a := r.d.Words.Articles; len(a.Names) > 0 || a.Unlisted == "label" { // what is declined stands after a colon
			name, known = r.d.Words.Within(name)
		}
	}
	out.ForWhom = r.phrase("on-behalf", name, known, b.Phrase)
	if name == "" {
		out.OnBehalfOf = out.ForWhom
	}
}

// deliverer says who read a statement out.
func (r *resolver) deliverer(p *sources.Person, out *Statement) {
	if p == nil {
		return
	}
	person := r.person(*p)
	who, known := person.Within()
	if !known {
		who = person.Long()
	}
	out.ReadBy = r.phrase("delivered-by", who, known, p.Phrase)
}

// phrase gives the words of the manifest, or else those of the language around who; if these are not known to be right
// in a sentence, as a label.
func (r *resolver) phrase(key, who string, known bool, own sources.Words) string {
	if given := r.given(own); given != "" || who == "" {
		return given
	}
	if !known {
		key += "-label"
	}
	return r.d.Words.Each(key, who)
}

// Called is the title of a statement that has none of its own: "Statement by the Minister of Kenya".
func (s *Statement) Called() string {
	if len(s.Speakers) == 0 {
		return s.Title
	}
	words := s.Speakers[0].words
	var names []string
	for _, p := range s.Speakers {
		name, known := p.Within()
		if !known {
			return words.Say("statement-of-label", "who", s.By())
		}
		names = append(names, name)
	}
	return words.Each("statement-of", names...)
}

// Within names a person within a sentence, and says whether it is known to be right there: by name, or by what the
// person is, with the delegation.
func (p Person) Within() (string, bool) {
	switch {
	case p.Name != "" && p.Role != "" && p.words.Articles.Titled != "":
		return p.words.Titled(p.Name, p.Role), true
	case p.Name != "" && p.Role != "":
		return p.Long(), true
	case p.Name != "":
		return p.Short(), true
	case p.Role == "" && p.Party != nil:
		return p.words.Within(p.Party.Name)
	}
	role, known := p.words.Held(p.Role)
	if p.Party == nil || strings.Contains(p.Role, p.Party.Name) || !known {
		return role, known
	}
	if party, known := p.words.Within(p.Party.Name); known {
		if whole, ok := p.words.Belongs(role, party); ok {
			return whole, true
		}
	}
	return p.bracketed(role, p.Party.Name), true
}
