package report

import (
	"context"
	"errors"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"rapporteur/layout"
	"rapporteur/report/ledger"
	"rapporteur/report/publish"
	"rapporteur/sources"
)

// artifact is a file that a build makes: its name below the output folder, written with `/`, and what writes it there.
type artifact struct {
	name   string
	make   func(ctx context.Context, to *publish.Folder, name string) error
	beside bool // it is made while those that follow are: verifying knows no more than a file and its account
}

// artifacts lists what a build makes, in the order in which it is made and published, each in a file of its own. A
// ledger comes after its PDF: it names the hash of it, so that a set which a kill left mixed is recognised, and it
// holds what verifying found; that of an edition is the last, and lists the documents beside it.
func (b *build) artifacts() []artifact {
	list := b.receivedFiles()
	var elsewhere, ledgers []artifact
	for _, e := range b.editions {
		e.earlier = e.standing()
	}
	for _, e := range b.editions {
		names := e.names()
		whole := e.wanted(reportKind, reportKind, names.report) || e.readElsewhere()
		if whole {
			list = append(list, artifact{name: names.report, make: e.makeReport})
		}
		for _, x := range e.extracts() {
			list = append(list, artifact{name: x.names().report, make: x.makeExtract},
				artifact{name: x.names().ledger, make: x.makeLedger, beside: true})
		}
		also := e.elsewhere()
		elsewhere = append(elsewhere, also...)
		account := artifact{name: names.ledger, make: e.makeLedger}
		switch {
		case whole && len(also) > 0: // pages lead to the PDFs of all editions, and need what those were made from
			account.beside = true
			ledgers = append(ledgers, account)
		case whole:
			list = append(list, account)
		}
	}
	return slices.Concat(list, elsewhere, ledgers)
}

// reportKind is what the whole report is called among the outputs.
const reportKind = sources.OutputReport

// ErrUnknownOutput is a choice of outputs of which the report has none.
var ErrUnknownOutput = errors.New("the report has no such document")

// wanted reports whether a document is made: one of a kind that the manifest asks for, or, where the user names what is
// made, one that is named by its kind, its id or its file.
func (b *build) wanted(kind, id, file string) bool {
	if len(b.in.Only) == 0 {
		return slices.Contains(b.editions[0].document.Outputs, kind)
	}
	base := path.Base(file)
	stem, _, _ := strings.Cut(base, ".")
	return slices.ContainsFunc(b.in.Only, func(name string) bool {
		return slices.Contains([]string{kind, id, file, base, stem}, name)
	})
}

// namesOf are the names of artifacts.
func namesOf(list []artifact) []string {
	var names []string
	for _, a := range list {
		names = append(names, a.name)
	}
	return names
}

// names are what a document is called in the output folder, and what is made of a report's edition beside it.
type names struct {
	report string // the PDF
	ledger string // its account
	page   string // the publication page
	feed   string // of its documents
	akn    string // the report in Akoma Ntoso
	bibTeX string // its statements
	csl    string // as well
}

// divides reports whether more than the whole report may be made: extracts are composed when it is.
func (b *build) divides() bool {
	return len(b.in.Only) > 0 || !slices.Equal(b.editions[0].document.Outputs, []string{reportKind})
}

// shareWords has words shaped once where more than one document may be made of them.
func (b *build) shareWords() {
	if len(b.editions) == 1 && !b.divides() {
		return // what was shaped is forgotten before linking begins
	}
	var sheets []*layout.Sheet
	for _, e := range b.editions {
		sheets = append(sheets, e.sheet)
	}
	layout.ShareWords(sheets...)
}

// names are those of the edition or the extract. The page of the first edition is the one that a web server shows for
// the folder.
func (e *edition) names() names {
	if x := e.document.Extract; x != nil {
		return namesIn(x.File, e.name)
	}
	n := editionNames(e.name)
	if e == e.editions[0] {
		n.page = editionNames("").page
	}
	return n
}

// editionNames gives the names of the edition in a language; lang is "" where a report has one edition only.
func editionNames(lang string) names { return namesIn(reportKind, lang) }

// namesIn gives the names of a document in the edition in a language. All names of files of ours come from here.
func namesIn(stem, lang string) names {
	if stem = publish.Allowed(stem); lang != "" {
		lang = "." + lang
	}
	stem += lang
	return names{report: stem + ".pdf", ledger: ledger.Beside(stem + ".pdf"), page: "index" + lang + ".html",
		feed: "feed" + lang + ".xml", akn: stem + ".akn.xml", bibTeX: "statements" + lang + ".bib",
		csl: "statements" + lang + ".csl.json"}
}

// MainPDF is the name of the report where it has one edition.
func MainPDF() string { return editionNames("").report }

// PDFs are the PDFs that a build put into a folder, by their paths: those of its list of sums, in that order, the
// report's first edition before all; where there is no such list, the report where it has one edition.
func PDFs(dir string) []string {
	main := []string{filepath.Join(dir, MainPDF())}
	data, err := os.ReadFile(filepath.Join(dir, publish.Sums))
	if err != nil {
		return main
	}
	var names []string
	for _, s := range publish.ParseSums(string(data)) {
		names = append(names, s.Name)
	}
	if !anEarlierBuilds(names) {
		return main
	}
	var list []string
	for _, name := range names {
		if !ourName.MatchString(name) || !slices.Contains(names, ledger.Beside(name)) {
			continue
		}
		list = append(list, filepath.Join(dir, filepath.FromSlash(name)))
	}
	return list
}

// anEarlierBuilds reports whether a list of sums was made by a build: it names a document of ours and its ledger.
func anEarlierBuilds(names []string) bool {
	return slices.ContainsFunc(names, func(name string) bool {
		return ourName.MatchString(name) && slices.Contains(names, ledger.Beside(name))
	})
}

// ourName is what our documents are called.
var ourName = regexp.MustCompile(`^(?:report(?:-volume-\d+)?|summary|recommendations|(?:statements|sessions)/[^/]+)` +
	`(?:\.[A-Za-z0-9-]+)?\.pdf$`)
