// Command rapporteur compiles a conference's official report: from a manifest, Markdown texts and the delegations' PDFs into one typeset, merged,
// tagged and linked PDF with a ledger of its pages.
//
// This package goes from the command line into one call of package report, and from its result into words, paths and an exit code. How a report
// is made is not its task.
package main

import (
	"os"
	"runtime/debug"
)

// A build is short and its garbage many times what it holds: collecting less often saves a fifth of its time. Near the soft limit, which a report of 2,500 pages
// reaches, the collector works as hard as it has to. Whoever sets GOGC or GOMEMLIMIT is obeyed.
const (
	garbagePercent = 800
	softMemory     = 256 << 20 // bytes
)

func main() {
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(garbagePercent)
		debug.SetMemoryLimit(softMemory)
	}
	os.Exit(run(os.Args[1:], streams{out: os.Stdout, err: os.Stderr}))
}
