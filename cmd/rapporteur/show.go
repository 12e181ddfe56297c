package main

import (
	"errors"

	"github.com/spf13/cobra"

	"rapporteur/report"
)

func (a *app) showCommand() *cobra.Command {
	var from, edition string
	cmd := &cobra.Command{
		Use:  "show PASS [ID]",
		Args: a.arguments(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			pass, id := args[0], ""
			if len(args) > 1 {
				id = args[1]
			}
			in := a.input(from, "")
			in.Edition = edition
			result, err := report.Show(cmd.Context(), in, pass, id, a.out)
			a.erase()
			switch {
			case errors.Is(err, report.ErrUnknownEdition):
				return usage(a.text("unknown-edition", words{"language": edition}))
			case errors.Is(err, report.ErrUnknownRun) && id == "":
				return usage(a.text("too-few-unit", words{"pass": pass}))
			case errors.Is(err, report.ErrUnknownPass):
				return usage(a.text("unknown-pass", words{"pass": pass}))
			case errors.Is(err, report.ErrUnknownRun):
				return usage(a.text("unknown-run", words{"pass": pass, "id": id}))
			}
			a.code = a.shown(result, err, from)
			return nil
		},
	}
	cmd.Flags().StringVar(&edition, "edition", "", "")
	cmd.Flags().StringVar(&from, "manifest", defaultManifest, "")
	return cmd
}

// shown ends a show: what it printed is the result, what was found is told as ever.
func (a *app) shown(result *report.Result, err error, manifest string) int {
	a.tellAll(result, manifest, "")
	switch {
	case err != nil:
		return a.fail(err)
	case result.Failed:
		return mend
	}
	return made
}
