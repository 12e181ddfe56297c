package assembly

import (
	"fmt"
	"io"
	"sort"
)

// Dump writes the plan as text, for `show plan` and goldens: what the file says of itself, its runs, one line a page,
// its anchors. It gives the first error of w.
func (p *Plan) Dump(w io.Writer) error {
	d := dumper{w: w}
	d.line("title %q, author %q, subject %q, language %q, date %q, url %q", p.Title, p.Author, p.Subject, p.Lang,
		p.Date,
		p.URL)
	d.line("claims ua1 %t, a3 %q", p.Claims.UA1, p.Claims.A3)
	for i := range p.Runs {
		r := &p.Runs[i]
		d.line("run %d %s %q: %s, language %q, title %q, pages %d+%d", i, r.Kind, r.ID, bareness(r.Bare), r.Lang,
			r.Title,
			r.First, r.Count)
		if r.Item != "" {
			d.line("  item %q", r.Item)
		}
		if !r.Bare && (r.Head.Left != "" || r.Head.Right != "") {
			d.line("  head %q | %q", r.Head.Left, r.Head.Right)
		}
		if o := r.Original; o != nil {
			d.line("  original %q, sha256 %s, pages %v of %d, stamp %q (none %t, widen %t), fields %q, language "+
				"%q, title %q",
				o.File, o.SHA256, o.Taken, o.Of, o.Stamp.Text, o.Stamp.None, o.Stamp.Widen, o.Form, r.Root.Lang,
				r.Root.Title)
		}
		for _, b := range r.Outline {
			d.line("  outline %d %q -> %q", b.Level, b.Title, b.Target)
		}
	}
	for _, pg := range p.Pages {
		run := "-"
		if pg.Run >= 0 && pg.Run < len(p.Runs) {
			run = fmt.Sprintf("%q", p.Runs[pg.Run].ID)
		}
		d.line("page %d %q %s %s %d", pg.Number, pg.Label, pg.Kind, run, pg.Index+1)
	}
	ids := make([]string, 0, len(p.Anchors))
	for id := range p.Anchors {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	for _, id := range ids {
		d.line("anchor %q page %d %q", id, p.Anchors[id].Page, p.Anchors[id].Label)
	}
	return d.err
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

func bareness(bare bool) string {
	if bare {
		return "bare"
	}
	return "dressed"
}
