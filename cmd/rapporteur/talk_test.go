package main

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rapporteur/sources/diag"
)

// TestLanguages: both languages say everything, about the same things.
func TestLanguages(t *testing.T) {
	placeholder := regexp.MustCompile(`\{[a-z]+\}`)
	english, french := texts()["en"], texts()["fr"]
	if len(english) < 30 {
		t.Fatalf("only %d texts were read", len(english))
	}
	if a, b := slices.Sorted(maps.Keys(english)), slices.Sorted(maps.Keys(french)); !slices.Equal(a, b) {
		t.Errorf("English has %v, French %v", a, b)
	}
	for key, text := range english {
		a, b := placeholder.FindAllString(text, -1), placeholder.FindAllString(french[key], -1)
		slices.Sort(a)
		slices.Sort(b)
		if !slices.Equal(slices.Compact(a), slices.Compact(b)) {
			t.Errorf("%s fills in %v in English, %v in French", key, a, b)
		}
		if text == "" || french[key] == "" {
			t.Errorf("%s is empty", key)
		}
	}
}

// TestTextsUsed: every key that the code asks for is there, and every text is asked for.
func TestTextsUsed(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var code strings.Builder
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		code.Write(data)
	}
	for _, asked := range regexp.MustCompile(`\.(?:text|say)\("([a-z-]+)"[,)]`).FindAllStringSubmatch(code.String(),
		-1) {
		if texts()["en"][asked[1]] == "" {
			t.Errorf("the code says %q, which has no words", asked[1])
		}
	}
	for key := range texts()["en"] {
		if !strings.Contains(code.String(), `"`+key+`"`) && !strings.HasPrefix(key, "help-") &&
			!strings.HasPrefix(key, "pass-") {
			t.Errorf("nobody says %q", key)
		}
	}
	a := &app{}
	for _, cmd := range a.commands().Commands() {
		if texts()["en"]["help-"+cmd.Name()] == "" {
			t.Errorf("%s has no help", cmd.Name())
		}
	}
}

func TestFromTag(t *testing.T) {
	for tag, want := range map[string]string{
		"fr": "fr", "fr_FR.UTF-8": "fr", "fr-CA": "fr", "FR_be@euro": "fr", "C": "en", "POSIX": "en",
		"en_GB.UTF-8": "en", "frr_DE": "en", "de_CH": "en", "fr.UTF-8": "fr",
	} {
		if got := fromTag(tag); got != want {
			t.Errorf("%s speaks %s, want %s", tag, got, want)
		}
	}
}

// TestPlain: a name out of a hostile file neither moves the cursor nor breaks the line.
func TestPlain(t *testing.T) {
	for in, want := range map[string]string{
		"a\x1b[2Jb":          "a\ufffd[2Jb",
		"a\nreport.yaml:1:b": "a report.yaml:1:b",
		"a\u202eb\u2066c":    "a\ufffdb\ufffdc",
		"a\u0085\u009bb":     "a \ufffdb",
		"Norvège 中文":         "Norvège 中文",
	} {
		if got := printable(in); got != want {
			t.Errorf("%q is printed as %q, want %q", in, got, want)
		}
	}
}

// TestText: a value is filled in once, whatever braces it has.
func TestText(t *testing.T) {
	said := newTalk(nil, "en")
	said.texts = map[string]string{"k": "{a} and {b}"}
	if got := said.text("k", words{"a": "{b}", "b": "{a}"}); got != "{b} and {a}" {
		t.Errorf("got %q", got)
	}
}

func TestPlaces(t *testing.T) {
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	said := newTalk(nil, "en")
	pos := diag.Pos{File: "texts/a.md", Line: 3, Column: 7}
	for manifest, want := range map[string]string{
		"report.yaml":     "texts/a.md:3:7",
		"sub/report.yaml": "sub/texts/a.md:3:7",
		"../report.yaml":  "../texts/a.md:3:7",
		filepath.Join(here, "sub", "report.yaml"):     "sub/texts/a.md:3:7",
		filepath.Join(here, "..", "r", "report.yaml"): filepath.Join(here, "..", "r", "texts", "a.md") + ":3:7",
	} {
		if got := said.place(pos, manifest); filepath.ToSlash(got) != filepath.ToSlash(want) {
			t.Errorf("with %s the place is %s, want %s", manifest, got, want)
		}
	}
	if got := said.page(diag.Pos{File: "report.pdf", Line: 12},
		"dist"); filepath.ToSlash(got) != "dist/report.pdf, page 12" {
		t.Errorf("a finding stands at %s", got)
	}
}
