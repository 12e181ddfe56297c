package report

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"rapporteur/sources/diag"
)

// follower does what the hint of a finding says, at the place that it names and with no other knowledge of the mistake:
// where the hint asks for words or a file that only the people concerned have, it is given them.
type follower struct {
	t      *testing.T
	dir    string
	answer string          // what only the people concerned know
	done   map[string]bool // codes of findings whose hint says that nothing need be done
	d      diag.Diagnostic
	text   string // of the file that the finding names
	at     int    // byte in it of the place
}

// foremost is the finding that somebody turns to first: an error, else a warning; nil where nothing is left to do.
func (f *follower) foremost(list []diag.Diagnostic) *diag.Diagnostic {
	var first *diag.Diagnostic
	for i, d := range list {
		if !f.done[d.Code] && (first == nil || d.Severity > first.Severity) {
			first = &list[i]
		}
	}
	return first
}

// follow does what the hint of a finding says.
func (f *follower) follow(d diag.Diagnostic) {
	f.d = d
	hint := d.Hint(diag.English)
	data, err := os.ReadFile(filepath.Join(f.dir, filepath.FromSlash(d.Pos.File)))
	if err != nil {
		f.t.Fatal(err)
	}
	f.text, f.at = string(data), 0
	for range d.Pos.Line - 1 {
		f.at += strings.IndexByte(f.text[f.at:], '\n') + 1
	}
	for range d.Pos.Column - 1 {
		_, size := utf8.DecodeRuneInString(f.text[f.at:])
		f.at += size
	}
	for _, way := range ways {
		if m := way.hint.FindStringSubmatch(hint); m != nil {
			f.done[d.Code] = !way.do(f, append(m, ""))
			return
		}
	}
	f.t.Fatalf("nobody can follow the hint of %s: %s", d.Code, hint)
}

// save writes the file with a part replaced. As all that does what hints say, it reports that something was done.
func (f *follower) save(from, to int, by string) bool {
	write(f.t, f.dir, f.d.Pos.File, []byte(f.text[:from]+by+f.text[to:]))
	return true
}

// line gives where the line begins that the place is in, and where it ends.
func (f *follower) line() (from, to int) {
	from = strings.LastIndexByte(f.text[:f.at], '\n') + 1
	to = len(f.text)
	if i := strings.IndexByte(f.text[f.at:], '\n'); i >= 0 {
		to = f.at + i
	}
	return from, to
}

// change replaces words in the line of the place, from the place on or else anywhere in it.
func (f *follower) change(old, by string) bool {
	from, to := f.line()
	at := strings.Index(f.text[f.at:to], old) + f.at
	if at < f.at {
		if at = strings.Index(f.text[from:to], old) + from; at < from {
			f.t.Fatalf("%s: there is no %q in %q", f.d.Code, old, f.text[from:to])
		}
	}
	return f.save(at, at+len(old), by)
}

// wrong is the word that the message says to be wrong.
func (f *follower) wrong() string {
	for _, name := range []string{"found", "value", "name", "id", "file", "column", "key"} {
		if word := strings.TrimSuffix(f.d.Args[name], "…"); word != "" && strings.Contains(f.text[f.at:], word) {
			return word
		}
	}
	return ""
}

// rewrite replaces the line of the place by what a function makes of it.
func (f *follower) rewrite(do func(line string) string) bool {
	from, to := f.line()
	return f.save(from, to, do(f.text[from:to]))
}

// paragraph rewrites the lines from the place to the next empty one.
func (f *follower) paragraph(do func(lines []string) []string) bool {
	from, _ := f.line()
	words, _, _ := strings.Cut(f.text[from:], "\n\n")
	return f.save(from, from+len(words), strings.Join(do(strings.Split(words, "\n")), "\n"))
}

