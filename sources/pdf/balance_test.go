package pdf

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

func TestScan(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", "{0 0 0 0 false [] false}"},
		{"q q Q", "{1 0 0 0 false [] false}"},
		{"Q q Q Q", "{0 2 0 0 false [] false}"},
		{"/P<</MCID 3>>BDC (Q EMC) Tj EMC EMC", "{0 0 0 1 false [3] true}"},
		{"/P<</MCID 3>>BDC/Span<</MCID 1/Lang(en)>>BDC/P<</MCID 3>>BDC/A BMC EMC", "{0 0 3 0 false [3 1] false}"},
		{"/P/MC0 BDC/P/MC9 BDC EMC EMC", "{0 0 0 0 false [8] false}"},
		{"BT /F 1 Tf[(a)-20(b)]TJ", "{0 0 0 0 true [] true}"},
		{"% q q q\nq", "{1 0 0 0 false [] false}"},
		{"qQ q", "{1 0 0 0 false [] false}"},
		// six bytes of data, two of them an EI
		{"q BI/W 2/H 1/BPC 8/CS/RGB ID Q EI Q EI Q", "{0 0 0 0 false [] false}"},
		// an EI by chance among compressed bytes
		{"q BI/W 9/H 9/F/Fl ID \x01 EI \x02\x80 Q EI Q", "{0 0 0 0 false [] false}"},
		{"q BI/W 9/H 9/F/Fl ID abc", "{1 0 0 0 false [] false}"}, // never ends
		{"q ] ) > } { Q (unclosed q q", "{2 0 0 0 false [] false}"},
		{"<</a", "{0 0 0 0 false [] false}"},
		{"1 2 3 0 R q", "{1 0 0 0 false [] false}"},
	} {
		b := balance([]byte(c.in), func(name string) types.Dict {
			if name == "MC0" {
				return types.Dict{"MCID": types.Integer(8)}
			}
			return nil
		})
		if got := fmt.Sprint("{", b.UnclosedQ, " ", len(b.ExtraQ), " ", b.OpenMarks, " ", b.ExtraEMC, " ", b.OpenText,
			" ", b.MCIDs, " ", b.UsesText, "}"); got != c.want {
			t.Errorf("%q: %s, should be %s", c.in, got, c.want)
		}
	}
}

// TestScanExtraQ: the matrix that holds where a Q finds no q.
func TestScanExtraQ(t *testing.T) {
	b := balance([]byte("Q 2 0 0 2 10 20 cm q 9 0 0 9 0 0 cm Q Q 1 0 0 1 1 1 cm Q (x) cm Q"), nil)
	if want := []Matrix{Identity, {2, 0, 0, 2, 10, 20}, {2, 0, 0, 2, 12, 22}, {2, 0, 0, 2, 12,
		22}}; !slices.Equal(b.ExtraQ, want) {
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
		"": "", "(a) Tj": "", "q 12": "", "/Nam": "", "% (": "", "[(a) % (\n]": "", "<</A(>>)>>BDC": "", "(a\\) " +
			"Tj": ")", "(a (b": "))", "(a (b)": ")", "<4142": ">", "[<41> (a": ")]",
		"[1 2": "]", "/P <</MCID 0/X[(]": ")]>>", "<</A<</B<41>": ">>>>", "[1 % ]\n2 % (": "]", "BI/W 9/F/Fl ID " +
			"abc": "EI", "BI/W 1 ID x EI": "", "(a) ) > ] q": "",
	} {
		got := balance([]byte(in), nil).Unfinished
		if strings.TrimSuffix(string(got), "\n") != want {
			t.Errorf("%q: %q, should be %q", in, got, want)
		}
		whole := balance([]byte(in+"\n"+string(got)+"q q q"), nil)
		if whole.UnclosedQ < 3 || len(whole.Unfinished) > 0 {
			t.Errorf("%q, ended by %q, takes what follows: %+v", in, got, whole)
		}
	}
}

// TestScanNoise: content made to be read again and again ends soon.
func TestScanNoise(t *testing.T) {
	for _, s := range []string{"(", "[", "<<", "<", "[(", "<</a", "BI ", "BI ID EI", "1 ", "BI /a (", "/a ("} {
		balance([]byte(strings.Repeat(s, 300_000)), nil)
		balance([]byte("BI "+strings.Repeat(s, 300_000)), nil)
	}
}
