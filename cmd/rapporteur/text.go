package main

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"rapporteur/sources"
	"rapporteur/sources/diag"
)

func (a *app) textCommand() *cobra.Command {
	var changes string
	cmd := &cobra.Command{
		Use:  "text FILE",
		Args: a.arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if allowed := sources.ChangesWords(); changes != "" && !slices.Contains(allowed, changes) {
				return usage(a.text("flag-bad", words{"flag": "--changes", "value": changes}))
			}
			return a.run(func(_ context.Context, args []string) int { return a.textFile(args[0], changes) })(cmd, args)
		},
	}
	cmd.Flags().StringVar(&changes, "changes", "", "")
	cmd.Flags().BoolVar(&a.strict, "strict", false, "")
	return cmd
}

// unsaid are the texts for what Markdown cannot say.
var unsaid = map[string]string{"heading numbers": "text-heading-numbers", "list labels": "text-list-labels",
	"table heads": "text-table-heads", "merged cells": "text-merged-cells",
	"emphasis within words": "text-emphasis-within-words"}

// textFile prints a text as Markdown. What is lost on the way is told, as in a build.
func (a *app) textFile(file, changes string) int {
	var bag diag.Bag
	v := sources.ReadText(file, changes, &bag)
	list := bag.All()
	for _, d := range diag.Group(list, mostTold) {
		a.tell(d, a.place(d.Pos, file))
	}
	if v != nil {
		text, lost := v.Markdown()
		fmt.Fprint(a.out, text)
		for _, u := range lost {
			a.say("text-lost", words{"place": a.place(u.Pos, file), "what": a.text(unsaid[u.What], nil),
				"count": strconv.Itoa(u.Count)})
		}
	}
	switch {
	case faulty(list) || v == nil:
		return mend
	case a.strict && warned(list):
		return mend
	}
	return made
}
