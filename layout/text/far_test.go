package text

import (
	"testing"

	"rapporteur/fonts"
)

func TestEmbeddedFontsLookNoFurtherThanASpace(t *testing.T) {
	s := newTestSetter()
	for _, fam := range []fonts.Family{fonts.Serif, fonts.Sans, fonts.Caption} {
		for _, style := range []fonts.Face{{Family: fam}, {Family: fam, Bold: true}, {Family: fam, Italic: true}} {
			for _, habit := range []fonts.Habit{fonts.Western, fonts.Arabic, fonts.Square} {
				f, _ := s.sh.lib.Pick(style, habit, ' ')
				if suspected := s.mayLookFar(f); s.looksFar(f) {
					t.Errorf("%s: suspected %v, convicted", f.Name(), suspected)
				} else if suspected {
					t.Logf("%s is suspected", f.Name())
				}
			}
		}
	}
}

// TestNearbyWords: with a font that looks far, a word is shaped with its neighbours, and the text comes out the same.
func TestNearbyWords(t *testing.T) {
	s := newTestSetter()
	p := prose("en", sample, 300*Pt)
	want, _ := s.Set(p)
	far := newTestSetter()
	far.look(p.Pieces[0].Style).nearby = true
	got, faults := far.Set(p)
	if len(got) != len(want) || len(faults) > 0 {
		t.Fatal(len(got), len(want), faults)
	}
	for i := range got {
		if lineText(&got[i]) != lineText(&want[i]) || got[i].Width != want[i].Width {
			t.Errorf("%q, want %q", lineText(&got[i]), lineText(&want[i]))
		}
	}
	if wordsMet(far) <= wordsMet(s) {
		t.Error("words were not told apart by their neighbours")
	}
}

// wordsMet is how many words a setter has met.
func wordsMet(s *Setter) int {
	n := len(s.words)
	for _, words := range s.between {
		n += len(words)
	}
	return n
}
