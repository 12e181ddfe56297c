package layout

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"rapporteur/layout/text"
)

// Dump writes the pages as text, for `show pages` and goldens: each page with its lines, rules and pictures, their
// places in the frame in points, and what they say; then its anchors and links. An id of a run leaves out all
// others.
func (p *Pages) Dump(w io.Writer, run string) error {
	out := bufio.NewWriter(w)
	for _, s := range p.Runs {
		if run != "" && s.Run.ID != run {
			continue
		}
		if s.Blank {
			fmt.Fprintf(out, "blank page %d %s\n", s.First-1, p.Labels[s.First-2])
		}
		fmt.Fprintf(out, "run %s %s %s", s.Run.ID, s.Run.Kind, s.Run.Lang)
		for _, r := range s.Refs {
			fmt.Fprintf(out, " %s=%s", r.Ref.ID, r.Text)
		}
		fmt.Fprintln(out)
		for i := range s.Count {
			fmt.Fprintf(out, "page %d %s\n", s.First+i, p.Labels[s.First+i-1])
			if s.body == nil {
				f := s.Run.Foreign[i]
				fmt.Fprintf(out, "\tforeign %s x %s\n", points(f.Width), points(f.Height))
				continue
			}
			s.dump(out, s.Page(i))
		}
	}
	return out.Flush()
}

func (s *Settled) dump(out io.Writer, page Page) {
	for _, m := range page.Marks {
		switch m := m.(type) {
		case TextMark:
			sign := ' '
			if m.Artifact {
				sign = '~'
			}
			fmt.Fprintf(out, "\t%s %s%c %s\n", points(m.X+m.Line.Start), points(m.Y), sign, Words(m.Line))
		case RuleMark:
			fmt.Fprintf(out, "\t%s %s~ rule %s x %s\n", points(m.X), points(m.Y), points(m.Width), points(m.Height))
		case ImageMark:
			fmt.Fprintf(out, "\t%s %s  picture %s x %s %s\n", points(m.X), points(m.Y), points(m.Width),
				points(m.Height), m.Picture.Format)
		}
	}
	for _, a := range page.Anchors {
		fmt.Fprintf(out, "\t%s %s  anchor %s\n", points(a.X), points(a.Y), a.ID)
	}
	for _, l := range page.Links {
		fmt.Fprintf(out, "\t%s %s  link %s x %s to %s\n", points(l.X), points(l.Y), points(l.Width), points(l.Height),
			s.Links[l.Link-1].Target)
	}
}

// points is a length in points, to hundredths.
func points(l Length) string {
	sign := ""
	if l < 0 {
		sign, l = "-", -l
	}
	l = (l + 5) / 10
	return fmt.Sprintf("%s%d.%02d", sign, l/100, l%100)
}

// Words is what a line says, as its glyphs' texts tell.
func Words(l *text.Line) string {
	var b strings.Builder
	for strip := range l.Strips {
		if strip.ActualText {
			b.WriteString(strip.Text)
			continue
		}
		for _, g := range strip.Glyphs {
			b.WriteString(g.Text)
		}
	}
	return b.String()
}
