package unit

import (
	"encoding/hex"
	"strings"
	"testing"
	"unicode/utf16"
)

// TestAddresses: only addresses of the kinds that are allowed stay, however the others are dressed up.
func TestAddresses(t *testing.T) {
	wide := func(s string) string {
		b := []byte("\xfe\xff")
		for _, c := range utf16.Encode([]rune(s)) {
			b = append(b, byte(c>>8), byte(c))
		}
		return string(b)
	}
	for _, c := range []struct{ uri, want, kind string }{
		{"http://www.un.org/a?b=c#d", "", ""}, {"HTTPS://www.un.org", "", ""}, {"mailto:a@un.org?subject=x", "", ""},
		{"ftp://ftp.un.org/a", "", ""}, {"tel:+41229171234", "", ""}, {"urn:isbn:9789210000000", "", ""},
		{"www.un.org/a", "", ""}, {"../annex.html", "", ""}, {"#part", "", ""}, {"?q=a:b", "", ""}, {"a/b:c", "", ""},
		{"http://a/javascript:x", "", ""}, {"http://a/%2525252525", "", ""}, {"http://a/\xe9\xe8", "", ""},
		{" http://www.un.org", "", ""},
		{"ht\ntp://www.un.org", "http://www.un.org", ""}, {wide("https://www.un.org/é"), "https://www.un.org/é", ""},
		{"javascript:alert(1)", "", "javascript:"}, {"JavaScript:alert(1)", "", "javascript:"},
		{"Java\nScript:alert(1)", "", "javascript:"}, {"java\tscript:x", "", "javascript:"}, {"\x01javascript:x", "",
			"javascript:"},
		{"  javascript :x", "", "javascript:"}, {"java\x00script:x", "", "javascript:"}, {"java\xffscript:x", "",
			"javascript:"},
		{"%6Aavascript:x", "", "?"}, {"javascript%3Ax", "", "javascript:"}, {"%6aavascript%3ax%zz", "", "javascript:"},
		{"%256aavascript%253ax", "", "javascript:"}, {"%25252525253a", "", "?"},
		{wide("javascript:x"), "", "javascript:"}, {wide("java\u200bscript:x"), "", "javascript:"},
		{wide("java\u00a0script:x"), "", "javascript:"},
		{"\xef\xbb\xbfjavascript:x", "", "javascript:"}, {"\xff\xfej\x00s\x00:\x00", "", "js:"},
		{"file:///C:/Windows/x.exe", "", "file:"}, {"FILE://host/share", "", "file:"}, {"C:\\x.exe", "", "c:"},
		{"data:text/html,x", "", "data:"}, {"vbscript:x", "", "vbscript:"}, {"ms-word:ofe|u|http://a", "", "ms-word:"},
		{"//host/share/x", "", "//"}, {"\\\\host\\share", "", "//"}, {"/\\host", "", "//"}, {"%2F%2Fhost", "", "//"},
		{":x", "", "?"}, {"jäva:x", "", "?"}, {strings.Repeat("a", 99) + ":x", "", "?"},
	} {
		u := unitOf(t, originalOf("", "/Annots["+link+"/A<</S/URI/URI<"+hex.EncodeToString([]byte(c.uri))+">>>>>]"))
		if c.kind != "" {
			u.expect(t, "address "+c.kind+" 1 [1]")
			if a := annots(t, u); len(a) != 1 || a[0]["A"] != nil {
				t.Errorf("%q: the annotation is %v", c.uri, a)
			}
			continue
		}
		u.expect(t)
		want := c.want
		if want == "" {
			want = c.uri
		}
		d, _ := annots(t, u)[0].Find("A")
		if got := uriOf(t, d); got != want {
			t.Errorf("%q has become %q", c.uri, got)
		}
	}
}

// TestAddressesOfABase: what is relative is resolved against the original's base, and judged by what comes of it.
func TestAddressesOfABase(t *testing.T) {
	for _, c := range []struct{ base, uri, want, told string }{
		{"https://www.un.org/a/", "../b", "https://www.un.org/b", ""}, {"https://www.un.org/a/", "//other/b", "",
			"address // 1 [1]"},
		{"https://www.un.org/a/", "mailto:x@un.org", "mailto:x@un.org", ""}, {"no base", "b", "b", ""},
		{"file:///C:/texts/", "b.exe", "", "address file: 1 [1]"}, {"javascript:alert(1)//", "b", "",
			"address javascript: 1 [1]"},
	} {
		u := unitOf(t, originalOf("/URI<</Base("+c.base+")>>", "/Annots["+link+"/A<</S/URI/URI("+c.uri+")>>>>]"))
		if c.told != "" {
			u.expect(t, c.told)
			continue
		}
		u.expect(t)
		d, _ := annots(t, u)[0].Find("A")
		if got := uriOf(t, d); got != c.want {
			t.Errorf("%s of %s is %q, should be %q", c.uri, c.base, got, c.want)
		}
	}
}
