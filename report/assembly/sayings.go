package assembly

import (
	"strconv"

	"rapporteur/layout/lang"
	"rapporteur/report/unit"
)

// speech is the language in which the report speaks of what stands on the pages of originals: its own, for the names
// and titles that stand in what is said are in it, too, in whatever language the original is.
func (l *linker) speech() *lang.Language { return l.plan.Sheet.Languages.Of(l.plan.Lang) }

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
	b := &binding{l: l, u: u, run: &plan.Runs[run], speech: l.speech()}
	out := make([]string, len(u.Sayings))
	for i := range u.Sayings {
		out[i] = b.said(&u.Sayings[i])
	}
	return out
}
