package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/klauspost/compress/zlib"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// show writes an object in one line, keys sorted, strings as bytes.
func show(o types.Object) string {
	switch v := o.(type) {
	case nil:
		return "null"
	case types.Dict:
		var b []string
		for _, k := range SortedKeys(v) {
			b = append(b, "/"+k+" "+show(v[k]))
		}
		return "<<" + strings.Join(b, " ") + ">>"
	case types.Array:
		var b []string
		for _, e := range v {
			b = append(b, show(e))
		}
		return "[" + strings.Join(b, " ") + "]"
	case types.StringLiteral, types.HexLiteral:
		b, _ := StringBytes(v)
		return fmt.Sprintf("%q", b)
	case types.IndirectRef:
		return fmt.Sprintf("@%d", v.ObjectNumber.Value())
	case types.Float:
		return fmt.Sprintf("%g", float64(v))
	}
	return fmt.Sprint(o)
}

func TestParseObject(t *testing.T) {
	for _, c := range []struct{ in, want, rest string }{
		{"null", "null", ""}, {" true]", "true", "]"}, {"false", "false", ""},
		{"12 ", "12", " "}, {"-3", "-3", ""}, {"+.5", "0.5", ""}, {"--7", "-7", ""}, {"4.", "4", ""}, {"1.2.3 ",
			"1.2", " "}, {"12-34 ", "12", " "},
		{"99999999999999999999", "1e+20", ""}, {"0endobj", "0", "endobj"},
		{"12 0 R", "@12", ""}, {"12 0 Rx", "12", " 0 Rx"}, {"12 0 obj", "12", " 0 obj"}, {"1 2 3", "1", " 2 3"},
		{"/A#42#C3#A9/B", "ABé", "/B"}, {"/", "", ""}, {"/a#zz", "a#zz", ""},
		{`(a\(b\)(c)\\)`, `"a(b)(c)\\"`, ""}, {`(\101\7\0012\
x\q)`, `"A\a\x012xq"`, ""}, {"(a\r\nb\rc)", `"a\nb\nc"`, ""},
		{"<48 656c6C 6>", `"Hell` + "`" + `"`, ""}, {"<>", `""`, ""},
		{"[1[2]/a(b)<63>null 4 0 R]", `[1 [2] a "b" "c" null @4]`, ""},
		{"<</A 1/B<</C[/D]>>/N null/E%c\n2>>", "<</A 1 /B <</C [D]>> /E 2>>", ""},
		{"<</A>>", "<<>>", ""}, {"<</A nan/B 2>>", "<</B 2>>", ""}, {"<</A 1]/B 2>>", "<</A 1 /B 2>>", ""},
		{"[1 nan 2]", "[1 2]", ""},
		{"<</A 1>/B", "<</A 1>>", "/B"},
	} {
		o, end, err := ParseObject([]byte(c.in), 0)
		if err != nil {
			t.Errorf("%q: %v", c.in, err)
			continue
		}
		if got := show(o); got != c.want || c.in[end:] != c.rest {
			t.Errorf("%q: %s rest %q, should be %s rest %q", c.in, got, c.in[end:], c.want, c.rest)
		}
	}
	for _, in := range []string{"", "  ", "endobj", "(abc", "<41", "[1 2", "<</A 1", "<</A 1 endobj", "]", "xyz",
		"%only a comment", strings.Repeat("[", 5000)} {
		if o, _, err := ParseObject([]byte(in), 0); err == nil {
			t.Errorf("%.20q gives %v", in, o)
		}
	}
}

func TestParseIndirect(t *testing.T) {
	data := "xx 7 2 obj<</Length 3>>stream\r\nabc\nendstream"
	in, err := parseIndirect([]byte(data), 2)
	st, ok := in.Object.(types.StreamDict)
	if err != nil || !ok || in.Number != 7 || in.Generation != 2 || data[in.End:in.End+3] != "abc" ||
		int(st.StreamOffset) != in.End {
		t.Errorf("%+v %v", in, err)
	}
	for _, bad := range []string{"7 obj 1", "a 0 obj 1", "7 0 onj 1", "99999999999 0 obj 1", "7 0 obj", "-7 0 obj 1"} {
		if in, err := parseIndirect([]byte(bad), 0); err == nil {
			t.Errorf("%q gives %+v", bad, in)
		}
	}
}

func TestText(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Excellencies", "Excellencies"},
		{"caf\xe9 \x80 \xa0 \x8d\x8e \x1f", "café • € “” ˜"},
		{"\xfe\xff\x00A\xd8\x3d\xde\x00\x4e\x2d", "A😀中"},
		{"\xff\xfeA\x00-N", "A中"},
		{"\xfe\xff\x00A\xd8", "A"},
		{"\xfe\xff\xd8\x00\x00B", "\uFFFDB"},
		{"\xef\xbb\xbfcaf\xc3\xa9\xff", "café\uFFFD"},
		{"\xfe\xff\x00\x1b\x00e\x00n\x00\x1b\x00A\x00\x1b\x00f\x00r\x00-\x00C\x00A\x00\x1b\x00B", "AB"},
		{"", ""},
	} {
		if got := Text([]byte(c.in)); got != c.want {
			t.Errorf("%q: %q, should be %q", c.in, got, c.want)
		}
	}
}

