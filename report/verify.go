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
	beside := LedgerBeside(pdf)
	account, err := readLedger(beside)
	if errors.Is(err, ledger.ErrInvalid) {
		var bag diag.Bag
		bag.Add("verify-ledger", diag.Pos{File: filepath.Base(beside)}, diag.Args{"cause": err.Error()})
		return &Result{Findings: bag.All()}, nil
	}
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(pdf); err != nil {
		return nil, fmt.Errorf("opening the report: %w", err)
	}
	found, err := verify.Check(ctx, pdf, account)
	if err != nil {
		return nil, fmt.Errorf("verifying: %w", err)
	}
	return &Result{Findings: diagnostics(filepath.Base(pdf), found), Pages: account.Pages}, nil
}

// LedgerBeside is the path of the ledger that belongs to a PDF: the one of its name, or that of the only edition
// where someone gave the PDF a name of his own.
func LedgerBeside(pdf string) string {
	beside := ledgerOf(pdf)
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
