package gather

import (
	"strings"

	"rapporteur/report/states"
	"rapporteur/sources/pattern"
)

// Programmes name people whom no honorific marks, of bodies that no table has. Such a row is told by where it stands:
// after a word for those who speak, or within the hours of a session.

var (
	// unhonored is a name before what somebody is or of which body: after a comma, in brackets, after a dash.
	unhonored = pattern.Of(`^(\p{Lu}[\p{L}’'-]*\.?(?:\s` +
		`(?:(?:de la|de|del|da|dos|van|von|der|bin|ibn|al|el)\s)?` +
		`(?:\p{Lu}\.|\p{Lu}[\p{L}’'-]+)){1,3})\s*(?:,|\(|\s[–—-]\s)\s*(.+)$`)
	// speakersShape begins a line that lists those who speak.
	speakersShape = pattern.Of(`(?i)^(?:key ?note(?: speaker| address)?|(?:guest )?speakers?|` +
		`panell?ists?|presenters?|` +
		`discussants?|orateurs?|oratrices?|intervenante?s?|panélistes?|ponentes?|orador(?:a|es|as)?|panelistas?|` +
		`докладчики?|выступающие|участники дискуссии|المتحدثون|المتحدث|发言人|主讲人|演讲人)\s*[:：]\s*(.+)$`)
	// partEnds ends what a body is called, where more follows.
	partEnds = pattern.Of(`\)\s*[,:]?\s*|,\s+|\s[–—-]\s`)
)

// speakersIn reads those whom a line lists after a word for speakers; nil where it has no such word.
func speakersIn(line string) (list []*entry) {
	m := speakersShape.FindStringSubmatch(line)
	if m == nil {
		return nil
	}
	for part := range strings.SplitSeq(strings.ReplaceAll(m[1], "；", ";"), ";") {
		if part = strings.Trim(part, " ."); part != "" {
			list = append(list, rowOf(part))
		}
	}
	return list
}

// rowOf reads a row that is of somebody who speaks, or has the title of what is said.
func rowOf(line string) *entry {
	p, _, _ := states.In(states.Folded(line))
	if e := speaks(line, p); e != nil && e.name != "" {
		return e
	}
	if e := plainly(line); e != nil {
		return e
	}
	if p != nil {
		return speaks(line, p)
	}
	return &entry{title: line}
}

// plainly reads a name that nothing honors, with what stands after it: a delegation or another body, an office, and the
// title of what is said; nil where no name stands first.
func plainly(line string) *entry {
	m := unhonored.FindStringSubmatch(line)
	if m == nil {
		return nil
	}
	e := &entry{person: person{name: m[1]}}
	if o := officeShape.FindStringSubmatch(m[2]); o != nil {
		e.role, _ = withoutParty(strings.TrimSpace(o[1]))
	}
	if e.party, _, _ = states.In(states.Folded(m[2])); e.party != nil {
		return e
	}
	body, title := m[2], ""
	if at := partEnds.FindStringIndex(body); at != nil {
		body, title = body[:at[0]], body[at[1]:]
	}
	if e.role == "" {
		e.delegation, e.title = strings.TrimSpace(body), strings.TrimSpace(title)
	} else {
		e.delegation = strings.TrimSpace(title)
	}
	return e
}

// endOf is the hour to which a line of a programme lasts, as "10:00–11:30"; "" where it only begins.
func endOf(span string) string {
	at := lastsShape.FindStringIndex(span)
	if at == nil {
		return ""
	}
	return clock(span[at[1]:])
}

// lastsShape stands between two hours.
var lastsShape = pattern.Of(`(?i)\d\s*(?:[hч]|[ap]\.?\s?m\b\.?)?\s*(?:[-–—]|to|à|a|до)\s*`)

// within reports whether an hour is one of a session that lasts from its beginning to an hour.
func (m *meeting) within(hour, until string) bool {
	_, begun, known := strings.Cut(m.date, "T")
	return hour != "" && until != "" && (!known || hour >= begun) && hour < until
}
