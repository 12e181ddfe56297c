package pdf

import (
	"bytes"
	"context"
	"encoding/hex"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestEncrypted opens each kind of encryption by both readers: strings and streams come out as they went in.
func TestEncrypted(t *testing.T) {
	for _, c := range []struct{ name, user string }{
		{"rc4-40-empty", ""}, {"rc4-128-empty", ""}, {"aes-128-empty", ""}, {"aes-256-empty", ""},
		{"aes-128-cleartext-metadata", ""}, {"aes-256-objstm", ""},
		{"rc4-128-user", "user"}, {"aes-256-user", "user"}, {"aes-256-r5-user", "user"},
	} {
		t.Run(c.name, func(t *testing.T) {
			data := fixture(t, c.name)
			passwords := []string{c.user, "owner"}
			if c.user != "" {
				wantKind(t, data, PasswordNeeded)
				wantKind(t, data, PasswordWrong, "guess", "User")
			}
			for _, p := range passwords {
				var given []string
				if p != "" {
					given = []string{"not this one", p}
				}
				d := mustOpen(t, data, given...)
				if !d.Encrypted() || len(d.Repaired()) > 0 {
					t.Errorf("password %q: encrypted %v, mended %v", p, d.Encrypted(), d.Repaired())
				}
				wantPlain(t, d)
				s, err := scan(context.Background(), data, []string{p})
				if err != nil {
					t.Fatalf("scan with %q: %v", p, err)
				}
				s.findNames()
				s.walk()
				wantPlain(t, s)
			}
		})
	}
}

// wantPlain checks what every fixture says.
func wantPlain(t *testing.T, d *Document) {
	t.Helper()
	if len(d.Pages()) != 2 {
		t.Fatalf("%d pages", len(d.Pages()))
	}
	for _, p := range d.Pages() {
		b, err := d.PageContent(p, 1000)
		if err != nil || !strings.Contains(string(b), "(Excellencies) Tj") {
			t.Errorf("content %q %v", b, err)
		}
	}
	f := d.Facts()
	if f.Title != "Statement" || f.Lang != "en" {
		t.Errorf("title %q language %q", f.Title, f.Lang)
	}
	if o := d.Outline(); len(o) != 1 || o[0].Title != "Second (page)" {
		t.Errorf("outline %+v", o)
	}
	if m, ok := d.Stream(d.Catalog()["Metadata"]); !ok {
		t.Error("no metadata")
	} else if b, err := d.Decode(*m, 1000); err != nil || !strings.HasPrefix(string(b), "<x:x/>") {
		t.Errorf("metadata %q %v", b, err)
	}
}

// TestCryptWithoutFilters: version 4 that names its filter and does not describe it is read as AES, and said so.
func TestCryptWithoutFilters(t *testing.T) {
	data := string(fixture(t, "aes-128-empty"))
	i := strings.Index(data, "/CF <<")
	j := strings.Index(data[i:], ">> >>") + i + 5
	if i < 0 || j < i {
		t.Fatal("the fixture has no /CF")
	}
	d := mustOpen(t, []byte(data[:i]+strings.Repeat(" ", j-i)+data[j:]))
	wantPlain(t, d)
	if r := d.Repaired(); len(r) == 0 || r[0] != "encryption" {
		t.Errorf("mended %v", r)
	}
}

// TestSignatureStaysPlain: the value of a signature is not decrypted.
func TestSignatureStaysPlain(t *testing.T) {
	c := &crypt{key: make([]byte, 16), strings: useRC4, doc: &Document{}}
	o, _, err := ParseObject([]byte("<</ByteRange[0 1]/Contents<3082>/Reason(abc)>>"), 0)
	if err != nil {
		t.Fatal(err)
	}
	v := (&Document{}).Dict(c.object(o, 7, 0))
	if b, _ := StringBytes(v["Contents"]); string(b) != "\x30\x82" {
		t.Errorf("signature %x", b)
	}
	if b, _ := StringBytes(v["Reason"]); string(b) == "abc" {
		t.Error("the reason was not decrypted")
	}
}

// directEncrypt writes the encryption dictionary of a fixture into its trailer, where it is no object of its own.
func directEncrypt(t *testing.T, name string) []byte {
	t.Helper()
	data := string(fixture(t, name))
	m := regexp.MustCompile(`/Encrypt (\d+) 0 R`).FindStringSubmatchIndex(data)
	if m == nil {
		t.Fatal("the fixture is not encrypted")
	}
	object := strings.Index(data, "\n"+data[m[2]:m[3]]+" 0 obj") + len("\n"+data[m[2]:m[3]]+" 0 obj")
	end := object + strings.Index(data[object:], "endobj")
	return []byte(data[:m[0]] + "/Encrypt " + data[object:end] + data[m[1]:])
}

// TestDirectEncrypt: a file is decrypted, or refused, wherever its encryption dictionary stands, by each of the
// readers.
func TestDirectEncrypt(t *testing.T) {
	data := directEncrypt(t, "aes-128-empty")
	d := mustOpen(t, data)
	if !d.Encrypted() || len(d.Repaired()) > 0 {
		t.Errorf("encrypted %v, mended %v", d.Encrypted(), d.Repaired())
	}
	wantPlain(t, d)
	wantKind(t, directEncrypt(t, "rc4-128-user"), PasswordNeeded)
	at := bytes.LastIndex(data, []byte("startxref"))
	broken := append(bytes.Clone(data[:at]), "startxref\n7\n%%EOF\n"...)
	wantPlain(t, mustOpen(t, broken))
	if r, err := readPdfcpu(context.Background(), data, []string{""}); err == nil {
		t.Errorf("pdfcpu's reading of an encrypted file is taken for plain: %+v", r)
	}
}

// TestEncryptNotFound: where the table does not lead to the encryption dictionary it is told that the table is wrong.
func TestEncryptNotFound(t *testing.T) {
	data := fixture(t, "aes-128-empty")
	m := regexp.MustCompile(`/Encrypt (\d+) 0 R`).FindSubmatch(data)
	if m == nil {
		t.Fatal("the fixture is not encrypted")
	}
	at := bytes.Index(data, []byte("\n"+string(m[1])+" 0 obj")) + 1
	spoilt := bytes.Replace(data, []byte(offset(at)+" "), []byte(offset(17)+" "), 1)
	d := mustOpen(t, spoilt)
	wantPlain(t, d)
	if !slices.Equal(d.Repaired(), []string{indexWrong}) || bytes.Equal(spoilt, data) {
		t.Errorf("mended %v", d.Repaired())
	}
}

// TestRounds: the hash of revision 6 ends with the round whose last byte says so, counted from one (ISO 32000-2,
// algorithm 2.B). The value is of a file that qpdf encrypted with the empty password; for most others one round more
// or less makes no difference.
func TestRounds(t *testing.T) {
	u, _ := hex.DecodeString("22c0998aecc511665cf2b18713cc296ce710547c21de79ad433bec26b552c580" +
		"5fad2d661a131f01b437bc86159de1ba")
	if got := (&crypt{r: 6}).hash(nil, u[32:40], nil); !bytes.Equal(got, u[:32]) {
		t.Errorf("%x, should be %x", got, u[:32])
	}
}

// TestOnlyAttachmentsEncrypted: where strings and streams have the filter Identity the pages need no password.
func TestOnlyAttachmentsEncrypted(t *testing.T) {
	f := onePage()
	f.add("<</Filter/Standard/V 4/R 4/Length 128/P "+
		"-4/StmF/Identity/StrF/Identity/EFF/StdCF/CF<</StdCF<</CFM/AESV2>>>>/O<%064d>/U<%064d>>>", 1, 2)
	f.trailer = "/Encrypt 5 0 R/ID[<00><00>]"
	d := mustOpen(t, f.bytes())
	if b, err := d.PageContent(d.Pages()[0], 100); err != nil || string(b) != "q 1 0 0 1 0 0 cm Q\n" {
		t.Errorf("content %q %v", b, err)
	}
	if !d.Keyless() {
		t.Error("it was opened without its key, and does not say so")
	}
	if mustOpen(t, fixture(t, "aes-128-empty")).Keyless() || mustOpen(t, onePage().bytes()).Keyless() {
		t.Error("a file whose key was found, or that has none, is called keyless")
	}
}

// TestLengthForgotten: version 2 without a Length means 40 bits, and some writers mean 128.
func TestLengthForgotten(t *testing.T) {
	data := string(fixture(t, "rc4-128-empty"))
	if strings.Count(data, "/Length 128") != 1 {
		t.Fatal("the fixture has no such Length")
	}
	wantPlain(t, mustOpen(t, []byte(strings.Replace(data, "/Length 128", "           ", 1))))
}

// TestSpellings: SASLprep maps a soft hyphen to nothing.
func TestSpellings(t *testing.T) {
	if got := spellings("pass\u00ADword", 6); len(got) != 2 || string(got[1]) != "password" {
		t.Errorf("%q", got)
	}
}
