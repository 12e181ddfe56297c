package document

import (
	"path"
	"strings"

	"rapporteur/sources"
	"rapporteur/sources/diag"
	"rapporteur/sources/pattern"
)

// What a manifest says may be sound and still make no sense: a session before its event, a number that is no ISBN, a
// withdrawn statement that is printed. Each is a warning at its place.

// sense looks through the manifest for it.
func (r *resolver) sense() {
	r.days()
	r.sessionDays(r.m.Sessions)
	p := r.m.Publication
	if isbn := r.any(p.ISBN); isbn != "" && !soundISBN(isbn) {
		r.bag.Add("isbn-wrong", p.ISBN.PosIn(r.d.Lang), diag.Args{"found": isbn})
	}
	if issn := r.any(p.ISSN); issn != "" && !soundISSN(issn) {
		r.bag.Add("issn-wrong", p.ISSN.PosIn(r.d.Lang), diag.Args{"found": issn})
	}
	if doi := r.any(p.DOI); doi != "" && !soundDOI(doi) {
		r.bag.Add("doi-wrong", p.DOI.PosIn(r.d.Lang), diag.Args{"found": doi})
	}
	r.symbol(r.m.Report.Symbol)
	for i := range r.m.Sessions {
		r.statementsOf(&r.m.Sessions[i])
	}
}

// days compares the date of publication with the event's.
func (r *resolver) days() {
	last := r.m.Event.To
	if last.IsZero() {
		last = r.m.Event.From
	}
	if d := r.m.Report.Date; !d.IsZero() && !last.IsZero() && d.Time().Before(last.Time()) {
		r.bag.Add("published-early", d.Pos, diag.Args{"found": day(d), "last": day(last)})
	}
}

func day(d sources.Date) string { return d.Time().Format("2006-01-02") }

// statementsOf looks at the statements of a session and its panels.
func (r *resolver) statementsOf(s *sources.Session) {
	for i := range s.Statements {
		v := &s.Statements[i]
		r.symbol(v.Symbol)
		r.textTwice(v)
		printed := v.Text != nil || len(v.Originals) > 0
		if printed && (v.Status.Value == withdrawn || v.Status.Value == notReceived) {
			r.bag.AddItem("status-printed", v.Status.Pos, v.ID.Value, diag.Args{"status": v.Status.Value})
		}
	}
	for i := range s.Panels {
		r.statementsOf(&s.Panels[i])
	}
}

// textTwice tells of a file that is the text of two statements.
func (r *resolver) textTwice(v *sources.Statement) {
	if v.Text == nil {
		return
	}
	for i := range v.Text.By {
		file := v.Text.By[i].File
		if first, is := r.texts[file]; is && file != "" && first != v.ID.Value {
			r.bag.AddItem("text-twice", v.Text.Pos, v.ID.Value, diag.Args{"file": file, "other": first})
		} else if file != "" {
			r.texts[file] = v.ID.Value
		}
	}
}

// Of the values of status, those that say that there is nothing to print.
const (
	withdrawn   = "withdrawn"
	notReceived = "not-received"
)

// sessionDays compares the days of sessions with the event's, and with those before them.
func (r *resolver) sessionDays(list []sources.Session) {
	from, to := r.m.Event.From, r.m.Event.To
	if to.IsZero() {
		to = from
	}
	var before sources.Date
	for i := range list {
		s := &list[i]
		if d := s.Date; !d.IsZero() {
			outside := !from.IsZero() && (day(d) < day(from) || day(d) > day(to))
			if outside {
				r.bag.AddItem("session-outside-event", d.Pos, s.ID.Value,
					diag.Args{"found": day(d), "first": day(from), "last": day(to)})
			}
			timed := d.HasTime && before.HasTime
			if !before.IsZero() && d.Time().Before(before.Time()) && (timed || day(d) < day(before)) {
				r.bag.AddItem("sessions-out-of-order", d.Pos, s.ID.Value,
					diag.Args{"found": moment(d), "before": moment(before)})
			}
			before = d
		}
		r.sessionDays(s.Panels)
	}
}

func moment(d sources.Date) string {
	if d.HasTime {
		return d.Time().Format("2006-01-02T15:04")
	}
	return day(d)
}

// oddSymbol is what no document's symbol has: a backslash, small letters at its beginning, blanks about a stroke, a
// sign at its end, letters of two alphabets, hyphens for strokes.
var oddSymbol = pattern.Of(
	`\\|^\p{Ll}+[/. ]|\s/|/\s|//|[/.,;]$|^[АЕСТ]/|\p{Cyrillic}.*[A-Z]|[A-Z].*\p{Cyrillic}|^[A-Z]{1,3}-\d+-`)

func (r *resolver) symbol(w sources.Words) {
	if s := r.any(w); oddSymbol.MatchString(s) {
		r.bag.Add("symbol-odd", w.PosIn(r.d.Lang), diag.Args{"found": s})
	}
}

// fileAlt is an alternative text that a program made up: a file's name, a word for any picture with a number or a
// time, what Word guesses.
var fileAlt = pattern.Of(`(?i)\.(?:png|jpe?g|tiff?|gif|heic|bmp|webp)$|` +
	`^(?:image|img|picture|photo|foto|dsc|scan|screen ?shot|figure|chart|bild|grafik|imagen|imagem|capture|` +
	`capture d[’']écran|whatsapp image|untitled|unnamed|sans titre|sin título|рисунок|изображение|图片|图像|صورة)` +
	`[\d\s_.:()-]*(?:(?:at|à|um|в)[\d\s_.:()-]+)?$|` +
	`automatically generated|générée? automatiquement|^alt(?:ernative)? text$|^\d+$`)

// alts tells of them in a text.
func (r *resolver) alts(t *Text) {
	look := func(im *Image) {
		if im == nil {
			return
		}
		name := strings.TrimSuffix(path.Base(im.File), path.Ext(im.File))
		if fileAlt.MatchString(im.Alt) || strings.EqualFold(im.Alt, name) && !strings.Contains(im.Alt, " ") {
			r.bag.AddItem("alt-file-name", im.Pos, t.Item, diag.Args{"found": im.Alt})
		}
	}
	t.walk(func(b *Block) { look(b.Image) })
	t.walkInlines(func(in *Inline) { look(in.Image) })
}

// citedWithdrawn tells of a statement that the report leads its readers to though it was withdrawn.
func (r *resolver) citedWithdrawn(it *Item, pos diag.Pos, item string) {
	if it.Statement != nil && it.Statement.Status == withdrawn && it.ID != item {
		r.bag.AddItem("withdrawn-cited", pos, item, diag.Args{"id": it.ID})
	}
}
