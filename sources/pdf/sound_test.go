package pdf

import (
	"bytes"
	"encoding/ascii85"
	"encoding/hex"
	"errors"
	"fmt"
	"math/rand"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// TestSoundness: what is wrong with the data of a stream is found, wherever in them it stands, and nothing where
// nothing is.
func TestSoundness(t *testing.T) {
	var text bytes.Buffer
	r := rand.New(rand.NewSource(1))
	for text.Len() < 3<<20 { // more than a first look of a mebibyte
		fmt.Fprintf(&text, "%d %d m %d %d l S\n", r.Intn(600), r.Intn(800), r.Intn(600), r.Intn(800))
	}
	z := deflate(text.String())
	changed := func(b []byte, at int, with ...byte) []byte {
		b = bytes.Clone(b)
		copy(b[at:], with)
		return b
	}
	sum := changed(z, len(z)-4, 1, 2, 3, 4)
	stored := deflateStored(t, "stored as it is")
	digits := []byte(hex.EncodeToString([]byte("some content")) + ">")
	five := make([]byte, 100)
	five = append(five[:ascii85.Encode(five, []byte("some content"))], "~>"...)
	jpeg := []byte("\xFF\xD8\xFF\xDB....\xFF\xDA scan \xFF\xD9")
	rowsOf := func(tags ...byte) []byte {
		var b []byte
		for _, tag := range tags {
			b = append(b, tag, 1, 2, 3)
		}
		return deflate(string(b))
	}
	none, broken := error(nil), errors.New("any other")
	for _, c := range []struct {
		name, dict string
		data       []byte
		want       error
	}{
		{"sound", "/Filter/FlateDecode", z, none},
		{"no filter", "", []byte("x"), none},
		{"cut in the middle", "/Filter/FlateDecode", z[:len(z)/2], broken},
		{"without its sum", "/Filter/FlateDecode", z[:len(z)-4], none},
		{"another sum", "/Filter/FlateDecode", sum, ErrSum},
		{"a bit of what is stored", "/Filter/FlateDecode", changed(stored, 10, 'X'), ErrSum},
		{"no zlib header", "/Filter/FlateDecode", changed(z, 0, 0, 0), ErrSum},
		{"garbage far behind", "/Filter/FlateDecode", changed(z, len(z)*3/4, bytes.Repeat([]byte{0xFF}, 64)...),
			broken},
		{"no zlib", "/Filter/FlateDecode", []byte("not deflated"), broken},
		{"digits", "/Filter/ASCIIHexDecode", digits, none},
		{"no digit", "/Filter/ASCIIHexDecode", changed(digits, 3, 'z'), broken},
		{"base 85", "/Filter/ASCII85Decode", five, none},
		{"no digit of 85", "/Filter/ASCII85Decode", changed(five, 3, '}'), broken},
		{"digits of a sum", "/Filter[/ASCIIHexDecode/FlateDecode]", []byte(hex.EncodeToString(sum)), ErrSum},
		{"rows", "/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 3>>", rowsOf(0, 1, 2, 3, 4), none},
		{"a row of no kind", "/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 3>>", rowsOf(0, 1, 7), broken},
		{"no columns", "/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns -1>>", rowsOf(0), broken},
		{"a run that is cut", "/Filter/RunLengthDecode", []byte("\x7Fabc"), broken},
		{"an unknown filter", "/Filter/Squeeze", []byte("x"), broken},
		{"a filter that is no name", "/Filter 7", []byte("x"), broken},
		{"a JPEG picture", "/Filter/DCTDecode", jpeg, none},
		{"half a JPEG picture", "/Filter/DCTDecode", jpeg[:14], broken},
		{"no JPEG picture", "/Filter/DCTDecode", []byte("GIF89a"), broken},
		{"another picture", "/Filter/JPXDecode", []byte("x"), none},
	} {
		f := onePage()
		f.objects[3] = fmt.Sprintf("<<%s/Length %d>>stream\n%s\nendstream", c.dict, len(c.data), c.data)
		d := mustOpen(t, f.bytes())
		var all Soundness
		for range 2 { // the second time it is known
			_, err := all.Check(d, d.Object(4).(types.StreamDict), 64<<20)
			switch {
			case c.want == broken && (err == nil || !Undecodable(err)), c.want != broken && !errors.Is(err, c.want):
				t.Errorf("%s: %v, should be %v", c.name, err, c.want)
			}
		}
	}
}

// deflateStored is zlib data whose bytes are stored and not compressed, so that a changed one is seen by the sum alone.
func deflateStored(t *testing.T, s string) []byte {
	t.Helper()
	n := len(s)
	b := append([]byte{0x78, 0x01, 1, byte(n), byte(n >> 8), ^byte(n), ^byte(n >> 8)}, s...)
	a, c := uint32(1), uint32(0)
	for i := range n {
		a = (a + uint32(s[i])) % 65521
		c = (c + a) % 65521
	}
	return append(b, byte(c>>8), byte(c), byte(a>>8), byte(a))
}

// TestScanTellsSums: what a page shows in full and its checksum speaks against is told, and gives way to what breaks
// off.
func TestScanTellsSums(t *testing.T) {
	z := deflate("q Q q Q q Q BT ET")
	wrong := string(append(bytes.Clone(z[:len(z)-4]), 1, 2, 3, 4))
	for _, c := range []struct {
		first, second string
		undecodable   bool
	}{{wrong, string(z), false}, {wrong, "no data of deflate", true}} {
		f := onePage()
		f.objects[2] = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents[5 0 R 6 0 R]>>"
		f.stream("/Filter/FlateDecode", c.first)
		f.stream("/Filter/FlateDecode", c.second)
		d := mustOpen(t, f.bytes())
		if _, err := d.Scan(d.Pages()[0], nil); errors.Is(err, ErrSum) == c.undecodable ||
			Undecodable(err) != c.undecodable {
			t.Errorf("%v", err)
		}
	}
}
