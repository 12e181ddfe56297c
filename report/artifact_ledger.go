package report

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"slices"

	"rapporteur/report/ledger"
	"rapporteur/report/publish"
	"rapporteur/report/unit"
	"rapporteur/report/verify"
	"rapporteur/sources"
)

// makeLedger verifies the PDF against the account of it, and writes the account with what was found. It is the last to
// need anything of the edition: verifying knows only the file and the account, so what the report was made from is
// forgotten first, and its memory is free.
func (e *edition) makeLedger(ctx context.Context, to *publish.Folder, name string) error {
	e.forget()
	e.step("verify", 0, 1)
	found, err := verify.CheckDraft(ctx, e.in.Disk, e.written, e.account)
	if err != nil {
		return fmt.Errorf("verifying: %w", err)
	}
	e.faults = diagnostics(e.account.File, e.untold(found))
	e.note(e.account)
	if e.whole == nil {
		e.account.Documents = e.besides()
	}
	var text bytes.Buffer
	if err := e.account.Write(&text); err != nil {
		return err
	}
	return to.Put(name, text.Bytes())
}

// besides are the documents that are published beside the edition: those of it, and originals. Where the user named
// what is made, those that an earlier build made stay.
func (e *edition) besides() []ledger.Document {
	return slices.DeleteFunc(e.published(), func(d ledger.Document) bool { return d.Kind == reportKind })
}

// published are the documents of the edition that were made so far, itself too, with what was received and what stays,
// in the order in which they are made where all are.
func (e *edition) published() []ledger.Document {
	list := slices.Clone(e.earlier)
	for _, d := range e.documents {
		if d.Kind != sources.OutputOriginals && d.Edition != e.name {
			continue
		}
		at := slices.IndexFunc(list, func(earlier ledger.Document) bool { return earlier.File == d.File })
		if at < 0 {
			list = append(list, d)
			continue
		}
		list[at] = d
	}
	turn := map[string]int{sources.OutputOriginals: -2, reportKind: -1}
	slices.SortStableFunc(list, func(a, b ledger.Document) int { return turn[a.Kind] - turn[b.Kind] })
	return list
}

// standing are the documents that an earlier build published beside the edition, and that stay.
func (e *edition) standing() []ledger.Document {
	if len(e.in.Only) == 0 {
		return nil
	}
	before, err := readLedger(filepath.Join(e.in.Out, e.names().ledger))
	if err != nil {
		return nil // there is none, or what stands there is not ours
	}
	return before.Documents
}

// forget drops all that the report was made from, but for what was found and the names of files.
func (e *edition) forget() {
	e.document, e.composed, e.sheet, e.pages, e.plan = nil, nil, nil, nil, nil
	e.made, e.links, e.texts, e.said, e.stamps = nil, nil, nil, nil, nil
	if e == e.editions[len(e.editions)-1] { // the others were linked before
		e.originals, e.pictures = nil, nil
	}
	e.conformity = conformity{}
}

// untold is what verifying found, without the faults in the tags of originals that were reported when their units were
// made: nothing is reported twice. Someone who verifies the report later has only the file, and hears of them all.
func (e *edition) untold(found []verify.Finding) []verify.Finding {
	told := map[string]bool{}
	for _, d := range e.bag.All() {
		if d.Code == unit.TagsFaulty {
			told[d.Item] = true
		}
	}
	return slices.DeleteFunc(found,
		func(f verify.Finding) bool { return f.Code == verify.ReceivedTags && told[f.Item] })
}
