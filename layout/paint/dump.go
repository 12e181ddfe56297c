package paint

import (
	"crypto/sha256"
	"fmt"
	"io"

	"rapporteur/layout"
)

// Dump prints a unit as text: the structure tree with its leaves, the marks of each page, links, anchors, glyphs by
// font, and the hash of the page streams' file. Two units that print alike are the same, byte for byte.
func (p *Painted) Dump(w io.Writer) {
	fmt.Fprintf(w, "pdf %d bytes sha256 %x\n", len(p.PDF), sha256.Sum256(p.PDF))
	for _, r := range p.Refs {
		fmt.Fprintf(w, "reference %s %q\n", r.Ref.ID, r.Text)
	}
	for _, b := range p.Bookmarks {
		fmt.Fprintf(w, "bookmark %d %q to %s\n", b.Level, b.Title, b.Target)
	}
	depth := make([]int, len(p.Tree.Nodes))
	for i, e := range p.Tree.Nodes {
		if i > 0 {
			depth[i] = depth[e.Parent] + 1
		}
		fmt.Fprintf(w, "%*s%d %s\n", 2*depth[i], "", i, describe(e))
	}
	for i, l := range p.Links {
		fmt.Fprintf(w, "link %d to %s %q\n", i+1, l.Target, l.Text)
	}
	for i, page := range p.Pages {
		fmt.Fprintf(w, "page %d marks %v\n", i+1, page.Marks)
		for _, a := range page.Anchors {
			fmt.Fprintf(w, "  anchor %s %d %d\n", a.ID, a.X, a.Y)
		}
		for _, l := range page.Links {
			fmt.Fprintf(w, "  area of link %d: %d %d %d x %d\n", l.Link, l.X, l.Y, l.Width, l.Height)
		}
	}
	for _, f := range p.Figures {
		fmt.Fprintf(w, "figure %d page %d: %d %d %d x %d\n", f.Node, f.Page+1, f.X, f.Y, f.Width, f.Height)
	}
	for _, f := range p.Fonts {
		fmt.Fprintf(w, "font %s %s", f.Name, f.Font.Name())
		for _, g := range f.Glyphs {
			fmt.Fprintf(w, " %d=%q", g.ID, g.Text)
		}
		fmt.Fprintln(w)
	}
}

// describe prints an element in one line.
func describe(e layout.Element) string {
	if e.Tag == "" {
		return "leaf"
	}
	s := string(e.Tag)
	for _, f := range []struct{ name, value string }{{"lang", e.Lang}, {"title", e.Title}, {"alt", e.Alt}, {"id", e.ID},
		{"scope", e.Attr().Scope}, {"list", e.Attr().ListNumbering}} {
		if f.value != "" {
			s += fmt.Sprintf(" %s=%q", f.name, f.value)
		}
	}
	if e.Attr().ColSpan > 1 || e.Attr().RowSpan > 1 {
		s += fmt.Sprintf(" span=%dx%d", max(1, e.Attr().ColSpan), max(1, e.Attr().RowSpan))
	}
	if e.Link > 0 {
		s += fmt.Sprintf(" link=%d", e.Link)
	}
	return s
}
