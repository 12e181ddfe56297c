package unit

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"regexp"
	"testing"
	"time"

	"rapporteur/sources/pdf"
)

var (
	streamData = regexp.MustCompile(`(?s)stream\r?\n(.{8,}?)\r?\nendstream`)
	objects    = regexp.MustCompile(`(?s)\d+ 0 obj.*?endobj`)
	entries    = regexp.MustCompile(`\d{10} \d{5} n`)
)

// mutations damage a file as mail, disks and careless programs do.
var mutations = map[string]func(r *rand.Rand, b []byte) []byte{
	"a bit of a stream": func(r *rand.Rand, b []byte) []byte {
		if all := streamData.FindAllSubmatchIndex(b, -1); len(all) > 0 {
			m := all[r.Intn(len(all))]
			b[m[2]+r.Intn(m[3]-m[2])] ^= 1 << r.Intn(8)
		}
		return b
	},
	"the end": func(r *rand.Rand, b []byte) []byte { return b[:len(b)/3+r.Intn(len(b)*2/3)] },
	"a range": func(r *rand.Rand, b []byte) []byte {
		at := r.Intn(len(b))
		return append(b[:at:at], b[min(len(b), at+1+r.Intn(3000)):]...)
	},
	"a sector of noughts": func(r *rand.Rand, b []byte) []byte {
		at := r.Intn(len(b))
		clear(b[at:min(len(b), at+512)])
		return b
	},
	"two objects change places": func(r *rand.Rand, b []byte) []byte {
		all := objects.FindAllIndex(b, -1)
		if len(all) < 3 {
			return b
		}
		i := r.Intn(len(all) - 1)
		j := i + 1 + r.Intn(len(all)-i-1)
		x, y := all[i], all[j]
		return bytes.Join([][]byte{b[:x[0]], b[y[0]:y[1]], b[x[1]:y[0]], b[x[0]:x[1]], b[y[1]:]}, nil)
	},
	"the index": func(r *rand.Rand, b []byte) []byte {
		if all := entries.FindAllIndex(b, -1); len(all) > 0 && r.Intn(2) == 0 {
			copy(b[all[r.Intn(len(all))][0]:], fmt.Sprintf("%010d", r.Intn(len(b))))
			return b
		}
		if i := bytes.LastIndex(b, []byte("startxref")); i >= 0 {
			copy(b[i+10:], "7")
		}
		return b
	},
}

// shown is what the pages of a file show.
func shown(d *pdf.Document) []string {
	var out []string
	for _, p := range d.Pages() {
		b, _ := d.PageContent(p, 1<<22)
		out = append(out, string(b))
	}
	return out
}

// TestNothingIsLostInSilence damages files: each is refused, or taken with a finding that tells, or taken with all its
// pages as they were; soon, and without a panic.
func TestNothingIsLostInSilence(t *testing.T) {
	files, _ := filepath.Glob("../../cmd/rapporteur/starter/originals/*.pdf")
	more, _ := filepath.Glob("../../sources/pdf/testdata/*.pdf")
	files = append(files, more...)
	if len(files) < 10 {
		t.Fatal("the files are not where they were")
	}
	rounds, told, refused := 4, 0, 0
	if testing.Short() {
		rounds = 1
	}
	for n, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		options := pdf.Options{Passwords: []string{"user"}}
		sound, err := pdf.Open(context.Background(), data, options)
		if err != nil {
			t.Fatal(file, err)
		}
		want := shown(sound)
		for name, mutate := range mutations {
			for seed := range rounds {
				where := fmt.Sprintf("%s, %s, %d", filepath.Base(file), name, seed)
				broken := mutate(rand.New(rand.NewSource(int64(1000*n+seed))), bytes.Clone(data))
				begin := time.Now()
				doc, err := pdf.Open(context.Background(), broken, options)
				var fault *pdf.Fault
				if errors.As(err, &fault) {
					refused++
					continue
				} else if err != nil {
					t.Fatalf("%s: %v", where, err)
				}
				u, err := Original(context.Background(), doc, broken, Options{})
				if err != nil {
					t.Fatalf("%s: %v", where, err)
				}
				if took := time.Since(begin); took > 20*time.Second {
					t.Errorf("%s: %v", where, took)
				}
				if tells(u) {
					told++
					continue
				}
				got := shown(doc)
				if len(got) != len(want) {
					t.Errorf("%s: %d of %d pages, and not a word", where, len(got), len(want))
					continue
				}
				for i := range got {
					if got[i] != want[i] {
						t.Errorf("%s: page %d is another, and not a word", where, i+1)
						break
					}
				}
			}
		}
	}
	if told == 0 || refused == 0 {
		t.Errorf("%d told, %d refused: nothing was damaged", told, refused)
	}
}

// tells reports whether a unit has a finding about damage.
func tells(u *Unit) bool {
	for _, f := range u.Findings {
		switch f.Code {
		case Repaired, PagesLost, PagesUnknown, ContentBroken, DataBroken, SumWrong, ResourceMissing, BoxOdd:
			return true
		}
	}
	return false
}
