package report

import (
	"context"
	"errors"

	"rapporteur/report/document"
	"rapporteur/report/ledger"
	"rapporteur/report/unit"
	"rapporteur/sources/pdf"
	"rapporteur/sources/picture"
)

// received is a file that was handed in and opened, by what it holds and not by what it is called: a PDF, or pictures.
type received struct {
	data    []byte
	handed  []byte // what was handed in, where data are those of a PDF that was made of it
	pdf     *pdf.Document
	picture *picture.File

	contents pdf.Contents // what was read of the PDF's content streams
}

// opened opens a file from its bytes.
func opened(ctx context.Context, f *handedIn, data []byte) (r *received, err error) {
	r = &received{data: data}
	if picture.Is(data) {
		r.picture, err = picture.Open(data)
	} else {
		r.pdf, err = pdf.Open(ctx, data, pdf.Options{Passwords: f.passwords, Contents: &r.contents})
	}
	return r, err
}

// count is the number of pages.
func (r *received) count() int {
	if r.picture != nil {
		return len(r.picture.Pages)
	}
	return len(r.pdf.Pages())
}

// unit makes the unit of the pages that are taken.
func (r *received) unit(ctx context.Context, o unit.Options) (*unit.Unit, error) {
	if r.picture != nil {
		return unit.OfPicture(ctx, r.picture, r.data, o)
	}
	return unit.Original(ctx, r.pdf, r.data, o)
}

// alt is the text that speaks for a picture: the manifest's, or, where it has none, whose original it is.
type alt struct {
	text    string
	unnamed bool
}

// name gives a picture for which nobody speaks the name of the part that it is.
func (os *originals) name(d *document.Document) {
	for i := range d.Parts {
		p := &d.Parts[i]
		if r := os.of[p.Original]; p.Kind.Received() && r != nil && r.alt.text == "" {
			r.alt = alt{d.Words.Say("original") + d.Words.Colon + p.Title, true}
		}
	}
}

// picturesOf is what the ledger promises of the pages of a unit that are pictures.
func picturesOf(u *unit.Unit) (list []ledger.Picture) {
	for i := range u.Pages {
		if p := u.Pages[i].Picture; p.Sum != "" {
			list = append(list, ledger.Picture{Width: p.Width, Height: p.Height, DPI: [2]float64{p.X, p.Y},
				DPIGiven: p.Given, SHA256: p.Sum})
		}
	}
	return list
}

// refused notes why a file cannot be taken. The error is one that is not the file's.
func (f *handedIn) refused(err error) error {
	var ofPDF *pdf.Fault
	var ofPicture *picture.Fault
	switch {
	case errors.As(err, &ofPDF):
		f.fault, f.why = faultCode(ofPDF), ofPDF.Detail
		if ofPDF.Kind == pdf.NotPDF {
			f.why = ofPDF.Format
		}
	case errors.As(err, &ofPicture):
		f.fault, f.why, f.page = pictureCode(ofPicture), ofPicture.What, ofPicture.Page
	default:
		return err
	}
	return nil
}

// faultCode gives the diagnostic for what keeps a file from being opened.
func faultCode(f *pdf.Fault) string {
	switch f.Kind {
	case pdf.NotPDF:
		return notPDF(f.Format)
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

// pictureCode gives the diagnostic for what keeps a picture from being taken; of one among several pages it names the
// page.
func pictureCode(f *picture.Fault) string {
	codes := map[picture.Kind][2]string{
		picture.Damaged:     {"original-picture-damaged", "original-picture-damaged-page"},
		picture.TooLarge:    {"original-picture-too-large", "original-picture-too-large-page"},
		picture.Unsupported: {"original-picture-unsupported", "original-picture-unsupported-page"},
	}
	return codes[f.Kind][min(f.Page, 1)]
}

// notPDF gives the diagnostic for a file that is neither a PDF nor a picture that can be taken, by what it is.
func notPDF(format string) string {
	if code := notPDFs[format]; code != "" {
		return code
	}
	return "original-not-pdf-picture"
}

// notPDFs are the diagnostics for files that are no PDFs, by their format as sources/pdf names it; pictures are the
// others.
var notPDFs = map[string]string{
	"":           "original-not-pdf",
	"empty":      "original-not-pdf-empty",
	"office":     "original-not-pdf-word",
	"locked":     "original-not-pdf-locked",
	"pages":      "original-not-pdf-pages",
	"mail":       "original-not-pdf-mail",
	"html":       "original-not-pdf-html",
	"text":       "original-not-pdf-text",
	"xps":        "original-not-pdf-xps",
	"postscript": "original-not-pdf-postscript",
	"ZIP":        "original-not-pdf-archive", "RAR": "original-not-pdf-archive", "7z": "original-not-pdf-archive",
	"gzip": "original-not-pdf-archive", "EPUB": "original-not-pdf-archive",
	"HEIC": "original-not-pdf-photo", "AVIF": "original-not-pdf-photo",
}

// unit gives the unit of an original. That of a picture for which there was no room is made anew, from the same bytes:
// memory goes by the largest original, and not by all that had to be packed again.
func (os *originals) unit(ctx context.Context, r *taken, data []byte) (*unit.Unit, error) {
	if r.unit != nil {
		return r.unit.Unit()
	}
	read, err := opened(ctx, r.file, data)
	if err != nil {
		return nil, err
	}
	return read.unit(ctx, r.options)
}
