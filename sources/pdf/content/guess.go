package content

import (
	"regexp"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// codeName is how programs that draw letters as bitmaps name them: by a letter and the code, "a75".
var codeName = regexp.MustCompile(`^[A-Za-z]{1,2}(\d{2,3})$`)

// guess takes a code for the letter of ASCII that it is there, where the glyph is named by it and nothing says what it
// means: readers do so when they search, though it may be wrong.
func (f *Font) guess(doc *pdf.Document, d types.Dict) {
	if f.base == nil || f.differs == nil {
		return
	}
	code := 0
	for _, o := range doc.Array(doc.Dict(d["Encoding"])["Differences"]) {
		if n, ok := doc.Int(o); ok {
			code = n
			continue
		}
		m := codeName.FindStringSubmatch(doc.Name(o))
		if m != nil && m[1] == strconv.Itoa(code) && code > ' ' && code < 0x7f && f.encoded(uint16(code)) == "" {
			f.differs[code] = difference{string(rune(code)), true}
		}
		code++
	}
}
