package main

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/image/tiff"
)

// TestGuideManifest: the long manifest of each guide builds, once the files that it names are there, and nothing but
// what those lack is told.
func TestGuideManifest(t *testing.T) {
	for lang := range texts() {
		t.Run(lang, func(t *testing.T) {
			data, err := guides.ReadFile("guide/" + lang + ".md")
			if err != nil {
				t.Fatal(err)
			}
			_, rest, found := strings.Cut(string(data), "\n    publication: {organization")
			block, _, closed := strings.Cut(rest, "\n\n")
			if !found || !closed {
				t.Fatal("the guide shows no long manifest")
			}
			manifest := "rapporteur: 1\nreport: {title: T, language: " + lang + ", date: 2012-03-01}\n" +
				"publication: {organization" + strings.ReplaceAll(block, "\n    ", "\n") + "\n"
			dir := t.TempDir()
			put := func(name string, data []byte) {
				file := filepath.Join(dir, name)
				if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(file, data, 0o666); err != nil {
					t.Fatal(err)
				}
			}
			put(defaultManifest, []byte(manifest))
			for _, name := range regexp.MustCompile(`[\w/-]+\.(?:md|pdf|csv|png|tif)`).FindAllString(manifest, -1) {
				put(name, guideFile(t, name))
			}
			said, err := command(dir, []string{"LC_ALL=C"}, "build").CombinedOutput()
			if err != nil {
				t.Errorf("%v\n%s", err, said)
			}
			for _, line := range strings.Split(string(said), "\n") {
				if strings.Contains(line, "warning: ") && !strings.Contains(line, "originals/") {
					t.Error(line)
				}
			}
		})
	}
}

// guideFile makes a file of the kind that a name has.
func guideFile(t *testing.T, name string) []byte {
	t.Helper()
	var b bytes.Buffer
	picture := image.NewGray(image.Rect(0, 0, 300, 300))
	switch filepath.Ext(name) {
	case ".png":
		if err := png.Encode(&b, picture); err != nil {
			t.Fatal(err)
		}
	case ".tif":
		if err := tiff.Encode(&b, picture, nil); err != nil {
			t.Fatal(err)
		}
	case ".pdf":
		data, err := example.ReadFile("starter/originals/norway.pdf")
		if err != nil {
			t.Fatal(err)
		}
		return data
	case ".csv":
		return []byte("delegation,name,role\nnorway,A name,Representative\n")
	default:
		return []byte("The words of the text [@norway].\n")
	}
	return b.Bytes()
}
