package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// TestEmbedded: what a file specification says is read in each of the forms that writers give it.
func TestEmbedded(t *testing.T) {
	for _, c := range []struct {
		what, spec string
		want       Embedded
		ok         bool
	}{
		{"the usual form", "<</F(a.txt)/UF(b.txt)/Desc(words)/AFRelationship/Data/EF<</F 5 0 R>>>>",
			Embedded{Name: "b.txt", Description: "words", Relationship: "Data", MIME: "text/plain",
				Modified: "D:20110919",
				Size:     3, CheckSum: []byte("sum"), Stream: 5}, true},
		{"folders of another system", `<</F(C:\\Users\\someone\\x.csv)/EF<</F 6 0 R>>>>`,
			Embedded{Name: "x.csv", Size: -1, Stream: 6}, true},
		{"UTF-16 in the other order", "<</UF<FFFEC0032E007000>/EF<</UF 6 0 R>>>>",
			Embedded{Name: "π.p", Size: -1, Stream: 6}, true},
		{"a system of old", "<</DOS(OLD.TXT)/EF<</DOS 6 0 R>>>>", Embedded{Name: "OLD.TXT", Size: -1, Stream: 6}, true},
		{"a stream that is none", "<</F(a)/EF<</F 1 0 R>>>>", Embedded{Name: "a", Size: -1}, true},
		{"a file beside it", "<</F(a.txt)>>", Embedded{Name: "a.txt", Size: -1}, false},
		{"a name alone", `(C:\\folder\\a.txt)`, Embedded{Name: "a.txt", Size: -1}, false},
	} {
		f := onePage()
		f.stream("/Type/EmbeddedFile/Subtype/text#2Fplain/Params<</Size 3/ModDate(D:20110919)/CheckSum(sum)>>", "abc")
		f.stream("", "def")
		n := f.add("%s", c.spec)
		got, ok := mustOpen(t, f.bytes()).Embedded(*types.NewIndirectRef(n, 0))
		if ok != c.ok || !equalEmbedded(got, c.want) {
			t.Errorf("%s: %+v %v", c.what, got, ok)
		}
	}
}

func equalEmbedded(a, b Embedded) bool {
	same := bytes.Equal(a.CheckSum, b.CheckSum)
	a.CheckSum, b.CheckSum = nil, nil
	return same && a.Name == b.Name && a.Description == b.Description && a.Relationship == b.Relationship &&
		a.MIME == b.MIME && a.Created == b.Created && a.Modified == b.Modified && a.Size == b.Size &&
		a.Stream == b.Stream
}

// zipped compresses b.
func zipped(b []byte) string {
	var z bytes.Buffer
	w := zlib.NewWriter(&z)
	w.Write(b)
	w.Close()
	return z.String()
}

// TestCopy: a stream comes out in pieces as it does in one, from memory and from disk; what is too much, or damaged, is
// an error; and only what every reader decodes is called plain.
func TestCopy(t *testing.T) {
	long := bytes.Repeat([]byte("0123456789abcdef"), 1<<16)
	for _, c := range []struct {
		what, dict, data string
		want             []byte
		plain            bool
		fails            bool
	}{
		{"no filter", "", string(long), long, true, false},
		{"flate", "/Filter/FlateDecode", zipped(long), long, true, false},
		{"flate in a list", "/Filter[/FlateDecode]", zipped(long), long, true, false},
		{"nothing", "", "", nil, true, false},
		{"hexadecimal", "/Filter/ASCIIHexDecode", "616263>", []byte("abc"), false, false},
		{"two filters", "/Filter[/AHx/Fl]", "789c4b4c4a06 00024d0127>", []byte("abc"), false, false},
		{"without its sum", "/Filter/FlateDecode", zipped(long)[:len(zipped(long))-4], long, false, false},
		{"cut off", "/Filter/FlateDecode", zipped(long)[:len(zipped(long))/2], nil, false, true},
		{"another filter", "/Filter/DCTDecode", "x", nil, false, true},
	} {
		f := onePage()
		n := f.stream(c.dict, c.data)
		data := f.bytes()
		d := mustOpen(t, data)
		s, ok := d.Stream(d.Object(n))
		if !ok {
			t.Fatalf("%s: no stream", c.what)
		}
		var b bytes.Buffer
		size, plain, err := d.Copy(&b, *s, int64(len(long)))
		if (err != nil) != c.fails || !c.fails &&
			(!bytes.Equal(b.Bytes(), c.want) || plain != c.plain || size != int64(len(c.want))) {
			t.Errorf("%s: %d bytes, plain %v, %v", c.what, size, plain, err)
		}
		name := filepath.Join(t.TempDir(), "x.pdf")
		if err := os.WriteFile(name, data, 0o644); err != nil {
			t.Fatal(err)
		}
		disk, err := OpenFile(nil, name)
		if err != nil {
			t.Fatal(err)
		}
		b.Reset()
		size, err = disk.Copy(&b, n, int64(len(long)))
		if c.plain && (err != nil || !bytes.Equal(b.Bytes(), c.want) || size != int64(len(c.want))) || c.fails &&
			err == nil {
			t.Errorf("%s, from disk: %d bytes, %v", c.what, size, err)
		}
		if len(c.want) > 1000 && c.plain {
			if _, _, err := d.Copy(&b, *s, int64(len(long))-1); !errors.Is(err, ErrTooLong) {
				t.Errorf("%s: one byte too much gives %v", c.what, err)
			}
			if _, err := disk.Copy(&b, n, int64(len(long))-1); !errors.Is(err, ErrTooLong) {
				t.Errorf("%s, from disk: one byte too much gives %v", c.what, err)
			}
		}
		disk.Close()
	}
}

// TestEmbeddedFileFilter: embedded files are decrypted by the method that is theirs (ISO 32000-1, table 20), other
// streams by their own.
func TestEmbeddedFileFilter(t *testing.T) {
	enc := types.Dict{"V": types.Integer(4), "StmF": types.Name("Identity"), "StrF": types.Name("Identity"),
		"EFF": types.Name("StdCF"),
		"CF":  types.Dict{"StdCF": types.Dict{"CFM": types.Name("AESV2")}}}
	c := &crypt{doc: &Document{}, v: 4, r: 4, key: []byte("0123456789abcdef"), filters: map[string]method{}}
	c.methods(enc)
	sum := md5.Sum([]byte("0123456789abcdef\x07\x00\x00\x00\x00sAlT"))
	block, err := aes.NewCipher(sum[:])
	if err != nil {
		t.Fatal(err)
	}
	secret := make([]byte, 32)
	copy(secret, "the vector......")
	cipher.NewCBCEncrypter(block, secret[:16]).CryptBlocks(secret[16:],
		append([]byte("attached"), bytes.Repeat([]byte{8}, 8)...))
	attached := types.StreamDict{Dict: types.Dict{"Type": types.Name("EmbeddedFile")}, Raw: secret}
	if got := c.stream(attached, 7, 0); string(got) != "attached" {
		t.Errorf("%q", got)
	}
	if got := c.stream(types.StreamDict{Dict: types.Dict{}, Raw: secret}, 7, 0); !bytes.Equal(got, secret) {
		t.Error("a stream that is not encrypted was decrypted")
	}
}
