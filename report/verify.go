package report

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"rapporteur/report/ledger"
	"rapporteur/report/verify"
	"rapporteur/sources/diag"
)

// Verify checks a report against the ledger beside it. What is wrong with either is a finding; that one of them is
// not there is an error (os.ErrNotExist).
func Verify(ctx context.Context, pdf string) (*Result, error) {
	return verified(ctx, pdf, verify.Check, false)
}

// VerifyAmong is Verify of one of the reports of a folder that are all verified: what lies beside them is told once.
func VerifyAmong(ctx context.Context, pdf string) (*Result, error) {
	return verified(ctx, pdf, verify.CheckAmong, true)
}

func verified(ctx context.Context, pdf string,
	check func(context.Context, string, *ledger.Ledger) ([]verify.Finding, error), among bool) (*Result, error) {
	beside := LedgerBeside(pdf)
	account, err := readLedger(beside)
	if errors.Is(err, ledger.ErrInvalid) {
		var bag diag.Bag
		bag.Add("verify-ledger", diag.Pos{File: filepath.Base(beside)}, diag.Args{"cause": err.Error()})
		found, err := verify.Beside(ctx, pdf, among)
		if err != nil {
			return nil, fmt.Errorf("verifying: %w", err)
		}
		return &Result{Findings: append(bag.All(), changedSince(diagnostics(filepath.Base(pdf), found))...)}, nil
	}
	if err != nil {
		return nil, err
	}
	if err := regular(pdf); err != nil {
		return nil, fmt.Errorf("opening the report: %w", err)
	}
	found, err := check(ctx, pdf, account)
	if err != nil {
		return nil, fmt.Errorf("verifying: %w", err)
	}
	return &Result{Findings: changedSince(diagnostics(filepath.Base(pdf), found)), Pages: account.Pages}, nil
}

// changedSince gives what is found wrong with a report that was made before another hint than a build does: a build
// publishes no report with an error, so that it was changed since.
func changedSince(found []diag.Diagnostic) []diag.Diagnostic {
	ofBuild := diag.Diagnostic{Code: verify.PageCount}.Hint(diag.English)
	for i := range found {
		if found[i].Severity == diag.Error && found[i].Hint(diag.English) == ofBuild {
			found[i].Advice = verify.Updated
		}
	}
	return found
}

// errNotRegular is a folder, a pipe or a device in the place of a file: opening a pipe would wait for ever.
var errNotRegular = errors.New("it is not a regular file")

// regular is an error where there is no file, or something that only looks like one.
func regular(path string) error {
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() {
		err = fmt.Errorf("%s: %w", path, errNotRegular)
	}
	return err
}

// LedgerBeside is the path of the ledger that belongs to a PDF: the one of its name, or that of the only edition
// where someone gave the PDF a name of his own.
func LedgerBeside(pdf string) string {
	beside := ledger.Beside(pdf)
	if _, err := os.Stat(beside); errors.Is(err, os.ErrNotExist) {
		return filepath.Join(filepath.Dir(pdf), editionNames("").ledger)
	}
	return beside
}

// diagnostics gives verify's findings of a file the form of all others.
func diagnostics(file string, found []verify.Finding) []diag.Diagnostic {
	var bag diag.Bag
	for _, f := range found {
		severity := diag.Error
		if f.Warning {
			severity = diag.Warning
		}
		bag.AddAs(severity, f.Code, diag.Pos{File: file, Line: f.Page}, f.Item, f.Args)
	}
	return bag.All()
}
