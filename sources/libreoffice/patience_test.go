package libreoffice

import (
	"archive/zip"
	"bytes"
	"testing"
	"time"
)

// TestPatience: a file may take the longer, the more it unpacks to, and none for ever.
func TestPatience(t *testing.T) {
	packed := func(size int) []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		w, err := z.Create("word/document.xml")
		if err == nil {
			_, err = w.Write(make([]byte, size))
		}
		if err == nil {
			err = z.Close()
		}
		if err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	for _, c := range []struct {
		data []byte
		want time.Duration
	}{{nil, 45 * time.Second}, {packed(1000), 45 * time.Second}, {packed(3_000_000), 75 * time.Second},
		{make([]byte, 3_000_000), 75 * time.Second}, {packed(40_000_000), 4 * time.Minute}} {
		if got := patienceFor(c.data); got != c.want {
			t.Errorf("%d bytes: %s, not %s", len(c.data), got, c.want)
		}
	}
}
