package report

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path"
	"strings"

	"rapporteur/report/document"
	"rapporteur/report/ledger"
	"rapporteur/sources/diag"
	"rapporteur/sources/libreoffice"
	"rapporteur/sources/pdf"
)

// fromOffice reports whether a file could not be opened because it is an office program's.
func fromOffice(err error, data []byte) bool {
	var fault *pdf.Fault
	return errors.As(err, &fault) && fault.Kind == pdf.NotPDF && pdf.Office(data)
}

// noOffice is the fault of files that only an office program could make PDFs of, where there is none.
const noOffice = "original-office-none"

// officeFaults are the diagnostics for what keeps a file from becoming a PDF.
var officeFaults = map[libreoffice.Reason]string{
	libreoffice.TooLong:  "original-office-time",
	libreoffice.NoPages:  "original-office-nothing",
	libreoffice.Crashed:  "original-office-crash",
	libreoffice.TooLarge: "original-too-large",
}

// convert makes a PDF of an office program's file. It is nil where none could be made, and f says why.
func (os *originals) convert(ctx context.Context, f *handedIn, data []byte) ([]byte, error) {
	if os.office == nil {
		f.fault = noOffice
		return nil, nil
	}
	made, err := os.office.PDF(ctx, path.Base(f.path), data)
	var fault *libreoffice.Fault
	switch {
	case errors.Is(err, libreoffice.ErrNone):
		f.fault = noOffice
		return nil, nil
	case errors.As(err, &fault):
		f.fault, f.why = officeFaults[fault.Reason], fault.Said
		if fault.Reason == libreoffice.TooLong {
			f.why = decimal(int(fault.After.Seconds()))
		}
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("converting %s: %w", f.path, err)
	}
	sum := sha256.Sum256(made.PDF)
	f.made = &ledger.Converted{Program: made.Program, SHA256: hex.EncodeToString(sum[:])}
	f.seen = made.Seen
	return made.PDF, nil
}

// again gives the PDF that was made of a file before, of the same bytes.
func (os *originals) again(f *handedIn, data []byte) ([]byte, error) {
	if f.made == nil {
		return data, nil
	}
	made, err := os.office.PDF(context.Background(), path.Base(f.path), data)
	if err != nil {
		return nil, fmt.Errorf("converting %s again: %w", f.path, err)
	}
	if sum := sha256.Sum256(made.PDF); hex.EncodeToString(sum[:]) != f.made.SHA256 {
		return nil, &changedError{f}
	}
	return made.PDF, nil
}

// madeOf gives the format that an original came in and the program that made the PDF of it; "" where it is as it came.
func (os *originals) madeOf(o *document.Original) (format, program string) {
	f := os.of[o].file
	if f.made == nil {
		return "", ""
	}
	return strings.ToUpper(strings.TrimPrefix(path.Ext(f.path), ".")), f.made.Program
}

// tellOffice says which originals are office programs' files: once for all for which there is no program, and once for
// all of which one has made PDFs.
func (os *originals) tellOffice(d *document.Document, bag *diag.Bag) {
	var none, made []*document.Original
	told := map[*handedIn]bool{}
	for _, o := range d.Originals() {
		r := os.of[o]
		if r == nil || told[r.file] {
			continue
		}
		f := r.file
		told[f] = true
		switch {
		case f.fault == noOffice:
			none = append(none, o)
		case f.made != nil:
			made = append(made, o)
			if f.seen.Linked > 0 {
				bag.AddItem("original-office-linked", o.Pos, o.Item, diag.Args{"file": o.File,
					"count": decimal(f.seen.Linked)})
			}
			if f.seen.Dated {
				bag.AddItem("original-office-dated", o.Pos, o.Item, diag.Args{"file": o.File})
			}
		}
	}
	if len(none) > 0 {
		bag.AddItem(noOffice, none[0].Pos, none[0].Item, diag.Args{"files": filesOf(none), "count": decimal(len(none))})
	}
	if len(made) > 0 {
		bag.AddItem("original-office-made", made[0].Pos, made[0].Item, diag.Args{"files": filesOf(made),
			"count": decimal(len(made)), "program": os.of[made[0]].file.made.Program})
	}
}

// filesOf lists the files of originals.
func filesOf(list []*document.Original) string {
	var names []string
	for _, o := range list {
		names = append(names, o.File)
	}
	return strings.Join(names, ", ")
}
