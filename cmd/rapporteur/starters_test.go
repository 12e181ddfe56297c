package main

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestStartersBuild: the examples in every language build, and nothing is to be told of them; the whole symposium,
// which is tested by itself, has one original with a fault in its tags.
func TestStartersBuild(t *testing.T) {
	var whole []string
	for _, lang := range slices.Sorted(maps.Keys(starters())) {
		for _, minimal := range []bool{false, true} {
			files, err := starter(lang, minimal)
			if err != nil {
				t.Fatal(err)
			}
			if len(files) > 50 { // the whole symposium
				whole = append(whole, lang)
				continue
			}
			dir := filepath.Join(t.TempDir(), "report")
			if err := layDown(dir, files); err != nil {
				t.Fatal(err)
			}
			said, err := command(dir, []string{"LC_ALL=C"}, "build", "--strict").CombinedOutput()
			if err != nil || regexp.MustCompile(`(?m)(warning|note|hint):`).Match(said) {
				t.Errorf("%s, minimal %v: %v\n%s", lang, minimal, err, said)
			}
			manifest, err := os.ReadFile(filepath.Join(dir, defaultManifest))
			if err != nil {
				t.Fatal(err)
			}
			if left := regexp.MustCompile(`\{[a-z0-9-]+\}`).FindString(string(manifest)); left != "" {
				t.Errorf("%s: nothing was filled in for %s", lang, left)
			}
			if lines := strings.Count(string(manifest), "\n"); minimal && lines > 10 {
				t.Errorf("%s: the minimal manifest has %d lines", lang, lines)
			}
			if explained := strings.Contains(string(manifest), "# speaker: "); explained == minimal {
				t.Errorf("%s, minimal %v: keys are explained: %v", lang, minimal, explained)
			}
		}
	}
	if !slices.Equal(whole, []string{"fr"}) {
		t.Errorf("the whole symposium is had in %v", whole)
	}
}

// TestStarterRemarks: the keys of an example are explained in its own language, none of them in English.
func TestStarterRemarks(t *testing.T) {
	remark := regexp.MustCompile(`(?m)^ *# .*$`)
	in := func(lang string) []string {
		files, err := starter(lang, false)
		if err != nil {
			t.Fatal(err)
		}
		return remark.FindAllString(string(files[len(files)-1].data), -1)
	}
	english := in("en")
	if len(english) < 50 {
		t.Fatalf("%d remarks", len(english))
	}
	for lang := range starters() {
		for _, line := range in(lang) {
			if lang != "en" && slices.Contains(english, line) {
				t.Errorf("%s: %s", lang, line)
			}
		}
	}
	for lang, words := range remarks() {
		if lang == "en" || lang == "fr" || len(words) < 50 {
			t.Errorf("%s has %d remarks", lang, len(words))
		}
	}
}

// TestStarterWords: all languages have words for the same things, and use all of them.
func TestStarterWords(t *testing.T) {
	var manifests string
	for _, name := range []string{"report.yaml", "minimal.yaml"} {
		data, err := compact.ReadFile("compact/" + name)
		if err != nil {
			t.Fatal(err)
		}
		manifests += string(data)
	}
	want := slices.Sorted(maps.Keys(starters()["en"]))
	if len(starters()) < 6 || len(want) < 30 {
		t.Fatalf("%d languages, %d words", len(starters()), len(want))
	}
	for lang, words := range starters() {
		if got := slices.Sorted(maps.Keys(words)); !slices.Equal(got, want) {
			t.Errorf("%s has %v, English %v", lang, got, want)
		}
		if words["language"] != lang {
			t.Errorf("%s says that it is %s", lang, words["language"])
		}
	}
	for _, key := range want {
		if !strings.Contains(manifests, "{"+key+"}") && !strings.Contains(manifests, key) {
			t.Errorf("no manifest has %s", key)
		}
	}
}

// TestGuides: the guide is there in each language of the messages, with the same chapters, begins with Windows, and
// names no command that the program lacks.
func TestGuides(t *testing.T) {
	known := []string{"help", "rapporteur"}
	for _, c := range (&app{}).commands().Commands() {
		known = append(known, c.Name())
	}
	for lang := range texts() {
		data, err := guides.ReadFile("guide/" + lang + ".md")
		if err != nil {
			t.Fatal(err)
		}
		guide := string(data)
		heads := regexp.MustCompile(`(?m)^## .*$`).FindAllString(guide, -1)
		if len(heads) != 13 || !strings.Contains(heads[0], "Windows") {
			t.Errorf("%s: chapters %q", lang, heads)
		}
		named := regexp.MustCompile("`(?:\\./)?rapporteur ([a-z]+)").FindAllStringSubmatch(guide, -1)
		if len(named) < 8 {
			t.Errorf("%s: only %d commands are named", lang, len(named))
		}
		for _, n := range named {
			if !slices.Contains(known, n[1]) {
				t.Errorf("%s: there is no command %s", lang, n[1])
			}
		}
	}
}
