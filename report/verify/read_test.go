package verify

import (
	"strings"
	"testing"
)

// TestStreamsAreOne: operands may stand in one stream of a page and their operator in the next.
func TestStreamsAreOne(t *testing.T) {
	for _, c := range []struct{ stream, at string }{
		{"dress3", "]TJ"}, // the folio
		{"dress3", "BDC"},
		{"dress3", " Tf"},
	} {
		k := newKit()
		before, after, ok := strings.Cut(k.streams[c.stream], c.at)
		if !ok {
			t.Fatalf("%s holds no %q: %s", c.stream, c.at, k.streams[c.stream])
		}
		k.stream(c.stream, "", strings.TrimSuffix(before, "\n"))
		k.stream("rest", "", c.at+after)
		k.swap(t, "page3", "@dress3", "@dress3 @rest")
		if got := codesOf(k.check(t)); got != "" {
			t.Errorf("parted before %q: %s", c.at, got)
		}
	}
}
