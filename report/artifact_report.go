package report

import (
	"context"
	"fmt"

	"rapporteur/report/assembly"
	"rapporteur/report/ledger"
	"rapporteur/report/publish"
	"rapporteur/report/shown"
)

// makeReport writes the PDF of an edition, or of an extract, and keeps the account of it.
func (e *edition) makeReport(ctx context.Context, to *publish.Folder, name string) error {
	file, err := to.Create(name)
	if err != nil {
		return err
	}
	if e.hashed == nil {
		if e.hashed, err = e.hashes(); err != nil {
			return err
		}
	}
	e.stamps = make([][]ledger.Stamp, len(e.plan.Runs))
	units := e.supply(ctx)
	defer units.stop()
	planned := e.ledger(name, "")
	e.note(planned)
	if e.plan.Ledger, err = planned.Sum(); err != nil {
		return err
	}
	made, err := assembly.Write(ctx, file, e.plan, units.next)
	if err != nil {
		return fmt.Errorf("assembling: %w", err)
	}
	if err := file.Finish(made.SHA256); err != nil {
		return err
	}
	e.stamps = made.Stamps
	e.written, e.account = file.Path(), e.ledger(name, made.SHA256)
	e.account.Shown = e.shown(made.Shown)
	e.note(e.account)
	e.linked = append(e.linked, e)
	return e.publishes(name)
}

// shown is what the ledger says of all that the report shows.
func (e *edition) shown(s *shown.Sums) *ledger.Shown {
	out := &ledger.Shown{Texts: e.texts, Items: e.said, Pages: make([]string, len(s.Pages)), Structure: s.Structure,
		Whole: s.Whole}
	for i := range s.Pages {
		out.Pages[i] = s.Pages[i].Line()
	}
	return out
}
