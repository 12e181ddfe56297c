package fonts

import (
	"bufio"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// characterLists reads testdata/characters.txt: lists by name.
func characterLists(t testing.TB) map[string][]rune {
	f, err := os.Open("testdata/characters.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lists := map[string][]rune{}
	for s := bufio.NewScanner(f); s.Scan(); {
		name, codes, ok := strings.Cut(s.Text(), "\t")
		if !ok {
			continue
		}
		for c := range strings.FieldsSeq(codes) {
			n, err := strconv.ParseUint(c, 16, 32)
			if err != nil {
				t.Fatal(err)
			}
			lists[name] = append(lists[name], rune(n))
		}
	}
	return lists
}

func everyFace(do func(Face)) {
	for fam := range families {
		for s := range 4 {
			do(Face{fam, s&1 != 0, s&2 != 0})
		}
	}
}

// Every character of the lists is set in every face and language, by a font that has it.
func TestLibraryCoversTheLists(t *testing.T) {
	l := NewLibrary(nil)
	n := 0
	for name, list := range characterLists(t) {
		for habit := range habits {
			everyFace(func(f Face) {
				for _, r := range list {
					font, _ := l.Pick(f, habit, r)
					if font == nil {
						t.Errorf("list %s: nothing sets U+%04X in %+v, %d", name, r, f, habit)
						continue
					}
					n++
					if _, ok := font.Glyph(r); !ok && !isSpace(r) {
						t.Errorf("U+%04X in %+v, %d: %s has it not", r, f, habit, font.Name())
					}
				}
			})
		}
	}
	if n < 700*12*int(habits) {
		t.Errorf("only %d answers", n)
	}
}

func TestPick(t *testing.T) {
	l := NewLibrary(nil)
	serif, bold, italic := Face{}, Face{Bold: true}, Face{Italic: true}
	for _, c := range []struct {
		face  Face
		habit Habit
		text  string
		font  string
		scale int
	}{
		{serif, Western, "Aé1 “”‘’—…·(", "SourceSerif4-Regular", 1000},
		{bold, Western, "Ж«ё", "SourceSerif4-Bold", 1000},
		{italic, Western, "œ", "SourceSerif4-It", 1000},
		{Face{Caption, false, false}, Western, "a1", "SourceSerif4Caption-Regular", 1000},
		{Face{Caption, true, true}, Western, "a", "SourceSerif4-BoldIt", 1000},
		{Face{Sans, true, false}, Western, "A", "SourceSans3-Semibold", 1000},
		{Face{Sans, false, true}, Western, "A", "SourceSans3-It", 1000},
		// Chinese: letters and figures from the Latin, the shared signs full-width from the Chinese
		{serif, Square, "Aa1", "SourceSerif4-Regular", 1000},
		{serif, Square, "中“”‘’—…，。（）１Ａ①", "NotoSerifCJKsc-Regular", 1000},
		{serif, Square, "·", "SourceSerif4-Regular", 1000}, // as narrow in the Noto CJK fonts, whose cut leaves it out
		{bold, Square, "中“，", "NotoSerifCJKsc-Bold", 1000},
		{italic, Square, "中", "NotoSerifCJKsc-Regular", 1000},
		{Face{Sans, false, false}, Square, "中", "NotoSerifCJKsc-Regular", 1000},
		{Face{Sans, true, false}, Square, "中——", "NotoSansCJKsc-Bold", 1000},
		{serif, Western, "中，《", "NotoSerifCJKsc-Regular", 1000},  // a Chinese name in English text
		{bold, Square, "龘羴"[:3], "NotoSerifCJKsc-Regular", 1000}, // only the regular has it
		// Arabic
		{serif, Arabic, "عَ، ٠؟(«.", "Amiri-Regular", 1240},
		{bold, Arabic, "ع", "Amiri-Bold", 1240},
		{italic, Arabic, "ع", "Amiri-Italic", 1240},
		{Face{Serif, true, true}, Arabic, "ع", "Amiri-BoldItalic", 1240},
		{serif, Arabic, "Aé$", "SourceSerif4-Regular", 1000},
		{serif, Arabic, "1٣%.,", "Amiri-Regular", 1240}, // figures are as large as the letters
		{serif, Western, "1%", "SourceSerif4-Regular", 1000},
		{serif, Western, "ع", "Amiri-Regular", 1240},
		// Fallback
		{serif, Western, "ɓẖ", "NotoSerif-Regular", 1000},
		{Face{Serif, true, true}, Western, "ɓ", "NotoSerif-BoldItalic", 1000},
		{serif, Western, "↔⇒∈☐☑☒★", "STIXTwoMath-Regular", 1000}, // ☐ too, though the sans has it: one set, one size
		{serif, Western, "✗", "SourceSans3-Regular", 1000},
		{serif, Western, "→•№€₽", "SourceSerif4-Regular", 1000},
		// Never missing: nothing is drawn for them, or the shaper makes them of others
		{serif, Western, "\u00ad\u200b\u200d\u2060\u2066\u2069\ufe0f\ufeff\u2011\u202f\u2003", "SourceSerif4-Regular",
			1000},
		{serif, Arabic, "\u200c\u200f", "Amiri-Regular", 1240}, // a joiner must not part Arabic letters
	} {
		for _, r := range c.text {
			f, scale := l.Pick(c.face, c.habit, r)
			if f == nil || f.Name() != Embedded(c.font).Name() || scale != c.scale {
				name := "nothing"
				if f != nil {
					name = f.Name()
				}
				t.Errorf("%+v %d %q: %s at %d, want %s at %d", c.face, c.habit, r, name, scale, c.font, c.scale)
			}
		}
	}
	for _, r := range []rune{0x1F600, 0x0E01, 0xE000, 0x10FFFF, 0x110000, -1, 0x07} {
		if f, _ := l.Pick(serif, Western, r); f != nil {
			t.Errorf("U+%04X is set by %s", r, f.Name())
		}
	}
	if f, _ := l.Pick(Face{Family: 7}, Western, 'a'); f != nil {
		t.Error("a family that is none has a font")
	}
}

// own parses an embedded file as a user would name it.
func own(t testing.TB, name string) *Font {
	f, err := Parse("fonts/"+name, []byte(stringOf(Embedded(name))), 0)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestUsersFontsComeFirst(t *testing.T) {
	reg, bold := own(t, "SourceSans3-Regular"), own(t, "SourceSans3-Semibold")
	l := NewLibrary(map[Family][]*Font{Serif: {bold, reg}})
	check := func(f Face, habit Habit, r rune, want *Font) {
		t.Helper()
		if got, _ := l.Pick(f, habit, r); got != want {
			t.Errorf("%+v %d %q: %p, want %p", f, habit, r, got, want)
		}
	}
	check(Face{}, Western, 'a', reg)
	check(Face{Bold: true}, Western, 'a', bold)
	check(Face{Family: Caption}, Western, 'a', reg)                          // captions follow the serif
	check(Face{Family: Sans}, Western, 'a', Embedded("SourceSans3-Regular")) // another family
	check(Face{Italic: true}, Western, 'a', Embedded("SourceSerif4-It"))     // emphasis is kept
	check(Face{}, Square, '“', Embedded("NotoSerifCJKsc-Regular"))           // a Latin font's quotes are not full-width
	check(Face{}, Square, 'a', reg)
	check(Face{}, Arabic, 'ب', Embedded("Amiri-Regular"))
	check(Face{}, Arabic, '(', Embedded("Amiri-Regular"))

	han := own(t, "NotoSansCJKsc-Bold")
	l = NewLibrary(map[Family][]*Font{Serif: {own(t, "SourceSerif4-Bold"), han}})
	check(Face{Bold: true}, Square, '“', han)
	check(Face{Bold: true}, Square, '中', han)

	// A user's font of another style or family is better than none.
	rare := small(t, 0, 1, 0, 2, 0, 0)
	at := tableOffset(t, rare, "cmap")
	copy(rare[at+28:], []byte{0, 0, 0xE1, 0x23, 0, 0, 0xE1, 0x25})
	sign, err := Parse("sign.ttf", rare, 0)
	if err != nil {
		t.Fatal(err)
	}
	l = NewLibrary(map[Family][]*Font{Serif: {sign}})
	everyFace(func(f Face) { check(f, Western, 0xE123, sign) })
	check(Face{}, Western, 0xE126, nil)
	check(Face{}, Western, ' ', Embedded("SourceSerif4-Regular")) // it has no space
}

// A user's Arabic font sets Arabic at the size of the text: only Amiri is known to need more.
func TestUsersArabic(t *testing.T) {
	naskh := own(t, "Amiri-Regular")
	l := NewLibrary(map[Family][]*Font{Serif: {naskh}})
	for _, c := range []struct {
		habit Habit
		r     rune
		want  *Font
	}{{Arabic, 'ع', naskh}, {Western, 'ع', naskh}, {Arabic, '.', naskh}, {Arabic, 0x200C, naskh},
		{Arabic, 'ж', Embedded("SourceSerif4-Regular")}} {
		if f, scale := l.Pick(Face{}, c.habit, c.r); f != c.want || scale != 1000 {
			t.Errorf("%d U+%04X: %s at %d", c.habit, c.r, f.Name(), scale)
		}
	}
}

// One library serves many goroutines, and its answers do not depend on who asked first.
func TestPickConcurrently(t *testing.T) {
	l, alone := NewLibrary(nil), NewLibrary(nil)
	text := []rune("Aé Жع中“☐ɓ↔\u00ad\U00020BB7")
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for k := range 200 {
				r := text[(k*7+i)%len(text)]
				f, s := l.Pick(Face{Bold: k%2 == 0}, Square, r)
				g, u := alone.Pick(Face{Bold: k%2 == 0}, Square, r)
				if f != g || s != u {
					t.Errorf("%q differs", r)
				}
			}
		})
	}
	wg.Wait()
}

