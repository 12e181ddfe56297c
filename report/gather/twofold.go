package gather

import (
	"path"
	"strings"

	"rapporteur/report/states"
)

// ES is Spain, and Spanish. In the name of a file that names nobody else it is the State where the text is in another
// language, or where other files of the folder are called by such codes; else the language, as of one text's versions.

// stateOf takes the first of such codes for the State that it is of.
func (f *file) stateOf() {
	code := f.twofold[0]
	f.party, f.code, f.spelled, f.role = states.Coded(code), code, code, ""
	f.label.lang = ""
	if rest := f.twofold[1:]; len(rest) > 0 {
		f.label.lang = strings.ToLower(rest[len(rest)-1])
	}
}

// foreign reports whether a file's words are in another language than such a code says.
func (f *file) foreign(told string) bool {
	base, _, _ := strings.Cut(told, "-")
	return f.party == nil && len(f.twofold) > 0 && base != strings.ToLower(f.twofold[0])
}

// manyCoded is how many files of a folder show that its files are called by codes.
const manyCoded = 3

// coded takes such codes for States in folders whose other files are called by codes of two letters.
func (w *walker) coded() {
	called := map[string]int{}
	for _, f := range w.files {
		if len(f.code) == 2 && f.party != nil && f.party.State {
			called[path.Dir(f.path)]++
		}
	}
	for _, f := range w.files {
		if f.party == nil && len(f.twofold) > 0 && called[path.Dir(f.path)] >= manyCoded {
			f.stateOf()
		}
	}
}
