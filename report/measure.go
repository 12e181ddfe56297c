package report

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"path/filepath"
	"runtime"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"rapporteur/sources"
	"rapporteur/sources/diag"
	"rapporteur/sources/pdf"
)

// maxOriginal caps an original's size in bytes.
const maxOriginal = 1 << 30

// keptOriginals is how many bytes of originals are kept open from being measured to being linked: those of most reports, and little beside the
// 100 MB that an original may have. The others are opened twice.
const keptOriginals = 16 << 20

// measure opens every original, notes its facts and hash, and drops it, unless it is small. What is wrong with one stands at its line of the manifest.
func measure(ctx context.Context, folder *sources.Folder, d *Document, bag *diag.Bag) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	var room atomic.Int64
	room.Store(keptOriginals)
	for _, e := range d.allOriginals() {
		group.Go(func() error { return e.original.measure(ctx, folder, e.item, bag, &room) })
	}
	return group.Wait()
}

type itemOriginal struct {
	item     string
	original *Original
}

func (d *Document) allOriginals() []itemOriginal {
	var out []itemOriginal
	add := func(item string, list []*Original) {
		for _, o := range list {
			out = append(out, itemOriginal{item, o})
		}
	}
	if d.Summary != nil {
		add("summary", d.Summary.Originals)
	}
	for _, s := range d.Statements {
		add(s.ID, s.Originals)
	}
	for _, a := range d.Annexes {
		add(a.ID, a.Originals)
	}
	return out
}

func (o *Original) measure(ctx context.Context, folder *sources.Folder, item string, bag *diag.Bag, room *atomic.Int64) error {
	tell := func(code string, args diag.Args) {
		if args == nil {
			args = diag.Args{}
		}
		args["file"] = o.File
		bag.AddItem(code, o.Pos, item, args)
	}
	if o.File == "" { // the reader has said why
		return ctx.Err()
	}
	data, err := folder.Read(o.File, maxOriginal)
	switch {
	case errors.Is(err, sources.ErrTooLarge):
		tell("original-too-large", nil)
		return nil
	case err != nil:
		tell("original-unreadable", diag.Args{"why": err.Error()})
		return nil
	}
	sum := sha256.Sum256(data)
	hash := hex.EncodeToString(sum[:])
	if o.SHA256 != "" && o.SHA256 != hash {
		tell("original-other-hash", diag.Args{"want": o.SHA256, "got": hash})
	}
	o.SHA256 = hash
	doc, err := pdf.Open(ctx, data, pdf.Options{Passwords: o.passwords})
	if err != nil {
		var fault *pdf.Fault
		if !errors.As(err, &fault) {
			return err
		}
		tell(faultCode(fault.Kind), diag.Args{"why": fault.Detail})
		return nil
	}
	o.Facts = doc.Facts()
	if room.Add(-int64(len(data))) >= 0 {
		o.kept = doc
	}
	for _, p := range o.Chosen {
		if p >= len(o.Facts.Pages) {
			tell("original-no-such-page", diag.Args{"page": decimal(p + 1), "pages": decimal(len(o.Facts.Pages))})
			o.Chosen = nil
			break
		}
	}
	if len(o.Facts.Repaired) > 0 {
		tell("original-repaired", diag.Args{"what": o.Facts.Repaired[0]})
	}
	if o.Facts.HasForm || o.Facts.HasXFA {
		tell("original-form", nil)
	}
	for _, name := range o.Facts.Attachments {
		tell("original-attachment", diag.Args{"name": filepath.Base(filepath.FromSlash(name))})
	}
	if o.Facts.HasSignatures {
		tell("original-signature", nil)
	}
	for _, kind := range o.Facts.RemovedActions {
		tell("original-action", diag.Args{"kind": kind})
	}
	return nil
}

// faultCode gives the diagnostic for what keeps a file from being opened.
func faultCode(k pdf.Kind) string {
	switch k {
	case pdf.NotPDF:
		return "original-not-pdf"
	case pdf.PasswordNeeded:
		return "original-password-needed"
	case pdf.PasswordWrong:
		return "original-password-wrong"
	case pdf.NoPages:
		return "original-no-pages"
	case pdf.TooLarge:
		return "original-too-large"
	case pdf.Unsupported:
		return "original-unsupported"
	}
	return "original-damaged"
}
