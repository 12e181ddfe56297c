package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"rapporteur/sources/pdf/lex"
)

func TestScan(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", "{0 0 0 false false}"},
		{"q q Q", "{1 0 0 false false}"},
		{"Q q Q Q", "{0 2 0 false false}"},
		{"/P<</MCID 3>>BDC (Q EMC) Tj EMC EMC", "{0 0 0 false true}"},
		{"/P<</MCID 3>>BDC/Span<</MCID 1/Lang(en)>>BDC/P<</MCID 3>>BDC/A BMC EMC", "{0 0 3 false false}"},
		{"/P/MC0 BDC/P/MC9 BDC EMC EMC", "{0 0 0 false false}"},
		{"BT /F 1 Tf[(a)-20(b)]TJ", "{0 0 0 true true}"},
		{"% q q q\nq", "{1 0 0 false false}"},
		{"qQ q", "{1 0 0 false false}"},
		{"q BI/W 2/H 1/BPC 8/CS/RGB ID Q EI Q EI Q", "{0 0 0 false false}"}, // six bytes of data, two of them an EI
		// an EI by chance among compressed bytes
		{"q BI/W 9/H 9/F/Fl ID \x01 EI \x02\x80 Q EI Q", "{0 0 0 false false}"},
		{"q BI/W 9/H 9/F/Fl ID abc", "{1 0 0 false false}"}, // never ends
		{"q ] ) > } { Q (unclosed q q", "{2 0 0 false false}"},
		{"<</a", "{0 0 0 false false}"},
		{"1 2 3 0 R q", "{1 0 0 false false}"},
	} {
		b := balanceOf([]byte(c.in))
		if got := fmt.Sprint("{", b.UnclosedQ, " ", len(b.ExtraQ), " ", b.OpenMarks, " ", b.OpenText, " ", b.UsesText,
			"}"); got != c.want {
			t.Errorf("%q: %s, should be %s", c.in, got, c.want)
		}
	}
}

// TestScanExtraQ: the matrix that holds where a Q finds no q.
func TestScanExtraQ(t *testing.T) {
	b := balanceOf([]byte("Q 2 0 0 2 10 20 cm q 9 0 0 9 0 0 cm Q Q 1 0 0 1 1 1 cm Q (x) cm Q"))
	if want := []Matrix{Identity, {2, 0, 0, 2, 10, 20}, {2, 0, 0, 2, 12, 22},
		{2, 0, 0, 2, 12, 22}}; !slices.Equal(b.ExtraQ, want) {
		t.Errorf("%v, should be %v", b.ExtraQ, want)
	}
	m := Matrix{0, 2, -3, 1, 5, 7}
	inverse, ok := m.Inverse()
	for i, v := range m.Of(inverse) {
		if !ok || math.Abs(v-Identity[i]) > 1e-12 {
			t.Errorf("%v undone by %v", m, inverse)
		}
	}
	if _, ok := (Matrix{1, 1, 1, 1, 0, 0}).Inverse(); ok {
		t.Error("a flat matrix was undone")
	}
}

// TestScanUnfinished: what has to follow content that breaks off in a token, so that operators after it are operators.
func TestScanUnfinished(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "(a) Tj": "", "q 12": "", "/Nam": "", "% (": "", "[(a) % (\n]": "", "<</A(>>)>>BDC": "",
		"(a\\) Tj": ")", "(a (b": "))", "(a (b)": ")", "<4142": ">", "[<41> (a": ")]",
		"[1 2": "]", "/P <</MCID 0/X[(]": ")]>>", "<</A<</B<41>": ">>>>", "[1 % ]\n2 % (": "]",
		"BI/W 9/F/Fl ID abc": "EI", "BI/W 1 ID x EI": "", "(a) ) > ] q": "",
	} {
		got := balanceOf([]byte(in)).Unfinished
		if strings.TrimSuffix(string(got), "\n") != want {
			t.Errorf("%q: %q, should be %q", in, got, want)
		}
		whole := balanceOf([]byte(in + "\n" + string(got) + "q q q"))
		if whole.UnclosedQ < 3 || len(whole.Unfinished) > 0 {
			t.Errorf("%q, ended by %q, takes what follows: %+v", in, got, whole)
		}
	}
}

