package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"rapporteur/report/gather"
	"rapporteur/sources/diag"
)

func (a *app) importCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:  "import DIR",
		Args: a.arguments(1, 1),
		RunE: a.run(func(ctx context.Context, args []string) int { return a.importFolder(ctx, args[0]) }),
	}
	cmd.Flags().BoolVar(&a.strict, "strict", false, "")
	return cmd
}

// importFolder writes the manifest of a folder, or adds to it what is new. What is not taken is told, each by itself:
// every one is a file that somebody sent.
func (a *app) importFolder(ctx context.Context, dir string) int {
	list := ""
	if info, err := os.Stat(dir); err == nil && info.Mode().IsRegular() { // the file that has sessions and speakers
		dir, list = filepath.Dir(dir), filepath.Base(dir)
	} else if err != nil || !info.IsDir() {
		a.say("no-import-folder", words{"dir": near(dir)})
		return mend
	}
	manifest := filepath.Join(dir, defaultManifest)
	existing, err := os.ReadFile(manifest)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		a.say("not-to-import", words{"manifest": near(manifest)})
		return mend
	}
	var bag diag.Bag
	text, count, err := gather.Folder(ctx, dir, list, string(existing), &bag)
	if ctx.Err() != nil {
		return a.fail(ctx.Err())
	}
	found := bag.All()
	for _, d := range found {
		a.tell(d, a.place(d.Pos, manifest))
	}
	switch {
	case errors.Is(err, gather.ErrNoAgenda):
		a.say("no-agenda", words{"file": near(filepath.Join(dir, list))})
		return mend
	case errors.As(err, new(*fs.PathError)), errors.As(err, new(*os.LinkError)): // what was sent cannot be unpacked
		return a.fail(err)
	case errors.Is(err, gather.ErrOtherwise):
		a.say("not-to-add", words{"manifest": near(manifest)})
		return mend
	case err != nil:
		a.say("not-to-import", words{"manifest": near(manifest)})
		return mend
	case count == gather.Count{} && existing == nil:
		a.say("imported-none", words{"dir": near(dir)})
		return mend
	case count == gather.Count{}:
		a.say("imported-nothing", words{"manifest": near(manifest)})
	default:
		if err := replaceFile(manifest, text); err != nil {
			a.say("not-imported", words{"manifest": near(manifest), "cause": innermost(err)})
			return broken
		}
		fmt.Fprintln(a.out, near(manifest))
		a.say("imported", words{"manifest": near(manifest),
			"statements": a.count(count.Statements, "one-statement", "statements"),
			"files":      a.count(count.Files, "one-file", "files")})
	}
	if a.strict && warned(found) {
		return mend
	}
	return made
}

// replaceFile writes a file whole, or leaves it as it was.
func replaceFile(name, text string) error {
	if target, err := filepath.EvalSymlinks(name); err == nil {
		name = target
	}
	mode := fs.FileMode(0o666)
	if info, err := os.Stat(name); err == nil {
		mode = info.Mode().Perm()
	}
	draft := name + ".new"
	if err := os.WriteFile(draft, []byte(text), mode); err != nil {
		return errors.Join(err, os.Remove(draft))
	}
	return os.Rename(draft, name)
}
