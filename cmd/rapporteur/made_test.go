package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapporteur/report"
	"rapporteur/report/ledger"
)

// TestFilesMade: few files are listed one by one; of many, the reports, the pages, and how many there are of a kind.
func TestFilesMade(t *testing.T) {
	said := newTalk(nil, "en")
	result := &report.Result{}
	add := func(kind, file string) {
		result.Files = append(result.Files, filepath.Join("dist", filepath.FromSlash(file)))
		result.Published = append(result.Published, ledger.Document{Kind: kind, File: file})
	}
	add("statements", "statements/opening-norway.pdf")
	add("report", "report.fr.pdf")
	result.Files = append(result.Files, filepath.Join("dist", "report.fr.json"))
	if got := said.files(result, "dist"); !slices.Equal(got, result.Files) {
		t.Errorf("few are %q, not %q", got, result.Files)
	}
	for n := range 3 * mostListed {
		add("html", fmt.Sprintf("html/fr/%d.html", n))
	}
	add("page", "index.html")
	add("page", "feed.fr.xml")
	want := []string{filepath.Join("dist", "report.fr.pdf"), filepath.Join("dist", "index.html"),
		"65 files in dist: statements 1, html 60; SHA256SUMS lists them all"}
	if got := said.files(result, "dist"); !slices.Equal(got, want) {
		t.Errorf("many are\n%s\nnot\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
