package unit

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/layout"
	"rapporteur/layout/paint"
)

// lettering is how a look is written: in a font of the form, or, where that lacks letters of the value, in those of the
// report, which know the scripts of all its languages.
type lettering struct {
	font    *formFont
	own     *paint.Letters // nil: in font
	lang    *layout.Language
	missing map[rune]bool // from the report's fonts
}

// scripts are those whose direction and shapes a value must be set by, as ISO 15924 names them, those first of which a
// few letters tell the language. Of its language a value says nothing more.
var scripts = []struct {
	letters *unicode.RangeTable
	name    string
}{
	{unicode.Arabic, "Arab"}, {unicode.Hebrew, "Hebr"}, {unicode.Hiragana, "Jpan"}, {unicode.Katakana, "Jpan"},
	{unicode.Hangul, "Kore"}, {unicode.Han, "Hans"}, {unicode.Cyrillic, "Cyrl"},
}

// undetermined begins the tag of a text of which the script alone is known (RFC 5646, 2.2.1).
const undetermined = "und-"

// languageOf is the language that a value is set in.
func languageOf(value string, sheet *layout.Sheet) *layout.Language {
	script := "Latn"
	for _, s := range scripts {
		if strings.ContainsFunc(value, func(r rune) bool { return unicode.Is(s.letters, r) }) {
			script = s.name
			break
		}
	}
	return sheet.Languages.Of(undetermined + script)
}

// write chooses the font of a text: the field's; Helvetica, or the report's, where those have more of its characters.
// What none has is told, and left out.
func (d *drawing) write(text string) {
	d.seen = true
	if d.font != nil {
		return
	}
	f := &d.s.original.form
	d.font = d.fontOf(d.style.Font())
	_, _, lost := d.font.encoder.Encode(text)
	if len(lost) > 0 {
		other := d.fontOf("Helv")
		if _, _, still := other.encoder.Encode(text); len(still) < len(lost) {
			d.font, lost = other, still
		}
	}
	if sheet := d.s.options.Sheet; len(lost) > 0 && sheet != nil && d.s.spendMore(costOfLetter*len(text)) {
		if f.dresser == nil {
			f.dresser = paint.NewDresser(sheet)
		}
		lang := languageOf(text, sheet)
		words := strings.ReplaceAll(text, "\n", " ")
		if still := f.dresser.Missing(words, lang); len(still) < len(lost) {
			d.own, d.lang, d.missing, lost = f.dresser.Letters(), lang, map[rune]bool{}, still
			for _, r := range still {
				d.missing[r] = true
			}
		}
	}
	if len(lost) > 0 {
		d.s.original.findings.add(FormLetters, "", d.s.original.taken[d.w.page]).Count += len(lost) - 1
	}
}

// shown is what of a line can be shown in the report's fonts.
func (d *drawing) shown(line string) string {
	return strings.Map(func(r rune) rune {
		if d.missing[r] {
			return -1
		}
		return r
	}, line)
}

// wide is the width of a line, in thousandths of the size.
func (d *drawing) wide(line string) float64 {
	if d.own == nil {
		_, width, _ := d.font.encoder.Encode(line)
		return width
	}
	if line == " " { // at the end of a line a blank has no width
		return d.wide("n n") - d.wide("nn")
	}
	width := d.s.original.form.dresser.LettersWidth(d.shown(line), d.lang)
	return 1000 * float64(width) / float64(paint.LettersSize)
}

// put draws a line of text at a place.
func (d *drawing) put(line string, size, x, y float64) {
	if d.own == nil {
		codes, _, _ := d.font.encoder.Encode(line)
		d.show(codes, size, x, y)
		return
	}
	content, err := d.own.Line(d.shown(line), d.lang)
	if err != nil { // what the report's fonts lack was left out
		return
	}
	d.b = append(d.b, "q\n"...)
	d.ink()
	scale := size / (float64(paint.LettersSize) / float64(layout.Pt))
	d.op("cm", scale, 0, 0, scale, x, y)
	d.b = append(append(d.b, content...), "Q\n"...)
}

// fonts are the fonts that the look names.
func (d *drawing) fonts() types.Dict {
	switch {
	case d.own != nil:
		out := types.Dict{}
		for _, use := range d.own.Fonts() {
			out[use.Name] = symbol{FontReading, d.s.reading(FontOf(use))}
		}
		return out
	case d.font != nil:
		return types.Dict{lookFont: d.font.object}
	}
	return nil
}

// reading is the index of a font in one reading among the unit's.
func (s *source) reading(font Font) int {
	f := &s.original.form
	key := fmt.Sprint(font)
	i, ok := f.readings[key]
	if !ok {
		i = len(s.u.Fonts)
		s.u.Fonts = append(s.u.Fonts, font)
		f.readings[key] = i
	}
	return i
}
