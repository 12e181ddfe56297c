package verify_test

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/report"
	"rapporteur/report/verify"
	"rapporteur/sources/pdf"
)

// TestPlantedInPictures builds a report whose originals are pictures and plants faults in these: a sample that changes,
// or what samples mean, is found.
func TestPlantedInPictures(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, data []byte) {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	at := image.Rect(0, 0, 90, 60)
	veiled, few := image.NewNRGBA(at),
		image.NewPaletted(at, color.Palette{color.White, color.Black, color.NRGBA{200, 0, 0, 255}})
	for i := range veiled.Pix {
		veiled.Pix[i] = byte(i * 7)
	}
	for i := range few.Pix {
		few.Pix[i] = byte(i % 3)
	}
	for name, im := range map[string]image.Image{"veiled.png": veiled, "few.png": few} {
		var b bytes.Buffer
		if err := png.Encode(&b, im); err != nil {
			t.Fatal(err)
		}
		write(name, b.Bytes())
	}
	write("report.yaml", []byte("report: {title: T, language: en, date: 2012-03-01}\nannexes:\n"+
		"  - {title: A, original: {file: veiled.png, alt: A veil}}\n  - {title: B, original: {file: few.png, alt: "+
		"Few colours}}\n"))
	result, err := report.Build(context.Background(), report.Input{Manifest: filepath.Join(dir, "report.yaml"),
		Out: dir})
	if err != nil || result.Failed || len(result.Findings) > 0 || len(result.Diagnostics) > 0 {
		t.Fatal(err, result)
	}
	doc, size := readBack(t, dir)
	// spoil gives the stream that an entry of a picture leads to, or the picture, for a fault.
	spoil := func(b *built, key string, fault func(*types.StreamDict)) {
		i := b.first("original", func(i int) bool {
			x := doc.Dict(doc.Dict(doc.Dict(doc.Pages()[i].Dict["Resources"])["XObject"])["Picture"])
			return key == "" || x[key] != nil
		})
		o := doc.Dict(doc.Dict(doc.Pages()[i].Dict["Resources"])["XObject"])["Picture"]
		if key == "SMask" {
			o = doc.Dict(o)[key]
		}
		s, ok := doc.Stream(o)
		if !ok {
			t.Fatal("no picture")
		}
		spoilt := *s
		spoilt.Dict, spoilt.Raw = s.Dict.Clone().(types.Dict), bytes.Clone(s.Raw)
		fault(&spoilt)
		b.spoilt[pdf.RefNumber(o)] = spoilt
	}
	flip := func(s *types.StreamDict) { s.Raw[len(s.Raw)/2] ^= 1 }
	for _, f := range []struct {
		what  string
		plant func(b *built)
	}{
		{"a sample", func(b *built) { spoil(b, "", flip) }},
		{"a sample of a mask", func(b *built) { spoil(b, "SMask", flip) }},
		{"a mask left out", func(b *built) {
			spoil(b, "", func(s *types.StreamDict) {
				delete(s.Dict, "SMask")
			})
		}},
		{"the width", func(b *built) {
			spoil(b, "", func(s *types.StreamDict) { s.Dict["Width"] = types.Integer(89) })
		}},
		{"black for white", func(b *built) {
			spoil(b, "", func(s *types.StreamDict) {
				s.Dict["Decode"] = types.NewIntegerArray(1, 0, 1, 0, 1, 0)
			})
		}},
		{"another colour space", func(b *built) {
			spoil(b, "", func(s *types.StreamDict) { s.Dict["ColorSpace"] = types.Name("CalRGB") })
		}},
		{"no picture", func(b *built) {
			spoil(b, "", func(s *types.StreamDict) { *s = types.StreamDict{Dict: types.Dict{}} })
		}},
		{"other measures in the ledger", func(b *built) { b.ledger.Annexes[1].Originals[0].Pictures[0].Height++ }},
		{"no picture in the ledger", func(b *built) { b.ledger.Annexes[1].Originals[0].Pictures = nil }},
		{"another resolution in the ledger", func(b *built) { b.ledger.Annexes[1].Originals[0].Pictures[0].DPI[1]++ }},
		{"a resolution that is said to be the file's", func(b *built) {
			b.ledger.Annexes[1].Originals[0].Pictures[0].DPIGiven = true
		}},
		{"another format in the ledger", func(b *built) { b.ledger.Annexes[1].Originals[0].Format = "JPEG" }},
		{"a format that is none", func(b *built) { b.ledger.Annexes[1].Originals[0].Format = "PNGx" }},
		{"nothing", nil},
	} {
		b := &built{t: t, doc: doc, ledger: account(t, filepath.Join(dir, "report.json")), size: size,
			spoilt: map[int]types.Object{}}
		if f.plant != nil {
			f.plant(b)
		}
		codes := b.errors()
		if f.plant == nil && len(codes) > 0 || f.plant != nil && !slices.Contains(codes, verify.OriginalPicture) {
			t.Errorf("%s: found %v", f.what, codes)
		}
	}
}

// TestStrip: a picture of two rows, whose height on its page has hardly a digit, is as the ledger says.
func TestStrip(t *testing.T) {
	dir := t.TempDir()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 25_872, 2))); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{"strip.png": b.String(), "report.yaml": "report: {title: T, " +
		"language: en, date: 2012-03-01}\nannexes:\n  - {title: A, original: {file: strip.png, alt: A strip}}\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	result, err := report.Build(context.Background(), report.Input{Manifest: filepath.Join(dir, "report.yaml"),
		Out: dir})
	if err != nil || result.Failed || len(result.Findings) > 0 {
		t.Fatal(err, result)
	}
}
