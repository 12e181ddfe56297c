package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// usage is a mistake in the command line, already in the user's words.
type usage string

// Error implements error.
func (u usage) Error() string { return string(u) }

// commands builds the tree of commands. Their words come from the language files, none from cobra.
func (a *app) commands() *cobra.Command {
	root := &cobra.Command{
		Use:               program,
		Version:           version, // what --version prints, as most programs do
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		Args:              a.command,
		RunE: func(*cobra.Command, []string) error {
			return usage(a.text("no-command", nil))
		},
	}
	root.PersistentFlags().Var(new(tongue), "lang", "")
	root.PersistentFlags().BoolP("help", "h", false, "")
	root.SetVersionTemplate(program + " {{.Version}}\n")
	root.SetOut(a.out)
	root.SetErr(a.err)
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { a.help(cmd.Name()) })
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return err })
	root.AddCommand(a.buildCommand(), a.checkCommand(), a.verifyCommand(), a.extractCommand(), a.newCommand(),
		a.importCommand(), a.showCommand(), a.textCommand(), a.versionCommand())
	root.SetHelpCommand(a.helpCommand(root))
	return root
}

// command refuses a first word that is not a command, and names the likely one.
func (a *app) command(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	cmd.SuggestionsMinimumDistance = 2
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		return usage(a.text("unknown-command-near", words{"command": args[0], "near": near[0]}))
	}
	return usage(a.text("unknown-command", words{"command": args[0]}))
}

// lacking says, for each command that needs an argument, what to give it.
var lacking = map[string]string{"new": "too-few-new", "import": "too-few-import", "show": "too-few-show",
	"text": "too-few-text"}

// arguments allows from least to most words after the command.
func (a *app) arguments(least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return usage(a.text(lacking[cmd.Name()], nil))
		case len(args) > most:
			return usage(a.text("too-many", words{"command": cmd.Name(), "first": args[most]}))
		}
		return nil
	}
}

// usageError puts cobra's and pflag's complaints into the user's language.
func (a *app) usageError(err error) string {
	var (
		unknown *pflag.NotExistError
		lacking *pflag.ValueRequiredError
		invalid *pflag.InvalidValueError
		others  oneOf
	)
	switch {
	case errors.As(err, &unknown):
		if len(unknown.GetSpecifiedShortnames()) > 0 {
			return a.text("unknown-flag", words{"flag": "-" + unknown.GetSpecifiedShortnames()})
		}
		return a.text("unknown-flag", words{"flag": "--" + unknown.GetSpecifiedName()})
	case errors.As(err, &lacking):
		return a.text("flag-value", words{"flag": "--" + lacking.GetSpecifiedName()})
	case errors.As(err, &invalid) && errors.As(err, &others):
		return a.text("flag-one-of", words{"flag": "--" + invalid.GetFlag().Name, "value": invalid.GetValue(),
			"allowed": strings.Join(others, ", ")})
	case errors.As(err, &invalid):
		return a.text("flag-bad", words{"flag": "--" + invalid.GetFlag().Name, "value": invalid.GetValue()})
	}
	return err.Error()
}

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:  "version",
		Args: a.arguments(0, 0),
		RunE: a.run(func(context.Context, []string) int {
			fmt.Fprintln(a.out, program, version)
			return made
		}),
	}
}

// language finds the user's language before the command line is parsed, so that its mistakes are told in it.
func language(args []string) string {
	for i, arg := range args {
		if arg == "--" {
			break
		}
		value, given := strings.CutPrefix(arg, "--lang=")
		if arg == "--lang" && i+1 < len(args) {
			value, given = args[i+1], true
		}
		if given && spoken(value) {
			return value
		}
	}
	return locale()
}

// oneOf refuses the value of an option, and lists those that it takes.
type oneOf []string

// Error implements error.
func (o oneOf) Error() string { return "none of " + strings.Join(o, ", ") }

// tongue is the value of --lang. It was obeyed already; here it is only checked.
type tongue string

// Set implements pflag.Value.
func (t *tongue) Set(value string) error {
	if !spoken(value) {
		return oneOf(slices.Sorted(maps.Keys(texts())))
	}
	*t = tongue(value)
	return nil
}

// String implements pflag.Value.
func (t *tongue) String() string { return string(*t) }

// Type implements pflag.Value.
func (t *tongue) Type() string { return "language" }
