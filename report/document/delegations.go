package document

import (
	"slices"
	"strings"
	"unicode/utf8"

	"rapporteur/report/states"
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
		r.listed.add(p)
	}
}

// known finds a delegation of the manifest's list by its key or its name, whatever their capitals; nil where none has
// it.
func (r *resolver) known(name string) *Party {
	if p := r.parties[name]; p != nil {
		return p
	}
	if p := r.listed.called(name); p != nil {
		return p
	}
	if p := r.listed.called(r.printed(name)); p != nil {
		return p
	}
	return r.listed.ofState(name)
}

// speaksFor reports whether words are what a person is, not a name: they end with a delegation, as "Minister of Kenya".
func (r *resolver) speaksFor(words string) bool {
	return slices.ContainsFunc(r.d.Parties, func(p *Party) bool {
		before, ends := strings.CutSuffix(words, " "+p.Name)
		return ends && !strings.Contains(before, ",")
	})
}

// near gives the key or name of a delegation of the manifest, or another name, that one is much like; "" where none is.
func (r *resolver) near(name string, others ...string) string {
	names := others
	for _, e := range r.m.Delegations {
		names = append(names, append([]string{e.Key}, r.parties[e.Key].Names...)...)
	}
	letters := utf8.RuneCountInString(name)
	if letters <= 4 || states.Formal(name) != nil { // of few letters one more or less makes another word
		return ""
	}
	return diag.Nearest(name, names, letters/6+1)
}

// stateNames are those of all States in the report's language.
func (r *resolver) stateNames() []string {
	var names []string
	for _, p := range states.All() {
		if p.State {
			names = append(names, p.Name(r.d.Lang))
		}
	}
	return names
}

// party finds a delegation by its key or name. Without a list of delegations a name stands for itself.
func (r *resolver) party(w sources.Words) *Party {
	if w.IsZero() {
		return nil
	}
	name := r.any(w)
	if p := r.known(name); p != nil {
		return p
	}
	if len(r.m.Delegations) > 0 && name != sources.ToDo {
		if near := diag.Nearest(name, r.keys(), alike(name)); near != "" {
			r.bag.Add("misspelt-delegation", w.PosIn(r.d.Lang), diag.Args{"name": name, "nearest": near})
		} else {
			r.bag.Add("unknown-delegation", w.PosIn(r.d.Lang), diag.Args{"name": name})
		}
	}
	if len(r.m.Delegations) == 0 {
		if near := r.near(name, r.stateNames()...); near != "" {
			r.bag.Add("delegation-like", w.PosIn(r.d.Lang), diag.Args{"name": name, "nearest": near})
		}
	}
	return r.meet(name)
}

// meet makes a delegation that the manifest does not list.
func (r *resolver) meet(name string) *Party {
	p := &Party{Name: r.printed(name), Names: []string{name}}
	r.met = append(r.met, p)
	r.unlisted.add(p)
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
	if name := r.any(p.Name); name != "" && p.Role.IsZero() && p.Delegation.IsZero() {
		if r.known(name) != nil {
			p.Name, p.Delegation = sources.Words{}, p.Name
		} else if r.speaksFor(name) {
			p.Name, p.Role = sources.Words{}, p.Name
		} else if near := r.near(name); near != "" {
			r.bag.Add("person-delegation", p.Name.PosIn(r.d.Lang), diag.Args{"name": name, "nearest": near})
		}
	}
	return Person{Name: r.said(p.Name), Role: r.given(p.Role), As: r.words(p.As), Sort: r.any(p.Sort),
		Party: r.party(p.Delegation), words: r.d.Words}
}
