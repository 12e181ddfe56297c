package pdf

import (
	"context"
	"encoding/csv"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"
)

// field is a folder of real files from public test sets beside the checkout; the tests on it are skipped without it.
const field = "../../../shared/originals"

func fieldRows(t *testing.T, name string) [][]string {
	t.Helper()
	f, err := os.Open(filepath.Join(field, name))
	if err != nil {
		t.Skip("no field of real files here")
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows[1:]
}

// TestReadable opens every file that a common reader shows and compares the page counts.
func TestReadable(t *testing.T) {
	rows := fieldRows(t, "readable.csv")
	right := 0
	for _, r := range rows {
		data, err := os.ReadFile(filepath.Join(field, "readable", r[0]))
		if err != nil {
			t.Fatal(err)
		}
		start := time.Now()
		d, err := Open(context.Background(), data, Options{})
		took := time.Since(start)
		if took > 2*time.Second {
			t.Errorf("%s: took %v", r[0], took)
		}
		if err != nil {
			t.Logf("missed: %s: %v (has %s pages)", r[0], err, r[2])
			continue
		}
		want, _ := strconv.Atoi(r[2])
		if got := len(d.Pages()); got != want {
			t.Logf("missed: %s: %d pages, should be %d; %v", r[0], got, want, d.Repaired())
			continue
		}
		right++
		f := d.Facts()
		if len(d.Repaired()) > 0 || testing.Verbose() {
			t.Logf("%s: %v %v %v", r[0], took, d.Repaired(), f.FontsNotEmbedded)
		}
		for _, p := range d.Pages() {
			if _, err := d.Scan(p, nil); err != nil {
				t.Logf("%s: content: %v", r[0], err)
			}
		}
	}
	t.Logf("%d of %d files open with the right number of pages", right, len(rows))
	if missed := len(rows) - right; missed > 3 {
		t.Errorf("%d files missed", missed)
	}
}

// TestHostile opens what is made or known to break readers: any answer will do, but no panic, and soon.
func TestHostile(t *testing.T) {
	opened, refused := 0, map[Kind]int{}
	for _, r := range fieldRows(t, "hostile.csv") {
		data, err := os.ReadFile(filepath.Join(field, "hostile", r[0]))
		if err != nil {
			t.Fatal(err)
		}
		start := time.Now()
		d, err := Open(context.Background(), data, Options{})
		if err == nil {
			opened++
			d.Facts()
			for _, p := range d.Pages() {
				d.Scan(p, nil)
			}
			t.Logf("%s: %d pages (%s) %v %v", r[0], len(d.Pages()), r[2], d.Repaired(), time.Since(start))
		} else {
			var f *Fault
			if !errors.As(err, &f) {
				t.Errorf("%s: %v is no Fault", r[0], err)
				continue
			}
			refused[f.Kind]++
			t.Logf("%s: %v %v", r[0], err, time.Since(start))
		}
		if took := time.Since(start); took > 4*time.Second {
			t.Errorf("%s: took %v", r[0], took)
		}
	}
	t.Logf("%d opened, refused %v", opened, refused)
}

// BenchmarkOpenReadable opens all the real files of the field; then reads every object of them as well.
func BenchmarkOpenReadable(b *testing.B) {
	names, _ := filepath.Glob(filepath.Join(field, "readable", "*.pdf"))
	if len(names) == 0 {
		b.Skip("no field of real files here")
	}
	var files [][]byte
	for _, n := range names {
		data, err := os.ReadFile(n)
		if err != nil {
			b.Fatal(err)
		}
		files = append(files, data)
	}
	b.Run("open", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			for _, data := range files {
				Open(context.Background(), data, Options{})
			}
		}
	})
	b.Run("all", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			for _, data := range files {
				d, err := Open(context.Background(), data, Options{})
				if err != nil {
					continue
				}
				for n := range 100_000 {
					d.Object(n)
				}
			}
		}
	})
}
