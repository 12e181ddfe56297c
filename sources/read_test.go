package sources

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"gopkg.in/yaml.v3"

	"rapporteur/sources/diag"
)

var update = flag.Bool("update", false, "rewrite the golden sections of testdata")

// six are languages that reports can be written in.
var six = Languages{Codes: []string{"ar", "en", "es", "fr", "ru", "zh"}}

// golden names the section of an archive that holds what is expected.
const golden = "want"

func unpack(t testing.TB, archive *txtar.Archive) string {
	t.Helper()
	dir := t.TempDir()
	for _, file := range archive.Files {
		path := filepath.Join(dir, filepath.FromSlash(file.Name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, file.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// story gives what the reader makes of a folder: its findings, then its dump.
func story(dir string) string {
	var bag diag.Bag
	m, _ := Read(context.Background(), nil, filepath.Join(dir, "report.yaml"), six, &bag)
	var b strings.Builder
	for _, d := range bag.All() {
		fmt.Fprintf(&b, "%s %s %s: %s\n", d.Pos, d.Severity, d.Code, d.Message("en"))
	}
	if m != nil {
		if err := m.Dump(&b); err != nil {
			return err.Error()
		}
	}
	return b.String()
}

func TestGoldens(t *testing.T) {
	files, err := filepath.Glob("testdata/read/*.txtar")
	if err != nil || len(files) < 3 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := story(unpack(t, archive))
			at := slices.IndexFunc(archive.Files, func(f txtar.File) bool { return f.Name == golden })
			if *update {
				if at < 0 {
					at = len(archive.Files)
					archive.Files = append(archive.Files, txtar.File{Name: golden})
				}
				archive.Files[at].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if at < 0 || string(archive.Files[at].Data) != got {
				t.Errorf("not as the golden says (-update rewrites it):\n%s", got)
			}
		})
	}
}

// complete gives the archive with every key, and its manifest's nodes.
func complete(t *testing.T) (*txtar.Archive, []byte, *yaml.Node) {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/read/complete.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var root yaml.Node
	if err := yaml.Unmarshal(archive.Files[0].Data, &root); err != nil {
		t.Fatal(err)
	}
	return archive, archive.Files[0].Data, &root
}

// TestEveryKeyIsReadAndShown: each value of the complete manifest stands in the dump, and nothing is complained of.
func TestEveryKeyIsReadAndShown(t *testing.T) {
	archive, _, root := complete(t)
	dir := unpack(t, archive)
	dump := story(dir)
	if strings.Contains(dump, " error ") {
		t.Errorf("complaints about a sound manifest:\n%s", dump)
	}
	if strings.Contains(dump, "S3cret") || strings.Contains(dump, "SECRET_NAME") {
		t.Error("a password is shown")
	}
	hidden := []string{"S3cret", "SECRET_NAME", "1-3, 5"}
	var walk func(n *yaml.Node)
	walk = func(n *yaml.Node) {
		if n.Kind == yaml.MappingNode {
			for i := 1; i < len(n.Content); i += 2 {
				walk(n.Content[i])
			}
			return
		}
		for _, c := range n.Content {
			walk(c)
		}
		if n.Kind != yaml.ScalarNode || slices.Contains(hidden, n.Value) {
			return
		}
		for line := range strings.Lines(n.Value) {
			line = strings.TrimSuffix(strings.TrimSpace(line), " see [@keynote].")
			if line != "" && !strings.Contains(dump, line) {
				t.Errorf("line %d: %q is not in the dump", n.Line, line)
			}
		}
	}
	walk(root)
	for _, want := range []string{"pages 78:82 1-3", "pages 78:87 5-5", `"Row institution, second part"`, `"Lone role"`,
		`"Nom de ligne"`, `"Foreword text."`} {
		if !strings.Contains(dump, want) {
			t.Errorf("%s is not in the dump", want)
		}
	}
}

// TestEveryKeyIsChecked: each key of the complete manifest, misspelt, is an unknown key at its place; so no key is
// accepted that is not read.
func TestEveryKeyIsChecked(t *testing.T) {
	archive, data, root := complete(t)
	dir := unpack(t, archive)
	lines := strings.SplitAfter(string(data), "\n")
	seen := 0
	var walk func(n *yaml.Node, free bool)
	walk = func(n *yaml.Node, free bool) {
		if n.Kind != yaml.MappingNode {
			for _, c := range n.Content {
				walk(c, false)
			}
			return
		}
		for i := 0; i+1 < len(n.Content); i += 2 {
			key := n.Content[i]
			walk(n.Content[i+1], key.Value == "delegations" || key.Value == "abbreviations")
			if free {
				continue // the user's own keys
			}
			want := "unknown-key"
			if slices.Contains(six.Codes, key.Value) {
				want = "bad-language"
			}
			line := []rune(lines[key.Line-1])
			changed := slices.Clone(lines)
			changed[key.Line-1] = string(line[:key.Column-1]) + "x" + string(line[key.Column-1:])
			write(t, dir, "report.yaml", strings.Join(changed, ""))
			found := false
			for _, d := range read(t, dir) {
				found = found || d.Code == want && d.Pos.Line == key.Line && d.Pos.Column == key.Column
			}
			if isOriginalOf := key.Value == "fr" && strings.Contains(string(line), "[{fr: orig"); isOriginalOf {
				continue // a mapping with another first key is no map of languages; its key is unknown all the same
			}
			if !found {
				t.Errorf("line %d: x%s is not refused", key.Line, key.Value)
			}
			seen++
		}
	}
	walk(root, false)
	if seen < 100 {
		t.Errorf("only %d keys", seen)
	}
}

// TestLineEndsAndMark: a byte order mark and other line ends change nothing.
func TestLineEndsAndMark(t *testing.T) {
	for _, name := range []string{"complete", "prose", "places"} {
		archive, err := txtar.ParseFile("testdata/read/" + name + ".txtar")
		if err != nil {
			t.Fatal(err)
		}
		want := story(unpack(t, archive))
		for _, end := range []string{"\r\n", "\r"} {
			for i, file := range archive.Files {
				text := strings.ReplaceAll(strings.ReplaceAll(string(file.Data), "\r\n", "\n"), "\r", "\n")
				archive.Files[i].Data = []byte("\ufeff" + strings.TrimPrefix(strings.ReplaceAll(text, "\n", end),
					"\ufeff"))
			}
			if got := story(unpack(t, archive)); got != want {
				t.Errorf("%s with %q:\n%s\nwant\n%s", name, end, got, want)
			}
		}
	}
}

// TestNormalForm: decomposed letters are composed in names and texts, places stay those of the file, and a decomposed
// file name is found.
func TestNormalForm(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "re\u0301sume\u0301.md", "e\u0301te\u0301 *x*\n")
	write(t, dir, "report.yaml", base+"event: {place: Gene\u0300ve}\nfront:\n  - {title: A, text: "+
		"r\u00e9sum\u00e9.md}\n")
	var bag diag.Bag
	m, _ := Read(context.Background(), nil, filepath.Join(dir, "report.yaml"), six, &bag)
	if all := bag.All(); len(all) > 0 {
		t.Fatal(all)
	}
	if m.Event.Place.One != "Gen\u00e8ve" {
		t.Errorf("%q", m.Event.Place.One)
	}
	inlines := m.Front[0].Text.By[0].Blocks[0].Inlines
	if inlines[0].Text != "\u00e9t\u00e9 " || inlines[1].Pos.Column != 7 {
		t.Errorf("%+v", inlines)
	}
}

func TestUnreadableFile(t *testing.T) {
	if os.Getuid() == 0 {
		var bag diag.Bag
		addFile(&bag, nil, diag.Pos{File: "report.yaml"}, "", "a.md", os.ErrPermission)
		if all := bag.All(); len(all) != 1 || all[0].Code != "file-unreadable" ||
			!strings.Contains(all[0].Message("fr"), "permission") {
			t.Error(all)
		}
		return
	}
	dir := t.TempDir()
	write(t, dir, "report.yaml", base+"front:\n  - {title: A, text: a.md}\n")
	write(t, dir, "a.md", "x")
	if err := os.Chmod(filepath.Join(dir, "a.md"), 0); err != nil {
		t.Fatal(err)
	}
	if all := read(t, dir); len(all) != 1 || all[0].Code != "file-unreadable" {
		t.Error(all)
	}
}

func TestNoManifest(t *testing.T) {
	var bag diag.Bag
	if m, _ := Read(context.Background(), nil, filepath.Join(t.TempDir(), "report.yaml"), six, &bag); m != nil {
		t.Error("a manifest out of nothing")
	}
	if m, _ := Read(context.Background(), nil, filepath.Join(t.TempDir(), "none", "report.yaml"), six, &bag); m != nil {
		t.Error("a manifest out of nothing")
	}
	if all := bag.All(); len(all) != 2 || all[0].Code != "manifest-missing" ||
		all[0].Pos != (diag.Pos{File: "report.yaml", Line: 1, Column: 1}) {
		t.Error(all)
	}
	folder := t.TempDir()
	write(t, folder, "report.yaml.txt", base)
	for file, want := range map[string]string{folder: "manifest-is-folder",
		filepath.Join(folder, "report.yaml"): "misspelt-file"} {
		var bag diag.Bag
		Read(context.Background(), nil, file, six, &bag)
		all := bag.All()
		if len(all) != 1 || all[0].Code != want {
			t.Errorf("%s: %v, want %s", file, all, want)
		} else if want == "misspelt-file" && !strings.Contains(all[0].Hint("en"), "report.yaml.txt") {
			t.Error(all[0].Hint("en"))
		}
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	archive, _, _ := complete(t)
	if m, _ := Read(ctx, nil, filepath.Join(unpack(t, archive), "report.yaml"), six, &diag.Bag{}); m != nil {
		t.Error("a manifest half read")
	}
}

// TestAllFaultsInOneRun: one fault does not hide another, but for a syntax error.
func TestAllFaultsInOneRun(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.md", "Words[^1].\n\n![](x.png)\n\n<div>\n")
	write(t, dir, "p.csv", "nom\nx\n")
	write(t, dir, "report.yaml", "report: {title: [], date: x, colour: y}\nfront:\n  - {title: A, text: a.md}\n  - "+
		"{title: B, text: b.md}\nparticipants: p.csv\n")
	var codes []string
	for _, d := range read(t, dir) {
		codes = append(codes, d.Code)
	}
	want := []string{"note-missing", "file-missing", "image-without-alt", "raw-html", "csv-column", "missing-key",
		"expected-text", "bad-date", "unknown-key", "file-missing"}
	if !slices.Equal(codes, want) {
		t.Errorf("%v\nwant %v", codes, want)
	}
}

// TestScalarsAsWritten: nothing that looks like a number, a date or a Boolean to YAML is rewritten.
func TestScalarsAsWritten(t *testing.T) {
	for _, value := range []string{"010", "1.10", "no", "Null", "~", "0x1F", "1_000", "2011-09-19", "1e3", ".inf",
		"'true'", "True"} {
		dir := t.TempDir()
		write(t, dir, "report.yaml", base+"event: {place: "+value+"}\n")
		var bag diag.Bag
		m, _ := Read(context.Background(), nil, filepath.Join(dir, "report.yaml"), six, &bag)
		if m == nil || len(bag.All()) > 0 || m.Event.Place.One != strings.Trim(value, "'") {
			t.Errorf("%s: %v %v", value, m, bag.All())
		}
	}
}

// TestTitlesOfFullLength: the longest title is none too long, whatever its letters take in bytes.
func TestTitlesOfFullLength(t *testing.T) {
	for _, letter := range []string{"a", "é", "委"} {
		if n := tooLong(strings.Repeat(letter, maxTitle)); n != "" {
			t.Errorf("%s characters are too many", n)
		}
		if n := tooLong(strings.Repeat(letter, maxTitle+1)); n != "501" {
			t.Errorf("%q characters are too many, not 501", n)
		}
	}
}
