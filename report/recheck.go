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

// Verify checks a report against the ledger beside it. What is wrong with either is a finding; that one of them is not there is an error (os.ErrNotExist).
func Verify(ctx context.Context, pdf string) (*Result, error) {
	account, err := readLedger(filepath.Join(filepath.Dir(pdf), ledgerFile))
	if errors.Is(err, ledger.ErrInvalid) {
		var bag diag.Bag
		bag.Add("verify-ledger", diag.Pos{File: ledgerFile}, diag.Args{"cause": err.Error()})
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

// diagnostics gives verify's findings of a file the form of all others.
func diagnostics(file string, found []verify.Finding) []diag.Diagnostic {
	var bag diag.Bag
	for _, f := range found {
		bag.AddItem(f.Code, diag.Pos{File: file, Line: f.Page}, f.Item, f.Args)
	}
	all := bag.All()
	for i := range all {
		all[i].Severity = diag.Error
	}
	warnings := map[string]bool{}
	for _, f := range found {
		if f.Warning {
			warnings[f.Code+"\x00"+decimal(f.Page)+"\x00"+f.Item] = true
		}
	}
	for i, d := range all {
		if warnings[d.Code+"\x00"+decimal(d.Pos.Line)+"\x00"+d.Item] {
			all[i].Severity = diag.Warning
		}
	}
	return all
}
