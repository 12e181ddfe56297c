package main

import (
	"embed"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"rapporteur/sources"
)

// guideTopic is the word after help that stands for the guide for editors, and no command.
const guideTopic = "guide"

// guides are for those who make reports, in each language that the program speaks.
//
//go:embed guide/*.md
var guides embed.FS

// manifestTopic is the word after help that stands for the manifest's format, and no command.
const manifestTopic = "manifest"

// help prints a command's help, a result like any other.
func (a *app) help(command string) {
	fmt.Fprintln(a.out, a.text("help-"+command, nil))
}

func (a *app) helpCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:  "help [COMMAND | guide | manifest [KEY]]",
		Args: a.arguments(0, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case len(args) == 0:
				a.help(program)
				return nil
			case args[0] == guideTopic && len(args) == 1:
				return a.helpGuide()
			case args[0] == manifestTopic && len(args) == 1:
				a.helpManifest()
				return nil
			case args[0] == manifestTopic:
				return a.helpKey(args[1])
			case len(args) > 1:
				return a.arguments(0, 1)(cmd, args)
			}
			for _, c := range root.Commands() {
				if c.Name() == args[0] {
					a.help(c.Name())
					return nil
				}
			}
			return a.command(root, args)
		},
	}
}

// helpGuide prints the guide for editors.
func (a *app) helpGuide() error {
	text, err := guides.ReadFile("guide/" + a.lang + ".md")
	fmt.Fprint(a.out, string(text))
	return err
}

// helpManifest prints the manifest's format as a tree, a line for each key.
func (a *app) helpManifest() {
	fmt.Fprintf(a.out, "%s\n\n", a.text("help-manifest", nil))
	a.tree(sources.Format(a.lang), "")
}

// tree prints keys and what stands under them. Keys that stood there before are not printed again.
func (a *app) tree(list []sources.Topic, indent string) {
	for _, t := range list {
		name := indent + t.Name + t.Mark
		if t.Required {
			name += "*"
		}
		meaning := t.Meaning
		if t.Like != "" {
			meaning += " " + a.text("help-like", words{"path": t.Like})
		}
		a.row(name, 24, meaning)
		if t.Like == "" {
			a.tree(t.Keys, indent+"  ")
		}
	}
}

// row prints a line of two columns.
func (a *app) row(left string, width int, right string) {
	gap := max(width-utf8.RuneCountInString(left), 1)
	fmt.Fprintln(a.out, left+strings.Repeat(" ", gap)+right)
}

// helpKey explains the keys that go by a name.
func (a *app) helpKey(name string) error {
	found, near := sources.Explain(name, a.lang)
	switch {
	case len(found) > 0:
	case len(near) == 0:
		a.code = misused
		a.say("unknown-key", words{"key": name})
	default:
		a.code = misused
		a.say("unknown-key-near", words{"key": name, "near": strings.Join(near, ", "), "first": near[0]})
	}
	for i, t := range found {
		if i > 0 {
			fmt.Fprintln(a.out)
		}
		a.topic(t)
	}
	return nil
}

// topic prints what there is to say of a key.
func (a *app) topic(t sources.Topic) {
	for _, path := range t.Paths {
		fmt.Fprintln(a.out, path)
	}
	fmt.Fprintf(a.out, "\n  %s\n\n", t.Meaning)
	say := func(label, what string) {
		if what != "" {
			a.row("  "+a.text(label, nil), 14, what)
		}
	}
	say("help-kind", t.Kind)
	say("help-allowed", strings.Join(t.Allowed, ", "))
	say("help-required", a.required(t))
	for i, line := range t.Placed() {
		if i == 0 {
			say("help-example", line)
		} else {
			a.row("", 14, line)
		}
	}
	say("help-since", t.Since)
	if len(t.Keys) > 0 {
		fmt.Fprintln(a.out)
		a.tree(t.Keys, "    ")
	}
}

// required says whether a key must stand.
func (a *app) required(t sources.Topic) string {
	values := words{"keys": strings.Join(t.OneOf, ", "), "key": t.With, "values": strings.Join(t.Except, ", ")}
	switch {
	case t.Required:
		return a.text("required-yes", nil)
	case t.With != "":
		return a.text("required-with", values)
	case t.Unless != "":
		values["key"] = t.Unless
		return a.text("required-unless", values)
	case len(t.OneOf) > 0:
		return a.text("required-one", values)
	}
	return a.text("required-no", nil)
}
