package document

import (
	"rapporteur/sources"
	"rapporteur/sources/diag"
)

func (r *resolver) delegations() {
	for _, e := range r.m.Delegations {
		p := &Party{Key: e.Key, Name: r.words(e.Name), Group: r.words(e.Group), Sort: r.any(e.Sort)}
		p.Names = []string{p.Name}
		for _, t := range e.Name.By {
			p.Names = append(p.Names, t.Value)
		}
		r.parties[e.Key] = p
		r.d.Parties = append(r.d.Parties, p)
	}
}

// party finds a delegation by its key. Without a list of delegations a name stands for itself.
func (r *resolver) party(w sources.Words) *Party {
	if w.IsZero() {
		return nil
	}
	name := r.any(w)
	if p := r.parties[name]; p != nil {
		return p
	}
	if len(r.m.Delegations) > 0 && name != sources.ToDo {
		if near := diag.Nearest(name, r.keys(), alike(name)); near != "" {
			r.bag.Add("misspelt-delegation", w.PosIn(r.d.Lang), diag.Args{"name": name, "nearest": near})
		} else {
			r.bag.Add("unknown-delegation", w.PosIn(r.d.Lang), diag.Args{"name": name})
		}
	}
	p := &Party{Name: r.printed(name)}
	r.parties[name] = p
	return p
}

func (r *resolver) keys() []string {
	var keys []string
	for _, e := range r.m.Delegations {
		keys = append(keys, e.Key)
	}
	return keys
}

// person finds what a person is. A name alone may be that of a delegation.
func (r *resolver) person(p sources.Person) Person {
	if party := r.parties[r.any(p.Name)]; party != nil && p.Role.IsZero() && p.Delegation.IsZero() {
		p.Name, p.Delegation = sources.Words{}, p.Name
	}
	return Person{Name: r.said(p.Name), Role: r.given(p.Role), As: r.words(p.As), Sort: r.any(p.Sort),
		Party: r.party(p.Delegation), words: r.d.Words}
}
