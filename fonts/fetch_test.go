package fonts

import "testing"

// TestToFetch: whoever lacks letters is told of the font that has them; signs, and rare letters of scripts that the
// program has fonts for, have none.
func TestToFetch(t *testing.T) {
	for r, want := range map[rune][3]string{
		'ध': {"Devanagari", "Noto Sans Devanagari", "NotoSansDevanagari-Regular.ttf"},
		'ש': {"Hebrew", "Noto Sans Hebrew", "NotoSansHebrew-Regular.ttf"},
		'감': {"Hangul", "Noto Sans KR", "NotoSansKR-Regular.ttf"},
		'བ': {"Tibetan", "Noto Serif Tibetan", "NotoSerifTibetan-Regular.ttf"},
		'ߊ': {"Nko", "Noto Sans NKo", "NotoSansNKo-Regular.ttf"},
		'ꓐ': {"Lisu", "Noto Sans Lisu", "NotoSansLisu-Regular.ttf"},
		'🙏': {}, '\U00020BB7': {}, 'ꜳ': {}, '\u0301': {}, 0: {},
	} {
		script, family, file := ToFetch(r)
		if got := [3]string{script, family, file}; got != want {
			t.Errorf("%c: %q, want %q", r, got, want)
		}
	}
}

// TestOthers: the user's fonts for letters that all others lack set nothing else, and the one of the style asked for
// comes first.
func TestOthers(t *testing.T) {
	lent := embedded["NotoSansCJKsc-Bold"]
	l := NewLibrary(map[Family][]*Font{Others: {embedded["Amiri-Regular"], embedded["Amiri-Bold"], lent}})
	plain := NewLibrary(nil)
	for _, r := range "aяα中ع—" {
		everyFace(func(f Face) {
			got, _ := l.Pick(f, 0, r)
			want, _ := plain.Pick(f, 0, r)
			if f.Family != Others && got != want {
				t.Errorf("%c in %v is set in %s, not in %s", r, f, got.Name(), want.Name())
			}
		})
	}
	c := l.newChain(Face{Family: Serif, Bold: true}, 0)
	if at := len(c.all) - 5; at < 0 || c.all[at] != embedded["Amiri-Bold"] || c.all[at+2] != embedded["Amiri-Regular"] {
		t.Errorf("the chain ends with %v", c.all[max(at, 0):])
	}
}
