package lex

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// show writes tokens as they are meant.
func show(tokens []Token) string {
	var out []string
	for _, t := range tokens {
		switch t.Kind {
		case Integer, Real:
			out = append(out, strconv.FormatFloat(t.Number, 'g', -1, 64))
		case Name:
			out = append(out, "/"+string(t.Append(nil)))
		case Literal, Hex:
			out = append(out, fmt.Sprintf("%q", t.Append(nil)))
		case Reference:
			out = append(out, fmt.Sprintf("@%v.%d", t.Number, t.Generation))
		case Word, Stray:
			out = append(out, string(t.Text))
		default:
			out = append(out, map[Kind]string{OpenArray: "[", CloseArray: "]", OpenDict: "<<", CloseDict: ">>",
				Broken: "broken"}[t.Kind])
		}
	}
	return strings.Join(out, " ")
}

func TestNext(t *testing.T) {
	for in, want := range map[string]string{
		"0 1 -2 +3 --4": "0 1 -2 3 -4", "1.5 -.5 4. . -": "1.5 -0.5 4 0 -0", "1.2.3 12-34 5": "1.2 12 5", "12R " +
			"3+4": "12 R 3 4",
		"/A#42#zz/B(": "/AB#zz /B broken", "(a(b)\\)\\061)(c\r\nd)": `"a(b))1" "c\nd"`, "<41 " +
			"4>": `"A@"`, "<4": "broken",
		"<<>> [] ) > } {%x\nq": "<< >> [ ] ) > } { q", "Tj'\"T*": "Tj'\"T*", "99999999999999999999": "1e+20",
		"595.276 0.1 841.89 123456789.123456789": "595.276 0.1 841.89 1.2345678912345679e+08", "9007199254740992 " +
			"9007199254740993": "9.007199254740992e+15 9.007199254740992e+15",
	} {
		l := Lexer{Data: []byte(in)}
		var got []Token
		for tok := l.Next(); tok.Kind != End; tok = l.Next() {
			got = append(got, tok)
		}
		if s := show(got); s != want {
			t.Errorf("%q: %s, should be %s", in, s, want)
		}
	}
}

// TestNumbersExact: a number is what strconv makes of it, whichever way it is read.
func TestNumbersExact(t *testing.T) {
	for i := range 20_000 {
		in := fmt.Sprintf("%d.%0*d", i*7919%100_000, 1+i%12, i*104_729%1_000_000)
		l := Lexer{Data: []byte(in)}
		if want, _ := strconv.ParseFloat(in, 64); l.Next().Number != want {
			t.Fatalf("%s is not %v", in, want)
		}
	}
}

// TestOperators: the spans of the operators, with their operands, cover the content but blanks.
func TestOperators(t *testing.T) {
	for in, want := range map[string]string{
		"q 1 0 0 1 5 6 cm /X Do [(a)]TJ BI /W 1 ID x EI T* Q": "q:|1 0 0 1 5 6 cm:1 0 0 1 5 6|/X Do:/X|[(a)]TJ:[ " +
			"\"a\" ]|BI /W 1 ID x EI:/W 1|T*:|Q:",
		"[1 q 2] 0 d":                            "[1 q 2] 0 d:[ 1 2 ] 0", // a word inside an array is no operator
		"[1 2 q":                                 "[1 2 q:1 2",            // but where the array does not end, it is
		"/P<</MCID 3/X[1 2]/Y>>BDC":              "/P<</MCID 3/X[1 2]/Y>>BDC:/P << /MCID 3 /X [ 1 2 ] >>",
		"(open 5 q":                              "(open:|5 q:5",
		"1 0 R q":                                "1 0 R:1 0|q:",
		"BI/W 2/H 1/BPC 8/CS/RGB ID Q EI Q EI Q": "BI/W 2/H 1/BPC 8/CS/RGB ID Q EI Q EI:/W 2 /H 1 /BPC 8 /CS /RGB|Q:",
		"true null x":                            "true null x:true null",
	} {
		var ops Operators
		ops.Reset([]byte(in))
		var got []string
		for op := ops.Next(); op != nil; op = ops.Next() {
			got = append(got, in[ops.Start:ops.End]+":"+show(ops.Operands))
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%q: %s, should be\n%s", in, s, want)
		}
	}
}

// TestOperandsBounded: what stands before one operator is kept up to a bound, and an operator behind it is still found.
func TestOperandsBounded(t *testing.T) {
	var ops Operators
	ops.Reset([]byte(strings.Repeat("1 ", 3*maxOperands) + "[" + strings.Repeat("2 ", 3*maxOperands) + "] TJ q"))
	if op := ops.Next(); string(op) != "TJ" || len(ops.Operands) != maxOperands {
		t.Errorf("%s with %d operands", op, len(ops.Operands))
	}
	if op := ops.Next(); string(op) != "q" {
		t.Errorf("%s, should be q", op)
	}
}

// FuzzOperators: any bytes are content; operators lie in order within the data.
func FuzzOperators(f *testing.F) {
	for _, s := range []string{"q 1 0 0 1 5 6 cm /P<</MCID 0>>BDC BT(a)Tj ET EMC BI/W 1/H 1 ID x EI Q",
		"[(a)-2<62>]TJ <</a[1 2]>> {}() \\ % x", "[(a\\)b) -20 <41 4>]TJ",
		"/A#20B<</MCID 3/X[1 2]>>BDC", "(((", "<<<<", "1.2.3 --5 +.5 -", "<0001><", "(\\", "%", "BI ID", "BI/W"} {
		f.Add([]byte(s))
	}
	for _, s := range contents {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var ops Operators
		ops.Reset(data)
		last := 0
		for op := ops.Next(); op != nil; op = ops.Next() {
			if ops.Start < last || ops.End <= ops.Start || ops.End > len(data) {
				t.Fatalf("%q from %d to %d behind %d of %d", op, ops.Start, ops.End, last, len(data))
			}
			last = ops.End
			for _, o := range ops.Operands {
				o.Append(nil)
			}
		}
		ops.Unfinished()
		whole := operators(string(data), max(len(data), 1))
		for _, piece := range []int{1 + len(data)/2, 1 + len(data)/7} {
			if got := operators(string(data), piece); !slices.Equal(got, whole) {
				t.Fatalf("%q in pieces of %d is\n%q\nand not\n%q", data, piece, got, whole)
			}
		}
	})
}
