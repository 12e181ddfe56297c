package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"
)

// errOccupied refuses to write among files that are already there.
var errOccupied = errors.New("not an empty folder")

func (a *app) newCommand() *cobra.Command {
	lang, minimal := starterTongue(""), false
	cmd := &cobra.Command{
		Use:  "new DIR",
		Args: a.arguments(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			files, err := starter(lang.chosen(), minimal)
			if err != nil {
				return err
			}
			dir := args[0]
			switch err := layDown(dir, files); {
			case errors.Is(err, errOccupied):
				return usage(a.text("occupied", words{"dir": near(dir)}))
			case err != nil:
				a.say("not-laid-down", words{"dir": near(dir), "cause": innermost(err)})
				a.code = broken
				return nil
			}
			manifest := filepath.Join(dir, defaultManifest)
			fmt.Fprintln(a.out, near(manifest))
			a.say("laid-down", words{"manifest": near(manifest)})
			return nil
		},
	}
	cmd.Flags().Var(&lang, "lang", "") // here it is the example's too, and takes more languages than messages have
	cmd.Flags().BoolVar(&minimal, "minimal", false, "")
	return cmd
}

// starterTongue is the language of an example, "" where none was asked for.
type starterTongue string

// Set implements pflag.Value.
func (t *starterTongue) Set(value string) error {
	if starters()[value] == nil {
		return oneOf(slices.Sorted(maps.Keys(starters())))
	}
	*t = starterTongue(value)
	return nil
}

// String implements pflag.Value.
func (t *starterTongue) String() string { return string(*t) }

// Type implements pflag.Value.
func (t *starterTongue) Type() string { return "language" }

// chosen is the language asked for, else the user's own where there is an example in it.
func (t *starterTongue) chosen() string {
	if *t != "" {
		return string(*t)
	}
	return asked(localeTag(), func(lang string) bool { return starters()[lang] != nil })
}

// layDown writes files into a folder that is empty or not yet there. The manifest comes last: a folder left half made
// has none.
func layDown(dir string, files []laidDown) error {
	if err := vacant(dir); err != nil {
		return err
	}
	for _, f := range files {
		file := filepath.Join(dir, filepath.FromSlash(f.name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(file, f.data, 0o666); err != nil {
			return err
		}
	}
	return nil
}

// vacant reports errOccupied for a file, and for a folder that holds anything.
func vacant(dir string) error {
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		if info, statErr := os.Stat(dir); statErr == nil && !info.IsDir() {
			return errOccupied
		}
		return err
	case len(entries) > 0:
		return errOccupied
	}
	return nil
}