// TestScanNoise: content made to be read again and again ends soon.
func TestScanNoise(t *testing.T) {
	for _, s := range []string{"(", "[", "<<", "<", "[(", "<</a", "BI ", "BI ID EI", "1 ", "BI /a (", "/a ("} {
		balanceOf([]byte(strings.Repeat(s, 300_000)))
		balanceOf([]byte("BI " + strings.Repeat(s, 300_000)))
	}
}

// balanceOf is balance of content that is held whole.
func balanceOf(data []byte) Balance {
	b, _ := balance(bytes.NewReader(data), nil)
	return b
}

// TestBalanceByPieces: however the pieces of a long content fall, what it says is what one piece would say: tokens,
// images and what never closes reach over their ends.
func TestBalanceByPieces(t *testing.T) {
	fill := strings.Repeat("1 0 0 1 0 0 cm ", maxPiece/15-4)
	for _, end := range []string{
		"q q Q BT (text) Tj", "/P <</MCID 1>> BDC Q 2 0 0 2 0 0 cm Q", "[(a) 12 (b)] TJ q", "q (an open (string",
		"q [1 2 <</A [3",
		"BI/W 8/H 1/BPC 8/CS/G ID EI q EI \nEI q q",
		"q <61", "q BI /W 600 /H 600 /BPC 8 /CS /RGB ID " + strings.Repeat("x EI Q ", 600*600*3/7+1)[:600*600*3] +
			" EI q q",
		"BI /F /DCT ID " + strings.Repeat("\xff Q", maxPiece) + " EI q", "% a comment (\nq", "q BI /W 1 ID no end",
		"[ true fal ] q", ") ] >> q", strings.Repeat("(", 100) + " q", "<< /A " + strings.Repeat("(x)", maxPiece) +
			" >> BDC q",
	} {
		for shift := range 64 {
			in := []byte(fill + strings.Repeat(" ", shift) + end)
			whole := wholeBalance(in)
			if got, err := balance(bytes.NewReader(in), nil); err != nil || !reflect.DeepEqual(got, whole) {
				t.Fatalf("%.40q behind %d: %+v, %v; whole: %+v", end, len(in)-len(end), got, err, whole)
			}
			if len(end) > 1000 && shift > 8 {
				break
			}
		}
	}
}

// wholeBalance is balance of content in one piece.
func wholeBalance(data []byte) Balance {
	w := &window{data: data, whole: true}
	b, _ := w.balance(nil, new(lex.Operators))
	return b
}

// TestContentTooLongToHold: of content that would have to be held beyond the limit, what stands before is told.
func TestContentTooLongToHold(t *testing.T) {
	in := io.MultiReader(strings.NewReader("q q BT (a) Tj ("), io.LimitReader(letters{}, 2*maxHeld))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	b, err := balance(in, nil)
	runtime.ReadMemStats(&after)
	if !errors.Is(err, ErrTooLong) || b.UnclosedQ != 2 || !b.UsesText || string(b.Unfinished) != ")\n" {
		t.Errorf("%+v, %v", b, err)
	}
	if got := after.TotalAlloc - before.TotalAlloc; got > 4*maxHeld {
		t.Errorf("%d bytes were taken", got)
	}
	in = io.MultiReader(strings.NewReader("q "), io.LimitReader(letters{}, 2*maxHeld), strings.NewReader(" q"))
	if b, err := balance(in, nil); err != nil && !errors.Is(err, ErrTooLong) || b.UnclosedQ < 1 {
		t.Errorf("%+v, %v", b, err)
	}
}

// letters is text without end.
type letters struct{}

func (letters) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}
