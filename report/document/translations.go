package document

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"rapporteur/layout/lang"
	"rapporteur/sources"
	"rapporteur/sources/diag"
)

// An edition has no gaps: what the secretariat writes stands in its language. What is missing is told at once, in one
// finding that can be handed to the translators.

// lack is something that is not given in the edition's language.
type lack struct {
	pos  diag.Pos
	what string   // the file that is missing, or the words in another language
	at   diag.Pos // of those words: an alias of YAML's repeats them elsewhere
}

// maxShown is how many characters of words that are missing are shown.
const maxShown = 60

// lacks notes that something is missing, but once where aliases repeat what stands at a place.
func (r *resolver) lacks(pos diag.Pos, what string, at diag.Pos) {
	if r.d.Lang == "" {
		return // no language could be read, which has been reported
	}
	if words := []rune(what); len(words) > maxShown {
		what = string(words[:maxShown-1]) + "…"
	}
	if !slices.ContainsFunc(r.missing, func(m lack) bool { return m.at == at }) {
		r.missing = append(r.missing, lack{pos, what, at})
	}
}

// untranslated tells of all that is missing: alone at its place, several in a list at the place of the first.
func (r *resolver) untranslated() {
	switch len(r.missing) {
	case 0:
	case 1:
		r.bag.Add("missing-translation", r.missing[0].pos, diag.Args{"language": r.d.Lang})
	default:
		list := make([]string, len(r.missing))
		for i, m := range r.missing {
			list[i] = strings.TrimSpace(filepath.Base(m.pos.File) + ":" + strconv.Itoa(m.pos.Line) + " " + m.what)
		}
		r.bag.Add("missing-translations", r.missing[0].pos, diag.Args{"language": r.d.Lang,
			"count": strconv.Itoa(len(list)), "list": strings.Join(list, "; ")})
	}
}

// spokenFirst is the language of what does not say in which it was delivered: that of the report, or of the first of
// its editions.
func (r *resolver) spokenFirst() string {
	if r.m.Main != "" {
		return r.m.Main
	}
	return r.d.Lang
}

// translated reports whether the edition is in another language than the first, whose words are not its own.
func (r *resolver) translated() bool {
	return r.m.Main != "" && sources.Closest(primary(r.m.Main), 1, func(int) string { return primary(r.d.Lang) }) < 0
}

// primary is a language tag without its region, script and so on.
func primary(tag string) string {
	language, _, _ := strings.Cut(tag, "-")
	return language
}

// foreignLetters reports whether words that the manifest gives once, for every edition, have no letter that the
// edition is written in.
func (r *resolver) foreignLetters(words string) bool {
	return r.translated() && !lang.WrittenIn(words, r.d.Words.Script)
}

// words gives the secretariat's words in the edition's language.
func (r *resolver) words(w sources.Words) string {
	if s, ok := w.In(r.d.Lang); ok && len(w.By) == 0 && r.foreignLetters(s) {
		r.lacks(w.Pos, quoted(s), w.Pos)
	}
	return r.given(w)
}

// given is words, of what may be a name that every edition has as it is: what stands in no map is taken.
func (r *resolver) given(w sources.Words) string {
	s, ok := w.In(r.d.Lang)
	if !ok && len(w.By) > 0 {
		r.lacks(w.Pos, quoted(w.By[0].Value), w.By[0].Pos)
	}
	r.marked(s, w)
	return r.printed(s)
}

// said is any, as it is printed.
func (r *resolver) said(w sources.Words) string {
	s := r.any(w)
	r.marked(s, w)
	return r.printed(s)
}

// any gives words in the edition's language, or in the first there is: names of people and titles of statements may
// stay as they are.
func (r *resolver) any(w sources.Words) string {
	if s, ok := w.In(r.d.Lang); ok || len(w.By) == 0 {
		return s
	}
	return w.By[0].Value
}

// text gives the secretariat's text in the edition's language. One that the manifest gives once is the first edition's.
func (r *resolver) text(p *sources.Prose, item string) *Text {
	if p == nil || len(p.By) == 0 {
		return nil
	}
	v := p.In(r.d.Lang)
	switch {
	case v == nil && p.Pattern != "":
		r.lacks(p.Pos, p.File(r.d.Lang), p.Pos)
		return nil
	case v == nil, v.Lang == "" && r.translated():
		r.lacks(p.Pos, p.By[0].File, p.Pos)
		return nil
	}
	return r.owned(v, r.d.Lang, item)
}

// spoken gives a statement's text: translated where there is a translation, else as delivered.
func (r *resolver) spoken(p *sources.Prose, delivered, item string) *Text {
	if p == nil || len(p.By) == 0 {
		return nil
	}
	if i := p.Closest(r.d.Lang); i >= 0 {
		return r.owned(&p.By[i], r.d.Lang, item)
	}
	v := &p.By[max(p.Closest(delivered), 0)]
	if v.Lang != "" && sources.Closest(delivered, 1, func(int) string { return v.Lang }) < 0 {
		delivered = v.Lang
	}
	return r.owned(v, delivered, item)
}

// rows are the edition's participants. A table that every edition has is told where its words are not the edition's.
func (r *resolver) rows() []sources.Participant {
	rows := r.m.ParticipantsIn(r.d.Lang)
	for _, row := range rows {
		for _, t := range []sources.Text{row.Group, row.Honorific, row.Role, row.Institution} {
			if row.Lang == "" && r.foreignLetters(t.Value) {
				r.lacks(t.Pos, quoted(t.Value), t.Pos)
				return rows
			}
		}
	}
	return rows
}

func quoted(words string) string {
	if words == "" {
		return ""
	}
	return "“" + words + "”"
}
