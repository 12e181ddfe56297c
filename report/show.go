package report

import (
	"context"
	"errors"
	"fmt"
	"io"

	"rapporteur/layout"
	"rapporteur/layout/paint"
	"rapporteur/sources"
)

// ErrUnknownPass is a pass that cannot be shown.
var ErrUnknownPass = errors.New("no such pass; there are: manifest document blocks pages unit plan")

// ErrUnknownRun is a run that the report does not have.
var ErrUnknownRun = errors.New("the report has no such run")

// Show prints what a pass made, as text. id narrows blocks and pages to one run, and names the run of unit.
func Show(ctx context.Context, in Input, pass, id string, w io.Writer) (*Result, error) {
	e := &edition{in: in}
	defer e.close()
	switch pass {
	case "manifest":
		if e.manifest = sources.Read(ctx, in.Manifest, &e.bag); e.manifest == nil {
			return e.result(true), ctx.Err()
		}
		e.manifest.Dump(w)
		return e.result(e.bag.Failed()), nil
	case "document", "blocks", "pages", "unit", "plan":
	default:
		return nil, ErrUnknownPass
	}
	if err := e.prepare(ctx); err != nil || e.plan == nil {
		return e.result(true), err
	}
	return e.result(false), e.show(pass, id, w)
}

// runNamed gives the id of the run that a user means: that of an item, or, where none has it, the name of a part of
// ours.
func (e *edition) runNamed(id string) string {
	for _, p := range e.composed.Parts {
		if p.ID == id {
			return id
		}
	}
	for _, p := range e.composed.Parts {
		if p.Item == "" && p.Account() == id {
			return p.ID
		}
	}
	return id
}

func (e *edition) show(pass, id string, w io.Writer) error {
	id = e.runNamed(id)
	switch pass {
	case "document":
		return e.document.Dump(w)
	case "plan":
		e.plan.Dump(w)
	case "pages":
		e.pages.Dump(w, id)
	case "blocks":
		runs := e.composed.Runs
		if id != "" {
			runs = nil
			for _, r := range e.composed.Runs {
				if r.ID == id {
					runs = append(runs, r)
				}
			}
		}
		if len(runs) == 0 {
			return ErrUnknownRun
		}
		layout.DumpBlocks(w, runs)
	case "unit":
		for _, r := range e.plan.Runs {
			if r.ID == id && r.Settled != nil {
				painted, err := paint.Run(r.Settled, e.sheet)
				if err != nil {
					return fmt.Errorf("painting %s: %w", id, err)
				}
				painted.Dump(w)
				return nil
			}
		}
		return ErrUnknownRun
	}
	return nil
}