func BenchmarkPick(b *testing.B) {
	l := NewLibrary(nil)
	text := []rune("The General Assembly решила 中文 “”")
	for b.Loop() {
		for _, r := range text {
			if f, _ := l.Pick(Face{}, Western, r); f == nil {
				b.Fatal("missing")
			}
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(text)), "ns/char")
}

// A font is found by its key: ours without being parsed, the user's before ours.
func TestByKey(t *testing.T) {
	unread := newFont("x.otf", func() []byte { return []byte("no font: who parses it panics") }, 0, "")
	own := newFont("copy.otf", embedded["SourceSans3-It"].data, 0, "")
	l := NewLibrary(map[Family][]*Font{Serif: {unread}, Caption: {own, unread}})
	for _, name := range embeddedNames {
		want := embedded[name]
		if name == "SourceSans3-It" {
			want = own
		}
		if f, ok := l.ByKey(embedded[name].Key()); !ok || f != want {
			t.Errorf("%s is not found by its key", name)
		}
	}
	if f, ok := l.ByKey(unread.Key()); !ok || f != unread {
		t.Error("a font of the user's is not found by its key")
	}
	for _, key := range []string{"", "0123456789abcdef#0", unread.Key() + "1"} {
		if f, ok := l.ByKey(key); ok || f != nil {
			t.Errorf("%q is found", key)
		}
	}
	if _, ok := NewLibrary(nil).ByKey(unread.Key()); ok {
		t.Error("a font is found that is in another library")
	}
}
