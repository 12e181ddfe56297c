package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"rapporteur/report"
	"rapporteur/sources/libreoffice"
)

// defaultManifest is what a command reads when no manifest is named.
const defaultManifest = "report.yaml"

func (a *app) buildCommand() *cobra.Command {
	var out string
	var only []string
	cmd := &cobra.Command{
		Use:  "build [MANIFEST]",
		Args: a.arguments(0, 1),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			a.code, err = a.build(cmd.Context(), manifest(args), out, only)
			return err
		},
	}
	cmd.Flags().StringSliceVar(&only, "only", nil, "")
	cmd.Flags().StringVar(&out, "out", "", "")
	cmd.Flags().BoolVar(&a.strict, "strict", false, "")
	cmd.Flags().BoolVar(&a.uncached, "no-cache", false, "")
	return cmd
}

// manifest is the one named, or the one here.
func manifest(args []string) string {
	if len(args) > 0 && args[0] != "" { // a script whose variable is empty means the usual one
		return args[0]
	}
	return defaultManifest
}

// build makes the report of a manifest in the folder out, "" for the usual one; only names the documents that are made,
// where it is not all. The error is wrong usage.
func (a *app) build(ctx context.Context, manifest, out string, only []string) (int, error) {
	if out == "" {
		out = filepath.Join(filepath.Dir(manifest), "dist")
	}
	in, done := a.input(manifest, out)
	defer done()
	in.Only = only
	result, err := report.Build(ctx, in)
	a.erase()
	a.tellAll(result, manifest, out)
	if errors.Is(err, report.ErrUnknownOutput) {
		return misused, usage(a.text("unknown-output", words{"names": strings.Join(only, ", ")}))
	}
	return a.built(result, out, err), nil
}

// built ends a build: what it made in the folder out is the result.
func (a *app) built(result *report.Result, out string, err error) int {
	switch {
	case err != nil:
		return a.fail(err)
	case result.Failed && !faulty(result.Diagnostics):
		a.say("not-built-strict", a.counts(result)) // warnings fail a build only where --strict asks for it
		return mend
	case result.Failed:
		a.say("not-built", a.counts(result))
		return mend
	case faulty(result.Findings):
		a.say("not-verified", a.counts(result))
		return broken
	}
	for _, line := range a.files(result, out) {
		fmt.Fprintln(a.out, line)
	}
	fmt.Fprintln(a.out, a.pages(result.Pages))
	return a.strictly(result)
}

// input is what every command asks of the driver; done ends what belongs to it.
func (a *app) input(manifest, out string) (in report.Input, done func()) {
	office := &libreoffice.Converter{}
	if cache, err := os.UserCacheDir(); err == nil && !a.uncached {
		office.Cache = filepath.Join(cache, program, "converted")
	}
	return report.Input{
		Manifest: manifest,
		Out:      out,
		Program:  program + " " + version,
		Progress: a.progress(),
		Strict:   a.strict,
		Office:   office,
	}, func() { _ = office.Close() } // what it leaves in the system's folder for such files hurts nobody
}

// strictly is the exit code of what was done: a warning counts when the user asked for that.
func (a *app) strictly(result *report.Result) int {
	if a.strict && (warned(result.Diagnostics) || warned(result.Findings)) {
		a.say("strict", a.counts(result))
		return mend
	}
	return made
}
