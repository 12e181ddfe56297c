package fonts

import "fmt"

// Kind says in one word why a font cannot be used.
type Kind int

const (
	NotFont       Kind = iota // not a TrueType, OpenType or collection file (WOFF, Type 1 and dfont among them)
	Damaged                   // a font whose tables contradict each other or end early
	Restricted                // its licence bits (OS/2 fsType) forbid embedding or subsetting
	Variable                  // a variable font: name a static instance instead
	TooManyGlyphs             // more than 65,535 glyphs
	NoOutlines                // bitmaps or colours only
	NoCharacters              // no character map that we read
	NoMember                  // the collection has no face with this number
)

var kindNames = [...]string{"not a font", "damaged", "embedding forbidden", "variable font", "too many glyphs",
	"no outlines", "no character map", "no such face"}

// String gives the kind in plain English.
func (k Kind) String() string {
	if k < 0 || int(k) >= len(kindNames) {
		return fmt.Sprintf("kind %d", int(k))
	}
	return kindNames[k]
}

// FaultError is a font that cannot be used: what whoever named it can mend by naming another.
type FaultError struct {
	Name   string // as given to Parse
	Kind   Kind
	FsType uint16 // OS/2 fsType, when Kind is Restricted
	Detail string // what was found, in English; may be empty
}

func (e *FaultError) Error() string {
	s := "font " + e.Name + ": " + e.Kind.String()
	if e.Detail != "" {
		s += ": " + e.Detail
	}
	return s
}
