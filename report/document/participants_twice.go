package document

import (
	"strings"

	"rapporteur/sources"
	"rapporteur/sources/diag"
)

// personKey is by what two rows of the participants' table are the same person: delegation and name, as people write
// them in capitals or not.
type personKey struct{ delegation, name string }

// twiceListed tells of a person who stands in the table twice. Two offices make two entries, which may be meant.
func (r *resolver) twiceListed(delegation string, row sources.Participant, seen map[personKey][]sources.Participant) {
	name := strings.Join(strings.Fields(strings.ToLower(row.Name.Value)), " ")
	if name == "" {
		return
	}
	key := personKey{delegation, name}
	for _, other := range seen[key] {
		a, b := other.Role.Value, row.Role.Value
		if a == "" || b == "" || strings.EqualFold(a, b) {
			r.bag.Add("participant-twice", row.Name.Pos,
				diag.Args{"name": row.Name.Value, "first": place(other.Name.Pos)})
			return
		}
	}
	if len(seen[key]) < maxOffices {
		seen[key] = append(seen[key], row)
	}
}

// maxOffices is how many offices of one person are compared.
const maxOffices = 8
