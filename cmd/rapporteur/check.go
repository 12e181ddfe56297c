package main

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"rapporteur/report"
)

func (a *app) checkCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:  "check [MANIFEST]",
		Args: a.arguments(0, 1),
		RunE: a.run(func(ctx context.Context, args []string) int {
			return a.check(ctx, manifest(args))
		}),
	}
	cmd.Flags().BoolVar(&a.strict, "strict", false, "")
	cmd.Flags().BoolVar(&a.uncached, "no-cache", false, "")
	return cmd
}

// check reports what a build would, and writes nothing.
func (a *app) check(ctx context.Context, manifest string) int {
	in, done := a.input(manifest, "")
	defer done()
	result, err := report.Check(ctx, in)
	a.erase()
	a.tellAll(result, manifest, "")
	a.toDo(result, manifest)
	if err != nil {
		return a.fail(err)
	}
	switch {
	case result.Failed && !faulty(result.Diagnostics):
		return a.strictly(result)
	case result.Failed:
		a.say("not-sound", a.counts(result))
		return mend
	}
	if len(result.Editions) > 1 {
		for _, e := range result.Editions {
			fmt.Fprintln(a.out, a.text("edition", words{"language": e.Language, "pages": a.pages(e.Pages)}))
		}
	}
	fmt.Fprintln(a.out, a.pages(result.Pages))
	a.verdicts(result)
	return a.strictly(result)
}

// toDo lists the lines in which something is left to write.
func (a *app) toDo(result *report.Result, manifest string) {
	if result == nil {
		return
	}
	var lines []string
	for _, d := range result.Diagnostics {
		if d.Code == "to-do" || d.Code == "to-do-first" {
			lines = append(lines, strconv.Itoa(d.Pos.Line))
		}
	}
	if len(lines) > 0 {
		a.say("to-do", words{"manifest": near(manifest), "count": a.count(len(lines), "one-place", "places"),
			"lines": strings.Join(slices.Compact(lines), ", ")})
	}
}

// verdicts says how far each original conforms and why no farther, and what the report will claim.
func (a *app) verdicts(result *report.Result) {
	if len(result.Verdicts) == 0 {
		return
	}
	advised := map[string]bool{} // each once: originals of one office have the same faults
	for _, v := range result.Verdicts {
		key := "verdict"
		if len(v.Levels) == 0 {
			key = "verdict-none"
		}
		fmt.Fprintln(a.out, a.text(key, words{"file": v.File, "levels": strings.Join(v.Levels, ", ")}))
		for _, d := range v.Reasons {
			fmt.Fprintln(a.out, "  "+printable(d.Message(a.lang)))
			if hint := d.Hint(a.lang); !advised[hint] {
				advised[hint] = true
				fmt.Fprintln(a.out, "    "+printable(hint))
			}
		}
	}
	key := "claims"
	if len(result.Claims) == 0 {
		key = "claims-none"
	}
	fmt.Fprintln(a.out, a.text(key, words{"claims": strings.Join(result.Claims, ", ")}))
}
