package main

import (
	"context"
	"fmt"

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
	return cmd
}

// check reports what a build would, and writes nothing.
func (a *app) check(ctx context.Context, manifest string) int {
	result, err := report.Check(ctx, a.input(manifest, ""))
	a.erase()
	a.tellAll(result, manifest, "")
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
	fmt.Fprintln(a.out, a.pages(result.Pages))
	return a.strictly(result)
}
