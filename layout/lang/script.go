package lang

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"

	"golang.org/x/text/language"
	"gopkg.in/yaml.v3"
)

// latin is the script of a text whose language tells none: what is true of no other holds for it.
const latin = "Latn"

// scripts is what follows from a script, as scripts.yaml has it; all by ISO 15924.
type scripts struct {
	RightToLeft []string       `yaml:"right-to-left"`
	Leading     map[string]int // per cent of the size
	Emphasis    map[string]Emphasis
	Shaped      map[string]string // the script that a shaper knows its letters by
	Expansion   map[string]int    // per mille
	Fit         map[string]int    // per mille of the size
	Protrusion  struct{ Upright, Italic protrusion }
}

// protrusion is how far characters hang out at either edge of a line, per mille of their width.
type protrusion struct{ Start, End perCharacter }

// perCharacter has a number for characters; in YAML each key is the characters that share it.
type perCharacter map[rune]int

// UnmarshalYAML reads the numbers. A character that stands in two keys is an error.
func (p *perCharacter) UnmarshalYAML(node *yaml.Node) error {
	var groups map[string]int
	if err := node.Decode(&groups); err != nil {
		return err
	}
	*p = perCharacter{}
	for group, n := range groups {
		for _, r := range group {
			if _, there := (*p)[r]; there {
				return fmt.Errorf("line %d: %c stands twice", node.Line, r)
			}
			(*p)[r] = n
		}
	}
	return nil
}

func readScripts(files fs.FS) scripts {
	var s scripts
	data, err := fs.ReadFile(files, "scripts.yaml")
	if err == nil {
		err = yaml.Unmarshal(data, &s)
	}
	if err != nil {
		panic(fmt.Sprintf("lang: scripts.yaml: %v", err)) // an embedded file: tests load it
	}
	return s
}

// scriptOf gives the script that a tag names, or else the one that its language is likely written in there (CLDR,
// "Likely Subtags"): pa-PK is in Arabic letters, zh-TW in traditional ones.
func scriptOf(tag string) string {
	t, err := language.Parse(tag)
	if err != nil {
		return latin
	}
	script, confidence := t.Script()
	if confidence == language.No {
		return latin
	}
	return script.String()
}

// RTL reports whether the language is written from right to left. Every paragraph asks, and most are in Latin letters.
func (l *Language) RTL() bool {
	return l != nil && l.set != nil && l.Script != latin && slices.Contains(l.set.scripts.RightToLeft, l.Script)
}

// WrittenIn is the script by ISO 15924: Latn, Arab, Hans.
func (l *Language) WrittenIn() string {
	if l == nil || l.Script == "" {
		return latin
	}
	return l.Script
}

// ShapedAs is the script that Unicode gives its letters: Hani for Hans and Hant.
func (l *Language) ShapedAs() string {
	script := l.WrittenIn()
	if l != nil && l.set != nil {
		if s := l.set.scripts.Shaped[script]; s != "" {
			return s
		}
	}
	return script
}

// LeastLeading is the least distance of two lines in which no letter meets one of the line below, in per cent of the
// size; 0 where the house style decides alone.
func (l *Language) LeastLeading() int {
	switch {
	case l == nil:
		return 0
	case l.Leading > 0 || l.set == nil:
		return l.Leading
	}
	return l.set.scripts.Leading[l.Script]
}

// Emphasis is how a language sets emphasised words.
type Emphasis string

// The ways. Strong words are bold everywhere.
const (
	Italics Emphasis = "italic"
	Bold    Emphasis = "bold"
	Dots    Emphasis = "dots" // one by each character
)

// Stressed is how emphasised words are set: as the language's folder says, else as its script has it.
func (l *Language) Stressed() Emphasis {
	if l == nil || l.set == nil {
		return Italics
	}
	return cmp.Or(l.Emphasis, l.set.scripts.Emphasis[l.Script], Italics)
}

// Expansion is how far letters may be made wider or narrower to fill a line, per mille of their width; 0 where they
// keep their shape.
func (l *Language) Expansion() int {
	if l == nil || l.set == nil {
		return 0
	}
	return l.set.scripts.Expansion[l.Script]
}

// Fit is how far letters may be moved apart, or together, where a line takes all that Expansion gives: per mille of the
// size.
func (l *Language) Fit() int {
	if l == nil || l.set == nil {
		return 0
	}
	return l.set.scripts.Fit[l.Script]
}

// Protrusion is how far a character hangs out of the measure where a line begins with it and where one ends with it,
// per mille of its width.
func (l *Language) Protrusion(r rune, italic bool) (start, end int) {
	if l == nil || l.set == nil {
		return 0, 0
	}
	p := &l.set.scripts.Protrusion.Upright
	if italic {
		p = &l.set.scripts.Protrusion.Italic
	}
	return p.Start[r], p.End[r]
}
