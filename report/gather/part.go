package gather

import (
	"slices"
	"strings"

	"rapporteur/sources/diag"
)

// chapters are the lists of texts that have no original.
var chapters = []string{asFront, asIntroduction, asConclusions}

// part adds what is no statement: an annex, a chapter, the summary, the table of participants.
func (m *merger) part(s *statement) {
	role, title := m.role(s), s.heading()
	if slices.Contains(chapters, role) && len(s.originals) > 0 {
		m.part(&statement{text: s.text})
		m.part(&statement{originals: s.originals})
		return
	}
	lines := append([]string{"title: " + quoted(title)}, s.named()...)
	done := false
	switch {
	case role == asParticipants:
		m.fresh[role] = true
		done = m.line(m.root, role+": "+quoted(s.first().path))
	case s.first().kind == table:
		m.tell("import-other-kind", s.first().path, diag.Args{"ending": ".csv"})
		return
	case role == asSummary:
		m.fresh[role] = true
		done = m.below(m.root, role, lines)
	default:
		if l := s.language(); role == asAnnex && l != "" && l != m.language {
			lines = append(lines, "language: "+l)
		}
		done = m.item(m.root, role, append([]string{"id: " + m.ids.of(title, "part")}, lines...))
	}
	for _, f := range s.files() {
		m.put(f, done, strings.Join(s.named(), "; "), nil)
	}
}

// role is the key that a part goes under: that of its name, or the annexes where that is taken or takes no such file.
func (m *merger) role(s *statement) string {
	role := s.first().role
	taken := value(m.root, role) != nil || m.fresh[role]
	switch {
	case role == asParticipants && (taken || s.first().kind != table), role == asSummary && taken,
		slices.Contains(chapters, role) && s.text == nil:
		return asAnnex
	}
	return role
}
