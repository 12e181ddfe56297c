package content

import (
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/font"
	"golang.org/x/text/encoding/charmap"
)

// coreFamilies are the standard fonts that need not give their widths (ISO 32000-1, 9.6.2.2), by what their names begin
// with: their own, and those of the fonts that readers take them for.
var coreFamilies = []struct{ prefix, regular, bold, italic, boldItalic string }{
	{"Helvetica", "Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Helvetica-BoldOblique"},
	{"Arial", "Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Helvetica-BoldOblique"},
	{"Times", "Times-Roman", "Times-Bold", "Times-Italic", "Times-BoldItalic"},
	{"Courier", "Courier", "Courier-Bold", "Courier-Oblique", "Courier-BoldOblique"},
	{"Symbol", "Symbol", "Symbol", "Symbol", "Symbol"},
	{"ZapfDingbats", "ZapfDingbats", "ZapfDingbats", "ZapfDingbats", "ZapfDingbats"},
}

// coreFont is the standard font that a font without widths is taken for; "" where it is none.
func coreFont(name string) string {
	bold := strings.Contains(name, "Bold")
	italic := strings.Contains(name, "Italic") || strings.Contains(name, "Oblique")
	for _, f := range coreFamilies {
		switch {
		case !strings.HasPrefix(name, f.prefix):
		case bold && italic:
			return f.boldItalic
		case bold:
			return f.bold
		case italic:
			return f.italic
		default:
			return f.regular
		}
	}
	return ""
}

// coreWidth is the width of a code of a standard font, in thousandths of the size, where text is what the code stands
// for. The metrics are by WinAnsiEncoding's codes, and by those of the two fonts of symbols.
func coreWidth(core string, code int, text string) (float64, bool) {
	if core != "Symbol" && core != "ZapfDingbats" {
		r := []rune(text)
		if len(r) != 1 {
			return 0, false
		}
		c, ok := charmap.Windows1252.EncodeRune(r[0])
		if !ok {
			return 0, false
		}
		code = int(c)
	}
	w, err := font.CharWidth(core, rune(code))
	return float64(w), err == nil
}
