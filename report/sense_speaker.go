package report

import (
	"slices"
	"strings"

	"rapporteur/report/document"
	"rapporteur/report/states"
	"rapporteur/sources/diag"
)

// This file compares whom the head of an original names with whose statement it is given as. What speakers are says
// nothing: every delegation has a Minister.

const (
	headline = 30 // within so many words at its head a statement says whose it is
	titled   = 60 // within so many, where a word for a statement or a speaker stands beside the name
)

// speaking are words beside which the delegation of a speaker stands, as they are compared. Han has a word a character.
var speaking = strings.Fields(`statement speech remarks address intervention presentation representative minister
	ambassador delegation mission embassy government behalf declaration allocution discours expose representant
	representante ministre ministere ambassadeur ambassadrice ambassade gouvernement nom declaracion discurso
	intervencion ministro ministra embajador embajadora embajada delegacion mision gobierno nombre выступление заявление
	речь представитель представительство министр министерство посол посольство делегация имени كلمة بيان وفد وزير وزارة
	سفير سفارة بعثة حكومة ممثل 团 言 话 使 长 erklarung rede ministerin botschafter vertreter regierung
	declaracao ministerio embaixador delegacao missao`)

// elsewhere are words after which the place, the matter or who is thanked is named, not the speaker.
var elsewhere = strings.Fields("we thank nous to at in on sur aupres ante sobre en lors при в о على لدى بشأن 关 向 对")

// mention is a delegation that words name.
type mention struct {
	name   string
	at     int  // of its first word
	spoken bool // a word for a speaker stands beside it
	own    bool // the speaker's
	listed bool // a delegation of the report
	host   bool // the meeting is its, or in its country
}

// delegated reports whether a report has statements of delegations, whose originals may be compared with them.
func delegated(d *document.Document) bool {
	return slices.ContainsFunc(d.Originals(), func(o *document.Original) bool {
		it := d.Item(o.Item)
		return it != nil && it.Statement != nil &&
			slices.ContainsFunc(it.Statement.Speakers, func(p document.Person) bool { return p.Party != nil })
	})
}

// otherSpeaker tells of an original that names another delegation at its head where it should name its own.
func (os *originals) otherSpeaker(d *document.Document, o *document.Original, s *document.Statement, bag *diag.Bag) {
	words := states.Folded(os.of[o].head)
	var own []*document.Party
	for _, p := range s.Speakers {
		if p.Name != "" && within(words, states.Folded(p.Name)) {
			return
		}
		if p.Party != nil {
			own = append(own, p.Party)
		}
	}
	if len(d.Parties) > 0 { // one that is misspelt has been told
		own = slices.DeleteFunc(own, func(p *document.Party) bool { return !slices.Contains(d.Parties, p) })
	}
	if len(own) == 0 || s.OnBehalfOf != "" && within(words, states.Folded(s.OnBehalfOf)) {
		return
	}
	if m := another(mentions(d, own, words)); m != nil {
		bag.AddItem("original-other-speaker", o.Pos, o.Item,
			diag.Args{"file": o.File, "found": m.name, "speaker": own[0].Name})
	}
}

// another gives the delegation that seems to speak in the speaker's stead; nil where none does. A name beside a word
// for a speaker goes before one that merely stands there, and that of the host, which stands at the head of many a
// statement, tells nothing but so.
func another(list []mention) *mention {
	if slices.ContainsFunc(list, func(m mention) bool { return m.own && m.spoken && m.at < titled }) {
		return nil
	}
	for i, m := range list {
		switch {
		case m.own && !m.host && m.at < headline:
			return nil
		case !m.own && m.spoken && m.at < titled:
			return &list[i]
		}
	}
	if slices.ContainsFunc(list, func(m mention) bool { return m.own }) {
		return nil
	}
	if i := slices.IndexFunc(list, func(m mention) bool { return m.listed && !m.host && m.at < headline }); i >= 0 {
		return &list[i]
	}
	return nil
}

