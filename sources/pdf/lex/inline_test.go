package lex

import (
	"strings"
	"testing"
)

// TestRawLength: the length of an image's data follows from its size where it has no filter, and is unknown where
// something is not said, or is beyond what an image may be.
func TestRawLength(t *testing.T) {
	for dict, want := range map[string]int{
		"/W 3/H 2/BPC 8": 6, "/W 3/H 2/BPC 8/CS/RGB": 18,
		"/Width 3/Height 2/BitsPerComponent 8/ColorSpace/DeviceCMYK": 24,
		"/W 9/H 2/IM true": 4, "/W 9/H 2/IM false": -1, "/W 9/H 2/IM true/BPC 8": 18, "/W 9/H 2/ImageMask true": 4,
		"/W 3/H 2/BPC 4": 4, "/W 3/H 2/BPC 4/CS/DeviceRGB": 10, "/W 3/H 2/BPC 16/CS/CMYK": 48, "/W 3/H 2/BPC 17": -1,
		"/W 3/H 2/BPC 1": 2, "/W 3/H 2/BPC 0": -1, "/W 3/H 2": -1, "/H 2/BPC 8": -1, "/W 3/BPC 8": -1,
		"/W -3/H 2/BPC 8": -1, "/W 3/H -2/BPC 8": -1, "/W 0/H 2/BPC 8": 0, "/W 3/H 0/BPC 8": 0,
		"/W 1048576/H 1/BPC 8": 1 << 20, "/W 1048577/H 1/BPC 8": -1, "/W 1/H 1048576/BPC 8": 1 << 20,
		"/W 1/H 1048577/BPC 8": -1, "/W 3/H 2/BPC 8/F/Fl": -1, "/Filter[]/W 3/H 2/BPC 8": -1, "/W 3/H 2/BPC": -1,
		"/D[/W]/W 3/H 2/BPC 8/CS/G": 6,
	} {
		l := Lexer{Data: []byte(dict)}
		var list []Token
		for tok := l.Next(); tok.Kind != End; tok = l.Next() {
			list = append(list, tok)
		}
		got, ok := rawLength(list)
		if !ok {
			got = -1
		}
		if got != want {
			t.Errorf("%s: %d, want %d", dict, got, want)
		}
	}
}

// TestImageEnd: EI ends an image where it stands alone and what follows looks like content; that of an image whose
// length is known stands behind its data, whatever those are.
func TestImageEnd(t *testing.T) {
	for content, want := range map[string]string{
		"BI/F/Fl ID abEI EI Q":                                    "BI/F/Fl ID abEI EI",
		"BI/F/Fl ID ab EIQ EI/":                                   "BI/F/Fl ID ab EIQ EI",
		"BI/F/Fl ID EI":                                           "BI/F/Fl ID EI",
		"BI/F/Fl ID EI1 EI(":                                      "BI/F/Fl ID EI1 EI",
		"BI/F/Fl ID a EI \x01 EI":                                 "BI/F/Fl ID a EI \x01 EI",
		"BI/F/Fl ID a EI \x1f EI":                                 "BI/F/Fl ID a EI \x1f EI",
		"BI/F/Fl ID a EI \x7f EI":                                 "BI/F/Fl ID a EI \x7f EI",
		"BI/F/Fl ID a EI \xff EI":                                 "BI/F/Fl ID a EI \xff EI",
		"BI/F/Fl ID a EI ~\t\x00\n q":                             "BI/F/Fl ID a EI",
		"BI/F/Fl ID a EI " + strings.Repeat("q ", 12) + "\x01 EI": "BI/F/Fl ID a EI",
		"BI/F/Fl ID a EI " + strings.Repeat("q ", 11) + "\x01 EI": "BI/F/Fl ID a EI " + strings.Repeat("q ", 11) +
			"\x01 EI",
		"BI/W 4/H 1/BPC 8 ID  EI EI":         "BI/W 4/H 1/BPC 8 ID  EI EI",
		"BI/W 4/H 1/BPC 8 ID abcd EI/":       "BI/W 4/H 1/BPC 8 ID abcd EI",
		"BI/W 4/H 1/BPC 8 ID abcdEI":         "BI/W 4/H 1/BPC 8 ID abcdEI",
		"BI/W 4/H 1/BPC 8 ID abcd \r\nEI\nQ": "BI/W 4/H 1/BPC 8 ID abcd \r\nEI",
		"BI/W 3/H 1/BPC 8 ID abcd EI Q":      "BI/W 3/H 1/BPC 8 ID abcd EI", // its length is not what it says
		"BI/W 4/H 1/BPC 8 ID abcd EIx EI Q":  "BI/W 4/H 1/BPC 8 ID abcd EIx EI",
		"BI/W 4/H 1/BPC 8 ID abc":            "BI/W 4/H 1/BPC 8 ID abc",
	} {
		var ops Operators
		ops.Reset([]byte(content))
		if op := ops.Next(); string(op) != "EI" || content[:ops.End] != want {
			t.Errorf("%q: %s ends as %q, want %q", content, op, content[:ops.End], want)
		}
	}
}

// TestOpenBrackets: what is open at the end of a content is closed from within.
func TestOpenBrackets(t *testing.T) {
	for content, want := range map[string]string{
		"(a": ")", "(a(b": "))", "(a(b)": ")", "(a\\)": ")", "(a\\": ")", "(a\\\\)": "",
		"<4": ">", "<4(": ">", "<": ">", "<<": ">>",
		"<</A": ">>", "<</A<4": ">>>", "<</A<4>": ">>", "<<[(": ")]>>",
		"[": "]", "[]": "", "[<<>>": "]", "[(])": "]", "<<>": ">>",
		"<<>>": "", ">>": "", "[<4>": "]", "% (a\n[": "]", "[ % ]\r(": ")]", "[ % ]": "]", "(% ": ")", "<<)": ">>",
		strings.Repeat("[", maxUnfinished):   strings.Repeat("]", maxUnfinished),
		strings.Repeat("[", maxUnfinished+1): "",
	} {
		if got := string(closing(openBrackets([]byte(content)))); got != want {
			t.Errorf("%q is ended by %q, want %q", content, got, want)
		}
	}
	for content, want := range map[string]string{"q (a": ")\n", "q (a) Tj": "",
		"[1 (a) <</B": ">>]\n", "q [1 2 % ]": "]\n",
		"(a [) ] Q": "", "(a (b) 1 w": ")\n", "(": ")\n"} {
		var ops Operators
		ops.Reset([]byte(content))
		for ops.Next() != nil {
		}
		if got := string(ops.Unfinished()); got != want {
			t.Errorf("%q is ended by %q, want %q", content, got, want)
		}
	}
}

// TestNoise: of strings and brackets that never close some are tried to their end, and what comes behind the others
// is not looked at for what they would hold.
func TestNoise(t *testing.T) {
	for _, n := range []int{maxBroken, maxBroken + 10} {
		var ops Operators
		ops.Reset([]byte(strings.Repeat("(", n) + " q"))
		if op := ops.Next(); string(op) != "q" || ops.open > maxBroken+1 {
			t.Errorf("%d: %s, and %d were tried", n, op, ops.open)
		}
	}
}
