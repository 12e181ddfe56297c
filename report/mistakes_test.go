package report

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
	"gopkg.in/yaml.v3"

	"rapporteur/sources/diag"
)

// mistake is one kind of mistake that people make in a report: what is typed, and what is told of it, whose hints are
// then followed. One that is understood needs no mend.
type mistake struct {
	Kind    string   `yaml:"kind"`
	Mistake []change `yaml:"mistake"`
	Codes   []string `yaml:"codes"`  // all that are told, sorted
	Hint    string   `yaml:"hint"`   // words of the first one's hint
	Answer  string   `yaml:"answer"` // what a hint asks for and only the people concerned know
	Mend    []change `yaml:"mend"`   // what is done at once where a hint asks for more than one place of a line
	Prints  string   `yaml:"prints"` // words that the report has, once it is mended
}

// change is one in a file: of some words, of all, or of how they are encoded. A file without words is copied from
// another.
type change struct {
	In   string `yaml:"in"`
	From string `yaml:"from"`
	To   string `yaml:"to"`
	All  string `yaml:"all"`
	As   string `yaml:"as"`
	Copy string `yaml:"copy"`
}

// mistakes reads those of the file: the sound report, and what is done to it.
func mistakes(t *testing.T) (files map[string]string, list []mistake) {
	t.Helper()
	data, err := os.ReadFile("testdata/mistakes.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var all struct {
		Report   map[string]string `yaml:"report"`
		Mistakes []mistake         `yaml:"mistakes"`
	}
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	decoder.KnownFields(true)
	if err := decoder.Decode(&all); err != nil {
		t.Fatal(err)
	}
	return all.Report, all.Mistakes
}

// laid writes the sound report into a folder.
func laid(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	put := func(name string, data []byte) {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for name, text := range files {
		put(name, []byte(text))
	}
	for _, name := range []string{"kenya", "norway"} {
		put("originals/"+name+".pdf", example(t, name))
		put("sent/"+name+".pdf", example(t, name))
	}
	put("sent/blank.pdf", onePage("", ""))
	put("faulty/locked.pdf", locked(t))
	put("faulty/drawn.pdf", drawn())
	put("faulty/half.pdf", example(t, "kenya")[:len(example(t, "kenya"))/2])
	put("faulty/spoilt.pdf", spoilt(t, example(t, "kenya")))
	put("faulty/print.jpg", cmyk(t))
	picture, err := os.ReadFile("testdata/interlaced.png")
	if err != nil {
		t.Fatal(err)
	}
	put("texts/map.png", picture)
	return dir
}

// drawn is a PDF whose letters are drawings that no font says the meaning of.
func drawn() []byte {
	stream := func(words string) string {
		return fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(words), words)
	}
	return onePage("", "/Resources<</Font<</F 4 0 R>>>>/Contents 6 0 R",
		"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[.1 0 0 .1 0 0]/FirstChar 1/LastChar 1/Widths[9]"+
			"/Encoding<</Differences[1/g1]>>/CharProcs<</g1 5 0 R>>>>",
		stream("9 0 0 0 9 9 d1 0 0 8 8 re f"), stream("BT /F 12 Tf 90 700 Td <010101> Tj ET"))
}

// spoilt is a PDF with one byte changed in the midst of what its first page shows, the first long stream after those
// that hold other objects.
func spoilt(t *testing.T, data []byte) []byte {
	t.Helper()
	streams := regexp.MustCompile(`(?s)/(ObjStm)?[^/]*/Length (\d+)[^>]*>>\s*stream\r?\n`)
	for _, m := range streams.FindAllSubmatchIndex(data, -1) {
		if length := number(string(data[m[4]:m[5]])); m[2] < 0 && length > 1000 {
			data[m[1]+length/2] ^= 0x55
			return data
		}
	}
	t.Fatal("nothing is packed")
	return nil
}

// do makes a change.
func (c change) do(t *testing.T, dir string) {
	t.Helper()
	file := filepath.Join(dir, filepath.FromSlash(c.In))
	if c.Copy != "" {
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(c.Copy)))
		if err != nil {
			t.Fatal(err)
		}
		if c.As == "link" {
			leadOut(t, file, data)
			return
		}
		write(t, dir, c.In, data)
		return
	}
	data, err := os.ReadFile(file)
	if err != nil && c.All == "" {
		t.Fatal(err)
	}
	text := string(data)
	if c.All != "" {
		text = c.All
	} else if c.From != "" {
		if !strings.Contains(text, c.From) {
			t.Fatalf("%s has no %q:\n%s", c.In, c.From, text)
		}
		text = strings.Replace(text, c.From, c.To, 1)
	}
	write(t, dir, c.In, encoded(t, text, c.As))
}

