package layout

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// DumpBlocks writes runs as they were composed, for `show blocks` and goldens: a line a block, what it holds set in
// below it.
func DumpBlocks(w io.Writer, runs []*Run) error {
	out := bufio.NewWriter(w)
	for _, r := range runs {
		fmt.Fprintf(out, "run %s %s %s %q", r.ID, r.Kind, r.Lang, r.Title)
		if r.Numbering == Roman {
			out.WriteString(" roman")
		}
		if r.Opening == RightPage {
			out.WriteString(" right")
		}
		if r.Bare {
			out.WriteString(" bare")
		}
		fmt.Fprintln(out)
		for _, b := range r.Outline {
			fmt.Fprintf(out, "  bookmark %d %q %s\n", b.Level, b.Title, b.Target)
		}
		for i, f := range r.Foreign {
			fmt.Fprintf(out, "  foreign %d %s x %s\n", i+1, points(f.Width), points(f.Height))
		}
		d := &dumper{out, 0}
		d.below(r.Blocks)
	}
	return out.Flush()
}

// dumper writes blocks, each kind by its dump.
type dumper struct {
	w     io.Writer
	depth int
}

// line writes a block: its name, words about it, and what it says.
func (d *dumper) line(name string, about ...string) {
	fmt.Fprint(d.w, strings.Repeat("  ", d.depth), name)
	for _, a := range about {
		if a != "" {
			fmt.Fprint(d.w, " ", a)
		}
	}
	fmt.Fprintln(d.w)
}

// below writes blocks set in below the line written last.
func (d *dumper) below(blocks []Block) {
	in := &dumper{d.w, d.depth + 1}
	for _, b := range blocks {
		b.dump(in)
	}
}

// dumpNotes writes the notes that inlines call.
func (d *dumper) dumpNotes(inlines []Inline) {
	for i := range inlines {
		if n := inlines[i].Note; n != nil {
			in := &dumper{d.w, d.depth + 1}
			in.line("note", n.ID, n.Mark)
			in.below(n.Blocks)
		}
	}
}

// inlineText shows inlines: emphasis and links as in Markdown, references and notes by their ids.
func inlineText(inlines []Inline) string {
	var b strings.Builder
	for i := range inlines {
		in := &inlines[i]
		t := in.Text
		switch {
		case in.Figure != nil:
			t = "![" + in.Figure.Alt + "]"
		case in.Note != nil:
			t = "[^" + in.Note.ID + "]"
		case in.Ref != nil:
			t = "[" + [...]string{"page", "pages"}[in.Ref.Kind] + " of " + in.Ref.ID + "]"
		}
		for _, e := range []struct {
			e    Emphasis
			sign string
		}{{Italic, "*"}, {Bold, "**"}, {SmallCaps, "^^"}, {Superior, "^"}, {Inferior, "~"}} {
			if in.Emph&e.e != 0 {
				t = e.sign + t + e.sign
			}
		}
		if in.Lang != "" {
			t = "{" + in.Lang + ": " + t + "}"
		}
		if in.Link != "" {
			t = "[" + t + "](" + in.Link + ")"
		}
		if in.Anchor != "" {
			t = "{#" + in.Anchor + "}" + t
		}
		if in.Break {
			t += "//"
		}
		b.WriteString(t)
	}
	return b.String()
}

func named(name, value string) string {
	if value == "" {
		return ""
	}
	return name + "=" + value
}

func given(set bool, name string) string {
	if set {
		return name
	}
	return ""
}
