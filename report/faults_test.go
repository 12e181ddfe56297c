package report

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestFaults plants what an editor can get wrong in the meaning of a manifest, and finds each told at its place, with
// words and a hint.
func TestFaults(t *testing.T) {
	const head = "report: {title: T, language: en, date: 2012-03-01}\n"
	session := func(rest string) string {
		return head + "sessions:\n  - id: one\n    title: One\n    statements:\n      - id: first\n        speaker: " +
			"{name: A}\n" + rest
	}
	for _, c := range []struct {
		name, manifest, want string
		files                map[string][]byte
	}{
		{name: "id twice, capitals ignored", manifest: session("        text: Words.\n      - id: FIRST\n        " +
			"speaker: {name: B}\n        text: Words.\n"), want: "report.yaml:9:13: duplicate-id"},
		{name: "id of a paragraph taken", manifest: session("        text: \"Words. {#one}\"\n"), want: "duplicate-id"},
		{name: "reference to nothing", manifest: session("        text: texts/a.md\n"),
			files: map[string][]byte{"texts/a.md": []byte("See\n[@frist].\n")},
			want:  "texts/a.md:2:1: misspelt-reference"},
		{name: "reference to nothing that is near", manifest: session("        text: \"See [@something-else].\"\n"),
			want: "unknown-reference"},
		{name: "delegation like no other", manifest: head + "delegations: {norway: {name: Norway}}\nsessions:\n  - " +
			"id: one\n    title: One\n    floor: [Burkina Faso]\n", want: "report.yaml:6:13: unknown-delegation"},
		{name: "recommendation rests on nothing", manifest: session("        text: Words.\n") +
			"recommendations:\n  - {id: r1, text: Do., from: [nothing-of-that-name]}\n",
			want: "report.yaml:10:32: unknown-reference"},
		{name: "delegation that is not listed", manifest: head + "delegations: {norway: {name: Norway}}\nsessions:\n " +
			" - id: one\n    title: One\n    floor: [norvay]\n", want: "report.yaml:6:13: misspelt-delegation"},
		{name: "no words in the report's language", manifest: "report: {title: {fr: T}, language: en, date: " +
			"2012-03-01}\nannexes: [{title: A, text: Words.}]\n", want: "missing-translation"},
		{name: "original that is a picture of a cat", manifest: session("        original: a.pdf\n"),
			files: map[string][]byte{"a.pdf": []byte("meow")}, want: "report.yaml:8:19: original-not-pdf"},
		{name: "original cut short", manifest: session("        original: a.pdf\n"),
			files: map[string][]byte{"a.pdf": []byte("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n")},
			want:  "report.yaml:8:19: original-"},
		{name: "original that is another", manifest: session("        original: {file: a.pdf, sha256: " +
			strings.Repeat("0", 64) + "}\n"), files: map[string][]byte{"a.pdf": example(t, "unesco")},
			want: "original-other-hash"},
		{name: "page that is not there", manifest: session("        original: {file: a.pdf, pages: \"1,9\"}\n"),
			files: map[string][]byte{"a.pdf": example(t, "unesco")}, want: "original-no-such-page"},
		{name: "password that is nowhere", manifest: session("        original: {file: a.pdf, password_env: " +
			"RAPPORTEUR_TEST_UNSET}\n"), files: map[string][]byte{"a.pdf": example(t, "unesco")},
			want: "password-env-unset"},
		{name: "password that is needed", manifest: session("        original: a.pdf\n"),
			files: map[string][]byte{"a.pdf": locked(t)}, want: "report.yaml:8:19: original-password-needed"},
		{name: "password that is wrong", manifest: session("        original: {file: a.pdf, password: no}\n"),
			files: map[string][]byte{"a.pdf": locked(t)}, want: "report.yaml:8:26: original-password-wrong"},
		{name: "original without pages", manifest: session("        original: a.pdf\n"),
			files: map[string][]byte{"a.pdf": []byte("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 " +
				"obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\nxref\n0 3\n0000000000 65535 f \n0000000009 00000 n " +
				"\n0000000054 00000 n \ntrailer\n<</Size 3/Root 1 0 R>>\nstartxref\n103\n%%EOF\n")},
			want: "report.yaml:8:19: original-no-pages"},
		{name: "character without a glyph", manifest: session("        text: texts/a.md\n"),
			files: map[string][]byte{"texts/a.md": []byte("Word\n\nOne \U00013080 here.\n")},
			want:  "texts/a.md:3:5: missing-glyph"},
		{name: "font that is none", manifest: head + "layout: {fonts: {serif: [a.otf]}}\nannexes: [{title: A, " +
			"text: Words.}]\n", files: map[string][]byte{"a.otf": []byte("no font")},
			want: "report.yaml:2:26: font-damaged"},
		{name: "image that is none", manifest: session("        text: texts/a.md\n"),
			files: map[string][]byte{"texts/a.md": []byte("![A chart](a.png)\n"), "a.png": []byte("no image")},
			want:  "texts/a.md:1:1: image-format"},
		{name: "image in printing colours", manifest: session("        text: texts/a.md\n"),
			files: map[string][]byte{"texts/a.md": []byte("![A chart](a.jpg)\n"), "a.jpg": cmyk(t)},
			want:  "texts/a.md:1:1: image-cmyk"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, dir, "report.yaml", []byte(c.manifest))
			for name, data := range c.files {
				write(t, dir, name, data)
			}
			result, err := Check(context.Background(), Input{Manifest: filepath.Join(dir, "report.yaml")})
			if err != nil {
				t.Fatal(err)
			}
			if !result.Failed {
				t.Errorf("not refused")
			}
			if all := messages(result); !strings.Contains(all, c.want) {
				t.Errorf("want %s, got\n%s", c.want, all)
			}
			for _, d := range result.Diagnostics {
				for _, lang := range []string{"en", "fr"} {
					if m, h := d.Message(lang), d.Hint(lang); m == d.Code || h == "" || unfilled.MatchString(m+h) {
						t.Errorf("%s in %s says %q, hint %q", d.Code, lang, m, h)
					}
				}
			}
		})
	}
}

