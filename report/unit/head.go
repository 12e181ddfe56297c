package unit

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/content"
)

// maxHead is how many bytes of the words of a page are taken, at most.
const maxHead = 4000

// Head gives the words of a page of a document, from 0, in the order of its content, as far as they may say whose it
// is; "" of a page that cannot be read. programs has what was read of the fonts of other documents.
func Head(doc *pdf.Document, page int, programs *Programs) string {
	fonts := &content.Fonts{Given: func(n int, simple bool) *content.ToUnicode {
		s, ok := doc.Stream(*types.NewIndirectRef(n, 0))
		if !ok {
			return nil
		}
		return programs.toUnicode(doc, s, simple)
	}}
	in := content.New(doc, fonts, nil)
	in.Words, in.Guess = true, true
	b, full := make([]byte, 0, maxHead+1), false
	in.Each = func(w *content.Word) {
		if full = full || len(b)+len(w.Text) > maxHead; !full {
			b = append(append(b, w.Text...), ' ')
		}
	}
	if _, err := in.Show(doc.Pages()[page]); err != nil {
		return ""
	}
	return string(b)
}

// Blank reports whether nothing shows on a page: no words, nothing painted and no annotation.
func Blank(doc *pdf.Document, page int) bool {
	p := doc.Pages()[page]
	data, err := doc.PageContent(p, maxBlank)
	if err != nil || len(data) >= maxBlank || len(doc.Array(p.Dict["Annots"])) > 0 {
		return false
	}
	in := content.New(doc, new(content.Fonts), nil)
	in.Words, in.Boxes = true, true
	shown, err := in.Show(p)
	return err == nil && len(shown.Words)+len(shown.Boxes) == 0
}

// maxBlank is how many bytes of content a page has at most that may show nothing.
const maxBlank = 4 << 10
