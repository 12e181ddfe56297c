package paint

import (
	"fmt"

	"rapporteur/fonts"
	"rapporteur/layout"
	"rapporteur/layout/text"
)

// Letters sets lines of text that stand in one stream, each where and as large as whoever asks for it has room: values
// of forms that the form's own fonts cannot show.
type Letters struct {
	d    *Dresser
	uses *uses
}

// LettersSize is the size of such lines.
const LettersSize = 10 * layout.Pt

// Letters begins a stream.
func (d *Dresser) Letters() *Letters { return &Letters{d: d, uses: newUses("L")} }

// letters are words in the style of such lines.
func letters(words string, lang *layout.Language) []text.Piece {
	st := text.Style{Face: fonts.Face{Family: fonts.Sans}, Size: LettersSize, Lang: lang}
	return []text.Piece{{Text: words, Style: st}}
}

// Missing are the characters of words that no font of the report has, each as often as it stands there.
func (d *Dresser) Missing(words string, lang *layout.Language) []rune {
	p := text.Paragraph{Lang: lang, Align: text.Start, Measure: d.sheet.Width, Pieces: letters(words, lang)}
	var out []rune
	_, complaints := d.setter.Set(&p)
	for _, c := range complaints {
		if c.Code == "missing-glyph" || c.Code == "character-lost" {
			out = append(out, c.Rune)
		}
	}
	return out
}

// LettersWidth is the width of words on one line.
func (d *Dresser) LettersWidth(words string, lang *layout.Language) layout.Length {
	return d.setter.Width(letters(words, lang), lang)
}

// Line paints words on one line, in the colour that is set, with the baseline's start at the origin. They must be such
// that the report has their characters.
func (l *Letters) Line(words string, lang *layout.Language) ([]byte, error) {
	p := text.Paragraph{Lang: lang, Align: text.Start, Measure: l.d.LettersWidth(words, lang) + LettersSize,
		Pieces: letters(words, lang)}
	lines, _ := l.d.setter.Set(&p)
	if len(lines) == 0 {
		return nil, nil
	}
	c := canvas{uses: l.uses, plain: true}
	c.line(&layout.TextMark{X: -lines[0].Start, Line: &lines[0], Artifact: true})
	c.close()
	if c.err != nil {
		return nil, fmt.Errorf("paint: %q: %w", words, c.err)
	}
	return c.buf, nil
}

// Fonts are the fonts that the lines name.
func (l *Letters) Fonts() []FontUse { return l.uses.list() }
