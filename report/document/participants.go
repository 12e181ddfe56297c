package document

import (
	"rapporteur/sources"
	"rapporteur/sources/diag"
)

// participants puts the table's rows in order: groups as they first come, delegations by the language's order of
// names, members by their sort key where they have one, else as listed. Delegations of the manifest without a member
// in the table stand there too.
func (r *resolver) participants() {
	type member struct {
		Participant
		key string
		at  int
	}
	type delegation struct {
		name, key string
		members   []member
	}
	type group struct {
		name    string
		parties []*delegation
		byName  map[string]*delegation
	}
	var groups []*group
	find := func(name string) *group {
		for _, g := range groups {
			if g.name == name {
				return g
			}
		}
		g := &group{name: name, byName: map[string]*delegation{}}
		groups = append(groups, g)
		return g
	}
	enter := func(groupName, name, key string) *delegation {
		g := find(groupName)
		d := g.byName[name]
		if d == nil {
			if key == "" {
				key = name
			}
			d = &delegation{name: name, key: key}
			g.byName[name] = d
			g.parties = append(g.parties, d)
		}
		return d
	}
	rows, speaking, seen := r.rows(), len(r.met), map[personKey][]sources.Participant{}
	for i, row := range rows {
		name, key, groupName := row.Delegation.Value, "", row.Group.Value
		if !row.Delegation.IsZero() {
			p := r.member(row.Delegation, speaking)
			name, key = p.Name, p.Sort
			if groupName == "" {
				groupName = p.Group
			}
		}
		r.twiceListed(name, row, seen)
		d := enter(groupName, name, key)
		d.members = append(d.members, member{Participant{r.printed(row.Honorific.Value), r.printed(row.Name.Value),
			r.printed(row.Role.Value),
			row.Institution.Value}, row.Sort.Value, i})
	}
	for _, e := range r.m.Delegations {
		p := r.parties[e.Key]
		enter(p.Group, p.Name, p.Sort)
	}
	for _, g := range groups {
		out := ParticipantGroup{Name: g.name}
		r.order.Sort(len(g.parties), func(i int) string { return g.parties[i].key }, func(order []int) {
			for _, i := range order {
				d := g.parties[i]
				party := ParticipantParty{Name: d.name}
				r.order.Sort(len(d.members), func(i int) string { return d.members[i].key }, func(order []int) {
					for _, i := range order {
						party.Members = append(party.Members, d.members[i].Participant)
					}
				})
				out.Parties = append(out.Parties, party)
			}
		})
		r.d.Members = append(r.d.Members, out)
	}
}

// member finds the delegation of a row by key or by name; a table may name bodies that the manifest does not list. One
// that is much like a speaker's or a State is told, but not one that is like another of the table: observers may be.
func (r *resolver) member(written sources.Text, speaking int) *Party {
	name := written.Value
	if p := r.known(name); p != nil {
		return p
	}
	if p := r.unlisted.ofState(name); p != nil {
		return p
	}
	others := r.stateNames()
	for _, p := range r.met[:speaking] {
		others = append(others, p.Names...)
	}
	if near := r.near(name, others...); near != "" {
		r.bag.Add("participant-delegation", written.Pos, diag.Args{"name": name, "nearest": near})
	}
	return r.meet(name)
}
