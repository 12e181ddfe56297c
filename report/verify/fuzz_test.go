package verify

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// FuzzCheck: a file that was spoiled anywhere ends in findings or in none, never in a panic or without an end.
func FuzzCheck(f *testing.F) {
	sound := newKit().bytes()
	f.Add(sound)
	for _, cut := range [][2]string{{"/K[0]", "/K @document"}, {"/Kids[", "/Kids[@pages "}, {"/MCID", "/XXXX"}, {"/W[46", "/W[0 65535 1 0 65535 1 46"}, {"/Limits", "/Kids[9 0 R 10 0 R]/L"}, {"<0022><003F>", "<0000><FFFF>"}} {
		f.Add(bytes.ReplaceAll(sound, []byte(cut[0]), []byte(cut[1])))
	}
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, data []byte) {
		l := newKit().ledger
		sum := sha256.Sum256(data)
		l.SHA256 = hex.EncodeToString(sum[:])
		path := filepath.Join(dir, hex.EncodeToString(sum[:8]))
		if err := writeFile(path, data); err != nil {
			t.Fatal(err)
		}
		defer os.Remove(path)
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		if _, err := Check(ctx, path, l); err != nil {
			t.Fatal(err)
		}
	})
}

// FuzzScanner: content of any kind is read to its end.
func FuzzScanner(f *testing.F) {
	for _, s := range []string{firstPart, tagged, "[(a\\)b) -20 <41 4>]TJ", "/A#20B<</MCID 3/X[1 2]>>BDC", "(((", "<<<<", "BI /W 1 ID x EI", "1.2.3 --5 +.5 -", "<0001><", "(\\", "%"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var s scanner
		s.reset(data)
		for n := 0; ; n++ {
			at := s.pos
			if s.next() == nil {
				break
			}
			if s.pos <= at {
				t.Fatalf("no way is made at %d", at)
			}
		}
		parseToUnicode(data)
	})
}
