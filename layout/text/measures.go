package text

// The house's measures of justification, per mille unless said.
const (
	// wordSpace is the least natural word space, of the size. Source Serif's own (233) is what a ragged line needs;
	// lines set full come out wider on the average, and the last lines of paragraphs would look pinched beside them.
	wordSpace = 270

	spaceStretch    = 450 // of a space's width: how far it stretches at ratio 1
	spaceShrink     = 286 // how far it may shrink at all
	sentenceStretch = 100 // more stretch after a stop
	hanStretch      = 60  // of the size, between two characters of Chinese
	hanSliver       = 6   // one part in so many of the size, between Chinese and Latin
)