// TestMissingGlyphNamesTheCharacter reads the message: the character itself and its code.
func TestMissingGlyphNamesTheCharacter(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "report.yaml", []byte("report: {title: T, language: en, date: 2012-03-01}\nannexes: [{title: A, "+
		"text: \"One \U00013080.\"}]\n"))
	result, err := Check(context.Background(), Input{Manifest: filepath.Join(dir, "report.yaml")})
	if err != nil {
		t.Fatal(err)
	}
	if all := messages(result); !strings.Contains(all, "\U00013080") || !strings.Contains(all, "U+13080") {
		t.Errorf("got %s", all)
	}
}

// TestPictures makes of every kind of PNG one that paint can place: not interlaced, eight bits, no transparency.
func TestPictures(t *testing.T) {
	transparent := image.NewNRGBA(image.Rect(0, 0, 4, 4))
	transparent.Set(1, 1, color.NRGBA{255, 0, 0, 255})
	deep := image.NewGray16(image.Rect(0, 0, 4, 4))
	deep.Set(2, 2, color.Gray16{0x8000})
	for name, im := range map[string]image.Image{"transparent": transparent, "sixteen bits": deep} {
		var b bytes.Buffer
		if err := png.Encode(&b, im); err != nil {
			t.Fatal(err)
		}
		check(t, name, b.Bytes())
	}
	interlaced, err := os.ReadFile("testdata/interlaced.png")
	if err != nil {
		t.Fatal(err)
	}
	if interlaced[28] != 1 {
		t.Fatal("the fixture is not interlaced")
	}
	check(t, "interlaced", interlaced)
}

func check(t *testing.T, name string, data []byte) {
	t.Helper()
	p, code := printSize{4000, 4000}.asFigure(data)
	if code != "" {
		t.Fatalf("%s: %s", name, code)
	}
	if p.Data[24] != 8 || p.Data[25] != 0 && p.Data[25] != 2 || p.Data[28] != 0 {
		t.Errorf("%s: depth %d, kind %d, interlace %d", name, p.Data[24], p.Data[25], p.Data[28])
	}
	want, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	got, err := png.Decode(bytes.NewReader(p.Data))
	if err != nil {
		t.Fatal(err)
	}
	for y := range want.Bounds().Dy() {
		for x := range want.Bounds().Dx() {
			r, _, _, a := want.At(x, y).RGBA()
			white := 0xffff - a
			if s, _, _, _ := got.At(x, y).RGBA(); s>>8 != (r+white)>>8 {
				t.Fatalf("%s: pixel %d,%d is %x, want %x on white", name, x, y, s>>8, (r+white)>>8)
			}
		}
	}
}

func example(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("../cmd/rapporteur/starter/originals/" + name + ".pdf")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// locked is a file that only a password opens.
func locked(t *testing.T) []byte {
	t.Helper()
	data, err := os.ReadFile("../sources/pdf/testdata/aes-256-user.pdf")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// cmyk takes a JPEG of three components for one of four, as its frame header would say.
func cmyk(t *testing.T) []byte {
	t.Helper()
	data := rgb(t)
	i := bytes.Index(data, []byte{0xff, 0xc0})
	length := int(data[i+2])<<8 | int(data[i+3])
	frame := append([]byte{0xff, 0xc0, 0, byte(length + 3)}, data[i+4:i+2+length]...)
	frame[9] = 4
	frame[11] = 0x11 // no subsampling: the four components are of one size
	frame = append(frame, 4, 0x11, 1)
	return append(append(append([]byte{}, data[:i]...), frame...), data[i+2+length:]...)
}

// rgb is a JPEG in the colours of screens.
func rgb(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewRGBA(image.Rect(0, 0, 8, 8)), nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func write(t *testing.T, dir, name string, data []byte) {
	t.Helper()
	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, data, 0o666); err != nil {
		t.Fatal(err)
	}
}
