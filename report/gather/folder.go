package gather

import (
	"context"
	"fmt"
	"strings"

	"rapporteur/layout/lang"
	"rapporteur/sources/diag"
)

// Manifest is the name of the manifest that a folder gets.
const Manifest = "report.yaml"

// Count says how much was added to a manifest.
type Count struct{ Statements, Files int }

// skeleton begins a manifest. Its date is of no use as it is: nobody but the editor knows when a report comes out.
const skeleton = `rapporteur: 1
report:
  title: "?"
  language: LANGUAGE
  date: "?"
delegations:
`

// Folder gives the text that the manifest of a folder should have: existing, "" for none yet, with lines for all files
// that it does not name. The folder is a path of the machine. What is not taken, and why, goes into bag. The error is
// that of a manifest that cannot be read or added to, of the folder, or of the context.
func Folder(ctx context.Context, dir, existing string, bag *diag.Bag) (string, Count, error) {
	w := &walker{ctx: ctx, dir: dir, languages: lang.Embedded(), bag: bag, shown: map[string]bool{},
		letters: map[string]*letter{}, opened: map[string]bool{}}
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
	if s == nil {
		if s, err = openSheet(strings.Replace(skeleton, "LANGUAGE", w.mainLanguage(), 1)); err != nil {
			return "", Count{}, err
		}
	}
	w.onceEach()
	m := newMerger(w, s)
	m.merge(planned(w.files))
	if m.count.Files == 0 {
		return existing, m.count, nil
	}
	text, err := s.text()
	return text, m.count, err
}

// mainLanguage gives the language of most files, as far as a report can be written in it.
func (w *walker) mainLanguage() string {
	tag := mostSpoken(w.files)
	if tag == "" {
		return unknown
	}
	return w.languages.Of(tag).Folder
}
