package lang

import (
	"strings"
	"testing"
	"testing/fstest"
)

// TestMatchDate: a date is known by what its language's folder says of dates.
func TestMatchDate(t *testing.T) {
	for _, c := range []struct {
		lang, text   string
		month, words int
	}{
		{"en", "19 September 2011 in New York", 1, 3}, {"en", "19 September", 1, 2}, {"en", "19 people", 0, 0},
		{"en", "40 September 2011", 0, 0}, {"en", "September 2011", 0, 0}, {"en", "19–20 September 2011", 1, 3},
		{"fr", "1er janvier 2012", 1, 3}, {"fr", "19-20 septembre 2011", 1, 3}, {"fr", "19 september 2011", 0, 0},
		{"es", "19 de septiembre de 2011", 2, 5}, {"es", "19 de septiembre de nuevo", 2, 3},
		{"es", "19 de ellos", 0, 0},
		{"de", "19. September 2011", 1, 3}, {"pt", "19 de setembro", 2, 3},
		{"ru", "19 сентября 2011 года", 1, 4}, {"ru", "19 сентября 2011 г.", 1, 3}, {"ru", "19 сентября года", 1, 2},
		{"ar", "8 كانون الأول/ديسمبر 2006", 2, 4}, {"zh", "2006 9 8", 0, 0},
	} {
		words := strings.Fields(c.text)
		month, n := Embedded().Of(c.lang).MatchDate(func(i int) string {
			if i >= len(words) {
				return ""
			}
			return words[i]
		})
		if month != c.month || n != c.words {
			t.Errorf("%s: %q has its month at %d and %d words, want %d and %d", c.lang, c.text, month, n, c.month,
				c.words)
		}
	}
}

// TestEdgesByScript: letters give in scripts whose letters stand apart; signs hang out as the table says, and no
// character stands in it twice.
func TestEdgesByScript(t *testing.T) {
	for tag, want := range map[string]int{"en": 20, "ru": 20, "el": 20, "ar": 0, "zh": 0, "ar-Latn": 20, "he": 0} {
		if got := Embedded().Of(tag).Expansion(); got != want {
			t.Errorf("%s: letters give %d", tag, got)
		}
	}
	for tag, want := range map[string]int{"en": 5, "ru": 13, "el": 5, "ar": 0, "zh": 0, "ru-Latn": 5} {
		if got := Embedded().Of(tag).Fit(); got != want {
			t.Errorf("%s: letters move apart by %d", tag, got)
		}
	}
	l := Embedded().Of("fr")
	upright, end := l.Protrusion('“', false)
	italic, _ := l.Protrusion('“', true)
	_, comma := l.Protrusion(',', false)
	if upright <= 0 || italic <= upright || comma <= 0 || end <= 0 {
		t.Error(upright, italic, end, comma)
	}
	if start, end := l.Protrusion('n', false); start != 0 || end != 0 {
		t.Error("n hangs out")
	}
	defer func() {
		if recover() == nil {
			t.Error("a character with two numbers")
		}
	}()
	readScripts(fstest.MapFS{"scripts.yaml": {Data: []byte(`protrusion: {upright: {end: {".,": 5, ",": 6}}}`)}})
}

// TestBindsAreSmall: what is compared in small letters is written in them.
func TestBindsAreSmall(t *testing.T) {
	for _, code := range Embedded().Codes() {
		b := Embedded().Of(code).Binds
		for _, w := range append(append([]string(nil), b.Figures...), b.Words...) {
			if w != strings.ToLower(w) || strings.ContainsAny(w, " \u00a0") {
				t.Errorf("%s: %q is never met", code, w)
			}
		}
	}
}
