package document

import (
	"strings"
	"testing"
)

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

// TestTwoOnOneLine: of what is told in a line each is, with its place.
func TestTwoOnOneLine(t *testing.T) {
	for text, want := range map[string]string{
		"It was adopted.1 It was closed.2 We rose.": "1:note-number-left 1:note-number-left",
		"It was adopted.1 It was closed.3 We rose.": "",
		"It was adopted.2 It was closed.3 We rose.": "",
		"It was adopted.1 It was closed.":           "",
		"It was adopted.1\n\nIt was closed.2\n\nThen it rose.3": "1:note-number-left " +
			"3:note-number-left 5:note-number-left",
		"It was (so) said (TBC) here":      "1:words-unfinished",
		"It was (so) said (to be) here":    "",
		"It was **bold and __more of that": "1:bold-unclosed 1:bold-unclosed",
		"It was \\foo and \\bar that":      "1:command-typed 1:command-typed",
	} {
		if _, got := chapter(t, "en", "", text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestSentencesOrPoints: the items of a numbered list are paragraphs where most are sentences, and long or apart; else
// they are points.
func TestSentencesOrPoints(t *testing.T) {
	const long = "The meeting was opened by the Chair, who thanked the host country for its welcome."
	for text, want := range map[string]string{
		"1. Opened.\n2. Closed.":                "{ <> Opened. | <> Closed. | }",
		"1. Opened.\n\n2. Closed.":              "1. Opened. | 2. Closed. |",
		"1. Opening\n\n2. Closure":              "{ <> Opening | <> Closure | }",
		"1. Opened.\n\n2. Closure":              "{ <> Opened. | <> Closure | }",
		"1. Opened.\n\n2. Closure\n\n3. Rose.":  "1. Opened. | 2. Closure | 3. Rose. |",
		"1. " + long + "\n2. " + long:           "1. " + long + " | 2. " + long + " |",
		"1. Opened.\n2. " + long + "\n3. Rose.": "{ <> Opened. | <> " + long + " | <> Rose. | }",
		"1. Opening:\n\n   - here\n2. Closing:\n\n   - there": "1. Opening: | { <> here | } " +
			"2. Closing: | { <> there | }",
		"(a) One;\n\n(b) Two.\n\n(a) Again;\n\n(b) More.": "{ <(a)> One; | <(b)> Two. | } " +
			"{ <(a)> Again; | <(b)> More. | }",
		"(a) One:\n\n(i) here;\n\n(b) Two:\n\n(i) there.": "{ <(a)> One: | { <(i)> here; | } " +
			"<(b)> Two: | { <(i)> there. | } }",
	} {
		if got, _ := chapter(t, "en", "", text); got != want {
			t.Errorf("%q\n got %s\nwant %s", text, got, want)
		}
	}
}

// TestDelivery: a paragraph of a statement that says what its status says is told; one of a chapter, or that says
// more, is not.
func TestDelivery(t *testing.T) {
	for text, want := range map[string]string{"(Check against delivery!)": "6:delivery-typed",
		"Check against delivery.":        "6:delivery-typed",
		"Check against delivery by all.": "", "Mr. Chair.": ""} {
		got := codes(t,
			"report: {title: T, language: en, date: 2012-03-01}\nsessions:\n  - id: s\n    title: S\n    statements:\n"+
				"      - {id: a, speaker: {name: A}, text: \""+text+"\\n\\nWe thank the Chair.\"}\n")
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	if _, got := chapter(t, "en", "", "Check against delivery."); got != "" {
		t.Errorf("in a chapter: %q", got)
	}
}

// TestLeast: a report has no part that nothing stands in.
func TestLeast(t *testing.T) {
	d := resolved(t, "report: {title: T, language: en, date: 2012-03-01}\nsummary: {text: Words.}\n")
	var kinds []string
	for i := range d.Parts {
		kinds = append(kinds, string(d.Parts[i].Kind))
	}
	if got := strings.Join(kinds, " "); got != "cover imprint contents summary" {
		t.Errorf("the least report has %s", got)
	}
}
