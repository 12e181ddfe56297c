package gather

import (
	"slices"

	"rapporteur/report/states"
)

// arrange puts statements into the sessions of the agenda, in its order, wherever their files lie. Who was to speak and
// sent nothing stands there too. A folder that is called as a session of the agenda is that session, and keeps what the
// agenda does not have; what else the agenda does not have stands in sessions of its own after those.
func (p *plan) arrange(a *agenda) {
	if len(p.sessions) == 0 {
		p.sessions = []*session{{}}
	}
	folders := p.folders(a)
	found := p.found(a, folders)
	var sessions []*session
	for i, m := range a.meetings {
		s := &session{home: a.file + "/" + m.title, title: m.title, date: m.date, chair: m.chair}
		for _, e := range m.entries {
			st := found[e]
			if st == nil {
				st = &statement{entry: e}
			}
			s.statements = append(s.statements, st)
		}
		if f := folders[i]; f != nil {
			s.home = f.home
			s.intro, s.debate = f.intro, f.debate
			s.statements = append(s.statements, f.unasked()...)
		}
		sessions = append(sessions, s)
	}
	for _, s := range p.sessions {
		if slices.Contains(folders, s) {
			continue
		}
		if s.statements = s.unasked(); len(s.statements) > 0 || s.intro != nil || s.debate != nil {
			sessions = append(sessions, s)
		}
	}
	p.sessions = sessions
}

// unasked are the statements of a session that the agenda does not have.
func (s *session) unasked() (list []*statement) {
	for _, st := range s.statements {
		if st.entry == nil {
			list = append(list, st)
		}
	}
	return list
}

// folders gives for each session of the agenda the folder that is called as it is; nil where none is. A folder may be
// called by some of the session's words, or by more than those, where that fits no other session.
func (p *plan) folders(a *agenda) []*session {
	list := make([]*session, len(a.meetings))
	for _, fits := range []func(folder, title []string) bool{
		func(folder, title []string) bool { return slices.Equal(folder, title) },
		func(folder, title []string) bool { return hasAll(title, folder) || hasAll(folder, title) },
	} {
		for _, s := range p.sessions {
			at, fitting := -1, 0
			for i, m := range a.meetings {
				words := states.Folded(m.title)
				if s.home != "" && len(words) > 0 && fits(states.Folded(s.title), words) {
					at, fitting = i, fitting+1
				}
			}
			if fitting == 1 && list[at] == nil && !slices.Contains(list, s) {
				list[at] = s
			}
		}
	}
	return list
}

// found finds the statements of those whom the agenda has: what names a file or a title goes before whose it is. What
// lies in the folder of a session is of that session.
func (p *plan) found(a *agenda, folders []*session) map[*entry]*statement {
	found := map[*entry]*statement{}
	for _, said := range []func(*entry, *statement) bool{(*entry).names, (*entry).tells, (*entry).of} {
		for _, own := range []bool{true, false} {
			for _, s := range p.sessions {
				for _, st := range s.statements {
					for i, m := range a.meetings {
						if at := slices.Index(folders, s); own && at == i || !own && at < 0 {
							m.take(st, said, found)
						}
					}
				}
			}
		}
	}
	return found
}

// take gives a statement to the first of a session's speakers of whom it is said to be.
func (m *meeting) take(st *statement, said func(*entry, *statement) bool, found map[*entry]*statement) {
	for _, e := range m.entries {
		if st.entry == nil && !e.taken && said(e, st) {
			st.entry, e.taken, found[e] = e, true, st
		}
	}
}
