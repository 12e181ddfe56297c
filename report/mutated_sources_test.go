package report_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"rapporteur/report"
	"rapporteur/report/manifesttest"
	"rapporteur/sources/mutation"
)

// everyKind is a manifest that names a file of each kind.
const everyKind = `rapporteur: 1
# Every kind of file is named here.
report: {title: "Seminar on the law of the sea", language: en, date: 2012-03-01, symbol: A/66/1}
event: {title: Seminar, from: 2011-09-19, to: 2011-09-20, place: New York}
layout: {size: 10.5, margins: {top: 25, inner: 30}, fonts: {serif: [serif.ttf], sans: [sans.otf]}, lists: [tables]}
publication: {organization: United Nations, emblem: chart.png}
delegations:
  norway: {name: {en: Norway, fr: Norvège}, group: States}
front:
  - {id: foreword, title: Foreword, text: plain.txt}
sessions:
  - id: opening
    title: "Opening: the meeting"
    date: 2011-09-19T10:00
    intro: |
      Words of the *manifest* itself, see [@norway].
    debate: debate.md
    statements:
      - {id: norway, speaker: {role: Representative, delegation: norway}, text: word.docx, original: "plain-1.pdf"}
      - id: chair
        speaker: {name: A. Chair}
        status: check-against-delivery
        text: writer.odt
        original: {file: scan.png, alt: A scan}
recommendations:
  - {id: r1, group: Training, text: "Do it, as [@chair] proposed.", from: [norway, chair], addressees: [States]}
participants: people.csv
annexes:
  - {id: map, title: Map, original: {file: photo.jpg, alt: Map of the area}}
  - {id: fax, title: Fax, original: {file: fax.tif, alt: A fax, pages: "1-2"}}
`

// debate is Markdown of every sort.
const debate = `# The debate

One delegation said so[^1], *another* did **not**. See [@norway], <https://www.un.org/> and
[this](https://www.un.org/a).

- one
  1. two
- three

> A quotation.

::: {lang=fr}
Mots en français.
:::

Table: Votes

| State | Votes |
|:--|--:|
| Norway | 12 |

![A chart of votes](chart.png "Votes") {#chart}

Term
: What it means. {#term}

[^1]: With a reservation.
`

// filesOfEveryKind are the files that everyKind names, and itself.
func filesOfEveryKind(t *testing.T) map[string][]byte {
	t.Helper()
	files := map[string][]byte{"report.yaml": []byte(everyKind), "debate.md": []byte(debate),
		"plain.txt": []byte("A foreword in plain words.\n\nIt has two paragraphs, naïve and short.\n"),
		"people.csv": []byte("group,delegation,name,honorific,role,institution,sort\n" +
			"States,norway,\"Olsen, Ola\",Mr.,Minister,Ministry of Justice,\n,,Ann Other,Ms.,Observer,,Other\n")}
	for name, from := range map[string]string{"word.docx": "../sources/testdata/office/libreoffice.docx",
		"writer.odt": "../sources/testdata/office/libreoffice.odt", "serif.ttf": "../fonts/files/NotoSerif-Italic.ttf",
		"sans.otf": "../fonts/files/SourceSans3-Regular.otf"} {
		data, err := os.ReadFile(from)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = data
	}
	made := manifesttest.Originals()
	files["plain-1.pdf"], files["fax.tif"] = made["plain-1.pdf"], made["fax-3.tif"]
	im := image.NewNRGBA(image.Rect(0, 0, 60, 40))
	for i := range im.Pix {
		im.Pix[i] = byte(i * i >> 5)
	}
	var photo, scan, chart bytes.Buffer
	gray := image.NewPaletted(im.Rect, color.Palette{color.Black, color.White, color.Gray{99}})
	for i := range gray.Pix {
		gray.Pix[i] = byte(i % 3)
	}
	for _, err := range []error{jpeg.Encode(&photo, im, nil), png.Encode(&scan, im), png.Encode(&chart, gray)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	files["photo.jpg"], files["scan.png"], files["chart.png"] = photo.Bytes(), scan.Bytes(), chart.Bytes()
	return files
}

// TestMutatedSources damages manifests, texts, tables, pictures and fonts. What check passes, build makes, and verify
// finds no fault in it; soon, in little memory, without a trace of a panic and without a file where none belongs.
func TestMutatedSources(t *testing.T) {
	files := filesOfEveryKind(t)
	names := slices.DeleteFunc(sortedNames(files), func(name string) bool { return strings.HasSuffix(name, ".pdf") })
	names = append(names, "report.yaml", "report.yaml", "report.yaml", "debate.md", "debate.md")
	sums := map[string]bool{}
	for name := range files {
		sums[name] = true
	}
	var passed, failed atomic.Int64
	crew(t, *mutants, func(dir string, piece int) {
		n := *seed + uint64(piece)
		name := names[n%uint64(len(names))]
		damaged, done := mutation.Mutate(n, name, files[name])
		for other, data := range files {
			if other == name {
				data = damaged
			}
			if err := layOver(filepath.Join(dir, other), data); err != nil {
				t.Error(err)
			}
		}
		in := report.Input{Manifest: filepath.Join(dir, "report.yaml"), Out: filepath.Join(dir, "out"), Program: "test"}
		err := swift(soon, func() error {
			kind, about, ok := judged(in)
			if kind != "" {
				return fmt.Errorf("%s: %s", kind, about)
			}
			if tracks.MatchString(about) {
				return fmt.Errorf("it says %s", about)
			}
			if ok {
				passed.Add(1)
			} else {
				failed.Add(1)
			}
			return nil
		})
		if err != nil {
			t.Errorf("%s: %v, kept as %s", done, err, keep(t, fmt.Sprint(n, "-", name), damaged))
		}
		os.RemoveAll(in.Out)
		if more := strays(dir, func(name string) bool { return sums[name] }); len(more) > 0 {
			t.Errorf("%s: there are files beside the report: %v", done, more)
		}
	})
	t.Logf("%d built, %d refused", passed.Load(), failed.Load())
}

// layOver writes a file unless it stands there as it should.
func layOver(file string, data []byte) error {
	if old, err := os.ReadFile(file); err == nil && bytes.Equal(old, data) {
		return nil
	}
	return os.WriteFile(file, data, 0o666)
}

func sortedNames(files map[string][]byte) (names []string) {
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
