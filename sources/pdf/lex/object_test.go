package lex

import (
	"strings"
	"testing"
)

// TestObjects: the tokens of the object that stands first in the data, and where reading stops; where none stands,
// or one does not end, there are no tokens.
func TestObjects(t *testing.T) {
	for in, want := range map[string]string{
		"12 0 R x": "@12.0| x", "12 0 R": "@12.0|", "12 3 R]": "@12.3|]", "12 0 R/A": "@12.0|/A",
		"12 0 Rx": "12| 0 Rx", "12 0 R1": "12| 0 R1", "12 0 r": "12| 0 r", "12 0": "12| 0", "12": "12|",
		"12 R":  "12| R",
		"12 0R": "12| 0R", "+12 0 R": "12| 0 R", "-12 0 R": "-12| 0 R", "2147483647 0 R": "@2.147483647e+09.0|",
		"2147483648 0 R": "2.147483648e+09| 0 R", "12 %\n0 %\nR": "@12.0|", "1.5 0 R": "1.5| 0 R",
		"[1 0 R 2 3]4":     "[ @1.0 2 3 ]|4",
		"<</A 1 0 R/B/C>>": "<< /A @1.0 /B /C >>|",
		"true":             "true|", "null x": "null| x", "false": "false|", "endobj": "|endobj",
		"] 1": "|] 1", " > 1": "|> 1",
		"<</A>>":                  "<< >>|",
		"<</A/B/C>>":              "<< /A /B >>|",
		"<</A>":                   "<< >>|",
		"<</A 1 > x":              "<< /A 1 >>| x",
		"<</A 1 2 /B 3>>":         "<< /A 1 /B 3 >>|",
		"<</A nan/B 3>>":          "<< /B 3 >>|",
		"<</A 1 nan/B 3>>":        "<< /A 1 /B 3 >>|",
		"<</A 1 ] ) /B 3>>":       "<< /A 1 /B 3 >>|",
		"<</A 1 endobj":           "|endobj",
		"<</A 1 stream":           "|stream",
		"[1 nan 2]":               "[ 1 2 ]|",
		"[1 endobj 2]":            "|endobj 2]",
		"[1 2":                    "|",
		"(a":                      "|",
		"<41":                     "|",
		"<</A(b":                  "|",
		"[[1]<</A[2]>>(b)<43>/D]": "[ [ 1 ] << /A [ 2 ] >> \"b\" \"C\" /D ]|",
	} {
		l := Lexer{Data: []byte(in), InFile: true}
		got := l.Object()
		if s := show(l.Tokens) + "|" + in[l.Pos:]; s != want || got != (len(l.Tokens) > 0) {
			t.Errorf("%q: %v with %s, want %s", in, got, s, want)
		}
	}
}

// TestPassed: whoever reads an object is told that something in it has no place there.
func TestPassed(t *testing.T) {
	for in, want := range map[string]bool{"[1 nan]": true, "<</A 1 2>>": true, "<</A 1>": true, "<</A nan>>": true,
		"<</A 1]>>": true, "<</A>>": false, "[1 2]": false, "<</A[1]/B<<>>>>": false, "nan": false} {
		l := Lexer{Data: []byte(in), InFile: true}
		if l.Object(); l.Passed != want {
			t.Errorf("%s: passed over %v, want %v", in, l.Passed, want)
		}
	}
}

// TestDepth: brackets in brackets are read as deep as any program writes them, and no deeper.
func TestDepth(t *testing.T) {
	for _, pair := range [][2]string{{"[", "]"}, {"<</A", ">>"}} {
		for _, deep := range []int{maxDepth, maxDepth + 1} {
			l := Lexer{Data: []byte(strings.Repeat(pair[0], deep) + " 1 " + strings.Repeat(pair[1], deep))}
			if got := l.Object(); got != (deep <= maxDepth) {
				t.Errorf("%d times %s: %v", deep, pair[0], got)
			}
		}
	}
}

// TestNumbers: a number is an integer where it is whole and exact, and Natural reads one of 32 bits.
func TestNumbers(t *testing.T) {
	for in, kind := range map[string]Kind{"0": Integer, "12": Integer, "-7": Integer, "9007199254740992": Integer,
		"0000000000000000012": Integer, "9007199254740993": Real, "00000000000000000012": Real, "1.": Real, ".5": Real,
		"18446744073709551617": Real} {
		l := Lexer{Data: []byte(in)}
		if got := l.Next(); got.Kind != kind {
			t.Errorf("%s is of kind %d, want %d", in, got.Kind, kind)
		}
	}
	for in, want := range map[string]float64{"18446744073709551617": 18446744073709551616,
		"1.0000000000000000000001":     1,
		"0.00000000000000000000000001": 1e-26, "12.5.7-3": 12.5} {
		l := Lexer{Data: []byte(in)}
		if got := l.Next(); got.Number != want || l.Pos != len(in) {
			t.Errorf("%s is %v, and read up to %d", in, got.Number, l.Pos)
		}
	}
	for in, want := range map[string]int{" 12obj": 12, "%a\n7": 7, "2147483647": 2147483647,
		"21474836479": 21474836479} {
		l := Lexer{Data: []byte(in)}
		if got, ok := l.Natural(); !ok || got != want {
			t.Errorf("%q is %d, %v", in, got, ok)
		}
	}
	for _, in := range []string{"", "x", "-1", "214748364800"} {
		l := Lexer{Data: []byte(in)}
		if got, ok := l.Natural(); ok {
			t.Errorf("%q is %d", in, got)
		}
	}
}
