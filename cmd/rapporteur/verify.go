package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"rapporteur/report"
)

func (a *app) verifyCommand() *cobra.Command {
	var against string
	cmd := &cobra.Command{
		Use:  "verify [PDF]",
		Args: a.arguments(0, 1),
		RunE: a.run(func(ctx context.Context, args []string) int {
			pdf := filepath.Join("dist", report.MainPDF())
			if len(args) > 0 {
				pdf = args[0]
			}
			return a.verify(ctx, pdf, against)
		}),
	}
	cmd.Flags().BoolVar(&a.strict, "strict", false, "")
	cmd.Flags().StringVar(&against, "against", "", "")
	return cmd
}

// verify compares a report with the ledger beside it. Whatever it finds is an error in that file, and is reported like
// an error in any other file. against, where it is not "", is the folder of the manifest that the report should have
// been made from.
func (a *app) verify(ctx context.Context, pdf, against string) int {
	result, err := report.Verify(ctx, pdf)
	if errors.Is(err, fs.ErrNotExist) {
		missing := "no-ledger"
		if _, err := os.Stat(pdf); err != nil {
			missing = "no-pdf"
		}
		a.say(missing, words{"file": near(pdf), "ledger": near(report.LedgerBeside(pdf))})
		return broken
	}
	if err != nil {
		return a.fail(err)
	}
	a.tellAll(result, "", filepath.Dir(pdf))
	others, err := a.against(pdf, against)
	if err != nil {
		return a.fail(err)
	}
	if faulty(result.Findings) {
		a.say("not-as-ledger", words{"file": near(pdf)})
		return mend
	}
	if others {
		return mend
	}
	fmt.Fprintln(a.out, a.text("as-ledger", words{"file": near(pdf), "pages": a.pages(result.Pages)}))
	if against != "" {
		fmt.Fprintln(a.out, a.text("as-sources", words{"folder": near(against)}))
	}
	return a.strictly(result)
}

// against tells in what the files of a folder are others than those that a report was made from, and whether any are;
// "" is no folder.
func (a *app) against(pdf, folder string) (bool, error) {
	if folder == "" {
		return false, nil
	}
	found, err := report.Against(pdf, folder)
	if err != nil || len(found) == 0 {
		return false, err
	}
	a.tellAll(&report.Result{Findings: found}, "", folder)
	a.say("not-from", words{"file": near(pdf), "folder": near(folder)})
	return true, nil
}
