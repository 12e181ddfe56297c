package sources

import "slices"

// What a report is published as: the whole, documents of its parts, and what is read otherwise than on paper.
const (
	OutputReport          = "report"
	OutputSummary         = "summary"
	OutputStatements      = "statements"      // each by itself
	OutputSessions        = "sessions"        // each with its statements
	OutputRecommendations = "recommendations" // all together
	OutputOriginals       = "originals"       // each as it was received
	OutputPage            = "page"            // the page that lists all documents, and their feed
	OutputHTML            = "html"            // the whole, in HTML
	OutputAKN             = "akn"             // the whole, in Akoma Ntoso
	OutputCitations       = "citations"       // the statements, for bibliographies
)

// outputs are the words that `outputs` takes.
var outputs = []string{OutputReport, OutputSummary, OutputStatements, OutputSessions, OutputRecommendations,
	OutputOriginals, OutputPage, OutputHTML, OutputAKN, OutputCitations}

// OfReport reports whether an output shows the whole report, and leads to its pages: it is never published without it.
func OfReport(output string) bool {
	return slices.Contains([]string{OutputPage, OutputHTML, OutputAKN, OutputCitations}, output)
}
