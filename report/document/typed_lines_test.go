package document

import "testing"

// TestHeadingsTypedByHand: a line in bold type, in capitals or with a chapter's number that stands above a numbered
// paragraph is told to be a heading; a sentence, one that is long, and the last of a text are not.
func TestHeadingsTypedByHand(t *testing.T) {
	const words = "We met here."
	for text, want := range map[string]string{
		words + "\n\n**Opening of the meeting**\n\n" + words:                          "3:heading-bold",
		words + "\n\n**Opening of the meeting.**\n\n" + words:                         "",
		words + "\n\n**Opening** of the meeting\n\n" + words:                          "",
		words + "\n\nOPENING OF THE MEETING\n\n" + words:                              "3:heading-bold",
		words + "\n\nOPENING\n\n" + words:                                             "",
		words + "\n\nChapter II. Opening\n\n" + words:                                 "3:heading-bold",
		words + "\n\nII. Opening of it\n\n" + words:                                   "3:heading-bold",
		words + "\n\nChapter II closed the meeting\n\n" + words:                       "3:heading-bold",
		words + "\n\nOpening of the meeting\n\n" + words:                              "",
		words + "\n\n**OK**\n\n" + words:                                              "",
		words + "\n\n**Yes**\n\n" + words:                                             "3:heading-bold",
		words + "\n\n**Opening of the meeting**":                                      "",
		"**Opening of the meeting**\n\n**By the Chair**\n\n" + words + "\n\n" + words: "3:heading-bold",
		words + "\n\n**Opening**\n\n**By the Chair**\n\n" + words:                     "5:heading-bold",
	} {
		if _, got := chapter(t, "en", "", text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestNotesTypedByHand: a paragraph that begins with the mark of a note which a paragraph before it calls is told to be
// that note; a number that nothing calls is told as a number, or not at all.
func TestNotesTypedByHand(t *testing.T) {
	for text, want := range map[string]string{
		"We met [1] here.\n\nIt rose.\n\n[1] See document A/1.": "5:note-bracketed",
		"We met [2] here.\n\nIt rose.\n\n[1] See document A/1.": "5:number-twice",
		"[1] We met here.\n\nIt rose.\n\n[1] See document A/1.": "1:number-twice 5:number-twice",
		"See A/1 [1].\n\n[1] We met.\n\n[2] We spoke.":          "3:note-bracketed 5:number-twice",
		"We met today.1\n\nIt rose.\n\n1 See document A/1.":     "5:note-bracketed",
		"We met today.2\n\nIt rose.\n\n1 See document A/1.":     "",
	} {
		if _, got := chapter(t, "en", "", text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestCountsAndNumbers: letters and figures that go on from paragraph to paragraph are numbers; those that do not are
// counts, or names.
func TestCountsAndNumbers(t *testing.T) {
	for text, want := range map[string]string{
		"A. Smith spoke.\n\nB. Jones spoke.\n\nC. Brown spoke.": "1:number-twice 3:number-twice 5:number-twice",
		"A. Smith spoke.\n\nC. Brown spoke.\n\nD. Jones spoke.": "",
		"A. The meeting rose.\n\nB. Jones spoke.":               "1:number-twice 3:number-twice",
		"11 States met.\n\n12 States spoke.\n\nIt rose.":        "1:number-twice 3:number-twice",
		"11 States met.\n\n13 States spoke.\n\nIt rose.":        "",
		"11 States met.\n\nIt rose.\n\n12 States spoke.":        "",
		"It opened.\n\n11. States met.\n\n11.2. States spoke.":  "5:number-twice",
		"[4] We met.":              "1:number-twice",
		"(4) We met.":              "",
		"4) We met.":               "",
		"1°) We met.":              "1:number-twice",
		"2 We met.\n\n2 We spoke.": "3:number-twice",
		"12.3 The meeting rose.":   "1:number-twice",
		"12.3 tonnes were caught.": "",
	} {
		if _, got := chapter(t, "en", "", text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
