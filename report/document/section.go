package document

// SectionKind says what stands in a section of a session.
type SectionKind int

// The sections of a session, in the order in which they are set.
const (
	Intro    SectionKind = iota // how the meeting went, without a heading
	Speakers                    // the session's statements, and who else took the floor
	Panel                       // a meeting within the session
	Debate                      // what was said after the statements
)

// Section is what a session sets below its title: texts, numbers, blocks and dumps of sessions are made by walking the
// sections.
type Section struct {
	Kind   SectionKind
	ID     string   // of the place where its heading stands; "" of a heading that nothing leads to
	Title  string   // of its heading
	Number string   // of its heading as printed, "B."; "" none
	Text   *Text    // nil of speakers and panels
	Panel  *Session // nil but of a panel
}

// Headed reports whether a heading stands over the section.
func (s *Section) Headed() bool { return s.Kind != Intro }

// sections gives the session what it sets, in order, from what was resolved of it. What is not there is no section.
func (r *resolver) sections(v *Session, intro, debate *Text, panels []*Session) {
	put := func(s Section) { v.Sections = append(v.Sections, &s) }
	if intro != nil {
		put(Section{Kind: Intro, Text: intro})
	}
	if len(v.Statements)+len(v.Floor) > 0 {
		put(Section{Kind: Speakers, Title: r.d.Words.Say("speakers")})
	}
	for _, p := range panels {
		put(Section{Kind: Panel, ID: p.ID, Title: p.Title, Panel: p})
	}
	if debate != nil {
		put(Section{Kind: Debate, ID: debateID(v.ID), Title: r.d.Words.Say("debate"), Text: debate})
	}
}

// texts are a session's, in the order in which they are set.
func (v *Session) texts() []*Text {
	var out []*Text
	for _, s := range v.Sections {
		out = append(out, texts(s.Text)...)
		if s.Panel != nil {
			out = append(out, s.Panel.texts()...)
		}
	}
	return out
}
