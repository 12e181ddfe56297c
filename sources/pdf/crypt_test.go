package pdf

import (
	"context"
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
