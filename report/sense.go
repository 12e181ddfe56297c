package report

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/report/document"
	"rapporteur/sources/diag"
)

// Originals that are mixed up look like others: the same document stands for two statements, or the first page of one
// names another delegation (sense_speaker.go). Both are told, for only an editor can know.

// sense tells of originals that seem to be mixed up.
func (os *originals) sense(d *document.Document, bag *diag.Bag) {
	if slices.ContainsFunc(bag.All(), func(f diag.Diagnostic) bool { return f.Code == "duplicate-id" }) {
		return // whose an original is cannot be said
	}
	first := map[string]*document.Original{}
	for _, o := range d.Originals() {
		r := os.of[o]
		if r == nil || r.file.sha256 == "" || r.wrong != nil {
			continue
		}
		if r.blank {
			args := diag.Args{"file": o.File}
			if len(r.pages) < r.file.pages {
				args["pages"] = ranges(oneMore(r.pages))
			}
			bag.AddItem("original-blank", o.Pos, o.Item, args)
		}
		it := d.Item(o.Item)
		if it == nil || it.Statement == nil { // an annex may show what a statement showed
			continue
		}
		if it.Statement.Text == nil && len(r.pages) > 0 && len(r.facts.Scans) == len(r.pages) && !r.blank &&
			len(r.pictures) == 0 {
			bag.AddItem("original-scan", o.Pos, o.Item, diag.Args{"file": o.File})
		}
		key := r.file.sha256 + ranges(oneMore(r.pages))
		if other := first[key]; other == nil {
			first[key] = o
		} else if other.Item != o.Item {
			bag.AddItem("original-twice", o.Pos, o.Item, diag.Args{"file": o.File, "other": other.Item})
		}
		os.otherSpeaker(d, o, it.Statement, bag)
		if len(it.Statement.Speakers) > 0 && unread(r.head) {
			args := diag.Args{"file": o.File, "statement": it.Statement.Called()}
			bag.AddItem("original-unread", o.Pos, o.Item, args)
		}
	}
}

// unread reports whether a page has words of which no font says what they mean.
func unread(head string) bool {
	return head != "" && !strings.ContainsFunc(head, func(r rune) bool {
		return unicode.IsGraphic(r) && !unicode.IsSpace(r) && r != utf8.RuneError
	})
}

// oneMore counts pages from 1.
func oneMore(pages []int) []int {
	out := make([]int, len(pages))
	for i, p := range pages {
		out[i] = p + 1
	}
	return out
}
