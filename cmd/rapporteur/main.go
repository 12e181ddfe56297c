// Command rapporteur compiles a conference's official report: from a manifest, Markdown texts and the delegations' PDFs
// into one typeset, merged, tagged and linked PDF with a ledger of its pages.
//
// This package goes from the command line into one call of package report, and from its result into words, paths and an
// exit code. How a report is made is not its task.
package main

import "os"

func main() {
	tuneCollector()
	os.Exit(run(os.Args[1:], streams{out: os.Stdout, err: os.Stderr}))
}
