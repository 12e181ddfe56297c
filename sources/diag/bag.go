package diag

import (
	"cmp"
	"maps"
	"slices"
	"sync"
)

// Bag collects diagnostics; it may be filled from several goroutines at once. The zero Bag is empty and ready.
type Bag struct {
	mutex sync.Mutex
	all   []Diagnostic
}

// Add notes a finding; its severity is that of its code.
func (b *Bag) Add(code string, pos Pos, args Args) { b.AddItem(code, pos, "", args) }

// AddItem is Add for a finding that concerns the item with this id.
func (b *Bag) AddItem(code string, pos Pos, item string, args Args) {
	b.AddAs(severity(code), code, pos, item, args)
}

// AddAs is AddItem for a finding that is more or less severe than others of its code.
func (b *Bag) AddAs(severity Severity, code string, pos Pos, item string, args Args) {
	d := Diagnostic{Code: code, Severity: severity, Pos: pos, Item: item, Args: args}
	b.mutex.Lock()
	defer b.mutex.Unlock()
	b.all = append(b.all, d)
}

// Take notes all that was found in another bag.
func (b *Bag) Take(other *Bag) {
	all := other.All()
	b.mutex.Lock()
	defer b.mutex.Unlock()
	b.all = append(b.all, all...)
}

// All gives what was found, by file, line, column and code, each finding once: the order in which goroutines came
// leaves no trace.
func (b *Bag) All() []Diagnostic {
	b.mutex.Lock()
	all := slices.Clone(b.all)
	b.mutex.Unlock()
	slices.SortStableFunc(all, compare)
	return slices.CompactFunc(all, func(a, b Diagnostic) bool { return compare(a, b) == 0 })
}

// Failed reports whether any finding is an error.
func (b *Bag) Failed() bool { return b.Reaches(Error) }

// Reaches reports whether any finding is of this severity or a graver one.
func (b *Bag) Reaches(severity Severity) bool {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	return slices.ContainsFunc(b.all, func(d Diagnostic) bool { return d.Severity >= severity })
}

func compare(a, b Diagnostic) int {
	if order := cmp.Or(
		cmp.Compare(a.Pos.File, b.Pos.File),
		cmp.Compare(a.Pos.Line, b.Pos.Line),
		cmp.Compare(a.Pos.Column, b.Pos.Column),
		cmp.Compare(a.Code, b.Code),
		cmp.Compare(a.Item, b.Item),
	); order != 0 {
		return order // most are told apart by their places; what follows costs memory
	}
	return cmp.Or(compareArgs(a.Args, b.Args), cmp.Compare(b.Severity, a.Severity)) // the graver first
}

func compareArgs(a, b Args) int {
	if maps.Equal(a, b) {
		return 0
	}
	return slices.Compare(flat(a), flat(b))
}

func flat(a Args) []string {
	var list []string
	for _, key := range slices.Sorted(maps.Keys(a)) {
		list = append(list, key, a[key])
	}
	return list
}
