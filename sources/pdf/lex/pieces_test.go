package lex

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// contents are streams with what is hard to divide: inline images with and without a known length, strings that hold
// brackets, and what never closes.
var contents = []string{
	"q 1 0 0 1 5 6 cm /X Do [(a)]TJ BI /W 1 ID x EI T* Q",
	"BI/W 2/H 1/BPC 8/CS/RGB ID Q EI Q EI Q BI/W 40/H 2/BPC 8/CS/G ID" + strings.Repeat(" EI Q ", 14) + " EI\nq Q",
	"q BI/W 40/H 2/BPC 8/CS/G ID " + strings.Repeat("EI Q ", 16) + "\r\nEI q Q",
	"BT /F1 12 Tf (a\\)b(c)) Tj <41 4> Tj [(x) -20 <4142>] TJ ET /P<</MCID 3/X[1 2]>>BDC EMC % (a comment\nq 12.5 w Q",
	"q (never closed 5 w Q [1 2 q << /A (b) Q",
	"[1 [2 [3 [4 q Q (a) Tj BI/W 3/F[/A85] ID abcdefgh~> EI 1 2 3 4 k",
	"BI/W 9/H 9/BPC 8/CS/CMYK ID short EI Q",
	"BI/W 9/D[0",
	strings.Repeat("( ", maxBroken+10) + "1 w [2] 0 d (x) Tj",
}

// operators are those of a content that comes in pieces of a size, each with its operands, and what would end it.
func operators(content string, piece int) []string {
	var out []string
	var ops Operators
	from, to := 0, min(piece, len(content))
	ops.Reset([]byte(content[:to]))
	for {
		ops.More = to < len(content)
		op := ops.Next()
		if ops.More && !ops.Sure() {
			from += ops.Keep()
			to = min(to+piece, len(content))
			ops.Again([]byte(content[from:to]))
			continue
		}
		if op == nil {
			return append(out, fmt.Sprintf("ends with %q", ops.Unfinished()))
		}
		out = append(out, fmt.Sprintf("%s from %d to %d: %s", op, from+ops.Start, from+ops.End, show(ops.Operands)))
	}
}

// TestPieces: a content is divided into the same operators in whichever pieces it comes.
func TestPieces(t *testing.T) {
	for _, content := range contents {
		whole := operators(content, len(content))
		for piece := 1; piece < len(content); piece += 1 + piece/12 {
			got := operators(content, piece)
			if !slices.Equal(got, whole) {
				t.Errorf("%q in pieces of %d is\n%q\nand not\n%q", content, piece, got, whole)
				break
			}
		}
	}
}

// TestKeepsLittle: of a content of which each operator is sure, no more is held than one operator and what may change
// what it is.
func TestKeepsLittle(t *testing.T) {
	content := []byte(strings.Repeat("q (words) Tj Q\n", 100))
	var ops Operators
	from, to := 0, 64
	ops.Reset(content[:to])
	for to < len(content) {
		ops.More = true
		if ops.Next(); ops.Sure() {
			continue
		}
		from += ops.Keep()
		if to-from > lookAhead+len("(words) Tj Q\n") {
			t.Fatalf("of %d bytes %d are held", to, to-from)
		}
		to += 8
		ops.Again(content[from:min(to, len(content))])
	}
}
