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
		Use:  "verify [PDF | DIR]",
		Args: a.arguments(0, 1),
		RunE: a.run(func(ctx context.Context, args []string) int {
			if info, err := os.Stat(against); against != "" && (err != nil || !info.IsDir()) {
				a.say("no-against", words{"folder": near(against)})
				return misused
			}
			return a.verifyAll(ctx, append(args, "dist")[0], against)
		}),
	}
	cmd.Flags().BoolVar(&a.strict, "strict", false, "")
	cmd.Flags().StringVar(&against, "against", "", "")
	return cmd
}

// verifyAll verifies a PDF, or all that a build put into a folder.
func (a *app) verifyAll(ctx context.Context, path, against string) (code int) {
	pdfs, check := []string{path}, report.Verify
	if info, err := os.Stat(path); err == nil && info.IsDir() || path == "dist" {
		pdfs, check = report.PDFs(path), report.VerifyAmong
	}
	for i, pdf := range pdfs {
		said := "as-ledger"
		if i < len(pdfs)-1 {
			said = "as-ledger-one"
		}
		code = max(code, a.verify(ctx, check, pdf, against, said))
	}
	return code
}

// verify compares a report with the ledger beside it. Whatever it finds is an error in that file, and is reported like
// an error in any other file. against, where it is not "", is the folder of the manifest that the report should have
// been made from. check verifies; said is what is said of one that agrees.
func (a *app) verify(ctx context.Context, check func(context.Context, string) (*report.Result, error),
	pdf, against, said string) int {
	result, err := check(ctx, pdf)
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
	fmt.Fprintln(a.out, a.text(said, words{"file": near(pdf), "pages": a.pages(result.Pages)}))
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
