package report

import (
	"slices"
	"strings"
	"unicode"

	"rapporteur/report/document"
	"rapporteur/sources/diag"
)

// Originals that are mixed up look like others: the same document stands for two statements, or the first page of one
// names another delegation. Both are told, for only an editor can know.

// headline is how many words at its head a statement says in whose it is.
const headline = 30

// sense tells of originals that seem to be mixed up.
func (os *originals) sense(d *document.Document, bag *diag.Bag) {
	first := map[string]*document.Original{}
	for _, o := range d.Originals() {
		r := os.of[o]
		if r == nil || r.file.sha256 == "" || r.wrong != nil {
			continue
		}
		it := d.Item(o.Item)
		if it == nil || it.Statement == nil { // an annex may show what a statement showed
			continue
		}
		key := r.file.sha256 + ranges(oneMore(r.pages))
		if other := first[key]; other == nil {
			first[key] = o
		} else if other.Item != o.Item {
			bag.AddItem("original-twice", o.Pos, o.Item, diag.Args{"file": o.File, "other": other.Item})
		}
		os.otherSpeaker(d, o, it.Statement, bag)
	}
}

// oneMore counts pages from 1.
func oneMore(pages []int) []int {
	out := make([]int, len(pages))
	for i, p := range pages {
		out[i] = p + 1
	}
	return out
}

// otherSpeaker tells of an original that names another delegation at its head, and its own nowhere on its first page.
func (os *originals) otherSpeaker(d *document.Document, o *document.Original, s *document.Statement, bag *diag.Bag) {
	words := bare(os.of[o].head)
	var own []*document.Party
	for _, p := range s.Speakers {
		if p.Party != nil && slices.Contains(d.Parties, p.Party) {
			own = append(own, p.Party)
		}
		for _, said := range []string{p.Name, p.Role} {
			if said != "" && named(words, said) {
				return
			}
		}
	}
	if len(own) == 0 || s.OnBehalfOf != "" && named(words, s.OnBehalfOf) {
		return
	}
	for _, p := range own {
		if slices.ContainsFunc(p.Names, func(name string) bool {
			return named(words, name) || shortForm(name) != "" && named(words, shortForm(name))
		}) {
			return
		}
	}
	host := bare(strings.Join(append(d.Event.Organizers, d.Publication.Organization, d.Event.Place, d.Title), " "))
	lines := strings.Fields(words)
	top := " " + strings.Join(lines[:min(len(lines), headline)], " ") + " "
	for _, p := range d.Parties {
		hosts := slices.ContainsFunc(p.Names, func(name string) bool { return named(host, name) })
		if hosts || slices.Contains(own, p) {
			continue // whose meeting it is stands at the head of many a statement
		}
		for _, name := range p.Names {
			if len(name) > 3 && named(top, name) {
				bag.AddItem("original-other-speaker", o.Pos, o.Item,
					diag.Args{"file": o.File, "found": name, "speaker": own[0].Name})
				return
			}
		}
	}
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

// bare is words in small letters with one space around each.
func bare(words string) string {
	list := strings.FieldsFunc(strings.ToLower(words), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r)
	})
	return " " + strings.Join(list, " ") + " "
}

// named reports whether bare words have a name in them.
func named(words, name string) bool {
	name = bare(name)
	return len(name) > 2 && strings.Contains(words, name)
}
