package report

import (
	"context"
	"fmt"
	"io"

	"rapporteur/report/assembly"
)

// speech writes what is heard of a run, or of all: of typeset ones all, of originals what the report says of their
// pages.
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
		for _, said := range assembly.Said(e.plan, i, u) {
			if _, err := fmt.Fprintf(w, "  %s\n", said); err != nil {
				return err
			}
		}
	}
	if !known {
		return ErrUnknownRun
	}
	return nil
}
