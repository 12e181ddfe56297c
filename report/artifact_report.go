package report

import (
	"context"
	"fmt"

	"rapporteur/report/assembly"
	"rapporteur/report/publish"
)

// makeReport writes the consolidated PDF, and keeps the account of it.
func (e *edition) makeReport(ctx context.Context, to *publish.Folder, name string) error {
	file, err := to.Create(name)
	if err != nil {
		return err
	}
	e.links = make([][]string, len(e.plan.Pages))
	units := e.supply(ctx)
	defer units.stop()
	made, err := assembly.Write(ctx, file, e.plan, units.next)
	if err != nil {
		return fmt.Errorf("assembling: %w", err)
	}
	if err := file.Finish(made.SHA256); err != nil {
		return err
	}
	e.stamps = made.Stamps
	e.written, e.account = file.Path(), e.ledger(name, made.SHA256)
	return nil
}
