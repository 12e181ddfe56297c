package sources

import (
	"time"

	"rapporteur/sources/diag"
)

// Text is one scalar of the manifest or cell of a table as written (in Unicode's form NFC), with its place. It is zero
// where the manifest is silent.
type Text struct {
	Value string
	Pos   diag.Pos
}

// IsZero reports whether the manifest is silent.
func (t Text) IsZero() bool { return t.Value == "" }

// Words are a name, a title, a sentence or a path: one for every language, or a map of language to value.
type Words struct {
	Pos diag.Pos
	One string        // the value for every language, where By is empty
	By  []Translation // in the manifest's order
}

// Translation is a value in one language.
type Translation struct {
	Lang  string
	Value string
	Pos   diag.Pos
}

// In gives the words in lang, or in lang without its region; false where a map has none in it or nothing is given at
// all.
func (w Words) In(lang string) (string, bool) {
	if i := w.closest(lang); i >= 0 {
		return w.By[i].Value, true
	}
	return w.One, w.One != ""
}

func (w Words) closest(lang string) int {
	return Closest(lang, len(w.By), func(i int) string { return w.By[i].Lang })
}

// PosIn gives the place of the words in lang; of the whole, where a map has none in it.
func (w Words) PosIn(lang string) diag.Pos {
	if i := w.closest(lang); i >= 0 {
		return w.By[i].Pos
	}
	return w.Pos
}

// IsZero reports whether the manifest is silent.
func (w Words) IsZero() bool { return w.One == "" && len(w.By) == 0 }

// Date is a day of the calendar, with the time of day where the manifest gives one. It knows no time zone: it is the
// conference's own.
type Date struct {
	Year, Month, Day, Hour, Minute int
	HasTime                        bool
	Pos                            diag.Pos
}

// IsZero reports whether the manifest is silent.
func (d Date) IsZero() bool { return d.Year == 0 }

// Time gives the date as a time in UTC, for comparing and formatting.
func (d Date) Time() time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, d.Hour, d.Minute, 0, 0, time.UTC)
}

// Number is a measure in thousandths of the unit that its key is written in: of a point for sizes, of a millimetre for
// margins.
type Number struct {
	Milli int
	Given bool
	Pos   diag.Pos
}

// Switch is true or false.
type Switch struct {
	On    bool
	Given bool // false where the manifest is silent
	Pos   diag.Pos
}
