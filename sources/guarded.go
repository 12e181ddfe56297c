package sources

import (
	"fmt"

	"rapporteur/sources/diag"
)

// guarded does what reads a text or a table. A panic over bytes that nobody foresaw is a finding at the place that is
// given, not the end of the program.
func guarded(bag *diag.Bag, at diag.Pos, item string, do func()) {
	defer func() {
		if p := recover(); p != nil {
			bag.AddItem("text-unreadable", at, item, diag.Args{"cause": fmt.Sprint(p)})
		}
	}()
	do()
}
