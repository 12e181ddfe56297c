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

	"rapporteur/layout"
	"rapporteur/report/document"
	"rapporteur/sources"
	"rapporteur/sources/diag"
	"rapporteur/sources/pdf"
)

// maxOriginal caps an original's size in bytes.
const maxOriginal = 1 << 30

// keptOriginals is how many bytes of originals are kept open from being measured to being linked: those of most reports, and little beside the
// 100 MB that an original may have. The others are opened twice.
const keptOriginals = 16 << 20

// opened is what opening an original showed: its facts, its hash, the indexes of the pages that are taken of it.
type opened struct {
	pdf.Facts
	sha256 string
	pages  []int
	kept   *pdf.Document // as it was measured, for the linker, where there was room
}

// measure opens every original, notes its facts and hash, and drops it, unless it is small. What is wrong with one stands at its line of the manifest.
func measure(ctx context.Context, folder *sources.Folder, d *document.Document, bag *diag.Bag) (map[*document.Original]*opened, error) {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	var room atomic.Int64
	room.Store(keptOriginals)
	found := map[*document.Original]*opened{}
	for _, o := range d.Originals() {
		at := &opened{}
		found[o] = at
		group.Go(func() error { return at.measure(ctx, folder, o, bag, &room) })
	}
	return found, group.Wait()
}

// foreignPages are the sizes of the pages that are taken of an original.
func (e *edition) foreignPages(o *document.Original) []layout.ForeignPage {
	found := e.opened[o]
	sizes := make([]layout.ForeignPage, len(found.pages))
	for i, at := range found.pages {
		p := found.Pages[at]
		sizes[i] = layout.ForeignPage{Width: layout.Length(p.Width * 1000), Height: layout.Length(p.Height * 1000)}
	}
	return sizes
}

func (m *opened) measure(ctx context.Context, folder *sources.Folder, o *document.Original, bag *diag.Bag, room *atomic.Int64) error {
	tell := func(code string, args diag.Args) {
		if args == nil {
			args = diag.Args{}
		}
		args["file"] = o.File
		bag.AddItem(code, o.Pos, o.Item, args)
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
	m.sha256 = hash
	doc, err := pdf.Open(ctx, data, pdf.Options{Passwords: o.Passwords})
	if err != nil {
		var fault *pdf.Fault
		if !errors.As(err, &fault) {
			return err
		}
		tell(faultCode(fault.Kind), diag.Args{"why": fault.Detail})
		return nil
	}
	m.Facts = doc.Facts()
	if room.Add(-int64(len(data))) >= 0 {
		m.kept = doc
	}
	m.pages, err = o.Take(len(m.Pages))
	var none *document.NoPageError
	switch {
	case errors.As(err, &none):
		tell("original-no-such-page", diag.Args{"page": decimal(none.Page), "pages": decimal(len(m.Pages))})
	case errors.Is(err, document.ErrTooManyPages):
		tell("original-too-many-pages", nil)
	}
	if len(m.Repaired) > 0 {
		tell("original-repaired", diag.Args{"what": m.Repaired[0]})
	}
	if m.HasForm || m.HasXFA {
		tell("original-form", nil)
	}
	for _, name := range m.Attachments {
		tell("original-attachment", diag.Args{"name": filepath.Base(filepath.FromSlash(name))})
	}
	if m.HasSignatures {
		tell("original-signature", nil)
	}
	for _, kind := range m.RemovedActions {
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
