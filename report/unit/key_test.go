package unit

import (
	"testing"

	"rapporteur/layout"
	"rapporteur/layout/lang"
)

// TestKeysDiffer: each thing that a unit is made from changes its key.
func TestKeysDiffer(t *testing.T) {
	style := [32]byte{1}
	sheet := func(width layout.Length) *layout.Sheet {
		return &layout.Sheet{Width: width, Lang: lang.Embedded().Of("en")}
	}
	keys := map[Key]string{}
	for name, k := range map[string]Key{
		"a run":                    KeyOfTypeset("p", style, []byte("run")),
		"another run":              KeyOfTypeset("p", style, []byte("runs")),
		"of another style":         KeyOfTypeset("p", [32]byte{2}, []byte("run")),
		"by another program":       KeyOfTypeset("q", style, []byte("run")),
		"an original":              KeyOfOriginal("p", "hash", nil, Options{}),
		"another original":         KeyOfOriginal("p", "hush", nil, Options{}),
		"original, by another":     KeyOfOriginal("q", "hash", nil, Options{}),
		"no pages of it":           KeyOfOriginal("p", "hash", nil, Options{Pages: []int{}}),
		"a page of it":             KeyOfOriginal("p", "hash", nil, Options{Pages: []int{0}}),
		"another page of it":       KeyOfOriginal("p", "hash", nil, Options{Pages: []int{1}}),
		"stamped":                  KeyOfOriginal("p", "hash", nil, Options{Stamped: true}),
		"with words for it":        KeyOfOriginal("p", "hash", nil, Options{Alt: "a"}),
		"of nobody's words":        KeyOfOriginal("p", "hash", nil, Options{Alt: "a", Unnamed: true}),
		"on paper":                 KeyOfOriginal("p", "hash", nil, Options{Paper: [2]float64{1, 2}}),
		"on other paper":           KeyOfOriginal("p", "hash", nil, Options{Paper: [2]float64{2, 1}}),
		"in fonts of a style":      KeyOfOriginal("p", "hash", nil, Options{Sheet: sheet(1)}),
		"in those of another":      KeyOfOriginal("p", "hash", nil, Options{Sheet: sheet(2)}),
		"with a password":          KeyOfOriginal("p", "hash", []string{"a"}, Options{}),
		"with two passwords":       KeyOfOriginal("p", "hash", []string{"a", ""}, Options{}),
		"with the passwords split": KeyOfOriginal("p", "hash", []string{"", "a"}, Options{}),
	} {
		if other, ok := keys[k]; ok {
			t.Errorf("%s and %s have one key", name, other)
		}
		keys[k] = name
	}
}
