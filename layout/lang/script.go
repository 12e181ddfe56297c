package lang

import (
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
	RightToLeft []string          `yaml:"right-to-left"`
	Leading     map[string]int    // per cent of the size
	Shaped      map[string]string // the script that a shaper knows its letters by
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

// RTL reports whether the language is written from right to left.
func (l *Language) RTL() bool {
	return l != nil && l.set != nil && slices.Contains(l.set.scripts.RightToLeft, l.Script)
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
