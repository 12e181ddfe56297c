package text

// The house's measures of justification, per mille unless said.
const (
	// wordSpace is the least natural word space, of the size. Source Serif's own (233) is what a ragged line needs;
	// lines set full come out wider on the average, and the last lines of paragraphs would look pinched beside them.
	wordSpace = 276

	spaceStretch = 450 // of a space's width: how far it stretches at ratio 1
	spaceShrink  = 280 // how far it may shrink at all

	// After a comma or a stop a space gives more, as compositors have always had it: the white above the sign hides
	// what is taken, and a pause bears what is added. TeX's factor for a comma is 250.
	pauseStretch = 300 // more of the stretch
	pauseShrink  = 500 // more of the shrink

	hanStretch = 60 // of the size, between two characters of Chinese
	hanSliver  = 6  // one part in so many of the size, between Chinese and Latin
)
