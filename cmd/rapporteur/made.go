package main

import (
	"path/filepath"
	"strconv"
	"strings"

	"rapporteur/report"
	"rapporteur/report/publish"
	"rapporteur/sources"
)

// mostListed is how many files are listed one by one: more would run off the screen, and the paths that an editor opens
// would be lost among them.
const mostListed = 20

// files says what a build put into the folder out: each file or, where they are many, the reports, the pages that lead
// to the others, and how many there are of each kind, in the manifest's words for `outputs`.
func (t talk) files(result *report.Result, out string) (lines []string) {
	if len(result.Files) <= mostListed {
		for _, file := range result.Files {
			lines = append(lines, near(file))
		}
		return lines
	}
	var pages, kinds []string
	count := map[string]int{}
	for _, d := range result.Published {
		file := near(filepath.Join(out, filepath.FromSlash(d.File)))
		switch {
		case d.Kind == sources.OutputReport:
			lines = append(lines, file)
		case d.Kind == sources.OutputPage && strings.HasSuffix(d.File, ".html"):
			pages = append(pages, file)
		case d.Kind != sources.OutputPage: // feeds are found from the pages
			if count[d.Kind]++; count[d.Kind] == 1 {
				kinds = append(kinds, d.Kind)
			}
		}
	}
	for i, kind := range kinds {
		kinds[i] = kind + " " + strconv.Itoa(count[kind])
	}
	return append(append(lines, pages...), t.text("files-made", words{"dir": near(out),
		"n": strconv.Itoa(len(result.Files)), "kinds": strings.Join(kinds, ", "), "sums": publish.Sums}))
}
