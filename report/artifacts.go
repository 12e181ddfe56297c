package report

import (
	"context"
	"slices"
	"strings"

	"rapporteur/report/ledger"
	"rapporteur/report/publish"
)

// artifact is a file that a build makes: its name below the output folder, written with `/`, and what writes it there.
type artifact struct {
	name string
	make func(ctx context.Context, to *publish.Folder, name string) error
}

// artifacts lists what a build makes, in the order in which it is made and published, each in a file of its own.
func (b *build) artifacts() (list []artifact) {
	for _, e := range b.editions {
		list = append(list, e.artifacts()...)
	}
	return list
}

// artifacts lists what an edition makes. The ledger is the last: it names the hash of its PDF, so that a set which a
// kill left mixed is recognised, and it holds what verifying found.
func (e *edition) artifacts() []artifact {
	names := editionNames(e.name)
	return []artifact{{names.report, e.makeReport}, {names.ledger, e.makeLedger}}
}

// namesOf are the names of artifacts.
func namesOf(list []artifact) []string {
	var names []string
	for _, a := range list {
		names = append(names, a.name)
	}
	return names
}

// names are what one edition of a report is called in the output folder.
type names struct {
	report string // the consolidated PDF
	ledger string // its account
}

// editionNames gives the names of the edition in a language; lang is "" where a report has one edition only. All
// names of the output come from here.
func editionNames(lang string) names {
	stem := "report"
	if lang != "" {
		stem += "." + lang
	}
	return names{report: stem + ".pdf", ledger: ledger.Beside(stem + ".pdf")}
}

// MainPDF is the name of the report where it has one edition.
func MainPDF() string { return editionNames("").report }

// anEarlierBuilds reports whether a list of sums was made by a build: it names a report and the ledger of that report.
func anEarlierBuilds(names []string) bool {
	return slices.ContainsFunc(names, func(name string) bool {
		ours := name == MainPDF() || strings.HasPrefix(name, "report.") && strings.HasSuffix(name, ".pdf")
		return ours && slices.Contains(names, ledger.Beside(name))
	})
}
