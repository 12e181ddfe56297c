package document

import (
	"rapporteur/sources"
	"rapporteur/sources/diag"
)

// references finds what every [@id] of every text that is set names.
func (r *resolver) references() {
	r.d.eachText(func(t *Text) {
		r.slips(t)
		r.alts(t)
		r.foreignWords(t)
		t.walkInlines(func(in *Inline) {
			if in.Kind != sources.Reference {
				return
			}
			if in.To = r.d.Item(in.Target); in.To == nil {
				r.unknown(in.Target, in.Pos, t.Item)
			} else {
				r.citedWithdrawn(in.To, in.Pos, t.Item)
			}
		})
	})
}

// unknown tells of an id that nothing has; where one is near it, it is named.
func (r *resolver) unknown(id string, pos diag.Pos, item string) {
	if near := diag.Nearest(id, r.ids(), alike(id)); near != "" {
		r.bag.AddItem("misspelt-reference", pos, item, diag.Args{"id": id, "nearest": near})
		return
	}
	r.bag.AddItem("unknown-reference", pos, item, diag.Args{"id": id})
}

// alike is how many letters may differ in what is taken for a slip.
func alike(word string) int { return len(word)/2 + 1 }
