package fonts

import (
	"testing"

	"github.com/go-text/typesetting/font"
)

// What a run pays for a font before the first character is looked up, and before the first line is shaped.
func BenchmarkLoad(b *testing.B) {
	for _, name := range []string{"SourceSerif4-Regular", "Amiri-Regular", "NotoSerifCJKsc-Regular"} {
		file := Embedded(name)
		b.Run(name+"/lookup", func(b *testing.B) {
			for b.Loop() {
				if _, fault := readBase(name, file.data(), 0); fault != nil {
					b.Fatal(fault)
				}
			}
		})
		b.Run(name+"/shape", func(b *testing.B) {
			for b.Loop() {
				f, fault := readShape(name, file.data(), 0)
				if fault != nil {
					b.Fatal(fault)
				}
				font.NewFace(f)
			}
		})
	}
}
