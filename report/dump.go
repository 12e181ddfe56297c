package report

import (
	"fmt"
	"io"
	"sort"
)

// Dump prints the document as meant, a line an item. Passwords do not stand in it.
func (d *Document) Dump(w io.Writer) {
	fmt.Fprintf(w, "report %q %q\nlanguage %s\nsymbol %q\ndate %s\n", d.Title, d.Subtitle, d.Lang, d.Symbol, d.isoDate())
	chapters := func(kind string, list []*Chapter) {
		for _, c := range list {
			fmt.Fprintf(w, "%s %s %q%s\n", kind, c.ID, c.Title, c.Text.note())
		}
	}
	originals := func(indent string, list []*Original) {
		for _, o := range list {
			fmt.Fprintf(w, "%soriginal %s language %s pages %q\n", indent, o.File, o.Lang, o.Ranges)
		}
	}
	chapters("front", d.Front)
	for _, a := range d.Abbreviations {
		fmt.Fprintf(w, "abbreviation %q %q\n", a.Short, a.Meaning)
	}
	if s := d.Summary; s != nil {
		fmt.Fprintf(w, "summary %q%s\n", s.Title, s.Text.note())
		originals("  ", s.Originals)
	}
	chapters("introduction", d.Introduction)
	var session func(s *Session, kind, indent string)
	session = func(s *Session, kind, indent string) {
		fmt.Fprintf(w, "%s%s %s %q\n", indent, kind, s.ID, s.Title)
		for _, o := range s.Officers {
			fmt.Fprintf(w, "%s  officer %q %q\n", indent, o.As, o.Long())
		}
		for _, st := range s.Statements {
			fmt.Fprintf(w, "%s  statement %s %q by %q language %s%s\n", indent, st.ID, st.Title, st.By(), st.Lang, st.Text.note())
			originals(indent+"    ", st.Originals)
		}
		for _, p := range s.Floor {
			fmt.Fprintf(w, "%s  floor %q\n", indent, p.Name)
		}
		for _, p := range s.Panels {
			session(p, "panel", indent+"  ")
		}
	}
	for _, s := range d.Sessions {
		session(s, "session", "")
	}
	chapters("conclusions", d.Conclusions)
	for _, r := range d.Recommendations {
		fmt.Fprintf(w, "recommendation %d %s group %q from", r.Number, r.ID, r.Group)
		for _, it := range r.From {
			fmt.Fprintf(w, " %s", it.ID)
		}
		fmt.Fprintln(w)
	}
	for _, g := range d.Groups {
		fmt.Fprintf(w, "group %q\n", g.Name)
		for _, p := range g.Parties {
			fmt.Fprintf(w, "  delegation %q members %d\n", p.Name, len(p.Members))
		}
	}
	for _, a := range d.Annexes {
		fmt.Fprintf(w, "annex %s %q language %s%s\n", a.ID, a.Title, a.Lang, a.Text.note())
		originals("  ", a.Originals)
	}
	ids := make([]string, 0, len(d.items))
	for id := range d.items {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	for _, id := range ids {
		fmt.Fprintf(w, "id %s %s\n", d.items[id].ID, d.items[id].Kind)
	}
}

func (t *Text) note() string {
	if t == nil {
		return ""
	}
	return fmt.Sprintf(" text %s %d blocks %d notes", t.Lang, len(t.Version.Blocks), len(t.Version.Notes))
}

// String names a kind of item.
func (k ItemKind) String() string {
	return [...]string{"statement", "session", "recommendation", "annex", "chapter", "summary", "heading", "paragraph"}[k]
}