// leadOut puts data into another folder, and a link to them in the place of a file.
func leadOut(t *testing.T, file string, data []byte) {
	t.Helper()
	elsewhere := filepath.Join(t.TempDir(), "elsewhere")
	if err := errors.Join(os.WriteFile(elsewhere, data, 0o666), os.Remove(file),
		os.Symlink(elsewhere, file)); err != nil {
		t.Fatal(err)
	}
}

// encoded is text in an encoding, as programs on Windows save it.
func encoded(t *testing.T, text, as string) []byte {
	t.Helper()
	switch as {
	case "windows-1252":
		data, err := charmap.Windows1252.NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		return []byte(data)
	case "utf-16":
		data := []byte{0xff, 0xfe}
		for _, u := range utf16.Encode([]rune(text)) {
			data = append(data, byte(u), byte(u>>8))
		}
		return data
	case "bom, crlf":
		return []byte("\ufeff" + strings.ReplaceAll(text, "\n", "\r\n"))
	}
	return []byte(text)
}

// TestMistakes makes every mistake, finds it told by its codes, does what the hints say, one after the other, and finds
// the report built and nothing told that anybody need do anything about. What is understood builds at once, with what
// was typed in it.
func TestMistakes(t *testing.T) {
	files, list := mistakes(t)
	list = append(list, mistake{Kind: "none"})
	for _, m := range list {
		t.Run(m.Kind, func(t *testing.T) {
			t.Parallel()
			dir := laid(t, files)
			for _, c := range m.Mistake {
				c.do(t, dir)
			}
			result := outcome(t, dir)
			if codes := m.told(t, result); !slices.Equal(codes, m.Codes) {
				t.Errorf("told: %v, want %v", codes, m.Codes)
			}
			for _, c := range m.Mend {
				c.do(t, dir)
			}
			if len(m.Mend) > 0 {
				result = outcome(t, dir)
			}
			f := &follower{t: t, dir: dir, answer: m.Answer, done: map[string]bool{}}
			for range maxFollowed {
				d := f.foremost(result.Diagnostics)
				if d == nil {
					break
				}
				f.follow(*d)
				result = outcome(t, dir)
			}
			if result.Failed || f.foremost(result.Diagnostics) != nil {
				t.Errorf("after all hints were followed: %s", messages(result))
			}
			m.printed(t, dir)
		})
	}
}

// maxFollowed is how many hints are followed at most.
const maxFollowed = 8

// unfilled is a place of a message that nothing was put into.
var unfilled = regexp.MustCompile(`\{[a-z]+\}`)

// told gives the codes of a result, and finds the hint in the first.
func (m *mistake) told(t *testing.T, result *Result) []string {
	t.Helper()
	var codes []string
	hint := ""
	for _, d := range result.Diagnostics {
		codes = append(codes, d.Code)
		for _, language := range []string{"en", "fr"} {
			if d.Message(language) == "" || d.Hint(language) == "" || unfilled.MatchString(d.Message(language)) {
				t.Errorf("%s in %s: %q, %q", d.Code, language, d.Message(language), d.Hint(language))
			}
		}
		hint += d.Hint(diag.English) + "\n"
	}
	if !strings.Contains(hint, m.Hint) {
		t.Errorf("hints: %s, want %q", hint, m.Hint)
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

func outcome(t *testing.T, dir string) *Result {
	t.Helper()
	result, err := Build(context.Background(), Input{Manifest: filepath.Join(dir, "report.yaml"),
		Out: filepath.Join(dir, "dist")})
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// printed looks for the words that the mended report has.
func (m *mistake) printed(t *testing.T, dir string) {
	t.Helper()
	if m.Prints == "" {
		return
	}
	var lines bytes.Buffer
	if _, err := Show(context.Background(), Input{Manifest: filepath.Join(dir, "report.yaml")}, "blocks", "",
		&lines); err != nil {
		t.Fatal(err)
	}
	if got := strings.ReplaceAll(lines.String(), "\u00a0", " "); !strings.Contains(got, m.Prints) {
		t.Errorf("%q is not printed:\n%s", m.Prints, got)
	}
}
