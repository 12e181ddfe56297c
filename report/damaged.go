package report

import (
	"rapporteur/report/compose"
	"rapporteur/report/document"
	"rapporteur/report/unit"
)

// damageCode gives the diagnostic for a finding: that pages are lost ends the build, unless the manifest takes the file
// as it is.
func damageCode(finding string, o *document.Original) string {
	if !o.Damaged {
		return finding
	}
	switch finding {
	case unit.PagesLost:
		return "original-pages-lost-accepted"
	case unit.PagesUnknown:
		return "original-pages-unknown-accepted"
	}
	return finding
}

// promised is how many pages a file says that it has.
func promised(n int) string {
	if n < 0 {
		return "?"
	}
	return decimal(n)
}

// lost says how much of an original is left, for its divider and the ledger; the zero value where all of it is, or
// where it could not be opened.
func (os *originals) lost(o *document.Original) compose.Lost {
	if r := os.of[o]; r != nil {
		return r.lost
	}
	return compose.Lost{}
}

// lostOf finds that in what was found when the unit was made.
func lostOf(list []unit.Finding) compose.Lost {
	for _, x := range list {
		switch x.Code {
		case unit.PagesLost:
			return compose.Lost{Found: x.Count, Promised: x.Of}
		case unit.PagesUnknown:
			return compose.Lost{Found: x.Count}
		}
	}
	return compose.Lost{}
}
