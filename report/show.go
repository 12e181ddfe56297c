package report

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"

	"rapporteur/layout"
	"rapporteur/report/unit"
)

// ErrUnknownPass is a pass that cannot be shown.
var ErrUnknownPass = errors.New("no such pass; there are: manifest document blocks pages speech unit plan")

// ErrUnknownRun is a run that the report does not have.
var ErrUnknownRun = errors.New("the report has no such run")

// ErrUnknownEdition is a language that the report has no edition in.
var ErrUnknownEdition = errors.New("the report has no such edition")

// edition gives the edition in a language; "" is the first.
func (b *build) edition(lang string) *edition {
	for _, e := range b.editions {
		if lang == "" || e.document.Lang == lang {
			return e
		}
	}
	return nil
}

// Show prints what a pass made, as text. id narrows blocks, pages and speech to one run, and names the run of unit.
func Show(ctx context.Context, in Input, pass, id string, w io.Writer) (*Result, error) {
	b := &build{in: in}
	defer b.close()
	switch pass {
	case "manifest":
		if err := b.read(ctx); err != nil || b.manifest == nil {
			return b.result(true), err
		}
		b.manifest.Dump(w)
		return b.result(b.failed()), nil
	case "document", "blocks", "pages", "speech", "unit", "plan":
	default:
		return nil, ErrUnknownPass
	}
	if planned, err := b.prepare(ctx); err != nil || !planned {
		return b.result(true), err
	}
	e := b.edition(in.Edition)
	if e == nil {
		return nil, ErrUnknownEdition
	}
	return b.result(false), e.show(ctx, pass, id, w)
}

// runNamed gives the id of the run that a user means: that of an item, or, where none has it, the name of a part of
// ours.
func (e *edition) runNamed(id string) string {
	for _, parts := range e.composed.Parts {
		for _, p := range parts {
			if p.ID == id {
				return parts[0].ID
			}
		}
	}
	for _, parts := range e.composed.Parts {
		for _, p := range parts {
			if p.Item == "" && p.Account() == id {
				return parts[0].ID
			}
		}
	}
	return id
}

func (e *edition) show(ctx context.Context, pass, id string, w io.Writer) error {
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
	case "speech":
		return e.speech(ctx, id, w)
	case "unit":
		for i, r := range e.plan.Runs {
			if r.ID != id {
				continue
			}
			u, err := e.unitOf(ctx, i)
			if err != nil {
				return err
			}
			if _, err := fmt.Fprintf(w, "key %s\n", e.key(i, e.sheet.Digest())); err != nil {
				return err
			}
			return u.Dump(w)
		}
		return ErrUnknownRun
	}
	return nil
}

// unitOf gives the unit of a run.
func (e *edition) unitOf(ctx context.Context, run int) (*unit.Unit, error) {
	if r := e.taken(run); r != nil {
		data, err := e.originals.bytes(r.file)
		if err != nil {
			return nil, err
		}
		return e.originals.unit(ctx, r, data)
	}
	return e.unit(ctx, run)
}

// key gives the key of a run's unit; style is the digest of the house style.
func (e *edition) key(run int, style [sha256.Size]byte) unit.Key {
	program := e.in.Program + " " + buildID()
	if r := e.taken(run); r != nil {
		return unit.KeyOfOriginal(program, r.file.sha256, r.file.passwords, r.options)
	}
	return unit.KeyOfTypeset(program, style, e.pages.Runs[run].Canonical(nil))
}
