package verify

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"math/rand/v2"
	"path/filepath"
	"testing"
	"time"
)

// TestSpoiled: a file that was spoiled anywhere ends in findings, never in a panic, an error of the machine's or
// without an end. (A fuzz target finds nothing
// more here: goroutines make its coverage restless.)
func TestSpoiled(t *testing.T) {
	sound := newKit().bytes()
	var files [][]byte
	for _, cut := range [][2]string{{"/K[0]", "/K @document"}, {"/Kids[", "/Kids[@pages "}, {"/MCID", "/XXXX"},
		{"/W[46", "/W[0 65535 1 0 65535 1 46"}, {"/Limits", "/Kids[9 0 R 10 0 R]/L"},
		{"<0022><003F>", "<0000><FFFF>"}} {
		files = append(files, bytes.ReplaceAll(sound, []byte(cut[0]), []byte(cut[1])))
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		d := bytes.Clone(sound)
		for range 1 + r.IntN(6) {
			at := r.IntN(len(d))
			switch r.IntN(3) {
			case 0:
				d[at] = byte(r.IntN(256))
			case 1:
				copy(d[at:min(at+r.IntN(40), len(d))], d[r.IntN(len(d)):])
			default:
				if d[at] >= '0' && d[at] <= '9' {
					d[at] = byte('0' + r.IntN(10))
				}
			}
		}
		files = append(files, d)
	}
	path := filepath.Join(t.TempDir(), "spoiled.pdf")
	for i, data := range files {
		l := newKit().ledger
		sum := sha256.Sum256(data)
		l.SHA256 = hex.EncodeToString(sum[:])
		if err := writeFile(path, data); err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		if _, err := Check(ctx, path, l); err != nil {
			t.Errorf("file %d: %v", i, err)
		}
		cancel()
	}
}
