package sources

import (
	"strconv"
	"unicode/utf8"

	"rapporteur/sources/diag"
)

// maxUnbroken: characters without a space or the bar of a table between them. The longest addresses have two thousand;
// what is longer is data, most often a picture that an editor has written into its text.
const maxUnbroken = 10_000

// unbroken finds data among words: where a run of ASCII characters begins that is longer than any word, and its length;
// -1 where there is none. Scripts that do without spaces are not ASCII.
func unbroken(text string) (offset, count int) {
	start := 0
	for i := 0; i <= len(text); i++ {
		if i < len(text) && text[i] > ' ' && text[i] < utf8.RuneSelf && text[i] != '|' {
			continue
		}
		if i-start > maxUnbroken {
			return start, i - start
		}
		start = i + 1
	}
	return -1, 0
}

// unbrokenArgs are what a diagnostic of such data says of it.
func unbrokenArgs(text string, offset, count int) diag.Args {
	return diag.Args{"count": strconv.Itoa(count), "words": text[offset:offset+24] + "…"}
}
