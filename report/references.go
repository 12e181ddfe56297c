package report

import (
	"os"
	"strings"

	"rapporteur/sources"
	"rapporteur/sources/diag"
)

// references checks that every [@id] of every text that is set names something.
func (r *resolver) references() {
	r.d.texts(func(t *Text, item string) {
		walkInlines(t.Version, func(in *sources.Inline) {
			if in.Kind == sources.Reference && r.d.items[fold(in.Target)] == nil {
				r.unknown(in.Target, in.Pos, item)
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

// walkInlines visits every inline of a text, its notes included.
func walkInlines(v *sources.Version, visit func(*sources.Inline)) {
	var inlines func([]sources.Inline)
	inlines = func(list []sources.Inline) {
		for i := range list {
			visit(&list[i])
			inlines(list[i].Inlines)
		}
	}
	var blocks func([]sources.Block)
	blocks = func(list []sources.Block) {
		for i := range list {
			inlines(list[i].Inlines)
			blocks(list[i].Blocks)
			if t := list[i].Table; t != nil {
				for j := range t.Head {
					inlines(t.Head[j].Inlines)
				}
				for _, row := range t.Rows {
					for j := range row {
						inlines(row[j].Inlines)
					}
				}
			}
		}
	}
	blocks(v.Blocks)
	for i := range v.Notes {
		blocks(v.Notes[i].Blocks)
	}
}

// passwords gives the passwords to try on an original. One that is to come from the environment and is not there is an error.
func passwords(o sources.Original, bag *diag.Bag) []string {
	var list []string
	if !o.Password.IsZero() {
		list = append(list, o.Password.Value)
	}
	if !o.PasswordEnv.IsZero() {
		value, ok := os.LookupEnv(o.PasswordEnv.Value)
		if !ok {
			bag.Add("password-env-unset", o.PasswordEnv.Pos, diag.Args{"name": o.PasswordEnv.Value})
		} else {
			list = append(list, value)
		}
	}
	return list
}

// plain gives the words of inlines without their dress.
func plain(list []sources.Inline) string {
	var b strings.Builder
	var walk func([]sources.Inline)
	walk = func(list []sources.Inline) {
		for _, in := range list {
			switch in.Kind {
			case sources.Run, sources.CodeSpan:
				b.WriteString(in.Text)
			case sources.LineBreak:
				b.WriteByte(' ')
			default:
				walk(in.Inlines)
			}
		}
	}
	walk(list)
	return strings.Join(strings.Fields(b.String()), " ")
}

// alike is how many letters may differ in what is taken for a slip.
func alike(word string) int { return len(word)/2 + 1 }