func TestDecode(t *testing.T) {
	stream := func(dict, raw string) types.StreamDict {
		o, _, err := ParseObject([]byte("<<"+dict+">>"), 0)
		if err != nil {
			t.Fatal(err)
		}
		return types.StreamDict{Dict: o.(types.Dict), Raw: []byte(raw)}
	}
	// zlib.compress(b'AAAABBBB'), and rows of two bytes with PNG filters none, sub, up, average, Paeth in front.
	flat := "\x78\x9c\x73\x74\x74\x74\x74\x02\x02\x00\x09\x36\x02\x0d"
	png := "\x00\x01\x02\x01\x01\x01\x02\x01\x01\x03\x01\x01\x04\x01\x01"
	for _, c := range []struct{ dict, raw, want string }{
		{"", "as it is", "as it is"},
		{"/Filter/FlateDecode", flat, "AAAABBBB"},
		{"/Filter/FlateDecode", "\r\n" + flat, "AAAABBBB"},
		{"/Filter/FlateDecode", "", ""}, // as qpdf writes nothing
		{"/Filter/FlateDecode/DecodeParms<</Predictor 15>>", "", ""},
		{"/Filter/Fl", "xx" + flat[2:len(flat)-4], "AAAABBBB"}, // broken header, no checksum
		{"/Filter[/AHx/Fl]", fmt.Sprintf("%x>junk", flat), "AAAABBBB"},
		{"/Filter/ASCII85Decode", "<~87cURDZ~>", "Hello"},
		{"/Filter/A85", "87c\nUR DZ~", "Hello"},
		{"/Filter/RunLengthDecode", "\x02abc\xfdd\x80zz", "abcdddd"},
		// the example of ISO 32000-1, 7.4.4.2
		{"/Filter/LZWDecode", "\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01", "-----A---B"},
		{"/Filter/Crypt", "x", "x"},
		{"/Filter/FlateDecode", flat[:len(flat)-1] + "\xff", "AAAABBBB"}, // a wrong checksum behind whole data
	} {
		if got, err := (&Document{}).Decode(stream(c.dict, c.raw), 100); err != nil || string(got) != c.want {
			t.Errorf("%s: %q %v, should be %q", c.dict, got, err, c.want)
		}
	}
	got, err := (&Document{}).unpredict([]byte(png), 15, types.Dict{"Columns": types.Integer(2)})
	if want := "\x01\x02\x01\x02\x02\x03\x02\x03\x03\x04"; err != nil || string(got) != want {
		t.Errorf("PNG rows %q %v, should be %q", got, err, want)
	}
	got, err = (&Document{}).unpredict([]byte("\x01\x01\x01\x05\x01\x01"), 2, types.Dict{"Columns": types.Integer(3)})
	if err != nil || string(got) != "\x01\x02\x03\x05\x06\x07" {
		t.Errorf("TIFF rows %q %v", got, err)
	}
	if b, err := (&Document{}).Decode(stream("/Filter/FlateDecode", flat), 5); err != ErrTooLong ||
		string(b) != "AAAAB" {
		t.Errorf("cap: %q %v", b, err)
	}
	if b, err := (&Document{}).Decode(stream("/Filter/FlateDecode", flat[:8]), 100); err == nil || len(b) == 0 ||
		!strings.HasPrefix("AAAABBBB", string(b)) {
		t.Errorf("cut short: %q %v", b, err)
	}
	if _, err := (&Document{}).Decode(stream("/Filter/DCTDecode", "x"), 5); err == nil {
		t.Error("a picture was decoded")
	}
	if _, err := (&Document{}).Decode(stream("/Filter["+strings.Repeat("/AHx", 50)+"]", "x"), 5); err == nil {
		t.Error("fifty filters were run")
	}
}

// TestDecodeAfterBrokenHeader decodes data without a zlib header and then data with one, over and over: readers are
// used again, each for its own kind.
func TestDecodeAfterBrokenHeader(t *testing.T) {
	var good, bare bytes.Buffer
	z := zlib.NewWriter(&good)
	z.Write([]byte("whole"))
	z.Close()
	bare.WriteString("\x00\x00")
	bare.Write(good.Bytes()[2:])
	for range 50 {
		for _, raw := range [][]byte{bare.Bytes(), good.Bytes()} {
			out, err := (&Document{}).Decode(types.StreamDict{Dict: types.Dict{"Filter": types.Name("FlateDecode")},
				Raw: raw}, 100)
			if string(out) != "whole" {
				t.Fatalf("%q, %v", out, err)
			}
		}
	}
}