// quoted puts quotation marks round the value that stands at the place or before it in its line: after its key, up to
// the comma or brace that ends it in braces.
func (f *follower) quoted(m []string) bool {
	from, to := f.line()
	begin := strings.LastIndex(f.text[from:min(f.at+1, to)], ": ") + from + 2
	if i := strings.Index(f.text[begin:to], "}"); i >= 0 {
		to = begin + i
	}
	value := strings.Trim(strings.TrimSpace(f.text[begin:to]), `'"“”`)
	return f.save(begin, to, `"`+value+`"`)
}

// inItem adds a line to the item that the finding is about.
func (f *follower) inItem(m []string) bool {
	manifest, err := os.ReadFile(filepath.Join(f.dir, "report.yaml"))
	if err != nil {
		f.t.Fatal(err)
	}
	item := regexp.MustCompile(`(?m)^( *)(- )?id: ` + f.d.Item + `$`)
	at := item.FindSubmatchIndex(manifest)
	if at == nil {
		f.t.Fatalf("there is no item %q", f.d.Item)
	}
	f.text, f.d.Pos.File = string(manifest), "report.yaml"
	return f.save(at[1], at[1], "\n"+strings.Repeat(" ", at[3]-at[2]+2)+m[1])
}

// cells are those of a line of a table, whatever divides them.
func cells(line string) string {
	line = regexp.MustCompile(` {3,}`).ReplaceAllString(line, "\t")
	list := strings.FieldsFunc(line, func(r rune) bool { return r == '|' || r == '\t' || r == ';' || r == ',' })
	for i := range list {
		list[i] = strings.TrimSpace(list[i])
	}
	return "| " + strings.Join(list, " | ") + " |"
}

// ruled are the lines of a table with a row of rules below the first.
func ruled(lines []string) []string {
	var out []string
	for _, line := range lines {
		if !strings.ContainsAny(line, "+") {
			out = append(out, cells(line))
		}
	}
	rule := strings.Repeat("| --- ", strings.Count(out[0], "|")-1) + "|"
	return append([]string{out[0], rule}, out[1:]...)
}

// decoded is a file that was saved in another encoding.
func decoded(text string) string {
	decoder := charmap.Windows1252.NewDecoder()
	if strings.HasPrefix(text, "\xff\xfe") {
		decoder = unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder()
	}
	words, _ := decoder.String(text)
	return words
}

// next is the label after another: (b) after (a).
func next(label string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r < 'z' || r >= '0' && r < '9' {
			return r + 1
		}
		return r
	}, label)
}

// swapped exchanges the original at the place with the one that the manifest names otherwise.
func (f *follower) swapped(m []string) bool {
	if f.answer != "" {
		return f.change(f.wrong(), f.answer)
	}
	list := regexp.MustCompile(`original: (\S+)`).FindAllStringSubmatchIndex(f.text, 2)
	a, b := f.text[list[0][2]:list[0][3]], f.text[list[1][2]:list[1][3]]
	f.text = f.text[:list[1][2]] + a + f.text[list[1][3]:]
	return f.save(list[0][2], list[0][3], b)
}

// toSpare moves a file to a folder that nobody looks into.
func (f *follower) toSpare(m []string) bool {
	name := f.d.Args["file"]
	data, err := os.ReadFile(filepath.Join(f.dir, name))
	if err != nil {
		f.t.Fatal(err)
	}
	write(f.t, f.dir, "spare/"+filepath.Base(name), data)
	return os.Remove(filepath.Join(f.dir, name)) == nil
}

// sentAgain puts the file that the delegation sent again in the place of the other.
func (f *follower) sentAgain(m []string) bool {
	data, err := os.ReadFile(filepath.Join(f.dir, f.answer))
	if err != nil {
		f.t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(f.dir, f.d.Args["file"])); err != nil { // which may be a link
		f.t.Fatal(err)
	}
	write(f.t, f.dir, f.d.Args["file"], data)
	return true
}

// readAll is what a file holds.
func readAll(t *testing.T, dir, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
