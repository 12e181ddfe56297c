package sources

import (
	"archive/zip"
	"bufio"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/rogpeppe/go-internal/txtar"

	"rapporteur/sources/diag"
	"rapporteur/sources/office"
)

// lay writes a file of the corpus into a folder of its own.
func lay(t testing.TB, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func readText(t testing.TB, path, changes string) (*Version, []diag.Diagnostic) {
	t.Helper()
	var bag diag.Bag
	return ReadText(path, changes, &bag), bag.All()
}

// told prints findings, a line each.
func told(list []diag.Diagnostic) string {
	var b strings.Builder
	for _, d := range list {
		fmt.Fprintf(&b, "%s %s %d %q: %s\n", d.Severity, d.Code, d.Pos.Line, d.Pos.Near, d.Message("en"))
	}
	return b.String()
}

// TestCorpus compares the Markdown of each file, and what is told of it, with what was found right when it was read
// over: testdata/office.txtar.
func TestCorpus(t *testing.T) {
	golden := filepath.Join("testdata", "office.txtar")
	var archive txtar.Archive
	for _, name := range slices.Sorted(maps.Keys(corpus())) {
		for _, changes := range []string{office.Accept, office.Original, office.Refuse} {
			tracked := strings.HasPrefix(name, "changes.")
			if changes != office.Accept && !tracked {
				continue
			}
			v, list := readText(t, lay(t, name, corpus()[name].pack(t)), changes)
			text := "(no text)\n"
			if v != nil {
				text, _ = v.Markdown()
			}
			label := name
			if tracked {
				label += " " + changes
			}
			archive.Files = append(archive.Files, txtar.File{Name: label, Data: []byte(text)},
				txtar.File{Name: label + " told", Data: []byte(told(list))})
		}
	}
	got := txtar.Format(&archive)
	if *update {
		if err := os.WriteFile(golden, got, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	old := map[string]string{}
	for _, f := range txtar.Parse(want).Files {
		old[f.Name] = string(f.Data)
	}
	for _, f := range archive.Files {
		if old[f.Name] != string(f.Data) {
			t.Errorf("%s:\n%s\nwant:\n%s", f.Name, f.Data, old[f.Name])
		}
	}
	if len(old) != len(archive.Files) {
		t.Errorf("the golden has %d files, the corpus %d", len(old), len(archive.Files))
	}
}

// wordy are the elements whose characters are words of the text.
var wordy = map[string]bool{"t": true, "delText": true, "v": true}

// What says a thing a second time or is about the text, and what divides words.
var (
	unprinted = []string{"Fallback", "change-info", "note-citation", "creator"}
	dividing  = []string{"p", "h", "tab", "br", "s", "line-break", "sym", "footnoteReference", "endnoteReference",
		"note", "rt", "rubyBase", "ruby", "ruby-text", "v"}
)

// wordsOfParts counts the words of all parts of a file of the corpus, by looking at the XML alone.
func wordsOfParts(t *testing.T, f officeFile) map[string]int {
	t.Helper()
	count := map[string]int{}
	for name, part := range f {
		if !strings.HasSuffix(name, ".xml") || name == "styles.xml" {
			continue
		}
		var all strings.Builder
		var open []string
		skip := 0
		decoder := xml.NewDecoder(strings.NewReader(part))
		for {
			token, err := decoder.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			switch token := token.(type) {
			case xml.StartElement:
				open = append(open, token.Name.Local)
				if slices.Contains(unprinted, token.Name.Local) {
					skip++
				}
				if slices.Contains(dividing, token.Name.Local) {
					all.WriteByte(' ')
				}
			case xml.EndElement:
				if slices.Contains(unprinted, token.Name.Local) {
					skip--
				}
				if slices.Contains(dividing, token.Name.Local) {
					all.WriteByte(' ')
				}
				open = open[:len(open)-1]
			case xml.CharData:
				if n := len(open); skip == 0 && n > 0 && (wordy[open[n-1]] || strings.HasPrefix(name, "content")) {
					all.Write(token)
				}
			}
		}
		for _, w := range wordsAlone(all.String()) {
			count[w]++
		}
	}
	return count
}

// wordsAlone divides a text into what has letters or figures.
func wordsAlone(s string) []string {
	s = strings.NewReplacer("\u00ad", "", "\u2011", "", "-", "").Replace(s)
	return strings.FieldsFunc(s,
		func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
}

// TestEveryWord: every word of a file stands in the blocks, or in what is told.
func TestEveryWord(t *testing.T) {
	checked := 0
	files := corpus()
	for _, name := range []string{"pandoc.docx", "pandoc.odt", "libreoffice.docx", "libreoffice.odt"} {
		files[name] = shipped(t, name)
	}
	for name, f := range files {
		v, list := readText(t, lay(t, name, f.pack(t)), "")
		if v == nil {
			t.Errorf("%s: no text; %s", name, told(list))
			continue
		}
		var all strings.Builder
		collectWords(&all, v.Blocks)
		for _, n := range v.Notes {
			collectWords(&all, n.Blocks)
		}
		for _, d := range list {
			all.WriteString(" " + d.Args["words"])
		}
		found := map[string]int{}
		for _, w := range wordsAlone(all.String()) {
			found[w]++
		}
		for w, n := range wordsOfParts(t, f) {
			checked += n
			if found[w] < n {
				t.Errorf("%s: %q stands %d times in the file, %d times in what is made of it", name, w, n, found[w])
			}
		}
	}
	if checked < 500 || len(files) < 30 {
		t.Errorf("only %d words in %d files were looked for", checked, len(files))
	}
}

// collectWords writes all words of blocks, a space wherever one word does not go on in the next.
func collectWords(b *strings.Builder, list []Block) {
	inlines := func(list []Inline) {
		b.WriteByte(' ')
		collectInlines(b, list)
	}
	for _, block := range list {
		b.WriteString(" " + block.Label + " ")
		inlines(block.Inlines)
		collectWords(b, block.Blocks)
		if i := block.Image; i != nil {
			b.WriteString(" " + i.Alt + " " + i.Number + " " + i.Title + " ")
		}
		if block.Table == nil {
			continue
		}
		b.WriteString(" " + block.Table.Number + " ")
		inlines(block.Table.Caption)
		for _, rows := range [][][]Cell{block.Table.Head, block.Table.Rows} {
			for _, row := range rows {
				for _, c := range row {
					inlines(c.Inlines)
				}
			}
		}
	}
}

func collectInlines(b *strings.Builder, list []Inline) {
	for _, in := range list {
		if in.Kind == LineBreak || in.Kind == ParagraphBreak || in.Kind == NoteMark || in.Kind == Picture {
			b.WriteByte(' ')
		}
		if in.Kind == Reference {
			b.WriteString(in.Target)
		}
		b.WriteString(in.Text)
		collectInlines(b, in.Inlines)
	}
}

var placed = regexp.MustCompile(`(?m) ?@\S+| \S+:\d+:\d+| \S+:\d+$`)

// TestRoundTrip: the Markdown of a text reads back as the same blocks, unless it says what Markdown cannot.
func TestRoundTrip(t *testing.T) {
	compared := 0
	for name, f := range corpus() {
		path := lay(t, name, f.pack(t))
		v, _ := readText(t, path, "")
		if v == nil {
			t.Errorf("%s: no text", name)
			continue
		}
		text, lost := v.Markdown()
		if len(lost) > 0 {
			continue
		}
		compared++
		again := path[:len(path)-len(filepath.Ext(path))] + ".md"
		if err := os.WriteFile(again, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		back, list := readText(t, again, "")
		if back == nil || slices.ContainsFunc(list,
			func(d diag.Diagnostic) bool { return d.Severity == diag.Error }) {
			t.Errorf("%s: its Markdown cannot be read: %s\n%s", name, told(list), text)
			continue
		}
		if a, b := shapeOf(v), shapeOf(back); a != b {
			t.Errorf("%s reads back otherwise:\n%s\nwas:\n%s\nMarkdown:\n%s", name, b, a, text)
		}
	}
	if compared < 12 {
		t.Errorf("only %d files were compared", compared)
	}
}

// shapeOf prints blocks without places and without what Markdown divides otherwise: runs at the ends of
// lines, and the ids of headings that a file makes up.
func shapeOf(v *Version) string {
	var b strings.Builder
	out := bufio.NewWriter(&b)
	d := &dumper{out: out}
	notes := make([]Note, len(v.Notes))
	for i, n := range v.Notes {
		notes[i] = Note{Label: n.Label, Blocks: placeless(n.Blocks)}
	}
	d.prose("text", &Prose{By: []Version{{Blocks: placeless(v.Blocks), Notes: notes}}})
	out.Flush()
	return placed.ReplaceAllString(b.String(), "")
}

func placeless(list []Block) []Block {
	out := slices.Clone(list)
	for i := range out {
		b := &out[i]
		b.Pos, b.ID = diag.Pos{}, ""
		b.Blocks, b.Inlines = placeless(b.Blocks), joinedRuns(b.Inlines)
		if b.Image != nil {
			image := *b.Image
			image.Pos, image.Title, image.Number = diag.Pos{}, strings.TrimSpace(image.Number+" "+image.Title), ""
			b.Image = &image
		}
		if b.Table == nil {
			continue
		}
		table := *b.Table
		cells := func(rows [][]Cell) (out [][]Cell) {
			for _, row := range rows {
				var made []Cell
				for _, c := range row {
					made = append(made, Cell{Inlines: joinedRuns(c.Inlines)})
				}
				out = append(out, made)
			}
			return out
		}
		table.Head, table.Rows = cells(table.Head), cells(table.Rows)
		if table.Number != "" {
			table.Caption = append([]Inline{{Kind: Run, Text: table.Number + " "}}, table.Caption...)
			table.Number = ""
		}
		table.Caption = joinedRuns(table.Caption)
		b.Table = &table
	}
	return out
}

func joinedRuns(list []Inline) []Inline {
	var out []Inline
	for _, in := range list {
		in.Pos, in.Inlines = diag.Pos{}, joinedRuns(in.Inlines)
		if in.Image != nil {
			image := *in.Image
			image.Pos = diag.Pos{}
			in.Image = &image
		}
		if n := len(out); n > 0 && in.Kind == Run && out[n-1].Kind == Run {
			out[n-1].Text += in.Text
			continue
		}
		out = append(out, in)
	}
	return out
}

// shipped gives the parts of a file in testdata/office: one sample, as Pandoc 2.17 writes it from Markdown, and as
// LibreOffice 7.4 saves Pandoc's .docx in both formats.
func shipped(t *testing.T, name string) officeFile {
	t.Helper()
	reader, err := zip.OpenReader(filepath.Join("testdata", "office", name))
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	f := officeFile{}
	for _, part := range reader.File {
		body, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(body)
		if err != nil {
			t.Fatal(err)
		}
		body.Close()
		f[part.Name] = string(data)
	}
	return f
}

// TestProducers: a text is the same whichever program saved it.
func TestProducers(t *testing.T) {
	const want = `**Statement of the delegation**

# Introduction

The *delegation* of **Norway** thanks the Chair[^1]. See [the site](<https://example.org/a>). ` +
		`H[2]{.sub}O and 19[th]{.sup}.

## Sub heading

1. First item
2. Second item
   a. nested alpha

   b. nested beta
3. Third

- bullet one
  - nested bullet
- bullet two

> A quotation here.

Table: A caption of the table

| Left | Right | Centre |
| --- | --: | :-: |
| a | 1 | x |
| b | 22 | y |

(iv) Roman four

(v) Roman five

` + "`code span` and\n\n```\ncode block\nsecond line\n```" + `

![Alt text of the figure](<PICTURE> "Alt text of the figure")

### Third level

Final *emph* ***both*** *emph* words.

[^1]: A note with *emphasis* and [link](<https://example.org/n>).
`
	picture := regexp.MustCompile(`\(<[^>]*\.png>`)
	for _, name := range []string{"pandoc.docx", "libreoffice.docx", "libreoffice.odt", "pandoc.odt"} {
		v, list := readText(t, filepath.Join("testdata", "office", name), "")
		if v == nil {
			t.Fatalf("%s: %s", name, told(list))
		}
		got, _ := v.Markdown()
		got = picture.ReplaceAllString(got, "(<PICTURE>")
		if name == "pandoc.odt" { // in which no picture is described
			got = strings.Replace(got, "![]", "![Alt text of the figure]", 1)
		}
		if got != want {
			t.Errorf("%s:\n%s", name, got)
		}
	}
}
