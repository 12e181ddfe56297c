package content

import (
	"regexp"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// codeName is how programs that draw letters as bitmaps name them: by a letter and the code, "a75".
var codeName = regexp.MustCompile(`^[A-Za-z]{1,2}(\d{2,3})$`)

// namedBy reports whether a glyph is named by a code.
func namedBy(glyph string, code int) bool {
	m := codeName.FindStringSubmatch(glyph)
	return m != nil && m[1] == strconv.Itoa(code)
}

// guess takes a code for the letter of ASCII that it is there, where the glyph is named by it and nothing says what it
// means: readers do so when they search, though it may be wrong.
func (f *Font) guess(doc *pdf.Document, d types.Dict) {
	if f.base == nil || f.differs == nil {
		return
	}
	own := false // other fonts may have the same encoding
	code := 0
	for _, o := range doc.Array(doc.Dict(d["Encoding"])["Differences"]) {
		if n, ok := doc.Int(o); ok {
			code = n
			continue
		}
		if code > ' ' && code < 0x7f && f.encoded(uint16(code)) == "" && namedBy(doc.Name(o), code) {
			if !own {
				f.differs, own = new(*f.differs), true
			}
			f.differs[code] = difference{string(rune(code)), true}
		}
		code++
	}
}
