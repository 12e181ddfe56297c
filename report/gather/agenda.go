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
}

// meeting is a session of it. date is as a manifest has it, with the hour where that is known.
type meeting struct {
	title, date string
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

// arrange puts the statements that lie in no session's folder into the sessions of the agenda, in its order. Who was to
// speak and sent nothing stands there too. Folders that are called as sessions of the agenda get their dates.
func (p *plan) arrange(a *agenda) {
	var loose *session
	for _, s := range p.sessions {
		if s.home == "" {
			loose = s
		}
		for _, m := range a.meetings {
			if s.home != "" && slices.Equal(states.Folded(s.title), states.Folded(m.title)) {
				s.date = m.date
			}
		}
	}
	if loose == nil && len(p.sessions) > 0 {
		return
	}
	if loose == nil {
		loose = &session{}
	}
	found := map[*entry]*statement{}
	for _, said := range []func(*entry, *statement) bool{(*entry).names, (*entry).tells, (*entry).of} {
		for _, st := range loose.statements {
			for _, m := range a.meetings {
				for _, e := range m.entries {
					if st.entry == nil && !e.taken && said(e, st) {
						st.entry, e.taken, found[e] = e, true, st
					}
				}
			}
		}
	}
	loose.statements = slices.DeleteFunc(loose.statements, func(st *statement) bool { return st.entry != nil })
	var sessions []*session
	for _, m := range a.meetings {
		s := &session{home: a.file + "/" + m.title, title: m.title, date: m.date}
		for _, e := range m.entries {
			st := found[e]
			if st == nil {
				st = &statement{entry: e}
			}
			s.statements = append(s.statements, st)
		}
		sessions = append(sessions, s)
	}
	if len(loose.statements) > 0 || loose.intro != nil || loose.debate != nil {
		sessions = append(sessions, loose)
	}
	p.sessions = append(sessions, slices.DeleteFunc(p.sessions, func(s *session) bool { return s.home == "" })...)
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
