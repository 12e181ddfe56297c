package main

import (
	"embed"
	"fmt"
	"io"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"rapporteur/report"
	"rapporteur/sources"
	"rapporteur/sources/diag"
)

//go:embed talk/*.txt
var talkFiles embed.FS

// words fill a text's {name} placeholders.
type words map[string]string

// talk is what goes to standard error, in the user's language.
type talk struct {
	err   io.Writer
	lang  string
	texts map[string]string
	*meter
}

func newTalk(err io.Writer, lang string) talk {
	return talk{err: err, lang: lang, texts: texts()[lang], meter: newMeter(err)}
}

// texts are what the command line says, by language and key.
var texts = sync.OnceValue(func() map[string]map[string]string { return phrasebooks(talkFiles, "talk") })

// phrasebooks reads the language files of a folder: a line `== key` opens a text, which runs to the next.
func phrasebooks(from embed.FS, folder string) map[string]map[string]string {
	all := map[string]map[string]string{}
	files, err := from.ReadDir(folder)
	if err != nil {
		panic(err) // the files are embedded
	}
	for _, file := range files {
		lang, isText := strings.CutSuffix(file.Name(), ".txt")
		if !isText {
			continue
		}
		data, err := from.ReadFile(folder + "/" + file.Name())
		if err != nil {
			panic(err)
		}
		table := map[string]string{}
		for _, part := range strings.Split("\n"+strings.ReplaceAll(string(data), "\r\n", "\n"), "\n== ")[1:] {
			key, text, _ := strings.Cut(part, "\n")
			table[key] = strings.TrimRight(text, "\n")
		}
		all[lang] = table
	}
	return all
}

// spoken reports whether the program speaks a language.
func spoken(lang string) bool { return texts()[lang] != nil }

// text gives the text of a key; a key that is not there shows itself.
func (t talk) text(key string, values words) string {
	text, ok := t.texts[key]
	if !ok {
		return key
	}
	pairs := make([]string, 0, 2*len(values))
	for _, name := range slices.Sorted(maps.Keys(values)) {
		pairs = append(pairs, "{"+name+"}", printable(values[name]))
	}
	return strings.NewReplacer(pairs...).Replace(text) // in one go: a value's own braces stay
}

// say prints a text on a line of its own.
func (t talk) say(key string, values words) { fmt.Fprintln(t.err, t.text(key, values)) }

// mostTold is how many findings of one code are printed one by one: more would run off the screen, and mostly have one
// cause.
const mostTold = 20

// tellAll prints the diagnostics of a result: those of the manifest by file, line and column, those of verify by page.
func (t talk) tellAll(result *report.Result, manifest, out string) {
	if result == nil {
		return
	}
	for _, d := range diag.Group(result.Diagnostics, mostTold) {
		t.tell(d, t.place(d.Pos, manifest))
	}
	for _, d := range diag.Group(result.Findings, mostTold) {
		t.tell(d, t.page(d.Pos, out))
	}
}

// tell prints one diagnostic: place, message and hint. `file:line:column: ` begins the line in every language, as
// editors look for it; the ledger has the severity and the code for scripts, in words that stay the same.
func (t talk) tell(d diag.Diagnostic, place string) {
	message := printable(d.Message(t.lang))
	switch d.Severity {
	case diag.Warning:
		message = t.text("warning", words{"message": message})
	case diag.Note:
		message = t.text("note", words{"message": message})
	}
	fmt.Fprintf(t.err, "%s: %s\n", printable(place), message)
	if hint := d.Hint(t.lang); hint != "" {
		t.say("hint", words{"hint": hint})
	}
}

// place names a place in the user's files from where the user stands. In a word processor's file that is a paragraph:
// its number, which Word does not show, and its first words, which Word finds.
func (t talk) place(pos diag.Pos, manifest string) string {
	if pos.File == "" {
		pos.File = filepath.Base(manifest)
	}
	office := sources.IsOffice(pos.File)
	pos.File = near(filepath.Join(filepath.Dir(manifest), filepath.FromSlash(pos.File)))
	switch {
	case !office || pos.Line == 0:
		return pos.String()
	case pos.Near == "":
		return t.text("paragraph", words{"file": pos.File, "number": strconv.Itoa(pos.Line)})
	}
	return t.text("paragraph-near", words{"file": pos.File, "number": strconv.Itoa(pos.Line), "near": pos.Near})
}

// page names a place in the report: findings of verify count pages where others count lines.
func (t talk) page(pos diag.Pos, out string) string {
	file := near(filepath.Join(out, pos.File))
	if pos.Line == 0 {
		return file
	}
	return t.text("page", words{"file": file, "page": strconv.Itoa(pos.Line)})
}

// pages is a count of pages in words.
func (t talk) pages(n int) string { return t.count(n, "one-page", "pages") }

// count says how many there are of something, in the words for one or for several.
func (t talk) count(n int, one, several string) string {
	if n == 1 {
		return t.text(one, nil)
	}
	return t.text(several, words{"n": strconv.Itoa(n)})
}

// counts says how many errors and warnings there are, and leaves out what there is none of. A script without a font is
// one.
func (t talk) counts(result *report.Result) words {
	wrong, doubtful := 0, 0
	for _, d := range diag.Group(slices.Concat(result.Diagnostics, result.Findings), math.MaxInt) {
		switch d.Severity {
		case diag.Error:
			wrong++
		case diag.Warning:
			doubtful++
		}
	}
	var parts []string
	if wrong > 0 {
		parts = append(parts, t.count(wrong, "one-error", "errors"))
	}
	if doubtful > 0 {
		parts = append(parts, t.count(doubtful, "one-warning", "warnings"))
	}
	return words{"counts": strings.Join(parts, ", ")}
}

func faulty(list []diag.Diagnostic) bool { return has(list, diag.Error) }

func warned(list []diag.Diagnostic) bool { return has(list, diag.Warning) }

func has(list []diag.Diagnostic, severity diag.Severity) bool {
	return slices.ContainsFunc(list, func(d diag.Diagnostic) bool { return d.Severity == severity })
}

// near writes a path as seen from where the user stands: relative when it lies below, else as it was given.
func near(path string) string {
	here, err := os.Getwd()
	if err != nil || !filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	relative, err := filepath.Rel(here, path)
	if err != nil || !filepath.IsLocal(relative) {
		return filepath.Clean(path)
	}
	return relative
}

// printable makes a value safe for a terminal: it stays on its line, and cannot move the cursor or turn the text
// around.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
			return unicode.ReplacementChar
		}
		return r
	}, s)
}
