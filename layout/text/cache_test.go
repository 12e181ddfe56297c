package text

import (
	"os"
	"strings"
	"testing"

	"rapporteur/fonts"

	"github.com/go-text/typesetting/language"
)

const arabicProse = "افتتحت الندوة صباح يوم الأربعاء برئاسة ممثل الدولة المضيفة، الذي أشار إلى أن الجمعية العامة دعت " +
	"في قرارها إلى وضع استراتيجية تقوم على التعاون بين جميع الدول، وعلى احترام الالتزامات الدولية، وعلى العناية " +
	"الدائمة من جانب المؤسسات المعنية. وشكر الحكومات التي أرسلت ممثلين عنها، ولاحظ أن الوثائق الموزعة مسبقا ستستنسخ " +
	"كاملة في مرفق التقرير، كما وردت وباللغات التي كتبت بها. وَأَضَافَ أَنَّ التَّعْلِيمَ يَسْتَحِقُّ مَكَانًا " +
	"خَاصًّا بَيْنَ التَّوْصِيَاتِ، وأن النتائج لا تظهر في سنة واحدة."

// TestWordsAreTheWholeLine: a line put together from cached words has the glyphs, advances and offsets of the same line
// shaped whole.
func TestWordsAreTheWholeLine(t *testing.T) {
	b, err := os.ReadFile("testdata/prose.txt")
	if err != nil {
		t.Fatal(err)
	}
	s := newTestSetter()
	lines := map[string][]string{}
	windows := func(lang, text string) {
		w := strings.Fields(text)
		for i := 0; i+8 <= len(w) && len(lines[lang]) < 60; i += 2 {
			lines[lang] = append(lines[lang], strings.Join(w[i:i+8], " "))
		}
	}
	for line := range strings.Lines(string(b)) {
		lang, text, _ := strings.Cut(strings.TrimSpace(line), "\t")
		windows(lang, text)
	}
	windows("ar", arabicProse)
	windows("en", "To Vary Type, AVA Tokyo W. Yes, V. “To” (Ty) fi ffl office T. Y. V. AW. LT Te Yo Wa Va")
	scripts := map[string]language.Script{"en": language.Latin, "fr": language.Latin, "es": language.Latin,
		"ru": language.Cyrillic, "ar": language.Arabic}
	for lang, script := range scripts {
		if len(lines[lang]) < 20 {
			t.Errorf("%s: only %d lines", lang, len(lines[lang]))
		}
		for _, line := range lines[lang] {
			if lang != "ar" && lang != "ru" && strings.Contains(line, "\u00a0") {
				continue
			}
			st := Style{Size: 1000, Lang: in(lang)} // a font unit is then a thousandth of a point
			l := s.look(st)
			f, _ := s.sh.lib.Pick(st.Face, l.habit, []rune(line)[0])
			if lang == "ar" {
				f, _ = s.sh.lib.Pick(st.Face, l.habit, 'ب')
			}
			compareLine(t, s, l, f, line, script, lang == "ar")
		}
	}
}

func compareLine(t *testing.T, s *Setter, l *look, f *fonts.Font, line string, script language.Script, rtl bool) {
	t.Helper()
	whole := s.shape(f, []rune(line), 0, len([]rune(line)), rtl, script, l.lang, l.features)
	p := &Paragraph{Pieces: []Piece{{Text: line, Style: l.style}}, Lang: l.style.Lang, Measure: 1 << 40, Align: Start}
	set, faults := s.Set(p)
	if len(set) != 1 || len(faults) > 0 {
		t.Fatalf("%q: %d lines, %v", line, len(set), faults)
	}
	k := 0
	for st := range set[0].Strips {
		if st.Font != f {
			t.Errorf("%q: font %s", line, st.Font.Name())
			return
		}
		for _, g := range st.Glyphs {
			if k == len(whole) {
				t.Errorf("%q: more glyphs than the line shaped whole", line)
				return
			}
			w := whole[k]
			unit := func(v int) Length { return scaled(v, st.Size, f.Upem()) }
			advance := g.Advance
			if g.Space {
				space, _ := f.Glyph(' ')
				advance -= max(0, l.em*wordSpace/1000-unit(f.Advance(space)))
			}
			if g.ID != fonts.GID(w.GlyphID) || absolute(advance-unit(int(w.Advance)>>6)) > 1 ||
				g.DX != unit(int(w.XOffset)>>6) || g.DY != unit(int(w.YOffset)>>6) {
				t.Errorf("%q, glyph %d (%q): %d advance %d offset %d %d, whole %d %d %d %d", line, k, g.Text, g.ID,
					advance, g.DX, g.DY,
					w.GlyphID, unit(int(w.Advance)>>6), unit(int(w.XOffset)>>6), unit(int(w.YOffset)>>6))
				return
			}
			k++
		}
	}
	if k != len(whole) {
		t.Errorf("%q: %d glyphs, whole %d", line, k, len(whole))
	}
}

func absolute(l Length) Length { return max(l, -l) }

// TestBoldWithinAnArabicWord: letters join over a change of style.
func TestBoldWithinAnArabicWord(t *testing.T) {
	s := newTestSetter()
	plain, bold := Style{Size: 10 * Pt, Lang: in("ar")},
		Style{Size: 10 * Pt, Lang: in("ar"), Face: fonts.Face{Bold: true}}
	one, _ := s.Set(&Paragraph{Pieces: []Piece{{Text: "ب\u200d", Style: plain}}, Lang: in("ar"), Measure: 100 * Pt})
	two, _ := s.Set(&Paragraph{Pieces: []Piece{{Text: "ب", Style: plain}, {Text: "ب", Style: bold}}, Lang: in("ar"),
		Measure: 100 * Pt})
	apart, _ := s.Set(&Paragraph{Pieces: []Piece{{Text: "ب", Style: plain}}, Lang: in("ar"), Measure: 100 * Pt})
	first := func(l []Line) (id fonts.GID) {
		for st := range l[0].Strips {
			return st.Glyphs[0].ID
		}
		return 0
	}
	if first(one) != first(two) || first(two) == first(apart) {
		t.Errorf("initial form %d, in a word %d, alone %d", first(two), first(one), first(apart))
	}
}

// TestSharedCache: two setters of one cache share words, whoever made them.
func TestSharedCache(t *testing.T) {
	sh := NewShared(fonts.NewLibrary(nil), true)
	a, b := sh.Setter(), sh.Setter()
	done := make(chan []Line, 2)
	for _, s := range []*Setter{a, b} {
		go func() {
			lines, _ := s.Set(prose("en", sample, 300*Pt))
			done <- lines
		}()
	}
	x, y := <-done, <-done
	if len(x) != len(y) {
		t.Fatal(len(x), len(y))
	}
	for i := range x {
		if lineText(&x[i]) != lineText(&y[i]) || x[i].par.tokens[x[i].from].w != y[i].par.tokens[y[i].from].w {
			t.Errorf("line %d differs", i)
		}
	}
}
