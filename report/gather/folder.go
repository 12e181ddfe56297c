package gather

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"rapporteur/layout/lang"
	"rapporteur/sources/diag"
)

// Manifest is the name of the manifest that a folder gets.
const Manifest = "report.yaml"

// Count says how much was added to a manifest.
type Count struct{ Statements, Files int }

// ErrNoAgenda is a file that was to have the sessions and speakers, and has none.
var ErrNoAgenda = errors.New("no sessions and speakers")

// skeleton begins a manifest. Its date is of no use as it is: nobody but the editor knows when a report comes out.
const skeleton = `rapporteur: 1
report:
  title: TITLE
  language: LANGUAGE
  date: "?"
EVENT
delegations:
`

// Folder gives the text that the manifest of a folder should have: existing, "" for none yet, with lines for all files
// that it does not name. The folder is a path of the machine. list is the path below it of the file that has the
// sessions and speakers, "" where one that lies there may be taken for it. What is not taken, and why, goes into bag.
// The error is that of a manifest that cannot be read or added to, of the folder, of the context, or ErrNoAgenda.
func Folder(ctx context.Context, dir, list, existing string, bag *diag.Bag) (string, Count, error) {
	w := &walker{ctx: ctx, dir: dir, languages: lang.Embedded(), bag: bag, shown: map[string]bool{},
		letters: map[string]*letter{}, opened: map[string]bool{}, list: list}
	w.known = func(string) bool { return false }
	var s *sheet
	var err error
	if existing != "" {
		if s, err = openSheet(existing); err != nil {
			return "", Count{}, err
		}
		w.known = s.names
	}
	if err := w.unpack(); err != nil {
		return "", Count{}, fmt.Errorf("unpacking messages: %w", err)
	}
	if err := w.walk(); err != nil {
		return "", Count{}, fmt.Errorf("reading the folder: %w", err)
	}
	if list != "" && w.agenda == nil {
		return "", Count{}, ErrNoAgenda
	}
	if s == nil {
		if s, err = openSheet(w.skeleton()); err != nil {
			return "", Count{}, err
		}
	}
	w.onceEach()
	m := newMerger(w, s)
	p := planned(w.files)
	if w.agenda != nil {
		p.arrange(w.agenda)
	}
	m.merge(p)
	if m.agreed {
		w.tell("import-agenda", w.agenda.file, nil)
	}
	if m.count == (Count{}) {
		return existing, m.count, nil
	}
	text, err := s.text()
	return text, m.count, err
}

// skeleton is the beginning of a manifest, with what is known of the event.
func (w *walker) skeleton() string {
	title, event := unknown, ""
	if w.agenda != nil && w.agenda.title != "" {
		title = quoted(w.agenda.title)
	}
	if w.agenda != nil && len(w.agenda.event) > 0 {
		event = "event:\n  " + strings.Join(w.agenda.event, "\n  ") + "\n"
	}
	return strings.NewReplacer("TITLE", title, "LANGUAGE", w.mainLanguage(), "EVENT\n", event).Replace(skeleton)
}

// mainLanguage gives the language of most files, as far as a report can be written in it.
func (w *walker) mainLanguage() string {
	tag := mostSpoken(w.files)
	if tag == "" {
		return unknown
	}
	return w.languages.Of(tag).Folder
}
