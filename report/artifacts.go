package report

import (
	"slices"
	"strings"

	"rapporteur/report/ledger"
)

// artifacts are the names of what one edition of a report makes in the output folder.
type artifacts struct {
	report string // the consolidated PDF
	ledger string // its account
}

// editionArtifacts gives the names of the edition in a language; lang is "" where a report has one edition only. All
// names of the output come from here.
func editionArtifacts(lang string) artifacts {
	stem := "report"
	if lang != "" {
		stem += "." + lang
	}
	return artifacts{report: stem + ".pdf", ledger: ledger.Beside(stem + ".pdf")}
}

// MainPDF is the name of the report where it has one edition.
func MainPDF() string { return editionArtifacts("").report }

// list is all of them, in the order in which they are published: a ledger names the hash of its PDF, so that a set
// which a kill left mixed is recognised.
func (a artifacts) list() []string { return []string{a.report, a.ledger} }

// anEarlierBuilds reports whether a list of sums was made by a build: it names a report and the ledger of that report.
func anEarlierBuilds(names []string) bool {
	return slices.ContainsFunc(names, func(name string) bool {
		ours := name == MainPDF() || strings.HasPrefix(name, "report.") && strings.HasSuffix(name, ".pdf")
		return ours && slices.Contains(names, ledger.Beside(name))
	})
}
