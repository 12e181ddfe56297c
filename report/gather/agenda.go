package gather

import (
	"path"
	"slices"
	"strings"

	"rapporteur/report/states"
)

// agenda is the order of a conference, as a programme, a table or an export of Indico has it.
type agenda struct {
	file     string
	told     bool // by a text, and not by a table
	meetings []*meeting
	title    string   // of the event
	event    []string // the lines that a manifest has of it: when and where it was
}

// meeting is a session of it. date is as a manifest has it, with the hour where that is known.
type meeting struct {
	title, date string
	chair       *entry // nil where nobody is said to chair it
	entries     []*entry
}

// entry is somebody who was to speak. party is nil where the delegation is one that the tables do not have.
type entry struct {
	person
	party      *states.Party
	delegation string
	title      string
	lang       string
	files      []string // as they are called there
	taken      bool     // a statement was found for it
}

// meeting gives the session of a title, or adds it.
func (a *agenda) meeting(title, date string) *meeting {
	for _, m := range a.meetings {
		if m.title == title && (date == "" || m.date == "" || m.date[:10] == date[:min(10, len(date))]) {
			if len(date) > len(m.date) || len(date) == len(m.date) && date < m.date {
				m.date = date
			}
			return m
		}
	}
	m := &meeting{title: title, date: date}
	a.meetings = append(a.meetings, m)
	return m
}

// listed takes the agenda from a table or an export of Indico, where a file is one and no other is to be it. Such a
// file has no place in a report.
func (w *walker) listed(rel string, data []byte) bool {
	if w.list != "" && w.list != rel {
		return false
	}
	var a *agenda
	switch strings.ToLower(path.Ext(rel)) {
	case ".csv":
		a = w.tableOf(data)
	case ".json":
		a = indico(data)
	}
	if a == nil || !a.speaks() {
		return false
	}
	if w.agenda == nil || w.agenda.told { // a table says more than a programme
		a.file, w.agenda = rel, a
	}
	return true
}

// toldBy takes the agenda from the text of a programme, where no other file has it.
func (w *walker) toldBy(f *file, markdown string) {
	if w.agenda != nil || w.list != "" && w.list != f.path || w.list == "" && f.role != asAnnex {
		return
	}
	if a := w.programme(markdown); a != nil {
		a.file, a.told, w.agenda = f.path, true, a
	}
}

// speaks reports whether the agenda says who speaks, or at least divides the conference.
func (a *agenda) speaks() bool {
	entries := 0
	for _, m := range a.meetings {
		entries += len(m.entries)
	}
	return entries > 0 || len(a.meetings) > 1
}

// names reports whether the agenda names a file of a statement.
func (e *entry) names(st *statement) bool {
	return slices.ContainsFunc(st.files(), func(f *file) bool {
		return slices.ContainsFunc(e.files, func(name string) bool {
			return strings.EqualFold(path.Base(strings.ReplaceAll(name, `\`, "/")), path.Base(f.path))
		})
	})
}

// tells reports whether a statement's files say whose it is and about what, as the agenda does; or name the speaker.
func (e *entry) tells(st *statement) bool {
	title, name := states.Folded(e.title), states.Folded(e.name)
	for _, f := range st.files() {
		said := states.Folded(bareName(f.path) + " " + f.head[:min(len(f.head), 400)])
		if e.of(st) && len(title) > 2 && hasAll(said, title) || len(name) > 1 && hasAll(said, name) {
			return true
		}
	}
	return false
}

// of reports whether a statement is of the party that the agenda has.
func (e *entry) of(st *statement) bool { return e.party != nil && e.party == st.party() }

// hasAll reports whether all words stand among others.
func hasAll(among, words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(among, w) })
}
