package pdf

import (
	"context"
	"os"
	"path/filepath"
	"testing"
)

// BenchmarkOpenReadable opens all the real files of the field, and gathers their facts.
func BenchmarkOpenReadable(b *testing.B) {
	names, _ := filepath.Glob("/work/shared/originals/readable/*.pdf")
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
