package pdf

import (
	"bytes"
	"errors"
	"testing"

	"github.com/klauspost/compress/zlib"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// pageOf is a document of one page whose content is two deflated streams.
func pageOf(contents *Contents, streams ...[]byte) (*Document, Page) {
	d := &Document{contents: contents, objects: map[int]types.Object{}}
	var list types.Array
	for i, raw := range streams {
		d.objects[i+1] = types.StreamDict{Dict: types.Dict{"Filter": types.Name("FlateDecode")}, Raw: raw}
		list = append(list, *types.NewIndirectRef(i+1, 0))
	}
	return d, Page{Dict: types.Dict{"Contents": list}}
}

func deflated(t *testing.T, text string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zlib.NewWriter(&out)
	if _, err := z.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestKeptContentIsTheSame reads pages whose content is kept and others whose content is not, to every length.
func TestKeptContentIsTheSame(t *testing.T) {
	one, other := deflated(t, "q 1 0 0 1 0 0 cm"), deflated(t, "BT ET Q")
	wrong := bytes.Clone(one)
	wrong[len(wrong)-1]++ // its sum
	broken := bytes.Clone(one)
	broken[len(broken)/2] ^= 0xFF
	for name, streams := range map[string][][]byte{"one": {one}, "two": {one, other}, "twice": {other, other},
		"wrong sum": {wrong, other}, "broken": {broken}, "none": {}, "empty": {nil, one}} {
		plain, page := pageOf(nil, streams...)
		keeps, _ := pageOf(new(Contents), streams...)
		_, want := plain.Scan(page, nil)
		for max := range 40 {
			before, wantErr := plain.PageContent(page, max)
			got, err := keeps.PageContent(page, max)
			if !bytes.Equal(got, before) || !errors.Is(err, wantErr) && (err == nil) != (wantErr == nil) {
				t.Errorf("%s, %d: %q %v, want %q %v", name, max, got, err, before, wantErr)
			}
		}
		if _, err := keeps.Scan(page, nil); !errors.Is(err, want) && (err == nil || want == nil) {
			t.Errorf("%s: %v, want %v", name, err, want)
		}
	}
}

// TestContentsAreKeptOnce asks for a stream twice, and keeps no more than it may.
func TestContentsAreKeptOnce(t *testing.T) {
	c := new(Contents)
	text := string(bytes.Repeat([]byte("0 g "), keptContent/5))
	for range 2 * keptContents / len(text) {
		d, page := pageOf(c, deflated(t, text))
		first, err := d.PageContent(page, maxDecoded)
		if err != nil || string(first) != text+"\n" {
			t.Fatal(len(first), err)
		}
		if again, _ := d.PageContent(page, maxDecoded); &again[0] != &first[0] && c.held < keptContents {
			t.Fatal("read anew")
		}
	}
	if c.held > keptContents+keptContent {
		t.Errorf("%d bytes are kept", c.held)
	}
}
