package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"rapporteur/report"
	"rapporteur/report/extract"
)

func (a *app) extractCommand() *cobra.Command {
	var out string
	var replace bool
	cmd := &cobra.Command{
		Use:  "extract [PDF] [ID...]",
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			pdf := report.PDFs("dist")[0]
			// An id has no dot in it, so that nothing is both.
			if len(args) > 0 && strings.EqualFold(filepath.Ext(args[0]), ".pdf") {
				pdf, args = args[0], args[1:]
			}
			return a.extract(cmd.Context(), pdf, out, args, replace)
		},
	}
	cmd.Flags().StringVar(&out, "out", "extracted", "")
	cmd.Flags().BoolVar(&replace, "replace", false, "")
	return cmd
}

// extract writes the files that a report embeds. What it prints are lines as sha256sum has them.
func (a *app) extract(ctx context.Context, pdf, out string, ids []string, replace bool) error {
	files, err := extract.Write(ctx, pdf, out, ids, replace)
	for _, f := range files {
		fmt.Fprintf(a.out, "%s  %s\n", f.SHA256, printable(filepath.Join(out, filepath.FromSlash(f.Path))))
	}
	var (
		unknown    *extract.UnknownError
		exists     *extract.ExistsError
		unreadable *extract.UnreadableError
	)
	switch {
	case errors.As(err, &unknown) && len(unknown.Known) > 0:
		return usage(a.text("extract-unknown", words{"id": unknown.ID, "known": strings.Join(unknown.Known, ", ")}))
	case errors.As(err, &exists):
		return usage(a.text("extract-exists", words{"file": near(filepath.Join(out, filepath.FromSlash(exists.Path)))}))
	case errors.As(err, &unreadable):
		a.say("extract-unreadable", words{"file": near(pdf), "cause": err.Error()})
		a.code = mend
	case errors.Is(err, extract.ErrDamaged):
		a.say("extract-damaged", words{"file": near(pdf), "cause": err.Error()})
		a.code = mend
	case errors.Is(err, fs.ErrNotExist) && unopened(err, pdf):
		a.say("extract-no-report", words{"file": near(pdf)})
		a.code = broken
	case err != nil && unknown == nil:
		a.code = a.fail(err)
	case len(files) == 0:
		a.say("extract-nothing", words{"file": near(pdf)})
		if len(ids) > 0 {
			a.code = mend
		}
	}
	return nil
}

// unopened reports whether an error is about the file at a path.
func unopened(err error, file string) bool {
	var at *fs.PathError
	return errors.As(err, &at) && at.Path == file
}
