package assembly

import (
	"strconv"

	"rapporteur/report/unit"
	"rapporteur/sources/pdf/syntax"
)

// forms gathers the fields of all originals into the one form of the report (ISO 32000-1, 12.7.2): each original's
// below a node of its own, and the resources that they name in one dictionary, where a name stands for one thing.
type forms struct {
	roots      []byte
	toSign     bool
	categories []string // of resources, as they were met
	entries    map[string][]byte
	known      map[resource]string // names in the report
	taken      map[[2]string]bool  // category and name
	counts     map[[2]string]int   // how many things have had a name, by the name as it came
}

// resource is a resource of an original's form: two with the same sum are the same.
type resource struct{ category, name, sum string }

// resources gives the resources of the unit's form their names in the report: another where an earlier unit gave the
// name to something else. It remembers which of them are still to be written.
func (b *binding) resources() {
	list := b.u.Form.Resources
	if len(list) == 0 {
		return
	}
	f := &b.l.forms
	if f.known == nil {
		f.known, f.taken, f.counts = map[resource]string{}, map[[2]string]bool{}, map[[2]string]int{}
		f.entries = map[string][]byte{}
	}
	b.named = make([]string, len(list))
	for i := range list {
		r := &list[i]
		key := resource{r.Category, r.Name, r.Sum}
		name, ok := f.known[key]
		if !ok || r.Sum == "" {
			name = f.free(r)
			f.known[key] = name
			b.new = append(b.new, i)
		}
		b.named[i] = name
	}
}

// free is a name that no other resource of the category has.
func (f *forms) free(r *unit.Resource) string {
	came := [2]string{r.Category, r.Name}
	for {
		f.counts[came]++
		name := r.Name
		if n := f.counts[came]; n > 1 {
			name += "." + strconv.Itoa(n)
		}
		at := [2]string{r.Category, name}
		if !f.taken[at] {
			f.taken[at] = true
			return name
		}
	}
}

// form takes the unit's fields and those of its resources that are new.
func (b *binding) form() {
	f := &b.l.forms
	if b.u.Form.Root == 0 {
		return
	}
	f.roots = syntax.AppendRef(append(f.roots, ' '), b.number[b.u.Form.Root])
	f.toSign = f.toSign || b.u.Form.ToSign
	for _, i := range b.new {
		r := &b.u.Form.Resources[i]
		value := r.Value.Append(nil, b.fill)
		if string(value) == "null" { // an entry that is null is no entry (ISO 32000-1, 7.3.7)
			continue
		}
		entry, had := f.entries[r.Category]
		if !had {
			f.categories = append(f.categories, r.Category)
		}
		entry = append(syntax.AppendName(entry, b.named[i]), ' ')
		f.entries[r.Category] = append(entry, value...)
	}
}

// append writes the catalog's AcroForm: without NeedAppearances, for every widget has its look (ISO 19005-3, 6.4.1).
func (f *forms) append(b []byte) []byte {
	if len(f.roots) == 0 {
		return b
	}
	b = append(append(append(b, "/AcroForm<</Fields["...), f.roots...), ']')
	if f.toSign {
		b = append(b, "/SigFlags 1"...) // there are fields for signatures
	}
	b = append(b, "/DR<<"...)
	for _, category := range f.categories {
		b = append(syntax.AppendName(b, category), "<<"...)
		b = append(append(b, f.entries[category]...), ">>"...)
	}
	return append(b, ">>>>"...)
}
