package main

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"
)

// example is all that the example's manifest names, and nothing that only served to make it.
//
//go:embed starter/report.yaml starter/participants.csv starter/emblem.png
//go:embed starter/texts/*.md starter/figures/*.png starter/originals/*.pdf
var example embed.FS

// errOccupied refuses to write among files that are already there.
var errOccupied = errors.New("not an empty folder")

func (a *app) newCommand() *cobra.Command {
	return &cobra.Command{
		Use:  "new DIR",
		Args: a.arguments(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			dir := args[0]
			switch err := layDown(dir); {
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
}

// layDown writes the example into a folder that is empty or not yet there. The manifest comes last: a folder left half
// made has none.
func layDown(dir string) error {
	if err := vacant(dir); err != nil {
		return err
	}
	files, err := exampleFiles()
	if err != nil {
		return err
	}
	for _, name := range files {
		data, err := example.ReadFile("starter/" + name)
		if err != nil {
			return err
		}
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(file, data, 0o666); err != nil {
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

// exampleFiles lists the example's files by their paths below its folder, the manifest last.
func exampleFiles() ([]string, error) {
	var files []string
	err := fs.WalkDir(example, "starter", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && name != "starter/"+defaultManifest {
			files = append(files, name[len("starter/"):])
		}
		return err
	})
	slices.Sort(files)
	return append(files, defaultManifest), err
}
