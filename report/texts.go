package report

// texts visits every text that is set, with the id of its item, in the order of the report.
func (d *Document) texts(visit func(t *Text, item string)) {
	see := func(t *Text, item string) {
		if t != nil {
			visit(t, item)
		}
	}
	chapters := func(list []*Chapter) {
		for _, c := range list {
			see(c.Text, c.ID)
		}
	}
	chapters(d.Front)
	if d.Summary != nil {
		see(d.Summary.Text, "summary")
	}
	chapters(d.Introduction)
	var session func(s *Session)
	session = func(s *Session) {
		see(s.Intro, s.ID)
		for _, p := range s.Panels {
			session(p)
		}
		see(s.Debate, s.ID)
	}
	for _, s := range d.Sessions {
		session(s)
	}
	chapters(d.Conclusions)
	for _, r := range d.Recommendations {
		see(r.Text, r.ID)
	}
	for _, s := range d.Statements {
		see(s.Text, s.ID)
	}
	for _, a := range d.Annexes {
		see(a.Text, a.ID)
	}
}
