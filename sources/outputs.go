package sources

// What a report is published as: the whole, or documents of its parts.
const (
	OutputReport          = "report"
	OutputSummary         = "summary"
	OutputStatements      = "statements"      // each by itself
	OutputSessions        = "sessions"        // each with its statements
	OutputRecommendations = "recommendations" // all together
	OutputOriginals       = "originals"       // each as it was received
)

// outputs are the words that `outputs` takes.
var outputs = []string{OutputReport, OutputSummary, OutputStatements, OutputSessions, OutputRecommendations,
	OutputOriginals}
