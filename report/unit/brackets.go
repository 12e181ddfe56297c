package unit

import (
	"bytes"
	"math"

	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/syntax"
)

// Brackets are what our streams around those of an original's page must make up for: what its content closes too often
// and leaves open, and that it has no tags. The page's streams themselves are not touched.
type Brackets struct {
	Extra      []pdf.Matrix // for each Q without a q, the coordinates there; all 0 where they have no inverse
	Open       int          // q left open
	Marks      int          // marked content left open
	Text       bool         // a text object left open
	Ends       int          // ends of marked content that has no beginning; where the page has tags they are left so
	As         As           // what the page is as a whole
	Mark       int          // the identifier of its mark, or of the stamp's that speaks for it
	Unfinished []byte       // what ends a string, array, dictionary or inline image in which the content breaks off
}

// mostMended bounds how often a page's stream is closed again: a page that is off by more is noise.
const mostMended = 1 << 12

func bracketsOf(b pdf.Balance) Brackets {
	x := Brackets{Open: min(b.UnclosedQ, mostMended), Marks: min(b.OpenMarks, mostMended), Text: b.OpenText,
		Ends: min(b.ExtraEMC, mostMended)}
	if len(b.Unfinished) > 0 {
		x.Unfinished = bytes.Clone(b.Unfinished)
	}
	for _, m := range b.ExtraQ[:min(len(b.ExtraQ), mostMended)] {
		if _, ok := m.Inverse(); !ok || math.IsInf(m[4], 0) || math.IsInf(m[5], 0) || math.IsNaN(m[4]+m[5]) {
			m = pdf.Matrix{}
		}
		x.Extra = append(x.Extra, m)
	}
	return x
}

// tail closes what a page left open and draws the stamp, if it has one.
func (x *Brackets) tail(name string) []byte {
	// Streams are read as if joined, and not by every reader with a blank between them (ISO 32000-1, 7.8.2); the line
	// feed ends a comment, too.
	t := append([]byte{'\n'}, x.Unfinished...)
	if x.Text {
		t = append(t, "ET\n"...)
	}
	t = append(t, bytes.Repeat([]byte("EMC\n"), x.Marks)...)
	if x.As == AsFigure || x.As == AsArtifact {
		t = append(t, "EMC\n"...)
	}
	t = append(t, bytes.Repeat([]byte("Q\n"), 1+x.Open)...)
	switch {
	case x.As == AsArtifact: // the stamp speaks for it, or, without one, nothing that is seen
		t = append(syntax.AppendInt(append(t, "/P<</MCID "...), x.Mark), ">>BDC\n"...)
	case name == "":
		return t
	default:
		t = append(t, "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n"...)
	}
	if name != "" {
		t = append(syntax.AppendName(t, name), " Do\n"...)
	}
	return append(t, "EMC\n"...)
}

// mark begins what the page is as a whole. For each end of marked content that has no beginning, which would end ours,
// there is one more beginning.
func (x *Brackets) mark(b []byte) []byte {
	switch x.As {
	case AsFigure:
		b = append(syntax.AppendInt(append(b, "/Figure<</MCID "...), x.Mark), ">>BDC\n"...)
	case AsArtifact:
		b = append(b, "/Artifact BMC\n"...)
	default:
		return b
	}
	return append(b, bytes.Repeat([]byte("/Span BMC\n"), x.Ends)...)
}

// head saves the graphics state for the stamp, and once more for every Q of the page that has no q. Readers pass over
// such a Q, and what the page has done to its coordinates lasts: so must it be with the state that the Q now finds,
// which is saved with the coordinates that will hold at that Q. What the page is as a whole begins behind that.
func (x *Brackets) head() []byte {
	b := []byte("q\n")
	now := pdf.Identity
	become := func(m pdf.Matrix) {
		inverse, ok := now.Inverse()
		if m == now || !ok {
			return
		}
		for _, v := range m.Of(inverse) {
			b = append(syntax.AppendFloat(b, v), ' ')
		}
		b, now = append(b, "cm\n"...), m
	}
	for i := len(x.Extra) - 1; i >= 0; i-- { // the first to be met is on top
		if x.Extra[i] != (pdf.Matrix{}) {
			become(x.Extra[i])
		}
		b = append(b, "q\n"...)
	}
	become(pdf.Identity)
	return x.mark(b)
}
