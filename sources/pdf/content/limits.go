package content

const (
	// maxContent bounds the decoded content of a page or a form; a map as vector graphics has some millions of bytes.
	maxContent = 64 << 20
	// maxWork is the budget of a page: the bytes of its content, those of a form as often as it is drawn, and what
	// drawing and finding cost as below. It is spent in a few seconds at most, so that reading a page needs no context.
	maxWork = 2 * maxContent
	// drawn is what an image or a form costs when it is drawn, beside the form's content: a plot may draw each of its
	// 100,000 points as a form.
	drawn = 256
	// found is what a word or a box costs, for each takes memory: a page of a telephone book has 3,000 words.
	found = 64
	// maxForms bounds forms within forms, for the stack; drawing programs that place pages in pages come to six.
	maxForms = 16
	// maxState bounds q within q, and marked content within such: 28 is what ISO 32000-1, annex C, asks of a reader.
	maxState = 256
)