// delegate is a delegation with all that it is called.
type delegate struct {
	*document.Party
	names [][]string
	state *states.Party // nil of a body that is not known
	own   bool
}

// delegates are the speaker's own delegations, and those of the manifest.
func delegates(d *document.Document, own []*document.Party) []*delegate {
	var list []*delegate
	for _, p := range slices.Compact(slices.Concat(own, d.Parties)) {
		e := &delegate{Party: p, own: slices.Contains(own, p)}
		for _, name := range append([]string{p.Name, shortForm(p.Name)}, p.Names...) {
			if f := states.Folded(name); len(name) > 3 && len(f) > 0 {
				e.names = append(e.names, f)
			}
			if e.state == nil {
				e.state = states.Formal(name)
			}
		}
		list = append(list, e)
	}
	return list
}

// mentions finds the delegations of the manifest, and States in the languages in which they are known, among words.
func mentions(d *document.Document, own []*document.Party, words []string) []mention {
	host := states.Folded(strings.Join(append(slices.Clone(d.Event.Organizers), d.Publication.Organization,
		d.Event.Place, d.Title), " / "))
	all := delegates(d, own)
	hosts := slices.DeleteFunc(slices.Clone(all), func(e *delegate) bool {
		return !slices.ContainsFunc(e.names, func(name []string) bool { return within(host, name) })
	})
	var list []mention
	last := 0 // behind the name before
	for i := 0; i < len(words); i++ {
		e, n := nameAt(all, words[i:])
		if n == 0 {
			continue
		}
		list = append(list, mention{name: e.Name, at: i, spoken: beside(words[last:], i-last, i+n-last), own: e.own,
			listed: e.Name != "", host: slices.Contains(hosts, e)})
		if e.Name == "" {
			list[len(list)-1].name = e.state.Name(d.Lang)
		}
		i += n - 1
		last = i + 1
	}
	return list
}

// nameAt gives the delegation whose name words begin with, and the number of the name's words; a State that is none of
// the report's delegations has no more than what is known of it.
func nameAt(all []*delegate, words []string) (found *delegate, most int) {
	state, most := states.At(words)
	for _, e := range all {
		if state != nil && e.state == state {
			found = e
		}
	}
	if found == nil && state != nil && state.State {
		found = &delegate{Party: &document.Party{}, state: state}
	}
	if found == nil {
		most = 0
	}
	for _, e := range all {
		for _, name := range e.names {
			if len(name) > most && within(words[:min(len(words), len(name))], name) {
				found, most = e, len(name)
			}
		}
	}
	return found, most
}

// beside reports whether a word for a speaker stands shortly before a name, or right after it, with nothing between the
// two that makes the name that of a place.
func beside(words []string, from, to int) bool {
	for i := from - 1; i >= max(0, from-10); i-- {
		if is(speaking, words[i]) {
			return true
		}
		if is(elsewhere, words[i]) && !(i+1 < len(words) && words[i+1] == "behalf") {
			if from-i <= 3 {
				return false
			}
			break
		}
	}
	for i := to; i < min(len(words), to+3) && !is(elsewhere, words[i]) && words[i][0] > '9'; i++ {
		if is(speaking, words[i]) {
			return true
		}
	}
	return false
}

// is reports whether a word is one of a list, in any of its cases.
func is(list []string, word string) bool {
	return slices.ContainsFunc(list, func(known string) bool { return states.SameWord(known, word) })
}

// within reports whether words have a name in them.
func within(words, name []string) bool {
	for i := range words {
		if len(name) > 0 && len(words)-i >= len(name) && slices.Equal(words[i:i+len(name)], name) {
			return true
		}
	}
	return false
}

// shortForm is what stands in brackets in a name: "International Criminal Police Organization (INTERPOL)".
func shortForm(name string) string {
	_, rest, _ := strings.Cut(name, "(")
	short, _, closed := strings.Cut(rest, ")")
	if !closed {
		return ""
	}
	return short
}
