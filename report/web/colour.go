package web

import (
	"fmt"
	"math"

	"rapporteur/layout"
)

// least is the contrast that words must have with what they stand on (WCAG 2.2, 1.4.3).
const least = 4.5

const white layout.Color = 0xffffff

// palette is the house's colours as the pages use them: for words, for titles and links, for what is less weighty.
type palette struct{ Ink, Accent, Quiet string }

// colours are those that the house sets titles, texts and facts in. A house may print a title so pale that nobody could
// read a link in the colour: it is then darkened, in its hue.
func (e *Edition) colours() palette {
	looks := &e.Pages.Sheet.Looks
	return palette{Ink: css(legible(looks[layout.Body].Color)), Accent: css(legible(looks[layout.HeadChapter].Color)),
		Quiet: css(legible(looks[layout.Lead].Color))}
}

func css(c layout.Color) string { return fmt.Sprintf("#%06x", uint32(c)) }

// legible is a colour, or the same in darker, that has the contrast with white which words need.
func legible(c layout.Color) layout.Color {
	for contrast(c, white) < least {
		var darker layout.Color
		for shift := 0; shift <= 16; shift += 8 {
			darker |= (c >> shift & 0xff) * 15 / 16 << shift
		}
		c = darker
	}
	return c
}

// contrast is the ratio of two colours' luminances, 1 to 21 (WCAG 2.2, contrast ratio).
func contrast(a, b layout.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// luminance is how light a colour of sRGB is, 0 to 1 (WCAG 2.2, relative luminance).
func luminance(c layout.Color) float64 {
	channel := func(shift int) float64 {
		v := float64(c>>shift&0xff) / 255
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*channel(16) + 0.7152*channel(8) + 0.0722*channel(0)
}
