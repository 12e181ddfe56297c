package assembly

import (
	"strconv"

	"rapporteur/layout/lang"
	"rapporteur/report/unit"
)

// speech is the language in which the report speaks of what stands on a run's pages: the run's own, where reports can
// be written in it, else the report's.
func (l *linker) speech(run *Run) *lang.Language {
	set := l.plan.Sheet.Languages
	if own := set.Of(run.Lang); len(own.Lacks()) == 0 {
		return own
	}
	return set.Of(l.plan.Lang)
}

// said is a saying in words.
func (b *binding) said(s *unit.Saying) string {
	w, o := b.speech, b.run.Original
	args := []string{"title", b.run.Title, "n", strconv.Itoa(s.Page + 1), "count", strconv.Itoa(b.run.Count),
		"name", s.Name}
	if s.What != unit.Facsimile {
		words := w.Say(s.What, args...)
		if s.Name != "" && s.What != unit.SignatureOf {
			words = w.Say("mark-by", "what", words, "name", s.Name)
		}
		return words
	}
	switch first, last := o.Text[0], o.Text[1]; {
	case first == "":
		return w.Say("facsimile", args...)
	case first == last:
		return w.Say("facsimile-page", append(args, "page", first)...)
	default:
		return w.Say("facsimile-pages", append(args, "first", first, "last", last)...)
	}
}

// Said gives all that the report says of the pages of an original to those who do not see them, in order: plan is the
// report's, u the unit of its run.
func Said(plan *Plan, run int, u *unit.Unit) []string {
	l := &linker{plan: plan}
	b := &binding{l: l, u: u, run: &plan.Runs[run], speech: l.speech(&plan.Runs[run])}
	out := make([]string, len(u.Sayings))
	for i := range u.Sayings {
		out[i] = b.said(&u.Sayings[i])
	}
	return out
}
