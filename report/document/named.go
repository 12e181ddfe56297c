package document

import (
	"slices"
	"strings"

	"rapporteur/report/states"
)

// named finds delegations by what they are called. The zero named has none.
type named struct {
	by map[string]*Party          // by key and names in small letters, the first that came
	of map[*states.Party][]*Party // those that have a name of a State
}

func (n *named) add(p *Party) {
	if n.by == nil {
		n.by, n.of = map[string]*Party{}, map[*states.Party][]*Party{}
	}
	for _, name := range append([]string{p.Key}, p.Names...) {
		if small := strings.ToLower(name); small != "" && n.by[small] == nil {
			n.by[small] = p
		}
	}
	for _, name := range p.Names {
		if state := states.Formal(name); state != nil && !slices.Contains(n.of[state], p) {
			n.of[state] = append(n.of[state], p)
		}
	}
}

// called gives the delegation of a key or a name, whatever their capitals; nil where none has it.
func (n *named) called(name string) *Party { return n.by[strings.ToLower(name)] }

// ofState gives the delegation of the State that a name is of, in another language or a longer form ("Noruega",
// "Kingdom of Norway"); nil where none is, or more than one.
func (n *named) ofState(name string) *Party {
	if len(n.of) == 0 {
		return nil
	}
	if state := states.Formal(name); state != nil && len(n.of[state]) == 1 {
		return n.of[state][0]
	}
	return nil
}
