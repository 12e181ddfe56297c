package report

import (
	"context"
	"fmt"
	"io"

	"rapporteur/report/assembly"
)

// speech writes what is heard of a run, or of all: of typeset ones all, of originals what the report says of their
// pages, and whether tags of their own say more.
func (e *edition) speech(ctx context.Context, id string, w io.Writer) error {
	known := id == ""
	for i, r := range e.plan.Runs {
		if id != "" && r.ID != id {
			continue
		}
		known = true
		if r.Original == nil {
			if err := e.pages.Runs[i].Speak(w); err != nil {
				return err
			}
			continue
		}
		u, err := e.unitOf(ctx, i)
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintf(w, "run %s, pages as received\n", r.ID); err != nil {
			return err
		}
		if u.Facts.Tagged {
			if _, err := fmt.Fprintln(w, "  the original's own tags"); err != nil {
				return err
			}
		}
		for k, said := range assembly.Said(e.plan, i, u) {
			s := &u.Sayings[k]
			if _, err := fmt.Fprintf(w, "  page %d, %s: %s\n", s.Page+1, s.What, said); err != nil {
				return err
			}
		}
	}
	if !known {
		return ErrUnknownRun
	}
	return nil
}
