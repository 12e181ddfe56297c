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

// artifacts lists what an edition makes, in the order in which it is made and published, each in a file of its own.
// The ledger is the last: it names the hash of its PDF, so that a set which a kill left mixed is recognised, and it
// holds what verifying found.
func (e *edition) artifacts() []artifact {
	names := editionNames("")
	list := []artifact{{names.report, e.makeReport}}
	list = append(list, e.elsewhere()...)
	return append(list, artifact{names.ledger, e.makeLedger})
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
	page   string // the publication page
	feed   string // of its documents
	html   string // folder of the HTML edition, without its language
	akn    string // the report in Akoma Ntoso
	bibTeX string // its statements
	csl    string // as well
}

// editionNames gives the names of the edition in a language; lang is "" where a report has one edition only. All
// names of the output come from here.
func editionNames(lang string) names {
	stem := "report"
	if lang != "" {
		stem += "." + lang
	}
	return names{report: stem + ".pdf", ledger: ledger.Beside(stem + ".pdf"), page: "index.html", feed: "feed.xml",
		html: "html", akn: stem + ".akn.xml", bibTeX: "statements.bib", csl: "statements.csl.json"}
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
