package unit

import (
	"crypto/sha256"
	"fmt"
	"io"
	"strings"
)

// Dump prints the unit as text: what stands on its pages and in its tables, then its objects, streams by their sums.
// Two units that print alike are the same. It gives the first error of w.
func (u *Unit) Dump(w io.Writer) error {
	d := dumper{w: w}
	for _, f := range u.Findings {
		d.line("finding %s %q count %d of %d pages %v %s", f.Code, f.What, f.Count, f.Of, f.Pages, f.Why)
	}
	for _, f := range u.Mended {
		d.line("mended %s %q count %d pages %v", f.Code, f.What, f.Count, f.Pages)
	}
	for i, s := range u.Substitutes {
		d.line("substitute %d %s glyphs %v", i, s.Key, s.Glyphs)
	}
	for i, s := range u.Sayings {
		d.line("said %d %s page %d %q", i, s.What, s.Page+1, s.Name)
	}
	if f := u.Facts; f.Title != "" || f.Lang != "" || f.Encrypted || f.Tagged || f.Layers > 0 ||
		len(f.FontsNotEmbedded)+len(f.Scans) > 0 {
		d.line("facts title %q language %q encrypted %t tagged %t layers %d scans %v fonts not embedded %q",
			f.Title, f.Lang, f.Encrypted, f.Tagged, f.Layers, f.Scans, f.FontsNotEmbedded)
	}
	if f := u.Facts; f.Format != "" {
		d.line("picture file %s", f.Format)
	}
	for i, p := range u.Pages {
		d.line("page %d %s", i+1, p.Piece.String())
		if p.Content != "" {
			s := p.Shown
			d.line("  shown %v %v %v %v turned %d unit %v, content %s", s.X0, s.Y0, s.X1, s.Y1, s.Rotate, s.UserUnit,
				p.Content)
		}
		if x := p.Picture; x.Sum != "" {
			d.line("  picture %d x %d at %v x %v dots an inch (given %t), sum %s", x.Width, x.Height, x.X, x.Y, x.Given,
				x.Sum)
		}
	}
	d.piece("resources", &u.Resources)
	for _, f := range u.Fonts {
		d.line("font %s %s glyphs%s", f.Name, f.Key, glyphs(f.Glyphs))
	}
	for _, a := range u.Anchors {
		d.line("anchor %q page %d at %d %d", a.ID, a.Page+1, a.X, a.Y)
	}
	for i, b := range u.Boxes {
		d.line("box %d page %d: %d %d %d x %d", i, b.Page+1, b.X, b.Y, b.Width, b.Height)
	}
	for i, l := range u.Links {
		d.line("link %d box %d key %d to %s %q", i, l.Box, l.Key, l.Target, l.Text)
	}
	for _, b := range u.Outline {
		d.line("bookmark %d %q to %q closed %t%s", b.Level, b.Title, b.Target, b.Closed, b.Entry.String())
	}
	d.piece("roots", &u.Roots)
	for i := range u.Keys {
		d.line("parent key %d %s", i, u.Keys[i].String())
	}
	for i, id := range u.IDs {
		d.line("id %d %q element %d", i, id.Name, id.Element)
	}
	for i, r := range u.Roles {
		d.line("role %d %q is %s", i, r.Name, r.Standard)
	}
	for i := range u.Classes {
		d.line("class %d %q %s", i, u.Classes[i].Name, u.Classes[i].Value.String())
	}
	for i, l := range u.Layers.Groups {
		d.line("layer %d object %d hidden %t", i, l.Object, l.Hidden)
	}
	d.piece("layers in order", &u.Layers.Order)
	d.piece("layers locked", &u.Layers.Locked)
	d.piece("layers of which one shows", &u.Layers.Radios)
	for i, a := range u.Attachments {
		d.line("attachment %d object %d page %d marked %t whole %t %q %q %s %s %d bytes sha256 %s", i, a.Stream,
			a.Page+1, a.Marked, a.Whole, a.Name, a.Description, a.MIME, a.Relationship, a.Size, a.SHA256)
	}
	if f := u.Facts.Form; f.Widgets > 0 {
		d.line("form object %d, fields %d, widgets %d, flat %t, to sign %t, signed %d, sum %s", u.Form.Root, f.Fields,
			f.Widgets, f.Flat, u.Form.ToSign, u.Facts.Signatures, f.Sum)
	}
	for i := range u.Form.Resources {
		r := &u.Form.Resources[i]
		d.line("form resource %d %s %q %s sum %s", i, r.Category, r.Name, r.Value.String(), r.Sum)
	}
	for i := range u.Objects {
		o := &u.Objects[i]
		if !o.Stream {
			d.line("object %d %s", i+1, o.Piece.String())
			continue
		}
		if o.Data == nil {
			d.line("object %d <<%s>> stream %d bytes at %d of the original", i+1, o.Piece.String(), o.Length, o.Offset)
			continue
		}
		d.line("object %d <<%s>> stream %d bytes sha256 %x", i+1, o.Piece.String(), len(o.Data), sha256.Sum256(o.Data))
	}
	return d.err
}

// String prints the piece with its symbols between braces, and bytes that are no ASCII as \x and their number.
func (p *Piece) String() string {
	var out strings.Builder
	for _, c := range p.Append(nil,
		func(b []byte, s Symbol) []byte { return fmt.Appendf(b, "{%s %d}", s.Kind, s.Index) }) {
		if c < ' ' || c > '~' {
			fmt.Fprintf(&out, "\\x%02x", c)
			continue
		}
		out.WriteByte(c)
	}
	return out.String()
}

func glyphs(list []Glyph) string {
	var b strings.Builder
	for _, g := range list {
		fmt.Fprintf(&b, " %d=%q", g.ID, g.Text)
	}
	return b.String()
}

type dumper struct {
	w   io.Writer
	err error
}

func (d *dumper) line(format string, args ...any) {
	if d.err == nil {
		_, d.err = fmt.Fprintf(d.w, format+"\n", args...)
	}
}

func (d *dumper) piece(name string, p *Piece) {
	if !p.Empty() {
		d.line("%s %s", name, p.String())
	}
}
